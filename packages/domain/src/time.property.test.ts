/** Laws: every instant lies in the day it is said to lie in; day and clock name the instant again; moving forth and back changes nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayOf, days, instantAt, isDay, plus, startOf, wallClock, weekdayOf } from "./time.ts";

const instants = fc.date({ min: new Date("1976-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true });
const two = (n: number) => String(n).padStart(2, "0");

test("an instant lies between the beginning of its day and that of the next", () => {
  fc.assert(
    fc.property(instants, (at) => {
      const day = dayOf(at);
      expect(isDay(day)).toBe(true);
      expect(startOf(day).getTime()).toBeLessThanOrEqual(at.getTime());
      expect(at.getTime()).toBeLessThan(startOf(addDays(day, 1)).getTime());
    }),
  );
});

test("day and wall clock together name the instant, to the minute", () => {
  fc.assert(
    fc.property(instants, (at) => {
      const clock = wallClock(at);
      const minute = Math.floor(at.getTime() / 60_000) * 60_000;
      expect(instantAt(dayOf(at), `${two(clock.hour)}:${two(clock.minute)}`).getTime()).toBe(minute);
      expect(weekdayOf(dayOf(at))).toBe(clock.weekday);
    }),
  );
});

test("a day moved forth and back is the same day, and every day has 24 hours", () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -4_000, max: 4_000 }), (at, count) => {
      const day = dayOf(at);
      expect(addDays(addDays(day, count), -count)).toBe(day);
      expect(startOf(addDays(day, 1))).toEqual(plus(startOf(day), days(1)));
    }),
  );
});
