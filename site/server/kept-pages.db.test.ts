import { approveListing, editShop, pauseListing, reviseListing, setPrice, setStock, submitListing } from "@xudong/catalog";
import { aListingDraft, aShop, goodsOnSale, stagehand, visitOnSale, type GoodsOnSale } from "@xudong/catalog/testing";
import { setDeliveryFee } from "@xudong/checkout";
import type { Store, Tx } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { dayOf, minutes, operatorActor, plus } from "@xudong/domain";
import type { Market, WatchedMarket } from "@xudong/market";
import { afterAll, expect, test, vi } from "vitest";
import { aBuyer, aCart, aKey, aMarket } from "@xudong/market/testing";
import { keptPages } from "./kept-pages.ts";

eachDatabase("Pages that are kept", (database) => {
  /** Somebody who reads pages, made of what they ask the market, and how often one had to be made. */
  function visitors({ market, clock }: { market: Market; clock: { now(): Date } }) {
    const kept = keptPages({ follow: market.copies.follow, now: () => clock.now() });
    const counts = { made: 0 };
    const read = async (path: string, ask: (market: Market) => Promise<unknown>, meanwhile?: () => Promise<unknown>) => {
      const found = await kept.find({ origin: "", path, query: "" }, async () => {
        counts.made += 1;
        const watched: WatchedMarket = market.copies.watch();
        const body = Buffer.from(JSON.stringify(await ask(watched.market)));
        await meanwhile?.();
        const reads = await watched.reads();
        return reads === undefined ? { other: body.toString() } : { page: { body, type: "", reads, queryKeys: new Set() } };
      });
      return "other" in found ? found.other : (await found.bytesFor("identity")).toString();
    };
    return {
      counts,
      read,
      listing: ({ slug }: { slug: string }) => read(`/${slug}`, async (asked) => asked.listing(slug)),
      list: () => read("/list", async (asked) => asked.listings({ pageSize: 100 })),
    };
  }
  let ahead = 0;
  const { now } = performance;
  /** Lets this process hear what another has written: on PostgreSQL that takes a tenth of a second. */
  function aTenthLater(): void {
    if (database.kind === "sqlite") return;
    ahead += 100;
    vi.spyOn(performance, "now").mockImplementation(() => now.call(performance) + ahead);
  }
  afterAll(() => void vi.restoreAllMocks());

  const both = (text: string) => ({ vi: text, en: text });
  const changesOf = (goods: GoodsOnSale, occasion: { actor: typeof stagehand; now: Date }): Record<string, (tx: Tx) => Promise<unknown>> => ({
    "a price": (tx) => setPrice(tx, goods.variantIds[0] ?? "", { priceDong: 77_000 }, occasion),
    "a stock of which few are left": (tx) => setStock(tx, goods.poolId, { unitsLeft: 7, reason: "counted" }, occasion),
    "its seller": (tx) => editShop(tx, goods.shopId, { about: both("Vườn khác") }, occasion),
    "a pause": (tx) => pauseListing(tx, goods.listingId, occasion),
    "a new revision, which moves it to another address": async (tx) => {
      const { stocks: _stocks, variants: _variants, kind: _kind, ...words } = aListingDraft();
      await reviseListing(tx, goods.listingId, words, occasion);
      await submitListing(tx, goods.listingId, occasion);
      await approveListing(tx, goods.listingId, occasion);
    },
  });

  for (const who of ["this process", "another process"] as const) {
    test(`show what ${who} has changed to the next visitor, and are made once for it`, async () => {
      const house = await aMarket(database.store);
      const goods = await goodsOnSale(database.store, house.clock.now());
      const other = await goodsOnSale(database.store, house.clock.now());
      const writer: Store = who === "this process" ? database.store : await database.open();
      await database.newsSettled();
      const { listing, counts } = visitors(house);
      let before = await listing(goods);
      await listing(other);
      for (const [what, change] of Object.entries(changesOf(goods, { actor: stagehand, now: house.clock.now() }))) {
        const { made } = counts;
        await writer.write(change);
        if (who === "another process") aTenthLater();
        const after = await listing(goods);
        expect(after, what).not.toBe(before);
        expect(await listing(goods)).toBe(after);
        await listing(other);
        expect(counts.made - made, what).toBe(1);
        before = after;
      }
    });
  }

  test("tell a unit that was sold where few are left, and stay where many are", async () => {
    const house = await aMarket(database.store);
    const { market } = house;
    const few = await goodsOnSale(database.store, house.clock.now(), { capacity: 5 });
    const many = await goodsOnSale(database.store, house.clock.now(), { capacity: 500 });
    await database.newsSettled();
    const { listing, list, counts } = visitors(house);
    const place = async (variantId = "") => market.placeOrder(await aCart(market, [{ variantId, quantity: 1 }]), aBuyer(), aKey());
    const before = [await listing(few), await listing(many), await list()];
    const { made } = counts;
    await place(many.variantIds[0]);
    expect([await listing(few), await listing(many), await list()]).toEqual(before);
    expect(counts.made).toBe(made);
    await place(few.variantIds[0]);
    expect(await listing(few)).not.toBe(before[0]);
    expect(JSON.parse(await listing(few))).toMatchObject({ listing: { variants: [{ unitsLeft: 4 }] } });
    expect(await listing(many)).toBe(before[1]);
  });

  test("last until the next price, until a hold lapses where few are left, until a time sells no more, until midnight", async () => {
    const house = await aMarket(database.store);
    const { market, clock } = house;
    const start = clock.now();
    const priced = await goodsOnSale(database.store, start);
    const scarce = await goodsOnSale(database.store, start, { capacity: 2 });
    const visit = await visitOnSale(database.store, start, { startsAt: plus(start, minutes(180)) });
    await database.store.write((tx) => setPrice(tx, priced.variantIds[0] ?? "", { priceDong: 99_000, from: plus(start, minutes(7)) }, { actor: stagehand, now: start }));
    await market.placeOrder(await aCart(market, [{ variantId: scarce.variantIds[0] ?? "", quantity: 2 }]), aBuyer(), aKey());
    await database.newsSettled();
    const { read, listing, counts } = visitors(house);
    const slots = () => read("/slots", async (asked) => (await asked.listing(visit.slug), asked.slots(visit.slug, dayOf(start), dayOf(start))));
    const [price, units, times] = [await listing(priced), await listing(scarce), await slots()];
    expect(JSON.parse(units)).toMatchObject({ listing: { variants: [{ unitsLeft: 0 }] } });
    const standsUntil = async (page: () => Promise<string>, was: string, at: Date) => {
      clock.set(plus(at, -1));
      const { made } = counts;
      expect(await page()).toBe(was);
      expect(counts.made).toBe(made);
      clock.set(at);
      expect(await page()).not.toBe(was);
    };
    await standsUntil(() => listing(priced), price, plus(start, minutes(7)));
    await standsUntil(() => listing(scarce), units, plus(start, minutes(15)));
    await standsUntil(slots, times, plus(start, minutes(120)));
    const after = await listing(priced);
    clock.set(new Date("2026-11-23T17:00:00Z"));
    const { made } = counts;
    expect(await listing(priced)).toBe(after);
    expect(counts.made).toBe(made + 1);
  });

  test("show a hold that was called off, and what comes on sale or leaves it", async () => {
    const house = await aMarket(database.store);
    const { market, clock } = house;
    const goods = await goodsOnSale(database.store, clock.now(), { capacity: 3 });
    await database.newsSettled();
    const { listing, list, read } = visitors(house);
    const home = () => read("/", async (asked) => asked.home());
    const order = await market.placeOrder(await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const held = await listing(goods);
    await market.cancelOrder(order);
    expect(JSON.parse(await listing(goods))).toMatchObject({ listing: { variants: [{ unitsLeft: 3 }] } });
    expect(await listing(goods)).not.toBe(held);
    const before = [await list(), await home()];
    const shop = await aShop(database.store, clock.now());
    await goodsOnSale(database.store, clock.now(), { shopId: shop.id });
    expect(await list()).not.toBe(before[0]);
    expect(await home()).not.toBe(before[1]);
  });

  test("are not kept where something changed while they were made, nor where they belong to somebody", async () => {
    const house = await aMarket(database.store);
    const { market, clock } = house;
    const goods = await goodsOnSale(database.store, clock.now());
    const another = await database.open();
    await database.newsSettled();
    const { listing, read, counts } = visitors(house);
    const old = await read(`/${goods.slug}`, async (asked) => asked.listing(goods.slug), () => another.write((tx) => setPrice(tx, goods.variantIds[0] ?? "", { priceDong: 66_000 }, { actor: stagehand, now: clock.now() })));
    aTenthLater();
    expect(await listing(goods)).not.toBe(old);
    const cart = await market.createCart();
    const { made } = counts;
    const basket = () => read("/basket", async (asked) => asked.cart(cart));
    await basket();
    await basket();
    expect(counts.made).toBe(made + 2);
  });

  test("say what sending costs as it is now", async () => {
    const house = await aMarket(database.store);
    const { clock } = house;
    const goods = await goodsOnSale(database.store, clock.now());
    await database.newsSettled();
    const { read } = visitors(house);
    const arrival = () => read("/arrival", async (asked) => asked.expectedArrival(goods.listingId, { province: "Thành phố Hải Phòng" }));
    const before = await arrival();
    await database.store.write((tx) => setDeliveryFee(tx, { feeDong: 12_000, validFrom: clock.now(), source: "test" }, { actor: operatorActor("test", ["setting.edit"]), now: clock.now() }));
    expect(before).toContain("30000");
    expect(await arrival()).toContain("12000");
  });
});
