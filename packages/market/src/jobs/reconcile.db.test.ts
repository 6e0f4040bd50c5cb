import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { guest, minutes, operatorActor } from "@xudong/domain";
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
