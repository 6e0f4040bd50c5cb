import type { Localized } from "./localized.ts";
import { dayOfLunar, lunarMonthLength, yearlyLunarDay } from "./lunar.ts";
import type { AnnouncedDays, FestivalDates, LunarFestivalDay } from "./piece.ts";
import { addDays, isDay, type Day } from "./time.ts";

/** One holding of a festival. */
export type FestivalTime = {
  from: Day;
  /** The last day, included. */
  to: Day;
  /** `months`: it will be held within these days, and nobody knows when. */
  precision: "days" | "months";
  mainDays: readonly { day: Day; what?: Localized }[];
  /** A shorter one, at another time of the year than the festival's own. */
  isLesser: boolean;
  /** What a lesser one is called. */
  what?: Localized;
  /** The organisers named these days; otherwise they follow from the rule. */
  isAnnounced: boolean;
};

const dayMs = 86_400_000;
const apart = (a: Day, b: Day): number => Math.abs(Date.parse(a) - Date.parse(b)) / dayMs;

/** Days announced further than this from those of the rule are another holding, not the same one moved. */
const mostMovedDays = 60;

/** Every holding of a festival that begins in a solar year, first to last. A lunar month 12 may bring two, or none. */
export function festivalDays({ dates }: { dates: FestivalDates }, year: number): FestivalTime[] {
  const byRule = dates.calendar === "lunar" ? lunarTimes(dates, year) : harvestTimes(dates.months, year);
  const times = withAnnounced(byRule, dates.announced ?? []);
  const lesser = dates.calendar === "lunar" ? (dates.alsoOn ?? []).flatMap((day) => lesserTimes(day, year)) : [];
  return [...times, ...lesser].filter(({ from }) => Number(from.slice(0, 4)) === year).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The holding that is going on, or the next one; undefined where none is known to come. */
export function nextFestivalTime(festival: { dates: FestivalDates }, today: Day): FestivalTime | undefined {
  const year = Number(today.slice(0, 4));
  const times = [year - 1, year, year + 1, year + 2].flatMap((each) => festivalDays(festival, each));
  return times.find(({ to }) => to >= today);
}

/** True on the days of a holding; where only its months are known nobody can say so. */
export function isGoingOn({ from, to, precision }: FestivalTime, today: Day): boolean {
  return precision === "days" && from <= today && today <= to;
}

/** Lunar years whose days may begin in a solar year, and those around it, which announced days are measured against. */
const lunarYearsAround = (year: number): number[] => [year - 2, year - 1, year, year + 1];

type LunarFestival = Extract<FestivalDates, { calendar: "lunar" }>;

function lunarTimes({ month, startDay, lengthDays, mainDays = [] }: LunarFestival, year: number): FestivalTime[] {
  return lunarYearsAround(year).flatMap((lunarYear) => {
    const from = firstDay(lunarYear, { month, day: startDay }, mainDays);
    if (from === undefined) return [];
    const mains = mainDays.flatMap(({ what, ...date }) => {
      const day = yearlyLunarDay(date.month < month ? lunarYear + 1 : lunarYear, date);
      return day === undefined ? [] : [{ day, ...(what === undefined ? {} : { what }) }];
    });
    return [{ from, to: addDays(from, lengthDays - 1), precision: "days" as const, mainDays: mains, isLesser: false, isAnnounced: false }];
  });
}

/** Begins in the ordinary month, except that one which leads over to its main day in the next month does not let a leap month come between. */
function firstDay(lunarYear: number, { month, day }: LunarFestivalDay, mainDays: readonly LunarFestivalDay[]): Day | undefined {
  const leadsOver = mainDays.length > 0 && mainDays.every((main) => main.month !== month);
  const length = leadsOver ? lunarMonthLength({ year: lunarYear, month, isLeapMonth: true }) : undefined;
  if (length === undefined) return yearlyLunarDay(lunarYear, { month, day });
  return dayOfLunar({ year: lunarYear, month, day: Math.min(day, length), isLeapMonth: true });
}

function lesserTimes({ month, day, what, lengthDays = 1 }: LunarFestivalDay & { lengthDays?: number }, year: number): FestivalTime[] {
  return lunarTimes({ calendar: "lunar", month, startDay: day, lengthDays }, year).map((time) => ({ ...time, isLesser: true, ...(what === undefined ? {} : { what }) }));
}

/** Runs of months, each told in the year it begins in; December to January is one run. */
function harvestTimes(months: readonly number[], year: number): FestivalTime[] {
  const isIn = (month: number) => months.includes(((month + 11) % 12) + 1);
  const starts = months.length >= 12 ? [1] : months.filter((month) => !isIn(month - 1));
  return [year - 1, year, year + 1].flatMap((each) =>
    starts.map((first) => {
      let last = first;
      while (last - first < 11 && isIn(last + 1)) last += 1;
      return { from: dayIn(each, first, 1), to: dayIn(each, last + 1, 0), precision: "months" as const, mainDays: [], isLesser: false, isAnnounced: false };
    }),
  );
}

const dayIn = (year: number, month: number, day: number): Day => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** What organisers announced stands for the holding it moved: the one of the rule that is nearest. */
function withAnnounced(times: readonly FestivalTime[], announced: readonly AnnouncedDays[]): FestivalTime[] {
  const result = [...times];
  for (const { from, to, mainDay } of announced) {
    const away = (time: FestivalTime) => (time.from <= from && from <= time.to ? 0 : apart(time.from, from));
    const nearest = result.filter((time) => !time.isAnnounced && away(time) <= mostMovedDays).toSorted((a, b) => away(a) - away(b))[0];
    const mainDays = mainDay === undefined ? (nearest?.mainDays ?? []).filter(({ day }) => from <= day && day <= to) : [{ day: mainDay }];
    const time: FestivalTime = { from, to, precision: "days", mainDays, isLesser: false, isAnnounced: true };
    if (nearest === undefined) result.push(time);
    else result[result.indexOf(nearest)] = time;
  }
  return result;
}

/** What does not fit together in the days of a festival: the field, and why. */
export function faultsOfFestivalDates(dates: FestivalDates): { field: string; reason: string; min?: number; max?: number }[] {
  const faults = (dates.announced ?? []).flatMap(({ from, to, mainDay }, i) => {
    const field = `announced.${i}`;
    if (!isDay(from)) return [{ field: `${field}.from`, reason: "no_such_day" }];
    if (!isDay(to)) return [{ field: `${field}.to`, reason: "no_such_day" }];
    if (to < from) return [{ field: `${field}.to`, reason: "day_before_start" }];
    return mainDay === undefined || (isDay(mainDay) && from <= mainDay && mainDay <= to) ? [] : [{ field: `${field}.mainDay`, reason: "no_such_day" }];
  });
  if (dates.calendar === "harvest") {
    if (dates.months.length === 0) faults.push({ field: "months", reason: "missing" });
    return [...faults, ...dates.months.flatMap((month, i) => outside(`months.${i}`, month, 12))];
  }
  const { month, startDay, lengthDays, mainDays = [], alsoOn = [] } = dates;
  const plain = [
    ...faults,
    ...outside("month", month, 12),
    ...outside("startDay", startDay, 30),
    ...outside("lengthDays", lengthDays, longestDays),
    ...alsoOn.flatMap((day, i) => [...outside(`alsoOn.${i}.month`, day.month, 12), ...outside(`alsoOn.${i}.day`, day.day, 30), ...outside(`alsoOn.${i}.lengthDays`, day.lengthDays ?? 1, longestDays)]),
    ...mainDays.flatMap((day, i) => [...outside(`mainDays.${i}.month`, day.month, 12), ...outside(`mainDays.${i}.day`, day.day, 30)]),
  ];
  if (plain.length > 0) return plain;
  const [time] = festivalDays({ dates: { calendar: "lunar", month, startDay, lengthDays, mainDays } }, 2000);
  return (time?.mainDays ?? []).flatMap(({ day }, i) => (time !== undefined && time.from <= day && day <= time.to ? [] : [{ field: `mainDays.${i}`, reason: "no_such_day" }]));
}

const longestDays = 90;

function outside(field: string, value: number, max: number): { field: string; reason: string; min?: number; max?: number }[] {
  if (!Number.isInteger(value) || value < 1) return [{ field, reason: "too_small", min: 1 }];
  return value > max ? [{ field, reason: "too_large", max }] : [];
}
