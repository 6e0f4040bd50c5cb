import type { Phrases } from "./phrases.ts";
import { pinKey } from "./phrases.ts";
import { understand, type Understood } from "./understand.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How often words occur: all that the closer look asks of a vocabulary. */
export type WordCounts = Pick<Vocabulary, "documents" | "countOf" | "countOfBeginning">;

/** A query as it is read by the words one index knows, for an engine that keeps none of its own. */
export type Reading = {
  /** Taken at its word; known words doubted, too; and those read one by one. */
  asked: Understood;
  deep: Understood;
  apart: Understood;
  /** How often what is asked for occurs, by folded words. */
  counts: { documents: number; words: Readonly<Record<string, number>>; beginnings: Readonly<Record<string, number>> };
  /** What an editor has put in front for it. */
  pinned: readonly string[];
};

/** Reads a query in every way it may be looked for. */
export function read(q: string, context: { vocabulary: Vocabulary; phrases: Phrases; isTyping?: boolean }): Reading {
  const { vocabulary, phrases } = context;
  const [asked, deep, apart] = [understand(q, context), understand(q, { ...context, isDeep: true }), understand(q, { ...context, isDeep: true, isApart: true })];
  const parts = [asked, deep, apart].flatMap(({ segments }) => segments);
  const folds = (some: typeof parts) => [...new Set(some.flatMap(({ alternatives }) => alternatives.flatMap((alternative) => alternative.folds)))];
  return {
    asked, deep, apart,
    counts: {
      documents: vocabulary.documents(),
      words: Object.fromEntries(folds(parts).map((fold) => [fold, vocabulary.countOf(fold)])),
      beginnings: Object.fromEntries(folds(parts.filter(({ isPrefix }) => isPrefix)).map((fold) => [fold, vocabulary.countOfBeginning(fold)])),
    },
    pinned: phrases.pinned.get(pinKey(q)) ?? [],
  };
}

/** The counts of a reading as a vocabulary is asked for them. */
export function countsIn({ counts: { documents, words, beginnings } }: Reading): WordCounts {
  const of = (known: Readonly<Record<string, number>>, fold: string) => (Object.hasOwn(known, fold) ? (known[fold] ?? 0) : 0);
  return { documents: () => documents, countOf: (fold) => of(words, fold), countOfBeginning: (prefix) => of(beginnings, prefix) };
}
