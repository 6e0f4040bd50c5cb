import { describe, expect, test } from "vitest";
import { holidayFaults } from "@xudong/domain";
import { holidaysOf, holidayYears } from "./holidays.ts";

const days = (year: number, certainty?: string) => holidaysOf(year).filter((holiday) => certainty === undefined || holiday.certainty === certainty).map(({ day }) => day);

describe("the public holidays of a demo", () => {
  test.each([...holidayYears])("of %i have no fault", (year) => {
    expect(holidayFaults(year, holidaysOf(year))).toEqual([]);
  });

  test("are those of 2026, with the Culture Day that began that year", () => {
    expect(days(2026)).toEqual([
      "2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-26", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02", "2026-11-24",
    ]);
  });

  test("name what no notice has settled yet: Tết and the day beside National Day", () => {
    expect(days(2026, "expected")).toEqual(["2026-09-01"]);
    // Tết 2027 falls on a Saturday, so two days are replaced.
    expect(days(2027, "expected")).toEqual(["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-09-03"]);
    expect(days(2026, "announced")).toHaveLength(5);
  });

  test("give the next working day for one that falls on a weekend", () => {
    expect(holidaysOf(2027).find(({ day }) => day === "2027-05-03")).toMatchObject({ name: { vi: "Nghỉ bù Ngày Quốc tế Lao động" }, certainty: "law" });
    // 30 April 2028 is a Sunday and the Monday after it is a holiday itself.
    expect(days(2028)).toContain("2028-05-02");
    expect(days(2028)).not.toContain("2028-01-02");
    expect(days(2028)).toContain("2028-01-03");
  });

  test("follow the lunar calendar for Tết and Giỗ Tổ", () => {
    for (const day of ["2027-04-16", "2028-04-04", "2028-01-26"]) expect(days(Number(day.slice(0, 4)))).toContain(day);
  });
});
