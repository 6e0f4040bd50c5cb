/**
 * A phone number in E.164 form ("+84912345678"), or undefined where it cannot be one.
 *
 * A number that begins with 0 is Vietnamese: ten digits, mobile prefixes 03, 05, 07, 08, 09 or a
 * landline 02 with eleven. A guest from abroad writes "+" and the country code.
 */
export function parsePhone(typed: string): string | undefined {
  const digits = typed.normalize("NFKC").replace(/[\s().\-–]/g, "");
  if (/^0[35789]\d{8}$/.test(digits) || /^02\d{9}$/.test(digits)) return `+84${digits.slice(1)}`;
  const international = digits.startsWith("00") ? `+${digits.slice(2)}` : digits;
  if (/^\+84/.test(international)) return /^\+84([35789]\d{8}|2\d{9})$/.test(international) ? international : undefined;
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : undefined;
}

/** A number as people in Vietnam write it: "0912 345 678"; a foreign one stays international. */
export function formatPhone(e164: string): string {
  const local = /^\+84(\d{3})(\d{3})(\d{3})$/.exec(e164) ?? /^\+84(2[48]|2\d\d)(\d{3,4})(\d{4})$/.exec(e164);
  return local ? `0${local[1]} ${local[2]} ${local[3]}` : e164;
}
