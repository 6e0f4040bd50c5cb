import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { speak, sumInt, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, newId, type Occasion } from "@xudong/domain";
import { freeLapsedClaims, isWorthTelling, lockPool } from "./pool-levels.ts";

/** Who stands in the way of a smaller capacity: an order, and how many units of the pool it holds or has bought. */
export type Booking = { orderCode: string; units: number };

const bookingsNamed = 20;

/** Numbers the database and JavaScript both count exactly, with room to add two of them. */
const unitsMax = 1_000_000_000;

/**
 * Sets how many units there are in all: the seats of a boat, the places of a slot. What is sold or held stays sold or
 * held, so the number cannot fall below it; holds that have run out do not count.
 *
 * @param change why it changes, as the stock's history will say it
 * @throws DomainError `pool.not_found`, `actor.not_allowed`, `request.invalid`, `pool.below_taken` with the least number
 *   possible (`min`) and the `bookings` in the way, of which at most 20 are named
 */
export async function setCapacity(tx: Tx, poolId: string, change: { capacity: number; reason: string }, occasion: Occasion): Promise<void> {
  await moveCapacity(tx, poolId, { field: "capacity", units: change.capacity, reason: change.reason }, (_, units) => units, occasion);
}

/**
 * Sets how many units are left to sell, as a seller counts them on the shelf: whatever has been sold or is held at this
 * moment is not on that shelf, whatever a hold that has run out had claimed is.
 *
 * @throws DomainError `pool.not_found`, `actor.not_allowed`, `request.invalid`
 */
export async function setStock(tx: Tx, poolId: string, change: { unitsLeft: number; reason: string }, occasion: Occasion): Promise<void> {
  await moveCapacity(tx, poolId, { field: "unitsLeft", units: change.unitsLeft, reason: change.reason }, (taken, units) => sql`${taken} + ${units}`, occasion);
}

/** @param capacityOf the new capacity, from what is taken and the number that was asked for */
async function moveCapacity(
  tx: Tx,
  poolId: string,
  wanted: { field: string; units: number; reason: string },
  capacityOf: (taken: SQL, units: SQL) => SQL,
  { actor, now }: Occasion,
): Promise<void> {
  const { pools, stockMovements } = tx.t;
  const [pool] = await tx.select({ shopId: pools.shopId }).from(pools).where(eq(pools.id, poolId));
  if (pool === undefined) throw new DomainError("pool.not_found");
  demand(actor, "stock.edit", pool.shopId);
  if (!Number.isSafeInteger(wanted.units) || wanted.units < 0 || wanted.units > unitsMax) {
    throw new DomainError("request.invalid", { field: wanted.field, min: 0, max: unitsMax });
  }

  const before = await lockPool(tx, poolId);
  if (before === undefined) throw new DomainError("pool.not_found");
  // As in taking (H2): units of lapsed claims are free, so they must neither stand in the way nor be sold besides the new number.
  const freed = await freeLapsedClaims(tx, poolId, now);
  const taken = sql`(${pools.taken} - cast(${freed} as bigint))`;
  const capacity = capacityOf(taken, sql`cast(${wanted.units} as bigint)`);
  const [after] = await tx
    .update(pools)
    .set({ taken, capacity })
    .where(and(eq(pools.id, poolId), sql`${taken} <= ${capacity}`))
    .returning({ unit: pools.unit, capacity: pools.capacity, taken: pools.taken });
  if (after === undefined) throw new DomainError("pool.below_taken", { field: wanted.field, min: before.taken - freed, bookings: await bookingsOf(tx, poolId) });

  await tx.insert(stockMovements).values({ id: newId(now), poolId, capacityFrom: before.capacity, capacityTo: after.capacity, at: now, actor: actor.id, reason: wanted.reason });
  if (after.capacity !== before.capacity && isWorthTelling(after, before.capacity - after.capacity)) await speak(tx, { topic: "pool.changed", subject: poolId });
  await writeAudit(tx, { actor: actor.id, verb: "pool.set_capacity", objectKind: "pool", objectId: poolId, at: now, detail: { from: before.capacity, to: after.capacity } });
}

/** The orders that have most of a pool, first. Codes only: a seller sees the rest at each order, where it is theirs. */
async function bookingsOf(tx: Tx, poolId: string): Promise<Booking[]> {
  const { claims, holds, orders } = tx.t;
  return tx
    .select({ orderCode: orders.code, units: sumInt(claims.units) })
    .from(claims)
    .innerJoin(holds, eq(holds.id, claims.holdId))
    .innerJoin(orders, eq(orders.id, holds.orderId))
    .where(and(eq(claims.poolId, poolId), inArray(claims.state, ["held", "sold"])))
    .groupBy(orders.code)
    .orderBy(desc(sumInt(claims.units)), asc(orders.code))
    .limit(bookingsNamed);
}
