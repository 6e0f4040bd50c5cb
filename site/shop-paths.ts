import type { Locale } from "@xudong/domain";

type BothSlugs = { readonly [L in Locale]: string };

/** The query key that narrows a list to a category, by its slug. */
export const categoryKey = (locale: Locale): string => (locale === "vi" ? "loai" : "category");

export const shopListPath = (locale: Locale): string => (locale === "vi" ? "/gian-hang" : "/en/shops");
export const shopPath = (locale: Locale, slug: BothSlugs): string => `${shopListPath(locale)}/${slug[locale]}`;

/** The same list on another page of it, or narrowed to a category. */
export function listAt(path: string, locale: Locale, { page = 1, category }: { page?: number; category?: { slug: BothSlugs } | undefined }): string {
  const query = new URLSearchParams([...(category === undefined ? [] : [[categoryKey(locale), category.slug[locale]]]), ...(page === 1 ? [] : [[locale === "vi" ? "trang" : "page", String(page)]])]);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
