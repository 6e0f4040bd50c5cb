import { createHmac } from "node:crypto";

// What a notice means, written down once more from VNPAY's documents and not from our code, so that one mistake
// cannot hide in both.

/** The fields of a notice, in the order they are sent. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** Letters, digits and `* - . _` as they are, a space as `+`, every other byte as `%XX`. */
export function encoded(text: string): string {
  if (/^[A-Za-z0-9*\-._]*$/.test(text)) return text;
  let out = "";
  for (const byte of Buffer.from(text, "utf8")) {
    const sign = String.fromCharCode(byte);
    out += /[A-Za-z0-9*\-._]/.test(sign) ? sign : byte === 0x20 ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return out;
}

export const hmac = (text: string, secret: string, algorithm = "sha512"): string => createHmac(algorithm, secret).update(text, "utf8").digest("hex");

/** The text a signature is made over: names sorted, empty values and the signature itself left out. */
export function textToSign(fields: Fields): string {
  return fields
    .filter(([name, value]) => value !== "" && name !== "vnp_SecureHash" && name !== "vnp_SecureHashType")
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join("&");
}

/** A whole query as VNPAY sends it. */
export function signedQuery(fields: Fields, secret: string): string {
  const text = textToSign(fields);
  return `${text}&vnp_SecureHash=${hmac(text, secret)}`;
}

/** A percent-encoded text, or undefined where it is none. */
export function decoded(text: string): string | undefined {
  if (!/[%+]/.test(text)) return text;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "%") {
      const hex = text.slice(at + 1, at + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(hex)) return undefined;
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...Buffer.from(sign === "+" ? " " : sign, "utf8"));
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** What a merchant has to answer: 97, 01, 04, or that it is the gateway's true word, whatever it says. */
export type Judgement = "97" | "01" | "04" | "heard";

/** Judges a raw query against the one payment there is. */
export function judge(rawQuery: string, payment: { secret: string; tmnCode: string; txnRef: string; amount: string }): Judgement {
  const fields = new Map<string, string>();
  for (const pair of rawQuery.replace(/^\?/, "").split("&")) {
    if (pair === "") continue;
    const [, left = "", right = ""] = /^([^=]*)=?([\s\S]*)$/.exec(pair) ?? [];
    const name = decoded(left);
    const value = decoded(right);
    if (name === undefined || value === undefined) return "97";
    if (!name.startsWith("vnp_")) continue;
    // A name that repeats, is no plain name, or a value no gateway sends.
    if (fields.has(name) || !/^vnp_[A-Za-z0-9_]{1,60}$/.test(name) || [...value].some((sign) => isControl(sign.codePointAt(0) ?? 0))) return "97";
    fields.set(name, value);
  }
  const signature = fields.get("vnp_SecureHash") ?? "";
  if (!/^[0-9a-fA-F]{128}$/.test(signature)) return "97";
  if (signature.toLowerCase() !== hmac(textToSign([...fields]), payment.secret)) return "97";
  if (fields.get("vnp_TmnCode") !== payment.tmnCode) return "97";
  if (fields.get("vnp_TxnRef") !== payment.txnRef) return "01";
  const amount = fields.get("vnp_Amount") ?? "";
  return /^[0-9]{1,16}$/.test(amount) && BigInt(amount) === BigInt(payment.amount) ? "heard" : "04";
}

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0);
