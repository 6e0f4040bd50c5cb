/**
 * The Vietnamese lunar calendar, after the method that Hồ Ngọc Đức published: a month begins on the day of the new moon, the
 * winter solstice lies in month 11, and of thirteen months between two such the first in which the sun enters no new
 * twelfth of its way is a leap month. Days are Vietnam's: UTC+7 since 1968, before that as its calendars had them (decision 0013).
 */
import { moonNear, newMoon, sunLongitude } from "./lunar-sky.ts";
import { isDay, type Day } from "./time.ts";

/** A day of the Vietnamese lunar calendar: month 1–12, day 1–30. Lunar year 2026 begins with Tết in February 2026. */
export type LunarDate = { year: number; month: number; day: number; isLeapMonth: boolean };

/**
 * A part of every lunar year, both ends included; it may run over the turn of the year. It begins and ends in ordinary
 * months, and a leap month between them belongs to it. Day 30 of a short month is its day 29.
 */
export type LunarWindow = { fromMonth: number; fromDay: number; toMonth: number; toDay: number };

/** Lunar years that are known. */
export const lunarYears = { first: 1900, last: 2199 } as const;

type Month = { month: number; isLeapMonth: boolean; first: number; length: number };

const dayMs = 86_400_000;
/** Days are counted from 1970-01-01. */
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const dayAt = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10);

/** From when on calendars here were reckoned at which distance from Greenwich: Peking's own noon, its zone, and Hanoi's (decision 0013). */
const zones = [
  { from: numberOf("1968-01-01"), hours: 7 },
  { from: numberOf("1929-01-01"), hours: 8 },
  { from: -Infinity, hours: 7 + 45 / 60 + 40 / 3600 },
] as const;

const hoursAt = (at: number): number => zones.find(({ from, hours }) => at + hours / 24 >= from)?.hours ?? 7;
const localDay = (at: number): number => Math.floor(at + hoursAt(at) / 24);
const midnight = (number: number): number => number - hoursAt(number - 7 / 24) / 24;

const firstOfMonth = (moon: number): number => localDay(newMoon(moon));
/** Which twelfth of its way the sun is in when a day begins, 0–11. */
const twelfthOf = (number: number): number => Math.floor(sunLongitude(midnight(number)) / 30);

/** Remembers what was reckoned: lists of listings ask for the same few years again and again. */
function perYear<T>(reckon: (year: number) => T): (year: number) => T {
  const known = new Map<number, T>();
  return (year) => {
    let found = known.get(year);
    if (found === undefined) known.set(year, (found = reckon(year)));
    return found;
  };
}

/** The new moon that begins month 11, in which the winter solstice of a solar year lies. */
const moonOfSolstice = perYear((year) => {
  const yearEnds = numberOf(`${year}-12-31`);
  let moon = moonNear(yearEnds) + 1;
  while (firstOfMonth(moon) > yearEnds) moon -= 1;
  return twelfthOf(firstOfMonth(moon)) >= 9 ? moon - 1 : moon;
});

/** The months from month 11 of the lunar year before up to month 10 of this one. */
const monthsFromSolstice = perYear((year): readonly Month[] => {
  const [begin, end] = [moonOfSolstice(year - 1), moonOfSolstice(year)];
  const firsts = Array.from({ length: end - begin + 1 }, (_, at) => firstOfMonth(begin + at));
  const twelfths = firsts.map(twelfthOf);
  const leapAt = firsts.length - 1 === 13 ? twelfths.findIndex((twelfth, at) => at > 0 && twelfth === twelfths[at + 1]) : -1;
  return firsts.slice(0, -1).map((first, at) => {
    const sinceEleven = leapAt !== -1 && at >= leapAt ? at - 1 : at;
    return { month: ((10 + sinceEleven) % 12) + 1, isLeapMonth: at === leapAt, first, length: (firsts[at + 1] ?? 0) - first };
  });
});

const monthsOf = perYear((year): readonly Month[] => {
  const isOfWinter = ({ month }: Month) => month >= 11;
  return [...monthsFromSolstice(year).filter((month) => !isOfWinter(month)), ...monthsFromSolstice(year + 1).filter(isOfWinter)];
});

const isKnown = (year: number): boolean => Number.isInteger(year) && year >= lunarYears.first && year <= lunarYears.last;

function requireKnown(year: number): void {
  if (!isKnown(year)) throw new RangeError(`The lunar calendar is known from ${lunarYears.first} to ${lunarYears.last}, not in ${year}`);
}

