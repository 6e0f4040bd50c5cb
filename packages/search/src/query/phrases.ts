import { noKnowledge, type Knowledge } from "../knowledge.ts";
import { wordsOf } from "./words.ts";

/** One way of saying something: words side by side, with their tones where these are known. */
export type Saying = { folds: readonly string[]; tones: readonly string[] };

/** Words that are read as one, and what else they may be called. */
export type Phrase = { saying: Saying; isPlace: boolean; others: readonly Saying[] };

/** Knowledge as it is looked up: by what is typed with marks, and by what is typed without. */
export type Phrases = { byTones: ReadonlyMap<string, Phrase>; byFolds: ReadonlyMap<string, readonly Phrase[]>; longest: number; pinned: ReadonlyMap<string, readonly string[]> };

const longestPhrase = 6;

export function sayingOf(text: string): Saying {
  const words = wordsOf(text);
  return { folds: words.map(({ fold }) => fold), tones: words.map(({ tone }) => tone) };
}

/** Pinned results are found however the query is written. */
export const pinKey = (query: string): string => wordsOf(query).map(({ fold }) => fold).join(" ");

export function phrasesOf({ synonyms, places, pinned }: Knowledge = noKnowledge): Phrases {
  const byTones = new Map<string, { saying: Saying; isPlace: boolean; others: Map<string, Saying> }>();
  const add = (text: string, others: readonly string[], isPlace: boolean) => {
    const saying = sayingOf(text);
    if (saying.folds.length === 0 || saying.folds.length > longestPhrase) return;
    const key = saying.tones.join(" ");
    const phrase = byTones.get(key) ?? { saying, isPlace, others: new Map<string, Saying>() };
    for (const other of others.map(sayingOf)) if (other.folds.length > 0 && other.tones.join(" ") !== key) phrase.others.set(other.tones.join(" "), other);
    byTones.set(key, phrase);
  };
  for (const { name, also = [] } of places) add(name, also, true);
  for (const { words, means } of synonyms) for (const word of words) add(word, means ?? words, false);
  const all = [...byTones].map(([key, { saying, isPlace, others }]) => [key, { saying, isPlace, others: [...others.values()] }] as const);
  return {
    byTones: new Map(all),
    byFolds: Map.groupBy(all.map(([, phrase]) => phrase), ({ saying }) => saying.folds.join(" ")),
    longest: Math.max(1, ...all.map(([, { saying }]) => saying.folds.length)),
    pinned: new Map(pinned.map(({ query, ids }) => [pinKey(query), ids])),
  };
}

