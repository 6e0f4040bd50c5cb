/**
 * A phone number in E.164 form ("+84912345678"), or undefined where it cannot be one.
 *
 * A number that begins with 0 or 84 is Vietnamese: ten digits, mobile prefixes 03, 05, 07, 08, 09 or a
 * landline 02 with eleven. A guest from abroad writes "+" and the country code.
 */
export function parsePhone(typed: string): string | undefined {
  const digits = digitsOf(typed);
  if (isVietnamese(digits.slice(1)) && digits.startsWith("0")) return `+84${digits.slice(1)}`;
  if (isVietnamese(digits.slice(2)) && digits.startsWith("84")) return `+${digits}`;
  const international = digits.startsWith("00") ? `+${digits.slice(2)}` : digits;
  if (/^\+84/.test(international)) return isVietnamese(international.slice(3)) ? international : undefined;
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined;
}

/** Why a number is none, where we can say more than that: and the one it has become. */
export type PhoneFault = { reason: "phone_renumbered"; became: string } | { reason: "phone_hotline" };

/**
 * What a person who typed a number that `parsePhone` refuses should know: that the eleven digits of old became ten in 2018,
 * or that a hotline cannot be called back. Undefined where it is simply no number.
 */
export function phoneFault(typed: string): PhoneFault | undefined {
  const local = digitsOf(typed).replace(/^(\+|00)?84(?=1)/, "0");
  const [, prefix = "", rest = ""] = /^0(1[2689]\d)(\d{7})$/.exec(local) ?? [];
  const became = renumbered[prefix];
  if (became !== undefined) return { reason: "phone_renumbered", became: formatPhone(`+84${became}${rest}`) };
  return /^0?1[89]00\d{4,6}$/.test(local) ? { reason: "phone_hotline" } : undefined;
}

/** Vietnam's mobile prefixes with eleven digits and what each became between September and November 2018. */
const renumbered: Readonly<Record<string, string>> = {
  120: "70", 121: "79", 122: "77", 123: "83", 124: "84", 125: "85", 126: "76", 127: "81", 128: "78", 129: "82",
  162: "32", 163: "33", 164: "34", 165: "35", 166: "36", 167: "37", 168: "38", 169: "39", 186: "56", 188: "58", 199: "59",
};

/** A number as people in Vietnam write it: "0912 345 678"; a foreign one stays international. */
export function formatPhone(e164: string): string {
  const local = /^\+84(\d{3})(\d{3})(\d{3})$/.exec(e164) ?? /^\+84(2[48]|2\d\d)(\d{3,4})(\d{4})$/.exec(e164);
  return local ? `0${local[1]} ${local[2]} ${local[3]}` : e164;
}

const isVietnamese = (national: string): boolean => /^([35789]\d{8}|2\d{9})$/.test(national);

/** Without what people set between digits; the zero in "+84 (0)912 …" is dialled in Vietnam alone. */
const digitsOf = (typed: string): string => typed.normalize("NFKC").replace(/^(\s*(?:\+|00)\d{1,3})\s*\(0\)/, "$1").replace(/[\s().\-–/]/g, "");
