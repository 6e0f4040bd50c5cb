import fc from "fast-check";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import type { Tx } from "@xudong/database";
import { addDays, dayOf, isInSeason, newId, seasonOf, startOf, type LunarWindow, type Occasion } from "@xudong/domain";
import { aListingDraft, aShop, stagehand, visitOnSale } from "../testing/fixtures.ts";
import {
  approveListing, approveListings, archiveListing, draftListings, listComingBack, listFaults, listListings, listShops, listVisitsWithin, mendLists, pauseListing, reinstateShop, registerShops, resumeListing,
  reviseListing, setCategories, submitListings, suspendShop, approveShop, type ListingDraft, type ListingFilter,
} from "./index.ts";

const now = new Date("2026-11-23T03:00:00Z");
const occasion: Occasion = { actor: stagehand, now };
const because = [{ text: "Thử" }];
const categories = [
  { key: "banh", kind: "goods" as const, name: { vi: "Bánh" } },
  { key: "qua", kind: "goods" as const, name: { vi: "Quả" }, children: [{ key: "oi", name: { vi: "Ổi" } }, { key: "vai", name: { vi: "Vải" } }] },
];

eachDatabase("Lists", (database) => {
  const write = <T>(fn: (tx: Tx) => Promise<T>) => database.store.write(fn);
  const publish = async (shopId: string, drafts: readonly ListingDraft[]) => {
    const ids = await write((tx) => draftListings(tx, drafts.map((draft) => ({ shopId, draft })), occasion));
    await write((tx) => submitListings(tx, ids, occasion));
    await write((tx) => approveListings(tx, ids, occasion));
    return ids;
  };

  test("[C3] counts and marks are the truth after 200 random moves of listings and shops", async () => {
    await write((tx) => setCategories(tx, categories, occasion));
    const shops = [await aShop(database.store, now), await aShop(database.store, now), await aShop(database.store, now)];
    let random = 20261123;
    const pick = <T>(from: readonly T[]): T => from[(random = (random * 1103515245 + 12345) % 2147483648) % from.length] as T;
    const months = [[1, 2, 3], [6], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [11, 12]];
    const moon: LunarWindow[] = [{ fromMonth: 10, fromDay: 5, toMonth: 10, toDay: 20 }];
    const aDraft = () => aListingDraft({ category: pick(["banh", "oi", "vai", "qua"]), seasonMonths: pick(months), ...(pick([true, false, false]) ? { seasonLunar: moon } : {}) });
    const ids = await publish(shops[0]?.id ?? "", Array.from({ length: 12 }, aDraft));
    ids.push(...(await publish(shops[1]?.id ?? "", Array.from({ length: 6 }, aDraft))));
    const drafts = new Map<string, ListingDraft>();
    const moves: ((tx: Tx) => Promise<unknown>)[] = [];
    const move: Record<string, (tx: Tx, id: string) => Promise<unknown>> = {
      pause: (tx, id) => pauseListing(tx, id, occasion),
      resume: (tx, id) => resumeListing(tx, id, occasion),
      archive: (tx, id) => archiveListing(tx, id, occasion),
      revise: async (tx, id) => {
        const { kind: _kind, stocks: _stocks, variants: _variants, ...text } = aDraft();
        await reviseListing(tx, id, { ...text, title: drafts.get(id)?.title ?? text.title }, occasion);
        await submitListings(tx, [id], occasion);
        await approveListing(tx, id, occasion);
      },
    };
    for (let step = 0; step < 200; step++) {
      const what = pick(["pause", "resume", "revise", "pause", "resume", "revise", "archive", "suspend", "reinstate", "publish"]);
      const shop = pick(shops).id;
      const id = pick(ids);
      if (what === "suspend") moves.push((tx) => suspendShop(tx, shop, because, occasion));
      else if (what === "reinstate") moves.push((tx) => reinstateShop(tx, shop, occasion));
      else if (what === "publish") {
        moves.push(async (tx) => {
          const fresh = await draftListings(tx, [{ shopId: shop, draft: aDraft() }], occasion);
          await submitListings(tx, fresh, occasion);
          await approveListings(tx, fresh, occasion);
        });
      } else moves.push((tx) => move[what]?.(tx, id) ?? Promise.resolve());
    }
    // Several at a time: what is refused where two meet is refused, and counts nothing.
    for (let at = 0; at < moves.length; at += 4) await Promise.all(moves.slice(at, at + 4).map((each) => write(each).catch((error: { code?: string }) => expect(error.code).toMatch(/^(listing|shop)\./))));
    expect(await listFaults(database.store.read)).toEqual({ listingIds: [], scopes: [] });
    const list = await listListings(database.store.read, { pageSize: 100 }, now);
    expect(list.items).toHaveLength(list.total);
    for (const filter of [{ kind: "goods" }, { category: "qua" }, { category: "oi" }, { kind: "goods", category: "banh" }, { kind: "experience", category: "banh" }, { season: { from: "2026-11-23", to: "2026-11-23" } }, { kind: "goods", season: { from: "2026-06-01", to: "2026-06-30" } }, { season: { from: "2026-11-20", to: "2026-12-20" } }] as ListingFilter[]) {
      const some = await listListings(database.store.read, { ...filter, pageSize: 100 }, now);
      expect([filter, some.items.length]).toEqual([filter, some.total]);
    }
  });

  test("followed by key, pages skip nothing and repeat nothing while things are published and taken down", async () => {
    const { id: shopId } = await aShop(database.store, now);
    const standing = new Set(await publish(shopId, Array.from({ length: 23 }, () => aListingDraft())));
    const [slug] = (await listShops(database.store.read, { pageSize: 100 })).items.flatMap((shop) => (shop.id === shopId ? [shop.slug.vi] : []));
    const waiting = await write((tx) => draftListings(tx, Array.from({ length: 10 }, () => ({ shopId, draft: aListingDraft() })), occasion));
    await write((tx) => submitListings(tx, waiting, occasion));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listListings(database.store.read, { shop: slug, pageSize: 4, after }, now);
      expect(page.items.length).toBeLessThanOrEqual(4);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
      const [next] = waiting.splice(0, 1);
      if (next !== undefined) await write((tx) => approveListing(tx, next, occasion));
      const last = seen.at(-3);
      if (last !== undefined && standing.delete(last)) await write((tx) => pauseListing(tx, last, occasion));
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of standing) expect(seen).toContain(id);
  });

  test("page numbers give the same things, and a page past the end is empty", async () => {
    const all = (await listListings(database.store.read, { pageSize: 100 }, now)).items.map(({ id }) => id);
    const byNumber: string[] = [];
    for (let page = 1; page <= Math.ceil(all.length / 7); page++) {
      const list = await listListings(database.store.read, { page, pageSize: 7 }, now);
      expect([list.page, list.total]).toEqual([page, all.length]);
      byNumber.push(...list.items.map(({ id }) => id));
    }
    expect(byNumber).toEqual(all);
    expect(all).toEqual(all.toSorted());
    expect(await listListings(database.store.read, { page: 9999, pageSize: 7 }, now)).toMatchObject({ items: [], next: undefined });
    expect(await listListings(database.store.read, { after: all.at(-1), pageSize: 7 }, now)).toMatchObject({ items: [], page: undefined, next: undefined });
    await expect(listListings(database.store.read, { after: "'; drop table listings", pageSize: 7 }, now)).rejects.toMatchObject({ code: "request.invalid", details: { field: "after" } });
    await expect(listListings(database.store.read, { shop: "khong-co", pageSize: 7 }, now)).rejects.toMatchObject({ code: "shop.not_found" });
    await expect(listListings(database.store.read, { season: { from: "2026-01-01", to: "2026-12-31" }, pageSize: 7 }, now)).rejects.toMatchObject({ code: "request.invalid" });
  });

  test("[O3] a list of what is in season has exactly what is in season that day, by the sun and by the moon", async () => {
    const { id: shopId } = await aShop(database.store, now);
    const seasons: Partial<ListingDraft>[] = [
      { seasonMonths: [11] }, { seasonMonths: [12, 1] }, { seasonMonths: [], seasonLunar: [{ fromMonth: 10, fromDay: 10, toMonth: 10, toDay: 20 }] },
      { seasonMonths: [6], seasonLunar: [{ fromMonth: 12, fromDay: 20, toMonth: 1, toDay: 10 }] }, { seasonMonths: [5, 6, 7] }, {},
    ];
    await publish(shopId, seasons.map((over) => aListingDraft(over)));
    const all = (await listListings(database.store.read, { pageSize: 100 }, now)).items;
    const days = fc.sample(fc.integer({ min: 0, max: 400 }), 25).map((ahead) => addDays("2026-11-24", ahead));
    for (const day of days) {
      const expected = all.filter((card) => isInSeason(seasonOf({ seasonMonths: card.seasonMonths, seasonLunar: card.seasonLunar }), day)).map(({ id }) => id);
      const list = await listListings(database.store.read, { season: { from: day, to: day }, pageSize: 100 }, startOf(day));
      expect([day, list.items.map(({ id }) => id), list.total]).toEqual([day, expected, expected.length]);
    }
    const coming = await listComingBack(database.store.read, { kind: "goods", limit: 50 }, now);
    expect(coming.every((card) => !card.isInSeason)).toBe(true);
    const away = all.filter((card) => !isInSeason(seasonOf({ seasonMonths: card.seasonMonths, seasonLunar: card.seasonLunar }), dayOf(now)));
    expect(coming.map(({ id }) => id).sort()).toEqual(away.map(({ id }) => id).sort());
  });

  test("visits of a window come in the order of their first time with a place", async () => {
    const late = await visitOnSale(database.store, now, { startsAt: new Date("2026-11-29T02:00:00Z") });
    const early = await visitOnSale(database.store, now, { startsAt: new Date("2026-11-28T02:00:00Z") });
    await visitOnSale(database.store, now, { startsAt: new Date("2026-11-28T01:00:00Z"), capacity: 0 });
    await visitOnSale(database.store, now, { startsAt: new Date("2026-11-30T02:00:00Z") });
    const window = { from: startOf("2026-11-28"), before: startOf("2026-11-30") };
    expect((await listVisitsWithin(database.store.read, window, 10, now)).map(({ id }) => id)).toEqual([early.listingId, late.listingId]);
    expect((await listVisitsWithin(database.store.read, window, 1, now)).map(({ id }) => id)).toEqual([early.listingId]);
  });

  test("what an older version left is mended once, and then nothing is left to mend", async () => {
    const { listings, listingCounts, listingSeasons } = database.store.read.t;
    const truth = await database.store.read.select().from(listingCounts).orderBy(asc(listingCounts.scope));
    await write(async (tx) => {
      await tx.update(listings).set({ isShown: false });
      await tx.delete(listingSeasons);
      await tx.delete(listingCounts);
      await tx.insert(listingCounts).values({ scope: "kind:goods", shown: 99 });
    });
    const [some] = await database.store.read.select({ id: listings.id }).from(listings).where(eq(listings.state, "paused")).limit(1);
    if (some !== undefined) await write((tx) => tx.update(listings).set({ isShown: true }).where(eq(listings.id, some.id)));
    expect((await listFaults(database.store.read)).listingIds.length).toBeGreaterThan(10);
    await write((tx) => mendLists(tx));
    expect(await listFaults(database.store.read)).toEqual({ listingIds: [], scopes: [] });
    const nonzero = (rows: { scope: string; shown: number }[]) => rows.filter(({ scope, shown }) => shown !== 0 && scope !== "all");
    expect(nonzero(await database.store.read.select().from(listingCounts).orderBy(asc(listingCounts.scope)))).toEqual(nonzero(truth));
    expect(await write((tx) => mendLists(tx))).toBe(0);
  });

  test("shops are listed by key, too, and counted", async () => {
    const ids = await write((tx) => registerShops(tx, Array.from({ length: 9 }, (_, at) => ({ name: { vi: `Trang hàng ${at}` }, kind: "household" as const, place: { vi: "Xã Thử" }, about: { vi: "Thử." }, isSample: true })), occasion));
    for (const id of ids) await write((tx) => approveShop(tx, id, occasion));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listShops(database.store.read, { pageSize: 3, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
      expect(page.total).toBe((await listShops(database.store.read, { pageSize: 100 })).total);
    } while (after !== undefined);
    expect(seen).toEqual(seen.toSorted());
    for (const id of ids) expect(seen).toContain(id);
    await expect(listShops(database.store.read, { pageSize: 3, after: newId(now).toLowerCase() })).rejects.toMatchObject({ code: "request.invalid" });
  });
});

