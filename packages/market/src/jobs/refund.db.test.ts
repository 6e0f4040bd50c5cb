import { beforeEach, expect, test } from "vitest";
import { eq, ne } from "drizzle-orm";
import type { Store } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { days, minutes } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { balancesOf } from "@xudong/settlement";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../../testing/a-market.ts";
import { inspectMarket } from "../inspect-market.ts";
import { aGateway, payment, refund, type Says } from "./testing/a-gateway.ts";

const price = 80_000; // one pack and its parcel

eachDatabase("The job that sends money back", (database) => {
  beforeEach(async () => {
    // What another test left on its way is its own business.
    await database.store.write((tx) => tx.update(tx.t.refunds).set({ state: "refused", askAt: null }).where(ne(tx.t.refunds.state, "done")));
  });

  async function aShop(store: Store = database.store) {
    const gateway = aGateway();
    const lines: string[] = [];
    const { market, clock } = await aMarket(store, undefined, { fetch: gateway.fetch as typeof fetch, tell: (line) => void lines.push(line) });
    return { gateway, market, clock, lines };
  }
  type Shop = Awaited<ReturnType<typeof aShop>>;

  /** A paid order that was called off. */
  async function aRefund({ market, clock }: Shop) {
    const guava = await goodsOnSale(database.store, clock.now());
    const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const attempt = await anAttempt(market, order);
    await market.receiveNotice(aNotice(attempt));
    await market.cancelOrder(order);
    return { order, ...attempt };
  }
  const done = async ({ market }: Shop) => {
    const report = (await market.jobs.runDue()).find(({ name }) => name === "refund");
    expect(report?.fault).toBeUndefined();
    return report?.done;
  };
  async function rowOf({ gatewayRef }: { gatewayRef: string }) {
    const { attempts, refunds } = database.store.read.t;
    const [row] = await database.store.read.select({ refund: refunds, reference: attempts.reference }).from(refunds).innerJoin(attempts, eq(attempts.id, refunds.attemptId)).where(eq(attempts.gatewayRef, gatewayRef));
    if (row === undefined) throw new Error("no such refund");
    return { ...row.refund, reference: row.reference };
  }
  const balances = async (of: { gatewayRef: string }) => Object.fromEntries(await balancesOf(database.store.read, (await rowOf(of)).reference));
  const soundness = async () => (await inspectMarket(database.store)).filter(({ ok }) => !ok);

  test("[O1] [L3] money is sent back, asked about until it has gone, and posted with the state that says so", async () => {
    const shop = await aShop();
    const back = await aRefund(shop);
    shop.gateway.says = () => refund(price, "05");
    expect(await done(shop)).toBe(1);
    expect(shop.gateway.asked).toMatchObject([{ Command: "refund", TxnRef: back.gatewayRef, Amount: `${price}00`, TransactionType: "02" }]);
    expect(await rowOf(back)).toMatchObject({ state: "sent" });
    expect(await balances(back)).toMatchObject({ gateway: price, unapplied: -price });
    expect(await done(shop)).toBe(0);

    shop.clock.move(minutes(1));
    shop.gateway.says = () => refund(price, "00");
    expect(await done(shop)).toBe(1);
    expect(shop.gateway.asked.at(-1)).toMatchObject({ Command: "querydr", TransactionNo: "14226999" });
    expect(await rowOf(back)).toMatchObject({ state: "done", askAt: null });
    expect(await balances(back)).toMatchObject({ gateway: 0, unapplied: 0 });
    expect(await shop.market.order(back.order)).toMatchObject({ state: "cancelled", paidDong: 0 });
    shop.clock.move(days(40));
    expect(await done(shop)).toBe(0);
    expect(await soundness()).toEqual([]);
  });

  test("[P3] a crash after sending is asked about, and sent again under the same number only where the gateway knows of none", async () => {
    const dead = await aShop(await database.open());
    const back = await aRefund(dead);
    const reached = Promise.withResolvers<void>();
    const late = Promise.withResolvers<Says>();
    dead.gateway.says = () => (reached.resolve(), late.promise);
    const dying = dead.market.jobs.runDue();
    await reached.promise;
    expect(await rowOf(back)).toMatchObject({ state: "unknown", tries: 1 });
    await database.store.write((tx) => tx.delete(tx.t.leases)); // its turn lapses with time

    const next = await aShop();
    next.clock.set(dead.clock.now());
    next.gateway.says = ({ Command }) => (Command === "refund" ? refund(price, "05") : payment(price, "00"));
    expect(await done(next)).toBe(0);
    next.clock.move(minutes(1));
    expect(await done(next)).toBe(2);
    expect(next.gateway.asked.map(({ Command }) => Command)).toEqual(["querydr", "refund"]);
    expect(next.gateway.asked[1]?.["RequestId"]).toBe(dead.gateway.asked[0]?.["RequestId"]);
    expect(await rowOf(back)).toMatchObject({ state: "sent", tries: 2 });

    // It was not dead, only very slow.
    late.resolve(refund(price, "00"));
    await dying;
    expect(await rowOf(back)).toMatchObject({ state: "done" });
    expect(await balances(back)).toMatchObject({ gateway: 0, unapplied: 0 });
  });

  test("[O1] a refusal calls a person once, in one line", async () => {
    const shop = await aShop();
    const back = await aRefund(shop);
    shop.gateway.says = () => ({ ResponseCode: "95" });
    await done(shop);
    await database.newsSettled();
    await done(shop);
    expect(await rowOf(back)).toMatchObject({ state: "refused", waitsFor: "refused", askAt: null });
    expect(shop.lines.filter((line) => line.includes(back.order.code.slice(0, 4)))).toHaveLength(1);
    expect(await balances(back)).toMatchObject({ gateway: price, unapplied: -price });
  });

  test("[P2] two processes at once send each refund once, and its money moves once", async () => {
    const one = await aShop();
    const other = await aShop(await database.open());
    const backs = [];
    for (let at = 0; at < 8; at++) backs.push(await aRefund(one));
    one.gateway.says = other.gateway.says = () => refund(price, "00");
    await Promise.all([done(one), done(other), done(one), done(other)]);
    const asked = [...one.gateway.asked, ...other.gateway.asked].map(({ TxnRef }) => TxnRef);
    expect(asked.sort()).toEqual(backs.map(({ gatewayRef }) => gatewayRef).sort());
    for (const back of backs) expect(await balances(back)).toMatchObject({ gateway: 0, unapplied: 0 });
    expect(await soundness()).toEqual([]);
  });
});
