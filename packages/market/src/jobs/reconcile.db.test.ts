import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { days, guest, minutes, operatorActor } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../../testing/a-market.ts";
import { inspectMarket } from "../inspect-market.ts";
import type { Reconciled } from "./reconcile.ts";
import { aGateway, payment, refund, type Says } from "./testing/a-gateway.ts";

const price = 80_000; // one pack and its parcel
const desk = operatorActor("desk", ["order.decide"]);

eachDatabase("Comparing our books with the gateway's", (database) => {
  test("[S1] only who may decide about orders asks the gateway, or sees what waits for a person", async () => {
    const gateway = aGateway();
    const { market } = await aMarket(database.store, undefined, { fetch: gateway.fetch as typeof fetch });
    for (const actor of [guest, operatorActor("gate", ["ticket.admit"])]) {
      await expect(market.reconcile(() => {}, actor)).rejects.toMatchObject({ code: "actor.not_allowed" });
      await expect(market.waitingForPerson(actor)).rejects.toMatchObject({ code: "actor.not_allowed" });
    }
    expect(gateway.asked).toEqual([]);
  });

  test("[O1] money of a payment that had come to nothing is found for a week, and heard as ever", async () => {
    const gateway = aGateway();
    const { market, clock } = await aMarket(database.store, undefined, { fetch: gateway.fetch as typeof fetch, tell: () => {} });
    const guava = await goodsOnSale(database.store, clock.now());
    const buy = async () => {
      const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
      return { order, ...(await anAttempt(market, order)) };
    };
    const old = await buy();
    clock.move(days(1));
    const [expired, declined, stays] = [await buy(), await buy(), await buy()];
    for (const attempt of [declined, stays]) await market.receiveNotice(aNotice(attempt, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02" }));
    clock.move(minutes(31));
    await market.jobs.runDue(); // the gateway knows of none: code 91
    clock.move(days(6));
    gateway.says = ({ TxnRef = "" }) => payment(price, TxnRef === stays.gatewayRef ? "02" : "00");
    gateway.asked.length = 0;
    const rows: Reconciled[] = [];
    await market.reconcile((row) => void rows.push(row), desk);
    const found = new Map(rows.map(({ gatewayRef, ours, outcome, now }) => [gatewayRef, { ours, outcome, now }]));
    expect(found.get(old.gatewayRef)).toBeUndefined();
    expect(found.get(expired.gatewayRef)).toEqual({ ours: "expired", outcome: "differed", now: "paid" });
    expect(found.get(declined.gatewayRef)).toEqual({ ours: "declined", outcome: "differed", now: "paid" });
    expect(found.get(stays.gatewayRef)).toEqual({ ours: "declined", outcome: "agrees", now: "declined" });
    for (const { order } of [expired, declined]) expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: price });
    expect((await inspectMarket(database.store)).filter(({ ok }) => !ok)).toEqual([]);
    await database.store.write((tx) => tx.delete(tx.t.notices));
    await database.store.write((tx) => tx.update(tx.t.attempts).set({ expiresAt: new Date(0) }).where(eq(tx.t.attempts.state, "declined")));
  });

  test("one that cannot be written down stops no other, and is told once all are done", async () => {
    const gateway = aGateway();
    const { market, clock } = await aMarket(database.store, undefined, { fetch: gateway.fetch as typeof fetch, tell: () => {} });
    const guava = await goodsOnSale(database.store, clock.now());
    const refs: string[] = [];
    for (let at = 0; at < 12; at++) {
      const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer({ contact: { name: "Nguyễn Thị Hạnh", phone: `09123456${10 + at}` } }), aKey());
      refs.push((await anAttempt(market, order)).gatewayRef);
    }
    clock.move(minutes(15) + 30_000);
    gateway.says = async ({ TxnRef }) => {
      if (TxnRef !== refs[0]) await pause(20);
      return payment(price, "00");
    };
    const rows: Reconciled[] = [];
    const reconciling = market.reconcile((row) => {
      if (row.gatewayRef === refs[0]) throw new Error("the paper is full");
      rows.push(row);
    }, desk);
    await expect(reconciling).rejects.toThrow("the paper is full");
    const mine = () => rows.filter(({ gatewayRef, now }) => refs.includes(gatewayRef) && now === "paid");
    expect(mine()).toHaveLength(11);
  });

  test("[P4] [O1] [L3] asks about all that is open, whatever the schedule says, and hears what it is told", async () => {
    const gateway = aGateway();
    const { market, clock } = await aMarket(database.store, undefined, { fetch: gateway.fetch as typeof fetch, tell: () => {} });
    const guava = await goodsOnSale(database.store, clock.now());
    const buy = async () => {
      const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
      return { order, ...(await anAttempt(market, order)) };
    };
    const [paid, unfinished, silent, sentBack, young] = [await buy(), await buy(), await buy(), await buy(), await buy()];
    await market.receiveNotice(aNotice(sentBack));
    await market.cancelOrder(sentBack.order);
    gateway.says = () => refund(price, "05");
    await market.jobs.runDue();
    clock.move(minutes(15) + 30_000); // before the first question of the schedule
    await database.store.write((tx) => tx.update(tx.t.attempts).set({ expiresAt: new Date(clock.now().getTime() + 1) }).where(eq(tx.t.attempts.gatewayRef, young.gatewayRef)));

    const onTheWire = await buy();
    await market.receiveNotice(aNotice(onTheWire));
    await market.cancelOrder(onTheWire.order);
    gateway.says = () => undefined;
    await market.jobs.runDue();

    const answers = new Map<string, Says>([[paid.gatewayRef, payment(price, "00")], [unfinished.gatewayRef, payment(price, "01")], [sentBack.gatewayRef, refund(price, "00")]]);
    gateway.says = ({ TxnRef = "" }) => answers.get(TxnRef);
    gateway.asked.length = 0;
    const rows: Reconciled[] = [];
    await market.reconcile((row) => void rows.push(row), desk);

    const found = new Map(rows.map(({ gatewayRef, kind, ours, outcome, now }) => [gatewayRef, { kind, ours, outcome, now }]));
    expect(found).toEqual(new Map([
      [paid.gatewayRef, { kind: "payment", ours: "opened", outcome: "differed", now: "paid" }],
      [unfinished.gatewayRef, { kind: "payment", ours: "opened", outcome: "agrees", now: "opened" }],
      [silent.gatewayRef, { kind: "payment", ours: "opened", outcome: "unanswered", now: "unknown" }],
      [sentBack.gatewayRef, { kind: "refund", ours: "sent", outcome: "differed", now: "done" }],
    ]));
    expect(rows.find(({ gatewayRef }) => gatewayRef === paid.gatewayRef)).toMatchObject({ orderCode: paid.order.code, amountDong: price });
    expect(await market.order(paid.order)).toMatchObject({ state: "confirmed", paidDong: price });
    expect(await market.order(sentBack.order)).toMatchObject({ state: "cancelled", paidDong: 0 });
    expect((await inspectMarket(database.store)).filter(({ ok }) => !ok)).toEqual([]);
  });
});
