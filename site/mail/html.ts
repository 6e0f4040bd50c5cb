/** Markup that may stand in a mail as it is. Only `html` makes it, so that whatever else stands in a mail is escaped. */
export class Markup {
  readonly #text: string;
  constructor(text: string, key: typeof ours) {
    if (key !== ours) throw new Error("Only html`…` makes markup: a text that came from elsewhere is never one");
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

const ours = Symbol("made by html`…`");

export type Part = string | number | Markup | undefined | readonly Part[];

/**
 * Markup with texts in it. What stands in `${…}` is escaped, in an attribute and between tags alike, unless it is markup
 * itself: there is no way to forget it, and none to leave it out.
 */
export function html(words: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(words.reduce((text, word, at) => text + spell(parts[at - 1]) + word), ours);
}

function spell(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.toString();
  if (typeof part === "object") return part.map(spell).join("");
  return escape(clean(String(part)));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");

/**
 * A text as it may be read anywhere: composed (NFC), without signs that nobody sees. Some of those turn the direction of what
 * follows, by which a name could make an amount beside it read otherwise.
 */
export const clean = (text: string): string => text.toWellFormed().replace(/\p{Cf}+/gu, "").normalize("NFC").replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

/** The same on one line, for plain text: a name with line breaks must not look like lines of ours. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, (space) => (space.includes("\u00A0") ? "\u00A0" : " ")).trim();
