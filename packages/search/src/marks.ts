import type { Mark } from "./engine.ts";
import { wordsOf } from "./words.ts";

/** The parts of a text whose words were asked for, as they stand there with their marks; neighbours in one. */
export function marksIn(text: string, asked: readonly { fold: string; isPrefix: boolean; isOptional: boolean }[]): Mark[] {
  const marks: Mark[] = [];
  for (const word of wordsOf(text)) {
    if (!asked.some((one) => !one.isOptional && (word.fold === one.fold || (one.isPrefix && word.fold.startsWith(one.fold))))) continue;
    const last = marks.at(-1);
    if (last !== undefined && text.slice(last.to, word.from).trim() === "") last.to = word.to;
    else marks.push({ from: word.from, to: word.to });
  }
  return marks;
}
