/** The languages of the market; Vietnamese is first and always there. */
export const locales = ["vi", "en"] as const;
export type Locale = (typeof locales)[number];

/** A text a person reads. Vietnamese is the original; a missing English text is shown as missing, never guessed. */
export type Localized = { vi: string; en?: string };

/** The text for a reader, and the language it is really in. */
export function textIn(text: Localized, locale: Locale): { text: string; lang: Locale } {
  if (locale === "en" && text.en !== undefined && text.en !== "") return { text: text.en, lang: "en" };
  return { text: text.vi, lang: "vi" };
}
