import { describe, expect, test } from "vitest";
import { isDomainError } from "./error.ts";
import { carriers, readDispatch, undoDispatchUntil } from "./dispatch.ts";

const issuesOf = (typed: Parameters<typeof readDispatch>[0]): unknown => {
  try {
    return readDispatch(typed);
  } catch (error) {
    return isDomainError(error) ? error.details.issues : error;
  }
};

describe("How a parcel left", () => {
  test.each([
    [{ carrier: "ghn", trackingNumber: " gh n8 12a4 " }, { carrier: "ghn", trackingNumber: "GHN812A4" }],
    [{ carrier: "ghtk", trackingNumber: "S1.A1.17373471" }, { carrier: "ghtk", trackingNumber: "S1.A1.17373471" }],
    [{ carrier: "vnpost", trackingNumber: "RR473124829VN" }, { carrier: "vnpost", trackingNumber: "RR473124829VN" }],
    [{ carrier: "own" }, { carrier: "own", trackingNumber: null }],
    [{ carrier: "own", trackingNumber: "29B-123.45" }, { carrier: "own", trackingNumber: "29B-123.45" }],
  ])("is read as it was meant: %o", (typed, meant) => expect(readDispatch(typed)).toEqual(meant));

  test.each([
    [{ carrier: "", trackingNumber: "" }, [{ field: "carrier", reason: "missing" }, { field: "trackingNumber", reason: "missing" }]],
    [{ carrier: "pigeon", trackingNumber: "GHN812A4" }, [{ field: "carrier", reason: "missing" }]],
    [{ carrier: "ghn", trackingNumber: "chưa có" }, [{ field: "trackingNumber", reason: "no_number" }]],
    [{ carrier: "ghn", trackingNumber: "ABCDEFG" }, [{ field: "trackingNumber", reason: "no_number" }]],
    [{ carrier: "jt", trackingNumber: "12345" }, [{ field: "trackingNumber", reason: "no_number" }]],
    [{ carrier: "vnpost", trackingNumber: "RR473124828VN" }, [{ field: "trackingNumber", reason: "check_digit" }]],
  ])("[S2] names every field at fault: %o", (typed, issues) => expect(issuesOf(typed)).toEqual(issues));

  test("knows each carrier by a name of its own", () => expect(new Set(carriers).size).toBe(carriers.length));

  test("may be taken back for a quarter of an hour", () => {
    expect(undoDispatchUntil(new Date("2026-12-01T08:00:00Z"))).toEqual(new Date("2026-12-01T08:15:00Z"));
  });
});
