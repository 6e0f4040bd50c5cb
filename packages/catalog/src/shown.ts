import { and, asc, eq, exists, inArray, sql, type SQL } from "drizzle-orm";
import { countInt, inChunks, keep, rowsAtOnce, type Db, type Tx } from "@xudong/database";
import { seasonOf, type ListingKind, type LunarWindow } from "@xudong/domain";
import { seasonRows } from "./season-rows.ts";

/**
 * What lists read is kept beside what they list: `listings.isShown`, the months in which shown listings can be had, and
 * how many things each list has. Every verb that moves a listing or a shop calls `refreshShown` in its own transaction,
 * after it has moved it, with the shop's row locked first: otherwise a shop that is suspended and a listing of it that is
 * approved at the same instant would not see each other.
 */

/** The scope of a kept count. */
export const scopes = {
  all: "all",
  shops: "shops",
  kind: (kind: ListingKind) => `kind:${kind}`,
  category: (categoryId: string) => `category:${categoryId}`,
  shop: (shopId: string) => `shop:${shopId}`,
  unit: (unitCode: string) => `unit:${unitCode}`,
  season: (kind: ListingKind, season: string) => `season:${kind}:${season}`,
} as const;

/** Locks the rows of shops until the transaction ends, by touching them in the order of their keys. */
export async function lockShops(tx: Tx, shopIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(shopIds)].sort()) await touchShop(tx, id);
}

const touchShop = keep((tx: Tx, id: string) => tx.update(tx.t.shops).set({ state: sql`${tx.t.shops.state}` }).where(eq(tx.t.shops.id, id)));

type Which = { listingIds: readonly string[] } | { shopIds: readonly string[] };

/** Shows what is published by an approved shop, hides what is not any more, and moves the counts by the difference. */
export async function refreshShown(tx: Tx, which: Which): Promise<void> {
  const { listings, shops } = tx.t;
  const mayShow = and(eq(listings.state, "published"), exists(tx.select({ id: shops.id }).from(shops).where(and(eq(shops.id, listings.shopId), eq(shops.state, "approved")))));
  for (const where of conditions(tx, which)) {
    await move(tx, false, and(where, eq(listings.isShown, true), sql`not (${mayShow})`));
    await move(tx, true, and(where, eq(listings.isShown, false), mayShow));
  }
}

/** Hides listings whatever they are, so that what they are counted under can change. `refreshShown` shows them again. */
export async function hideAll(tx: Tx, listingIds: readonly string[]): Promise<void> {
  for (const where of conditions(tx, { listingIds })) await move(tx, false, and(where, eq(tx.t.listings.isShown, true)));
}

function conditions(tx: Tx, which: Which): SQL[] {
  const { listings } = tx.t;
  if ("shopIds" in which) return inChunks(which.shopIds).map((ids) => inArray(listings.shopId, ids));
  return inChunks(which.listingIds).map((ids) => inArray(listings.id, ids));
}

type Counted = { id: string; shopId: string; kind: ListingKind; categoryId: string | null; unitCode: string | null; seasonMonths: readonly number[]; seasonLunar: readonly LunarWindow[] | null };

async function move(tx: Tx, isShown: boolean, where: SQL | undefined): Promise<void> {
  const { listings, listingSeasons } = tx.t;
  const moved: Counted[] = await tx.update(listings).set({ isShown }).where(where).returning({
    id: listings.id,
    shopId: listings.shopId,
    kind: listings.kind,
    categoryId: listings.categoryId,
    unitCode: listings.unitCode,
    seasonMonths: listings.seasonMonths,
    seasonLunar: listings.seasonLunar,
  });
  if (moved.length === 0) return;
  for (const some of inChunks(moved)) {
    if (isShown) await addSeasons(tx, some);
    else await tx.delete(listingSeasons).where(inArray(listingSeasons.listingId, some.map(({ id }) => id)));
  }
  const parents = await parentsOf(tx, moved);
  const changes = new Map<string, number>();
  for (const scope of moved.flatMap((listing) => scopesOf(listing, parents))) changes.set(scope, (changes.get(scope) ?? 0) + (isShown ? 1 : -1));
  await moveCounts(tx, changes);
}

