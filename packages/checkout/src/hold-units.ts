import { keep, speak, type Tx } from "@xudong/database";
import { DomainError, newId, type Draw } from "@xudong/domain";
import { freeLapsedClaims, isWorthTelling, lockPool, takeUnits } from "@xudong/catalog";

/**
 * Claims units of one or several pools for one buyer until `lapsesAt`, so that paying cannot fail for
 * want of room. All claims or none (H3); pools are touched in key order (H2).
 *
 * @param demand per pool and in key order, as `demandPerPool` gives it
 * @throws DomainError `hold.sold_out` with the units still free of the pool that was short
 */
export async function holdUnits(
  tx: Tx,
  hold: { orderId: string; demand: readonly Draw[]; placedAt: Date; lapsesAt: Date },
): Promise<{ holdId: string }> {
  const holdId = newId(hold.placedAt);
  await addHold(tx, { id: holdId, orderId: hold.orderId, state: "open", placedAt: hold.placedAt, lapsesAt: hold.lapsesAt, extendedAt: null });
  for (const draw of hold.demand) await takeFromPool(tx, draw, hold.placedAt);
  // Not before their pools are ours: each claim takes a share lock on its pool, and a hot one would collect them from all who wait.
  if (hold.demand.length > 0) {
    await addClaims(
      tx,
      hold.demand.map((draw) => ({ id: newId(hold.placedAt), holdId, poolId: draw.poolId, units: draw.units, state: "held" as const, lapsesAt: hold.lapsesAt })),
    );
  }
  return { holdId };
}

const addHold = keep((tx: Tx, hold: Tx["t"]["holds"]["$inferInsert"]) => tx.insert(tx.t.holds).values(hold));
const addClaims = keep((tx: Tx, claims: Tx["t"]["claims"]["$inferInsert"][]) => tx.insert(tx.t.claims).values(claims));

/**
 * Takes units of one pool: locks its row, frees what has lapsed there and only that, then takes what
 * fits, or refuses (H1, H2). Freeing writes claims, never holds or orders.
 */
export async function takeFromPool(tx: Tx, draw: Draw, now: Date): Promise<void> {
  const before = await lockPool(tx, draw.poolId);
  if (before === undefined) throw new DomainError("pool.not_found", { poolId: draw.poolId });
  const freed = await freeLapsedClaims(tx, draw.poolId, now);
  const after = await takeUnits(tx, draw.poolId, { units: draw.units, freed });
  if (after === undefined) {
    throw new DomainError("hold.sold_out", { poolId: draw.poolId, unitsLeft: Math.max(0, before.capacity - before.taken + freed), unitsWanted: draw.units });
  }
  if (isWorthTelling(after, draw.units - freed)) await speak(tx, { topic: "pool.changed", subject: draw.poolId });
}

/** Gives units of one pool back. */
export async function giveBackToPool(tx: Tx, draw: Draw): Promise<void> {
  const after = await takeUnits(tx, draw.poolId, { units: -draw.units, freed: 0 });
  if (after !== undefined && isWorthTelling(after, -draw.units)) await speak(tx, { topic: "pool.changed", subject: draw.poolId });
}
