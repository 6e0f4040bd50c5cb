import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { setSlotRules } from "@xudong/catalog";
import { stagehand, visitOnSale } from "@xudong/catalog/testing";
import { eachDatabase } from "@xudong/database/testing";
import { days, instantAt } from "@xudong/domain";
import { aBuyer, aCart, aKey, aMarket } from "../../testing/a-market.ts";
import { inspectMarket } from "../inspect-market.ts";

eachDatabase("The job that makes slots", (database) => {
  const boats = { times: { departures: { at: ["07:00", "16:30"] }, weekdays: [0, 1, 2, 3, 4, 5, 6], onHolidays: "as_usual" as const }, lastsMinutes: 75, cutOffMinutes: 60, capacities: { seat: { unit: "seat" as const, capacity: 12 } } };
  const slotsJob = async (market: Awaited<ReturnType<typeof aMarket>>["market"]) => (await market.jobs.runDue()).find(({ name }) => name === "slots");
  const slotsOf = async (listingId: string) => {
    const { slots } = database.store.read.t;
    return database.store.read.select({ id: slots.id, startsAt: slots.startsAt }).from(slots).where(eq(slots.listingId, listingId));
  };

  test("makes each day as it comes into reach, once, and says that it was it", async () => {
    const { market, clock } = await aMarket(database.store);
    const visit = await visitOnSale(database.store, clock.now());
    await database.store.write((tx) => setSlotRules(tx, visit.listingId, [boats], { actor: stagehand, now: clock.now() }));
    const before = (await slotsOf(visit.listingId)).length;
    expect(await slotsJob(market)).toMatchObject({ done: 0 });
    clock.move(days(1));
    expect(await slotsJob(market)).toMatchObject({ done: 1 });
    expect(await slotsJob(market)).toMatchObject({ done: 0 });
    expect((await slotsOf(visit.listingId)).length).toBe(before + 2);
    const { auditRows } = database.store.read.t;
    const rows = await database.store.read.select({ actor: auditRows.actor, detail: auditRows.detail }).from(auditRows).where(eq(auditRows.verb, "slot.fit_rules"));
    expect(rows.at(-1)).toMatchObject({ actor: "system.job.slots", detail: { made: 2 } });
  });

  test("two processes side by side make each slot once, after a year in which nobody did", async () => {
    const { market, clock } = await aMarket(database.store);
    const { market: other, clock: otherClock } = await aMarket(await database.open());
    const visits = await Promise.all(Array.from({ length: 6 }, () => visitOnSale(database.store, clock.now())));
    for (const { listingId } of visits) await database.store.write((tx) => setSlotRules(tx, listingId, [boats], { actor: stagehand, now: clock.now() }));
    clock.move(days(380));
    otherClock.set(clock.now());
    await Promise.all([market.jobs.runDue(), other.jobs.runDue(), market.jobs.runDue(), other.jobs.runDue()]);
    for (const { listingId } of visits) {
      const starts = (await slotsOf(listingId)).map(({ startsAt }) => startsAt.getTime()).filter((at) => at > clock.now().getTime());
      expect(new Set(starts).size).toBe(starts.length);
      expect(starts.length).toBeGreaterThanOrEqual(738);
    }
    expect((await inspectMarket(database.store, clock.now())).filter(({ ok }) => !ok)).toEqual([]);
  });

  test("what it made can be bought", async () => {
    const { market, clock } = await aMarket(database.store);
    const visit = await visitOnSale(database.store, clock.now());
    await database.store.write((tx) => setSlotRules(tx, visit.listingId, [boats], { actor: stagehand, now: clock.now() }));
    clock.set(instantAt("2027-11-20", "06:00"));
    await market.jobs.runDue();
    const [slot] = await market.slots(visit.slug, "2028-01-31", "2028-01-31");
    expect(slot).toMatchObject({ unitsLeft: 12 });
    const cart = await aCart(market, [{ variantId: visit.variantIds[0] ?? "", slotId: slot?.id ?? "", quantity: 2 }]);
    await market.placeOrder(cart, aBuyer(), aKey());
    expect((await market.slots(visit.slug, "2028-01-31", "2028-01-31"))[0]).toMatchObject({ unitsLeft: 10 });
  });
});
