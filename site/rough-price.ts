import { dayOf, formatDay, startOf, type Dong, type Locale } from "@xudong/domain";
import { marketConfig, type RoughRate } from "../market.config.ts";
import { textFor } from "./text/index.ts";

/** The query key of the currency a visitor wants to read prices in, too. */
export const currencyKey = (locale: Locale): string => (locale === "vi" ? "tien" : "currency");

/** The rates that hold on a day: of each currency the newest that has begun. */
export function ratesOn(now: Date): readonly RoughRate[] {
  const today = dayOf(now);
  const begun = marketConfig.roughRates.filter(({ from }) => from <= today).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return marketConfig.roughRates.map(({ currency }) => currency).filter((each, at, all) => all.indexOf(each) === at).flatMap((currency) => begun.find((rate) => rate.currency === currency) ?? []);
}

/** The rate that an address asks for; undefined for none, or one that nobody has written down. */
export function rateAsked(params: URLSearchParams, locale: Locale, now: Date): RoughRate | undefined {
  const asked = params.get(currencyKey(locale))?.toUpperCase();
  return asked === undefined ? undefined : ratesOn(now).find(({ currency }) => currency === asked);
}

/** "about US$1.10": two figures and no more, because it is a rough price. Nobody is charged it. */
export function roughPrice(dong: Dong, { currency, dong: worth }: RoughRate, locale: Locale): string {
  const amount = new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB", { style: "currency", currency, currencyDisplay: "code", maximumSignificantDigits: 2, minimumFractionDigits: 0 }).format(dong / worth);
  return textFor(locale).front.rough(amount);
}

/** Where the rate comes from, and of which day it is. */
export function rateNote({ currency, dong, from, isSample }: RoughRate, locale: Locale): string {
  const b = textFor(locale).browse.rough;
  return b.note(currency, new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB").format(dong), formatDay(startOf(from), locale), isSample);
}
