import { describe, expect, test } from "vitest";
import { faultsOfFestivalDates, festivalDays, isGoingOn, nextFestivalTime } from "./festival.ts";
import { lunarOf } from "./lunar.ts";
import type { FestivalDates } from "./piece.ts";

const lunar = (month: number, startDay: number, lengthDays = 1, more: Partial<Extract<FestivalDates, { calendar: "lunar" }>> = {}) => ({ dates: { calendar: "lunar" as const, month, startDay, lengthDays, ...more } });
const daysOf = (festival: { dates: FestivalDates }, year: number) => festivalDays(festival, year).map(({ from, to }) => `${from}/${to}`);
const source = { title: "Thông báo của ban tổ chức" };

describe("the days of a lunar festival", () => {
  // Golden days of 2026 to 2028, worked out elsewhere.
  test.each([
    ["Tết", 1, 1, ["2026-02-17", "2027-02-06", "2028-01-26"]],
    ["the full moon of month 1", 1, 15, ["2026-03-03", "2027-02-20", "2028-02-09"]],
    ["Côn Sơn", 1, 16, ["2026-03-04", "2027-02-21", "2028-02-10"]],
    ["the ancestors' day", 3, 10, ["2026-04-26", "2027-04-16", "2028-04-04"]],
    ["the Buddha's birthday", 4, 15, ["2026-05-31", "2027-05-20", "2028-05-09"]],
    ["Đoan Ngọ", 5, 5, ["2026-06-19", "2027-06-09", "2028-05-28"]],
    ["Vu Lan", 7, 15, ["2026-08-27", "2027-08-16", "2028-09-03"]],
    ["mid-autumn", 8, 15, ["2026-09-25", "2027-09-15", "2028-10-03"]],
    ["Kiếp Bạc", 8, 20, ["2026-09-30", "2027-09-20", "2028-10-08"]],
  ])("%s falls where it should in 2026, 2027 and 2028", (_, month, day, expected) => {
    expect([2026, 2027, 2028].map((year) => festivalDays(lunar(month, day), year).map(({ from }) => from))).toEqual(expected.map((each) => [each]));
  });

  test("run on into the next month, and name their main days", () => {
    const [time] = festivalDays(lunar(8, 10, 11, { mainDays: [{ month: 8, day: 20, what: { vi: "Ngày giỗ" } }] }), 2026);
    expect(time).toEqual({ from: "2026-09-20", to: "2026-09-30", precision: "days", mainDays: [{ day: "2026-09-30", what: { vi: "Ngày giỗ" } }], isLesser: false, isAnnounced: false });
  });

  test("that begin on day 30 begin on the 29th of a short month, and keep their main day", () => {
    const bia = lunar(3, 30, 2, { mainDays: [{ month: 4, day: 1 }] });
    for (const year of [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032]) {
      const [time] = festivalDays(bia, year);
      const last = lunarOf(time?.from ?? "");
      expect([last.month, lunarOf(time?.to ?? "")]).toEqual([3, expect.objectContaining({ month: 4, day: 1 })]);
      expect(time?.mainDays).toEqual([{ day: time?.to }]);
    }
    const firsts = new Set([2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032].map((year) => lunarOf(festivalDays(bia, year)[0]?.from ?? "").day));
    expect([...firsts].toSorted()).toEqual([29, 30]);
    // 2031 has month 3 twice: the eve of the first of month 4 is the end of the second.
    expect(lunarOf(festivalDays(bia, 2031)[0]?.from ?? "").isLeapMonth).toBe(true);
  });

  test("keep to the first of two months of one number", () => {
    // 2028 has month 5 twice, 2025 month 6.
    expect(daysOf(lunar(5, 5), 2028)).toEqual(["2028-05-28/2028-05-28"]);
    const [time] = festivalDays(lunar(6, 15), 2025);
    expect(lunarOf(time?.from ?? "").isLeapMonth).toBe(false);
  });

  test("of month 12 belong to the solar year they begin in: two in some, none in others", () => {
    const counts = Array.from({ length: 40 }, (_, i) => festivalDays(lunar(12, 1, 3), 2000 + i).length);
    expect(new Set(counts)).toEqual(new Set([0, 1, 2]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(39);
  });

  test("take in the lesser times of a festival, each by its own name", () => {
    const times = festivalDays(lunar(2, 8, 7, { alsoOn: [{ month: 5, day: 25, what: { vi: "Tiệc Quan" } }, { month: 8, day: 22, lengthDays: 2 }] }), 2026);
    expect(times.map(({ from, to, what, isLesser }) => [lunarOf(from).month, lunarOf(from).day, lunarOf(to).day, what?.vi, isLesser])).toEqual([
      [2, 8, 14, undefined, false],
      [5, 25, 25, "Tiệc Quan", true],
      [8, 22, 23, undefined, true],
    ]);
  });

  test("give way to what the organisers announce for a year, and to that year only", () => {
    const maoDien = lunar(2, 17, 3, { announced: [{ from: "2025-03-15", to: "2025-03-17", source }] });
    expect(festivalDays(maoDien, 2025)).toEqual([{ from: "2025-03-15", to: "2025-03-17", precision: "days", mainDays: [], isLesser: false, isAnnounced: true }]);
    expect(festivalDays(maoDien, 2026).map(({ isAnnounced, from }) => [isAnnounced, lunarOf(from).day])).toEqual([[false, 17]]);
  });
});

describe("a festival that goes by the harvest", () => {
  const rice = { dates: { calendar: "harvest" as const, months: [8, 9] } };

  test("has months and no days until days are announced", () => {
    expect(festivalDays(rice, 2027)).toEqual([{ from: "2027-08-01", to: "2027-09-30", precision: "months", mainDays: [], isLesser: false, isAnnounced: false }]);
    const announced = { dates: { ...rice.dates, announced: [{ from: "2027-09-11", to: "2027-09-12", mainDay: "2027-09-11", source }] } };
    expect(festivalDays(announced, 2027)).toEqual([{ from: "2027-09-11", to: "2027-09-12", precision: "days", mainDays: [{ day: "2027-09-11" }], isLesser: false, isAnnounced: true }]);
    expect(festivalDays(announced, 2028)[0]?.precision).toBe("months");
  });

  test("may run over New Year, or all year", () => {
    expect(daysOf({ dates: { calendar: "harvest", months: [1, 12] } }, 2026)).toEqual(["2026-12-01/2027-01-31"]);
    expect(daysOf({ dates: { calendar: "harvest", months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } }, 2026)).toEqual(["2026-01-01/2026-12-31"]);
  });
});

describe("what comes next", () => {
  const conSon = lunar(1, 16, 8);

  test("is what is going on, to its last day, and then next year's", () => {
    expect(nextFestivalTime(conSon, "2026-03-03")?.from).toBe("2026-03-04");
    const goingOn = nextFestivalTime(conSon, "2026-03-11");
    expect([goingOn?.from, goingOn !== undefined && isGoingOn(goingOn, "2026-03-11")]).toEqual(["2026-03-04", true]);
    expect(nextFestivalTime(conSon, "2026-03-12")?.from).toBe("2027-02-21");
  });

  test("is found over New Year", () => {
    const winter = lunar(12, 1, 60);
    const time = nextFestivalTime(winter, "2027-01-20");
    expect([time?.from, time !== undefined && isGoingOn(time, "2027-01-20")]).toEqual(["2027-01-08", true]);
  });

  test("is never said to go on where only its months are known", () => {
    const time = nextFestivalTime({ dates: { calendar: "harvest", months: [8, 9] } }, "2027-09-02");
    expect([time?.from, time !== undefined && isGoingOn(time, "2027-09-02")]).toEqual(["2027-08-01", false]);
  });
});

describe("days that cannot be", () => {
  test.each<[string, FestivalDates, string[]]>([
    ["a month 13", { calendar: "lunar", month: 13, startDay: 1, lengthDays: 1 }, ["month too_large"]],
    ["a day 31", { calendar: "lunar", month: 1, startDay: 31, lengthDays: 1 }, ["startDay too_large"]],
    ["no day at all", { calendar: "lunar", month: 1, startDay: 1, lengthDays: 0 }, ["lengthDays too_small"]],
    ["half a day", { calendar: "lunar", month: 1, startDay: 1.5, lengthDays: 1 }, ["startDay too_small"]],
    ["a main day outside", { calendar: "lunar", month: 1, startDay: 5, lengthDays: 2, mainDays: [{ month: 1, day: 6 }, { month: 1, day: 9 }] }, ["mainDays.1 no_such_day"]],
    ["a lesser time that cannot be", { calendar: "lunar", month: 1, startDay: 5, lengthDays: 2, alsoOn: [{ month: 0, day: 31 }] }, ["alsoOn.0.month too_small", "alsoOn.0.day too_large"]],
    ["announced backwards", { calendar: "harvest", months: [5], announced: [{ from: "2026-05-30", to: "2026-05-29", source }] }, ["announced.0.to day_before_start"]],
    ["an announced day that does not exist", { calendar: "harvest", months: [5], announced: [{ from: "2026-02-30", to: "2026-05-29", source }] }, ["announced.0.from no_such_day"]],
    ["no month", { calendar: "harvest", months: [] }, ["months missing"]],
  ])("%s", (_, dates, expected) => {
    expect(faultsOfFestivalDates(dates).map(({ field, reason }) => `${field} ${reason}`)).toEqual(expected);
  });

  test("and days that can", () => {
    expect(faultsOfFestivalDates(lunar(3, 30, 2, { mainDays: [{ month: 4, day: 1 }] }).dates)).toEqual([]);
    expect(faultsOfFestivalDates(lunar(12, 29, 4, { mainDays: [{ month: 1, day: 1 }] }).dates)).toEqual([]);
  });
});
