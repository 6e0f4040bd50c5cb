import { addDays, monthOf, type Day, type Locale } from "@xudong/domain";
import { textFor } from "./text/index.ts";

/** Every month, 1 to 12. */
export const monthNumbers = Array.from({ length: 12 }, (_, i) => i + 1);

export const firstOf = (year: number, month: number): Day => `${year}-${String(month).padStart(2, "0")}-01`;
const lastOf = (first: Day): Day => addDays(`${addDays(`${first.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1);

/** The days of a month: of the one that is, or of the next one of its number. */
export function monthAhead(today: Day, month: number): { from: Day; to: Day } {
  const year = Number(today.slice(0, 4)) + (month < monthOf(today) ? 1 : 0);
  return monthDays(firstOf(year, month));
}

/** The days of the month that a day lies in. */
export const monthDays = (day: Day): { from: Day; to: Day } => ({ from: `${day.slice(0, 7)}-01`, to: lastOf(`${day.slice(0, 7)}-01`) });

const english = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** A month as the address of its page names it: `thang-6`, `june`. */
export const monthSlug = (locale: Locale, month: number): string => (locale === "vi" ? `thang-${month}` : (english[month - 1] ?? ""));

/** The month an address names; undefined for none. */
export function monthOfSlug(locale: Locale, slug: string): number | undefined {
  return monthNumbers.find((month) => monthSlug(locale, month) === slug);
}

/** A month's name for who hears it, beginning with what stands there for who sees it: "Jun, June". */
export function heardMonth(locale: Locale, month: number, seen: string): string {
  const name = textFor(locale).front.solarMonth(month);
  return name.includes(seen) && locale === "vi" ? name : `${seen}, ${name}`;
}

/** "Tháng Sáu": a month that begins a line. */
export function monthTitle(locale: Locale, month: number): string {
  const words = textFor(locale).month(month);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
