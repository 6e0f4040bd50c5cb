import { inArray } from "drizzle-orm";
import { inChunks, speakAll, writeAudits, type Tx } from "@xudong/database";
import { demand, DomainError, type Occasion } from "@xudong/domain";
import type { SlotDraft } from "./listing-draft.ts";
import { addSlots } from "./slots/add-slots.ts";

/**
 * Opens times at which an experience can be visited, each with a pool of its own per role. A time that
 * exists already is left as it is, so that opening the same weeks again changes nothing.
 *
 * @returns how many were new
 * @throws DomainError `listing.not_found`, `slot.not_for_goods`, `actor.not_allowed`
 */
export async function openSlots(tx: Tx, listingId: string, drafts: readonly SlotDraft[], occasion: Occasion): Promise<number> {
  return openAllSlots(tx, [{ listingId, drafts }], occasion);
}

/** The same for many experiences at once: all of them or none. @returns how many were new altogether */
export async function openAllSlots(tx: Tx, wishes: readonly { listingId: string; drafts: readonly SlotDraft[] }[], { actor, now }: Occasion): Promise<number> {
  const listings = await listingsById(tx, wishes.map(({ listingId }) => listingId));
  const wanted = wishes.flatMap(({ listingId, drafts }) => {
    const listing = listings.get(listingId);
    if (listing === undefined) throw new DomainError("listing.not_found");
    demand(actor, "listing.edit", listing.shopId);
    if (listing.kind !== "experience") throw new DomainError("slot.not_for_goods");
    return drafts.map((draft) => ({ ...draft, listingId, shopId: listing.shopId, ruleId: null }));
  });

  const opened = await addSlots(tx, wanted, now);
  const openedOf = Map.groupBy(opened, ({ listingId }) => listingId);
  await speakAll(tx, [...openedOf.keys()].map((listingId) => ({ topic: "listing.changed", subject: listingId })));
  await writeAudits(tx, [...openedOf].map(([listingId, own]) => ({ actor: actor.id, verb: "slot.open", objectKind: "listing", objectId: listingId, at: now, detail: { count: own.length } })));
  return opened.length;
}

async function listingsById(tx: Tx, ids: readonly string[]) {
  const { listings } = tx.t;
  const rows = await Promise.all(inChunks(ids).map((some) => tx.select({ id: listings.id, shopId: listings.shopId, kind: listings.kind }).from(listings).where(inArray(listings.id, some))));
  return new Map(rows.flat().map((row) => [row.id, row]));
}
