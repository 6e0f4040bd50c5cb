import { isDomainError, type ListingKind, type Locale } from "@xudong/domain";
import type { CategoryView, ListingCard, Page } from "@xudong/catalog";
import { movedTo, notFound, type Visit } from "../actions/visit.ts";
import { paths } from "../paths.ts";
import { categoryKey, listAt } from "../shop-paths.ts";

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

/** The number of the page that is asked for; undefined for what is none. */
export function pageAsked(visit: Visit, locale: Locale): number | undefined {
  const page = Number(visit.url.searchParams.get(locale === "vi" ? "trang" : "page") ?? "1");
  return Number.isSafeInteger(page) && page >= 1 ? page : undefined;
}

/** A list of one kind, a page of it at a time, all of it or one category. */
export async function listingsPage(visit: Visit, kind: ListingKind, locale: Locale): Promise<Response | ListingsPage> {
  const { market } = visit.locals;
  const page = pageAsked(visit, locale);
  if (page === undefined) return notFound();
  const categories = (await market.categories()).filter((category) => category.kind === kind);
  const asked = visit.url.searchParams.get(categoryKey(locale));
  const category = asked === null ? undefined : categories.flatMap((each) => [each, ...each.children]).find(({ slug }) => slug.vi === asked || slug.en === asked);
  if (asked !== null && category === undefined) return notFound();
  if (category !== undefined && category.slug[locale] !== asked) return movedTo(listAt(paths[kind === "goods" ? "products" : "experiences"](locale), locale, { page, category }));
  try {
    const list = await market.listings({ kind, page, pageSize: listPageSize, ...(category === undefined ? {} : { category: category.slug.vi }) });
    if (page > 1 && list.items.length === 0) return notFound();
    return { locale, kind, now: market.clock.now(), list, page, categories, category };
  } catch (error) {
    if (isDomainError(error) && error.code === "category.not_found") return notFound();
    throw error;
  }
}
