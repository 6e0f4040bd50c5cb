import { describe, expect, test } from "vitest";
import { collidingRules, departureTimes, faultsOfTimes, overfullDay, slotRuleFaults, slotRuleLimits, slotsOfRule, slotsOfRules, type RuleSlot, type SlotRule, type SlotRuleTimes } from "./slot-rule.ts";
import { dayOf, formatTime, hours, minutes, plus, type Day } from "./time.ts";

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const none: ReadonlySet<Day> = new Set();
const aRule = ({ times, ...over }: Partial<Omit<SlotRule, "times">> & { times?: Partial<SlotRuleTimes> } = {}): SlotRule => ({
  times: { departures: { at: ["08:00"] }, weekdays: everyDay, onHolidays: "as_usual", ...times },
  validFrom: "2026-01-01",
  lastsMinutes: 90,
  cutOffMinutes: 120,
  capacities: { seat: { unit: "seat", capacity: 12 } },
  ...over,
});
const told = (slots: readonly RuleSlot[]) => slots.map(({ startsAt }) => `${dayOf(startsAt)} ${formatTime(startsAt, "en")}`);

describe("the hours of a rule", () => {
  test("stand one by one, or every so often with the last included", () => {
    expect(departureTimes({ at: ["14:30", "08:00"] })).toEqual(["08:00", "14:30"]);
    expect(departureTimes({ from: "08:00", to: "09:30", everyMinutes: 30 })).toEqual(["08:00", "08:30", "09:00", "09:30"]);
    expect(departureTimes({ from: "08:00", to: "09:29", everyMinutes: 30 })).toEqual(["08:00", "08:30", "09:00"]);
    expect(departureTimes({ from: "08:00", to: "08:00", everyMinutes: 30 })).toEqual(["08:00"]);
    expect(departureTimes({ from: "23:00", to: "23:59", everyMinutes: 45 })).toEqual(["23:00", "23:45"]);
  });
});

describe("the days of a rule", () => {
  const days = (rule: SlotRule, from: Day, to: Day, holidays = none) => slotsOfRule(rule, [], holidays, from, to).map(({ startsAt }) => dayOf(startsAt));

  test("are its weekdays, from its first day to its last", () => {
    const weekends = aRule({ times: { weekdays: [0, 6] }, validFrom: "2026-11-28", validTo: "2026-12-06" });
    expect(days(weekends, "2026-11-20", "2026-12-31")).toEqual(["2026-11-28", "2026-11-29", "2026-12-05", "2026-12-06"]);
  });

  test("may be the first and the fifteenth of each lunar month, leap months included", () => {
    // 2028 has month 5 twice.
    const temple = aRule({ times: { lunarDays: [{ day: 1 }, { day: 15 }] } });
    expect(days(temple, "2028-05-24", "2028-08-05")).toEqual(["2028-05-24", "2028-06-07", "2028-06-23", "2028-07-07", "2028-07-22", "2028-08-05"]);
  });

  test("may be days of the lunar year, kept in the ordinary month alone", () => {
    const doanNgo = aRule({ times: { lunarDays: [{ day: 5, month: 5 }] } });
    expect(days(doanNgo, "2028-01-01", "2028-12-31")).toEqual(["2028-05-28"]);
  });

  test("count the last day of a short month as its thirtieth", () => {
    expect(days(aRule({ times: { lunarDays: [{ day: 30, month: 12 }] } }), "2027-01-01", "2027-03-01")).toEqual(["2027-02-05"]);
  });

  test("need both the weekday and the lunar day where both are said", () => {
    // The fifteenth of lunar months 10 to 1: 23 November, 23 December, 22 January, 20 February.
    const rule = aRule({ times: { weekdays: [6, 0], lunarDays: [{ day: 15 }] } });
    expect(days(rule, "2026-11-01", "2027-02-28")).toEqual(["2027-02-20"]);
  });

  test.each([
    { onHolidays: "as_usual", expected: ["2026-04-29", "2026-04-30", "2026-05-01", "2026-05-02"] },
    { onHolidays: "closed", expected: ["2026-04-29", "2026-05-02"] },
    { onHolidays: "only", expected: ["2026-04-30", "2026-05-01"] },
  ] as const)("on public holidays: $onHolidays", ({ onHolidays, expected }) => {
    expect(days(aRule({ times: { onHolidays } }), "2026-04-29", "2026-05-02", new Set(["2026-04-30", "2026-05-01"]))).toEqual(expected);
  });

  test("know no lunar day beyond the calendar, and do not fail there", () => {
    expect(days(aRule({ times: { lunarDays: [{ day: 1 }] } }), "2300-01-01", "2300-03-01")).toEqual([]);
  });
});

