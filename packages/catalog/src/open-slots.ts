import { eq } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, newId, type Occasion } from "@xudong/domain";
import type { SlotDraft } from "./listing-draft.ts";

/**
 * Opens times at which an experience can be visited, each with a pool of its own per role. A time that
 * exists already is left as it is, so that opening the same weeks again changes nothing.
 *
 * @returns how many were new
 * @throws DomainError `listing.not_found`, `slot.not_for_goods`, `actor.not_allowed`
 */
export async function openSlots(tx: Tx, listingId: string, drafts: readonly SlotDraft[], { actor, now }: Occasion): Promise<number> {
  const { listings, slots, pools, slotPools } = tx.t;
  const [listing] = await tx.select({ shopId: listings.shopId, kind: listings.kind }).from(listings).where(eq(listings.id, listingId));
  if (listing === undefined) throw new DomainError("listing.not_found");
  demand(actor, "listing.edit", listing.shopId);
  if (listing.kind !== "experience") throw new DomainError("slot.not_for_goods");
  if (drafts.length === 0) return 0;

  const rows = drafts.map((draft) => ({
    id: newId(now),
    listingId,
    startsAt: draft.startsAt,
    endsAt: draft.endsAt,
    sellsUntil: draft.sellsUntil,
    state: "open" as const,
  }));
  const created = new Set((await tx.insert(slots).values(rows).onConflictDoNothing().returning({ id: slots.id })).map((row) => row.id));
  const seats = rows.flatMap((row, at) =>
    created.has(row.id) ? Object.entries(drafts[at]?.capacities ?? {}).map(([role, size]) => ({ slotId: row.id, role, poolId: newId(now), ...size })) : [],
  );
  if (seats.length > 0) {
    await tx.insert(pools).values(seats.map((seat) => ({ id: seat.poolId, shopId: listing.shopId, unit: seat.unit, capacity: seat.capacity, taken: 0 })));
    await tx.insert(slotPools).values(seats.map(({ slotId, role, poolId }) => ({ slotId, role, poolId })));
    await speak(tx, { topic: "listing.changed", subject: listingId });
    await writeAudit(tx, { actor: actor.id, verb: "slot.open", objectKind: "listing", objectId: listingId, at: now, detail: { count: created.size } });
  }
  return created.size;
}
