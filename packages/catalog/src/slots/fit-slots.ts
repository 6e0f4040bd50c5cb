import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, gte, inArray, lt, notExists, sql } from "drizzle-orm";
import { inChunks, type Tx } from "@xudong/database";
import { dayOf, wallClock, type Day, type RuleSlot, type SlotRule } from "@xudong/domain";
import { freeLapsedClaims, takeUnits } from "../pool-levels.ts";
import { addSeats, addSlots } from "./add-slots.ts";

/** A slot that the rules no longer have, or would have otherwise, and that stays as it is because somebody holds or bought a place in it. */
export type KeptSlot = { slotId: string; day: Day; time: string; bookings: number };

/** What became of the slots of some days: how many are new, have changed or are no longer offered, and which had to stay. */
export type Fitted = { made: number; changed: number; withdrawn: number; kept: readonly KeptSlot[] };

export const nothingFitted: Fitted = { made: 0, changed: 0, withdrawn: 0, kept: [] };

/** What a rule gives each of its slots, besides the hour. */
type Shape = Pick<SlotRule, "lastsMinutes" | "cutOffMinutes" | "capacities">;
type Wanted = RuleSlot & { ruleId: string; shape: Shape };
type Known = { id: string; startsAt: Date; state: "open" | "closed" | "cancelled"; ruleId: string | null; isWithdrawn: boolean };

const shapeOf = ({ lastsMinutes, cutOffMinutes, capacities }: Shape): Shape => ({ lastsMinutes, cutOffMinutes, capacities });

/**
 * Makes the slots of a listing in a span what its rules want: makes those that are missing, changes those that no longer fit,
 * and withdraws (closes, with no room left in them) those that are wanted no more.
 *
 * A slot with places held or sold is never touched, nor is one that a person opened, or one that was cancelled. What a person
 * set in one slot, such as fewer places, stays as long as its rule says what it said. Nobody can take a place meanwhile:
 * the rows of all pools concerned are locked before their claims are looked at (H2).
 *
 * The listing's calendar must be locked by the caller.
 */
export async function fitSlots(tx: Tx, listing: { id: string; shopId: string }, wanted: readonly Wanted[], known: readonly Known[], now: Date): Promise<Fitted> {
  const wantedAt = new Map(wanted.map((slot) => [slot.startsAt.getTime(), slot]));
  const knownAt = new Set(known.map(({ startsAt }) => startsAt.getTime()));
  const shapes = await shapesOf(tx, known);

  const unwanted: Known[] = [];
  const misfits: { slot: Known; wanted: Wanted }[] = [];
  const renamed = new Map<string, string[]>();
  for (const slot of known) {
    if (slot.ruleId === null || slot.state === "cancelled") continue;
    const want = wantedAt.get(slot.startsAt.getTime());
    if (want === undefined) {
      if (slot.state === "open") unwanted.push(slot);
    } else if (slot.isWithdrawn || !isDeepStrictEqual(shapes.get(slot.ruleId), shapeOf(want.shape))) misfits.push({ slot, wanted: want });
    else if (slot.ruleId !== want.ruleId) renamed.set(want.ruleId, [...(renamed.get(want.ruleId) ?? []), slot.id]);
  }

  const seats = await lockSeats(tx, [...unwanted, ...misfits.map(({ slot }) => slot)].map(({ id }) => id), now);
  const isTaken = ({ id }: Known) => (seats.get(id) ?? []).some(({ taken }) => taken > 0);
  const kept = await keptSlots(tx, [...unwanted, ...misfits.map(({ slot }) => slot)].filter(isTaken), seats);
  const freeMisfits = misfits.filter(({ slot }) => !isTaken(slot));
  const freeUnwanted = unwanted.filter((slot) => !isTaken(slot));
  await withdraw(tx, freeUnwanted, seats);
  await reshape(tx, listing.shopId, freeMisfits, seats, now);
  for (const [ruleId, ids] of renamed) for (const some of inChunks(ids)) await tx.update(tx.t.slots).set({ ruleId }).where(inArray(tx.t.slots.id, some));
  const missing = wanted.filter(({ startsAt }) => !knownAt.has(startsAt.getTime()));
  // A person may have opened one at the same instant meanwhile: theirs stands.
  const made = await addSlots(tx, missing.map((slot) => ({ ...slot, listingId: listing.id, shopId: listing.shopId })), now);
  return { made: made.length, changed: freeMisfits.length, withdrawn: freeUnwanted.length, kept };
}

