import { describe, expect, test } from "vitest";
import { isInSeason, nextSeasonDay, nextSeasonMonth, seasonEndsOn, seasonFaults, seasonOf } from "./season.ts";

const lychee = { months: [5, 6] };
const overNewYear = { months: [12, 1] };
const allYear = { months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
const never = { months: [] };

describe("a season", () => {
  test("[O3] lasts from the first day of its first month to the last day of its last", () => {
    expect(["2026-04-30", "2026-05-01", "2026-06-30", "2026-07-01"].map((day) => isInSeason(lychee, day))).toEqual([false, true, true, false]);
  });

  test("[O3] may go over New Year", () => {
    expect(["2026-11-30", "2026-12-01", "2027-01-31", "2027-02-01"].map((day) => isInSeason(overNewYear, day))).toEqual([false, true, true, false]);
  });

  test("of twelve months is all year, of none never", () => {
    expect(isInSeason(allYear, "2026-02-28")).toBe(true);
    expect(isInSeason(never, "2026-02-28")).toBe(false);
  });
});

describe("when a season comes again", () => {
  test.each([
    { season: lychee, day: "2026-04-30", month: 5, why: "next month" },
    { season: lychee, day: "2026-07-01", month: 5, why: "next year" },
    { season: lychee, day: "2026-05-15", month: undefined, why: "it is now" },
    { season: overNewYear, day: "2026-02-01", month: 12, why: "at the end of the year" },
    { season: { months: [1] }, day: "2026-12-31", month: 1, why: "tomorrow" },
    { season: { months: [3, 9] }, day: "2026-04-01", month: 9, why: "the nearer of two" },
    { season: allYear, day: "2026-04-01", month: undefined, why: "it never ends" },
    { season: never, day: "2026-04-01", month: undefined, why: "it never comes" },
  ])("seen from $day: $why", ({ season, day, month }) => {
    expect(nextSeasonMonth(season, day)).toBe(month);
  });
});

describe("when a season ends", () => {
  test.each([
    { season: lychee, day: "2026-05-01", ends: "2026-06-30" },
    { season: lychee, day: "2026-06-30", ends: "2026-06-30" },
    { season: lychee, day: "2026-07-01", ends: undefined },
    { season: { months: [2] }, day: "2028-02-01", ends: "2028-02-29" },
    { season: { months: [3, 9] }, day: "2026-03-02", ends: "2026-03-31" },
    { season: overNewYear, day: "2026-12-05", ends: "2027-01-31" },
    { season: overNewYear, day: "2027-01-05", ends: "2027-01-31" },
    { season: { months: [12] }, day: "2026-12-05", ends: "2026-12-31" },
    { season: { months: [11, 12, 1, 2] }, day: "2026-11-23", ends: "2027-02-28" },
    { season: allYear, day: "2026-06-01", ends: undefined },
    { season: never, day: "2026-06-01", ends: undefined },
  ])("of months $season.months seen from $day: $ends", ({ season, day, ends }) => {
    expect(seasonEndsOn(season, day)).toBe(ends);
  });
});

describe("a season by the lunar calendar", () => {
  const tetCakes = { months: [], lunar: [{ fromMonth: 12, fromDay: 1, toMonth: 1, toDay: 15 }] };
  const leapFifth = { months: [], lunar: [{ fromMonth: 5, fromDay: 1, toMonth: 6, toDay: 15 }] };
  const both = { months: [9], lunar: [{ fromMonth: 8, fromDay: 1, toMonth: 8, toDay: 15 }] };

  test("[O3] goes over the turn of the lunar year", () => {
    // Lunar month 12 of 2026 begins on 8 January 2027, month 1 of 2027 has its fifteenth on 20 February.
    expect(["2027-01-07", "2027-01-08", "2027-02-06", "2027-02-20", "2027-02-21"].map((day) => isInSeason(tetCakes, day))).toEqual([false, true, true, true, false]);
  });

  test("[O3] is not the same days next year", () => {
    expect([isInSeason(tetCakes, "2026-01-19"), isInSeason(tetCakes, "2028-01-19")]).toEqual([true, true]);
    expect([isInSeason(tetCakes, "2026-02-28"), isInSeason(tetCakes, "2027-02-28"), isInSeason(tetCakes, "2028-02-28")]).toEqual([true, false, false]);
  });

  test("[O3] goes on through a leap month between its ends", () => {
    // 2028 has month 5 twice: 24 May to 22 June, and 23 June to 21 July.
    expect(["2028-05-23", "2028-05-24", "2028-06-30", "2028-08-05", "2028-08-06"].map((day) => isInSeason(leapFifth, day))).toEqual([false, true, true, true, false]);
    expect(seasonEndsOn(leapFifth, "2028-05-24")).toBe("2028-08-05");
  });

  test("[O3] stands beside solar months, and both together are one season", () => {
    // Lunar 1/8 of 2027 is 1 September, of 2026 11 September, of 2028 19 September until 3 October.
    expect(["2028-08-31", "2028-09-01", "2028-10-03", "2028-10-04"].map((day) => isInSeason(both, day))).toEqual([false, true, true, false]);
    expect(seasonEndsOn(both, "2028-09-02")).toBe("2028-10-03");
    expect(nextSeasonDay(both, "2028-10-04")).toBe("2029-09-01");
  });

  test.each([
    { season: tetCakes, day: "2026-11-24", next: "2027-01-08", month: 1, why: "this winter" },
    { season: tetCakes, day: "2027-02-21", next: "2027-12-28", month: 12, why: "before New Year" },
    { season: tetCakes, day: "2027-01-20", next: undefined, month: undefined, why: "it is now" },
    { season: { months: [3], lunar: tetCakes.lunar }, day: "2026-11-24", next: "2027-01-08", month: 1, why: "the nearer of a window and a month" },
    { season: { months: [12], lunar: tetCakes.lunar }, day: "2026-11-24", next: "2026-12-01", month: 12, why: "the nearer of a month and a window" },
    { season: { months: [6], lunar: null }, day: "2026-11-24", next: "2027-06-01", month: 6, why: "no window at all" },
  ])("comes again, seen from $day: $why", ({ season, day, next, month }) => {
    expect(nextSeasonDay(season, day)).toBe(next);
    expect(nextSeasonMonth(season, day)).toBe(month);
  });

  test("has no end where windows and months cover the year", () => {
    expect(seasonEndsOn({ months: [], lunar: [{ fromMonth: 1, fromDay: 1, toMonth: 12, toDay: 30 }] }, "2026-11-24")).toBeUndefined();
    expect(seasonEndsOn({ months: [], lunar: [{ fromMonth: 2, fromDay: 1, toMonth: 1, toDay: 30 }] }, "2026-11-24")).toBeUndefined();
  });

  test("is never on a day whose lunar date nobody knows", () => {
    expect(["1850-06-01", "2300-06-01", "9999-12-31"].map((day) => isInSeason(tetCakes, day))).toEqual([false, false, false]);
  });

  test("is read from a listing's row", () => {
    expect(seasonOf({ seasonMonths: [5], seasonLunar: null })).toEqual({ months: [5], lunar: null });
  });
});

describe("a season at fault", () => {
  const window = { fromMonth: 1, fromDay: 1, toMonth: 1, toDay: 15 };

  test.each([
    { season: { months: [] }, faults: ["seasonMonths"] },
    { season: { months: [], lunar: [] }, faults: ["seasonMonths"] },
    { season: { months: [13] }, faults: ["seasonMonths"] },
    { season: { months: [0, 1], lunar: [window] }, faults: ["seasonMonths"] },
    { season: { months: [], lunar: [{ ...window, toDay: 31 }] }, faults: ["seasonLunar"] },
    { season: { months: [1.5], lunar: [window, { ...window, fromMonth: 13 }] }, faults: ["seasonMonths", "seasonLunar"] },
    { season: { months: [], lunar: [window] }, faults: [] },
    { season: { months: [1], lunar: null }, faults: [] },
  ])("$season names $faults", ({ season, faults }) => {
    expect(seasonFaults(season)).toEqual(faults);
  });
});
