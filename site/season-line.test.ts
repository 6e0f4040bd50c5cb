import { instantAt } from "@xudong/domain";
import { describe, expect, it } from "vitest";
import { lunarYearName, seasonLine } from "./season-line.ts";

const noonOf = (day: string) => instantAt(day, "12:00");

describe("The season line", () => {
  it("says the lunar day and how far it is to Tết", () => {
    expect(seasonLine(noonOf("2026-11-23"), "vi").words).toBe("Hôm nay 15 tháng Mười âm lịch · còn 75 ngày đến Tết Đinh Mùi");
    expect(seasonLine(noonOf("2026-11-23"), "en").words).toBe("Today is day 15 of the 10th lunar month · 75 days to Tết, the Year of the Goat");
  });

  it("counts down to Tết, greets it, and looks to the next one from the day after", () => {
    expect(seasonLine(noonOf("2027-02-05"), "vi").untilTet).toBe("mai là Tết Đinh Mùi");
    expect(seasonLine(noonOf("2027-02-06"), "vi").untilTet).toBe("mồng một Tết Đinh Mùi");
    expect(seasonLine(noonOf("2027-02-07"), "vi").untilTet).toContain("Tết Mậu Thân");
  });

  it("turns with the day in Vietnam, not with Greenwich's", () => {
    expect(seasonLine(new Date("2026-11-22T17:30:00Z"), "vi").day).toBe(23);
  });

  it("names years as almanacs do", () => {
    expect([2024, 2025, 2026, 2027].map(lunarYearName)).toEqual(["Giáp Thìn", "Ất Tỵ", "Bính Ngọ", "Đinh Mùi"]);
  });
});
