import type { Alternative, Segment } from "../query/understand.ts";

/** Words as FTS5 looks for them side by side: folded letters and digits in quotation marks, nothing else of what was typed. */
export function quoted(words: readonly string[], lastIsPrefix = false): string {
  return `"${words.map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, "")).join(" ")}"${lastIsPrefix ? " *" : ""}`;
}

/** A query as FTS5 takes it. With `byTone`, parts that are meant with their tones are looked for with them. */
export function matchOf(segments: readonly Segment[], join: "AND" | "OR", byTone: boolean): string {
  return segments.map((segment) => `(${[...new Set(segment.alternatives.map((alternative) => alternativeText(alternative, segment, byTone)))].join(" OR ")})`).join(` ${join} `);
}

function alternativeText({ folds, tones, worth }: Alternative, { isPrefix, isName }: Segment, byTone: boolean): string {
  if (byTone && tones !== undefined && !isPrefix) return `tones : ${quoted(tones)}`;
  // What was typed may stand apart, unless it only means something together.
  if (folds.length > 1 && worth === 1 && !isName) return `(${folds.map((fold, at) => quoted([fold], isPrefix && at === folds.length - 1)).join(" AND ")})`;
  return quoted(folds, isPrefix);
}
