import { and, eq, inArray, max, sql } from "drizzle-orm";
import { inChunks, keep, speakAll, writeAudits, type ListingFace, type RevisionChanges, type RevisionWords, type Tx } from "@xudong/database";
import { demand, DomainError, type Occasion } from "@xudong/domain";
import type { VariantDraft } from "../listing-draft.ts";
import { hideAll, lockShops, refreshShown } from "../shown.ts";
import { refitSlots } from "../slots/make-slots.ts";
import { takeSlugs } from "../slugs.ts";
import { addVariants, makeStocks } from "./add-variants.ts";
import { requireListings, type ListingRow } from "./listing-row.ts";
import { poolsOfListing } from "./revise-listing.ts";

/**
 * Puts a submitted listing on sale, or a submitted revision in place of the one that pages show, which has lived until
 * now: words, pictures, claims, titles and new ways of buying change at once. Orders keep what they were placed with (O2).
 *
 * @throws DomainError `listing.not_found`, `actor.not_allowed`, `listing.move_not_allowed` where nothing waits for review,
 *   `listing.slug_taken` where a new title has become somebody else's
 */
export async function approveListing(tx: Tx, listingId: string, occasion: Occasion): Promise<void> {
  await approveListings(tx, [listingId], occasion);
}

/** The same for many: all of them or none. */
export async function approveListings(tx: Tx, listingIds: readonly string[], occasion: Occasion): Promise<void> {
  const { actor, now } = occasion;
  const rows = await requireListings(tx, listingIds);
  for (const { shopId } of rows) demand(actor, "listing.review", shopId);
  await lockShops(tx, rows.map(({ shopId }) => shopId));

  const { listingRevisions } = tx.t;
  const approved = new Map<string, { id: string; words: RevisionWords; changes: RevisionChanges | null }>();
  for (const ids of inChunks(listingIds)) {
    // The one before lives until here. First it goes, then the other comes: two approved ones there never are.
    const waiting = await tx.select({ listingId: listingRevisions.listingId }).from(listingRevisions).where(and(inArray(listingRevisions.listingId, ids), eq(listingRevisions.state, "submitted")));
    const ready = waiting.map((revision) => revision.listingId);
    await tx.update(listingRevisions).set({ state: "replaced" }).where(and(inArray(listingRevisions.listingId, ready), eq(listingRevisions.state, "approved")));
    const some = await tx
      .update(listingRevisions)
      .set({ state: "approved", decidedAt: now, decidedBy: actor.id, reasons: null })
      .where(and(inArray(listingRevisions.listingId, ids), eq(listingRevisions.state, "submitted")))
      .returning({ id: listingRevisions.id, listingId: listingRevisions.listingId, words: listingRevisions.words, changes: listingRevisions.changes });
    for (const revision of some) approved.set(revision.listingId, revision);
  }

  const changed = rows.filter((row) => (approved.get(row.id)?.changes ?? null) !== null);
  await hideAll(tx, changed.map(({ id }) => id));
  for (const row of rows) {
    const revision = approved.get(row.id);
    if (revision === undefined) throw new DomainError("listing.move_not_allowed", { listingId: row.id });
    if (revision.changes !== null) await applyChanges(tx, row, revision.words, revision.changes, occasion);
    await publish(tx, row.id, { revisionId: revision.id, face: faceOf(revision.words) }, now.getTime());
  }
  await speakAll(tx, listingIds.map((id) => ({ topic: "listing.changed", subject: id })));
  await writeAudits(tx, listingIds.map((id) => ({ actor: actor.id, verb: "listing.approve", objectKind: "listing", objectId: id, at: now, detail: { revisionId: approved.get(id)?.id } })));
  await refreshShown(tx, { listingIds });
}

/** One statement, because every index of a listing is written with it; what is paused stays so, and keeps the day it came. */
const publish = keep((tx: Tx, listingId: string, { revisionId, face }: { revisionId: string; face: ListingFace }, nowMs: number) => {
  const { listings } = tx.t;
  return tx
    .update(listings)
    .set({ revisionId, face, state: sql`case when ${listings.state} = 'submitted' then 'published' else ${listings.state} end`, publishedAt: sql`coalesce(${listings.publishedAt}, cast(${nowMs} as bigint))` })
    .where(eq(listings.id, listingId));
});

function faceOf({ title, summary, pictures }: RevisionWords): ListingFace {
  return { title, summary, pictures: pictures.slice(0, 1) };
}

async function applyChanges(tx: Tx, row: ListingRow, words: RevisionWords, { claims, variants = [], stocks = [] }: RevisionChanges, occasion: Occasion): Promise<void> {
  const { now } = occasion;
  const { listings, shops, variants: rows } = tx.t;
  const listingId = row.id;
  await tx.update(listings).set(claims).where(eq(listings.id, listingId));
  await refitSlots(tx, listingId, now);
  const [shop] = await tx.select({ name: shops.name }).from(shops).where(eq(shops.id, row.shopId));
  await takeSlugs(tx, { kind: row.kind, targetId: listingId, title: words.title, shopId: row.shopId, now, ...(shop === undefined ? {} : { apart: shop.name }) });

  const fresh: VariantDraft[] = [];
  for (const variant of variants) {
    if (!("id" in variant)) fresh.push(variant);
    else {
      const { title, weightGrams, forWhom } = variant;
      await tx
        .update(rows)
        .set({ title, ...(weightGrams === undefined ? {} : { weightGrams }), ...(forWhom === undefined ? {} : { forWhom }) })
        .where(and(eq(rows.id, variant.id), eq(rows.listingId, listingId)));
    }
  }
  if (fresh.length === 0) return;
  const poolOf = await makeStocks(tx, stocks.map((stock) => ({ ...stock, shopId: row.shopId, listingId })), occasion);
  const [last] = await tx.select({ position: max(rows.position) }).from(rows).where(eq(rows.listingId, listingId));
  const known = new Set(await poolsOfListing(tx, listingId));
  await addVariants(tx, fresh.map((variant, at) => ({ ...variant, listingId, position: (last?.position ?? -1) + 1 + at })), poolOf, now, known);
}
