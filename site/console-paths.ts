import type { Locale } from "@xudong/domain";

const either = (vi: string, en: string) => (locale: Locale) => (locale === "vi" ? vi : en);

/** Where those who work at the market work, by language. */
export const consolePaths = {
  sell: either("/kenh-ban-hang", "/en/sell"),
  gate: either("/soat-ve", "/en/gate"),
  curate: either("/bien-tap", "/en/curate"),
  admin: either("/quan-tri", "/en/admin"),
} as const;

/** The same with what it is about, such as the shop or the time. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

export const slipPath = (locale: Locale, shopId: string, parcelId: string): string => withQuery(`${consolePaths.sell(locale)}/${either("phieu", "slip")(locale)}/${parcelId}`, { shop: shopId });