describe("the slots of rules", () => {
  test("begin at Vietnam's hour, last as long as said and sell until the cut-off", () => {
    const [slot] = slotsOfRule(aRule(), [], none, "2026-11-24", "2026-11-24");
    const startsAt = new Date("2026-11-24T01:00:00Z");
    expect(slot).toEqual({ rule: 0, startsAt, endsAt: plus(startsAt, minutes(90)), sellsUntil: plus(startsAt, -hours(2)), capacities: { seat: { unit: "seat", capacity: 12 } } });
  });

  test("come first to last, whichever rule makes them", () => {
    const rules = [aRule({ times: { departures: { at: ["14:00"] } } }), aRule({ times: { departures: { at: ["09:00", "16:00"] }, weekdays: [2] } })];
    // 24 November 2026 is a Tuesday.
    expect(told(slotsOfRules(rules, { exceptions: [], holidays: none }, "2026-11-23", "2026-11-24"))).toEqual(["2026-11-23 14:00", "2026-11-24 9:00", "2026-11-24 14:00", "2026-11-24 16:00"]);
  });

  test("are those of the first rule where two begin at once", () => {
    const rules = [aRule({ lastsMinutes: 60 }), aRule({ lastsMinutes: 30 })];
    expect(slotsOfRules(rules, { exceptions: [], holidays: none }, "2026-11-24", "2026-11-24")).toMatchObject([{ rule: 0 }]);
  });

  test("are none outside the season, solar or lunar", () => {
    const season = { months: [], lunar: [{ fromMonth: 1, fromDay: 1, toMonth: 1, toDay: 3 }] };
    expect(told(slotsOfRules([aRule()], { exceptions: [], holidays: none, season }, "2027-02-01", "2027-02-28"))).toEqual(["2027-02-06 8:00", "2027-02-07 8:00", "2027-02-08 8:00"]);
  });

  test("leave a closed day out, and take a day's own times instead of all rules'", () => {
    const rules = [aRule({ times: { weekdays: [2], departures: { at: ["09:00"] } }, lastsMinutes: 30 }), aRule({ lastsMinutes: 60 })];
    const exceptions = [{ day: "2026-11-24", times: [] }, { day: "2026-11-25", times: ["19:00", "07:00"] }];
    const slots = slotsOfRules(rules, { exceptions, holidays: none }, "2026-11-23", "2026-11-25");
    expect(told(slots)).toEqual(["2026-11-23 8:00", "2026-11-25 7:00", "2026-11-25 19:00"]);
    // On a Wednesday only the second rule holds.
    expect(slots.map(({ rule }) => rule)).toEqual([1, 1, 1]);
  });

  test("of a day on which no rule holds take length and places from the first in force, or are none", () => {
    const weekends = aRule({ times: { weekdays: [6] }, validFrom: "2026-11-01", validTo: "2026-11-30" });
    const on = (day: Day) => told(slotsOfRule(weekends, [{ day, times: ["10:00"] }], none, day, day));
    expect(on("2026-11-24")).toEqual(["2026-11-24 10:00"]);
    expect(on("2026-12-01")).toEqual([]);
  });
});

