/**
 * Laws: a fee is whole đồng, never below its first kilogram, and never falls as a parcel grows; a parcel never leaves on a day
 * of rest, arrives before it leaves, or is expected on a public holiday; what spoils arrives with half a day to spare.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { deliveryFeeOf, deliveryZones, parcelOf, type DeliveryRate, type ParcelLine } from "./delivery.ts";
import { deliveryOffers, freshMarginHours } from "./delivery-offer.ts";
import { addDays, dayOf, startOf, weekdayOf } from "./time.ts";

const steps = fc.record({ feeDong: fc.nat(200_000), firstGrams: fc.integer({ min: 0, max: 5_000 }), stepGrams: fc.integer({ min: 1, max: 2_000 }), stepDong: fc.nat(50_000) });
const grams = fc.integer({ min: 1, max: 200_000 });

test("a fee is whole đồng, never below that of the first kilogram, and never falls as a parcel grows", () => {
  fc.assert(
    fc.property(steps, grams, grams, (rate, one, more) => {
      const fee = deliveryFeeOf(rate, one);
      expect(Number.isSafeInteger(fee)).toBe(true);
      expect(fee).toBeGreaterThanOrEqual(rate.feeDong);
      expect(deliveryFeeOf(rate, one + more)).toBeGreaterThanOrEqual(fee);
    }),
  );
});

const services = fc.constantFrom("standard" as const, "chilled" as const);
const promises = fc.tuple(fc.nat(120), fc.nat(120)).map(([min, more]) => ({ promiseMinHours: min, promiseMaxHours: min + more }));
const aRate = fc
  .record({ service: services, zone: fc.constantFrom(...deliveryZones), isChilled: fc.boolean(), terms: steps, promise: promises })
  .map(({ terms, promise, ...rest }): DeliveryRate => ({ ...rest, ...terms, ...promise, takesCash: true, isSample: false, validFrom: new Date(0), validTo: null }));
const lines = fc.array(
  fc.record({ quantity: fc.integer({ min: 1, max: 20 }), weightGrams: fc.option(grams), needsCold: fc.boolean(), shelfLifeHours: fc.option(fc.integer({ min: 1, max: 2_000 })) }),
  { minLength: 1, maxLength: 4 },
).map((goods) => goods.map((line, at): ParcelLine => ({ key: `line ${at}`, ...line })));
const moments = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2028-12-31") }).map((at) => new Date(at));
const journeys = fc.record({
  zone: fc.constantFrom(...deliveryZones),
  orderedAt: moments,
  sender: fc.record({ cutOffMinute: fc.option(fc.nat(1_439)), restWeekdays: fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6])) }),
  holidays: fc.array(fc.nat(40), { maxLength: 12 }),
}).map(({ holidays, ...journey }) => ({ ...journey, holidays: new Set(holidays.map((ahead) => addDays(dayOf(journey.orderedAt), ahead))) }));

test("a parcel leaves on a working day not before it was ordered, arrives on a day that is none of rest, and in time", () => {
  fc.assert(
    fc.property(fc.array(aRate, { minLength: 1, maxLength: 8 }), lines, journeys, (rates, goods, journey) => {
      const { offers, refused } = deliveryOffers(rates, goods, journey);
      const { shelfLifeHours } = parcelOf(goods);
      expect(refused === undefined).toBe(offers.length > 0);
      for (const { feeDong, leavesOn, arrivesFrom, arrivesTo } of offers) {
        if (leavesOn === null || arrivesFrom === null || arrivesTo === null) throw new Error("These rates promise something");
        expect(feeDong).toBeGreaterThanOrEqual(0);
        expect(leavesOn >= dayOf(journey.orderedAt)).toBe(true);
        expect((journey.sender.restWeekdays ?? [0]).includes(weekdayOf(leavesOn)) || journey.holidays.has(leavesOn)).toBe(false);
        expect(leavesOn <= arrivesFrom && arrivesFrom <= arrivesTo).toBe(true);
        expect(journey.holidays.has(arrivesFrom) || journey.holidays.has(arrivesTo)).toBe(false);
        if (shelfLifeHours !== null) expect((startOf(arrivesTo).getTime() - startOf(leavesOn).getTime()) / 3_600_000 - 24 + freshMarginHours).toBeLessThan(shelfLifeHours);
      }
    }),
    { numRuns: 500 },
  );
});

test("of what is refused at least one line is named, and each stands in the parcel", () => {
  fc.assert(
    fc.property(fc.array(aRate, { minLength: 1, maxLength: 8 }), lines, journeys, (rates, goods, journey) => {
      const { refused } = deliveryOffers(rates, goods, journey);
      if (refused === undefined) return;
      expect(refused.keys.length).toBeGreaterThan(0);
      expect(refused.keys.every((key) => goods.some((line) => line.key === key))).toBe(true);
    }),
  );
});
