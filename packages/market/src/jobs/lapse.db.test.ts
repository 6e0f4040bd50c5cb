import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { days, hours, minutes } from "@xudong/domain";
import { ordersToLapse } from "@xudong/checkout";
import { goodsOnSale, poolRow } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../../testing/a-market.ts";
import { inspectMarket } from "../inspect-market.ts";

eachDatabase("The job that lets holds lapse", (database) => {
  async function someOrders(count: number) {
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: 1000 });
    const place = async () => market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const orders = await Promise.all(Array.from({ length: count }, place));
    return { market, clock, guava, orders, place };
  }
  const lapsed = async (market: Awaited<ReturnType<typeof someOrders>>["market"]) => (await market.jobs.runDue()).find(({ name }) => name === "lapse")?.done;
  const audited = async () => (await database.store.read.select().from(database.store.read.t.auditRows)).filter(({ verb }) => verb === "order.lapsed");

  test("[H3] [S3] writes down what is over and gives its units back, once, and says that it was it", async () => {
    const { market, clock, guava, orders } = await someOrders(3);
    expect(await lapsed(market)).toBe(0);
    clock.move(minutes(30));
    expect(await lapsed(market)).toBe(3);
    expect(await lapsed(market)).toBe(0);
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
    for (const order of orders) expect(await market.order(order)).toMatchObject({ state: "lapsed" });
    expect((await audited()).map(({ actor }) => actor)).toEqual(["system.job.lapse", "system.job.lapse", "system.job.lapse"]);
  });

  test("[H3] leaves alone what was paid, and what the gateway holds for a person to decide", async () => {
    const { market, clock, guava, orders } = await someOrders(2);
    const [first, second] = orders;
    if (first === undefined || second === undefined) return;
    await market.receiveNotice(aNotice(await anAttempt(market, first)));
    await market.receiveNotice(aNotice(await anAttempt(market, second), { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }));
    clock.move(days(365));
    expect(await lapsed(market)).toBe(0);
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 2 });
  });

  test("a clock that jumps a year ahead and an hour back lets each lapse once, at its time", async () => {
    const { market, clock, guava, place } = await someOrders(2);
    clock.move(days(365));
    expect(await lapsed(market)).toBe(2);
    const later = await place();
    clock.move(-hours(1));
    expect(await lapsed(market)).toBe(0);
    expect(await market.order(later)).toMatchObject({ state: "awaiting_payment" });
    clock.move(hours(1) + minutes(30));
    expect(await lapsed(market)).toBe(1);
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
    expect((await inspectMarket(database.store)).filter(({ ok }) => !ok)).toEqual([]);
  });

  test("[H1] two processes side by side let each lapse once", async () => {
    const { market, clock, guava } = await someOrders(40);
    const { market: other, clock: otherClock } = await aMarket(await database.open());
    clock.move(minutes(31));
    otherClock.set(clock.now());
    const before = (await audited()).length;
    const counts = await Promise.all([lapsed(market), lapsed(other), lapsed(market), lapsed(other)]);
    expect(counts.reduce((sum = 0, count = 0) => sum + count, 0)).toBe(40);
    expect((await audited()).length - before).toBe(40);
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
  });

  test("works a backlog off while buyers go on buying", async () => {
    const { market, clock, guava, place } = await someOrders(100);
    clock.move(minutes(31));
    const working = lapsed(market);
    const order = await place();
    // Whoever buys in the midst of it is not served last.
    expect(await ordersToLapse(database.store.read, clock.now(), 1)).toHaveLength(1);
    expect(await working).toBe(100);
    expect(await market.order(order)).toMatchObject({ state: "awaiting_payment" });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 1 });
  });
});
