import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * VNPAY's signature (PAY, version 2.1.0): HMAC-SHA512 under the terminal's secret, lower-case hex.
 * The text that is signed is made by `signedText` (pay, return, IPN) or `pipeText` (querydr, refund).
 */
export function signatureOf(text: string, secret: string): string {
  return createHmac("sha512", secret).update(text, "utf8").digest("hex");
}

/**
 * True where the signature fits under one of the secrets: the present one, or an older one while it is being changed.
 * An empty secret is none: everybody could sign with it.
 */
export function isSigned(text: string, signature: string, secrets: readonly string[]): boolean {
  if (!/^[0-9a-fA-F]{128}$/.test(signature)) return false;
  const given = Buffer.from(signature.toLowerCase(), "latin1");
  return secrets.some((secret) => secret !== "" && timingSafeEqual(given, Buffer.from(signatureOf(text, secret), "latin1")));
}

/** Names and values sorted by name and form-encoded; empty values are left out, as VNPAY leaves them out. */
export function signedText(fields: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(fields)
    .filter(([name, value]) => value !== "" && name !== "vnp_SecureHash" && name !== "vnp_SecureHashType")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(pairs).toString();
}

/** Values in a fixed order joined by "|"; absent ones are empty. No value may hold a "|": the text would not say where it ends. */
export function pipeText(values: readonly (string | undefined)[]): string {
  return values.map((value) => value ?? "").join("|");
}
