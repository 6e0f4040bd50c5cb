import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approveListing, approveShop, draftListing, openSlots, registerShop, submitListing, type SlotDraft } from "@xudong/catalog";
import type { Store } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { days, instantAt, minutes, operatorActor, plus, slugOf } from "@xudong/domain";
import { listings } from "./listings.ts";
import { sampleRules } from "./rules.ts";
import { seedMarket } from "./run.ts";
import { shops } from "./shops.ts";

const now = new Date("2026-11-23T03:00:00Z");
/** A whole market takes seconds to fill, and longer where many tests share two cores. */
const patience = { timeout: 120_000 };
const firstShops = shops.slice(0, 4);
const firstKeys = ["oi-thanh-ha", "banh-dau-xanh", "bat-gom-chu-dau", "ve-gom-chu-dau", "thuyen-dao-co", "banh-gai", "goi-banh-gai", "vai-thieu-thanh-ha"];

/** Times as an older version opened them, without rules: two weekends. */
function firstSlots(key: string): SlotDraft[] {
  const rule = sampleRules[key]?.[0];
  const departures = rule?.times.departures;
  if (rule === undefined || departures === undefined || !("at" in departures)) throw new Error(`no hours for ${key}`);
  const [at = ""] = departures.at;
  return ["2026-11-28", "2026-11-29", "2026-12-05", "2026-12-06"].map((day) => {
    const startsAt = instantAt(day, at);
    return { startsAt, endsAt: plus(startsAt, minutes(rule.lastsMinutes)), sellsUntil: plus(startsAt, -minutes(rule.cutOffMinutes)), capacities: rule.capacities };
  });
}

/** How many rows every table has, and a digest of all that stands in them, whatever their order. */
async function contents(store: Store): Promise<Record<string, { rows: number; digest: string }>> {
  const found: Record<string, { rows: number; digest: string }> = {};
  for (const [name, table] of Object.entries(store.read.t)) {
    const rows = (await store.read.select().from(table)).map((row) => JSON.stringify(row)).sort();
    found[name] = { rows: rows.length, digest: createHash("sha256").update(rows.join("\n")).digest("hex") };
  }
  return found;
}

eachDatabase("Seeding", (database) => {
  test("fills a market, and doing it again changes nothing in any table", patience, async () => {
    const added = await seedMarket(database.store, { now });
    expect(added).toMatchObject({ shops: shops.length, listings: listings.length });
    const before = await contents(database.store);
    expect(before["shops"]?.rows).toBe(shops.length);
    expect(before["listings"]?.rows).toBe(listings.length);

    expect(await seedMarket(database.store, { now: plus(now, 60_000) })).toEqual({ shops: 0, listings: 0, slots: 0, pieces: 0 });
    expect(await contents(database.store)).toEqual(before);
  });

  test("a month later adds days, and no shop or listing", patience, async () => {
    const added = await seedMarket(database.store, { now: plus(now, days(30)) });
    expect(added).toMatchObject({ shops: 0, listings: 0 });
    expect(added.slots).toBeGreaterThan(0);
  });
});

eachDatabase("A market of an older version", (database) => {
  test("gets the samples it lacks, keeps those it has, and nothing twice", patience, async () => {
    const actor = operatorActor("seed", ["shop.review", "listing.edit", "listing.review"]);
    const { store } = database;
    const ids = await store.write(async (tx) => {
      const occasion = { actor, now };
      const shopIds = new Map<string, string>();
      for (const { key, draft: { unitCode: _later, identity: _too, ...draft } } of firstShops) {
        const { id } = await registerShop(tx, draft, occasion);
        await approveShop(tx, id, occasion);
        shopIds.set(key, id);
      }
      const made: string[] = [];
      for (const key of firstKeys) {
        const sample = listings.find((listing) => listing.key === key);
        if (sample === undefined) throw new Error(`no sample listing ${key}`);
        const { category: _later, unitCode: _too, ...draft } = sample.draft;
        const { id } = await draftListing(tx, shopIds.get(sample.shop) ?? "", draft, occasion);
        await submitListing(tx, id, occasion);
        await approveListing(tx, id, occasion);
        if (sample.draft.kind === "experience") await openSlots(tx, id, firstSlots(key), occasion);
        made.push(id);
      }
      return [...shopIds.values(), ...made];
    });

    const { slots } = store.read.t;
    const opened = (await store.read.select({ id: slots.id }).from(slots)).map(({ id }) => id);
    expect(opened.length).toBe(12);

    expect(await seedMarket(store, { now })).toMatchObject({ shops: shops.length - firstShops.length, listings: listings.length - firstKeys.length });
    const { slugs } = store.read.t;
    const rows = await store.read.select({ kind: slugs.kind, slug: slugs.slug, targetId: slugs.targetId }).from(slugs).where(eq(slugs.locale, "vi"));
    const targets = new Set(rows.map(({ targetId }) => targetId));
    for (const id of ids) expect(targets).toContain(id);
    const slugsSaid = rows.filter(({ kind }) => ["shop", "goods", "experience"].includes(kind)).map(({ slug }) => slug);
    const after = new Map((await store.read.select({ id: slots.id, listingId: slots.listingId, startsAt: slots.startsAt, state: slots.state }).from(slots)).map((slot) => [slot.id, slot]));
    for (const id of opened) expect(after.get(id)?.state).toBe("open");
    expect(new Set([...after.values()].map(({ listingId, startsAt }) => `${listingId} ${startsAt.getTime()}`)).size).toBe(after.size);
    expect(slugsSaid.sort()).toEqual([...shops.map(({ draft }) => slugOf(draft.name.vi)), ...listings.map(({ draft }) => slugOf(draft.title.vi))].sort());
  });
});

eachDatabase("Two processes that seed at once", (database) => {
  test("fill the market once", patience, async () => {
    const other = await database.open();
    const added = await Promise.all([seedMarket(database.store, { now }), seedMarket(other, { now: plus(now, 5) })]);
    expect(added[0].shops + added[1].shops).toBe(shops.length);
    expect(added[0].listings + added[1].listings).toBe(listings.length);
    expect(await database.store.read.$count(database.store.read.t.listings)).toBe(listings.length);
    expect(await database.store.read.$count(database.store.read.t.leases)).toBe(0);
  });
});
