import type { SearchDocument } from "../engine.ts";
import { wordsOf } from "../query/words.ts";

/** The fields words are looked for in, as their lines stand in `Folded`. */
export const textFields = ["title", "titleEn", "tags", "place", "body"] as const;
export type TextField = (typeof textFields)[number];

/** A document as words are looked for in it: one line a field, a space on each side of every word. */
export type Folded = { words: readonly string[]; tones: readonly string[] };

export function foldedOf(document: SearchDocument): Folded {
  const words = textFields.map((field) => wordsOf(textOf(document, field)));
  return { words: words.map((line) => lineOf(line.map(({ fold }) => fold))), tones: words.map((line) => lineOf(line.map(({ tone }) => tone))) };
}

const lineOf = (keys: readonly string[]) => (keys.length === 0 ? "" : ` ${keys.join(" ")} `);

/** What an index holds of a field. Stars are words as well: people type "ocop 4 sao". */
function textOf(document: SearchDocument, field: TextField): string {
  if (field !== "tags") return document[field];
  const { ocop } = document;
  return [...document.tags, ...(ocop === undefined || ocop === 0 ? [] : [`ocop ${ocop} sao`, `ocop ${ocop} stars`])].join(" | ");
}
