import { addDays, lunarMonthLength, lunarOf, monthOf, type Day, type LunarWindow, type Season } from "@xudong/domain";

/** Days of a month as lists are asked for them: `year`, `m06` or, with others of the same listing by the moon, `x06`; `l10`, `k10` for a leap month; `s06` for a beginning. */
export type SeasonDays = { season: string; fromDay: number; toDay: number };

/** The solar or lunar months a season touches, with the days of each; no two of them overlap. */
export function seasonRows({ months, lunar }: Season): SeasonDays[] {
  if (months.length >= 12) return [{ season: "year", ...wholeMonth }];
  const windows = lunar ?? [];
  const prefix = windows.length === 0 ? "m" : "x";
  const isIn = (month: number) => months.includes(((month + 11) % 12) + 1);
  return [
    ...months.map((month) => ({ season: named(prefix, month), ...wholeMonth })),
    ...months.filter((month) => !isIn(month - 1)).map((month) => ({ season: named("s", month), ...wholeMonth })),
    ...merged(windows.flatMap(windowRows)),
  ];
}

/** What to ask for, to find whatever is in season on some day of a span. */
export function seasonAsks({ from, to }: { from: Day; to: Day }): { solar: string[]; moon: SeasonDays[] } {
  const months = new Set<number>();
  const moon = new Map<string, SeasonDays>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    months.add(monthOf(day));
    const lunar = lunarOf(day);
    const season = named(lunar.isLeapMonth ? "k" : "l", lunar.month);
    // A window's day 30 is the last day of a short month.
    const lastAsked = lunar.day === 29 && lunarMonthLength(lunar) === 29 ? 30 : lunar.day;
    const known = moon.get(season);
    if (known === undefined) moon.set(season, { season, fromDay: lunar.day, toDay: lastAsked });
    else known.toDay = Math.max(known.toDay, lastAsked);
  }
  return {
    solar: ["year", ...[...months].map((month) => named("m", month))],
    moon: [...[...months].map((month) => ({ season: named("x", month), ...wholeMonth })), ...moon.values()],
  };
}

/** The beginnings of a solar month. */
export const beginsIn = (month: number): string => named("s", month);

const wholeMonth = { fromDay: 1, toDay: 31 };
const named = (prefix: string, month: number) => `${prefix}${String(month).padStart(2, "0")}`;

function windowRows({ fromMonth, fromDay, toMonth, toDay }: LunarWindow): SeasonDays[] {
  const rows: SeasonDays[] = [];
  const runsOver = toMonth < fromMonth || (toMonth === fromMonth && toDay < fromDay);
  const months = toMonth - fromMonth + (runsOver ? 12 : 0);
  for (let at = 0; at <= months; at++) {
    const month = ((fromMonth - 1 + at) % 12) + 1;
    rows.push({ season: named("l", month), fromDay: at === 0 ? fromDay : 1, toDay: at === months ? toDay : 30 });
    // A leap month lies between its ordinary one and the next.
    if (at < months) rows.push({ season: named("k", month), fromDay: 1, toDay: 30 });
  }
  return rows;
}

function merged(rows: readonly SeasonDays[]): SeasonDays[] {
  const kept: SeasonDays[] = [];
  for (const row of rows.toSorted((a, b) => (a.season === b.season ? a.fromDay - b.fromDay : a.season < b.season ? -1 : 1))) {
    const last = kept.at(-1);
    if (last?.season === row.season && row.fromDay <= last.toDay + 1) last.toDay = Math.max(last.toDay, row.toDay);
    else kept.push({ ...row });
  }
  return kept;
}
