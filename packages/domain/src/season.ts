import { isLunarWindow, lunarWindowIn, type LunarWindow } from "./lunar.ts";
import { addDays, monthOf, type Day } from "./time.ts";

/** When a thing can be had: in these solar months 1–12, of which all twelve mean all year, and in these lunar windows besides. */
export type Season = { months: readonly number[]; lunar?: readonly LunarWindow[] | null | undefined };

/** The season of a listing, as its row and its card have it. */
export function seasonOf({ seasonMonths, seasonLunar }: { seasonMonths: readonly number[]; seasonLunar?: readonly LunarWindow[] | null | undefined }): Season {
  return { months: seasonMonths, lunar: seasonLunar };
}

/** True on a day inside the season (O3). */
export function isInSeason(season: Season, day: Day): boolean {
  return season.months.includes(monthOf(day)) || (season.lunar ?? []).some((window) => turnOf(window, day) !== undefined);
}

/** What a season says that no calendar knows: the fields at fault. One without any month or window is never, and so at fault, too. */
export function seasonFaults({ months, lunar }: Season): ("seasonMonths" | "seasonLunar")[] {
  const windows = lunar ?? [];
  const areMonthsWrong = months.some((month) => !Number.isInteger(month) || month < 1 || month > 12) || (months.length === 0 && windows.length === 0);
  return [...(areMonthsWrong ? (["seasonMonths"] as const) : []), ...(windows.every(isLunarWindow) ? [] : (["seasonLunar"] as const))];
}

/** The first day of the next season after `day`, or undefined where there is none or it is now. */
export function nextSeasonDay(season: Season, day: Day): Day | undefined {
  if (isInSeason(season, day)) return undefined;
  const begins = [...monthBegins(season, day), ...turnsAround(season, day).map(({ from }) => from)].filter((from) => from > day);
  return begins.sort()[0];
}

/** The solar month in which the next season begins, 1–12, or undefined where there is none or it is now. */
export function nextSeasonMonth(season: Season, day: Day): number | undefined {
  const next = nextSeasonDay(season, day);
  return next === undefined ? undefined : monthOf(next);
}

/** The last day of the season that `day` lies in, or undefined where it lasts all year or `day` is outside. */
export function seasonEndsOn(season: Season, day: Day): Day | undefined {
  const inAYear = addDays(day, 366);
  let end: Day | undefined;
  for (let next = day; isInSeason(season, next); next = addDays(end, 1)) {
    if (next > inAYear) return undefined;
    const ends = (season.lunar ?? []).flatMap((window) => turnOf(window, next)?.to ?? []);
    if (season.months.includes(monthOf(next))) ends.push(lastOfMonth(next));
    end = ends.sort().at(-1) ?? next;
  }
  return end;
}

/** The turn of a window that a day lies in: one that began in the year before may last into this one. */
function turnOf(window: LunarWindow, day: Day): { from: Day; to: Day } | undefined {
  return turnsOf(window, day).find(({ from, to }) => from <= day && day <= to);
}

const turnsAround = (season: Season, day: Day) => (season.lunar ?? []).flatMap((window) => turnsOf(window, day));

/** A lunar year begins up to seven weeks into the solar one, and a window may end a year after it began. */
function turnsOf(window: LunarWindow, day: Day): { from: Day; to: Day }[] {
  const year = Number(day.slice(0, 4));
  return [year - 2, year - 1, year, year + 1].flatMap((begin) => lunarWindowIn(begin, window) ?? []);
}

/** The first days of the season's months within the year after `day`. */
function monthBegins({ months }: Season, day: Day): Day[] {
  const year = Number(day.slice(0, 4));
  return [year, year + 1].flatMap((each) => months.map((month) => `${each}-${String(month).padStart(2, "0")}-01`));
}

function lastOfMonth(day: Day): Day {
  return new Date(Date.UTC(Number(day.slice(0, 4)), monthOf(day), 0)).toISOString().slice(0, 10);
}
