import { describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { hours, minutes, operatorActor, plus } from "@xudong/domain";
import { goodsOnSale, poolRow, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { balancesOf } from "@xudong/settlement";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";
import { inspectMarket } from "./inspect-market.ts";

const desk = operatorActor("desk", ["order.decide"]);

eachDatabase("Calling an order off", (database) => {
  async function aPlacedOrder(method = "vnpay") {
    const { market, clock } = await aMarket(database.store, undefined, { commissionBasisPoints: 500 });
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: 100 });
    const pottery = await visitOnSale(database.store, clock.now(), { capacity: 10 });
    const lines = [{ variantId: guava.variantIds[0] ?? "", quantity: 2 }, ...(method === "cod" ? [] : [{ variantId: pottery.variantIds[0] ?? "", slotId: pottery.slotId, quantity: 3 }])];
    const order = await market.placeOrder(await aCart(market, lines), aBuyer({ payment: { method } }), aKey());
    return { market, clock, guava, pottery, order };
  }

  async function idOf(code: string) {
    const { orders } = database.store.read.t;
    const [row] = await database.store.read.select({ id: orders.id }).from(orders).where(eq(orders.code, code));
    return row?.id ?? "";
  }

  async function allIsWell() {
    for (const finding of await inspectMarket(database.store)) expect(finding, finding.detail).toMatchObject({ ok: true });
  }

  test("[O1] before it is paid gives its units back at once, and money that comes later goes back whole", async () => {
    const { market, guava, pottery, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    expect(await market.cancelOrder(order)).toMatchObject({ state: "cancelled", mayPay: false, refunds: [] });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
    expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 0 });

    expect(await market.receiveNotice(aNotice(attempt))).toMatchObject({ RspCode: "00" });
    expect(await market.order(order)).toMatchObject({ state: "cancelled", refunds: [{ amountDong: order.total, state: "requested" }] });
    await allIsWell();
  });

  test("[O1] [L2] [L3] after it is paid reverses the sale, asks for all of the money back, and voids its tickets", async () => {
    const { market, clock, guava, pottery, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const [ticket] = (await market.order(order)).tickets;

    const shown = await market.cancelOrder(order);
    expect(shown).toMatchObject({ state: "cancelled", refunds: [{ amountDong: order.total, state: "requested" }] });
    expect(shown.tickets.map(({ state, qrText }) => ({ state, qrText }))).toEqual(Array.from({ length: 3 }, () => ({ state: "void", qrText: "" })));
    expect(shown.sellers.flatMap((seller) => seller.fulfilments).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
    expect(Object.fromEntries(await balancesOf(database.store.read, await idOf(order.code)))).toEqual({
      gateway: order.total, unapplied: -order.total, seller_payable: 0, commission: 0, delivery: 0,
    });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
    expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 0 });
    clock.set(plus(pottery.startsAt, -minutes(30)));
    await expect(market.admitTicket(ticket?.qrText ?? "", stagehand)).rejects.toMatchObject({ code: "ticket.void" });
    await allIsWell();
  });

  test("[H4] twice is the same as once", async () => {
    const { market, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const once = await market.cancelOrder(order);
    expect(await market.cancelOrder(order)).toEqual(once);
    await allIsWell();
  });

  test("is refused once a parcel of it has been sent, or its visit has begun", async () => {
    const { market, clock, pottery, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const parcel = (await market.order(order)).sellers.flatMap((seller) => seller.fulfilments).find(({ kind }) => kind === "parcel")?.id ?? "";
    clock.set(pottery.startsAt);
    await expect(market.cancelOrder(order)).rejects.toMatchObject({ code: "order.visit_begun" });
    clock.set(plus(pottery.startsAt, -hours(2)));
    await expect(market.dispatchParcel(parcel, { id: "somebody", grants: [{ permission: "order.fulfil", scope: "another shop" }] })).rejects.toMatchObject({ code: "actor.not_allowed" });
    await market.dispatchParcel(parcel, operatorActor("seller", ["order.fulfil"]));
    await expect(market.cancelOrder(order)).rejects.toMatchObject({ code: "order.already_dispatched" });
    await expect(market.dispatchParcel(parcel, operatorActor("seller", ["order.fulfil"]))).rejects.toMatchObject({ code: "fulfilment.move_not_allowed" });
    expect((await market.order(order)).state).toBe("confirmed");
    await allIsWell();
  });

  test("[S1] needs the order's key, or a person who may decide", async () => {
    const { market, order } = await aPlacedOrder();
    await expect(market.cancelOrder({ ...order, key: "A".repeat(22) })).rejects.toMatchObject({ code: "order.not_found" });
    await expect(market.cancelAnyOrder(order.code, operatorActor("seller", ["order.fulfil"]))).rejects.toMatchObject({ code: "actor.not_allowed" });
    await market.cancelAnyOrder(order.code, desk);
    expect((await market.order(order)).state).toBe("cancelled");
  });

  describe("that is to be paid in cash", () => {
    test("[P1] is confirmed as it is placed, owes nothing to anybody yet, and cannot be paid another way", async () => {
      const { market, guava, order } = await aPlacedOrder("cod");
      expect(order).toMatchObject({ state: "confirmed", holdLapsesAt: null });
      expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: 0, mayPay: false, attempts: [{ method: "cod", state: "opened" }] });
      expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 2 });
      await expect(anAttempt(market, order)).rejects.toMatchObject({ code: "order.not_awaiting_payment" });
      await allIsWell();
    });

    test("gives its units back, and no courier is to collect for it", async () => {
      const { market, guava, order } = await aPlacedOrder("cod");
      expect(await market.cancelOrder(order)).toMatchObject({ state: "cancelled", attempts: [{ state: "declined" }], refunds: [], paidDong: 0 });
      expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
      await allIsWell();
    });

    test("is refused where somebody is to come at a time", async () => {
      const { market, clock } = await aMarket(database.store);
      const pottery = await visitOnSale(database.store, clock.now(), { capacity: 10 });
      const cart = await aCart(market, [{ variantId: pottery.variantIds[0] ?? "", slotId: pottery.slotId, quantity: 1 }]);
      await expect(market.placeOrder(cart, aBuyer({ payment: { method: "cod" } }), aKey())).rejects.toMatchObject({ code: "payment.not_for_visits" });
      expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 0 });
    });
  });
});