/** The slots of a listing that begin in a span, first to last, whoever made them. */
export async function slotsBetween(tx: Tx, listingId: string, from: Date, before: Date, limit: number): Promise<Known[]> {
  const { slots: t } = tx.t;
  return tx
    .select({ id: t.id, startsAt: t.startsAt, state: t.state, ruleId: t.ruleId, isWithdrawn: t.isWithdrawn })
    .from(t)
    .where(and(eq(t.listingId, listingId), gte(t.startsAt, from), lt(t.startsAt, before)))
    .orderBy(asc(t.startsAt))
    .limit(limit);
}

/** What the rules that made these slots say, or said before they were replaced. */
async function shapesOf(tx: Tx, known: readonly Known[]): Promise<ReadonlyMap<string, Shape>> {
  const { slotRules: t } = tx.t;
  const ids = [...new Set(known.flatMap(({ ruleId }) => ruleId ?? []))];
  const shapes = new Map<string, Shape>();
  for (const some of inChunks(ids)) {
    const rows = await tx.select({ id: t.id, lastsMinutes: t.lastsMinutes, cutOffMinutes: t.cutOffMinutes, capacities: t.capacities }).from(t).where(inArray(t.id, some));
    for (const row of rows) shapes.set(row.id, shapeOf(row));
  }
  return shapes;
}

type Seat = { poolId: string; role: string; taken: number };

/** The pools of slots, locked, with what is taken of them once all that has lapsed there is free (H2). */
async function lockSeats(tx: Tx, slotIds: readonly string[], now: Date): Promise<ReadonlyMap<string, readonly Seat[]>> {
  const { slotPools, pools } = tx.t;
  const links: { slotId: string; role: string; poolId: string }[] = [];
  for (const ids of inChunks(slotIds)) links.push(...(await tx.select().from(slotPools).where(inArray(slotPools.slotId, ids))));
  const taken = new Map<string, number>();
  for (const ids of inChunks(links.map(({ poolId }) => poolId).sort())) {
    const rows = await tx.update(pools).set({ taken: sql`${pools.taken}` }).where(inArray(pools.id, ids)).returning({ id: pools.id, taken: pools.taken });
    for (const row of rows) taken.set(row.id, row.taken);
  }
  for (const [poolId, units] of [...taken].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (units === 0) continue;
    const freed = await freeLapsedClaims(tx, poolId, now);
    if (freed > 0) taken.set(poolId, (await takeUnits(tx, poolId, { units: 0, freed }))?.taken ?? units);
  }
  return Map.groupBy(
    links.map(({ slotId, role, poolId }) => ({ slotId, role, poolId, taken: taken.get(poolId) ?? 0 })),
    ({ slotId }) => slotId,
  );
}

/** How many orders have places in each of these slots. */
async function keptSlots(tx: Tx, slots: readonly Known[], seats: ReadonlyMap<string, readonly Seat[]>): Promise<KeptSlot[]> {
  const { claims, slotPools } = tx.t;
  const bookings = new Map<string, number>();
  for (const ids of inChunks(slots.map(({ id }) => id))) {
    const rows = await tx
      .select({ slotId: slotPools.slotId, bookings: sql<number>`cast(count(distinct ${claims.holdId}) as bigint)`.mapWith(Number) })
      .from(slotPools)
      .innerJoin(claims, eq(claims.poolId, slotPools.poolId))
      .where(and(inArray(slotPools.slotId, ids), inArray(claims.state, ["held", "sold"])))
      .groupBy(slotPools.slotId);
    for (const row of rows) bookings.set(row.slotId, row.bookings);
  }
  return slots
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ id, startsAt }) => ({ slotId: id, day: dayOf(startsAt), time: timeOf(startsAt), bookings: bookings.get(id) ?? 0 }));
}

