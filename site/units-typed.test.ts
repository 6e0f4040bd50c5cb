import { expect, test } from "vitest";
import { unitsAsTyped, unitsTyped } from "./units-typed.ts";

test.each([
  ["12", "piece", 12], [" 0 ", "piece", 0], ["12,5", "gram", 12_500], ["12.5", "gram", 12_500], ["0,001", "gram", 1], ["3", "gram", 3000],
  ["12,5", "piece", undefined], ["-1", "piece", undefined], ["", "piece", undefined], ["nhiều", "gram", undefined], ["1e3", "piece", undefined], ["99999999", "piece", undefined],
] as const)("a number as it is typed: %s %s", (typed, unit, units) => expect(unitsTyped(typed, unit)).toBe(units));

test("a number as it stands in a field is read as the same", () => {
  for (const units of [0, 1, 500, 12_500, 3000]) {
    for (const locale of ["vi", "en"] as const) expect(unitsTyped(unitsAsTyped(units, "gram", locale), "gram")).toBe(units);
  }
});
