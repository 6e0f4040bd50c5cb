import { monthOf, type Day } from "./time.ts";

/** The solar months 1–12 in which a thing can be had; all twelve means all year. */
export type Season = { months: readonly number[] };

/** True on a day inside the season (O3). */
export function isInSeason(season: Season, day: Day): boolean {
  return season.months.includes(monthOf(day));
}

/** The first month of the next season after `day`, 1–12, or undefined where there is none or it is now. */
export function nextSeasonMonth(season: Season, day: Day): number | undefined {
  const month = monthOf(day);
  if (season.months.length === 0 || season.months.includes(month)) return undefined;
  for (let ahead = 1; ahead < 12; ahead++) {
    const candidate = ((month - 1 + ahead) % 12) + 1;
    if (season.months.includes(candidate)) return candidate;
  }
  return undefined;
}

/** The last day of the season that `day` lies in, or undefined where it lasts all year or `day` is outside. */
export function seasonEndsOn(season: Season, day: Day): Day | undefined {
  if (!isInSeason(season, day) || season.months.length >= 12) return undefined;
  let year = Number(day.slice(0, 4));
  let month = monthOf(day);
  while (season.months.includes((month % 12) + 1)) {
    month = (month % 12) + 1;
    if (month === 1) year += 1;
  }
  const last = new Date(Date.UTC(year, month, 0));
  return last.toISOString().slice(0, 10);
}