async function addSeasons(tx: Tx, shown: readonly Counted[]): Promise<void> {
  const rows = shown.flatMap((listing) => seasonRows(seasonOf(listing)).map((row) => ({ listingId: listing.id, kind: listing.kind, ...row })));
  for (const some of inChunks(rows, rowsAtOnce)) await addSeasonRows(tx, some);
}

const addSeasonRows = keep((tx: Tx, rows: Tx["t"]["listingSeasons"]["$inferInsert"][]) => tx.insert(tx.t.listingSeasons).values(rows));

function scopesOf(listing: Counted, parents: ReadonlyMap<string, string>): string[] {
  const { shopId, kind, categoryId, unitCode } = listing;
  const parentId = categoryId === null ? undefined : parents.get(categoryId);
  return [
    scopes.all,
    scopes.kind(kind),
    scopes.shop(shopId),
    ...(categoryId === null ? [] : [scopes.category(categoryId)]),
    ...(parentId === undefined ? [] : [scopes.category(parentId)]),
    ...(unitCode === null ? [] : [scopes.unit(unitCode)]),
    // What follows the moon as well is counted when it is asked for: whether both agree changes from day to day.
    ...seasonRows(seasonOf(listing)).flatMap(({ season }) => (/^(year|m)/.test(season) ? [scopes.season(kind, season)] : [])),
  ];
}

async function parentsOf(db: Db, listings: readonly Pick<Counted, "categoryId">[]): Promise<ReadonlyMap<string, string>> {
  if (listings.every(({ categoryId }) => categoryId === null)) return new Map();
  const { categories } = db.t;
  const rows = await db.select({ id: categories.id, parentId: categories.parentId }).from(categories);
  return new Map(rows.flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId] as const])));
}

/** Moves kept counts. `all` comes first in the order of keys, so that it is also the lock of a recount. */
export async function moveCounts(tx: Tx, changes: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...new Map([[scopes.all, 0], ...changes])].filter(([scope, change]) => change !== 0 || scope === scopes.all).map(([scope, shown]) => ({ scope, shown }));
  for (const some of inChunks(rows.sort((a, b) => (a.scope < b.scope ? -1 : 1)), rowsAtOnce)) await addToCounts(tx, some);
}

const addToCounts = keep((tx: Tx, rows: { scope: string; shown: number }[]) => {
  const { listingCounts } = tx.t;
  return tx.insert(listingCounts).values(rows).onConflictDoUpdate({ target: listingCounts.scope, set: { shown: sql`${listingCounts.shown} + excluded.shown` } });
});

/** What the kept counts should be, from the listings and shops themselves; scopes that count nothing are left out. */
export async function trueCounts(db: Db): Promise<ReadonlyMap<string, number>> {
  const { listings, shops } = db.t;
  const truth = new Map<string, number>();
  const [approved] = await db.select({ count: countInt() }).from(shops).where(eq(shops.state, "approved"));
  if ((approved?.count ?? 0) > 0) truth.set(scopes.shops, approved?.count ?? 0);
  for await (const some of pages(db, and(eq(listings.state, "published"), eq(shops.state, "approved")))) {
    const parents = await parentsOf(db, some);
    for (const scope of some.flatMap((listing) => scopesOf(listing, parents))) truth.set(scope, (truth.get(scope) ?? 0) + 1);
  }
  return truth;
}

