/**
 * What is left in a word where the keyboard wrote letters in place of marks: "thieeuf" (Telex) and "thie6u2" (VNI) are "thieu".
 * Folded readings, likeliest first; the word itself is not among them.
 */
export function withoutTypingRemains(fold: string): string[] {
  const readings = /\d/.test(fold) ? [fold.replace(/(?<=[a-z]\d*)[1-9]/g, "")] : [untelexed(fold), untelexed(fold.replace(/(?<=[aeiouy])[sfrxj](?=.)/g, ""))];
  const [likely = "", other = ""] = readings;
  const isOne = (word: string) => word !== fold && word.length > 1 && /^[a-z]+$/.test(word);
  return isOne(likely) ? [likely, ...[other].filter((word) => word !== likely && isOne(word))] : isOne(other) ? ["", other] : [];
}

function untelexed(fold: string): string {
  return fold
    .replace(/dd+/g, "d")
    .replace(/([aeouiy])\1+/g, "$1")
    .replace(/(?<=[aou].*)w/g, "")
    .replace(/(?<=[bcdghklmnpqrstvx])w/g, "u")
    .replace(/(?<=[aeiouy][a-z]*)[sfrxjz]$/, "")
    .replace(/(.)\1+$/, "$1");
}
