import type { Locale } from "@xudong/domain";
import { monthSlug } from "./months.ts";

/** The page of a month of the year. */
export const monthPath = (locale: Locale, month: number): string => `${locale === "vi" ? "/mua" : "/en/season"}/${monthSlug(locale, month)}`;

/** The query key of the month that an experience's calendar shows. */
export const monthKey = (locale: Locale): string => (locale === "vi" ? "thang" : "month");
