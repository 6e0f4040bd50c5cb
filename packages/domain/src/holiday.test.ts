import { expect, test } from "vitest";
import { holidayFaults, type Holiday } from "./holiday.ts";

const newYear: Holiday = { day: "2027-01-01", name: { vi: "Tết Dương lịch", en: "New Year's Day" }, certainty: "law", legalBasis: "Bộ luật Lao động 2019, Điều 112" };
const faults = (...over: Partial<Holiday>[]) => holidayFaults(2027, over.map((each) => ({ ...newYear, ...each }))).map(({ field, reason }) => `${field} ${reason}`);

test("a year's holidays are real days of that year, each once, with a name and what they rest on", () => {
  expect(faults({})).toEqual([]);
  expect(faults({}, { day: "2027-02-30" }, { day: "2026-12-31" })).toEqual(["holidays.1.day no_such_day", "holidays.2.day no_such_day"]);
  expect(faults({}, {})).toEqual(["holidays.1.day repeated"]);
  expect(faults({ name: { vi: " " }, legalBasis: "", certainty: "perhaps" as "law" })).toEqual(["holidays.0.name missing", "holidays.0.certainty not_one_of", "holidays.0.legalBasis missing"]);
});
