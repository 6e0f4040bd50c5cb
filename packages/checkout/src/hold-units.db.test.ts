import { and, asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { guest, minutes, plus } from "@xudong/domain";
import { setCapacity } from "@xudong/catalog";
import { goodsOnSale, poolRow, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { aCart, aDeliveryFee, aRequest, now, place, type Wanted } from "../testing/an-order.ts";
import { placeOrder, showCart } from "./index.ts";

eachDatabase("What a basket takes", (database) => {
  beforeAll(async () => aDeliveryFee(database.store));

  const taken = async (poolId: string) => (await poolRow(database.store, poolId)).taken;
  const claimsOf = async (orderId: string) => {
    const { claims, holds } = database.store.read.t;
    return database.store.read
      .select({ poolId: claims.poolId, units: claims.units, state: claims.state })
      .from(claims)
      .innerJoin(holds, eq(holds.id, claims.holdId))
      .where(eq(holds.orderId, orderId))
      .orderBy(asc(claims.poolId));
  };
  const refusalOf = async (lines: readonly Wanted[]) => place(database.store, lines).then(() => undefined, (error: unknown) => error);

  test("[H1] a family ticket draws four seats, a private boat all of them", async () => {
    const boat = await visitOnSale(database.store, now, { capacity: 10, tickets: [1, 4, 10] });
    const [seat, family, whole] = boat.variantIds.map((variantId) => ({ variantId, slotId: boat.slotId }));
    if (seat === undefined || family === undefined || whole === undefined) throw new Error("three variants");
    expect(await claimsOf((await place(database.store, [{ ...family, quantity: 2 }])).id)).toEqual([{ poolId: boat.poolId, units: 8, state: "held" }]);
    expect(await refusalOf([family])).toMatchObject({ code: "hold.sold_out", details: { variantId: family.variantId, unitsLeft: 0 } });
    expect(await refusalOf([whole])).toMatchObject({ code: "hold.sold_out", details: { unitsLeft: 0 } });
    await place(database.store, [{ ...seat, quantity: 2 }]);
    expect(await poolRow(database.store, boat.poolId)).toEqual({ capacity: 10, taken: 10 });

    const free = await visitOnSale(database.store, now, { capacity: 10, tickets: [1, 4, 10] });
    await place(database.store, [{ variantId: free.variantIds[2], slotId: free.slotId }]);
    expect(await refusalOf([{ variantId: free.variantIds[0], slotId: free.slotId }])).toMatchObject({ code: "hold.sold_out", details: { unitsLeft: 0 } });
  });

  test("[H1] a private boat draws what it drew when it was made: it is not sold over seats a larger boat has added", async () => {
    const boat = await visitOnSale(database.store, now, { capacity: 10, tickets: [1, 10] });
    await database.store.write(async (tx) => setCapacity(tx, boat.poolId, { capacity: 12, reason: "larger_boat" }, { actor: stagehand, now }));
    await place(database.store, [{ variantId: boat.variantIds[1], slotId: boat.slotId }]);
    expect(await taken(boat.poolId)).toBe(10);
  });

  test("[H1] boxes of one and of five kilos are taken from one stock in grams", async () => {
    const lychee = await goodsOnSale(database.store, now, { capacity: 12_500, packs: [1000, 5000], unit: "gram", priceDong: 60 });
    const [kilo, five] = lychee.variantIds;
    const order = await place(database.store, [{ variantId: kilo, quantity: 3 }, { variantId: five }]);
    expect(await claimsOf(order.id)).toEqual([{ poolId: lychee.poolId, units: 8000, state: "held" }]);
    expect(await refusalOf([{ variantId: five }])).toMatchObject({ details: { field: "lines.0.quantity", variantId: five, unitsLeft: 0 } });
    expect(await refusalOf([{ variantId: kilo, quantity: 5 }])).toMatchObject({ details: { unitsLeft: 4 } });
  });

  test("[H1] [H3] a tour takes seats and its guide, or neither; whichever is short is named at the tour", async () => {
    const tour = await visitOnSale(database.store, now, { capacity: { seat: 20, guide: 2 }, tickets: [{ seat: 4, guide: 1 }, { seat: 1 }] });
    const [guided, seat] = tour.variantIds.map((variantId) => ({ variantId, slotId: tour.slotId }));
    const pools = async () => [await taken(tour.poolIds["seat"] ?? ""), await taken(tour.poolIds["guide"] ?? "")];
    await place(database.store, [guided ?? { variantId: "" }]);
    expect(await pools()).toEqual([4, 1]);
    expect(await refusalOf([{ variantId: seat?.variantId, slotId: tour.slotId, quantity: 3 }, { variantId: guided?.variantId, slotId: tour.slotId, quantity: 2 }])).toMatchObject({
      code: "hold.sold_out",
      details: { field: "lines.1.quantity", variantId: guided?.variantId, slotId: tour.slotId, unitsLeft: 1 },
    });
    expect(await pools()).toEqual([4, 1]);
  });

  test("[H1] a variant with several draws on one stock takes their sum, in one claim, and that many fewer fit", async () => {
    const basket = await goodsOnSale(database.store, now, { capacity: 14, packs: [[2, 3], 1] });
    const [gift, single] = basket.variantIds;
    const order = await place(database.store, [{ variantId: gift, quantity: 1 }]);
    expect(await claimsOf(order.id)).toEqual([{ poolId: basket.poolId, units: 5, state: "held" }]);
    // 9 are left: one gift of five fits, and not four of two or three of three.
    expect(await refusalOf([{ variantId: gift, quantity: 2 }])).toMatchObject({ details: { unitsLeft: 1 } });
    expect(await refusalOf([{ variantId: single, quantity: 5 }, { variantId: gift, quantity: 1 }])).toMatchObject({ details: { field: "lines.0.quantity", unitsLeft: 4 } });
    await place(database.store, [{ variantId: single, quantity: 4 }, { variantId: gift, quantity: 1 }]);
    expect(await taken(basket.poolId)).toBe(14);
  });

  test("[H1] [H3] two lines that each fit and do not fit together: the larger is named with what fits beside the other, as in the cart", async () => {
    const stall = await goodsOnSale(database.store, now, { capacity: 10, packs: [1, 1] });
    const [first, second] = stall.variantIds;
    const cartId = await aCart(database.store, [{ variantId: first, quantity: 4 }, { variantId: second, quantity: 8 }]);
    const refusal: unknown = await database.store.write(async (tx) => placeOrder(tx, aRequest(cartId), { actor: guest, now })).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "hold.sold_out", details: { field: "lines.1.quantity", variantId: second, unitsLeft: 6 } });
    const shown = await showCart(database.store.read, cartId, now);
    expect(shown.sellers[0]?.lines[1]?.problem).toEqual({ code: "hold.sold_out", unitsLeft: 6 });
    expect(await taken(stall.poolId)).toBe(0);
  });

  test("[H2] [H3] fifty lines of fifty stocks are held together, with one claim each, or not at all", { timeout: 60_000 }, async () => {
    const stalls = [];
    for (let at = 0; at < 50; at++) stalls.push(await goodsOnSale(database.store, now, { capacity: 2 }));
    const lines = stalls.map((stall) => ({ variantId: stall.variantIds[0] }));
    const order = await place(database.store, lines);
    const claims = await claimsOf(order.id);
    expect(claims.map((claim) => claim.poolId)).toEqual(stalls.map((stall) => stall.poolId).sort());
    expect(claims.every((claim) => claim.units === 1)).toBe(true);
    await place(database.store, lines.slice(17, 18));
    expect(await refusalOf(lines)).toMatchObject({ code: "hold.sold_out", details: { field: "lines.17.quantity", variantId: stalls[17]?.variantIds[0], unitsLeft: 0 } });
    for (const [at, stall] of stalls.entries()) expect(await taken(stall.poolId)).toBe(at === 17 ? 2 : 1);
  });

  test("[H2] only lapsed claims of the pools that are touched are freed, and no hold or order is written", async () => {
    const { claims, holds, orders } = database.store.read.t;
    const [touched, other] = [await goodsOnSale(database.store, now, { capacity: 1 }), await goodsOnSale(database.store, now, { capacity: 1 })];
    const old = await place(database.store, [{ variantId: touched.variantIds[0] }, { variantId: other.variantIds[0] }]);
    const later = plus(now, minutes(30));
    await place(database.store, [{ variantId: touched.variantIds[0] }], {}, later);
    const states = new Map((await claimsOf(old.id)).map((claim) => [claim.poolId, claim.state]));
    expect([states.get(touched.poolId), states.get(other.poolId)]).toEqual(["freed", "held"]);
    expect(await database.store.read.select({ hold: holds.state, order: orders.state }).from(holds).innerJoin(orders, eq(orders.id, holds.orderId)).where(eq(orders.id, old.id))).toEqual([{ hold: "open", order: "awaiting_payment" }]);
    // A refusal frees nothing either: it leaves no trace.
    await expect(place(database.store, [{ variantId: other.variantIds[0], quantity: 2 }], {}, later)).rejects.toMatchObject({ details: { unitsLeft: 1 } });
    expect(await database.store.read.select().from(claims).where(and(eq(claims.poolId, other.poolId), eq(claims.state, "held")))).toHaveLength(1);
  });

  test("[H1] a capacity lowered while buyers order is never passed", { timeout: 60_000 }, async () => {
    const stall = await goodsOnSale(database.store, now, { capacity: 40 });
    const carts = await Promise.all(Array.from({ length: 40 }, async () => aCart(database.store, [{ variantId: stall.variantIds[0] }])));
    const [answers] = await Promise.all([
      Promise.allSettled(carts.map(async (cartId) => database.store.write(async (tx) => placeOrder(tx, aRequest(cartId), { actor: guest, now })))),
      ...[30, 20, 12].map(async (capacity) => database.store.write(async (tx) => setCapacity(tx, stall.poolId, { capacity, reason: "rain" }, { actor: stagehand, now })).catch(() => undefined)),
    ]);
    const pool = await poolRow(database.store, stall.poolId);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(pool.taken);
    expect(pool.taken).toBeLessThanOrEqual(pool.capacity);
    for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "hold.sold_out" });
  });
});
