import { expect, test } from "vitest";
import type { Store } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { minutes } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../../testing/a-market.ts";
import { inspectMarket } from "../inspect-market.ts";
import { aGateway, refund } from "./testing/a-gateway.ts";

const price = 80_000; // one pack and its parcel

eachDatabase("A market and its jobs", (database) => {
  test("what is due is done to the end in one breath, and an idle market writes nothing", async () => {
    const store: Store & { writes: number } = { ...database.store, writes: 0, write: (fn) => ((store.writes += 1), database.store.write(fn)) };
    const gateway = aGateway();
    const told: string[] = [];
    const reader = { name: "copy", hear: async (news: readonly { topic: string }[]) => void told.push(...news.map(({ topic }) => topic)) };
    const { market, clock } = await aMarket(store, undefined, { fetch: gateway.fetch as typeof fetch, tell: () => {}, readers: [reader] });
    const guava = await goodsOnSale(database.store, clock.now());
    const place = async () => market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const [paid] = [await place(), await place()];
    await market.receiveNotice(aNotice(await anAttempt(market, paid)));
    await market.cancelOrder(paid);
    gateway.says = () => refund(price, "00");
    clock.move(minutes(31));
    await database.newsSettled();

    const reports = await market.jobs.runDue();
    expect(reports.map(({ name, fault }) => ({ name, fault }))).toEqual(["lapse", "lists", "publish", "remind", "time", "adopt", "ask", "refund", "tell.alerts", "tell.copy", "slots", "purge"].map((name) => ({ name, fault: undefined })));
    await database.newsSettled();
    await market.jobs.runDue();
    expect(told).toEqual(expect.arrayContaining(["order.lapsed", "refund.done"]));
    expect(await market.order(paid)).toMatchObject({ paidDong: 0, refunds: [{ state: "done" }] });

    store.writes = 0;
    for (let looks = 0; looks < 5; looks++) expect((await market.jobs.runDue()).every(({ done }) => done === 0)).toBe(true);
    expect(store.writes).toBe(0);
    expect((await inspectMarket(database.store, clock.now())).filter(({ ok }) => !ok)).toEqual([]);
  });

  test("closing the market stops its jobs, also where they were never started", async () => {
    const { market } = await aMarket(database.store);
    await market.close();
    market.jobs.start();
    await market.close();
    await market.close();
  });
});
