import { and, eq } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, isId, type Occasion, type SlotState } from "@xudong/domain";

/**
 * Sells no more of one time, as when it rains. Whoever has booked stays booked. Again changes nothing.
 *
 * @throws DomainError `slot.not_found`, `slot.closed` where it is cancelled, `actor.not_allowed`
 */
export async function closeSlot(tx: Tx, slotId: string, occasion: Occasion): Promise<void> {
  await move(tx, slotId, { from: "open", to: "closed", verb: "slot.close" }, occasion);
}

/** Sells again of one that was closed and has not begun. @throws as `closeSlot` */
export async function reopenSlot(tx: Tx, slotId: string, occasion: Occasion): Promise<void> {
  await move(tx, slotId, { from: "closed", to: "open", verb: "slot.reopen" }, occasion);
}

async function move(tx: Tx, slotId: string, { from, to, verb }: { from: SlotState; to: SlotState; verb: string }, { actor, now }: Occasion): Promise<void> {
  const { slots, listings } = tx.t;
  const [slot] = isId(slotId)
    ? await tx.select({ state: slots.state, startsAt: slots.startsAt, listingId: slots.listingId, shopId: listings.shopId }).from(slots).innerJoin(listings, eq(listings.id, slots.listingId)).where(eq(slots.id, slotId))
    : [];
  if (slot === undefined) throw new DomainError("slot.not_found");
  demand(actor, "listing.edit", slot.shopId);
  if (slot.state === to) return;
  if (slot.state !== from || slot.startsAt <= now) throw new DomainError("slot.closed");
  // Closed by a person: rules that change do not open it again.
  const [moved] = await tx.update(slots).set({ state: to, isWithdrawn: false }).where(and(eq(slots.id, slotId), eq(slots.state, from))).returning({ id: slots.id });
  if (moved === undefined) throw new DomainError("slot.closed");
  await speak(tx, { topic: "listing.changed", subject: slot.listingId });
  await writeAudit(tx, { actor: actor.id, verb, objectKind: "slot", objectId: slotId, at: now });
}
