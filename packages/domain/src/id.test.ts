import { describe, expect, test } from "vitest";
import { formatCode, newCode, newId, parseCode } from "./id.ts";

describe("a row's id", () => {
  test("is 26 characters that can stand in an address", () => {
    expect(newId(new Date("2026-11-28T01:00:00Z"))).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  test("sorts by age", () => {
    const ages = ["2001-01-01T00:00:00Z", "2026-11-28T01:00:00.000Z", "2026-11-28T01:00:00.001Z", "2026-11-28T01:00:00.033Z", "2199-01-01T00:00:00Z"];
    const ids = ages.map((at) => newId(new Date(at)));
    expect([...ids].sort()).toEqual(ids);
  });

  test("of the same instant is never the same twice", () => {
    const now = new Date("2026-11-28T01:00:00Z");
    expect(new Set(Array.from({ length: 1_000 }, () => newId(now))).size).toBe(1_000);
  });
});

describe("a code read over the phone", () => {
  test("has eight symbols, none of which looks like another", () => {
    for (let i = 0; i < 200; i++) expect(newCode()).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  });

  test("is not sequential: a thousand codes share no beginning", () => {
    const codes = Array.from({ length: 1_000 }, newCode);
    expect(new Set(codes).size).toBe(1_000);
    expect(new Set(codes.map((code) => code.charAt(0))).size).toBeGreaterThan(20);
  });

  test("is printed in two groups and read however it was typed", () => {
    const code = newCode();
    const printed = formatCode(code);
    expect(printed).toBe(`${code.slice(0, 4)}-${code.slice(4)}`);
    for (const typed of [printed, printed.toLowerCase(), ` ${code.slice(0, 4)} ${code.slice(4)} `, [...code].join(" ")]) expect(parseCode(typed)).toBe(code);
  });

  test.each(["", "K7MP", "K7MP-2QX9-", "K7MP-2QX9A", "O0I1-LLLL", "KÁMP-2QX9"])("is not found in %j", (typed) => {
    expect(parseCode(typed)).toBeUndefined();
  });
});
