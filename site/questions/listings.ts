import { addDays, dayOf, isDomainError, isId, type ListingKind, type Locale } from "@xudong/domain";
import type { CategoryView, ListingCard, ListingOrigins, ListingWish, Page } from "@xudong/catalog";
import { movedTo, notFound, seeOther, type Visit } from "../actions/visit.ts";
import { paths } from "../paths.ts";
import { isChosen, pricesOf, readWish, wishAt, type ListWish } from "../list-wish.ts";
import { monthAhead } from "../months.ts";
import { listAt, pageKeys, type ListPage } from "../shop-paths.ts";

export type ListingsPage = {
  locale: Locale;
  kind: ListingKind;
  now: Date;
  list: Page<ListingCard>;
  page: number;
  /** What the kind is sorted by, and what of it is looked at. */
  categories: readonly CategoryView[];
  category: CategoryView | undefined;
  /** What was chosen in the form. */
  wish: ListWish;
  fault: "price" | "price_order" | undefined;
  origins: ListingOrigins;
  /** Where nothing fits: the same with one thing less, or on another day, and how much there is. */
  instead: readonly { wish: ListWish; total: number }[];
};

export const listPageSize = 24;

/** The page that is asked for: its number, and the key it is found by where a neighbour led here. Undefined for what is none. */
export function pageAsked({ url: { searchParams } }: Visit, locale: Locale): (ListPage & { page: number }) | undefined {
  const names = pageKeys[locale];
  const page = Number(searchParams.get(names.page) ?? "1");
  if (!Number.isSafeInteger(page) || page < 1) return undefined;
  const [after, before] = [searchParams.get(names.after), searchParams.get(names.before)];
  if ([after, before].some((key) => key !== null && !isId(key))) return undefined;
  if (page === 1) return { page };
  return { page, ...(after !== null ? { after } : before !== null ? { before } : {}) };
}

/** Whether there is no such page, or so much before it has gone that it has become the first. */
export const isGone = ({ page }: ListPage, { items }: Page<unknown>): boolean => page !== 1 && items.length === 0;
export const hasBecomeFirst = ({ before }: ListPage, { after }: Page<unknown>): boolean => before !== undefined && after === undefined;

/** A list of one kind, a page of it at a time: all of it, one category, or what fits what was chosen in the form beside it. */
export async function listingsPage(visit: Visit, kind: ListingKind, locale: Locale): Promise<Response | ListingsPage> {
  const { market } = visit.locals;
  visit.locals.keep();
  const asksFor = pageAsked(visit, locale);
  if (asksFor === undefined) return notFound();
  const now = market.clock.now();
  const path = paths[kind === "goods" ? "products" : "experiences"];
  const asked = readWish(visit.url.searchParams, locale, dayOf(now));
  const categories = (await market.categories()).filter((category) => category.kind === kind);
  const category = asked.category === undefined ? undefined : categories.flatMap((each) => [each, ...each.children]).find(({ slug }) => slug.vi === asked.category || slug.en === asked.category);
  if (asked.category !== undefined && category === undefined) return notFound();
  const wish = { ...asked, category: category?.slug[locale] };
  if (category !== undefined && wish.category !== asked.category) return movedTo(isChosen(wish) ? wishAt(path(locale), locale, wish, asksFor.page) : listAt(path(locale), locale, { ...asksFor, category }));
  const about = { locale, kind, now, page: asksFor.page, categories, category, wish, fault: pricesOf(wish).fault };
  try {
    const origins = await market.browse.origins(kind);
    if (isChosen(wish)) {
      const list = await market.browse.choose(askOf(kind, wish, now), { page: asksFor.page, pageSize: listPageSize });
      if (isGone(asksFor, list)) return notFound();
      return { ...about, list, origins, instead: list.total === 0 ? await insteadOf(visit, kind, wish) : [] };
    }
    const list = await market.listings({ kind, ...asksFor, pageSize: listPageSize, ...(category === undefined ? {} : { category: category.slug.vi }) });
    if (isGone(asksFor, list)) return notFound();
    if (hasBecomeFirst(asksFor, list)) return seeOther(listAt(path(locale), locale, { category }));
    return { ...about, list, origins, instead: [] };
  } catch (error) {
    if (isDomainError(error) && (error.code === "category.not_found" || error.code === "shop.not_found")) return notFound();
    throw error;
  }
}

function askOf(kind: ListingKind, wish: ListWish, now: Date): ListingWish {
  const { category, shop, unit, season, ocop, day, persons = 1, sort } = wish;
  const { priceMin, priceMax } = pricesOf(wish);
  const today = dayOf(now);
  return {
    kind, category, shop, unit, priceMin, priceMax, sort,
    hasOcop: ocop,
    season: season === undefined ? undefined : season === "now" ? { from: today, to: today } : monthAhead(today, season),
    room: day === undefined ? undefined : { day, persons },
  };
}

/** A list that is empty says what one could leave out, and on which days there is room. */
async function insteadOf(visit: Visit, kind: ListingKind, wish: ListWish): Promise<ListingsPage["instead"]> {
  const { market } = visit.locals;
  const now = market.clock.now();
  const { sort: _sort, persons: _persons, day, ...parts } = wish;
  const without = (Object.keys(parts) as (keyof typeof parts)[]).filter((key) => parts[key] !== undefined).map((key) => ({ ...wish, [key]: undefined }));
  const onDays = day === undefined ? [] : Array.from({ length: 7 }, (_, ahead) => ({ ...wish, day: addDays(day, ahead + 1) }));
  const tried = await Promise.all([...(day === undefined ? [] : [{ ...wish, day: undefined, persons: undefined }]), ...without, ...onDays].map(async (each) => ({ wish: each, total: (await market.browse.choose(askOf(kind, each, now), { page: 1, pageSize: 1 })).total })));
  return tried.filter(({ total }) => total > 0);
}
