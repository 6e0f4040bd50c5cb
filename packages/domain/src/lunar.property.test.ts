/** Laws: a day's lunar date names the day again; the next day is the next lunar one; months have 29 or 30 days, years 353–355 or 383–385. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOfLunar, leapMonthOf, lunarDaysInYear, lunarMonthLength, lunarOf, lunarYears, tetOf } from "./lunar.ts";
import { addDays } from "./time.ts";

const lastDay = addDays(tetOf(lunarYears.last), lunarDaysInYear(lunarYears.last) - 1);
const daysKnown = Math.round((Date.parse(lastDay) - Date.parse(tetOf(lunarYears.first))) / 86_400_000);
const days = fc.integer({ min: 0, max: daysKnown - 1 }).map((ahead) => addDays(tetOf(lunarYears.first), ahead));

test("a day's lunar date is that day's and no other's", () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(dayOfLunar(lunarOf(day))).toBe(day);
    }),
    { numRuns: 2_000 },
  );
});

test("after each day comes the next of its month, or the first of the next month, or Tết", () => {
  fc.assert(
    fc.property(days, (day) => {
      const [today, tomorrow] = [lunarOf(day), lunarOf(addDays(day, 1))];
      if (tomorrow.day !== 1) {
        expect(tomorrow).toEqual({ ...today, day: today.day + 1 });
        return;
      }
      expect(today.day).toBe(lunarMonthLength(today));
      const isTwin = tomorrow.isLeapMonth && tomorrow.month === today.month && !today.isLeapMonth;
      expect(isTwin || tomorrow.month === (today.month % 12) + 1).toBe(true);
      expect(tomorrow.year).toBe(today.month === 12 && !isTwin ? today.year + 1 : today.year);
    }),
    { numRuns: 2_000 },
  );
});

test("every lunar year has 353 to 355 days, or 383 to 385 with a leap month, and the next follows it", () => {
  for (let year = lunarYears.first; year < lunarYears.last; year++) {
    const length = lunarDaysInYear(year);
    const least = leapMonthOf(year) === undefined ? 353 : 383;
    expect(length >= least && length <= least + 2, `${year}: ${length}`).toBe(true);
    expect(tetOf(year + 1)).toBe(addDays(tetOf(year), length));
  }
});
