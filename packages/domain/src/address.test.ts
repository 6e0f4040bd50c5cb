import { describe, expect, test } from "vitest";
import { readAddress } from "./address.ts";

const typed = { line: "12 Nguyễn Du", commune: "Phường Lê Thanh Nghị", province: "Hải Phòng" };

describe("an address", () => {
  test("has a house and street and two levels, stored cleaned", () => {
    expect(readAddress({ ...typed, line: "  12  Nguyễn Du\n" })).toEqual({ address: typed });
    expect(readAddress({ ...typed, commune: typed.commune.normalize("NFD") })).toEqual({ address: typed });
  });

  test("that lacks parts names every one of them at once", () => {
    expect(readAddress({})).toEqual({ missing: ["line", "commune", "province"] });
    expect(readAddress({ ...typed, line: " \t", province: "\u200B" })).toEqual({ missing: ["line", "province"] });
  });

  test("may have 200 characters in each part and not one more", () => {
    expect(readAddress({ ...typed, line: "a".repeat(200) })).toHaveProperty("address");
    expect(readAddress({ ...typed, line: "a".repeat(201) })).toEqual({ missing: ["line"] });
  });
});
