import { and, eq, gt, gte, lt } from "drizzle-orm";
import { inChunks, type Db } from "@xudong/database";
import { addDays, startOf, type Day } from "@xudong/domain";
import { drawsIn, slotPoolRows, variantRows, type VariantRow } from "../listing-rows.ts";
import { poolLevels } from "../pool-levels.ts";

/** The ids of experiences that have, at one time of a day, room for so many people: the truth of the pools at this instant. */
export async function listingsWithRoom(db: Db, { day, persons }: { day: Day; persons: number }, now: Date): Promise<string[]> {
  const { slots, listings } = db.t;
  const times = await db
    .select({ id: slots.id, listingId: slots.listingId })
    .from(slots)
    .innerJoin(listings, eq(listings.id, slots.listingId))
    .where(and(eq(listings.isShown, true), eq(slots.state, "open"), gt(slots.sellsUntil, now), gte(slots.startsAt, startOf(day)), lt(slots.startsAt, startOf(addDays(day, 1)))));
  const withRoom = new Set<string>();
  for (const some of inChunks(times)) {
    const links = await slotPoolRows(db, some.map(({ id }) => id));
    const [levels, variants] = await Promise.all([
      poolLevels(db, links.map(({ poolId }) => poolId), now),
      variantRows(db, { listingIds: [...new Set(some.map(({ listingId }) => listingId))] }, now),
    ]);
    const [linksOf, variantsOf] = [Map.groupBy(links, ({ slotId }) => slotId), Map.groupBy(variants, ({ listingId }) => listingId)];
    for (const { id, listingId } of some) {
      if ((variantsOf.get(listingId) ?? []).some((variant) => takes(variant, persons, linksOf.get(id) ?? [], levels))) withRoom.add(listingId);
    }
  }
  return [...withRoom];
}

/** Whether enough tickets of one type can be had. A ticket that draws four seats is for four people. */
function takes(variant: VariantRow, persons: number, links: readonly { role: string; poolId: string }[], levels: Awaited<ReturnType<typeof poolLevels>>): boolean {
  const draws = drawsIn(variant, links);
  if (draws === undefined || draws.length === 0) return false;
  const tickets = Math.ceil(persons / Math.max(...draws.map(({ units }) => units)));
  return draws.every(({ poolId, units }) => tickets * units <= (levels.get(poolId)?.unitsLeft ?? 0));
}
