import type { Locale, Localized } from "@xudong/domain";
import { textIn } from "@xudong/domain";

/** Words, and their language where it is not the mail's own: what has no translation is shown as it is, and marked. */
export type Words = string | { text: string; lang: Locale };

/** One thing somebody bought, books or has to prepare. */
export type Item = { title: Words; under: readonly Words[]; amount?: string };

/** What a mail consists of. Its HTML and its plain text are two spellings of the same blocks, so that neither says more. */
export type Block =
  | { is: "text"; words: readonly Words[] }
  | { is: "heading"; words: Words; mark?: string }
  | { is: "facts"; facts: readonly (readonly [label: string, value: Words])[] }
  | { is: "items"; items: readonly Item[] }
  | { is: "sums"; sums: readonly (readonly [label: string, amount: string])[]; total?: readonly [label: string, amount: string] }
  /** The one thing to do. */
  | { is: "action"; words: string; url: string }
  | { is: "links"; links: readonly { words: string; url: string }[] }
  | { is: "note"; words: readonly string[] };

/** A mail before it is spelled. */
export type Sheet = { subject: string; /** What a list of mails shows beside the subject. */ glance: string; /** Which order it is about. */ over?: string; title: Words; blocks: readonly Block[]; foot: readonly string[] };

/** The words for a reader, with their language where it is another. */
export function wordsIn(text: Localized, locale: Locale): Words {
  const said = textIn(text, locale);
  return said.lang === locale ? said.text : said;
}

export const textOf = (words: Words): string => (typeof words === "string" ? words : words.text);
