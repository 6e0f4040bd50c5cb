import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { guest, instantAt, operatorActor } from "@xudong/domain";
import { aCart, aDeliveryFee, aRequest, now, type Wanted } from "../testing/an-order.ts";
import { aCountry, aRate, aThing, far, near, next, type Thing } from "../testing/parcels.ts";
import { endDeliveryService, expectedArrival, placeOrder, setDeliveryRate, showCart, showOrder, type OrderRequest, type Sending } from "./index.ts";

const hands = { actor: operatorActor("test", ["setting.edit"]), now };

eachDatabase("Sending a parcel", (database) => {
  let box: Thing;
  beforeAll(async () => {
    await aCountry(database.store, now);
    box = await aThing(database.store, now, { weightGrams: 1_000 });
  });
  beforeEach(() => aCountry(database.store, now));

  const cartOf = (...lines: (Wanted | Thing)[]) => aCart(database.store, lines);
  const priced = async (cartId: string, sending: Sending = {}, at = now) => showCart(database.store.read, cartId, at, sending);
  const order = async (cartId: string, address: typeof near, over: Partial<OrderRequest> = {}, at = now) =>
    database.store.write(async (tx) => {
      const request = aRequest(cartId, over);
      return placeOrder(tx, { ...request, buyer: { ...request.buyer, address } }, { actor: guest, now: at });
    });

  test("[O2] costs by the way it goes, seller by seller, and is charged and kept as it was quoted", async () => {
    const southern = await aThing(database.store, now, { shop: { unitCode: "79001" }, weightGrams: 1_600 });
    const cartId = await cartOf({ variantId: box.variantId, quantity: 2 }, southern);
    const quote = await priced(cartId, { to: near });
    expect(quote.sellers.map(({ deliveryDong, parcel }) => [deliveryDong, parcel])).toEqual([
      // 23 November is a Monday, and nobody works or carries on the 24th.
      [26_000, { service: "standard", zone: "local", weightGrams: 2_000, arrivesFrom: "2026-11-25", arrivesTo: "2026-11-26", isSample: true, isEstimate: false, takesCash: true }],
      [50_000, { service: "standard", zone: "national", weightGrams: 1_600, arrivesFrom: "2026-11-27", arrivesTo: "2026-11-29", isSample: true, isEstimate: false, takesCash: true }],
    ]);
    const placed = await order(cartId, near, { expectedTotalDong: quote.totalDong });
    expect(placed.totalDong).toBe(150_000 + 76_000);

    await database.store.write(async (tx) => {
      await tx.delete(tx.t.deliveryRates);
    });
    const shown = await showOrder(database.store.read, placed.id, now);
    expect(shown.sellers.map(({ parcel }) => parcel)).toEqual(quote.sellers.map(({ parcel: { isEstimate: _, takesCash: __, ...kept } = expect.fail() }) => kept));
    expect(shown.deliveryDong).toBe(76_000);
  });

  test("is an estimate until somebody says where to, and the order of a page that showed one is refused with the new total", async () => {
    const cartId = await cartOf(box);
    const estimate = await priced(cartId);
    expect(estimate.sellers[0]).toMatchObject({ deliveryDong: 20_000, parcel: { zone: "local", isEstimate: true } });
    expect((await priced(cartId, { to: { province: "Tỉnh Không Có" } })).sellers[0]?.parcel?.isEstimate).toBe(true);
    await expect(order(cartId, far, { expectedTotalDong: estimate.totalDong })).rejects.toMatchObject({ code: "order.price_changed", details: { totalDong: 84_000 } });
    expect((await order(cartId, far, { expectedTotalDong: 84_000 })).totalDong).toBe(84_000);
  });

  test("knows a province by every name it has or had, and by its code", async () => {
    const cartId = await cartOf(box);
    for (const [to, zone] of [
      [{ province: "bien thu" }, "local"],
      [{ province: "Tỉnh Đông Xưa" }, "local"],
      [{ province: "TP Bắc Thử" }, "regional"],
      [{ provinceCode: "79" }, "national"],
      [{ commune: "Phường Đông Thử, TP Bắc Thử" }, "regional"],
      [{ communeCode: "01001", province: "Thành phố Nam Thử" }, "regional"],
    ] as const) {
      expect((await priced(cartId, { to })).sellers[0]?.parcel, JSON.stringify(to)).toMatchObject({ zone, isEstimate: false });
    }
  });

  test("[O2] costs what the rate in force says: one that changes between quote and order is told, not charged", async () => {
    const cartId = await cartOf(box);
    const quote = await priced(cartId, { to: near });
    const before = await order(await cartOf(box), near);
    await database.store.write((tx) => setDeliveryRate(tx, aRate({ feeDong: 22_000, validFrom: now }), hands));
    await expect(order(cartId, near, { expectedTotalDong: quote.totalDong })).rejects.toMatchObject({ code: "order.price_changed", details: { totalDong: 72_000 } });
    expect((await priced(cartId, { to: near })).totalDong).toBe(72_000);
    expect((await showOrder(database.store.read, before.id, now)).totalDong).toBe(70_000);
  });

  test("costs by its weight, of which an unknown one counts half a kilogram", async () => {
    const unknown = await aThing(database.store, now, { shop: box.shopId });
    const fee = async (...lines: Wanted[]) => (await priced(await cartOf(...lines), { to: near })).sellers.map(({ deliveryDong, parcel }) => [deliveryDong, parcel?.weightGrams]);
    expect(await fee({ variantId: box.variantId, quantity: 40 })).toEqual([[20_000 + 78 * 3_000, 40_000]]);
    expect(await fee({ variantId: unknown.variantId, quantity: 3 })).toEqual([[23_000, 1_500]]);
    expect(await fee(box, { variantId: unknown.variantId, quantity: 3 })).toEqual([[29_000, 2_500]]);
  });

  test("goes cold where anything in it must, and not at all where that is too far: the line is named", async () => {
    const lychee = await aThing(database.store, now, { shop: box.shopId, title: "Vải tươi thử", weightGrams: 2_000, needsCold: true, shelfLifeHours: 72 });
    const cartId = await cartOf(box, lychee);
    // The 24th is no day to have fresh goods on the way.
    expect((await priced(cartId, { to: next })).sellers[0]).toMatchObject({ deliveryDong: 55_000 + 4 * 3_000, parcel: { service: "chilled", zone: "regional", arrivesFrom: "2026-11-26", arrivesTo: "2026-11-26", takesCash: false } });
    const refused = await priced(cartId, { to: far });
    expect(refused).toMatchObject({ isOrderable: false, deliveryDong: 0 });
    expect(refused.sellers[0]?.parcel).toBeUndefined();
    expect(refused.sellers[0]?.lines.map(({ problem }) => problem?.code)).toEqual([undefined, "delivery.not_offered"]);
    await expect(order(cartId, far)).rejects.toMatchObject({ code: "delivery.not_offered", details: { field: "lines.1", titles: [{ vi: "Vải tươi thử" }] } });

    await database.store.write((tx) => setDeliveryRate(tx, aRate({ service: "chilled", zone: "national", isChilled: true, feeDong: 95_000, promise: { minHours: 24, maxHours: 61 } }), hands));
    expect((await priced(cartId, { to: far })).sellers[0]?.lines[1]?.problem).toMatchObject({ code: "delivery.too_far_for_fresh" });
    await expect(order(cartId, far)).rejects.toMatchObject({ code: "delivery.too_far_for_fresh", details: { field: "lines.1" } });
    // Whoever comes for it may still have it, and need not say where they live.
    const collected = await priced(cartId, { to: far, delivery: "pickup" });
    expect(collected).toMatchObject({ isOrderable: true, needsAddress: false, deliveryDong: 0, sellers: [{ parcel: { service: "pickup", arrivesFrom: "2026-11-23", arrivesTo: null, isEstimate: false } }] });
    const placed = await database.store.write(async (tx) => placeOrder(tx, { ...aRequest(cartId, { delivery: "pickup" }), buyer: { contact: { name: "Hạnh", phone: "0912 345 678" }, consents: ["terms", "privacy"] } }, { actor: guest, now }));
    expect(await showOrder(database.store.read, placed.id, now)).toMatchObject({ address: null, deliveryDong: 0, sellers: [{ parcel: { service: "pickup", arrivesFrom: "2026-11-23", arrivesTo: null } }] });
  });

  test("goes as its buyer wishes: strictly for one shop, where it can be had for all", async () => {
    const cold = await aThing(database.store, now, { weightGrams: 1_000, needsCold: true });
    const cartId = await cartOf(box, cold);
    const services = async (delivery: Sending["delivery"]) => (await priced(cartId, { to: near, delivery })).sellers.map(({ parcel }) => parcel?.service);
    expect(await services(undefined)).toEqual(["standard", "chilled"]);
    expect(await services("standard")).toEqual(["standard", "chilled"]);
    expect(await services("chilled")).toEqual(["chilled", "chilled"]);
    expect(await services({ [box.shopId]: "pickup" })).toEqual(["pickup", "chilled"]);
    await expect(services({ [cold.shopId]: "standard" })).rejects.toMatchObject({ code: "delivery.service_unavailable", details: { field: `delivery.${cold.shopId}`, known: ["pickup", "chilled"] } });
    await expect(services("drone")).rejects.toMatchObject({ code: "delivery.service_unavailable", details: { field: "delivery" } });
    expect((await priced(cartId, { to: near })).sellers[0]?.ways?.map(({ service, feeDong }) => [service, feeDong])).toEqual([["pickup", 0], ["standard", 20_000], ["chilled", 35_000]]);
  });

  test("waits for Tết to be over, by its seller's own hour and days of rest", async () => {
    const eve = instantAt("2027-02-04", "09:00");
    const early = await aThing(database.store, now, { shop: { cutOffMinute: 8 * 60, restWeekdays: [0, 3] }, weightGrams: 1_000 });
    const arrival = async (thing: Thing) => (await priced(await cartOf(thing), { to: near }, eve)).sellers[0]?.parcel;
    expect(await arrival(box)).toMatchObject({ arrivesFrom: "2027-02-10", arrivesTo: "2027-02-11" });
    // Ordered after its hour; then Tết until the 9th, and on Wednesday the 10th it rests.
    expect(await arrival(early)).toMatchObject({ arrivesFrom: "2027-02-12", arrivesTo: "2027-02-13" });
  });

  test("is told beside a thing before it is in any cart", async () => {
    const { read } = database.store;
    expect(await expectedArrival(read, box.listingId, { province: "Thành phố Biển Thử" }, now)).toEqual({
      service: "standard", feeDong: 20_000, arrivesFrom: "2026-11-25", arrivesTo: "2026-11-26", isSample: true, until: instantAt("2026-11-23", "15:00"),
    });
    const lychee = await aThing(database.store, now, { needsCold: true, shelfLifeHours: 24 });
    expect(await expectedArrival(read, lychee.listingId, { province: "Thành phố Nam Thử" }, now)).toBeUndefined();
  });

  test("is one fee for everywhere only while there are no rates by zone", async () => {
    await aDeliveryFee(database.store);
    const cartId = await cartOf(box);
    expect((await priced(cartId, { to: far })).deliveryDong).toBe(34_000);
    await database.store.write((tx) => endDeliveryService(tx, { service: "standard", zone: "national", from: now }, hands));
    expect((await priced(cartId, { to: far })).sellers[0]?.lines[0]?.problem?.code).toBe("delivery.not_offered");
    await database.store.write(async (tx) => {
      await tx.delete(tx.t.deliveryRates).where(eq(tx.t.deliveryRates.service, "standard"));
      await tx.delete(tx.t.deliveryRates).where(eq(tx.t.deliveryRates.service, "chilled"));
      await tx.delete(tx.t.deliveryRates).where(eq(tx.t.deliveryRates.service, "pickup"));
    });
    expect((await priced(cartId, { to: far })).sellers[0]).toMatchObject({ deliveryDong: 30_000, parcel: { service: "flat", zone: null, arrivesFrom: null, isEstimate: false } });
    await database.store.write(async (tx) => {
      await tx.delete(tx.t.deliveryRates);
    });
    await expect(priced(cartId)).rejects.toMatchObject({ code: "rate.missing" });
  });

  test("a rate that cannot be meant is refused with everything that is wrong with it", async () => {
    const wrong = aRate({ feeDong: -1, stepGrams: 0, firstGrams: 0.5, promise: { minHours: 48, maxHours: 24 }, source: " ", validFrom: new Date(Number.NaN) });
    const issues = await database.store.write((tx) => setDeliveryRate(tx, wrong, hands)).catch((error: { details: { issues: { field: string; reason: string }[] } }) => error.details.issues);
    expect(issues).toMatchObject([
      { field: "feeDong", reason: "too_small" },
      { field: "firstGrams", reason: "wrong_type" },
      { field: "stepGrams", reason: "too_small" },
      { field: "promise.maxHours", reason: "too_small", min: 48 },
      { field: "source", reason: "missing" },
      { field: "validFrom", reason: "bad_format" },
    ]);
  });
});
