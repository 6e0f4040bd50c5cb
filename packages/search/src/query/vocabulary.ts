import type { SearchDocument } from "../engine.ts";
import { foldedOf } from "../ranking/folded.ts";

/** What an index knows of its words. Repairs ask it: only what no document says is repaired, and only by what some document says. */
export type Vocabulary = {
  documents(): number;
  /** In how many documents a folded word stands. */
  countOf(fold: string): number;
  /** In how many words begin so. */
  countOfBeginning(prefix: string): number;
  /** In how many a word stands with this very tone where things are named (title, tags, place). */
  countOfTone(tone: string): number;
  /** True where these words stand side by side in some document. */
  hasPhrase(folds: readonly string[], lastIsPrefix?: boolean): boolean;
  /** Known words with this first letter and about this length, the commonest first. */
  wordsLike(first: string, shortest: number, longest: number): readonly { fold: string; count: number }[];
};

/** A vocabulary in memory, for an engine that has none of its own, and for tests. */
export function vocabularyOf(documents: readonly SearchDocument[]): Vocabulary {
  const counts = new Map<string, number>();
  const tones = new Map<string, number>();
  const lines: string[] = [];
  const add = (to: Map<string, number>, keys: readonly string[]) => [...new Set(keys)].forEach((key) => to.set(key, (to.get(key) ?? 0) + 1));
  for (const document of documents) {
    const { words, tones: toned } = foldedOf(document);
    add(counts, words.flatMap((line) => line.split(" ")).filter(Boolean));
    add(tones, toned.slice(0, -1).flatMap((line) => line.split(" ")).filter(Boolean));
    lines.push(...words);
  }
  const sorted = [...counts].map(([fold, count]) => ({ fold, count })).sort((a, b) => b.count - a.count);
  return {
    documents: () => documents.length,
    countOf: (fold) => counts.get(fold) ?? 0,
    countOfBeginning: (prefix) => Math.min(documents.length, sorted.reduce((sum, { fold, count }) => sum + (fold.startsWith(prefix) ? count : 0), 0)),
    countOfTone: (tone) => tones.get(tone) ?? 0,
    hasPhrase: (folds, lastIsPrefix = false) => lines.some((line) => line.includes(` ${folds.join(" ")}${lastIsPrefix ? "" : " "}`)),
    wordsLike: (first, shortest, longest) => sorted.filter(({ fold }) => fold.startsWith(first) && fold.length >= shortest && fold.length <= longest),
  };
}
