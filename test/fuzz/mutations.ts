import { hmac, signedQuery, textToSign, type Fields } from "./gateway-words.ts";
import type { Chance } from "./chance.ts";

/** A genuine notice, and what is needed to spoil it. */
export type Original = { fields: Fields; query: string; secret: string };

type Spoil = (original: Original, chance: Chance) => string;

const pairsOf = (query: string): string[] => query.split("&");
const visible = () => Array.from({ length: 0x7e - 0x21 + 1 }, (_, at) => String.fromCharCode(0x21 + at)).filter((sign) => sign !== "#");
const signs = visible();

/** Replaces one pair of the query, or adds to it. */
const atPair = (change: (pair: string, chance: Chance) => string | string[]): Spoil => ({ query }, chance) => {
  const pairs = pairsOf(query);
  const at = chance.below(pairs.length);
  return pairs.toSpliced(at, 1, ...[change(pairs[at] ?? "", chance)].flat()).join("&");
};

const renamed = (pair: string, rename: (name: string) => string): string => pair.replace(/^[^=]*/, rename);
const revalued = (pair: string, revalue: (value: string) => string): string => pair.replace(/(?<==).*$/s, revalue);

const withHash = (change: (hash: string, original: Original, chance: Chance) => string): Spoil => (original, chance) =>
  original.query.replace(/(?<=vnp_SecureHash=).*/, (hash) => change(hash, original, chance));

const signedAgain = (change: (fields: [string, string][], chance: Chance) => [string, string][]): Spoil => ({ fields, secret }, chance) =>
  signedQuery(change(fields.map(([name, value]): [string, string] => [name, value]), chance), secret);

/** The same notice with one field set, or left out, and a right signature over that. */
const signedWith = (name: string, values: (value: string) => readonly (string | undefined)[]): Spoil =>
  signedAgain((fields, chance) => {
    const old = fields.find(([known]) => known === name)?.[1] ?? "";
    const value = chance.pick(values(old));
    const rest = fields.filter(([known]) => known !== name);
    return value === undefined ? rest : [...rest, [name, value]];
  });

const wide = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

/** Bytes that are no text, no character, or none that anybody sends. */
const broken = ["%", "%4", "%zz", "%%", "%u0041", "%E0%A4", "%C0%AF", "%FF", "%ED%A0%80", "%00", "%0A", "%0d%0a", "%1F", "%7f", "%C2%85", "%F4%90%80%80"] as const;

