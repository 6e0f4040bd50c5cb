import { and, eq, inArray } from "drizzle-orm";
import { inChunks, writeAudits, type Tx } from "@xudong/database";
import { demand, DomainError, type Occasion } from "@xudong/domain";
import { requireListings } from "./listing-row.ts";

/**
 * Hands a draft to the reviewers, or what is to be changed in a listing that is on sale already, which meanwhile stays as
 * it is. What was refused may be handed in again once it is mended.
 *
 * @throws DomainError `listing.not_found`, `actor.not_allowed`, `listing.move_not_allowed` where there is nothing to hand in
 */
export async function submitListing(tx: Tx, listingId: string, occasion: Occasion): Promise<void> {
  await submitListings(tx, [listingId], occasion);
}

/** The same for many: all of them or none. */
export async function submitListings(tx: Tx, listingIds: readonly string[], { actor, now }: Occasion): Promise<void> {
  for (const { shopId } of await requireListings(tx, listingIds)) demand(actor, "listing.edit", shopId);
  const { listings, listingRevisions } = tx.t;
  for (const ids of inChunks(listingIds)) {
    const handedIn = await tx
      .update(listingRevisions)
      .set({ state: "submitted" })
      .where(and(inArray(listingRevisions.listingId, ids), inArray(listingRevisions.state, ["draft", "rejected"])))
      .returning({ listingId: listingRevisions.listingId });
    // Of an archived listing nothing is reviewed any more; of one on sale only the revision moves.
    await tx.update(listings).set({ state: "submitted" }).where(and(inArray(listings.id, ids), inArray(listings.state, ["draft", "rejected"])));
    const standing = await tx.select({ id: listings.id }).from(listings).where(and(inArray(listings.id, ids), eq(listings.state, "archived")));
    const known = new Set(handedIn.map((row) => row.listingId));
    const refused = ids.find((id) => !known.has(id)) ?? standing[0]?.id;
    if (refused !== undefined) throw new DomainError("listing.move_not_allowed", { listingId: refused });
  }
  await writeAudits(tx, listingIds.map((id) => ({ actor: actor.id, verb: "listing.submit", objectKind: "listing", objectId: id, at: now })));
}
