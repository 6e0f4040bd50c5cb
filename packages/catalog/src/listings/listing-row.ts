import { eq, inArray } from "drizzle-orm";
import { inChunks, type Tx } from "@xudong/database";
import { DomainError, isId, type ListingKind, type ListingState } from "@xudong/domain";

/** A listing as its verbs need it. */
export type ListingRow = { id: string; shopId: string; kind: ListingKind; state: ListingState; revisionId: string | null };

/** @throws DomainError `listing.not_found` where one of them is not there */
export async function requireListings(tx: Tx, listingIds: readonly string[]): Promise<ListingRow[]> {
  const { listings } = tx.t;
  const rows = new Map<string, ListingRow>();
  for (const ids of inChunks(listingIds.filter(isId))) {
    const some = await tx
      .select({ id: listings.id, shopId: listings.shopId, kind: listings.kind, state: listings.state, revisionId: listings.revisionId })
      .from(listings)
      .where(inArray(listings.id, ids));
    for (const row of some) rows.set(row.id, row);
  }
  return listingIds.map((id) => {
    const row = rows.get(id);
    if (row === undefined) throw new DomainError("listing.not_found");
    return row;
  });
}

/** @throws DomainError `listing.not_found` */
export async function requireListing(tx: Tx, listingId: string): Promise<ListingRow> {
  const [row] = await requireListings(tx, [listingId]);
  if (row === undefined) throw new DomainError("listing.not_found");
  return row;
}

/** A way of buying with the listing it belongs to. @throws DomainError `variant.not_found` */
export async function requireVariant(tx: Tx, variantId: string): Promise<{ id: string; isRetired: boolean; listing: ListingRow }> {
  const { variants } = tx.t;
  const [row] = isId(variantId) ? await tx.select({ id: variants.id, isRetired: variants.isRetired, listingId: variants.listingId }).from(variants).where(eq(variants.id, variantId)) : [];
  if (row === undefined) throw new DomainError("variant.not_found", { field: "variantId" });
  return { id: row.id, isRetired: row.isRetired, listing: await requireListing(tx, row.listingId) };
}
