import { describe, expect, test } from "vitest";
import { dong, formatDong, shareOf, sumDong, timesDong, vatInside } from "./money.ts";

describe("an amount", () => {
  test.each([0, 1, -45_000, Number.MAX_SAFE_INTEGER])("of %d is whole đồng", (value) => {
    expect(dong(value)).toBe(value);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("of %d is refused", (value) => {
    expect(() => dong(value)).toThrow(expect.objectContaining({ code: "money.not_whole_dong", details: { value } }));
  });

  test("that is the sum of nothing is 0", () => {
    expect(sumDong([])).toBe(0);
  });

  test("that grew past what can be counted exactly is refused, as a sum and as a product", () => {
    expect(() => sumDong([Number.MAX_SAFE_INTEGER, 1])).toThrow("money.not_whole_dong");
    expect(() => timesDong(Number.MAX_SAFE_INTEGER, 2)).toThrow("money.not_whole_dong");
  });

  test("is counted for whole units only", () => {
    expect(timesDong(120_000, 3)).toBe(360_000);
    expect(() => timesDong(120_001, 0.5)).toThrow("money.not_whole_dong");
  });
});

describe("a share", () => {
  test.each([
    { amount: 1_000_000, basisPoints: 800, share: 80_000, why: "8 % of a million" },
    { amount: 5, basisPoints: 1_000, share: 1, why: "half a đồng goes up" },
    { amount: 4, basisPoints: 1_000, share: 0, why: "less than half goes down" },
    { amount: 15, basisPoints: 1_000, share: 2, why: "one and a half goes up" },
    { amount: -5, basisPoints: 1_000, share: -1, why: "half a đồng taken back is the mirror of half given" },
    { amount: -4, basisPoints: 1_000, share: 0, why: "less than half taken back is nothing" },
    { amount: -15, basisPoints: 1_000, share: -2, why: "one and a half taken back is two" },
    { amount: 123_456, basisPoints: 0, share: 0, why: "a rate of nothing" },
    { amount: 123_456, basisPoints: 10_000, share: 123_456, why: "the whole" },
    { amount: 9_000_000_000_000_000, basisPoints: 9_999, share: 8_999_100_000_000_000, why: "no digit is lost on the way" },
  ])("of $amount at $basisPoints basis points is $share: $why", ({ amount, basisPoints, share }) => {
    expect(shareOf(amount, basisPoints)).toBe(share);
  });

  test("at a rate that is no whole number of basis points is refused", () => {
    expect(() => shareOf(100, 12.5)).toThrow("money.not_whole_dong");
  });
});

describe("VAT inside a price", () => {
  test.each([
    { gross: 108_000, basisPoints: 800, vat: 8_000 },
    { gross: 110_000, basisPoints: 1_000, vat: 10_000 },
    { gross: 100_000, basisPoints: 800, vat: 7_407 },
    { gross: 7, basisPoints: 800, vat: 1 },
    { gross: 6, basisPoints: 800, vat: 0 },
    { gross: 3, basisPoints: 2_000, vat: 1 },
    { gross: -3, basisPoints: 2_000, vat: -1 },
    { gross: -108_000, basisPoints: 800, vat: -8_000 },
    { gross: 99_000, basisPoints: 0, vat: 0 },
  ])("of $gross at $basisPoints basis points is $vat", ({ gross, basisPoints, vat }) => {
    expect(vatInside(gross, basisPoints)).toBe(vat);
  });
});

describe("a price as a person reads it", () => {
  test("groups by dots in Vietnamese and by commas in English", () => {
    expect(formatDong(1_234_567, "vi")).toBe("1.234.567\u00A0đ");
    expect(formatDong(1_234_567, "en")).toBe("1,234,567\u00A0VND");
  });

  test("is never torn from its unit at the end of a line", () => {
    expect(formatDong(120_000, "vi")).not.toContain(" ");
    expect(formatDong(120_000, "en")).not.toContain(" ");
  });

  test.each([
    [0, "0\u00A0đ"],
    [999, "999\u00A0đ"],
    [1_000, "1.000\u00A0đ"],
    [-45_000, "−45.000\u00A0đ"],
  ])("of %d says %s", (amount, says) => {
    expect(formatDong(amount, "vi")).toBe(says);
  });
});
