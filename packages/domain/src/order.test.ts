import { describe, expect, test } from "vitest";
import { isLapsed } from "./hold.ts";
import { orderStates, publicOrderState } from "./order.ts";

const lapsesAt = new Date("2026-11-28T01:30:00Z");
const before = new Date(lapsesAt.getTime() - 1);

describe("what a buyer is told of an order", () => {
  test("[H3] is over from the instant its hold runs out, though nothing has written it down", () => {
    expect(publicOrderState("awaiting_payment", lapsesAt, before)).toBe("awaiting_payment");
    expect(publicOrderState("awaiting_payment", lapsesAt, lapsesAt)).toBe("lapsed");
  });

  test("[H3] turns at the same instant as its hold, so that nobody is told to pay for what is gone", () => {
    for (const now of [before, lapsesAt]) expect(publicOrderState("awaiting_payment", lapsesAt, now) === "lapsed").toBe(isLapsed({ lapsesAt }, now));
  });

  test("keeps waiting while a person decides about its money", () => {
    expect(publicOrderState("awaiting_payment", null, lapsesAt)).toBe("awaiting_payment");
  });

  test.each(orderStates.filter((state) => state !== "awaiting_payment"))("is the plain truth once it is %s", (state) => {
    expect(publicOrderState(state, lapsesAt, lapsesAt)).toBe(state);
    expect(publicOrderState(state, null, lapsesAt)).toBe(state);
  });
});
