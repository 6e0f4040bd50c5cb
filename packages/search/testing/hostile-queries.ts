/** Pieces that mean something to one syntax or another, to a folding, or to nobody. */
const pieces = [
  "vải", "thieu", "banh", "đậu", "ở", "gì", "\"", "'", "*", "(", ")", "{", "}", ":", "^", "-", "+", "~", "\\", "/", ";", "--", "/*", "AND", "OR", "NOT", "NEAR/3", "title:", "tones :", "rank", "MATCH", "%", "_", "?", "$1", "@x", "\u0000", "\u0001", "\n", "\t", "\u200b", "\u202e", "\ufeff", "\ud83d",
  "😀", "👨‍👩‍👧", "e\u0301", "\u0301", "ﬁ", "ⅷ", "½", "①", "ｂａｎｈ", "Ð", "ð", "ß", "İ", "ı", "ſ", "Å", "荔枝", "مرحبا", "हिन्दी", "ก็", "0", "00", "1e309", "-0", "NaN", "null", "undefined", "true", "<b>", "&amp;", "{{x}}", "${x}", "a".repeat(300), "1".repeat(200), "ở".repeat(80), "x y ".repeat(60), "w", "f", "z", "j", "aaw", "dd", "ocop", "5", "sao",
] as const;

/** The n-th hostile query: always the same one. */
export function hostileQuery(n: number): string {
  let state = (n + 1) * 2_654_435_761;
  const next = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % below;
  };
  const parts = Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)] ?? "");
  const text = parts.join(["", " ", "\"", " OR ", ""][next(5)]);
  return next(6) === 0 ? text.normalize("NFD") : next(6) === 0 ? text.toUpperCase() : text;
}
