import { and, desc, eq, isNotNull } from "drizzle-orm";
import { writeAudit, type RevisionChanges, type Tx } from "@xudong/database";
import { demand, DomainError, newId, type Occasion } from "@xudong/domain";
import type { RenamedVariant, RevisionDraft, VariantDraft } from "../listing-draft.ts";
import { DraftReader, readListingText, readStocks, readVariants, draftLimits } from "../read-drafts.ts";
import { lockShops } from "../shown.ts";
import { chooseSlugs } from "../slugs.ts";
import { knownPlaces, readClaims } from "./draft-listing.ts";
import { requireListing, type ListingRow } from "./listing-row.ts";

/**
 * Writes down what is to change in a listing: its words, photographs, claims, titles and new ways of buying, all of it
 * anew. Nothing that people see or buy changes before it has been submitted and approved (decision 0016). A draft, or what
 * a reviewer sent back, is written over; what is under review is left alone until it is decided.
 *
 * @throws DomainError `listing.not_found`, `actor.not_allowed`, `listing.move_not_allowed` for an archived one,
 *   `listing.under_review`, `listing.incomplete` naming what is missing or wrong, `listing.slug_taken`
 */
export async function reviseListing(tx: Tx, listingId: string, draft: RevisionDraft, { actor, now }: Occasion): Promise<{ revisionId: string; number: number }> {
  const row = await requireListing(tx, listingId);
  demand(actor, "listing.edit", row.shopId);
  if (row.state === "archived") throw new DomainError("listing.move_not_allowed", { listingId });
  // Of two that revise one listing at once the second writes over the first, instead of beside it.
  await lockShops(tx, [row.shopId]);

  const { listingRevisions, shops } = tx.t;
  const [latest] = await tx
    .select({ id: listingRevisions.id, number: listingRevisions.number, state: listingRevisions.state })
    .from(listingRevisions)
    .where(eq(listingRevisions.listingId, listingId))
    .orderBy(desc(listingRevisions.number))
    .limit(1);
  if (latest?.state === "submitted") throw new DomainError("listing.under_review", { listingId });

  const form = new DraftReader();
  const { words, text } = readListingText(form, draft);
  const variants = await readRevisedVariants(tx, form, row, draft);
  const claims = readClaims(form, row.kind, text, await knownPlaces(tx, [text], now));
  form.refuse("listing.incomplete");
  const [shop] = await tx.select({ name: shops.name }).from(shops).where(eq(shops.id, row.shopId));
  await chooseSlugs(tx, [{ kind: row.kind, targetId: listingId, title: words.title, shopId: row.shopId, now, ...(shop === undefined ? {} : { apart: shop.name }) }]);

  const changes: RevisionChanges = { claims, ...(variants.length === 0 ? {} : { variants }), ...(draft.stocks === undefined ? {} : { stocks: draft.stocks }) };
  const isOpen = latest?.state === "draft" || latest?.state === "rejected";
  const revision = isOpen ? latest : { id: newId(now), number: (latest?.number ?? 0) + 1 };
  if (isOpen) await tx.update(listingRevisions).set({ words, changes }).where(eq(listingRevisions.id, revision.id));
  else await tx.insert(listingRevisions).values({ ...revision, listingId, state: "draft", words, changes, createdAt: now });
  await writeAudit(tx, { actor: actor.id, verb: "listing.revise", objectKind: "listing", objectId: listingId, at: now, detail: { revisionId: revision.id } });
  return { revisionId: revision.id, number: revision.number };
}

async function readRevisedVariants(tx: Tx, form: DraftReader, { id: listingId, kind }: ListingRow, { variants = [], stocks = [] }: RevisionDraft): Promise<(RenamedVariant | VariantDraft)[]> {
  readStocks(form, kind, stocks);
  if (variants.length === 0) return [];
  const rows = await tx.select({ id: tx.t.variants.id }).from(tx.t.variants).where(eq(tx.t.variants.listingId, listingId));
  const own = new Set(rows.map(({ id }) => id));
  if (variants.length > draftLimits.variants) form.fault("variants", "too_many", { max: draftLimits.variants });
  const pools = await poolsOfListing(tx, listingId);
  return variants.map((variant, at) => {
    const field = `variants.${at}`;
    if (!("id" in variant)) {
      // Read one by one: the fields of faults count from the list the seller sent.
      const alone = new DraftReader();
      const [read] = readVariants(alone, kind, [variant], stocks, pools);
      for (const fault of alone.faults) form.faults.push({ ...fault, field: fault.field.replace("variants.0", field) });
      return read ?? variant;
    }
    // Another listing's are as unknown as none at all (S1).
    if (!own.has(variant.id)) form.fault(`${field}.id`, "not_known");
    if (variant.weightGrams !== undefined) form.whole(`${field}.weightGrams`, variant.weightGrams, { min: 1, max: 1_000_000 });
    return { ...variant, title: form.text(`${field}.title`, variant.title, draftLimits.variantTitle) };
  });
}

/** The stocks a listing sells from. */
export async function poolsOfListing(tx: Tx, listingId: string): Promise<string[]> {
  const { variants, draws } = tx.t;
  const rows = await tx
    .selectDistinct({ poolId: draws.poolId })
    .from(draws)
    .innerJoin(variants, eq(variants.id, draws.variantId))
    .where(and(eq(variants.listingId, listingId), isNotNull(draws.poolId)));
  return rows.flatMap(({ poolId }) => (poolId === null ? [] : [poolId]));
}
