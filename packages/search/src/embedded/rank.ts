import type { SearchDocument } from "../engine.ts";
import { wordsOf, type Word } from "../words.ts";
import { isHit, type Asked, type Understood } from "./query-words.ts";

/** What a word found in a field is worth. */
const worth = { title: 1, titleEn: 0.9, tags: 0.8, place: 0.6, body: 0.4 } as const;
type Field = keyof typeof worth;
const fields = Object.keys(worth) as Field[];

export type Candidate = { document: SearchDocument; bm25: number };

/** How well a document answers: which words it has and in which field, side by side, at the head of the title, with their own tone. */
export function scoreOf({ document, bm25 }: Candidate, asked: Understood): number {
  const texts = fields.map((field) => ({ field, words: wordsOf(textOf(document, field)) }));
  const weights = asked.words.map((word) => (word.isOptional ? 0.35 : 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const covered = asked.words.reduce((sum, word, at) => sum + (weights[at] ?? 0) * bestField(texts, word, asked.isMarked), 0);
  return covered / whole + 0.3 * pairs(texts, asked.words) + titleBonus(texts, asked.words) + Math.min(1, -bm25 / 20) * 0.1 + Math.min(1, document.popularity ?? 0) * 0.05;
}

type Texts = readonly { field: Field; words: readonly Word[] }[];

const textOf = (document: SearchDocument, field: Field) => (field === "tags" ? document.tags.join(" ") : document[field]);

/** In a marked query a word with another tone is another word, unless its end is still to come. */
function bestField(texts: Texts, asked: Asked, isMarked: boolean): number {
  let best = 0;
  for (const { field, words } of texts) {
    for (const word of words) {
      if (!isHit(word, asked)) continue;
      const isSameTone = !isMarked || word.tone === asked.tone || (asked.isPrefix && word.fold !== asked.fold);
      best = Math.max(best, worth[field] * (isSameTone ? 1 : 0.25));
    }
  }
  return best;
}

/** The part of the neighbours in the query that are neighbours in the text. */
function pairs(texts: Texts, asked: readonly Asked[]): number {
  if (asked.length < 2) return 0;
  const found = asked.slice(1).filter((second, at) => {
    const first = asked[at];
    return first !== undefined && texts.some(({ words }) => words.some((word, here) => isHit(word, first) && words[here + 1] !== undefined && isHit(words[here + 1] as Word, second)));
  });
  return found.length / (asked.length - 1);
}

/** Vietnamese says first what a thing is: a title that begins with the query is about it. */
function titleBonus(texts: Texts, asked: readonly Asked[]): number {
  const titles = texts.filter(({ field }) => field === "title" || field === "titleEn").map(({ words }) => words);
  const begins = titles.some((words) => asked.length > 0 && asked.every((word, at) => words[at] !== undefined && isHit(words[at], word)));
  if (!begins) return 0;
  return titles.some((words) => words.length === asked.length) ? 0.5 : 0.3;
}
