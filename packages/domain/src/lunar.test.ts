import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  dayOfLunar, isLunarWindow, leapMonthOf, lunarMonthLength, lunarOf, lunarWindowIn, lunarYears, nextLunarDay, tetOf, yearlyLunarDay,
} from "./lunar.ts";

type GoldenYear = { year: number; tet: string; leapMonth: number | undefined; lengths: number[] };

const golden: readonly GoldenYear[] = readFileSync(new URL("../testing/lunar-years.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => /^\d/.test(line))
  .map((line) => {
    const [tet = "", leap = "", months = ""] = line.split(" ");
    return { year: Number(tet.slice(0, 4)), tet, leapMonth: leap === "0" ? undefined : Number(leap), lengths: [...months].map((letter) => (letter === "L" ? 30 : 29)) };
  });

/** The months of a golden year in order, as numbers and whether they are the leap ones. */
const monthsOf = ({ leapMonth }: GoldenYear) =>
  Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => (month === leapMonth ? [{ month, isLeapMonth: false }, { month, isLeapMonth: true }] : [{ month, isLeapMonth: false }]));

describe("the lunar calendar, beside one made from another ephemeris", () => {
  test("knows the same 300 years", () => {
    expect(golden.map(({ year }) => year)).toEqual(Array.from({ length: 300 }, (_, at) => lunarYears.first + at));
  });

  test("has the same Tết and the same leap month in every year", () => {
    const ours = golden.map(({ year }) => ({ year, tet: tetOf(year), leapMonth: leapMonthOf(year) }));
    expect(ours).toEqual(golden.map(({ year, tet, leapMonth }) => ({ year, tet, leapMonth })));
  });

  test("has every month of the same length", () => {
    for (const year of golden) {
      expect(monthsOf(year).map((month) => lunarMonthLength({ year: year.year, ...month })), String(year.year)).toEqual(year.lengths);
    }
  });
});

describe("days people know by heart", () => {
  test.each([
    ["Tết", 1, 1, ["2026-02-17", "2027-02-06", "2028-01-26"]],
    ["Rằm tháng Giêng", 1, 15, ["2026-03-03", "2027-02-20", "2028-02-09"]],
    ["Côn Sơn", 1, 16, ["2026-03-04", "2027-02-21", "2028-02-10"]],
    ["Giỗ Tổ", 3, 10, ["2026-04-26", "2027-04-16", "2028-04-04"]],
    ["Phật đản", 4, 15, ["2026-05-31", "2027-05-20", "2028-05-09"]],
    ["Đoan Ngọ", 5, 5, ["2026-06-19", "2027-06-09", "2028-05-28"]],
    ["Vu Lan", 7, 15, ["2026-08-27", "2027-08-16", "2028-09-03"]],
    ["Trung thu", 8, 15, ["2026-09-25", "2027-09-15", "2028-10-03"]],
    ["Kiếp Bạc", 8, 20, ["2026-09-30", "2027-09-20", "2028-10-08"]],
  ])("%s", (_, month, day, days) => {
    expect([2026, 2027, 2028].map((year) => yearlyLunarDay(year, { month, day }))).toEqual(days);
    expect(days.map(lunarOf)).toEqual([2026, 2027, 2028].map((year) => ({ year, month, day, isLeapMonth: false })));
  });

  test("the leap month 5 of 2028 puts off Vu Lan, not Đoan Ngọ", () => {
    expect(leapMonthOf(2028)).toBe(5);
    expect(dayOfLunar({ year: 2028, month: 5, day: 5, isLeapMonth: true })).toBe("2028-06-27");
  });

  test("25 July 2025 was the first of the leap month 6", () => {
    expect(lunarOf("2025-07-25")).toEqual({ year: 2025, month: 6, day: 1, isLeapMonth: true });
    expect(leapMonthOf(2025)).toBe(6);
  });

  test("2033 has its leap month after the eleventh, which tries every method", () => {
    expect(leapMonthOf(2033)).toBe(11);
    expect(tetOf(2034)).toBe("2034-02-19");
  });
});

describe("where Vietnam and China differ", () => {
  test.each([
    { year: 1968, here: "1968-01-29", china: "1968-01-30" },
    { year: 1969, here: "1969-02-16", china: "1969-02-17" },
    { year: 1985, here: "1985-01-21", china: "1985-02-20" },
    { year: 2007, here: "2007-02-17", china: "2007-02-18" },
    { year: 2030, here: "2030-02-02", china: "2030-02-03" },
    { year: 2053, here: "2053-02-18", china: "2053-02-19" },
    { year: 2148, here: "2148-01-21", china: "2148-02-20" },
    { year: 2153, here: "2153-01-24", china: "2153-01-25" },
    { year: 2175, here: "2175-01-22", china: "2175-01-23" },
    { year: 2199, here: "2199-01-26", china: "2199-01-27" },
  ])("Tết $year is Hanoi's", ({ year, here, china }) => {
    expect(tetOf(year)).toBe(here);
    expect(lunarOf(china)).not.toMatchObject({ month: 1, day: 1, isLeapMonth: false });
  });

  test("the leap month of 1985 is the second, where China had its tenth twice the year before", () => {
    expect([leapMonthOf(1984), leapMonthOf(1985)]).toEqual([undefined, 2]);
  });

  test.each([
    ["until 1928 calendars here were reckoned at Peking's own noon", 1916, "1916-02-03"],
    ["until 1967 at UTC+8", 1965, "1965-02-02"],
    ["new moon at 22:45 even there, so not the 25th of one printed table", 1925, "1925-01-24"],
  ])("%s", (_, year, tet) => {
    expect(tetOf(year)).toBe(tet);
  });

  test("the new moon of May 2054 comes half a minute after midnight, by any forecast of the earth's turning below 131 seconds", () => {
    expect(lunarOf("2054-05-07")).toEqual({ year: 2054, month: 3, day: 30, isLeapMonth: false });
  });
});

describe("a lunar date", () => {
  test("that a year does not have is no day", () => {
    const none = [
      { year: 2026, month: 13, day: 1, isLeapMonth: false },
      { year: 2026, month: 0, day: 1, isLeapMonth: false },
      { year: 2026, month: 1, day: 31, isLeapMonth: false },
      { year: 2026, month: 1, day: 0, isLeapMonth: false },
      { year: 2026, month: 1, day: 1.5, isLeapMonth: false },
      { year: 2026, month: 6, day: 1, isLeapMonth: true },
      { year: 1899, month: 12, day: 1, isLeapMonth: false },
      { year: 2200, month: 1, day: 1, isLeapMonth: false },
    ];
    expect(none.map(dayOfLunar)).toEqual(none.map(() => undefined));
    expect(lunarMonthLength({ year: 2026, month: 6, isLeapMonth: true })).toBeUndefined();
  });

  test("day 30 exists only in long months, but what is kept on it yearly is kept on 29 in a short one", () => {
    // Tết's eve is no "30 Tết" for eight years running.
    const eves = [2023, 2024, 2031, 2032].map((year) => ({ exact: dayOfLunar({ year, month: 12, day: 30, isLeapMonth: false }), kept: yearlyLunarDay(year, { month: 12, day: 30 }) }));
    expect(eves).toEqual([
      { exact: "2024-02-09", kept: "2024-02-09" },
      { exact: undefined, kept: "2025-01-28" },
      { exact: undefined, kept: "2032-02-10" },
      { exact: "2033-01-30", kept: "2033-01-30" },
    ]);
    expect(yearlyLunarDay(2026, { month: 2, day: 31 })).toBeUndefined();
  });

  test("comes next this year, next year, or today", () => {
    const midAutumn = { month: 8, day: 15 };
    expect(["2026-09-24", "2026-09-25", "2026-09-26", "2027-01-02"].map((from) => nextLunarDay(midAutumn, from))).toEqual(["2026-09-25", "2026-09-25", "2027-09-15", "2027-09-15"]);
    expect(nextLunarDay({ month: 12, day: 23 }, "2027-01-02")).toBe("2027-01-30");
    expect(nextLunarDay({ month: 1, day: 31 }, "2026-01-01")).toBeUndefined();
    expect(nextLunarDay({ month: 12, day: 1 }, "2200-06-01")).toBeUndefined();
    expect(nextLunarDay(midAutumn, "no day")).toBeUndefined();
  });

  test.each(["1900-01-30", "2200-02-15", "2026-13-01", "", "1899-12-31"])("of %s is not known, and is said so", (day) => {
    expect(() => lunarOf(day)).toThrow(RangeError);
  });

  test("is known for the first day and the last", () => {
    expect(lunarOf("1900-01-31")).toEqual({ year: 1900, month: 1, day: 1, isLeapMonth: false });
    expect(lunarOf("2200-02-14")).toMatchObject({ year: 2199, month: 12 });
  });
});

describe("a lunar window", () => {
  const aroundTet = { fromMonth: 12, fromDay: 15, toMonth: 1, toDay: 15 };

  test("may run over the turn of the year, and is named by the year it begins in", () => {
    expect(lunarWindowIn(2025, aroundTet)).toEqual({ from: "2026-02-02", to: "2026-03-03" });
  });

  test("holds a leap month between its ends, and no leap month before or after", () => {
    expect(lunarWindowIn(2028, { fromMonth: 5, fromDay: 1, toMonth: 6, toDay: 30 })).toEqual({ from: "2028-05-24", to: "2028-08-19" });
    expect(lunarWindowIn(2028, { fromMonth: 5, fromDay: 1, toMonth: 5, toDay: 30 })).toEqual({ from: "2028-05-24", to: "2028-06-22" });
  });

  test("ends on day 29 where day 30 is missing", () => {
    expect(lunarWindowIn(2025, { fromMonth: 12, fromDay: 1, toMonth: 12, toDay: 30 })?.to).toBe("2026-02-16");
  });

  test("has ends that can be days", () => {
    expect(isLunarWindow(aroundTet)).toBe(true);
    for (const wrong of [{ fromMonth: 0 }, { toMonth: 13 }, { fromDay: 31 }, { toDay: 0 }, { toDay: 1.5 }, { fromMonth: Number.NaN }]) {
      expect(isLunarWindow({ ...aroundTet, ...wrong })).toBe(false);
    }
    expect(lunarWindowIn(2300, aroundTet)).toBeUndefined();
  });
});
