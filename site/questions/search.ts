import type { FindAnswer, FindInput } from "@xudong/market";
import { searchSorts, type SearchSort } from "@xudong/search";
import type { Locale } from "@xudong/domain";
import type { Visit } from "../actions/visit.ts";
import { paths } from "../paths.ts";
import { readPrice } from "../read-price.ts";

/** What the search form holds, as words of the address in each language. */
const keys = {
  q: { vi: "q", en: "q" },
  kind: { vi: "loai", en: "kind" },
  category: { vi: "danh-muc", en: "category" },
  unit: { vi: "noi", en: "place" },
  ocop: { vi: "ocop", en: "ocop" },
  month: { vi: "thang", en: "month" },
  min: { vi: "gia-tu", en: "min" },
  max: { vi: "gia-den", en: "max" },
  sort: { vi: "sap-xep", en: "sort" },
  page: { vi: "trang", en: "page" },
} as const;
export type SearchKey = keyof typeof keys;

export type SearchPage = {
  locale: Locale;
  now: Date;
  found: FindAnswer;
  /** As typed, to stand in the form again. */
  typed: { q: string; min: string; max: string; sort: SearchSort };
  /** What a price field says that could not be read. */
  fault: "price" | "price_order" | undefined;
  /** The name of a field in the form. */
  name(key: SearchKey): string;
  /** This search on another page, or in another language. */
  at(page: number, locale?: Locale): string;
};

const pageSize = 24;
const queryMax = 200;
const valuesMax = 20;
/** So many pages a search can be turned at most. */
const pagesMax = 50;

/** Reads the form out of the address and asks. Nothing in it can be wrong enough not to answer. */
export async function searchPage(visit: Visit, locale: Locale): Promise<SearchPage> {
  const { searchParams } = visit.url;
  const one = (key: SearchKey) => searchParams.get(keys[key][locale]) ?? "";
  const all = (key: SearchKey) => [...new Set(searchParams.getAll(keys[key][locale]))].filter((value) => value !== "" && value.length <= 80).slice(0, valuesMax);
  const whole = (key: SearchKey, max: number) => all(key).map(Number).filter((value) => Number.isInteger(value) && value >= 1 && value <= max);
  const q = one("q").slice(0, queryMax);
  const min = readPrice(one("min"));
  const max = readPrice(one("max"));
  const fault = min === null || max === null ? ("price" as const) : min !== undefined && max !== undefined && min > max ? ("price_order" as const) : undefined;
  const sort = searchSorts.find((candidate) => candidate === one("sort")) ?? "relevance";
  const input: FindInput = {
    q, locale, sort, pageSize,
    kind: all("kind"),
    category: all("category"),
    place: all("unit"),
    ocop: whole("ocop", 5),
    month: whole("month", 12),
    page: Math.min(whole("page", Number.MAX_SAFE_INTEGER)[0] ?? 1, pagesMax),
    ...(fault !== undefined || min == null ? {} : { priceMinDong: min }),
    ...(fault !== undefined || max == null ? {} : { priceMaxDong: max }),
  };
  const { market } = visit.locals;
  return {
    locale,
    now: market.clock.now(),
    found: await market.find(input),
    typed: { q, min: one("min").slice(0, 20), max: one("max").slice(0, 20), sort },
    fault,
    name: (key) => keys[key][locale],
    at: (page, of = locale) => addressOf(searchParams, locale, of, page),
  };
}

/** The same search in the words of a language. */
function addressOf(params: URLSearchParams, from: Locale, to: Locale, page: number): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(keys) as SearchKey[]) {
    if (key === "page") continue;
    for (const value of params.getAll(keys[key][from])) if (value !== "") query.append(keys[key][to], value);
  }
  if (page > 1) query.set(keys.page[to], String(page));
  const text = query.toString();
  return paths.search(to) + (text === "" ? "" : `?${text}`);
}
