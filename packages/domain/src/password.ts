import { fold } from "./text.ts";

export const passwordLengths = { min: 8, max: 200 } as const;

/** Why a password is refused. */
export type WeakPassword = "too_short" | "too_long" | "too_common" | "own_contact";

/** What is tried first everywhere, and what is tried first in Vietnam; compared without marks, case and spaces. */
const common = new Set(
  `12345678 123456789 1234567890 0123456789 87654321 987654321 11223344 12341234 12344321 112233445566 123123123 147258369 159753123 password password1 passw0rd p@ssw0rd
  qwertyuiop qwerty123 qwerty12 1q2w3e4r 1q2w3e4r5t 1qaz2wsx zxcvbnm123 asdfghjkl asdf1234 abcd1234 abc12345 abc123456 abcdefgh a1234567 a12345678 a123456789 aa123456 aa12345678
  iloveyou sunshine princess football baseball superman computer internet welcome1 trustno1 letmein1 starwars dragon12 michael1 charlie1 admin123 administrator changeme
  matkhau matkhau1 matkhau123 matkhau12 matkhaumoi khongbiet khongnho khongcomatkhau anhyeuem emyeuanh yeuemnhieu yeuanhnhieu anhyeuem123 iloveyou123 motconvit vietnam1 vietnam123 vietnam2026
  xinchao1 xinchao123 giadinh1 giadinh123 hanhphuc haiduong haiduong1 haiphong haiphong1 nguyenvana nguyenthia cogiaothao tinhyeu1 conyeume bomemuonnam maimaiyeuem deptrai1 thanhcong`.split(/\s+/),
);

/** The same for everybody who compares: an input method that writes "ế" in two signs opens the same door. */
export const normalPassword = (typed: string): string => typed.normalize("NFKC");

/**
 * Why a password would not keep anybody out, or undefined where it may: at least 8 signs as people count them, none of
 * those that are tried first, and not the person's own telephone or e-mail. Nothing else is asked of it.
 */
export function whyWeakPassword(typed: string, person: { phone?: string | null; email?: string | null }): WeakPassword | undefined {
  const signs = [...normalPassword(typed)];
  if (signs.length < passwordLengths.min) return "too_short";
  if (signs.length > passwordLengths.max) return "too_long";
  const plain = fold(signs.join("")).replace(/\s+/g, "");
  if (common.has(plain) || isMonotonous(plain)) return "too_common";
  return isOwnContact(plain, person) ? "own_contact" : undefined;
}

/** One or two signs over and over, or digits and letters simply in their order. */
function isMonotonous(text: string): boolean {
  if (new Set(text).size <= 2) return true;
  const steps = [...text].slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

function isOwnContact(plain: string, { phone, email }: { phone?: string | null; email?: string | null }): boolean {
  const digits = (text: string) => text.replace(/\D/g, "").replace(/^(?:84|0)/, "");
  if (phone && /^[\d+().-]+$/.test(plain) && digits(plain) === digits(phone)) return true;
  return Boolean(email) && (plain === email || plain === email?.split("@")[0]);
}