const two = (n: number) => String(n).padStart(2, "0");
const timeOf = (at: Date): string => `${two(wallClock(at).hour)}:${two(wallClock(at).minute)}`;

const poolIdsOf = (slots: readonly Known[], seats: ReadonlyMap<string, readonly Seat[]>) => slots.flatMap(({ id }) => (seats.get(id) ?? []).map(({ poolId }) => poolId));

/** Closes slots for good measure without room: a buyer who has seen one open a moment ago finds it sold out. */
async function withdraw(tx: Tx, slots: readonly Known[], seats: ReadonlyMap<string, readonly Seat[]>): Promise<void> {
  for (const ids of inChunks(poolIdsOf(slots, seats))) await tx.update(tx.t.pools).set({ capacity: 0 }).where(inArray(tx.t.pools.id, ids));
  for (const ids of inChunks(slots.map(({ id }) => id))) await tx.update(tx.t.slots).set({ state: "closed", isWithdrawn: true }).where(inArray(tx.t.slots.id, ids));
}

/** Gives slots the length, cut-off and places of their rule of now; those that had been withdrawn open again. */
async function reshape(tx: Tx, shopId: string, misfits: readonly { slot: Known; wanted: Wanted }[], seats: ReadonlyMap<string, readonly Seat[]>, now: Date): Promise<void> {
  const { slots, pools, slotPools } = tx.t;
  for (const [ruleId, ofRule] of Map.groupBy(misfits, ({ wanted }) => wanted.ruleId)) {
    const shape = ofRule[0]?.wanted.shape;
    if (shape === undefined) continue;
    const times = { ruleId, endsAt: shifted(tx, shape.lastsMinutes), sellsUntil: shifted(tx, -shape.cutOffMinutes), isWithdrawn: false };
    for (const isWithdrawn of [false, true]) {
      const ids = ofRule.filter(({ slot }) => slot.isWithdrawn === isWithdrawn).map(({ slot }) => slot.id);
      for (const some of inChunks(ids)) await tx.update(slots).set(isWithdrawn ? { ...times, state: "open" } : times).where(inArray(slots.id, some));
    }
    const ownSeats = ofRule.flatMap(({ slot }) => (seats.get(slot.id) ?? []).map((seat) => ({ slotId: slot.id, ...seat })));
    for (const [role, size] of Object.entries(shape.capacities)) {
      const have = ownSeats.filter((seat) => seat.role === role);
      for (const some of inChunks(have.map(({ poolId }) => poolId))) await tx.update(pools).set(size).where(inArray(pools.id, some));
      const without = ofRule.filter(({ slot }) => !have.some(({ slotId }) => slotId === slot.id));
      await addSeats(tx, without.map(({ slot }) => ({ slotId: slot.id, shopId, role, ...size })), now);
    }
    await dropSeats(tx, ownSeats.filter(({ role }) => shape.capacities[role] === undefined));
  }

  async function dropSeats(tx: Tx, gone: readonly Seat[]): Promise<void> {
    const { claims, stockMovements } = tx.t;
    for (const some of inChunks(gone.map(({ poolId }) => poolId))) {
      await tx.delete(slotPools).where(inArray(slotPools.poolId, some));
      // A pool that ever had a claim or a history stays for their sake; nothing leads to it any more.
      const isBlank = [claims, stockMovements].map((t) => notExists(tx.select({ id: t.id }).from(t).where(eq(t.poolId, pools.id))));
      await tx.delete(pools).where(and(inArray(pools.id, some), ...isBlank));
    }
  }
}

const shifted = (tx: Tx, minutes: number) => sql`${tx.t.slots.startsAt} + cast(${minutes * 60_000} as bigint)`;
