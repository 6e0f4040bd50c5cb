import { and, asc, eq, gt, gte, inArray, lt } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { variantRows } from "./listing-rows.ts";
import { poolLevels } from "./pool-levels.ts";

/** More times than these are not looked at: a window of days holds a season's at most. */
const slotsMax = 4_000;

/**
 * Ids of experiences that can be had by so many guests at one time within a window. Each guest takes what the ticket draws;
 * a ticket that takes a whole pool (a boat, a guide) is for all of them.
 */
export async function visitsWithRoom(db: Db, { from, before, guests }: { from: Date; before: Date; guests: number }, now: Date): Promise<string[]> {
  const { slots, slotPools, listings } = db.t;
  const rows = await db
    .select({ slotId: slots.id, listingId: slots.listingId })
    .from(slots)
    .innerJoin(listings, eq(listings.id, slots.listingId))
    .where(and(gte(slots.startsAt, from < now ? now : from), lt(slots.startsAt, before), eq(slots.state, "open"), gt(slots.sellsUntil, now), eq(listings.isShown, true)))
    .orderBy(asc(slots.startsAt), asc(slots.listingId))
    .limit(slotsMax);
  if (rows.length === 0) return [];
  const listingIds = [...new Set(rows.map(({ listingId }) => listingId))];
  const pools = await db.select().from(slotPools).where(inArray(slotPools.slotId, rows.map(({ slotId }) => slotId)));
  const levels = await poolLevels(db, pools.map(({ poolId }) => poolId), now);
  const poolsOf = Map.groupBy(pools, ({ slotId }) => slotId);
  const variantsOf = Map.groupBy(await variantRows(db, { listingIds }, now), ({ listingId }) => listingId);
  const hasRoom = ({ slotId, listingId }: (typeof rows)[number]) =>
    (variantsOf.get(listingId) ?? []).some(({ roleDraws }) =>
      roleDraws.every(({ role, units }) => {
        const level = levels.get((poolsOf.get(slotId) ?? []).find((pool) => pool.role === role)?.poolId ?? "");
        return level !== undefined && level.unitsLeft >= (units >= level.capacity ? units : units * guests);
      }),
    );
  return [...new Set(rows.filter(hasRoom).map(({ listingId }) => listingId))];
}
