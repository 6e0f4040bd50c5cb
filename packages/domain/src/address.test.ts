import { describe, expect, test } from "vitest";
import { readAddress } from "./address.ts";

const typed = { line: "12 Nguyễn Du", commune: "Phường Lê Thanh Nghị", province: "Hải Phòng" };

describe("an address", () => {
  test("has a house and street and two levels, stored cleaned", () => {
    expect(readAddress({ ...typed, line: "  12  Nguyễn Du\n" })).toEqual({ address: typed });
    expect(readAddress({ ...typed, commune: typed.commune.normalize("NFD") })).toEqual({ address: typed });
  });

  test("that lacks parts names every one of them at once", () => {
    expect(readAddress({})).toEqual({ faults: ["line", "commune", "province"].map((part) => ({ part, reason: "missing" })) });
    expect(readAddress({ ...typed, line: " \t", province: "\u200B" })).toEqual({ faults: [{ part: "line", reason: "missing" }, { part: "province", reason: "missing" }] });
  });

  test("may have 200 characters in each part and not one more", () => {
    expect(readAddress({ ...typed, line: "a".repeat(200) })).toHaveProperty("address");
    expect(readAddress({ ...typed, line: "a".repeat(201) })).toEqual({ faults: [{ part: "line", reason: "too_long" }] });
  });
});
