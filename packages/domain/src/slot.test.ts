import { describe, expect, test } from "vitest";
import { admissionWindow, mayKeepSlot, mayRetakeSlot, whySlotNotOnSale } from "./slot.ts";
import { hours, instantAt, minutes, plus } from "./time.ts";

type Slot = Parameters<typeof whySlotNotOnSale>[0];
const startsAt = instantAt("2026-06-15", "08:00");
const sellsUntil = plus(startsAt, -hours(12));
const aSlot = (override: Partial<Slot> = {}): Slot => ({ state: "open", startsAt, sellsUntil, ...override });
const allYear = { months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
const before = (at: Date) => plus(at, -1);

describe("a place in a slot", () => {
  test("[H3] that is held may be sold until its end, unless the slot was called off", () => {
    const endsAt = plus(startsAt, hours(2));
    expect(mayKeepSlot({ state: "open", endsAt }, before(endsAt))).toBe(true);
    expect(mayKeepSlot({ state: "closed", endsAt }, startsAt)).toBe(true);
    expect(mayKeepSlot({ state: "open", endsAt }, endsAt)).toBe(false);
    expect(mayKeepSlot({ state: "cancelled", endsAt }, before(startsAt))).toBe(false);
  });

  test("[O3] is sold until the cut-off and not at it", () => {
    expect(whySlotNotOnSale(aSlot(), allYear, before(sellsUntil))).toBeUndefined();
    expect(whySlotNotOnSale(aSlot(), allYear, sellsUntil)).toBe("slot.closed");
  });

  test("[O3] is not sold once the slot has begun, even where the cut-off says otherwise", () => {
    const late = aSlot({ sellsUntil: plus(startsAt, hours(1)) });
    expect(whySlotNotOnSale(late, allYear, before(startsAt))).toBeUndefined();
    expect(whySlotNotOnSale(late, allYear, startsAt)).toBe("slot.closed");
  });

  test.each(["closed", "cancelled"] as const)("[O3] is not sold where the slot is %s", (state) => {
    expect(whySlotNotOnSale(aSlot({ state }), allYear, plus(startsAt, -hours(48)))).toBe("slot.closed");
  });

  test("[O3] follows the season of its own day, not of the day it is bought on", () => {
    const inNovember = instantAt("2025-11-15", "09:00");
    expect(whySlotNotOnSale(aSlot(), { months: [6] }, inNovember)).toBeUndefined();
    expect(whySlotNotOnSale(aSlot(), { months: [11] }, inNovember)).toBe("listing.out_of_season");
  });

  test("[O3] on the first of a month before seven belongs to that month, though it is still the last elsewhere", () => {
    const early = aSlot({ startsAt: instantAt("2026-06-01", "05:00"), sellsUntil: instantAt("2026-05-31", "20:00") });
    expect(whySlotNotOnSale(early, { months: [6] }, instantAt("2026-05-20", "09:00"))).toBeUndefined();
  });
});

describe("a place whose money came late", () => {
  test("[H3] may be taken again after the cut-off, until the slot begins", () => {
    expect(mayRetakeSlot(aSlot(), sellsUntil)).toBe(true);
    expect(mayRetakeSlot(aSlot(), before(startsAt))).toBe(true);
    expect(mayRetakeSlot(aSlot(), startsAt)).toBe(false);
  });

  test("[H3] may be taken again in a slot that sells no more, never in a cancelled one", () => {
    expect(mayRetakeSlot(aSlot({ state: "closed" }), sellsUntil)).toBe(true);
    expect(mayRetakeSlot(aSlot({ state: "cancelled" }), sellsUntil)).toBe(false);
  });
});

describe("the gate", () => {
  test("lets guests in from an hour before the slot begins until it ends", () => {
    const endsAt = plus(startsAt, hours(3) + minutes(30));
    expect(admissionWindow({ startsAt, endsAt })).toEqual({ opensAt: instantAt("2026-06-15", "07:00"), closesAt: instantAt("2026-06-15", "11:30") });
  });
});
