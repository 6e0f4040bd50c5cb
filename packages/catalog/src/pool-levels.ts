import { and, eq, inArray, lte, sql, type Column, type SQL } from "drizzle-orm";
import { keep, sumInt, type Db, type Tx } from "@xudong/database";
import { fewUnits, unitsLeft, type Draw, type PoolUnit } from "@xudong/domain";

/** How full a pool is by its own row, in which units of lapsed claims still count as taken. */
export type PoolFill = { unit: PoolUnit; capacity: number; taken: number };

/** How full a pool is at an instant. */
export type PoolLevel = { id: string; unit: PoolUnit; capacity: number; taken: number; unitsLeft: number };

/**
 * Units left of many pools at once: the one function behind pages, API and index. Claims that have
 * lapsed but that nobody has freed yet count as free already.
 */
export async function poolLevels(db: Db, poolIds: readonly string[], now: Date): Promise<ReadonlyMap<string, PoolLevel>> {
  if (poolIds.length === 0) return new Map();
  const ids = [...new Set(poolIds)];
  const lapsedOf = new Map((await lapsedUnits(db, ids, now)).map((row) => [row.poolId, row.units]));
  const rows = await poolsById(db, ids);
  return new Map(
    rows.map((pool) => [
      pool.id,
      { id: pool.id, unit: pool.unit, capacity: pool.capacity, taken: pool.taken, unitsLeft: unitsLeft(pool, lapsedOf.get(pool.id) ?? 0) },
    ]),
  );
}

/**
 * The first pool that has not what is asked of it, with what it has; undefined where all do. It locks nothing, so it can
 * only spare an order that is bound to fail its writes: taking the units decides (H1).
 */
export async function poolThatIsShort(db: Db, demand: readonly Draw[], now: Date): Promise<{ poolId: string; unitsLeft: number } | undefined> {
  const ids = demand.map(({ poolId }) => poolId);
  const fills = new Map((ids.length === 0 ? [] : await poolsById(db, ids)).map((pool) => [pool.id, pool]));
  const seemsShort = demand.filter(({ poolId, units }) => {
    const pool = fills.get(poolId);
    return pool !== undefined && pool.taken + units > pool.capacity;
  });
  if (seemsShort.length === 0) return undefined;
  const levels = await poolLevels(db, seemsShort.map(({ poolId }) => poolId), now);
  const short = seemsShort.find(({ poolId, units }) => (levels.get(poolId)?.unitsLeft ?? 0) < units);
  return short && { poolId: short.poolId, unitsLeft: levels.get(short.poolId)?.unitsLeft ?? 0 };
}

const poolsById = keep((db: Db, ids: string[]) => db.select().from(db.t.pools).where(inArray(db.t.pools.id, ids)));

const lapsedUnits = keep((db: Db, poolIds: string[], now: Date) => {
  const { claims } = db.t;
  return db
    .select({ poolId: claims.poolId, units: sumInt(claims.units) })
    .from(claims)
    .where(and(inArray(claims.poolId, poolIds), sql`${claims.state} = 'held'`, lte(claims.lapsesAt, now)))
    .groupBy(claims.poolId);
});

/**
 * The same count inside a query: true where every pool of a slot has a unit left. For finding slots, of
 * which a year has too many to look at each.
 */
export function hasRoomInEveryPool(db: Db, slotId: Column, now: Date): SQL {
  const { pools, claims, slotPools } = db.t;
  const lapsed = sql`(select ${sumInt(claims.units)} from ${claims} where ${claims.poolId} = ${pools.id} and ${claims.state} = 'held' and ${claims.lapsesAt} <= cast(${now.getTime()} as bigint))`;
  return sql`exists (select 1 from ${slotPools} where ${slotPools.slotId} = ${slotId})
    and not exists (select 1 from ${slotPools} join ${pools} on ${pools.id} = ${slotPools.poolId} where ${slotPools.slotId} = ${slotId} and ${pools.taken} - ${lapsed} >= ${pools.capacity})`;
}

/**
 * Locks a pool's row until the transaction ends, by touching it: whoever comes second waits here, and
 * reads what the first has written (H2). Undefined where there is no such pool.
 */
export async function lockPool(tx: Tx, poolId: string): Promise<PoolFill | undefined> {
  const [pool] = await touchPool(tx, poolId);
  return pool;
}

