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

  test("may name its commune by a code alone, and have a Plus Code and a note", () => {
    expect(readAddress({ line: "Trang trại 3", communeCode: " 10813 ", plusCode: "wc5x+2q", note: " Gọi  trước " })).toEqual({
      address: { line: "Trang trại 3", commune: "", province: "", communeCode: "10813", plusCode: "wc5x+2q", note: "Gọi trước" },
    });
    expect(readAddress({ ...typed, communeCode: " ", plusCode: "", note: undefined })).toEqual({ address: typed });
    expect(readAddress({ communeCode: "10813" })).toEqual({ faults: [{ part: "line", reason: "missing" }] });
    expect(readAddress({ ...typed, note: "a".repeat(201) })).toEqual({ faults: [{ part: "note", reason: "too_long" }] });
  });

  test("may have 200 characters in each part and not one more", () => {
    expect(readAddress({ ...typed, line: "a".repeat(200) })).toHaveProperty("address");
    expect(readAddress({ ...typed, line: "a".repeat(201) })).toEqual({ faults: [{ part: "line", reason: "too_long" }] });
  });
});
