import { poolUnits, type PoolUnit } from "./pool.ts";
import { isInSeason, type Season } from "./season.ts";
import { lunarMonthLength, lunarOf, lunarYears, type LunarDate } from "./lunar.ts";
import { addDays, dayOf, instantAt, isDay, minutes, plus, weekdayOf, type Day } from "./time.ts";

/** At what hours a rule lets an experience begin: said one by one, or every so often between two hours, the last included. */
export type Departures = { at: readonly string[] } | { from: string; to: string; everyMinutes: number };

/** On which days a rule holds: weekdays (0 is Sunday), and where given only on these lunar days; what it does on public holidays. */
export type SlotRuleTimes = {
  departures: Departures;
  weekdays: readonly number[];
  /** Days of every lunar month, 1–30, or days of the lunar year where the month is given, too. Day 30 is the last of a short month. */
  lunarDays?: readonly (Pick<LunarDate, "day"> & { month?: number })[];
  onHolidays: (typeof holidayHabits)[number];
};

/** What a rule does on public holidays: hold as on any day, not hold, or hold on no other day. */
export const holidayHabits = ["as_usual", "closed", "only"] as const;

/** What a slot has of each role, such as "seat". */
export type SlotCapacities = Readonly<Record<string, { unit: PoolUnit; capacity: number }>>;

/** Recurring times of an experience: when it begins, how long it lasts, until how long before it sells, how many it takes. */
export type SlotRule = {
  times: SlotRuleTimes;
  /** The first day it holds. */
  validFrom: Day;
  /** The last day it holds; absent or null until further notice. */
  validTo?: Day | null | undefined;
  lastsMinutes: number;
  cutOffMinutes: number;
  capacities: SlotCapacities;
};

/** A day that does not follow the rules: closed where it has no times, otherwise open at these and no others. */
export type SlotException = { day: Day; times: readonly string[] };

/** A time that a rule makes; `rule` is its place in the list of rules. */
export type RuleSlot = { rule: number; startsAt: Date; endsAt: Date; sellsUntil: Date; capacities: SlotCapacities };

/** What may be asked of one listing's rules. */
export const slotRuleLimits = { rulesMax: 20, slotsADayMax: 96, lastsMinutesMax: 3 * 24 * 60, cutOffMinutesMax: 90 * 24 * 60, unitsMax: 100_000 } as const;

const dayMinutes = 24 * 60;

