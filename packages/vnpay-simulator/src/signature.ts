import { createHmac, timingSafeEqual } from "node:crypto";

/** One parameter as it is meant, after decoding and before encoding. */
export type Pair = readonly [name: string, value: string];

export const hashName = "vnp_SecureHash";
const unsignedNames = new Set([hashName, "vnp_SecureHashType"]);

const byCodeUnit = ([a]: Pair, [b]: Pair): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The text VNPAY signs for a pay request, a return and an IPN: names ascending by code unit, empty
 * values dropped, form-encoded. `URLSearchParams` encodes as the Java side of VNPAY does.
 */
export function queryText(pairs: readonly Pair[]): string {
  const signed = pairs.filter(([name, value]) => value !== "" && !unsignedNames.has(name)).sort(byCodeUnit);
  return new URLSearchParams(signed.map(([name, value]) => [name, value])).toString();
}

/** The text VNPAY signs on its JSON API: the values alone, in the order of the message, absent ones empty. */
export function pipeText(order: readonly string[], fields: Readonly<Record<string, string | undefined>>): string {
  return order.map((name) => fields[`vnp_${name}`] ?? "").join("|");
}

export function hmac(text: string, secret: string): string {
  return createHmac("sha512", Buffer.from(secret, "utf8")).update(text, "utf8").digest("hex");
}

/** A complete signed query: sorted parameters, the hash last. */
export function signQuery(pairs: readonly Pair[], secret: string): string {
  const text = queryText(pairs);
  return `${text}&${hashName}=${hmac(text, secret)}`;
}

/** Compares in constant time. Anything but 128 hex digits is no hash at all, and never reaches the comparison. */
export function hashMatches(text: string, secret: string, given: string | undefined): boolean {
  if (given === undefined || !/^[0-9a-fA-F]{128}$/.test(given)) return false;
  return timingSafeEqual(Buffer.from(hmac(text, secret), "hex"), Buffer.from(given, "hex"));
}

/** A hash of the right form that is wrong: its last digit is another one. For faults that a developer asks for. */
export const spoiled = (hash: string): string => `${hash.slice(0, -1)}${hash.endsWith("0") ? "1" : "0"}`;
