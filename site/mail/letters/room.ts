import { formatCode, formatDay, formatTime, type Locale, type Localized } from "@xudong/domain";
import type { MailAbout, OrderLink } from "@xudong/market";
import { paths } from "../../paths.ts";
import { mailTextFor, type MailText } from "../../text/mail.ts";
import { textFor } from "../../text/index.ts";
import { wordsIn, type Block, type Sheet } from "../blocks.ts";

/** What every mail is written with: its language, and where the pages are that it leads to. */
export type Room = { locale: Locale; t: MailText; url(path: string): string };

export const roomFor = (locale: Locale, publicUrl: string): Room => ({ locale, t: mailTextFor(locale), url: (path) => `${publicUrl}${path}` });

export type About<K extends MailAbout["kind"]> = Extract<MailAbout, { kind: K }>;
export type LetterOf<K extends MailAbout["kind"]> = (about: Extract<MailAbout, { kind: K }>, room: Room) => Sheet;

/** An instant as a person says it. */
export const momentOf = ({ t, locale }: Room, at: Date): string => t.at(formatTime(at, locale), lowered(formatDay(at, locale), locale));

/** A Vietnamese weekday in the middle of a sentence. */
export const lowered = (text: string, locale: Locale): string => (locale === "vi" ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text);

/** A shop's name as a heading, with the mark of a sample one where its name does not say it already. */
export function shopHeading({ name, isSample }: { name: Localized; isSample: boolean }, locale: Locale): Block {
  const { shop: mark } = textFor(locale).sample;
  return { is: "heading", words: wordsIn(name, locale), ...(isSample && !nameOf(name, locale).toLowerCase().includes(mark) ? { mark } : {}) };
}

export const nameOf = (name: Localized, locale: Locale): string => (locale === "en" && name.en !== undefined && name.en !== "" ? name.en : name.vi);

/** The way to an order, opening it wherever it is pressed; where its key is lost, the way to look it up. */
export function toOrder({ code, key }: OrderLink, { t, locale, url }: Room, { words = t.openOrder, part = "" }: { words?: string; part?: string } = {}): Block[] {
  if (key === undefined) return [{ is: "note", words: [t.lookUpHow(formatCode(code))] }, { is: "action", words: t.lookUp, url: url(paths.lookup(locale)) }];
  return [{ is: "action", words, url: url(`${paths.order(locale, code)}?key=${encodeURIComponent(key)}${part}`) }];
}

export const buyerFoot = ({ code }: OrderLink, { t }: Room): string[] => [t.foot.buyer(formatCode(code)), t.foot.auto];

export const codeOf = ({ code }: OrderLink, { t }: Room): string => `${t.order} ${formatCode(code)}`;
