/**
 * Instants are `Date`s; days are "YYYY-MM-DD" and belong to Asia/Ho_Chi_Minh. Vietnam has kept UTC+7
 * without daylight saving since 1975, so a day is plain arithmetic and no time-zone table is asked.
 */
export type Day = string;

/** Where the time comes from: the machine's clock in production, a shifted or standing one elsewhere. */
export type Clock = { now(): Date };

const vietnamOffsetMs = 7 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

export const minutes = (n: number): number => n * 60 * 1000;
export const hours = (n: number): number => n * 60 * 60 * 1000;
export const days = (n: number): number => n * dayMs;

/** `at` moved by `ms` milliseconds. */
export function plus(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The earlier of two instants. */
export function earlier(a: Date, b: Date): Date {
  return a.getTime() <= b.getTime() ? a : b;
}

/** The day in Vietnam at an instant. */
export function dayOf(at: Date): Day {
  return new Date(at.getTime() + vietnamOffsetMs).toISOString().slice(0, 10);
}

/** The wall clock in Vietnam at an instant: year, month 1–12, day, hour, minute, second, weekday 0 = Sunday. */
export function wallClock(at: Date): { year: number; month: number; day: number; hour: number; minute: number; second: number; weekday: number } {
  const shifted = new Date(at.getTime() + vietnamOffsetMs);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** The instant at which `day` begins in Vietnam. */
export function startOf(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - vietnamOffsetMs);
}

/** The instant of a wall-clock time "HH:MM" on a day in Vietnam. */
export function instantAt(day: Day, time: string): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - vietnamOffsetMs);
}

/** `day` moved by whole days. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** The weekday of a day, 0 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The month 1–12 of a day. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** True for a day that exists, spelled YYYY-MM-DD. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === value;
}

const zone = "Asia/Ho_Chi_Minh";
const formats = {
  vi: {
    time: new Intl.DateTimeFormat("vi-VN", { timeZone: zone, hour: "numeric", minute: "2-digit", hourCycle: "h23" }),
    day: new Intl.DateTimeFormat("vi-VN", { timeZone: zone, weekday: "long", day: "2-digit", month: "2-digit", year: "numeric" }),
    shortDay: new Intl.DateTimeFormat("vi-VN", { timeZone: zone, weekday: "short", day: "2-digit", month: "2-digit" }),
  },
  en: {
    time: new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "numeric", minute: "2-digit", hourCycle: "h23" }),
    day: new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    shortDay: new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", day: "numeric", month: "short" }),
  },
} as const;

/** "8:00" in Vietnam. */
export function formatTime(at: Date, locale: "vi" | "en"): string {
  return formats[locale].time.format(at).replace(/^0(?=\d)/, "");
}

/** "Thứ Bảy, 28/11/2026" or "Saturday, 28 November 2026". */
export function formatDay(at: Date, locale: "vi" | "en"): string {
  const text = formats[locale].day.format(at);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Thứ 7, 28/11" or "Sat 28 Nov". */
export function formatShortDay(at: Date, locale: "vi" | "en"): string {
  return formats[locale].shortDay.format(at);
}

/** "26–27/11", "30/11–01/12" or "26/11"; "26–27 Nov", "30 Nov – 1 Dec" or "26 Nov": days that are near enough to need no year. */
export function formatDayRange(from: Day, to: Day, locale: "vi" | "en"): string {
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7);
  const spell = (day: Day) => (locale === "vi" ? `${day.slice(8)}/${day.slice(5, 7)}` : `${Number(day.slice(8))} ${shortMonths[monthOf(day) - 1]}`);
  if (from === to) return spell(to);
  if (isSameMonth) return `${locale === "vi" ? from.slice(8) : Number(from.slice(8))}–${spell(to)}`;
  return `${spell(from)}${locale === "vi" ? "–" : " – "}${spell(to)}`;
}

const shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];