/** Every way in which a notice is spoiled. Some leave it true: the same word in another spelling is the same word. */
export const spoils: { readonly [name: string]: Spoil } = {
  "a byte flipped": ({ query }, chance) => {
    const at = chance.below(query.length);
    return query.slice(0, at) + chance.pick(signs) + query.slice(at + 1);
  },
  "a bit flipped": ({ query }, chance) => {
    const at = chance.below(query.length);
    return query.slice(0, at) + String.fromCharCode(query.charCodeAt(at) ^ (1 << chance.below(8))) + query.slice(at + 1);
  },
  "a piece cut out": ({ query }, chance) => {
    const at = chance.below(query.length);
    return query.slice(0, at) + query.slice(at + 1 + chance.below(40));
  },
  "a piece put in": ({ query }, chance) => {
    const at = chance.below(query.length);
    return query.slice(0, at) + Array.from({ length: 1 + chance.below(12) }, () => chance.pick(signs)).join("") + query.slice(at);
  },
  "a pair left out": atPair(() => []),
  "a pair sent twice": atPair((pair) => [pair, pair]),
  "a second value": atPair((pair, chance) => chance.shuffled([pair, revalued(pair, () => chance.pick(["", "0", "00", "2800", "x"]))])),
  "a name in another case": atPair((pair, chance) => renamed(pair, (name) => (chance.once(2) ? name.toLowerCase() : name.toUpperCase()))),
  "a name that says more": atPair((pair, chance) => renamed(pair, (name) => chance.pick([`${name}_`, ` ${name}`, `${name}%20`, `${name}%00`, `x${name}`, `${name}.a`, `vnp_${name}`, name.slice(4)]))),
  "a list": atPair((pair, chance) => renamed(pair, (name) => name + chance.pick(["[]", "[0]", "%5B%5D", "[a]", "[][]", "["]))),
  "two lists": atPair((pair) => [renamed(pair, (name) => `${name}[]`), renamed(pair, (name) => `${name}[]`)]),
  "a list beside the plain value": atPair((pair) => [pair, renamed(pair, (name) => `${name}[]`)]),
  "a foreign pair": atPair((pair, chance) => chance.shuffled([pair, chance.pick(["utm_source=a", "fbclid=%C3%A1", "vnp=1", "VNP_Amount=1", "__proto__=1", "a", "=", "%5B%5D=1"])])),
  "one more field of theirs": atPair((pair, chance) => chance.shuffled([pair, chance.pick(["vnp_Extra=1", "vnp_Extra=", "vnp_=1", "vnp___proto__=1", "vnp_SecureHashType=SHA512", `vnp_${"a".repeat(61)}=1`])])),
  "pairs in another order": ({ query }, chance) => chance.shuffled(pairsOf(query)).join("&"),
  "escapes in another spelling": ({ query }, chance) => (chance.once(2) ? query.replaceAll("+", "%20") : query.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())),
  "a letter as an escape": ({ query }, chance) => {
    const at = chance.below(query.length);
    const sign = query[at] ?? "";
    return /[&=%+]/.test(sign) ? query : `${query.slice(0, at)}%${sign.charCodeAt(0).toString(16)}${query.slice(at + 1)}`;
  },
  "encoded twice": atPair((pair) => revalued(pair, encodeURIComponent)),
  "encoded twice as a whole": ({ query }) => encodeURIComponent(query),
  "a broken escape": atPair((pair, chance) => (chance.once(4) ? renamed(pair, (name) => name + chance.pick(broken)) : revalued(pair, (value) => (chance.once(2) ? value + chance.pick(broken) : chance.pick(broken) + value)))),
  "a raw control character": atPair((pair, chance) => revalued(pair, (value) => value + chance.pick(["\0", "\n", "\r\n", "\t", "\x7f", "\x85", "é", "\u202e", "𝟙"]))),
  "a huge value": atPair((pair, chance) => revalued(pair, (value) => value + "9".repeat(chance.pick([300, 5_000, 100_000])))),
  "very many pairs": ({ query }, chance) => `${query}&${Array.from({ length: chance.pick([50, 3_000]) }, (_, at) => `x${at}=${at}`).join("&")}`,
  "another separator": ({ query }, chance) => query.replaceAll("&", chance.pick([";", "&&", "&amp;", "?", "&%26"])),
  "no sign between name and value": atPair((pair, chance) => pair.replace("=", chance.pick(["", "==", "%3D", "=&"]))),
  "no query at all": (_, chance) => chance.pick(["", "?", "&", "=", "vnp_", "a=b", "{}", "%7B%22vnp_TxnRef%22%3A1%7D", "vnp_SecureHash=", "null"]),
  "only a signature": ({ secret }, chance) => `vnp_SecureHash=${chance.once(2) ? hmac("", secret) : "0".repeat(128)}`,

  "another amount": atPairCalled("vnp_Amount", ["100", "0", "1000000000000", "", "-100", "28000000.00"]),
  "another outcome": atPairCalled("vnp_ResponseCode", ["24", "99", "", "0", "000", "07"]),
  "another reference": atPairCalled("vnp_TxnRef", ["1", "", "0", "x", "%27%20or%201%3D1--"]),
  "another terminal": atPairCalled("vnp_TmnCode", ["OTHER001", "", "xudong01"]),

  "no signature": ({ query }) => query.replace(/&vnp_SecureHash=.*/, ""),
  "an empty signature": withHash(() => ""),
  "a signature in another case": withHash((hash, _, chance) => (chance.once(2) ? hash.toUpperCase() : hash.replace(/[a-f]/, (sign) => sign.toUpperCase()))),
  "a signature cut": withHash((hash, _, chance) => hash.slice(0, chance.below(hash.length))),
  "a signature too long": withHash((hash, _, chance) => hash + chance.pick(["0", "00", " ", "+", "%00", hash])),
  "a signature with one digit changed": withHash((hash, _, chance) => {
    const at = chance.below(hash.length);
    return hash.slice(0, at) + "0123456789abcdef"[(Number.parseInt(hash[at] ?? "0", 16) + 1 + chance.below(15)) % 16] + hash.slice(at + 1);
  }),
  "a signature that is no hex": withHash((hash, _, chance) => chance.pick([wide(hash), hash.replace(/./, "g"), Buffer.from(hash, "hex").toString("base64url"), "z".repeat(128)])),
  "another secret": withHash((_, { fields, secret }, chance) => hmac(textToSign(fields), chance.pick(["", " ", `${secret} `, secret.slice(1), secret.toUpperCase() === secret ? secret.toLowerCase() : secret.toUpperCase(), "another secret"]))),
  "another algorithm": withHash((_, { fields, secret }, chance) => {
    const made = hmac(textToSign(fields), secret, chance.pick(["sha256", "md5", "sha1"]));
    return chance.once(2) ? made : made.padEnd(128, "0");
  }),
  "a signature over values not encoded": withHash((_, { fields, secret }) => hmac(fields.map(([name, value]) => `${name}=${value} `).join("&"), secret)),
  "a signature of another notice": withHash((_, { fields, secret }) => hmac(textToSign(fields.map(([name, value]) => [name, name === "vnp_TxnRef" ? `${value}0` : value])), secret)),

  "signed: the amount in another form": signedWith("vnp_Amount", (amount) => [
    undefined, "", "0", `+${amount}`, ` ${amount}`, `${amount} `, `${amount}.0`, `-${amount}`, `00${amount}`, wide(amount), Number(amount).toExponential(), `0x${Number(amount).toString(16)}`,
    String(Number(amount) + 1), String(Number(amount) + 100), String(Number(amount) - 100), amount.slice(0, -2), `${amount}00`, "99999999999999999999", "NaN", "null", `${amount},${amount}`,
  ]),
  "signed: another reference": signedWith("vnp_TxnRef", (ref) => [undefined, "", `${ref}0`, ref.slice(1), ` ${ref}`, wide(ref), "__proto__", "' or 1=1--", "0", "a".repeat(4_000), "Đơn hàng"]),
  "signed: another terminal": signedWith("vnp_TmnCode", (code) => [undefined, "", "OTHER001", code.toLowerCase(), ` ${code}`, `${code},${code}`]),
  "signed: control characters": signedWith("vnp_OrderInfo", () => ["a\0b", "\n", "a\u0085", "\u007f"]),
  "signed: texts nobody expects": signedWith("vnp_OrderInfo", () => ["<script>alert(1)</script>", "𝟙\u202e\ufeff\uffff", "'; drop table orders; --", "é".repeat(2_000), "%00", "\\u0000"]),
  "signed: codes nobody knows": signedWith("vnp_ResponseCode", () => [undefined, "", "0", "000", "0０", "zz", "00,00", "a".repeat(500)]),
  "signed: a status nobody knows": signedWith("vnp_TransactionStatus", () => [undefined, "", "01", "99", "0", "a".repeat(500)]),
  "signed: numbers nobody knows": signedWith("vnp_TransactionNo", () => [undefined, "", "0", "-1", "9".repeat(400), "x"]),
};

function atPairCalled(name: string, values: readonly string[]): Spoil {
  return ({ query }, chance) => query.replace(new RegExp(`(?<=${name}=)[^&]*`), () => chance.pick(values));
}

/** A spoiled notice, and what was done to it. Now and then two things at once. */
export function spoiled(original: Original, chance: Chance): { query: string; how: string } {
  const names = Object.keys(spoils);
  const first = chance.pick(names);
  const query = spoils[first]?.(original, chance) ?? "";
  if (!chance.once(4)) return { query, how: first };
  const second = chance.pick(names);
  return { query: spoils[second]?.({ ...original, query }, chance) ?? "", how: `${first}, ${second}` };
}
