import { describe, expect, test } from "vitest";
import { inForce, requireInForce, type Dated } from "./dated.ts";

type Price = Dated & { name: string };
const at = (day: string) => new Date(`${day}T00:00:00Z`);
const aPrice = (name: string, from: string, to?: string): Price => ({ name, validFrom: at(from), validTo: to === undefined ? null : at(to) });

describe("a dated value", () => {
  const ordinary = aPrice("ordinary", "2026-01-01");
  const summer = aPrice("summer", "2026-06-01", "2026-08-01");

  test("holds from its first instant and until, not at, its last", () => {
    const rows = [summer];
    expect(inForce(rows, new Date(at("2026-06-01").getTime() - 1))).toBeUndefined();
    expect(inForce(rows, at("2026-06-01"))).toBe(summer);
    expect(inForce(rows, new Date(at("2026-08-01").getTime() - 1))).toBe(summer);
    expect(inForce(rows, at("2026-08-01"))).toBeUndefined();
  });

  test("without an end holds until further notice", () => {
    expect(inForce([ordinary], at("2199-01-01"))).toBe(ordinary);
  });

  test("that began last wins, in whatever order the rows come", () => {
    expect(inForce([ordinary, summer], at("2026-07-01"))).toBe(summer);
    expect(inForce([summer, ordinary], at("2026-07-01"))).toBe(summer);
    expect(inForce([summer, ordinary], at("2026-09-01"))).toBe(ordinary);
  });

  test("nothing can go on without is refused by name where it is missing", () => {
    expect(requireInForce([ordinary], at("2026-07-01"), "commission")).toBe(ordinary);
    expect(() => requireInForce([summer], at("2026-01-01"), "commission")).toThrow(expect.objectContaining({ code: "rate.missing", details: { what: "commission" } }));
  });
});
