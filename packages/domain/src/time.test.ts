import { afterEach, describe, expect, test } from "vitest";
import { addDays, dayOf, days, earlier, formatDay, formatDayRange, formatShortDay, formatTime, hours, instantAt, isDay, minutes, monthOf, plus, startOf, wallClock, weekdayOf } from "./time.ts";

const zoneOfMachine = process.env["TZ"];

afterEach(() => {
  if (zoneOfMachine === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zoneOfMachine;
});

describe.each([
  { zone: "UTC", offset: 0 },
  { zone: "Asia/Ho_Chi_Minh", offset: -420 },
  { zone: "America/Los_Angeles", offset: 480 },
  { zone: "Pacific/Kiritimati", offset: -840 },
  { zone: "Asia/Kathmandu", offset: -345 },
])("on a machine in $zone", ({ zone, offset }) => {
  const inZone = <T>(fn: () => T): T => {
    process.env["TZ"] = zone;
    expect(new Date("2026-11-28T00:00:00Z").getTimezoneOffset()).toBe(offset);
    return fn();
  };

  test("a day in Vietnam begins at 17:00 UTC of the day before", () => {
    inZone(() => {
      expect(dayOf(new Date("2026-11-27T16:59:59.999Z"))).toBe("2026-11-27");
      expect(dayOf(new Date("2026-11-27T17:00:00.000Z"))).toBe("2026-11-28");
      expect(startOf("2026-11-28").toISOString()).toBe("2026-11-27T17:00:00.000Z");
      expect(startOf("2027-01-01").toISOString()).toBe("2026-12-31T17:00:00.000Z");
    });
  });

  test("eight in the morning in Vietnam is one in the morning UTC", () => {
    inZone(() => expect(instantAt("2026-11-28", "08:00").toISOString()).toBe("2026-11-28T01:00:00.000Z"));
  });

  test("the wall clock is Vietnam's", () => {
    inZone(() => {
      expect(wallClock(new Date("2026-12-31T17:00:05Z"))).toEqual({ year: 2027, month: 1, day: 1, hour: 0, minute: 0, second: 5, weekday: 5 });
      expect(wallClock(new Date("2026-12-31T16:59:59Z"))).toEqual({ year: 2026, month: 12, day: 31, hour: 23, minute: 59, second: 59, weekday: 4 });
    });
  });

  test("times and days are written as in Vietnam", () => {
    inZone(() => {
      const at = instantAt("2026-11-29", "00:05");
      expect([formatTime(at, "vi"), formatTime(at, "en")]).toEqual(["0:05", "0:05"]);
      expect([formatDay(at, "vi"), formatDay(at, "en")]).toEqual(["Chủ Nhật, 29/11/2026", "Sunday, 29 November 2026"]);
    });
  });

  test("weekdays and months belong to the day, whatever the machine thinks", () => {
    inZone(() => {
      expect(weekdayOf("2026-11-29")).toBe(0);
      expect(monthOf("2026-12-01")).toBe(12);
    });
  });
});

describe("moving about", () => {
  test("a day moves by whole days, over months, leap days and years", () => {
    expect(addDays("2026-11-30", 1)).toBe("2026-12-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  test("an instant moves by minutes, hours and days", () => {
    const at = new Date("2026-11-28T01:00:00Z");
    expect(plus(at, minutes(30)).toISOString()).toBe("2026-11-28T01:30:00.000Z");
    expect(plus(at, -hours(2)).toISOString()).toBe("2026-11-27T23:00:00.000Z");
    expect(plus(at, days(3)).toISOString()).toBe("2026-12-01T01:00:00.000Z");
  });

  test("of two instants the earlier one is found, whichever is named first", () => {
    const [first, second] = [new Date(1), new Date(2)];
    expect([earlier(first, second), earlier(second, first)]).toEqual([first, first]);
  });
});

describe("a day as typed", () => {
  test.each(["2026-11-28", "2028-02-29", "2026-01-01"])("%s exists", (value) => {
    expect(isDay(value)).toBe(true);
  });

  test.each(["2026-02-29", "2026-13-01", "2026-11-31", "2026-00-10", "28/11/2026", "2026-11-28T00:00", "26-11-28", " 2026-11-28", ""])("%j does not", (value) => {
    expect(isDay(value)).toBe(false);
  });
});

describe("as people read it", () => {
  const at = instantAt("2026-11-28", "08:00");

  test("a time has no zero before it and counts to 24", () => {
    expect(formatTime(at, "vi")).toBe("8:00");
    expect(formatTime(at, "en")).toBe("8:00");
    expect(formatTime(instantAt("2026-11-28", "13:30"), "vi")).toBe("13:30");
    expect(formatTime(instantAt("2026-11-28", "20:09"), "en")).toBe("20:09");
  });

  test("a day is written in the reader's language", () => {
    expect(formatDay(at, "vi")).toBe("Thứ Bảy, 28/11/2026");
    expect(formatDay(at, "en")).toBe("Saturday, 28 November 2026");
  });

  test("a short day leaves out the year", () => {
    expect(formatShortDay(at, "vi")).toBe("Thứ 7, 28/11");
    expect(formatShortDay(at, "en")).toBe("Sat 28 Nov");
  });

  test("days in a row say each month once", () => {
    const ranges = [["2026-11-26", "2026-11-27"], ["2026-11-30", "2026-12-01"], ["2026-12-31", "2027-01-02"], ["2026-09-05", "2026-09-05"]] as const;
    expect(ranges.map(([from, to]) => formatDayRange(from, to, "vi"))).toEqual(["26–27/11", "30/11–01/12", "31/12–02/01", "05/09"]);
    expect(ranges.map(([from, to]) => formatDayRange(from, to, "en"))).toEqual(["26–27 Nov", "30 Nov – 1 Dec", "31 Dec – 2 Jan", "5 Sept"]);
  });
});
