import { expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { hours, minutes, operatorActor } from "@xudong/domain";
import { goodsOnSale, poolRow } from "@xudong/catalog/testing";
import { balancesOf } from "@xudong/settlement";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";
import type { Market } from "./contract.ts";
import { aGateway, payment, type Says } from "./jobs/testing/a-gateway.ts";
import { inspectMarket } from "./inspect-market.ts";

const desk = operatorActor("desk", ["order.decide"]);
const seller = operatorActor("seller", ["order.fulfil"]);
const suspected = { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" };

eachDatabase("A person's decision about money", (database) => {
  async function aPlacedOrder(method = "vnpay", quantity = 2, told?: Says) {
    const gateway = aGateway();
    gateway.says = () => told;
    const { market, clock } = await aMarket(database.store, undefined, { fetch: gateway.fetch as typeof fetch, tell: () => {} });
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: quantity });
    const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity }]), aBuyer({ payment: { method } }), aKey());
    return { market, clock, guava, order, gateway };
  }

  async function idOf(code: string) {
    const { orders } = database.store.read.t;
    const [row] = await database.store.read.select({ id: orders.id }).from(orders).where(eq(orders.code, code));
    return row?.id ?? "";
  }

  const waiting = async (market: Market, { code }: { code: string }) => (await market.waitingForPerson(desk)).filter(({ orderCode }) => orderCode === code);

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
    expect(await waiting(market, order)).toMatchObject([
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
    expect(await waiting(market, order)).toEqual([]);
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

  test("[O1] [L3] cash brought for an order that was called off meanwhile is recorded, and given back by hand", async () => {
    const { market, order } = await aPlacedOrder("cod");
    await market.cancelOrder(order);
    await expect(market.decide(order.code, { decision: "not_paid", reference: "TRA HANG 6" }, desk)).rejects.toMatchObject({ code: "decision.nothing_waits" });
    await market.decide(order.code, { decision: "paid", reference: "PHIEU THU 78" }, desk);
    await expect(market.decide(order.code, { decision: "paid", reference: "PHIEU THU 78" }, desk)).rejects.toMatchObject({ code: "decision.nothing_waits" });
    expect(await market.order(order)).toMatchObject({ state: "cancelled", paidDong: order.total, attempts: [{ state: "paid" }] });
    expect(await waiting(market, order)).toMatchObject([{ kind: "refund", method: "cod", waitsFor: "by_hand", decisions: ["refunded"] }]);
    await market.decide(order.code, { decision: "refunded", reference: "UNC 0099" }, desk);
    expect(await market.order(order)).toMatchObject({ state: "cancelled", paidDong: 0, refunds: [{ state: "done" }] });
    expect([...(await balancesOf(database.store.read, await idOf(order.code))).values()].every((balance) => balance === 0)).toBe(true);
    await allIsWell();
  });

  test.each(["expired", "declined"] as const)("[O1] money of a payment that had %s is recorded where a person names it", async (state) => {
    const { market, clock, order } = await aPlacedOrder("vnpay", 2, { ResponseCode: "91" });
    const other = await market.placeOrder(await aCart(market, [{ variantId: (await goodsOnSale(database.store, clock.now())).variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const attempt = await anAttempt(market, order);
    if (state === "declined") await market.receiveNotice(aNotice(attempt, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02" }));
    clock.move(minutes(16));
    await market.jobs.runDue();
    expect((await market.order(order)).attempts).toMatchObject([{ state }]);
    const decision = { decision: "paid", reference: "14226112" } as const;
    const refusal = { code: "decision.nothing_waits" };
    await expect(market.decide(order.code, decision, desk)).rejects.toMatchObject(refusal);
    await expect(market.decide(order.code, { ...decision, gatewayRef: "99999999" }, desk)).rejects.toMatchObject(refusal);
    await expect(market.decide(other.code, { ...decision, gatewayRef: attempt.gatewayRef }, desk)).rejects.toMatchObject(refusal);
    for (const wrong of ["not_paid", "looked_at"] as const) await expect(market.decide(order.code, { ...decision, decision: wrong, gatewayRef: attempt.gatewayRef }, desk)).rejects.toMatchObject(refusal);
    await market.decide(order.code, { ...decision, gatewayRef: attempt.gatewayRef }, desk);
    expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: order.total });
    await expect(market.decide(order.code, { ...decision, gatewayRef: attempt.gatewayRef }, desk)).rejects.toMatchObject(refusal);
    await allIsWell();
  });

  test("a payment that is still open and that nobody was called to is not decided, even where it is named", async () => {
    const { market, order } = await aPlacedOrder();
    const { gatewayRef } = await anAttempt(market, order);
    await expect(market.decide(order.code, { decision: "paid", reference: "1", gatewayRef }, desk)).rejects.toMatchObject({ code: "decision.nothing_waits" });
  });

  test.each([
    ["paid", (total: number): Says => payment(total, "00")],
    ["declined", (total: number): Says => payment(total, "02")],
    ["expired", (): Says => ({ ResponseCode: "91" })],
  ] as const)("a wrong sum waits until a person has looked, though the payment is %s meanwhile", async (state, says) => {
    const { market, clock, order, gateway } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    await market.receiveNotice(aNotice({ ...attempt, amount: "100" }));
    clock.move(minutes(16));
    gateway.says = () => says(order.total);
    await market.jobs.runDue();
    expect(await waiting(market, order)).toMatchObject([{ state, waitsFor: "wrong_amount", decisions: ["looked_at"] }]);
    const paid = { decision: "paid", reference: "1", gatewayRef: attempt.gatewayRef } as const;
    await expect(market.decide(order.code, paid, desk)).rejects.toMatchObject({ code: "decision.nothing_waits" });
    await market.decide(order.code, { decision: "looked_at", reference: "bien ban 4" }, desk);
    expect(await waiting(market, order)).toEqual([]);
    await allIsWell();
  });

  test.each([
    ["another sum", "wrong_amount", { vnp_Amount: "100" }, "04", "payment.wrong_amount"],
    ["suspicion", "suspected_fraud", suspected, "02", "payment.needs_person"],
  ] as const)("[P2] %s of a payment that has succeeded changes nothing and calls a person, once", async (_, waitsFor, says, answer, topic) => {
    const { market, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    await market.receiveNotice(aNotice(attempt));
    const before = await market.order(order);
    for (let round = 0; round < 3; round++) expect(await market.receiveNotice(aNotice(attempt, { ...says, vnp_BankTranNo: `VNP${round}` }))).toMatchObject({ RspCode: answer });
    expect(await market.order(order)).toEqual(before);
    expect(await waiting(market, order)).toMatchObject([{ state: "paid", waitsFor, decisions: ["looked_at"] }]);
    const { outbox } = database.store.read.t;
    expect(await database.store.read.select({ topic: outbox.topic }).from(outbox).where(eq(outbox.subject, attempt.attempt))).toEqual([{ topic }]);
    await market.decide(order.code, { decision: "looked_at", reference: "bien ban 5" }, desk);
    expect(await waiting(market, order)).toEqual([]);
    await allIsWell();
  });
});
