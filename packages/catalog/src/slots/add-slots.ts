import { inChunks, keep, rowsAtOnce, type Tx } from "@xudong/database";
import { newId } from "@xudong/domain";
import type { SlotDraft } from "../listing-draft.ts";
import { addPools } from "../pool-levels.ts";

/** A slot to be: whose it is, and the rule that wants it, or null where a person opens it. */
export type NewSlot = SlotDraft & { listingId: string; shopId: string; ruleId: string | null };

/** The seats of one role in a slot, which get a pool of their own. */
export type NewSeats = { slotId: string; shopId: string; role: string } & SlotDraft["capacities"][string];

/** Makes slots with a pool of their own per role. Where a listing has one at that instant already, that one stays. @returns those that are new */
export async function addSlots(tx: Tx, slots: readonly NewSlot[], now: Date): Promise<NewSlot[]> {
  const added: NewSlot[] = [];
  for (const some of inChunks(slots, rowsAtOnce)) {
    const rows = some.map(({ listingId, startsAt, endsAt, sellsUntil, ruleId }) => ({ id: newId(now), listingId, startsAt, endsAt, sellsUntil, state: "open" as const, ruleId }));
    const created = new Set((await insertSlots(tx, rows)).map(({ id }) => id));
    const fresh = some.map((slot, at) => ({ slot, slotId: rows[at]?.id ?? "" })).filter(({ slotId }) => created.has(slotId));
    await addSeats(tx, fresh.flatMap(({ slotId, slot }) => Object.entries(slot.capacities).map(([role, size]) => ({ slotId, shopId: slot.shopId, role, ...size }))), now);
    added.push(...fresh.map(({ slot }) => slot));
  }
  return added;
}

/** Gives slots further seats, each role in a pool of its own. */
export async function addSeats(tx: Tx, seats: readonly NewSeats[], now: Date): Promise<void> {
  for (const some of inChunks(seats, rowsAtOnce)) {
    const made = some.map((seat) => ({ ...seat, poolId: newId(now) }));
    await addPools(tx, made.map(({ poolId, shopId, unit, capacity }) => ({ id: poolId, shopId, unit, capacity, taken: 0 })));
    await linkPools(tx, made.map(({ slotId, role, poolId }) => ({ slotId, role, poolId })));
  }
}

const insertSlots = keep((tx: Tx, rows: Tx["t"]["slots"]["$inferInsert"][]) => tx.insert(tx.t.slots).values(rows).onConflictDoNothing().returning({ id: tx.t.slots.id }));
const linkPools = keep((tx: Tx, rows: Tx["t"]["slotPools"]["$inferInsert"][]) => tx.insert(tx.t.slotPools).values(rows));
