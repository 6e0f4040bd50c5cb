/** How many slips of the finger lie between two words (a letter more, less, other, or two exchanged), where they are at most `most`. */
export function slipsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return undefined;
    [before, row] = [row, next];
  }
  const slips = row[b.length] ?? most + 1;
  return slips <= most ? slips : undefined;
}

/** Syllables are short: one letter other in three is another word. */
export const slipsAllowed = (word: string): number => (word.length < 3 ? 0 : word.length < 9 ? 1 : 2);
