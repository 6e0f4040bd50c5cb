import { asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { guest, minutes, plus, type FulfilmentState } from "@xudong/domain";
import { setStock } from "@xudong/catalog";
import { goodsOnSale, poolRow, stagehand, visitOnSale, type GoodsOnSale } from "@xudong/catalog/testing";
import { aCart, aDeliveryFee, aRequest, now, place } from "../testing/an-order.ts";
import { addressKey } from "./buyer.ts";
import { placeOrder, timeToPay } from "./index.ts";

eachDatabase("Blocking units without paying", (database) => {
  let guava: GoodsOnSale;
  const one = () => [{ variantId: guava.variantIds[0] }];
  beforeAll(async () => {
    await aDeliveryFee(database.store);
    guava = await goodsOnSale(database.store, now, { capacity: 100_000 });
  });

  test("[H5] one telephone, one e-mail and one door may each have only so many unpaid orders; waiting makes room", async () => {
    for (const [who, field, max] of [
      [{ phone: "0355 555 501" }, "contact.phone", 5],
      [{ phone: "", email: "Hanh@Example.com" }, "contact.email", 5],
      [{ door: "12/3 Ngõ Hẹp" }, "address.line", 10],
      [{ placedFrom: "198.51.100.1" }, undefined, 40],
    ] as const) {
      for (let at = 0; at < max; at++) await place(database.store, one(), who);
      const refused = place(database.store, one(), who);
      await expect(refused).rejects.toMatchObject({ code: "order.too_many_open", details: { max } });
      await expect(refused.catch((error: { details: { field?: string } }) => error.details.field)).resolves.toBe(field);
      await place(database.store, one(), who, plus(now, minutes(30)));
    }
  });

  test("[H5] a telephone that changes its e-mail at every order is still one contact", async () => {
    for (let at = 0; at < 5; at++) await place(database.store, one(), { phone: "0355 555 502", email: `name${at}@example.com` });
    await expect(place(database.store, one(), { phone: "0355 555 502" })).rejects.toMatchObject({ code: "order.too_many_open" });
    await expect(place(database.store, one(), { phone: "0355 555 502", email: "another@example.com" })).rejects.toMatchObject({ code: "order.too_many_open" });
  });

  test("[H5] however it is spelled, one door is one door", async () => {
    const spellings = ["45 Trần Hưng Đạo", "45 trần hưng đạo", "45 TRAN HUNG DAO", " 45,  Trần   Hưng Đạo. ", "45 Trần Hưng Đạo".normalize("NFD"), "45 - Trần/Hưng (Đạo)"];
    for (let at = 0; at < 10; at++) await place(database.store, one(), { door: spellings[at % spellings.length] ?? "" });
    await expect(place(database.store, one(), { door: "45 tran hung đao" })).rejects.toMatchObject({ details: { field: "address.line", max: 10 } });
    await place(database.store, one(), { door: "45/2 Trần Hưng Đạo" });
  });

  test("[H5] cash on delivery counts until its parcels have arrived, come back or been called off", async () => {
    const { orders, sellerOrders, fulfilments } = database.store.read.t;
    const who = { phone: "0355 555 503", door: "1 Ngõ Tiền Mặt" };
    const placed: { id: string }[] = [];
    for (let at = 0; at < 5; at++) placed.push(await place(database.store, one(), { ...who, paymentMethod: "cod" }));
    await database.store.write(async (tx) => {
      for (const { id } of placed) {
        await tx.update(orders).set({ state: "confirmed", confirmedAt: now }).where(eq(orders.id, id));
        await tx.update(tx.t.holds).set({ state: "consumed", lapsesAt: null }).where(eq(tx.t.holds.orderId, id));
      }
    });
    const move = async (at: number, state: FulfilmentState) =>
      database.store.write(async (tx) => {
        const [part] = await tx.select({ id: sellerOrders.id }).from(sellerOrders).where(eq(sellerOrders.orderId, placed[at]?.id ?? ""));
        await tx.update(fulfilments).set({ state }).where(eq(fulfilments.sellerOrderId, part?.id ?? ""));
      });
    const next = async () => place(database.store, one(), who);
    await expect(next()).rejects.toMatchObject({ code: "order.too_many_open", details: { field: "contact.phone" } });
    await move(0, "shipped");
    await expect(next()).rejects.toMatchObject({ code: "order.too_many_open" });
    for (const [at, state] of (["delivered", "returned", "cancelled"] as const).entries()) {
      await move(at, state);
      await next();
      await expect(next()).rejects.toMatchObject({ code: "order.too_many_open" });
    }
  });

  // The counts of two transactions pass each other unless something makes one of them wait: on PostgreSQL this fails
  // as soon as `refuseTooManyOpen` no longer touches `order_caps`.
  test("[H5] twenty orders of one contact at the same instant: five are placed", { timeout: 60_000 }, async () => {
    const many = await goodsOnSale(database.store, now, { capacity: 1000 });
    const carts = await Promise.all(Array.from({ length: 20 }, async () => aCart(database.store, [{ variantId: many.variantIds[0] }])));
    const answers = await Promise.allSettled(carts.map(async (cartId) => database.store.write(async (tx) => placeOrder(tx, aRequest(cartId, { phone: "0355 555 504" }), { actor: guest, now }))));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(5);
    for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "order.too_many_open" });
    expect(await poolRow(database.store, many.poolId)).toMatchObject({ taken: 5 });
  });

  test("[H5] twenty orders to one door from many telephones at the same instant: ten are placed", { timeout: 60_000 }, async () => {
    const carts = await Promise.all(Array.from({ length: 20 }, async () => aCart(database.store, one())));
    const answers = await Promise.allSettled(carts.map(async (cartId) => database.store.write(async (tx) => placeOrder(tx, aRequest(cartId, { door: "7 Ngõ Đông" }), { actor: guest, now }))));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(10);
  });

  test("[H5] where caps are lifted nobody is counted and nothing is touched", async () => {
    const { orderCaps } = database.store.read.t;
    const before = await database.store.read.select({ key: orderCaps.key }).from(orderCaps);
    for (let at = 0; at < 7; at++) await place(database.store, one(), { phone: "0355 555 505", hasCaps: false });
    expect(await database.store.read.select().from(orderCaps)).toHaveLength(before.length);
    // And where somebody was counted, no telephone or address can be read there.
    for (const { key } of before) expect(key).toMatch(/^[\w-]{43}$/);
  });

  test("[H5] a hold that leaves few units is shorter, says so, and can be lengthened once to half an hour", async () => {
    const { holds, claims } = database.store.read.t;
    const boat = await visitOnSale(database.store, now, { capacity: 12 });
    const seat = (quantity: number) => [{ variantId: guava.variantIds[0] }, { variantId: boat.variantIds[0], slotId: boat.slotId, quantity }];
    const roomy = await place(database.store, seat(1));
    const scarce = await place(database.store, seat(1));
    expect([roomy.lapsesAt, scarce.lapsesAt]).toEqual([plus(now, minutes(30)), plus(now, minutes(15))]);
    const kept = await database.store.read.select({ holdId: holds.id, hold: holds.lapsesAt, claim: claims.lapsesAt }).from(holds).innerJoin(claims, eq(claims.holdId, holds.id)).where(eq(holds.orderId, scarce.id)).orderBy(asc(claims.poolId));
    expect(kept.map(({ hold, claim }) => [hold, claim])).toEqual([[scarce.lapsesAt, scarce.lapsesAt], [scarce.lapsesAt, scarce.lapsesAt]]);
    const at = plus(now, minutes(8));
    expect(await database.store.write(async (tx) => timeToPay(tx, scarce.id, { actor: guest, now: at }))).toMatchObject({ lapsesAt: plus(now, minutes(23)) });
    // Units that lapsed a quarter of an hour after they were held are for the next, though nothing has swept them.
    await place(database.store, seat(10));
    await expect(place(database.store, seat(1))).rejects.toMatchObject({ code: "hold.sold_out" });
    const late = plus(now, minutes(15));
    expect((await place(database.store, seat(10), {}, late)).lapsesAt).toEqual(plus(late, minutes(15)));
  });

  test("[H5] few is counted in what people count in: kilos, not grams", async () => {
    const lychee = await goodsOnSale(database.store, now, { capacity: 16_000, packs: [1000, 5000], unit: "gram" });
    expect((await place(database.store, [{ variantId: lychee.variantIds[0] }])).lapsesAt).toEqual(plus(now, minutes(30)));
    expect((await place(database.store, [{ variantId: lychee.variantIds[1] }])).lapsesAt).toEqual(plus(now, minutes(15)));
    await database.store.write(async (tx) => setStock(tx, lychee.poolId, { unitsLeft: 11_001, reason: "counted" }, { actor: stagehand, now }));
    expect((await place(database.store, [{ variantId: lychee.variantIds[0] }])).lapsesAt).toEqual(plus(now, minutes(30)));
  });
});

test("[H5] an address folds to its words and numbers, in whatever line they stand", () => {
  const key = addressKey({ line: "Số 12/3, ngõ Đình", commune: "Phường Hải Tân", province: "TP. Hải Phòng" });
  expect(key).toBe("so 12 3 ngo dinh phuong hai tan tp hai phong");
  expect(addressKey({ line: "số 12 / 3", commune: "Ngõ ĐÌNH - phường Hải Tân", province: "TP Hải Phòng".normalize("NFD") })).toBe(key);
  expect(addressKey({ line: "Số 123, ngõ Đình", commune: "Phường Hải Tân", province: "TP. Hải Phòng" })).not.toBe(key);
});
