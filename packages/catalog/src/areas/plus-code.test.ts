import { describe, expect, test } from "vitest";
import { readPlusCode } from "./plus-code.ts";

describe("a Plus Code", () => {
  test.each([
    ["7PH8W8XX+XX", "7PH8W8XX+XX"],
    ["7ph8w8xx+xx", "7PH8W8XX+XX"],
    [" 7PH8W8XX +XX ", "7PH8W8XX+XX"],
    ["7PH8W8XX+XX9", "7PH8W8XX+XX9"],
    ["７ＰＨ８Ｗ８ＸＸ＋ＸＸ", "7PH8W8XX+XX"],
    ["7PH8W8XX+XX, Việt Nam", "7PH8W8XX+XX"],
  ])("%s in full is %s", (typed, code) => {
    expect(readPlusCode(typed)?.code).toBe(code);
  });

  test("lies where it says, to the size of a house", () => {
    const place = readPlusCode("7PG8W852+22");
    expect(place?.at[0]).toBeCloseTo(20.9076, 3);
    expect(place?.at[1]).toBeCloseTo(106.3001, 3);
  });

  test("short is the nearest of its kind to a point, and nothing without one", () => {
    expect(readPlusCode("W852+22", [20.9, 106.3])?.code).toBe("7PG8W852+22");
    expect(readPlusCode("W852+22 thị trấn nào đó", [20.9, 106.3])?.code).toBe("7PG8W852+22");
    expect(readPlusCode("W852+22")).toBeUndefined();
  });

  test.each(["", "+", "52+22", "7PH8W8XX", "7PH8W8XX+", "7PH8W8XX+X", "7PH80000+", "AAAAAAAA+AA", "ZZZZ+ZZ", "7PH8W8XX+XX+XX1", "12 Nguyễn Du", "0912345678"])("%j is none", (typed) => {
    expect(readPlusCode(typed, [20.9, 106.3])).toBeUndefined();
  });
});
