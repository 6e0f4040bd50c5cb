import { isOptional } from "../stop-words.ts";
import { isMarked, wordsOf } from "../words.ts";

/** A word that was asked for. */
export type Asked = { fold: string; tone: string; isOptional: boolean; /** It may be the beginning of a word. */ isPrefix: boolean };

/** True for a word that is the one asked for, or begins with what was typed so far. */
export const isHit = (word: { fold: string }, asked: Pick<Asked, "fold" | "isPrefix">) => word.fold === asked.fold || (asked.isPrefix && word.fold.startsWith(asked.fold));

export type Understood = { words: readonly Asked[]; isMarked: boolean };

/** More words than these say no more. */
const wordsMax = 12;
const lettersMax = 200;

/** What a query asks for, word by word. While somebody types even one letter is a beginning; in a search it would find too much. */
export function understand(q: string, { isTyping = false }: { isTyping?: boolean } = {}): Understood {
  const typed = q.slice(0, lettersMax);
  const marked = isMarked(typed);
  const words = wordsOf(typed).slice(0, wordsMax);
  const endsOpen = /[\p{L}\p{M}\p{N}]$/u.test(typed);
  return {
    isMarked: marked,
    words: words.map((word, at) => ({
      fold: word.fold,
      tone: word.tone,
      isOptional: words.length > 1 && isOptional(word.tone),
      isPrefix: endsOpen && at === words.length - 1 && (isTyping || word.fold.length > 1),
    })),
  };
}

/** The words as FTS5 asks for them: folded letters and digits in quotation marks, nothing else of what was typed. */
export function matchText(words: readonly Asked[], join: "AND" | "OR"): string {
  return words.map(({ fold, isPrefix }) => `"${fold}"${isPrefix ? "*" : ""}`).join(` ${join} `);
}
