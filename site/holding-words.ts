import { formatDay, lunarOf, monthOf, startOf, type Day, type FestivalTime, type Locale } from "@xudong/domain";
import { textFor } from "./text/index.ts";

/** The days of a holding by the solar calendar, as a person says them. */
export function solarWords({ from, to, precision }: FestivalTime, locale: Locale): string {
  const t = textFor(locale);
  if (precision === "months") {
    const [first, last] = [monthOf(from), monthOf(to)].map((month) => t.month(month));
    return t.content.someTime(`${first === last ? first : t.content.fromTo(first ?? "", last ?? "")} ${to.slice(0, 4)}`);
  }
  const spell = (day: Day) => formatDay(startOf(day), locale);
  return from === to ? spell(from) : t.content.fromTo(spell(from), spell(to));
}

/** The same days by the lunar calendar; undefined where no days are known. */
export function lunarWords({ from, to, precision }: Pick<FestivalTime, "from" | "to" | "precision">, locale: Locale): string | undefined {
  if (precision === "months") return undefined;
  const t = textFor(locale).content;
  const [first, last] = [lunarOf(from), lunarOf(to)];
  const monthName = ({ month, isLeapMonth }: { month: number; isLeapMonth: boolean }) => t.lunarMonth(month, isLeapMonth);
  if (from === to) return t.lunarDay(t.lunarDate(first.day), monthName(first));
  if (monthName(first) === monthName(last)) return t.lunarSpan(t.lunarDate(first.day), t.lunarDate(last.day), monthName(first));
  return t.lunarSpanOver(t.lunarDate(first.day), monthName(first), t.lunarDate(last.day), monthName(last));
}