describe("rules that cannot stand", () => {
  const faults = (...rules: SlotRule[]) => slotRuleFaults(rules).map(({ field, reason }) => `${field} ${reason}`);

  test.each([
    { times: { departures: { at: [] } }, expected: ["rules.0.at missing"], why: "no hour" },
    { times: { departures: { at: ["8:00", "24:00", "07:60", "abc", ""] } }, expected: [0, 1, 2, 3, 4].map((at) => `rules.0.at.${at} no_such_hour`), why: "hours that are none" },
    { times: { departures: { at: ["08:00", "09:00", "08:00"] } }, expected: ["rules.0.at.2 repeated"], why: "an hour twice" },
    { times: { departures: { from: "10:00", to: "08:00", everyMinutes: 30 } }, expected: ["rules.0.to end_before_begin"], why: "an end before the begin" },
    { times: { departures: { from: "25:00", to: "x", everyMinutes: 30 } }, expected: ["rules.0.from no_such_hour", "rules.0.to no_such_hour"], why: "a window without hours" },
    { times: { departures: { from: "08:00", to: "09:00", everyMinutes: 0 } }, expected: ["rules.0.everyMinutes too_small"], why: "no step" },
    { times: { departures: { from: "00:00", to: "23:59", everyMinutes: 1 } }, expected: ["rules.0.everyMinutes too_many"], why: "every minute" },
    { times: { departures: { at: Array.from({ length: 97 }, (_, at) => `0${at % 10}:00`) } }, expected: ["rules.0.at too_many"], why: "more than 96 hours" },
    { times: { weekdays: [] }, expected: ["rules.0.weekdays missing"], why: "no weekday" },
    { times: { weekdays: [7, -1, 1.5] }, expected: ["rules.0.weekdays.0 too_large", "rules.0.weekdays.1 too_small", "rules.0.weekdays.2 too_small"], why: "weekdays that are none" },
    { times: { lunarDays: [] }, expected: ["rules.0.lunarDays missing"], why: "lunar days, but none" },
    { times: { lunarDays: [{ day: 31 }, { day: 1, month: 13 }] }, expected: ["rules.0.lunarDays.0.day too_large", "rules.0.lunarDays.1.month too_large"], why: "lunar days that can never be" },
    { times: { onHolidays: "sometimes" as "closed" }, expected: ["rules.0.onHolidays not_one_of"], why: "an unknown habit" },
  ])("$why", ({ times, expected }) => {
    expect(faults(aRule({ times }))).toEqual(expected);
  });

  test.each([
    { over: { lastsMinutes: 0 }, expected: ["rules.0.lastsMinutes too_small"] },
    { over: { lastsMinutes: slotRuleLimits.lastsMinutesMax + 1 }, expected: ["rules.0.lastsMinutes too_large"] },
    { over: { cutOffMinutes: -1 }, expected: ["rules.0.cutOffMinutes too_small"] },
    { over: { cutOffMinutes: Number.NaN }, expected: ["rules.0.cutOffMinutes too_small"] },
    { over: { validFrom: "2026-02-30" }, expected: ["rules.0.validFrom no_such_day"] },
    { over: { validFrom: "9999-01-01" }, expected: ["rules.0.validFrom no_such_day"] },
    { over: { validTo: "2026-13-01" }, expected: ["rules.0.validTo no_such_day"] },
    { over: { validFrom: "2026-06-02", validTo: "2026-06-01" }, expected: ["rules.0.validTo day_before_start"] },
    { over: { capacities: {} }, expected: ["rules.0.capacities missing"] },
    { over: { capacities: { seat: { unit: "seat" as const, capacity: 0 } } }, expected: ["rules.0.capacities.seat.capacity too_small"] },
    { over: { capacities: { seat: { unit: "crate" as "seat", capacity: 1 } } }, expected: ["rules.0.capacities.seat.unit not_one_of"] },
  ])("$expected", ({ over, expected }) => {
    expect(faults(aRule(over))).toEqual(expected);
  });

  test("are all named at once, in whichever rule they stand", () => {
    expect(faults(aRule(), aRule({ lastsMinutes: 0, times: { weekdays: [] } }))).toEqual(["rules.1.weekdays missing", "rules.1.lastsMinutes too_small"]);
  });

  test("hold on no day at all: a Monday within a week-end, a lunar day of another month", () => {
    expect(faults(aRule({ validFrom: "2026-11-28", validTo: "2026-11-29", times: { weekdays: [1] } }))).toEqual(["rules.0 never"]);
    expect(faults(aRule({ validFrom: "2026-11-01", validTo: "2026-11-30", times: { lunarDays: [{ day: 1, month: 1 }] } }))).toEqual(["rules.0 never"]);
    expect(faults(aRule({ times: { onHolidays: "only" } }))).toEqual([]);
  });

  test("are too many", () => {
    expect(faults(...Array.from({ length: 21 }, () => aRule()))).toEqual(["rules too_many"]);
    expect(faults(...Array.from({ length: 20 }, () => aRule()))).toEqual([]);
  });
});