async function* pages(db: Db, where: SQL | undefined): AsyncGenerator<Counted[]> {
  const { listings, shops } = db.t;
  for (let after = ""; ; ) {
    const some = await db
      .select({ id: listings.id, shopId: listings.shopId, kind: listings.kind, categoryId: listings.categoryId, unitCode: listings.unitCode, seasonMonths: listings.seasonMonths, seasonLunar: listings.seasonLunar })
      .from(listings)
      .innerJoin(shops, eq(shops.id, listings.shopId))
      .where(and(where, sql`${listings.id} > ${after}`))
      .orderBy(asc(listings.id))
      .limit(2000);
    if (some.length === 0) return;
    yield some;
    after = some.at(-1)?.id ?? "";
  }
}

/** What lists say and what is so, where the two differ: ids of listings that are shown or hidden wrongly, and scopes whose count is off. */
export async function listFaults(db: Db): Promise<{ listingIds: string[]; scopes: string[] }> {
  const { listings, shops, listingCounts, listingSeasons } = db.t;
  const should = sql`case when ${listings.state} = 'published' and ${shops.state} = 'approved' then 1 else 0 end`;
  const isShown = sql`case when ${listings.isShown} then 1 else 0 end`;
  const hasSeasons = sql`case when exists (select 1 from ${listingSeasons} where ${listingSeasons.listingId} = ${listings.id}) then 1 else 0 end`;
  const wrong = await db
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(sql`${isShown} <> ${should} or ${hasSeasons} <> ${should}`);
  const truth = await trueCounts(db);
  const kept = new Map((await db.select().from(listingCounts)).map(({ scope, shown }) => [scope, shown]));
  const off = [...new Set([...truth.keys(), ...kept.keys()])].filter((scope) => (truth.get(scope) ?? 0) !== (kept.get(scope) ?? 0));
  return { listingIds: wrong.map(({ id }) => id), scopes: off.sort() };
}

/**
 * Brings lists in line with what they list: for what an older version left, which knows nothing of them. Counts are told
 * anew while nobody else moves them.
 *
 * @returns how many listings and counts were mended
 */
export async function mendLists(tx: Tx): Promise<number> {
  const faults = await listFaults(tx);
  if (faults.listingIds.length + faults.scopes.length === 0) return 0;
  const { listings, listingCounts, listingSeasons } = tx.t;
  for (const ids of inChunks(faults.listingIds)) {
    const owners = await tx.select({ shopId: listings.shopId }).from(listings).where(inArray(listings.id, ids));
    await lockShops(tx, owners.map(({ shopId }) => shopId));
  }
  await hideAll(tx, faults.listingIds);
  for (const ids of inChunks(faults.listingIds)) await tx.delete(listingSeasons).where(inArray(listingSeasons.listingId, ids));
  await refreshShown(tx, { listingIds: faults.listingIds });
  await moveCounts(tx, new Map());
  const truth = await trueCounts(tx);
  const kept = await tx.select().from(listingCounts);
  const known = new Map(kept.map(({ scope, shown }) => [scope, shown]));
  await moveCounts(tx, new Map([...new Set([...truth.keys(), ...known.keys()])].map((scope) => [scope, (truth.get(scope) ?? 0) - (known.get(scope) ?? 0)])));
  return faults.listingIds.length + faults.scopes.length;
}

/** How many things a list has, by its kept count. */
export async function keptCount(db: Db, scope: string): Promise<number> {
  const [shown = 0] = await keptCounts(db, [scope]);
  return shown;
}

/** The same for several, in their order. */
export async function keptCounts(db: Db, wanted: readonly string[]): Promise<number[]> {
  const kept = await keptCountsByScope(db, wanted);
  return wanted.map((scope) => kept.get(scope) ?? 0);
}

/** The same by scope. */
export async function keptCountsByScope(db: Db, wanted: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return new Map(wanted.length === 0 ? [] : (await countsIn(db, [...wanted])).map(({ scope, shown }) => [scope, shown]));
}

const countsIn = keep((db: Db, wanted: string[]) => db.select().from(db.t.listingCounts).where(inArray(db.t.listingCounts.scope, wanted)));
