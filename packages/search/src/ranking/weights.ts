/**
 * What decides the order of results; the page that the law asks for prints these very numbers. Nobody can pay for any of them.
 * A result gets the sum; each line is the most it can add.
 */
export const rankingWeights = {
  /** All of what was asked for is there, counted by where it stands (`fieldWeights`) and by how rare the word is. */
  words: 1,
  /** Words that stand side by side as they were asked for. */
  together: 0.3,
  /** The title begins with what was asked for. */
  beginning: 0.3,
  /** The title is what was asked for, and nothing else. */
  whole: 0.15,
  /** How often and how densely the words occur (bm25). */
  density: 0.1,
  /** Often bought and looked at, among equals. */
  popularity: 0.05,
} as const;

/** What a word is worth by where it is found. */
export const fieldWeights = { title: 1, titleEn: 0.9, tags: 0.8, place: 0.6, body: 0.4 } as const;

/** What finding a part of a query is worth beside the others: a thing is found without "mua" and "ở đâu". */
export const tellingWeights = { full: 1, weak: 0.45, stop: 0.15 } as const;

/** In a query with marks, a word with other marks. */
export const otherTone = 0.2;
/** A word of which only the beginning was typed. */
export const begunWord = 0.85;
/** Words that belong together and stand apart. */
export const apart = 0.6;
/** Results that have less than so much of what was asked for are not shown at all. */
export const leastShown = 0.2;
