import { isDomainError, isId, type ListingKind, type Locale } from "@xudong/domain";
import type { CategoryView, ListingCard, Page } from "@xudong/catalog";
import { movedTo, notFound, seeOther, type Visit } from "../actions/visit.ts";
import { paths } from "../paths.ts";
import { categoryKey, listAt, pageKeys, type ListPage } from "../shop-paths.ts";

export type ListingsPage = {
  locale: Locale;
  kind: ListingKind;
  now: Date;
  list: Page<ListingCard>;
  page: number;
  /** What the kind is sorted by, and what of it is looked at. */
  categories: readonly CategoryView[];
  category: CategoryView | undefined;
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

/** A list of one kind, a page of it at a time, all of it or one category. */
export async function listingsPage(visit: Visit, kind: ListingKind, locale: Locale): Promise<Response | ListingsPage> {
  const { market } = visit.locals;
  visit.locals.keep();
  const asksFor = pageAsked(visit, locale);
  if (asksFor === undefined) return notFound();
  const categories = (await market.categories()).filter((category) => category.kind === kind);
  const asked = visit.url.searchParams.get(categoryKey(locale));
  const category = asked === null ? undefined : categories.flatMap((each) => [each, ...each.children]).find(({ slug }) => slug.vi === asked || slug.en === asked);
  if (asked !== null && category === undefined) return notFound();
  const at = (place: ListPage) => listAt(paths[kind === "goods" ? "products" : "experiences"](locale), locale, { ...place, category });
  if (category !== undefined && category.slug[locale] !== asked) return movedTo(at(asksFor));
  try {
    const list = await market.listings({ kind, ...asksFor, pageSize: listPageSize, ...(category === undefined ? {} : { category: category.slug.vi }) });
    if (isGone(asksFor, list)) return notFound();
    if (hasBecomeFirst(asksFor, list)) return seeOther(at({}));
    return { locale, kind, now: market.clock.now(), list, page: asksFor.page, categories, category };
  } catch (error) {
    if (isDomainError(error) && error.code === "category.not_found") return notFound();
    throw error;
  }
}
