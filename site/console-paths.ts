import type { Locale } from "@xudong/domain";

const either = (vi: string, en: string) => (locale: Locale) => (locale === "vi" ? vi : en);

/** Where those who work at the market work, by language. */
export const consolePaths = {
  sell: either("/kenh-ban-hang", "/en/sell"),
  gate: either("/soat-ve", "/en/gate"),
  curate: either("/bien-tap", "/en/curate"),
  admin: either("/quan-tri", "/en/admin"),
} as const;
