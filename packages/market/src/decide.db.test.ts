import { expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { hours, operatorActor } from "@xudong/domain";
import { goodsOnSale, poolRow } from "@xudong/catalog/testing";
import { balancesOf } from "@xudong/settlement";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";
import { inspectMarket } from "./inspect-market.ts";

const desk = operatorActor("desk", ["order.decide"]);
const seller = operatorActor("seller", ["order.fulfil"]);
const suspected = { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" };

eachDatabase("A person's decision about money", (database) => {
  async function aPlacedOrder(method = "vnpay", quantity = 2) {
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: quantity });
    const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity }]), aBuyer({ payment: { method } }), aKey());
    return { market, clock, guava, order };
  }

  async function idOf(code: string) {
    const { orders } = database.store.read.t;
    const [row] = await database.store.read.select({ id: orders.id }).from(orders).where(eq(orders.code, code));
    return row?.id ?? "";
  }

  async function allIsWell() {
    for (const finding of await inspectMarket(database.store)) expect(finding, finding.detail).toMatchObject({ ok: true });
  }

  test("[P1] [O1] that suspected money is good confirms the order, whose units were kept meanwhile", async () => {
    const { market, clock, guava, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    expect(await market.receiveNotice(aNotice(attempt, suspected))).toMatchObject({ RspCode: "00" });
    const { outbox } = database.store.read.t;
    expect(await database.store.read.select({ detail: outbox.detail }).from(outbox).where(and(eq(outbox.topic, "payment.needs_person"), eq(outbox.subject, attempt.attempt)))).toEqual([{ detail: { waitsFor: "suspected_fraud" } }]);
    clock.move(hours(30));
    expect(await market.order(order)).toMatchObject({ state: "awaiting_payment", holdLapsesAt: null });
    expect((await market.waitingForPerson(desk)).filter(({ orderCode }) => orderCode === order.code)).toMatchObject([
      { kind: "attempt", gatewayRef: attempt.gatewayRef, waitsFor: "suspected_fraud", decisions: ["paid", "not_paid"] },
    ]);

    await market.decide(order.code, { decision: "paid", reference: "14226112" }, desk);
    expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: order.total });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 2 });
    await expect(market.decide(order.code, { decision: "paid", reference: "14226112" }, desk)).rejects.toMatchObject({ code: "decision.nothing_waits" });
    await allIsWell();
  });

  test("[O1] that suspected money did not come gives the hold an end again", async () => {
    const { market, clock, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order), suspected));
    clock.move(hours(30));
    await market.decide(order.code, { decision: "not_paid", reference: "bien ban 12" }, desk);
    expect(await market.order(order)).toMatchObject({ state: "awaiting_payment", mayPay: true, attempts: [{ state: "declined" }] });
    clock.move(hours(1));
    expect(await market.order(order)).toMatchObject({ state: "lapsed" });
    await allIsWell();
  });

  test("[P1] names a paper, and is only for who may decide", async () => {
    const { market, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order), suspected));
    await expect(market.decide(order.code, { decision: "paid", reference: " \u200b " }, desk)).rejects.toMatchObject({ code: "decision.reference_missing", details: { field: "reference" } });
    await expect(market.decide(order.code, { decision: "paid", reference: "1" }, seller)).rejects.toMatchObject({ code: "actor.not_allowed" });
    await expect(market.decide("no such code", { decision: "paid", reference: "1" }, desk)).rejects.toMatchObject({ code: "order.not_found" });
    await expect(market.decide(order.code, { decision: "refunded", reference: "1" }, desk)).rejects.toMatchObject({ code: "decision.nothing_waits" });
  });

  test("where several payments of an order wait, says which", async () => {
    const { market, order } = await aPlacedOrder();
    const first = await anAttempt(market, order);
    const second = await anAttempt(market, order);
    for (const attempt of [first, second]) await market.receiveNotice(aNotice(attempt, suspected));
    await expect(market.decide(order.code, { decision: "paid", reference: "1" }, desk)).rejects.toMatchObject({ code: "decision.several_wait", details: { known: [first.gatewayRef, second.gatewayRef] } });
    await market.decide(order.code, { decision: "paid", reference: "1", gatewayRef: second.gatewayRef }, desk);
    await market.decide(order.code, { decision: "paid", reference: "2" }, desk);
    expect(await market.order(order)).toMatchObject({ state: "confirmed", refunds: [{ amountDong: order.total, state: "requested" }] });
    await allIsWell();
  });

  test("money of another amount can only be told not to be this order's", async () => {
    const { market, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    expect(await market.receiveNotice(aNotice({ ...attempt, amount: "100" }))).toMatchObject({ RspCode: "04" });
    await expect(market.decide(order.code, { decision: "paid", reference: "1" }, desk)).rejects.toMatchObject({ code: "decision.nothing_waits" });
    await market.decide(order.code, { decision: "not_paid", reference: "sent back at the portal" }, desk);
    expect(await market.order(order)).toMatchObject({ state: "awaiting_payment", attempts: [{ state: "declined" }], paidDong: 0 });
    await allIsWell();
  });

  test("[P1] [L3] cash that a courier brought becomes its owners', and the parcel has arrived", async () => {
    const { market, order } = await aPlacedOrder("cod");
    const [parcel] = (await market.order(order)).sellers.flatMap((part) => part.fulfilments);
    await market.dispatchParcel(parcel?.id ?? "", seller);
    await market.decide(order.code, { decision: "paid", reference: "PHIEU THU 77" }, desk);
    expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: order.total, attempts: [{ state: "paid" }] });
    expect((await market.order(order)).sellers[0]?.fulfilments[0]).toMatchObject({ state: "delivered" });
    expect(Object.fromEntries(await balancesOf(database.store.read, await idOf(order.code)))).toMatchObject({ courier: order.total, unapplied: 0 });
    await expect(market.decide(order.code, { decision: "not_paid", reference: "1" }, desk)).rejects.toMatchObject({ code: "decision.nothing_waits" });
    await allIsWell();
  });

  test("[O1] a parcel that came back unpaid cancels its order; its units are the seller's to set on sale again", async () => {
    const { market, guava, order } = await aPlacedOrder("cod");
    const [parcel] = (await market.order(order)).sellers.flatMap((part) => part.fulfilments);
    await market.dispatchParcel(parcel?.id ?? "", seller);
    await market.decide(order.code, { decision: "not_paid", reference: "TRA HANG 5" }, desk);
    expect(await market.order(order)).toMatchObject({ state: "cancelled", paidDong: 0, refunds: [] });
    expect((await market.order(order)).sellers[0]?.fulfilments[0]).toMatchObject({ state: "returned" });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 2 });
    await allIsWell();
  });

  test("[O1] [L3] cash paid for goods, then given back by hand, leaves no balance", async () => {
    const { market, order } = await aPlacedOrder("cod");
    await market.decide(order.code, { decision: "paid", reference: "PHIEU THU 78" }, desk);
    await market.cancelAnyOrder(order.code, desk);
    expect((await market.waitingForPerson(desk)).filter(({ orderCode }) => orderCode === order.code)).toMatchObject([{ kind: "refund", method: "cod", waitsFor: "by_hand", decisions: ["refunded"] }]);
    await market.decide(order.code, { decision: "refunded", reference: "UNC 0099" }, desk);
    expect(await market.order(order)).toMatchObject({ state: "cancelled", paidDong: 0, refunds: [{ state: "done" }] });
    expect([...(await balancesOf(database.store.read, await idOf(order.code))).values()].every((balance) => balance === 0)).toBe(true);
    await allIsWell();
  });
});
