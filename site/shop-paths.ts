import type { Locale } from "@xudong/domain";

type BothSlugs = { readonly [L in Locale]: string };

/** The query key that narrows a list to a category, by its slug. */
export const categoryKey = (locale: Locale): string => (locale === "vi" ? "loai" : "category");

export const shopListPath = (locale: Locale): string => (locale === "vi" ? "/gian-hang" : "/en/shops");
export const shopPath = (locale: Locale, slug: BothSlugs): string => `${shopListPath(locale)}/${slug[locale]}`;

/** Which page of a list, with the key it comes after or before: it is found by the key, however far it is, and the number tells people where they are. */
export type ListPage = { page?: number | undefined; after?: string | undefined; before?: string | undefined };

/** The query keys of a page of a list. */
export const pageKeys = {
  vi: { page: "trang", after: "sau", before: "truoc" },
  en: { page: "page", after: "after", before: "before" },
} as const satisfies Record<Locale, Record<keyof ListPage, string>>;

/** The same list on another page of it, or narrowed to a category. */
export function listAt(path: string, locale: Locale, { page = 1, after, before, category }: ListPage & { category?: { slug: BothSlugs } | undefined }): string {
  const key = after !== undefined ? [[pageKeys[locale].after, after]] : before !== undefined ? [[pageKeys[locale].before, before]] : [];
  const query = new URLSearchParams([...(category === undefined ? [] : [[categoryKey(locale), category.slug[locale]]]), ...(page === 1 ? [] : [[pageKeys[locale].page, String(page)], ...key])]);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
