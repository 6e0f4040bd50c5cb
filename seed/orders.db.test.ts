import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { inspectMarket } from "@xudong/market";
import { aMarket } from "@xudong/market/testing";
import { seedOrders } from "./orders.ts";
import { seedMarket } from "./run.ts";

const now = new Date("2026-11-23T03:00:00Z");

eachDatabase("Sample orders", (database) => {
  test("are confirmed, say that they are samples, and leave the books in order", { timeout: 120_000 }, async () => {
    const { store } = database;
    await seedMarket(store, { now });
    const { market } = await aMarket(store, now);
    const codes = await seedOrders(market, 12);
    expect(new Set(codes).size).toBe(12);

    const { orders, orderLines } = store.read.t;
    const placed = await store.read.select({ state: orders.state, name: orders.contactName, phone: orders.contactPhone }).from(orders);
    expect(placed).toHaveLength(12);
    for (const order of placed) {
      expect(order.state).toBe("confirmed");
      expect(order.name).toMatch(/^Khách mẫu \d+$/);
      expect(order.phone).toMatch(/^\+84500/);
    }
    expect(await store.read.$count(orderLines)).toBe(12);
    expect((await inspectMarket(store)).filter((finding) => !finding.ok)).toEqual([]);
  });
});
