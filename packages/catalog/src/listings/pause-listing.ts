import { and, eq, inArray } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, isAllowed, listingMoves, listingStates, mayMove, type ListingState, type Occasion } from "@xudong/domain";
import { lockShops, refreshShown } from "../shown.ts";
import { requireListing } from "./listing-row.ts";

/** Stops selling for a while; its page stays. @throws DomainError `listing.not_found`, `actor.not_allowed`, `listing.move_not_allowed` */
export async function pauseListing(tx: Tx, listingId: string, occasion: Occasion): Promise<void> {
  await move(tx, listingId, { to: "paused", verb: "listing.pause", mayReviewersToo: true }, occasion);
}

/** Sells again what was paused. @throws as `pauseListing` */
export async function resumeListing(tx: Tx, listingId: string, occasion: Occasion): Promise<void> {
  await move(tx, listingId, { to: "published", from: "paused", verb: "listing.resume", mayReviewersToo: false }, occasion);
}

/** Puts a listing away for good: it is on no list and has no page. Orders of it stay. @throws as `pauseListing` */
export async function archiveListing(tx: Tx, listingId: string, occasion: Occasion): Promise<void> {
  await move(tx, listingId, { to: "archived", verb: "listing.archive", mayReviewersToo: true }, occasion);
}

type Move = { to: ListingState; from?: ListingState; verb: string; mayReviewersToo: boolean };

async function move(tx: Tx, listingId: string, { to, from, verb, mayReviewersToo }: Move, { actor, now }: Occasion): Promise<void> {
  const { shopId } = await requireListing(tx, listingId);
  // Who reviews may take down what they let through.
  if (!(mayReviewersToo && isAllowed(actor, "listing.review", shopId))) demand(actor, "listing.edit", shopId);
  await lockShops(tx, [shopId]);
  const { listings } = tx.t;
  const before = listingStates.filter((state) => mayMove(listingMoves, state, to) && (from === undefined || state === from));
  const [moved] = await tx
    .update(listings)
    .set({ state: to })
    .where(and(eq(listings.id, listingId), inArray(listings.state, before)))
    .returning({ id: listings.id });
  if (moved === undefined) throw new DomainError("listing.move_not_allowed", { listingId });
  await speak(tx, { topic: "listing.changed", subject: listingId });
  await writeAudit(tx, { actor: actor.id, verb, objectKind: "listing", objectId: listingId, at: now });
  await refreshShown(tx, { listingIds: [listingId] });
}
