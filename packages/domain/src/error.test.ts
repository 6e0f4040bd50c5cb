import { describe, expect, test } from "vitest";
import { DomainError, errorCodes, isDomainError } from "./error.ts";

describe("a refusal", () => {
  test("has a name of its own in two parts, noun and reason", () => {
    for (const code of errorCodes) expect(code).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/);
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });

  test("tells its name and what a person can act on", () => {
    const refusal = new DomainError("hold.sold_out", { unitsLeft: 3 });
    expect(refusal).toBeInstanceOf(Error);
    expect([refusal.name, refusal.message, refusal.code, refusal.details]).toEqual(["DomainError", "hold.sold_out", "hold.sold_out", { unitsLeft: 3 }]);
    expect(new DomainError("cart.empty").details).toEqual({});
  });

  test("is recognised when it comes from another copy of this module", () => {
    const brand = Symbol.for("xudong.DomainError");
    class CopyOfDomainError extends Error {
      readonly code = "cart.empty";
      readonly details = {};
      readonly [brand] = true;
    }
    expect(isDomainError(new DomainError("cart.empty"))).toBe(true);
    expect(isDomainError(new CopyOfDomainError("cart.empty"))).toBe(true);
  });

  test.each([[new Error("cart.empty")], [{ code: "cart.empty", details: {} }], ["cart.empty"], [null], [undefined]])("is not %j", (value) => {
    expect(isDomainError(value)).toBe(false);
  });
});