describe("two rules", () => {
  const eight = { departures: { at: ["08:00"] } } as const;

  test.each([
    { a: aRule({ times: eight }), b: aRule({ times: { departures: { from: "07:00", to: "09:00", everyMinutes: 30 } } }), at: "08:00", why: "an hour of both" },
    { a: aRule({ times: { weekdays: [6, 0] } }), b: aRule({ times: { lunarDays: [{ day: 15 }] } }), at: "08:00", why: "a fifteenth may be a Sunday" },
    { a: aRule({ times: { lunarDays: [{ day: 29 }] } }), b: aRule({ times: { lunarDays: [{ day: 30 }] } }), at: "08:00", why: "day 30 is day 29 in a short month" },
    { a: aRule({ times: { onHolidays: "only" } }), b: aRule(), at: "08:00", why: "a holiday is also a day as usual" },
  ])("collide: $why", ({ a, b, at }) => {
    expect(collidingRules([aRule({ times: { departures: { at: ["23:00"] } } }), a, b])).toEqual({ rules: [1, 2], time: at });
  });

  test.each([
    { a: aRule({ times: eight }), b: aRule({ times: { departures: { at: ["08:01"] } } }), why: "other hours" },
    { a: aRule({ times: { weekdays: [6, 0] } }), b: aRule({ times: { weekdays: [1, 2] } }), why: "other weekdays" },
    { a: aRule({ validTo: "2026-05-31" }), b: aRule({ validFrom: "2026-06-01" }), why: "one after the other" },
    { a: aRule({ times: { onHolidays: "only" } }), b: aRule({ times: { onHolidays: "closed" } }), why: "holidays and all other days" },
    { a: aRule({ times: { lunarDays: [{ day: 1 }] } }), b: aRule({ times: { lunarDays: [{ day: 15 }] } }), why: "other lunar days" },
    { a: aRule({ times: { lunarDays: [{ day: 1, month: 1 }] } }), b: aRule({ times: { lunarDays: [{ day: 1, month: 2 }] } }), why: "other lunar months" },
  ])("do not: $why", ({ a, b }) => {
    expect(collidingRules([a, b])).toBeUndefined();
  });
});

test("a day is overfull with more than 96 times, of however many rules", () => {
  const quarters = aRule({ times: { departures: { from: "00:00", to: "23:45", everyMinutes: 15 } } });
  const oneMore = aRule({ times: { weekdays: [3], departures: { at: ["00:01"] } } });
  const slots = (...rules: SlotRule[]) => slotsOfRules(rules, { exceptions: [], holidays: none }, "2026-11-23", "2026-11-29");
  expect(overfullDay(slots(quarters))).toBeUndefined();
  expect(overfullDay(slots(quarters, oneMore))).toBe("2026-11-25");
});

test("the times of a day of its own are checked like a rule's, and may be none", () => {
  expect(faultsOfTimes("times", [], 0)).toEqual([]);
  expect(faultsOfTimes("times", ["09:00", "9"], 0)).toEqual([{ field: "times.1", reason: "no_such_hour" }]);
});