const touchPool = keep((tx: Tx, poolId: string) => {
  const { pools } = tx.t;
  return tx.update(pools).set({ taken: sql`${pools.taken}` }).where(eq(pools.id, poolId)).returning({ unit: pools.unit, capacity: pools.capacity, taken: pools.taken });
});

/**
 * Frees the claims of a pool that have lapsed, and only those (H2), and counts their units: the caller, whose the pool's
 * row is by now, takes them off `taken` in its next statement. Never writes a hold or an order: their rows come before
 * pools in the order of locks.
 */
export async function freeLapsedClaims(tx: Tx, poolId: string, now: Date): Promise<number> {
  const freed = await freeLapsed(tx, poolId, now);
  return freed.reduce((sum, claim) => sum + claim.units, 0);
}

const freeLapsed = keep((tx: Tx, poolId: string, now: Date) => {
  const { claims } = tx.t;
  return tx
    .update(claims)
    .set({ state: "freed" })
    .where(and(eq(claims.poolId, poolId), sql`${claims.state} = 'held'`, lte(claims.lapsesAt, now)))
    .returning({ units: claims.units });
});

/**
 * Takes `units` of a pool while giving back `freed` ones, in one statement that fits or does nothing (H1).
 * A negative `units` gives back. Undefined where they do not fit.
 */
export async function takeUnits(tx: Tx, poolId: string, { units, freed }: { units: number; freed: number }): Promise<PoolFill | undefined> {
  const [pool] = await changeTaken(tx, poolId, units - freed);
  return pool;
}

const changeTaken = keep((tx: Tx, poolId: string, change: number) => {
  const { pools } = tx.t;
  return tx
    .update(pools)
    .set({ taken: sql`${pools.taken} + cast(${change} as bigint)` })
    .where(and(eq(pools.id, poolId), sql`${pools.taken} + cast(${change} as bigint) <= ${pools.capacity}`))
    .returning({ unit: pools.unit, capacity: pools.capacity, taken: pools.taken });
});

/**
 * Takes units where more than a few stay besides everything that is held, lapsed or not: one statement, which fits or does
 * nothing (H1). Nobody needs a lapsed claim to be freed there, and nobody is told. False where the pool must be looked at.
 */
export async function takeFromPlenty(tx: Tx, poolId: string, units: number): Promise<boolean> {
  return (await changePlenty(tx, poolId, units)).length > 0;
}

const changePlenty = keep((tx: Tx, poolId: string, units: number) => {
  const { pools } = tx.t;
  const few = sql`case when ${pools.unit} = 'gram' then ${sql.raw(String(fewUnits * gramsPerUnitTold))} else ${sql.raw(String(fewUnits))} end`;
  return tx
    .update(pools)
    .set({ taken: sql`${pools.taken} + cast(${units} as bigint)` })
    .where(and(eq(pools.id, poolId), sql`${pools.taken} + cast(${units} as bigint) + ${few} < ${pools.capacity}`))
    .returning({ id: pools.id });
});

/** What people count in: nobody has ten grams of fruit left, but ten kilos. */
const gramsPerUnitTold = 1000;

const fewOf = (pool: PoolFill) => (pool.unit === "gram" ? fewUnits * gramsPerUnitTold : fewUnits);

/** The same as a condition on a row of `pools`, by the row alone: units of lapsed claims count as taken. */
export function isFewOfPool(db: Db): SQL {
  const { pools } = db.t;
  return sql`${pools.capacity} - ${pools.taken} <= case when ${pools.unit} = 'gram' then ${sql.raw(String(fewUnits * gramsPerUnitTold))} else ${sql.raw(String(fewUnits))} end`;
}

/** True where so little is left of a pool that pages may say how much, and holds on it are shorter (H5). */
export function isFew(pool: PoolFill): boolean {
  return pool.capacity - pool.taken <= fewOf(pool);
}

/** True where a change to this level is worth telling: pages print a number only when few are left, before or after. */
export function isWorthTelling(pool: PoolFill, change: number): boolean {
  return isFew(pool) || pool.capacity - pool.taken + change <= fewOf(pool);
}

/** Makes pools of new stocks and slots. */
export const addPools = keep((tx: Tx, rows: Tx["t"]["pools"]["$inferInsert"][]) => tx.insert(tx.t.pools).values(rows));
