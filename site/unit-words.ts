import { splitUnitName, type Locale } from "@xudong/domain";

/** A commune or ward as a text of that language has it: a name keeps its marks in every language. "Xã Thanh Hà", "Thanh Hà commune". */
export function unitWords({ name: official }: { name: string }, locale: Locale): string {
  if (locale === "vi") return official;
  const { kind, name } = splitUnitName(official);
  return kind === undefined ? name : `${name} ${kind}`;
}