/** The minute of the day of "HH:MM", or undefined for what is no hour. */
function minuteOf(time: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

const timeAt = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** The hours at which a rule lets an experience begin, first to last. */
export function departureTimes(departures: Departures): string[] {
  if ("at" in departures) return [...departures.at].sort();
  const [from, to] = [minuteOf(departures.from) ?? 0, minuteOf(departures.to) ?? -1];
  const times: string[] = [];
  for (let minute = from; minute <= to && times.length <= dayMinutes; minute += Math.max(1, departures.everyMinutes)) times.push(timeAt(minute));
  return times;
}

/** True on a day that a rule names, whatever exceptions say. */
export function holdsOn({ times, validFrom, validTo }: Pick<SlotRule, "times" | "validFrom" | "validTo">, day: Day, holidays: ReadonlySet<Day>): boolean {
  if (day < validFrom || (validTo != null && day > validTo) || !times.weekdays.includes(weekdayOf(day))) return false;
  if (times.onHolidays !== "as_usual" && holidays.has(day) !== (times.onHolidays === "only")) return false;
  return times.lunarDays === undefined || isOneOf(times.lunarDays, day);
}

function isOneOf(lunarDays: NonNullable<SlotRuleTimes["lunarDays"]>, day: Day): boolean {
  if (Number(day.slice(0, 4)) > lunarYears.last) return false;
  const today = lunarOf(day);
  const isLast = today.day === lunarMonthLength(today);
  return lunarDays.some(({ day: wanted, month }) => (wanted === today.day || (wanted === 30 && isLast)) && (month === undefined || (month === today.month && !today.isLeapMonth)));
}

/**
 * The times that rules make on the days from…to inclusive, first to last, none outside the season. A day with an exception
 * has the exception's times alone; they take length, cut-off and capacities from the first rule that would hold that day,
 * or else from the first that is in force. Of rules that begin at the same instant the first stands.
 */
export function slotsOfRules(
  rules: readonly SlotRule[],
  besides: { exceptions: readonly SlotException[]; holidays: ReadonlySet<Day>; season?: Season },
  from: Day,
  to: Day,
): RuleSlot[] {
  const exceptions = new Map(besides.exceptions.map((exception) => [exception.day, exception.times]));
  const hours = rules.map((rule) => departureTimes(rule.times.departures));
  const made: RuleSlot[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (besides.season !== undefined && !isInSeason(besides.season, day)) continue;
    const starts = new Map<string, number>();
    const own = exceptions.get(day);
    const holding = rules.flatMap((rule, at) => (holdsOn(rule, day, besides.holidays) ? [at] : []));
    if (own === undefined) {
      for (const at of holding) for (const time of hours[at] ?? []) if (!starts.has(time)) starts.set(time, at);
    } else {
      const at = holding[0] ?? ruleInForce(rules, day);
      if (at !== undefined) for (const time of own) starts.set(time, at);
    }
    for (const time of [...starts.keys()].sort()) {
      const at = starts.get(time);
      const rule = at === undefined ? undefined : rules[at];
      if (at !== undefined && rule !== undefined) made.push(slotAt(rule, at, instantAt(day, time)));
    }
  }
  return made;
}

/** The times of one rule, as `slotsOfRules` has them. */
export function slotsOfRule(rule: SlotRule, exceptions: readonly SlotException[], holidays: ReadonlySet<Day>, from: Day, to: Day): RuleSlot[] {
  return slotsOfRules([rule], { exceptions, holidays }, from, to);
}

/** The first rule whose days of validity hold a day, whether or not it names that day. */
export function ruleInForce(rules: readonly SlotRule[], day: Day): number | undefined {
  const at = rules.findIndex(({ validFrom, validTo }) => validFrom <= day && (validTo == null || day <= validTo));
  return at === -1 ? undefined : at;
}

function slotAt(rule: SlotRule, at: number, startsAt: Date): RuleSlot {
  return { rule: at, startsAt, endsAt: plus(startsAt, minutes(rule.lastsMinutes)), sellsUntil: plus(startsAt, -minutes(rule.cutOffMinutes)), capacities: rule.capacities };
}

/** A part of a rule that cannot stand: which, why, and between what it would have to lie. */
export type SlotRuleFault = { field: string; reason: string; min?: number; max?: number; allowed?: readonly string[] };

/** True for a day that rules may name: the calendar is known there. */
const isRuleDay = (day: Day): boolean => isDay(day) && day >= "2000-01-01" && Number(day.slice(0, 4)) < lunarYears.last;

/** What is wrong with rules as a person typed them, every field at once; none where each could make slots. */
export function slotRuleFaults(rules: readonly SlotRule[]): SlotRuleFault[] {
  if (rules.length > slotRuleLimits.rulesMax) return [{ field: "rules", reason: "too_many", max: slotRuleLimits.rulesMax }];
  const faults = rules.flatMap((rule, at) => faultsOfRule(rule).map((fault) => ({ ...fault, field: `rules.${at}.${fault.field}` })));
  return faults.length > 0 ? faults : rules.flatMap((rule, at) => (neverHolds(rule) ? [{ field: `rules.${at}`, reason: "never" }] : []));
}

function faultsOfRule({ times, validFrom, validTo, lastsMinutes, cutOffMinutes, capacities }: SlotRule): SlotRuleFault[] {
  const { lastsMinutesMax, cutOffMinutesMax, unitsMax } = slotRuleLimits;
  const faults = [
    ...faultsOfDepartures(times.departures),
    ...(times.weekdays.length === 0 ? [{ field: "weekdays", reason: "missing" }] : times.weekdays.flatMap((weekday, i) => outside(`weekdays.${i}`, weekday, 0, 6))),
    ...(times.lunarDays?.length === 0 ? [{ field: "lunarDays", reason: "missing" }] : []),
    ...(times.lunarDays ?? []).flatMap(({ day, month }, i) => [...outside(`lunarDays.${i}.day`, day, 1, 30), ...(month === undefined ? [] : outside(`lunarDays.${i}.month`, month, 1, 12))]),
    ...(holidayHabits.includes(times.onHolidays) ? [] : [{ field: "onHolidays", reason: "not_one_of", allowed: holidayHabits }]),
    ...outside("lastsMinutes", lastsMinutes, 1, lastsMinutesMax),
    ...outside("cutOffMinutes", cutOffMinutes, 0, cutOffMinutesMax),
    ...(isRuleDay(validFrom) ? [] : [{ field: "validFrom", reason: "no_such_day" }]),
    ...(Object.keys(capacities).length === 0 ? [{ field: "capacities", reason: "missing" }] : []),
    ...Object.entries(capacities).flatMap(([role, { unit, capacity }]) => [
      ...outside(`capacities.${role}.capacity`, capacity, 1, unitsMax),
      ...(poolUnits.includes(unit) ? [] : [{ field: `capacities.${role}.unit`, reason: "not_one_of", allowed: poolUnits }]),
    ]),
  ];
  if (validTo == null) return faults;
  if (!isRuleDay(validTo)) return [...faults, { field: "validTo", reason: "no_such_day" }];
  return validTo < validFrom ? [...faults, { field: "validTo", reason: "day_before_start" }] : faults;
}

function faultsOfDepartures(departures: Departures): SlotRuleFault[] {
  const { slotsADayMax } = slotRuleLimits;
  if ("at" in departures) return faultsOfTimes("at", departures.at, 1);
  const hourless = (["from", "to"] as const).flatMap((end) => (minuteOf(departures[end]) === undefined ? [{ field: end, reason: "no_such_hour" }] : []));
  const step = outside("everyMinutes", departures.everyMinutes, 1, dayMinutes);
  if (hourless.length + step.length > 0) return [...hourless, ...step];
  if (departures.to < departures.from) return [{ field: "to", reason: "end_before_begin" }];
  return departureTimes(departures).length > slotsADayMax ? [{ field: "everyMinutes", reason: "too_many", max: slotsADayMax }] : [];
}

/** What is wrong with hours said one by one: none at all where one is needed, too many, none that a clock has, the same twice. */
export function faultsOfTimes(field: string, times: readonly string[], min: number): SlotRuleFault[] {
  const { slotsADayMax } = slotRuleLimits;
  if (times.length < min) return [{ field, reason: "missing" }];
  if (times.length > slotsADayMax) return [{ field, reason: "too_many", max: slotsADayMax }];
  return times.flatMap((time, i) => {
    if (minuteOf(time) === undefined) return [{ field: `${field}.${i}`, reason: "no_such_hour" }];
    return times.indexOf(time) < i ? [{ field: `${field}.${i}`, reason: "repeated" }] : [];
  });
}

function outside(field: string, value: number, min: number, max: number): SlotRuleFault[] {
  if (!Number.isInteger(value) || value < min) return [{ field, reason: "too_small", min }];
  return value > max ? [{ field, reason: "too_large", max }] : [];
}

const searchedDays = 366;

/** True where no day of the first year of its validity is one the rule names, whatever holidays there may be. */
function neverHolds(rule: SlotRule): boolean {
  const anyHoliday = { ...rule, times: { ...rule.times, onHolidays: "as_usual" as const } };
  for (let ahead = 0; ahead < searchedDays; ahead++) {
    if (holdsOn(anyHoliday, addDays(rule.validFrom, ahead), new Set())) return false;
  }
  return true;
}

/** Two rules that would begin at the same instant on some day, and the hour at which they do; undefined where none would. */
export function collidingRules(rules: readonly SlotRule[]): { rules: [number, number]; time: string } | undefined {
  for (const [second, b] of rules.entries()) {
    for (const [first, a] of rules.slice(0, second).entries()) {
      const time = departureTimes(a.times.departures).find((each) => departureTimes(b.times.departures).includes(each));
      if (time !== undefined && mayShareADay(a, b)) return { rules: [first, second], time };
    }
  }
  return undefined;
}

function mayShareADay(a: SlotRule, b: SlotRule): boolean {
  const overlap = (a.validTo == null || b.validFrom <= a.validTo) && (b.validTo == null || a.validFrom <= b.validTo);
  const kinds = new Set([a.times.onHolidays, b.times.onHolidays]);
  const apartByHolidays = kinds.has("closed") && kinds.has("only");
  return overlap && !apartByHolidays && a.times.weekdays.some((weekday) => b.times.weekdays.includes(weekday)) && mayShareALunarDay(a.times.lunarDays, b.times.lunarDays);
}

function mayShareALunarDay(a: SlotRuleTimes["lunarDays"], b: SlotRuleTimes["lunarDays"]): boolean {
  if (a === undefined || b === undefined) return true;
  const isLast = (day: number) => day >= 29;
  return a.some((x) => b.some((y) => (x.day === y.day || (isLast(x.day) && isLast(y.day))) && (x.month === undefined || y.month === undefined || x.month === y.month)));
}

/** The first day on which rules make more slots than a day may have. */
export function overfullDay(slots: readonly RuleSlot[]): Day | undefined {
  const counts = new Map<Day, number>();
  for (const { startsAt } of slots) {
    const day = dayOf(startsAt);
    const count = (counts.get(day) ?? 0) + 1;
    if (count > slotRuleLimits.slotsADayMax) return day;
    counts.set(day, count);
  }
  return undefined;
}
