import { expect, test } from "vitest";
import { listingsMissingSlots } from "@xudong/catalog";
import { stagehand, visitOnSale } from "@xudong/catalog/testing";
import { eachDatabase } from "@xudong/database/testing";
import { addDays, dayOf, days, guest, plus } from "@xudong/domain";
import { aMarket } from "../testing/a-market.ts";

eachDatabase("Times of experiences, from the market", (database) => {
  const hourly = { times: { departures: { from: "06:00", to: "21:00", everyMinutes: 60 }, weekdays: [0, 1, 2, 3, 4, 5, 6], onHolidays: "as_usual" as const }, lastsMinutes: 45, cutOffMinutes: 30, capacities: { seat: { unit: "seat" as const, capacity: 8 } } };

  test("many are made to the end in one breath, and told together", async () => {
    const { market, clock } = await aMarket(database.store);
    const visit = await visitOnSale(database.store, plus(clock.now(), -days(30)));
    const fitted = await market.times.setRules(visit.listingId, [hourly], stagehand);
    expect(fitted.made).toBeGreaterThan(369 * 16);
    expect(await listingsMissingSlots(database.store.read, clock.now(), 10)).not.toContain(visit.listingId);
    const day = addDays(dayOf(clock.now()), 360);
    expect(await market.slots(visit.slug, day, day)).toHaveLength(16);
    expect(await market.times.setException(visit.listingId, { day, times: ["10:00"] }, stagehand)).toMatchObject({ withdrawn: 15 });
    expect(await market.slots(visit.slug, day, day)).toHaveLength(1);
    expect(await market.times.rules(visit.listingId, stagehand)).toMatchObject({ rules: [{ lastsMinutes: 45 }], exceptions: [{ day, times: ["10:00"] }] });
    await market.times.liftException(visit.listingId, day, stagehand);
    expect(await market.slots(visit.slug, day, day)).toHaveLength(16);
    expect(await market.times.setRules(visit.listingId, [], stagehand)).toMatchObject({ withdrawn: fitted.made, kept: [] });
    expect(await market.slots(visit.slug, day, day)).toHaveLength(0);
    await expect(market.times.rules(visit.listingId, guest)).rejects.toMatchObject({ code: "actor.not_allowed" });
  });
});
