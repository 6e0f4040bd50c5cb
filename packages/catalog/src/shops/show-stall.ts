import { and, asc, eq, gte, inArray, isNotNull, lt } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { addDays, startOf, type Day, type ListingKind, type ListingState, type Localized, type PoolUnit, type SlotState } from "@xudong/domain";
import { slotPoolRows } from "../listing-rows.ts";
import { poolLevels } from "../pool-levels.ts";

/** What is counted of something a shop sells: goods of one stock, with the ways of buying that draw on it. */
export type StallStock = { poolId: string; unit: PoolUnit; unitsLeft: number; sizes: readonly Localized[] };

/** Something a shop sells, as those who sell it see it. */
export type StallListing = { id: string; kind: ListingKind; state: ListingState; title: Localized; stocks: readonly StallStock[] };

/** A time of one of its experiences; `unitsLeft` is that of the scarcest pool. */
export type StallSlot = { id: string; listingId: string; title: Localized; startsAt: Date; endsAt: Date; state: SlotState; unitsLeft: number };

/** What a shop sells or has stopped selling for a while, the oldest first. Whoever asks has been let in. */
export async function showStall(db: Db, shopId: string, now: Date): Promise<StallListing[]> {
  const { listings, variants, draws } = db.t;
  const rows = await db.select({ id: listings.id, kind: listings.kind, state: listings.state }).from(listings).where(and(eq(listings.shopId, shopId), inArray(listings.state, ["published", "paused"]))).orderBy(asc(listings.id));
  const ids = rows.map(({ id }) => id);
  const drawn = ids.length === 0 ? [] : await db
    .select({ listingId: variants.listingId, poolId: draws.poolId, title: variants.title })
    .from(draws)
    .innerJoin(variants, eq(variants.id, draws.variantId))
    .where(and(inArray(variants.listingId, ids), eq(variants.isRetired, false), isNotNull(draws.poolId)))
    .orderBy(asc(variants.position));
  const [titles, levels] = [await titlesOf(db, ids), await poolLevels(db, drawn.flatMap(({ poolId }) => poolId ?? []), now)];
  return rows.map((row) => {
    const pools = Map.groupBy(drawn.filter(({ listingId }) => listingId === row.id), ({ poolId }) => poolId ?? "");
    const stocks = [...pools].flatMap(([poolId, sizes]) => {
      const level = levels.get(poolId);
      return level === undefined ? [] : [{ poolId, unit: level.unit, unitsLeft: level.unitsLeft, sizes: sizes.map(({ title }) => title) }];
    });
    return { ...row, title: titles.get(row.id) ?? { vi: "" }, stocks };
  });
}

/** The times of a shop's experiences that begin on the days from…to inclusive, in the order of the clock. Whoever asks has been let in. */
export async function slotsOfShop(db: Db, shopId: string, { from, to }: { from: Day; to: Day }, now: Date): Promise<StallSlot[]> {
  const { slots, listings } = db.t;
  const rows = await db
    .select({ id: slots.id, listingId: slots.listingId, startsAt: slots.startsAt, endsAt: slots.endsAt, state: slots.state })
    .from(slots)
    .innerJoin(listings, eq(listings.id, slots.listingId))
    .where(and(eq(listings.shopId, shopId), gte(slots.startsAt, startOf(from)), lt(slots.startsAt, startOf(addDays(to, 1)))))
    .orderBy(asc(slots.startsAt), asc(slots.id));
  const links = await slotPoolRows(db, rows.map(({ id }) => id));
  const [titles, levels] = [await titlesOf(db, rows.map(({ listingId }) => listingId)), await poolLevels(db, links.map(({ poolId }) => poolId), now)];
  return rows.map((row) => {
    const left = links.filter(({ slotId }) => slotId === row.id).map(({ poolId }) => levels.get(poolId)?.unitsLeft ?? 0);
    return { ...row, title: titles.get(row.listingId) ?? { vi: "" }, unitsLeft: left.length === 0 ? 0 : Math.min(...left) };
  });
}

/** What listings are called, by the words that people read. */
async function titlesOf(db: Db, listingIds: readonly string[]): Promise<ReadonlyMap<string, Localized>> {
  const ids = [...new Set(listingIds)];
  if (ids.length === 0) return new Map();
  const { listings, listingRevisions } = db.t;
  const shown = await db.select({ id: listings.id, words: listingRevisions.words }).from(listings).innerJoin(listingRevisions, eq(listingRevisions.id, listings.revisionId)).where(inArray(listings.id, ids));
  return new Map(shown.map(({ id, words }) => [id, words.title]));
}
