import { beforeEach, expect, test } from "vitest";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { hours, minutes, newId, plus } from "@xudong/domain";
import { goodsOnSale, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";
import { inspectMarket } from "./inspect-market.ts";
import { orderTimeline } from "./order-timeline.ts";

eachDatabase("The doctor", (database) => {
  let stall: Awaited<ReturnType<typeof open>>;
  async function open() {
    const { market, clock } = await aMarket(database.store, undefined, { tell: () => {} });
    const guava = await goodsOnSale(database.store, clock.now());
    const visit = await visitOnSale(database.store, clock.now());
    const lines = [{ variantId: guava.variantIds[0] ?? "", quantity: 2 }, { variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 1 }];
    const place = async (over = {}) => market.placeOrder(await aCart(market, lines), aBuyer(over), aKey());
    const buy = async () => {
      const order = await place();
      const attempt = await anAttempt(market, order);
      await market.receiveNotice(aNotice(attempt));
      return { ...order, ...attempt };
    };
    return { market, clock, guava, visit, place, buy };
  }
  beforeEach(async () => {
    stall ??= await open();
  });

  const faults = async (now?: Date) => (await inspectMarket(database.store, now)).filter(({ ok }) => !ok).map(({ name }) => name);

  /** What the doctor finds after `harm` was done; the harm is undone again. */
  async function foundAfter(harm: (tx: Tx) => Promise<unknown>, now?: Date): Promise<string[]> {
    const undone = new Error("undone");
    let found: string[] = [];
    const seen = database.store.write(async (tx) => {
      await harm(tx);
      found = (await inspectMarket({ ...database.store, read: tx }, now)).filter(({ ok }) => !ok).map(({ name }) => name);
      throw undone;
    });
    await expect(seen).rejects.toBe(undone);
    return found;
  }

  test("finds nothing in a market that sold, cancelled, refunded by hand and took cash", async () => {
    const { market, place, buy } = stall;
    const cancelled = await buy();
    await market.cancelOrder(cancelled);
    await buy();
    const goods = await market.placeOrder(await aCart(market, [{ variantId: stall.guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer({ payment: { method: "cod" } }), aKey());
    await market.decide(goods.code, { decision: "paid", reference: "courier 7" }, { id: "operator.test", grants: [{ permission: "order.decide", scope: "*" }] });
    await place();
    expect(await faults(stall.clock.now())).toEqual([]);
  });

  test("[H1] [L1] [L3] [O1] names each broken promise, and only that", async () => {
    const order = await stall.buy();
    const back = await stall.buy();
    await stall.market.cancelOrder(back);
    const [attempt] = await database.store.read.select().from(database.store.read.t.attempts).where(eq(database.store.read.t.attempts.gatewayRef, order.gatewayRef));
    const [returned] = await database.store.read.select().from(database.store.read.t.attempts).where(eq(database.store.read.t.attempts.gatewayRef, back.gatewayRef));
    const [id, reference, cause] = [attempt?.id ?? "", attempt?.reference ?? "", returned?.id ?? ""];

    expect(await foundAfter((tx) => tx.update(tx.t.pools).set({ taken: 1 }).where(eq(tx.t.pools.id, stall.guava.poolId)))).toEqual(["pools equal claims"]);
    expect(await foundAfter((tx) => tx.update(tx.t.ledgerRows).set({ amountDong: sql`${tx.t.ledgerRows.amountDong} - 1` }).where(eq(tx.t.ledgerRows.account, "seller_payable")))).toEqual(["movements sum to zero"]);
    // Money that came and was never booked, or booked and never came.
    expect(await foundAfter((tx) => tx.update(tx.t.attempts).set({ amountDong: 7 }).where(eq(tx.t.attempts.id, id)))).toEqual(["money received is in the ledger"]);
    expect(await foundAfter((tx) => tx.update(tx.t.attempts).set({ state: "declined" }).where(eq(tx.t.attempts.id, id)))).toEqual(["money received is in the ledger"]);
    // A refund said to be done whose money never moved.
    expect(await foundAfter((tx) => tx.update(tx.t.refunds).set({ state: "done" }).where(eq(tx.t.refunds.attemptId, cause)))).toEqual(["money received is in the ledger", "money without a sale goes back"]);
    // A sale reversed without a refund.
    expect(await foundAfter((tx) => tx.delete(tx.t.refunds).where(eq(tx.t.refunds.attemptId, cause)))).toEqual(["money without a sale goes back", "paid means order or refund"]);
    expect(
      await foundAfter(async (tx) => {
        await tx.insert(tx.t.refunds).values({ id: newId(new Date()), attemptId: id, amountDong: 5, state: "requested", reason: "test", requestedAt: new Date(), settledAt: null, tries: 0 });
      }),
    ).toEqual(["money without a sale goes back"]);
    expect(await foundAfter((tx) => tx.delete(tx.t.tickets))).toEqual(["confirmed visits have tickets"]);
    expect(await foundAfter((tx) => tx.update(tx.t.orders).set({ state: "cancelled" }).where(eq(tx.t.orders.id, reference)))).toEqual(["cancelled orders hold nothing"]);
    expect(await faults()).toEqual([]);
  });

  test("a cancelled order may hold the units of a parcel that had left", async () => {
    const { market } = stall;
    const goods = await market.placeOrder(await aCart(market, [{ variantId: stall.guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer({ payment: { method: "cod" } }), aKey());
    const [parcel] = (await market.order(goods)).sellers.flatMap(({ fulfilments }) => fulfilments);
    const operator = { id: "operator.test", grants: [...stagehand.grants, { permission: "order.fulfil" as const, scope: "*" }, { permission: "order.decide" as const, scope: "*" }] };
    await market.dispatchParcel(parcel?.id ?? "", operator);
    await market.decide(goods.code, { decision: "not_paid", reference: "courier 8" }, operator);
    expect(await market.order(goods)).toMatchObject({ state: "cancelled" });
    expect(await faults()).toEqual([]);
    const story = (await orderTimeline(database.store, goods.code)).map(({ what, detail }) => `${what}: ${detail}`).join("\n");
    expect(story).toContain("cash on delivery: cod");
    expect(story).toContain("decision of a person: declined, on paper courier 8");
    expect(story).toContain("reason cash_refused (The parcel went back to the seller)");
    expect(story).toContain("parcel.ship: by operator.test");
  });

  test("of a cancelled order only the pools from which a parcel had left may stay taken", async () => {
    const { market } = stall;
    const plum = await goodsOnSale(database.store, stall.clock.now());
    const both = [stall.guava, plum].map(({ variantIds }) => ({ variantId: variantIds[0] ?? "", quantity: 1 }));
    const { code, key } = await market.placeOrder(await aCart(market, both), aBuyer(), aKey());
    await market.receiveNotice(aNotice(await anAttempt(market, { code, key })));
    const { orders, fulfilments, orderLines, holds, claims } = database.store.read.t;
    const [order] = await database.store.read.select().from(orders).where(eq(orders.code, code));
    const lines = await database.store.read.select().from(orderLines).where(eq(orderLines.orderId, order?.id ?? ""));
    const partOf = (poolId: string) => lines.find(({ draws }) => draws.some((draw) => draw.poolId === poolId))?.fulfilmentId ?? "";
    const [hold] = await database.store.read.select().from(holds).where(eq(holds.orderId, order?.id ?? ""));
    /** The guava had left; the plum's claim is let go, or not. */
    const cancelled = (isFreed: boolean) => async (tx: Tx) => {
      await tx.update(orders).set({ state: "cancelled" }).where(eq(orders.code, code));
      await tx.update(fulfilments).set({ state: "cancelled" }).where(eq(fulfilments.id, partOf(plum.poolId)));
      await tx.update(fulfilments).set({ state: "returned" }).where(eq(fulfilments.id, partOf(stall.guava.poolId)));
      if (!isFreed) return;
      await tx.update(claims).set({ state: "released" }).where(and(eq(claims.holdId, hold?.id ?? ""), eq(claims.poolId, plum.poolId)));
      await tx.update(tx.t.pools).set({ taken: sql`${tx.t.pools.taken} - 1` }).where(eq(tx.t.pools.id, plum.poolId));
    };
    expect(partOf(plum.poolId)).not.toBe(partOf(stall.guava.poolId));
    expect(await foundAfter(cancelled(true))).toEqual([]);
    expect(await foundAfter(cancelled(false))).toEqual(["cancelled orders hold nothing"]);
  });

  test("work that nobody does is told after ten minutes, and not before", async () => {
    // Goods of which there are many: a scarce visit is held for less long.
    const order = await stall.market.placeOrder(await aCart(stall.market, [{ variantId: stall.guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const attempt = await anAttempt(stall.market, order);
    const back = await stall.buy();
    await stall.market.cancelOrder(back);
    await database.store.write(async (tx) => {
      const { attempts, holds } = tx.t;
      await tx.update(attempts).set({ askAt: null }).where(ne(attempts.gatewayRef, attempt.gatewayRef));
      const [own] = await tx.select({ id: attempts.reference }).from(attempts).where(eq(attempts.gatewayRef, attempt.gatewayRef));
      await tx.update(holds).set({ lapsesAt: null }).where(ne(holds.orderId, own?.id ?? ""));
    });
    const now = stall.clock.now();
    expect(await faults(plus(now, minutes(9)))).toEqual([]);
    expect(await faults(plus(now, minutes(11)))).toEqual(["refunds are sent in time"]);
    expect(await faults(plus(now, minutes(25)))).toEqual(["refunds are sent in time"]);
    expect(await faults(plus(now, minutes(27)))).toEqual(["the gateway is asked in time", "refunds are sent in time"]);
    expect(await faults(plus(now, minutes(41)))).toEqual(["holds lapse in time", "the gateway is asked in time", "refunds are sent in time"]);
    const [asked] = (await inspectMarket(database.store, plus(now, hours(1)))).filter(({ name }) => name === "the gateway is asked in time");
    expect(asked?.detail).toContain(attempt.gatewayRef);
    expect(asked?.cure).toContain("npm run worker");
  });

  test("what waits for a person is told, and is no fault", async () => {
    const order = await stall.place();
    await stall.market.receiveNotice(aNotice(await anAttempt(stall.market, order), { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }));
    expect((await inspectMarket(database.store)).at(-1)).toEqual({ name: "what waits for a person", ok: true, detail: "1 payment or refund: npm run xudong -- decide lists them" });
  });

  test("[M2] finds mail that nobody sends, and mail that no server takes", async () => {
    const { clock } = stall;
    const mail = (over: Partial<Tx["t"]["mails"]["$inferInsert"]>) => (tx: Tx) =>
      tx.insert(tx.t.mails).values({ id: newId(clock.now()), kind: "recover", subject: newId(clock.now()), recipient: "p", orderId: null, locale: "vi", state: "queued", dueAt: clock.now(), leasedUntil: null, attempts: 0, silences: 0, answer: null, createdAt: clock.now(), endedAt: null, ...over });
    const found = (harm: (tx: Tx) => Promise<unknown>, after: number) => foundAfter(harm, plus(clock.now(), after)).then((names) => names.filter((name) => name.startsWith("mail")));
    expect(await found(mail({}), minutes(11))).toEqual(["mail is sent in time"]);
    expect(await found(mail({ leasedUntil: plus(new Date(), minutes(5)) }), minutes(11))).toEqual([]);
    expect(await found(mail({ attempts: 4, answer: "535", dueAt: plus(clock.now(), hours(2)) }), minutes(61))).toEqual(["mail finds its server"]);
    expect(await found(mail({ attempts: 4, answer: "535", dueAt: plus(clock.now(), hours(2)) }), minutes(59))).toEqual([]);
    expect(await found(mail({ state: "refused", dueAt: null, attempts: 40 }), hours(90))).toEqual([]);
  });
});