/** The first day of a lunar year, Tết. @throws RangeError outside the lunar years that are known */
export function tetOf(year: number): Day {
  requireKnown(year);
  return dayAt(monthsOf(year)[0]?.first ?? 0);
}

/** How many days a lunar year has: 353 to 355, or 383 to 385 with a leap month. @throws RangeError as above */
export function lunarDaysInYear(year: number): number {
  requireKnown(year);
  return monthsOf(year).reduce((days, month) => days + month.length, 0);
}

/** The number of the month that comes twice in a lunar year, if one does. @throws RangeError as above */
export function leapMonthOf(year: number): number | undefined {
  requireKnown(year);
  return monthsOf(year).find(({ isLeapMonth }) => isLeapMonth)?.month;
}

/** 29 or 30, or undefined where that month does not exist that year. */
export function lunarMonthLength({ year, month, isLeapMonth }: Pick<LunarDate, "year" | "month" | "isLeapMonth">): number | undefined {
  return findMonth(year, month, isLeapMonth)?.length;
}

function findMonth(year: number, month: number, isLeapMonth: boolean): Month | undefined {
  return isKnown(year) ? monthsOf(year).find((each) => each.month === month && each.isLeapMonth === isLeapMonth) : undefined;
}

/** The lunar date of a day. @throws RangeError as above */
export function lunarOf(day: Day): LunarDate {
  const number = isDay(day) ? numberOf(day) : Number.NaN;
  const solarYear = Number(day.slice(0, 4));
  // Tết falls in January or February: days before it still belong to the year before.
  const year = isKnown(solarYear) && day >= tetOf(solarYear) ? solarYear : solarYear - 1;
  requireKnown(year);
  const month = monthsOf(year).findLast(({ first }) => first <= number);
  if (month === undefined || number >= month.first + month.length) throw new RangeError(`The lunar calendar is not known on ${day}`);
  return { year, month: month.month, day: number - month.first + 1, isLeapMonth: month.isLeapMonth };
}

/** The day of a lunar date, or undefined where that year has no such day: no leap month, or no day 30 in it. */
export function dayOfLunar({ year, month, day, isLeapMonth }: LunarDate): Day | undefined {
  const found = findMonth(year, month, isLeapMonth);
  return found === undefined || !Number.isInteger(day) || day < 1 || day > found.length ? undefined : dayAt(found.first + day - 1);
}

/**
 * The day on which what has a yearly lunar date is kept in a lunar year: in the ordinary month, never in the leap one, and on
 * day 29 where day 30 is missing. Undefined for a date that no year has, and outside the years that are known.
 */
export function yearlyLunarDay(year: number, { month, day }: Pick<LunarDate, "month" | "day">): Day | undefined {
  const found = findMonth(year, month, false);
  return found === undefined ? undefined : dayOfLunar({ year, month, day: day === 30 ? found.length : day, isLeapMonth: false });
}

/** The next day on or after `from` on which a yearly lunar date is kept, as `yearlyLunarDay` has it. */
export function nextLunarDay(date: Pick<LunarDate, "month" | "day">, from: Day): Day | undefined {
  if (!isDay(from)) return undefined;
  const solarYear = Number(from.slice(0, 4));
  for (const year of [solarYear - 1, solarYear, solarYear + 1]) {
    const day = yearlyLunarDay(year, date);
    if (day !== undefined && day >= from) return day;
  }
  return undefined;
}

/** True where both ends of a window can be days of the calendar. */
export function isLunarWindow({ fromMonth, fromDay, toMonth, toDay }: LunarWindow): boolean {
  const isIn = (value: number, max: number) => Number.isInteger(value) && value >= 1 && value <= max;
  return isIn(fromMonth, 12) && isIn(toMonth, 12) && isIn(fromDay, 30) && isIn(toDay, 30);
}

/** The days of a window that begins in a lunar year, both ends included; undefined outside the years that are known. */
export function lunarWindowIn(year: number, { fromMonth, fromDay, toMonth, toDay }: LunarWindow): { from: Day; to: Day } | undefined {
  const runsOver = toMonth < fromMonth || (toMonth === fromMonth && toDay < fromDay);
  const from = yearlyLunarDay(year, { month: fromMonth, day: fromDay });
  const to = yearlyLunarDay(runsOver ? year + 1 : year, { month: toMonth, day: toDay });
  return from === undefined || to === undefined ? undefined : { from, to };
}
