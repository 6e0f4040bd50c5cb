import { expect, test } from "vitest";
import { openSlots, setPrice, setStock } from "@xudong/catalog";
import { goodsOnSale, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { eachDatabase } from "@xudong/database/testing";
import { days, hours, plus } from "@xudong/domain";
import { aBuyer, aCart, aKey, aMarket } from "../testing/a-market.ts";

eachDatabase("A line that can no longer be had", (database) => {
  const lineOf = async (market: Awaited<ReturnType<typeof aMarket>>["market"], cart: Parameters<typeof market.cart>[0]) => (await market.cart(cart)).sellers[0]?.lines[0];
  const write: typeof database.store.write = (work) => database.store.write(work);

  test("offers fewer, and the pack that still fits", async () => {
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: 100, packs: [5, 1] });
    const [box = "", one = ""] = guava.variantIds;
    const cart = await aCart(market, [{ variantId: box, quantity: 2 }]);
    await write(async (tx) => setStock(tx, guava.poolId, { unitsLeft: 7, reason: "counted" }, { actor: stagehand, now: clock.now() }));
    expect((await lineOf(market, cart))?.nextBest).toMatchObject([{ kind: "fewer", quantity: 1 }, { kind: "pack", variantId: one, quantity: 2 }]);
    await write(async (tx) => setStock(tx, guava.poolId, { unitsLeft: 4, reason: "counted" }, { actor: stagehand, now: clock.now() }));
    expect((await lineOf(market, cart))?.nextBest).toMatchObject([{ kind: "pack", variantId: one, quantity: 2 }]);
  });

  test("[H4] is replaced by another, which adds up with what is there of it, once however often it is pressed", async () => {
    const { market, clock } = await aMarket(database.store);
    const { variantIds: [box = "", one = ""] } = await goodsOnSale(database.store, clock.now(), { capacity: 100, packs: [5, 1] });
    const cart = await aCart(market, [{ variantId: box, quantity: 2 }, { variantId: one, quantity: 3 }]);
    for (let pressed = 0; pressed < 2; pressed++) await market.replaceCartLine(cart, { variantId: box }, { variantId: one, quantity: 2 });
    expect((await market.cart(cart)).sellers[0]?.lines).toMatchObject([{ variantId: one, quantity: 5 }]);
  });

  test("of a visit: the times with room for as many, the nearest first, when it is full and when it has gone", async () => {
    const { market, clock } = await aMarket(database.store);
    const now = clock.now();
    const boat = await visitOnSale(database.store, now, { capacity: 4 });
    const seat = boat.variantIds[0] ?? "";
    const at = (startsAt: Date, capacity: number) => ({ startsAt, endsAt: plus(startsAt, hours(2)), sellsUntil: plus(startsAt, -hours(1)), capacities: { seat: { unit: "seat" as const, capacity } } });
    await write(async (tx) => openSlots(tx, boat.listingId, [at(plus(boat.startsAt, hours(3)), 9), at(plus(boat.startsAt, days(1)), 9), at(plus(boat.startsAt, hours(6)), 2)], { actor: stagehand, now }));
    const cart = await aCart(market, [{ variantId: seat, slotId: boat.slotId, quantity: 3 }]);
    await market.placeOrder(await aCart(market, [{ variantId: seat, slotId: boat.slotId, quantity: 4 }]), aBuyer(), aKey());
    const other = [{ kind: "time", startsAt: plus(boat.startsAt, hours(3)), placesLeft: 9 }, { kind: "time", startsAt: plus(boat.startsAt, days(1)) }];
    expect((await lineOf(market, cart))?.nextBest).toMatchObject(other);
    clock.set(plus(boat.startsAt, -hours(0.5)));
    expect(await lineOf(market, cart)).toMatchObject({ problem: { code: "slot.closed" }, nextBest: other });
  });

  test("says when its season begins", async () => {
    const { market, clock } = await aMarket(database.store, new Date("2027-06-15T03:00:00Z"));
    const { variantIds: [one = ""] } = await goodsOnSale(database.store, clock.now(), { capacity: 100, seasonMonths: [6, 9] });
    const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
    clock.set(new Date("2027-07-02T03:00:00Z"));
    expect(await lineOf(market, cart)).toMatchObject({ problem: { code: "listing.out_of_season" }, nextBest: [{ kind: "season", from: "2027-09-01" }] });
  });

  test("[O2] another price is told at the line until its buyer says again how many", async () => {
    const { market, clock } = await aMarket(database.store);
    const { variantIds: [one = ""] } = await goodsOnSale(database.store, clock.now(), { capacity: 100 });
    const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
    expect(await lineOf(market, cart)).not.toHaveProperty("wasDong");
    await write(async (tx) => setPrice(tx, one, { priceDong: 60_000 }, { actor: stagehand, now: clock.now() }));
    clock.move(1000);
    expect(await lineOf(market, cart)).toMatchObject({ wasDong: 50_000, unitPriceDong: 60_000 });
    await market.setCartLine(cart, { variantId: one, quantity: 1 });
    expect(await lineOf(market, cart)).not.toHaveProperty("wasDong");
  });
});
