import { textIn, type Locale, type Localized } from "@xudong/domain";

/** Picks texts for a reader and remembers which of them are not in the language that was asked for. */
export type Words = { readonly locale: Locale; readonly untranslated: string[]; say(text: Localized, path: string): string };

export function wordsIn(locale: Locale): Words {
  const untranslated: string[] = [];
  return {
    locale,
    untranslated,
    say(text, path) {
      const found = textIn(text, locale);
      if (found.lang !== locale) untranslated.push(path);
      return found.text;
    },
  };
}
