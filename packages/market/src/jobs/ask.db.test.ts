import { beforeEach, expect, test, vi } from "vitest";
import { and, eq, inArray } from "drizzle-orm";
import type { Store } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { days, hours, minutes } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice, type MarketOver } from "../../testing/a-market.ts";
import { inspectMarket } from "../inspect-market.ts";
import { aGateway, payment, type Says } from "./testing/a-gateway.ts";

const price = 80_000; // one pack and its parcel

eachDatabase("The job that asks the gateway", (database) => {
  beforeEach(async () => {
    // What another test left open is its own business.
    await database.store.write((tx) => tx.update(tx.t.attempts).set({ state: "declined", askAt: null }).where(inArray(tx.t.attempts.state, ["opened", "unknown"])));
  });

  async function aShop(over: MarketOver & { store?: Store } = {}) {
    const { store = database.store, ...rest } = over;
    const gateway = aGateway();
    const { market, clock } = await aMarket(store, undefined, { fetch: gateway.fetch as typeof fetch, tell: () => {}, ...rest });
    return { gateway, market, clock };
  }
  type Shop = Awaited<ReturnType<typeof aShop>>;

  async function anOpenAttempt({ market, clock }: Shop) {
    const guava = await goodsOnSale(database.store, clock.now());
    const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    return { order, ...(await anAttempt(market, order)) };
  }
  const done = async ({ market }: Shop) => {
    const report = (await market.jobs.runDue()).find(({ name }) => name === "ask");
    expect(report?.fault).toBeUndefined();
    return report?.done;
  };
  async function rowOf({ gatewayRef }: { gatewayRef: string }) {
    const { attempts } = database.store.read.t;
    const [row] = await database.store.read.select().from(attempts).where(eq(attempts.gatewayRef, gatewayRef));
    if (row === undefined) throw new Error("no such attempt");
    return row;
  }
  async function noticesOf(attempt: { gatewayRef: string }) {
    const { notices } = database.store.read.t;
    return database.store.read.select().from(notices).where(eq(notices.attemptId, (await rowOf(attempt)).id)).orderBy(notices.id);
  }
  const soundness = async () => (await inspectMarket(database.store)).filter(({ ok }) => !ok);

  test("[P4] [P1] a lost notice is made up for by a question: paid, confirmed, kept as a query", async () => {
    const shop = await aShop();
    const attempt = await anOpenAttempt(shop);
    shop.gateway.says = () => payment(price, "00");
    shop.clock.move(minutes(15));
    expect(await done(shop)).toBe(0);
    shop.clock.move(minutes(1));
    expect(await done(shop)).toBe(1);
    expect(await shop.market.order(attempt.order)).toMatchObject({ state: "confirmed", paidDong: price });
    expect(shop.gateway.asked).toMatchObject([{ Command: "querydr", TxnRef: attempt.gatewayRef }]);
    expect(await noticesOf(attempt)).toMatchObject([{ channel: "query", isGenuine: true, answer: "recorded", outcome: "00" }]);
    expect(await done(shop)).toBe(0);
    expect(await soundness()).toEqual([]);
  });

  test("[P4] silence is asked about 1, 5, 15, 60 minutes, 6 and 24 hours after the end, and then a person is called", async () => {
    const lines: string[] = [];
    const shop = await aShop({ tell: (line) => void lines.push(line) });
    const attempt = await anOpenAttempt(shop);
    shop.gateway.says = () => undefined;
    const end = (await rowOf(attempt)).expiresAt;
    const askedAt: number[] = [];
    for (const after of [0.5, 1, 2, 5, 6, 15, 20, 60, 61, 6 * 60, 7 * 60, 24 * 60, 25 * 60, 100 * 60]) {
      shop.clock.set(new Date(end.getTime() + minutes(after)));
      const before = shop.gateway.asked.length;
      await done(shop);
      if (shop.gateway.asked.length > before) askedAt.push(after);
      if (after === 1) expect(await rowOf(attempt)).toMatchObject({ state: "unknown" });
    }
    expect(askedAt).toEqual([1, 5, 15, 60, 6 * 60, 24 * 60]);
    expect(await rowOf(attempt)).toMatchObject({ state: "unknown", askAt: null, waitsFor: "no_answer" });
    await database.newsSettled();
    await done(shop);
    expect(lines.filter((line) => line.includes("has told nothing to the last"))).toHaveLength(1);
    const kept = await noticesOf(attempt);
    expect(kept.map(({ isGenuine, answer, outcome }) => ({ isGenuine, answer, outcome }))).toEqual(Array(6).fill({ isGenuine: false, answer: "unreachable", outcome: null }));
    expect(JSON.stringify(kept)).not.toContain("test-hash-secret");
  });

  test("[P4] what the gateway does not know after the end has expired, and late money is still taken", async () => {
    const shop = await aShop();
    const attempt = await anOpenAttempt(shop);
    shop.clock.move(minutes(16));
    expect(await done(shop)).toBe(1);
    expect(await rowOf(attempt)).toMatchObject({ state: "expired", askAt: null });
    expect(await shop.market.receiveNotice(aNotice(attempt))).toMatchObject({ RspCode: "00" });
    expect(await shop.market.order(attempt.order)).toMatchObject({ state: "confirmed" });
  });

  test("[P4] before an attempt's end silence and ignorance mean nothing", async () => {
    const shop = await aShop();
    const attempt = await anOpenAttempt(shop);
    const { attempts } = database.store.read.t;
    for (const said of [{ ResponseCode: "91" }, undefined] satisfies Says[]) {
      await database.store.write((tx) => tx.update(attempts).set({ askAt: shop.clock.now() }).where(eq(attempts.gatewayRef, attempt.gatewayRef)));
      shop.gateway.says = () => said;
      expect(await done(shop)).toBe(1);
      expect(await rowOf(attempt)).toMatchObject({ state: "opened" });
    }
    expect(await noticesOf(attempt)).toHaveLength(2);
  });

  test("[P3] a process that dies between its question and the answer loses nothing, and another goes on", async () => {
    const dead = await aShop({ store: await database.open() });
    const attempt = await anOpenAttempt(dead);
    dead.clock.move(minutes(16));
    const reached = Promise.withResolvers<void>();
    const late = Promise.withResolvers<Says>();
    dead.gateway.says = () => (reached.resolve(), late.promise);
    const dying = dead.market.jobs.runDue();
    await reached.promise;
    expect(await rowOf(attempt)).toMatchObject({ state: "opened", asked: 1 });
    await database.store.write((tx) => tx.delete(tx.t.leases)); // its turn lapses with time

    const next = await aShop();
    next.clock.set(dead.clock.now());
    next.gateway.says = () => payment(price, "00");
    expect(await done(next)).toBe(0);
    next.clock.move(minutes(4));
    expect(await done(next)).toBe(1);
    expect(await next.market.order(attempt.order)).toMatchObject({ state: "confirmed" });
    expect(await rowOf(attempt)).toMatchObject({ asked: 2 });

    // It was not dead, only very slow: its answer comes after the other's and changes nothing.
    late.resolve({ ResponseCode: "91" });
    await dying;
    expect(await next.market.order(attempt.order)).toMatchObject({ state: "confirmed", paidDong: price });
    expect((await noticesOf(attempt)).map(({ answer }) => answer).sort()).toEqual(["already_recorded", "recorded"]);
    expect(await soundness()).toEqual([]);
  });

  test("[P3] no transaction is open while the gateway is waited for, and a slow answer holds up nobody else", async () => {
    const shop = await aShop();
    const attempts: Awaited<ReturnType<typeof anOpenAttempt>>[] = [];
    for (let at = 0; at < 12; at++) attempts.push(await anOpenAttempt(shop));
    const [slow] = attempts;
    shop.clock.move(minutes(16));
    const answered = Promise.withResolvers<Says>();
    shop.gateway.says = async ({ TxnRef }) => {
      await database.store.write(async () => undefined); // nobody holds the writer
      return TxnRef === slow?.gatewayRef ? answered.promise : payment(price, "00");
    };
    const working = done(shop);
    const { attempts: rows } = database.store.read.t;
    const paid = () => database.store.read.$count(rows, and(eq(rows.state, "paid"), inArray(rows.gatewayRef, attempts.map(({ gatewayRef }) => gatewayRef))));
    await vi.waitFor(async () => expect(await paid()).toBe(11), { timeout: 15_000, interval: 20 });
    answered.resolve(payment(price, "02", { ResponseCode: "00" }));
    expect(await working).toBe(12);
    expect(await soundness()).toEqual([]);
  });

  test("[P2] two processes at once ask about each attempt once, and a notice that comes meanwhile is not undone", async () => {
    const one = await aShop();
    const other = await aShop({ store: await database.open() });
    const attempts: Awaited<ReturnType<typeof anOpenAttempt>>[] = [];
    for (let at = 0; at < 10; at++) attempts.push(await anOpenAttempt(one));
    one.clock.move(minutes(16));
    other.clock.set(one.clock.now());
    const says = async ({ TxnRef = "" }) => {
      const attempt = attempts.find(({ gatewayRef }) => gatewayRef === TxnRef);
      if (attempt !== undefined) await one.market.receiveNotice(aNotice(attempt));
      return { ResponseCode: "91" };
    };
    one.gateway.says = other.gateway.says = says;
    // Side by side without any turn: the rows alone must say who was first.
    await database.store.write((tx) => tx.delete(tx.t.leases));
    await Promise.all([done(one), done(other), done(one), done(other)]);
    const asked = [...one.gateway.asked, ...other.gateway.asked].map(({ TxnRef }) => TxnRef);
    expect(asked.sort()).toEqual(attempts.map(({ gatewayRef }) => gatewayRef).sort());
    for (const { order } of attempts) expect(await one.market.order(order)).toMatchObject({ state: "confirmed", paidDong: price });
    expect(await soundness()).toEqual([]);
  });

  test("[P4] a clock that jumps a year ahead asks once, and one that goes back an hour asks nothing twice", async () => {
    const shop = await aShop();
    const attempt = await anOpenAttempt(shop);
    shop.gateway.says = () => undefined;
    shop.clock.move(minutes(16));
    expect(await done(shop)).toBe(1);
    shop.clock.move(-hours(1));
    expect(await done(shop)).toBe(0);
    shop.clock.move(hours(1));
    expect(await done(shop)).toBe(0);
    shop.clock.move(days(365));
    expect(await done(shop)).toBe(1);
    expect(await rowOf(attempt)).toMatchObject({ asked: 2, waitsFor: null }); // one hiccup after a long sleep is no end
    shop.clock.move(minutes(5));
    expect(await done(shop)).toBe(1);
    expect(await rowOf(attempt)).toMatchObject({ askAt: null, asked: 3, waitsFor: "no_answer" });
  });
});
