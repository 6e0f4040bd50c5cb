import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { goodsOnSale, visitOnSale } from "@xudong/catalog/testing";
import { setDeliveryRate } from "@xudong/checkout";
import { operatorActor } from "@xudong/domain";
import { aBuyer, aCart, aKey, aMarket } from "../testing/a-market.ts";

eachDatabase("The ways a cart may be paid", (database) => {
  async function aStall() {
    const { market, clock } = await aMarket(database.store);
    const goods = await goodsOnSale(database.store, clock.now(), { capacity: 1000, priceDong: 60_000 });
    const visit = await visitOnSale(database.store, clock.now(), { capacity: 100 });
    const elsewhere = await goodsOnSale(database.store, clock.now(), { capacity: 1000 });
    return { market, another: { variantId: elsewhere.variantIds[0] ?? "", quantity: 1 }, parcel: { variantId: goods.variantIds[0] ?? "", quantity: 1 }, seat: { variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 1 } };
  }

  test("goods alone may be paid in advance or in cash, whatever has a visit in it in advance", async () => {
    const { market, parcel, seat } = await aStall();
    const ways = async (lines: Parameters<typeof aCart>[1]) => {
      const { paymentMethods, closedWays } = await market.cart(await aCart(market, lines));
      return { paymentMethods, closedWays };
    };
    expect(await ways([parcel])).toEqual({ paymentMethods: ["vnpay", "cod"], closedWays: [] });
    const advanceOnly = { paymentMethods: ["vnpay"], closedWays: [{ method: "cod", code: "payment.not_for_visits" }] };
    expect(await ways([seat])).toEqual(advanceOnly);
    expect(await ways([parcel, seat])).toEqual(advanceOnly);
  });

  test("cash is for the goods of one seller: several have several couriers", async () => {
    const { market, parcel, another } = await aStall();
    const { paymentMethods, closedWays } = await market.cart(await aCart(market, [parcel, another]));
    expect({ paymentMethods, closedWays }).toEqual({ paymentMethods: ["vnpay"], closedWays: [{ method: "cod", code: "payment.not_for_several_sellers" }] });
  });

  test("cash is for parcels whose courier takes it, and for what is collected where that may be paid", async () => {
    const { market, parcel } = await aStall();
    const rate = { zone: "local", feeDong: 20_000, firstGrams: 1_000, stepDong: 3_000, stepGrams: 500, source: "test", validFrom: new Date(0) } as const;
    await database.store.write(async (tx) => {
      await setDeliveryRate(tx, { ...rate, service: "standard", takesCash: false }, { actor: operatorActor("test", ["setting.edit"]), now: market.clock.now() });
      await setDeliveryRate(tx, { ...rate, service: "pickup", takesCash: true }, { actor: operatorActor("test", ["setting.edit"]), now: market.clock.now() });
    });
    const cart = await aCart(market, [parcel]);
    expect((await market.cart(cart)).closedWays).toEqual([{ method: "cod", code: "payment.not_for_this_delivery" }]);
    await expect(market.placeOrder(cart, aBuyer({ payment: { method: "cod" } }), aKey())).rejects.toMatchObject({ code: "payment.not_for_this_delivery" });
    expect((await market.cart(cart, { delivery: "pickup" })).paymentMethods).toEqual(["vnpay", "cod"]);
    expect(await market.placeOrder(cart, aBuyer({ payment: { method: "cod" }, delivery: "pickup" }), aKey())).toMatchObject({ state: "confirmed" });
  });

  test("cash ends at what a courier carries", async () => {
    const { market, parcel } = await aStall();
    const { paymentMethods, closedWays, totalDong } = await market.cart(await aCart(market, [{ ...parcel, quantity: 99 }]));
    expect(totalDong).toBeGreaterThan(5_000_000);
    expect({ paymentMethods, closedWays }).toEqual({ paymentMethods: ["vnpay"], closedWays: [{ method: "cod", code: "payment.amount_out_of_range", maxDong: 5_000_000 }] });
  });

  test("an order is taken by each way its cart names, and refused by each other with the reason the cart gave", async () => {
    const { market, parcel, another, seat } = await aStall();
    const many = { ...parcel, quantity: 99 };
    for (const lines of [[parcel], [seat], [parcel, another], [parcel, seat], [many], [many, another], [many, seat]]) {
      const { paymentMethods, closedWays } = await market.cart(await aCart(market, lines));
      for (const method of paymentMethods) expect(await market.placeOrder(await aCart(market, lines), aBuyer({ payment: { method } }), aKey())).toHaveProperty("code");
      for (const { method, code } of closedWays) await expect(market.placeOrder(await aCart(market, lines), aBuyer({ payment: { method } }), aKey())).rejects.toMatchObject({ code });
    }
  });
});
