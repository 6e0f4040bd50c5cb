import { describe, expect, test } from "vitest";
import { formatPhone, parsePhone, phoneFault } from "./phone.ts";

describe("a phone number as typed", () => {
  test.each([
    ["0912345678", "+84912345678"],
    ["0912 345 678", "+84912345678"],
    ["0912.345.678", "+84912345678"],
    ["(091) 234-5678", "+84912345678"],
    ["091–234–5678", "+84912345678"],
    ["+84 912 345 678", "+84912345678"],
    ["0084912345678", "+84912345678"],
    ["84912345678", "+84912345678"],
    ["84 912.345.678", "+84912345678"],
    ["+84 (0)912 345 678", "+84912345678"],
    ["0912/345/678", "+84912345678"],
    ["842203838383", "+842203838383"],
    ["0521234567", "+84521234567"],
    ["0551234567", "+84551234567"],
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
    ["the eleven digits of before 2018", "01661234567"],
    ["the same from abroad", "+841661234567"],
    ["a hotline", "1900 1234"],
    ["a hotline as if it had a prefix", "+84 1800 1234"],
    ["84 and a digit short", "8491234567"],
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

describe("a number that is none says what became of it", () => {
  test.each([
    ["01691234567", "0391 234 567"],
    ["+84 123 456 7890", "0834 567 890"],
    ["841201234567", "0701 234 567"],
    ["0084.199.1234567", "0591 234 567"],
    ["0186 1234 567", "0561 234 567"],
  ])("%s was renumbered in 2018", (typed, became) => {
    const fault = phoneFault(typed);
    expect(fault).toMatchObject({ reason: "phone_renumbered" });
    const told = fault?.reason === "phone_renumbered" ? fault.became : "";
    expect(told.replaceAll(" ", "")).toHaveLength(10);
    expect(parsePhone(told)).toBeDefined();
    expect(told).toBe(became);
  });

  test("0166 became 036, and the last seven digits stayed", () => {
    expect(phoneFault("0166 123 4567")).toEqual({ reason: "phone_renumbered", became: "0361 234 567" });
  });

  test.each(["1900 1234", "19001234", "1800 599 920", "01900 1234", "+84 1900 1234", "1900.1234"])("%s is a hotline", (typed) => {
    expect(phoneFault(typed)).toEqual({ reason: "phone_hotline" });
  });

  test.each(["", "0912345678", "0111234567", "0161234567", "01301234567", "190", "+33612345678", "abc"])("of %j there is nothing more to say", (typed) => {
    expect(phoneFault(typed)).toBeUndefined();
  });
});
