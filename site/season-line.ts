import { dayOf, lunarOf, tetOf, type Locale } from "@xudong/domain";
import { textFor } from "./text/index.ts";

const stems = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
const branches = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/** The name of a lunar year: 2027 is Đinh Mùi. */
export const lunarYearName = (year: number): string => `${stems[(year + 6) % 10]} ${branches[(year + 8) % 12]}`;

/** What an almanac says of a moment: the solar and the lunar day, and how far it is to Tết. */
export type SeasonLine = { day: number; month: number; weekday: string; lunarDay: string; untilTet: string; words: string };

const dayMs = 86_400_000;

export function seasonLine(now: Date, locale: Locale): SeasonLine {
  const t = textFor(locale);
  const today = dayOf(now);
  const lunar = lunarOf(today);
  const lunarDay = t.front.lunarDay(lunar.day, lunar.month, lunar.isLeapMonth);
  const isTet = lunar.month === 1 && lunar.day === 1;
  const year = isTet ? lunar.year : lunar.year + 1;
  const days = isTet ? 0 : Math.round((Date.parse(tetOf(year)) - Date.parse(today)) / dayMs);
  const untilTet = t.front.untilTet(days, lunarYearName(year), (year + 8) % 12);
  return { day: Number(today.slice(8)), month: Number(today.slice(5, 7)), weekday: t.front.weekdays[new Date(`${today}T00:00:00Z`).getUTCDay()] ?? "", lunarDay, untilTet, words: t.front.seasonLine(lunarDay, untilTet) };
}
