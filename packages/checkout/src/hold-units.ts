import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { keep, speak, type Tx } from "@xudong/database";
import { DomainError, holdLapsesAt, newId, type ClaimState, type Draw } from "@xudong/domain";
import { freeLapsedClaims, isFew, isWorthTelling, lockPool, takeFromPlenty, takeUnits } from "@xudong/catalog";

/**
 * Claims units of one or several pools for one buyer until `lapsesAt`, so that paying cannot fail for
 * want of room. All claims or none (H3); pools are touched in key order (H2). A hold that leaves few units of one of its
 * pools is shorter, and what taking answered tells so (H5).
 *
 * @param demand per pool and in key order, as `demandPerPool` gives it
 * @throws DomainError `hold.sold_out` with the units still free of the pool that was short
 */
export async function holdUnits(tx: Tx, hold: { orderId: string; demand: readonly Draw[]; placedAt: Date }): Promise<{ holdId: string; lapsesAt: Date }> {
  const { orderId, demand, placedAt } = hold;
  const holdId = newId(placedAt);
  const usual = holdLapsesAt(placedAt);
  // Before the pools, where nobody waits for it; only a hold on scarce units, which is rare, is written twice.
  await addHold(tx, { id: holdId, orderId, state: "open", placedAt, lapsesAt: usual, extendedAt: null });
  let isScarce = false;
  for (const draw of demand) isScarce = (await takeFromPool(tx, draw, placedAt)).isFew || isScarce;
  const lapsesAt = isScarce ? holdLapsesAt(placedAt, true) : usual;
  if (isScarce) await moveLapse(tx, holdId, { lapsesAt });
  // Not before their pools are ours: each claim takes a share lock on its pool, and a hot one would collect them from all who wait.
  if (demand.length > 0) {
    await addClaims(
      tx,
      demand.map((draw) => ({ id: newId(placedAt), holdId, poolId: draw.poolId, units: draw.units, state: "held" as const, lapsesAt })),
    );
  }
  return { holdId, lapsesAt };
}

const addHold = keep((tx: Tx, hold: Tx["t"]["holds"]["$inferInsert"]) => tx.insert(tx.t.holds).values(hold));
const moveLapse = keep((tx: Tx, holdId: string, row: { lapsesAt: Date }) => tx.update(tx.t.holds).set(row).where(eq(tx.t.holds.id, holdId)));
const addClaims = keep((tx: Tx, claims: Tx["t"]["claims"]["$inferInsert"][]) => tx.insert(tx.t.claims).values(claims));

/**
 * Takes units of one pool. Where plenty is left, one statement takes them. Otherwise it locks the pool's row, frees what
 * has lapsed there and only that, then takes what fits, or refuses (H1, H2). Freeing writes claims, never holds or orders.
 *
 * @returns whether few are left afterwards
 */
export async function takeFromPool(tx: Tx, draw: Draw, now: Date): Promise<{ isFew: boolean }> {
  if (await takeFromPlenty(tx, draw.poolId, draw.units)) return { isFew: false };
  const before = await lockPool(tx, draw.poolId);
  if (before === undefined) throw new DomainError("pool.not_found", { poolId: draw.poolId });
  const freed = await freeLapsedClaims(tx, draw.poolId, now);
  const after = await takeUnits(tx, draw.poolId, { units: draw.units, freed });
  if (after === undefined) {
    throw new DomainError("hold.sold_out", { poolId: draw.poolId, unitsLeft: Math.max(0, before.capacity - before.taken + freed), unitsWanted: draw.units });
  }
  if (isWorthTelling(after, draw.units - freed)) await speak(tx, { topic: "pool.changed", subject: draw.poolId });
  return { isFew: isFew(after) };
}

/**
 * Gives back the units of a hold's claims that block any, pool by pool in key order, except of the pools that are named.
 *
 * @returns the claims it came to, whether or not they blocked anything
 */
export async function giveUnitsBack(tx: Tx, holdId: string, claim: { from: readonly ClaimState[]; to: ClaimState; exceptPools?: readonly string[] }): Promise<readonly string[]> {
  const { claims } = tx.t;
  const own = await tx
    .select({ id: claims.id, poolId: claims.poolId, units: claims.units })
    .from(claims)
    .where(and(eq(claims.holdId, holdId), notInArray(claims.poolId, [...(claim.exceptPools ?? [])])))
    .orderBy(asc(claims.poolId));
  for (const { id, poolId, units } of own) {
    // The pool's row first, then its claims: whoever frees lapsed claims there waits here or has finished (H2).
    await lockPool(tx, poolId);
    const moved = await tx
      .update(claims)
      .set({ state: claim.to })
      .where(and(eq(claims.id, id), inArray(claims.state, [...claim.from])))
      .returning({ id: claims.id });
    if (moved.length > 0) await giveBackToPool(tx, { poolId, units });
  }
  return own.map(({ id }) => id);
}

async function giveBackToPool(tx: Tx, draw: Draw): Promise<void> {
  const after = await takeUnits(tx, draw.poolId, { units: -draw.units, freed: 0 });
  if (after !== undefined && isWorthTelling(after, -draw.units)) await speak(tx, { topic: "pool.changed", subject: draw.poolId });
}
