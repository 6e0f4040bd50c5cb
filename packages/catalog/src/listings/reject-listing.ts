import { and, eq } from "drizzle-orm";
import { writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, type Occasion, type ReviewReason } from "@xudong/domain";
import { readReasons } from "../read-reasons.ts";
import { requireListing } from "./listing-row.ts";

/**
 * Sends a submitted listing or revision back to its seller, with what is to be mended, field by field. What pages show
 * of a listing that is on sale stays as it is.
 *
 * @throws DomainError `listing.not_found`, `actor.not_allowed`, `request.invalid` without a reason, `listing.move_not_allowed`
 */
export async function rejectListing(tx: Tx, listingId: string, given: readonly ReviewReason[], { actor, now }: Occasion): Promise<void> {
  const { shopId } = await requireListing(tx, listingId);
  demand(actor, "listing.review", shopId);
  const reasons = readReasons(given);
  const { listings, listingRevisions } = tx.t;
  const [revision] = await tx
    .update(listingRevisions)
    .set({ state: "rejected", decidedAt: now, decidedBy: actor.id, reasons })
    .where(and(eq(listingRevisions.listingId, listingId), eq(listingRevisions.state, "submitted")))
    .returning({ id: listingRevisions.id });
  if (revision === undefined) throw new DomainError("listing.move_not_allowed", { listingId });
  await tx.update(listings).set({ state: "rejected" }).where(and(eq(listings.id, listingId), eq(listings.state, "submitted")));
  await writeAudit(tx, { actor: actor.id, verb: "listing.reject", objectKind: "listing", objectId: listingId, at: now, detail: { revisionId: revision.id, fields: reasons.map(({ field }) => field ?? "") } });
}
