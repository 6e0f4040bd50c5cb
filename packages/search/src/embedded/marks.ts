import type { Mark } from "../engine.ts";
import { wordsOf } from "../words.ts";
import { isHit, type Asked } from "./query-words.ts";

/** The parts of a text whose words were asked for, as they stand there with their marks; neighbours in one. */
export function marksIn(text: string, asked: readonly Asked[]): Mark[] {
  const marks: Mark[] = [];
  for (const word of wordsOf(text)) {
    if (!asked.some((one) => !one.isOptional && isHit(word, one))) continue;
    const last = marks.at(-1);
    if (last !== undefined && text.slice(last.to, word.from).trim() === "") last.to = word.to;
    else marks.push({ from: word.from, to: word.to });
  }
  return marks;
}
