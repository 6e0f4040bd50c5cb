import { asc, eq } from "drizzle-orm";
import type { Db, RevisionWords } from "@xudong/database";
import { isAllowed, type Actor, type Dong, type ListingKind, type ListingState, type Localized } from "@xudong/domain";
import { variantRows } from "../listing-rows.ts";

/** A listing, or a change of one that is on sale, as its reviewer reads it. */
export type WaitingListing = {
  id: string;
  kind: ListingKind;
  /** Of the listing itself: one that is on sale stays so while its change waits. */
  state: ListingState;
  shop: { id: string; name: Localized; isSample: boolean };
  words: RevisionWords;
  prices: readonly { title: Localized; priceDong: Dong }[];
  since: Date;
};

const atOnce = 50;

/** What waits for review, the oldest first, for who may review it (S1). */
export async function waitingListings(db: Db, actor: Actor, now: Date): Promise<WaitingListing[]> {
  const { listingRevisions, listings, shops } = db.t;
  const rows = await db
    .select({ revision: listingRevisions, listing: { id: listings.id, kind: listings.kind, state: listings.state }, shop: { id: shops.id, name: shops.name, isSample: shops.isSample } })
    .from(listingRevisions)
    .innerJoin(listings, eq(listings.id, listingRevisions.listingId))
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(eq(listingRevisions.state, "submitted"))
    .orderBy(asc(listingRevisions.createdAt), asc(listingRevisions.id))
    .limit(atOnce);
  const mine = rows.filter(({ shop }) => isAllowed(actor, "listing.review", shop.id));
  const variants = mine.length === 0 ? [] : await variantRows(db, { listingIds: mine.map(({ listing }) => listing.id) }, now);
  return mine.map(({ revision, listing, shop }) => ({
    ...listing,
    shop,
    words: revision.words,
    prices: variants.flatMap((variant) => (variant.listingId === listing.id ? [{ title: variant.title, priceDong: variant.priceDong }] : [])),
    since: revision.createdAt,
  }));
}
