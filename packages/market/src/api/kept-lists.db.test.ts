import { expect, test } from "vitest";
import { pauseListing, setPrice, setStock } from "@xudong/catalog";
import { goodsOnSale, stagehand } from "@xudong/catalog/testing";
import { eachDatabase, onlyOn } from "@xudong/database/testing";
import type { Tx } from "@xudong/database";
import { aMarket } from "../../testing/a-market.ts";

eachDatabase("Lists and listings that are kept", (database) => {
  test("show at once whatever another process has written: a price, a stock that is far from few, what is paused", async () => {
    const { market, clock } = await aMarket(database.store);
    const goods = await goodsOnSale(database.store, clock.now());
    const another = await database.open();
    const [variantId = ""] = goods.variantIds;
    const occasion = { actor: stagehand, now: clock.now() };
    const get = async (path: string) => {
      const answer = await market.handle(new Request(`http://shop.test/api/v1${path}`));
      return answer?.status === 200 ? ((await answer.json()) as Record<string, unknown>) : answer?.status;
    };
    const list = () => get("/listings?pageSize=100");
    const one = () => get(`/listings/${goods.slug}`);
    const changes: readonly ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => setPrice(tx, variantId, { priceDong: 77_000 }, occasion),
      (tx) => setStock(tx, goods.poolId, { unitsLeft: 4321, reason: "counted" }, occasion),
    ];
    let before = await one();
    await list();
    for (const change of changes) {
      await another.write(change);
      const after = await one();
      expect(after).not.toEqual(before);
      before = after;
    }
    expect(before).toMatchObject({ priceFrom: 77_000, variants: [{ price: 77_000, unitsLeft: 4321 }] });
    expect(await list()).toMatchObject({ items: [{ priceFrom: 77_000 }] });
    await another.write((tx) => pauseListing(tx, goods.listingId, occasion));
    expect(await list()).toMatchObject({ items: [], total: 0 });
  });

  test("show a price from the second it is in force", async () => {
    const { market, clock } = await aMarket(database.store);
    const goods = await goodsOnSale(database.store, clock.now());
    const [variantId = ""] = goods.variantIds;
    const from = new Date(clock.now().getTime() + 2000);
    await database.store.write((tx) => setPrice(tx, variantId, { priceDong: 88_000, from }, { actor: stagehand, now: clock.now() }));
    const price = async () => ((await (await market.handle(new Request(`http://shop.test/api/v1/listings/${goods.slug}`)))?.json()) as { priceFrom: number }).priceFrom;
    const old = await price();
    clock.move(1999);
    expect(await price()).toBe(old);
    clock.move(1);
    expect(await price()).toBe(88_000);
  });

  test("a stamp moves with every commit of any process", async () => {
    const another = await database.open();
    const touch = (tx: Tx) => tx.insert(tx.t.auditRows).values({ actor: "test", verb: "touch", objectKind: "test", objectId: "1", at: new Date(0) });
    for (const store of [database.store, another]) {
      const [mine, theirs] = [await database.store.stamp(), await another.stamp()];
      await store.write(touch);
      expect(await database.store.stamp()).not.toBe(mine);
      expect(await another.stamp()).not.toBe(theirs);
    }
  });
});

// On PostgreSQL it is the whole cluster's, where other tests write.
onlyOn("sqlite", "A stamp", (database) => {
  test("stands while nothing is written, and where a transaction was undone", async () => {
    const before = await database.store.stamp();
    await database.store.read.select().from(database.store.read.t.shops);
    await expect(database.store.write(async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await database.store.stamp()).toBe(before);
  });
});
