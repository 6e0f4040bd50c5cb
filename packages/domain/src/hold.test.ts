import { describe, expect, test } from "vitest";
import { attemptExpiresAt, extendedLapse, holdLapsesAt, isLapsed } from "./hold.ts";
import { minutes, plus } from "./time.ts";

const placedAt = new Date("2026-11-28T01:00:00Z");
/** The instant so many minutes (and seconds) after the order was placed. */
const after = (min: number, seconds = 0) => plus(placedAt, minutes(min) + seconds * 1000);

type Hold = Parameters<typeof extendedLapse>[0];
const aHold = (override: Partial<Hold> = {}): Hold => ({ placedAt, lapsesAt: holdLapsesAt(placedAt), extendedAt: null, ...override });

describe("a hold", () => {
  test("[H5] keeps units for 30 minutes", () => {
    expect(holdLapsesAt(placedAt)).toEqual(after(30));
  });

  test("[H3] lapses by time alone, at its last instant", () => {
    expect(isLapsed(aHold(), after(29, 59))).toBe(false);
    expect(isLapsed(aHold(), after(30))).toBe(true);
  });

  test("[H3] without an end waits for a person and never lapses by itself", () => {
    expect(isLapsed({ lapsesAt: null }, after(1_000_000))).toBe(false);
  });
});

describe("an attempt at paying", () => {
  test("expires after 15 minutes where the hold lasts long enough", () => {
    expect(attemptExpiresAt(after(0), after(30))).toEqual(after(15));
    expect(attemptExpiresAt(after(10), after(30))).toEqual(after(25));
  });

  test("[O1] always expires 5 minutes before the hold lapses, so that money hardly ever comes too late", () => {
    expect(attemptExpiresAt(after(10, 1), after(30))).toEqual(after(25));
    expect(attemptExpiresAt(after(18), after(30))).toEqual(after(25));
  });

  test("needs at least 5 minutes, and exactly 5 are enough", () => {
    expect(attemptExpiresAt(after(20), after(30))).toEqual(after(25));
    expect(attemptExpiresAt(plus(after(20), 1), after(30))).toBeUndefined();
  });

  test("cannot be opened on a hold that is over", () => {
    expect(attemptExpiresAt(after(30), after(30))).toBeUndefined();
    expect(attemptExpiresAt(after(90), after(30))).toBeUndefined();
  });
});

describe("lengthening a hold", () => {
  test("gives another 30 minutes from now", () => {
    expect(extendedLapse(aHold(), after(20, 1))).toEqual(after(50, 1));
  });

  test("[H5] never goes beyond 60 minutes from placing", () => {
    const late = aHold({ lapsesAt: after(45) });
    expect(extendedLapse(late, after(30))).toEqual(after(60));
    expect(extendedLapse(late, after(40))).toEqual(after(60));
    expect(extendedLapse(aHold(), after(29, 59))?.getTime()).toBeLessThan(after(60).getTime());
  });

  test("[H5] happens once", () => {
    expect(extendedLapse(aHold({ lapsesAt: after(50), extendedAt: after(20) }), after(46))).toBeUndefined();
  });

  test("does not happen where nothing would be won", () => {
    expect(extendedLapse(aHold(), after(0))).toBeUndefined();
    expect(extendedLapse(aHold({ lapsesAt: after(60) }), after(50))).toBeUndefined();
  });

  test("[H3] does not bring back a hold that has lapsed", () => {
    expect(extendedLapse(aHold(), after(30))).toBeUndefined();
  });

  test("always leaves time for one more attempt", () => {
    for (let minute = 1; minute < 30; minute++) {
      const lapsesAt = extendedLapse(aHold(), after(minute));
      expect(lapsesAt && attemptExpiresAt(after(minute), lapsesAt), `lengthened after ${minute} minutes`).toEqual(after(minute + 15));
    }
  });
});
