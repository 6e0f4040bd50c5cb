import { describe, expect, test } from "vitest";
import { isInSeason, nextSeasonMonth, seasonEndsOn } from "./season.ts";

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
