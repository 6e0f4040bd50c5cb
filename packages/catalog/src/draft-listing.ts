import { and, eq } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, dong, DomainError, newId, seasonFaults, seasonOf, slugOf, type Localized, type Occasion } from "@xudong/domain";
import type { ListingDraft } from "./listing-draft.ts";
import { takeSlugs } from "./slugs.ts";

/**
 * Writes down a new listing of a shop with its first revision, stocks, variants and prices. Nobody sees
 * it before it has been submitted and approved.
 *
 * @throws DomainError `actor.not_allowed`, `listing.incomplete` naming what is missing, `listing.slug_taken`
 */
export async function draftListing(tx: Tx, shopId: string, draft: ListingDraft, occasion: Occasion): Promise<{ id: string }> {
  const { actor, now } = occasion;
  demand(actor, "listing.edit", shopId);
  refuseIncomplete(draft);

  const id = newId(now);
  await tx.insert(tx.t.listings).values({
    id,
    shopId,
    kind: draft.kind,
    state: "draft",
    revisionId: null,
    seasonMonths: draft.seasonMonths,
    seasonLunar: draft.seasonLunar ?? null,
    vatClass: draft.vatClass,
    taxActivity: draft.taxActivity,
    isSample: draft.isSample,
    createdAt: now,
    publishedAt: null,
  });
  await tx.insert(tx.t.listingRevisions).values({
    id: newId(now),
    listingId: id,
    number: 1,
    state: "draft",
    words: {
      title: draft.title,
      summary: draft.summary,
      body: draft.body,
      facts: draft.facts,
      pictures: draft.pictures,
      provenance: draft.provenance,
    },
    createdAt: now,
  });
  await takeSlugs(tx, { kind: draft.kind, targetId: id, title: draft.title, now });
  const poolOf = await makeStocks(tx, shopId, draft, occasion);
  await makeVariants(tx, id, draft, poolOf, now);
  await writeAudit(tx, { actor: actor.id, verb: "listing.draft", objectKind: "listing", objectId: id, at: now });
  return { id };
}

function refuseIncomplete(draft: ListingDraft): void {
  const missing: string[] = [];
  const isEmpty = (text: Localized) => text.vi.trim() === "";
  // A title without a single Latin letter or digit gives no address.
  if (isEmpty(draft.title) || slugOf(draft.title.vi) === "") missing.push("title");
  if (isEmpty(draft.summary)) missing.push("summary");
  if (isEmpty(draft.provenance)) missing.push("provenance");
  if (draft.body.length === 0) missing.push("body");
  if (draft.pictures.length === 0) missing.push("pictures");
  missing.push(...seasonFaults(seasonOf(draft)));
  if (draft.variants.length === 0) missing.push("variants");
  const stockKeys = new Set(draft.stocks.map((stock) => stock.key));
  for (const [position, variant] of draft.variants.entries()) {
    if (!Number.isSafeInteger(variant.priceDong) || variant.priceDong < 0) missing.push(`variants.${position}.priceDong`);
    if (variant.draws.length === 0) missing.push(`variants.${position}.draws`);
    for (const draw of variant.draws) {
      const isKnown = draft.kind === "experience" || stockKeys.has(draw.from);
      if (!isKnown || !Number.isInteger(draw.units) || draw.units < 1) missing.push(`variants.${position}.draws`);
    }
  }
  const [first] = missing;
  if (first !== undefined) {
    throw new DomainError("listing.incomplete", { field: first, issues: missing.map((field) => ({ field, reason: "missing" })) });
  }
}

async function makeStocks(tx: Tx, shopId: string, draft: ListingDraft, { actor, now }: Occasion): Promise<ReadonlyMap<string, string>> {
  const poolOf = new Map<string, string>();
  for (const stock of draft.stocks) {
    const poolId = newId(now);
    poolOf.set(stock.key, poolId);
    await tx.insert(tx.t.pools).values({ id: poolId, shopId, unit: stock.unit, capacity: stock.capacity, taken: 0 });
    await tx.insert(tx.t.stockMovements).values({
      id: newId(now),
      poolId,
      capacityFrom: 0,
      capacityTo: stock.capacity,
      at: now,
      actor: actor.id,
      reason: "first_stock",
    });
  }
  return poolOf;
}

async function makeVariants(tx: Tx, listingId: string, draft: ListingDraft, poolOf: ReadonlyMap<string, string>, now: Date): Promise<void> {
  for (const [position, variant] of draft.variants.entries()) {
    const id = newId(now);
    await tx.insert(tx.t.variants).values({ id, listingId, position, title: variant.title });
    await tx.insert(tx.t.prices).values({ id: newId(now), variantId: id, priceDong: dong(variant.priceDong), validFrom: now, validTo: null });
    await tx.insert(tx.t.draws).values(
      variant.draws.map((draw) => ({
        id: newId(now),
        variantId: id,
        poolId: poolOf.get(draw.from) ?? null,
        slotRole: poolOf.has(draw.from) ? null : draw.from,
        units: draw.units,
      })),
    );
  }
}

/** Hands a draft to the reviewers. @throws DomainError `actor.not_allowed`, `listing.not_found` where there is no draft of it. */
export async function submitListing(tx: Tx, listingId: string, { actor, now }: Occasion): Promise<void> {
  const { listings, listingRevisions } = tx.t;
  const [listing] = await tx.select({ shopId: listings.shopId }).from(listings).where(eq(listings.id, listingId));
  if (listing === undefined) throw new DomainError("listing.not_found");
  demand(actor, "listing.edit", listing.shopId);
  const [moved] = await tx
    .update(listings)
    .set({ state: "submitted" })
    .where(and(eq(listings.id, listingId), eq(listings.state, "draft")))
    .returning({ id: listings.id });
  if (moved === undefined) throw new DomainError("listing.move_not_allowed", { listingId });
  await tx
    .update(listingRevisions)
    .set({ state: "submitted" })
    .where(and(eq(listingRevisions.listingId, listingId), eq(listingRevisions.state, "draft")));
  await writeAudit(tx, { actor: actor.id, verb: "listing.submit", objectKind: "listing", objectId: listingId, at: now });
}

/** Puts a submitted listing on sale. @throws DomainError `actor.not_allowed`, `listing.not_found`, `listing.move_not_allowed` */
export async function approveListing(tx: Tx, listingId: string, { actor, now }: Occasion): Promise<void> {
  demand(actor, "listing.review", listingId);
  const { listings, listingRevisions } = tx.t;
  const [revision] = await tx
    .update(listingRevisions)
    .set({ state: "approved", decidedAt: now, decidedBy: actor.id })
    .where(and(eq(listingRevisions.listingId, listingId), eq(listingRevisions.state, "submitted")))
    .returning({ id: listingRevisions.id });
  if (revision === undefined) throw new DomainError("listing.not_found");
  const [published] = await tx
    .update(listings)
    .set({ state: "published", revisionId: revision.id, publishedAt: now })
    .where(and(eq(listings.id, listingId), eq(listings.state, "submitted")))
    .returning({ id: listings.id });
  if (published === undefined) throw new DomainError("listing.move_not_allowed", { listingId });
  await speak(tx, { topic: "listing.changed", subject: listingId });
  await writeAudit(tx, { actor: actor.id, verb: "listing.approve", objectKind: "listing", objectId: listingId, at: now });
}
