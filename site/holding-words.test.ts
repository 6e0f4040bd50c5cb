import { expect, test } from "vitest";
import type { FestivalTime } from "@xudong/domain";
import { lunarWords, solarWords } from "./holding-words.ts";

const time = (from: string, to: string, precision: FestivalTime["precision"] = "days"): FestivalTime => ({ from, to, precision, mainDays: [], isLesser: false, isAnnounced: false });

test.each([
  ["a run in one month", time("2026-09-20", "2026-09-30"), "Chủ Nhật, 20/09/2026 – Thứ Tư, 30/09/2026", "từ mồng 10 đến 20 tháng Tám âm lịch", "Sunday, 20 September 2026 – Wednesday, 30 September 2026", "lunar calendar: day 10 to day 20 of month 8"],
  ["one day", time("2026-03-03", "2026-03-03"), "Thứ Ba, 03/03/2026", "15 tháng Giêng âm lịch", "Tuesday, 3 March 2026", "lunar calendar: day 15 of month 1"],
  ["over the end of a month", time("2026-05-16", "2026-05-17"), "Thứ Bảy, 16/05/2026 – Chủ Nhật, 17/05/2026", "từ 30 tháng Ba đến mồng 1 tháng Tư âm lịch", "Saturday, 16 May 2026 – Sunday, 17 May 2026", "lunar calendar: day 30 of month 3 to day 1 of month 4"],
  ["a leap month", time("2028-07-01", "2028-07-01"), "Thứ Bảy, 01/07/2028", "mồng 9 tháng Năm nhuận âm lịch", "Saturday, 1 July 2028", "lunar calendar: day 9 of leap month 5"],
])("%s is said in both calendars and both languages", (_, holding, vi, lunarVi, en, lunarEn) => {
  expect([solarWords(holding, "vi"), lunarWords(holding, "vi"), solarWords(holding, "en"), lunarWords(holding, "en")]).toEqual([vi, lunarVi, en, lunarEn]);
});

test("a harvest has months, and no lunar days are made up for it", () => {
  expect(solarWords(time("2027-08-01", "2027-09-30", "months"), "vi")).toBe("Theo mùa vụ, khoảng tháng Tám – tháng Chín 2027; chưa báo ngày");
  expect(solarWords(time("2027-05-01", "2027-05-31", "months"), "en")).toBe("With the harvest, some time in May 2027; no days announced yet");
  expect(lunarWords(time("2027-08-01", "2027-09-30", "months"), "vi")).toBeUndefined();
});
