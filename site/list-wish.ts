import { addDays, isDay, type Day, type Locale } from "@xudong/domain";
import { listingSorts, type ListingSort } from "@xudong/catalog";
import { readPrice } from "./read-price.ts";
import { categoryKey, pageKeys } from "./shop-paths.ts";

/** What somebody has chosen in the form beside a list, as its address says it. Slugs, codes and prices stand there as typed. */
export type ListWish = {
  category?: string | undefined;
  shop?: string | undefined;
  unit?: string | undefined;
  season?: "now" | number | undefined;
  min?: string | undefined;
  max?: string | undefined;
  ocop?: boolean | undefined;
  day?: Day | undefined;
  persons?: number | undefined;
  sort?: Exclude<ListingSort, "oldest"> | undefined;
};
export type WishKey = keyof ListWish;

/** The names of the form's fields in each language. */
export const wishNames = {
  category: { vi: categoryKey("vi"), en: categoryKey("en") },
  shop: { vi: "gian-hang", en: "shop" },
  unit: { vi: "noi", en: "place" },
  season: { vi: "mua", en: "season" },
  min: { vi: "gia-tu", en: "min" },
  max: { vi: "gia-den", en: "max" },
  ocop: { vi: "ocop", en: "ocop" },
  day: { vi: "ngay", en: "day" },
  persons: { vi: "nguoi", en: "people" },
  sort: { vi: "xep", en: "sort" },
} as const satisfies Record<WishKey, Record<Locale, string>>;

/** "Now" as the season's field says it. */
const nowWord = { vi: "nay", en: "now" } as const;

/** More people than this write to the seller. */
export const personsMost = 60;

/** Reads what was chosen; a value that means nothing counts as not chosen. */
export function readWish(params: URLSearchParams, locale: Locale, today: Day): ListWish {
  const one = (key: WishKey) => (params.get(wishNames[key][locale]) ?? "").trim().slice(0, 80) || undefined;
  const whole = (key: WishKey, most: number) => {
    const value = Number(one(key));
    return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
  };
  const day = one("day");
  const isAhead = day !== undefined && isDay(day) && day >= today && day <= addDays(today, 370);
  const sort = one("sort");
  return {
    category: one("category"),
    shop: one("shop"),
    unit: one("unit"),
    season: one("season") === nowWord[locale] ? "now" : whole("season", 12),
    min: one("min"),
    max: one("max"),
    ocop: one("ocop") === "1" || undefined,
    day: isAhead ? day : undefined,
    persons: isAhead ? (whole("persons", personsMost) ?? 1) : undefined,
    sort: listingSorts.find((each): each is Exclude<ListingSort, "oldest"> => each !== "oldest" && each === sort),
  };
}

/** The address of a list with these wishes. */
export function wishAt(path: string, locale: Locale, wish: ListWish, page = 1): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(wishNames) as WishKey[]) {
    const value = wish[key];
    if (value === undefined) continue;
    query.set(wishNames[key][locale], key === "season" && value === "now" ? nowWord[locale] : value === true ? "1" : String(value));
  }
  if (page > 1) query.set(pageKeys[locale].page, String(page));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** What the price fields ask for, and what is wrong with them. */
export function pricesOf({ min, max }: ListWish): { priceMin?: number; priceMax?: number; fault?: "price" | "price_order" } {
  const [from, to] = [readPrice(min ?? ""), readPrice(max ?? "")];
  if (from === null || to === null) return { fault: "price" };
  if (from !== undefined && to !== undefined && from > to) return { fault: "price_order" };
  return { ...(from === undefined ? {} : { priceMin: from }), ...(to === undefined ? {} : { priceMax: to }) };
}

/** Whether more is wished than a category, which the list that is walked by keys has, too. */
export function isChosen({ category: _category, ...wish }: ListWish): boolean {
  return Object.values(wish).some((value) => value !== undefined);
}
