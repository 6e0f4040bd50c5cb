import { describe, expect, test } from "vitest";
import { formatPhone, parsePhone } from "./phone.ts";

describe("a phone number as typed", () => {
  test.each([
    ["0912345678", "+84912345678"],
    ["0912 345 678", "+84912345678"],
    ["0912.345.678", "+84912345678"],
    ["(091) 234-5678", "+84912345678"],
    ["091–234–5678", "+84912345678"],
    ["+84 912 345 678", "+84912345678"],
    ["0084912345678", "+84912345678"],
    ["０９１２３４５６７８", "+84912345678"],
    ["0220 3838 383", "+842203838383"],
    ["+84 24 3825 3536", "+842438253536"],
    ["+33 6 12 34 56 78", "+33612345678"],
    ["0033612345678", "+33612345678"],
    ["+1 (415) 555-0100", "+14155550100"],
  ])("%s is %s", (typed, e164) => {
    expect(parsePhone(typed)).toBe(e164);
  });

  test.each([
    ["a digit short", "091234567"],
    ["a digit long", "09123456789"],
    ["a prefix nobody has", "0112345678"],
    ["a landline a digit short", "0220383838"],
    ["Vietnam's code with a zero after it", "+840912345678"],
    ["Vietnam's code and too few digits", "+8491234567"],
    ["a foreign number without plus", "33612345678"],
    ["a country code that begins with zero", "+0612345678"],
    ["more digits than E.164 allows", "+1234567890123456"],
    ["letters", "0912 abc 678"],
    ["nothing", ""],
  ])("with %s is no number", (_, typed) => {
    expect(parsePhone(typed)).toBeUndefined();
  });
});

describe("a phone number as people read it", () => {
  test.each([
    ["+84912345678", "0912 345 678"],
    ["+842203838383", "0220 383 8383"],
    ["+842438253536", "024 3825 3536"],
    ["+842838253536", "028 3825 3536"],
  ])("%s is %s in Vietnam", (e164, said) => {
    expect(formatPhone(e164)).toBe(said);
  });

  test("stays international for a guest from abroad", () => {
    expect(formatPhone("+33612345678")).toBe("+33612345678");
  });

  test.each(["0912345678", "02203838383", "02438253536", "+33612345678"])("%s, read back, is the same number", (typed) => {
    const e164 = parsePhone(typed) ?? "";
    expect(parsePhone(formatPhone(e164))).toBe(e164);
  });
});
