import type { Mark, MarkedText } from "../engine.ts";
import type { Understood } from "../query/understand.ts";
import { wordsOf, type Word } from "../query/words.ts";

/** The parts of a text that were asked for, as they stand there with their marks; neighbours in one. */
export function marksIn(text: string, understood: Understood): Mark[] {
  return joined(text, hitsIn(wordsOf(text), understood));
}

const wordsAround = 28;

/** A few words around the first place where a text speaks of what was asked for; undefined where it does not. */
export function excerptOf(text: string, understood: Understood): MarkedText | undefined {
  const words = wordsOf(text);
  const hits = hitsIn(words, understood);
  const first = hits[0];
  if (first === undefined) return undefined;
  const start = Math.max(0, Math.min(words.indexOf(first) - 6, words.length - wordsAround));
  const end = Math.min(words.length, start + wordsAround);
  const from = start === 0 ? 0 : (words[start]?.from ?? 0);
  const to = end === words.length ? text.length : (words[end - 1]?.to ?? text.length);
  const before = start === 0 ? "" : "… ";
  const part = `${before}${text.slice(from, to)}${end === words.length ? "" : " …"}`;
  const moved = joined(text, hits.filter((word) => word.from >= from && word.to <= to)).map((mark) => ({ from: mark.from - from + before.length, to: mark.to - from + before.length }));
  return { text: part, marks: moved };
}

/** Words of the text that a telling part of the query found; what says little is marked beside such a word alone. */
function hitsIn(words: readonly Word[], { segments }: Understood): Word[] {
  const told = segments.filter(({ telling }) => telling !== "stop");
  const hit = foundBy(words, told.length > 0 ? told : segments);
  const small = told.length === segments.length ? hit : foundBy(words, segments.filter(({ telling }) => telling === "stop"));
  for (const order of [words.keys(), [...words.keys()].reverse()]) {
    for (const at of order) {
      const word = words[at] as Word;
      if (small.has(word) && [words[at - 1], words[at + 1]].some((beside) => beside !== undefined && hit.has(beside))) hit.add(word);
    }
  }
  return words.filter((word) => hit.has(word));
}

function foundBy(words: readonly Word[], segments: Understood["segments"]): Set<Word> {
  const hit = new Set<Word>();
  for (const { alternatives, isPrefix, isName } of segments) {
    for (const { folds, tones } of alternatives) {
      const fits = (word: Word | undefined, at: number) =>
        word !== undefined && (word.fold === folds[at] ? tones === undefined || word.tone === tones[at] || isPrefix : isPrefix && at === folds.length - 1 && word.fold.startsWith(folds[at] ?? ""));
      for (let at = 0; at < words.length; at++) if (folds.every((_, here) => fits(words[at + here], here))) for (let here = 0; here < folds.length; here++) hit.add(words[at + here] as Word);
      const isApart = folds.length > 1 && !isName && folds.every((fold, here) => words.some((word) => word.fold === fold && fits(word, here)));
      if (isApart) for (const word of words) if (folds.some((_, here) => fits(word, here))) hit.add(word);
    }
  }
  return hit;
}

function joined(text: string, hits: readonly Word[]): Mark[] {
  const marks: Mark[] = [];
  for (const { from, to } of hits) {
    const last = marks.at(-1);
    if (last !== undefined && text.slice(last.to, from).trim() === "") last.to = to;
    else marks.push({ from, to });
  }
  return marks;
}
