import type { Locale } from "@xudong/domain";

/** The pages that say whom one buys from and on which terms. */
export const trustPages = ["operator", "payment", "delivery", "returns", "complaints", "food_safety"] as const;
export type TrustPage = (typeof trustPages)[number];

const slugs: Readonly<Record<TrustPage, { readonly [L in Locale]: string }>> = {
  operator: { vi: "/ve-cho", en: "/en/about" },
  payment: { vi: "/ve-cho/thanh-toan", en: "/en/about/payment" },
  delivery: { vi: "/ve-cho/giao-hang", en: "/en/about/delivery" },
  returns: { vi: "/ve-cho/doi-tra-hoan-tien", en: "/en/about/returns" },
  complaints: { vi: "/ve-cho/lien-he-khieu-nai", en: "/en/about/complaints" },
  food_safety: { vi: "/ve-cho/an-toan-thuc-pham-ocop", en: "/en/about/food-safety-ocop" },
};

export const trustPath = (locale: Locale, page: TrustPage): string => slugs[page][locale];

/** What a browser shows where there is no connection. */
export const offlinePath = (locale: Locale): string => (locale === "vi" ? "/mat-mang" : "/en/offline");
