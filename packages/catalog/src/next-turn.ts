import { and, eq, gt, inArray, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { plus, minutes } from "@xudong/domain";
import { isFewOfPool } from "./pool-levels.ts";

/** A listing of which something is shown, and the instant before which its times are. Goods have none. */
export type ShownListing = { id: string; timesBefore: Date | undefined };

/** So near are the times of most cards; those of a year would be looked at one by one. */
const soon = minutes(31 * 24 * 60);

/**
 * The next instant at which what is shown of these listings may change without anybody writing anything: a price begins or
 * ends, a time sells no more, a hold lapses where so few are left that it can be seen. Undefined where none is known.
 */
export async function nextTurn(db: Db, shown: readonly ShownListing[], now: Date): Promise<Date | undefined> {
  if (shown.length === 0) return undefined;
  const ids = shown.map(({ id }) => id);
  const timed = shown.flatMap(({ id, timesBefore }) => (timesBefore === undefined ? [] : [{ id, timesBefore }]));
  const isSoon = ({ timesBefore }: { timesBefore: Date }) => timesBefore <= plus(now, soon);
  const groups = [timed.filter(isSoon), timed.filter((each) => !isSoon(each))].filter((group) => group.length > 0);
  const instants = await Promise.all([
    nextPrice(db, ids, now),
    nextLapse(db, and(inArray(db.t.claims.poolId, stocksOf(db, ids))), now),
    ...groups.flatMap((group) => {
      const slots = slotsOf(db, group.map(({ id }) => id), now, group.map(({ timesBefore }) => timesBefore).reduce((a, b) => (a > b ? a : b)));
      return [nextCutOff(db, slots, now), nextLapse(db, inArray(db.t.claims.poolId, poolsOf(db, slots)), now)];
    }),
  ]);
  return instants.flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** The earliest of an instant's column. */
const earliest = (column: { getSQL(): SQL }): SQL<number | null> => sql<number | null>`min(${column})`;
const instantOf = (row: { at: number | string | null } | undefined): Date | undefined => (row === undefined || row.at === null ? undefined : new Date(Number(row.at)));

async function nextPrice(db: Db, listingIds: readonly string[], now: Date): Promise<Date | undefined> {
  const { prices, variants } = db.t;
  const at = (column: typeof prices.validFrom | typeof prices.validTo) => sql`case when ${column} > cast(${now.getTime()} as bigint) then ${column} end`;
  const [row] = await db
    .select({ begins: earliest(at(prices.validFrom)), ends: earliest(at(prices.validTo)) })
    .from(prices)
    .innerJoin(variants, eq(variants.id, prices.variantId))
    .where(and(inArray(variants.listingId, [...listingIds]), or(gt(prices.validFrom, now), gt(prices.validTo, now))));
  const [begins, ends] = [instantOf({ at: row?.begins ?? null }), instantOf({ at: row?.ends ?? null })];
  return begins === undefined || (ends !== undefined && ends < begins) ? ends : begins;
}

function stocksOf(db: Db, listingIds: readonly string[]) {
  const { draws, variants } = db.t;
  return db
    .select({ id: sql<string>`${draws.poolId}` })
    .from(draws)
    .innerJoin(variants, eq(variants.id, draws.variantId))
    .where(and(inArray(variants.listingId, [...listingIds]), isNotNull(draws.poolId)));
}

/** The times of listings that have not begun and do before an instant. */
function slotsOf(db: Db, listingIds: readonly string[], now: Date, before: Date): SQL | undefined {
  const { slots } = db.t;
  return and(inArray(slots.listingId, [...listingIds]), eq(slots.state, "open"), gt(slots.startsAt, now), lt(slots.startsAt, before));
}

function poolsOf(db: Db, which: SQL | undefined) {
  const { slots, slotPools } = db.t;
  return db.select({ id: slotPools.poolId }).from(slotPools).innerJoin(slots, eq(slots.id, slotPools.slotId)).where(which);
}

async function nextCutOff(db: Db, which: SQL | undefined, now: Date): Promise<Date | undefined> {
  const { slots } = db.t;
  const [row] = await db.select({ at: earliest(slots.sellsUntil) }).from(slots).where(and(which, gt(slots.sellsUntil, now)));
  return instantOf(row);
}

async function nextLapse(db: Db, which: SQL | undefined, now: Date): Promise<Date | undefined> {
  const { claims, pools } = db.t;
  const [row] = await db
    .select({ at: earliest(claims.lapsesAt) })
    .from(claims)
    .innerJoin(pools, eq(pools.id, claims.poolId))
    .where(and(which, sql`${claims.state} = 'held'`, gt(claims.lapsesAt, now), isFewOfPool(db)));
  return instantOf(row);
}

/** The listings that draw on any of these pools. */
export async function listingsOfPools(db: Db, poolIds: readonly string[]): Promise<string[]> {
  if (poolIds.length === 0) return [];
  const { draws, variants, slots, slotPools } = db.t;
  const [goods, visits] = await Promise.all([
    db.selectDistinct({ id: variants.listingId }).from(draws).innerJoin(variants, eq(variants.id, draws.variantId)).where(inArray(draws.poolId, [...poolIds])),
    db.selectDistinct({ id: slots.listingId }).from(slotPools).innerJoin(slots, eq(slots.id, slotPools.slotId)).where(inArray(slotPools.poolId, [...poolIds])),
  ]);
  return [...new Set([...goods, ...visits].map(({ id }) => id))];
}
