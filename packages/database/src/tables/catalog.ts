import { sql } from "drizzle-orm";
import { listingKinds, listingStates, poolUnits, revisionStates, shopKinds, shopStates, slotStates, taxActivities, vatClasses, type Localized } from "@xudong/domain";
import type { Columns } from "../columns-postgres.ts";

/** The words of a listing as one revision has them. */
export type RevisionWords = {
  title: Localized;
  summary: Localized;
  body: readonly Localized[];
  facts: readonly { label: Localized; value: Localized }[];
  pictures: readonly { drawing: string; alt: Localized }[];
  provenance: Localized;
};

/** What is for sale: shops, listings with their revisions, variants with their draws, pools, slots. */
export const catalogTables = ({ table, id, ref, text, count, dong, instant, flag, json, oneOf, index, unique, primaryKey, check }: Columns) => {
  const shops = table("shops", {
    id: id(),
    kind: oneOf(shopKinds).notNull(),
    state: oneOf(shopStates).notNull(),
    name: json<Localized>().notNull(),
    place: json<Localized>().notNull(),
    about: json<Localized>().notNull(),
    isSample: flag().notNull(),
    createdAt: instant().notNull(),
  });

  const listings = table(
    "listings",
    {
      id: id(),
      shopId: ref().notNull().references(() => shops.id),
      kind: oneOf(listingKinds).notNull(),
      state: oneOf(listingStates).notNull(),
      /** The approved revision that pages show; null until the first approval. */
      revisionId: ref(),
      seasonMonths: json<readonly number[]>().notNull(),
      vatClass: oneOf(vatClasses).notNull(),
      taxActivity: oneOf(taxActivities).notNull(),
      isSample: flag().notNull(),
      createdAt: instant().notNull(),
      publishedAt: instant(),
    },
    (t) => [index("listings_on_sale").on(t.state, t.kind, t.id), index("listings_shop").on(t.shopId)],
  );

  const listingRevisions = table(
    "listing_revisions",
    {
      id: id(),
      listingId: ref().notNull().references(() => listings.id),
      number: count().notNull(),
      state: oneOf(revisionStates).notNull(),
      words: json<RevisionWords>().notNull(),
      createdAt: instant().notNull(),
      decidedAt: instant(),
      decidedBy: text(),
      reason: text(),
    },
    (t) => [unique("listing_revisions_number").on(t.listingId, t.number)],
  );

  const slugs = table(
    "slugs",
    {
      kind: text().notNull(),
      locale: text().notNull(),
      slug: text().notNull(),
      targetId: ref().notNull(),
      /** Old slugs stay and lead to the current one. */
      isCurrent: flag().notNull(),
      createdAt: instant().notNull(),
    },
    (t) => [primaryKey({ name: "slugs_pk", columns: [t.kind, t.locale, t.slug] }), index("slugs_target").on(t.targetId)],
  );

  const variants = table(
    "variants",
    {
      id: id(),
      listingId: ref().notNull().references(() => listings.id),
      position: count().notNull(),
      title: json<Localized>().notNull(),
    },
    (t) => [index("variants_listing").on(t.listingId, t.position)],
  );

  const prices = table(
    "prices",
    {
      id: id(),
      variantId: ref().notNull().references(() => variants.id),
      priceDong: dong().notNull(),
      validFrom: instant().notNull(),
      validTo: instant(),
    },
    (t) => [index("prices_variant").on(t.variantId, t.validFrom), check("prices_not_negative", sql`${t.priceDong} >= 0`)],
  );

  const pools = table(
    "pools",
    {
      id: id(),
      shopId: ref().notNull().references(() => shops.id),
      unit: oneOf(poolUnits).notNull(),
      capacity: count().notNull(),
      taken: count().notNull(),
    },
    (t) => [
      index("pools_shop").on(t.shopId),
      // H1: what the taking statement forgot, the table refuses.
      check("pools_taken_fits", sql`${t.taken} >= 0 and ${t.taken} <= ${t.capacity}`),
    ],
  );

  const stockMovements = table(
    "stock_movements",
    {
      id: id(),
      poolId: ref().notNull().references(() => pools.id),
      capacityFrom: count().notNull(),
      capacityTo: count().notNull(),
      at: instant().notNull(),
      actor: text().notNull(),
      reason: text().notNull(),
    },
    (t) => [index("stock_movements_pool").on(t.poolId, t.id)],
  );

  /** What one of a variant takes: from a named pool (goods), or from whatever pool has that role in the chosen slot. */
  const draws = table(
    "draws",
    {
      id: id(),
      variantId: ref().notNull().references(() => variants.id),
      poolId: ref().references(() => pools.id),
      slotRole: text(),
      units: count().notNull(),
    },
    (t) => [
      index("draws_variant").on(t.variantId),
      check("draws_from_one_source", sql`(${t.poolId} is null) <> (${t.slotRole} is null)`),
      check("draws_units_positive", sql`${t.units} > 0`),
    ],
  );

  const slots = table(
    "slots",
    {
      id: id(),
      listingId: ref().notNull().references(() => listings.id),
      startsAt: instant().notNull(),
      endsAt: instant().notNull(),
      sellsUntil: instant().notNull(),
      state: oneOf(slotStates).notNull(),
    },
    (t) => [unique("slots_listing_start").on(t.listingId, t.startsAt), check("slots_end_after_start", sql`${t.endsAt} > ${t.startsAt} and ${t.sellsUntil} <= ${t.startsAt}`)],
  );

  const slotPools = table(
    "slot_pools",
    {
      slotId: ref().notNull().references(() => slots.id),
      role: text().notNull(),
      poolId: ref().notNull().references(() => pools.id),
    },
    (t) => [primaryKey({ name: "slot_pools_pk", columns: [t.slotId, t.role] }), index("slot_pools_pool").on(t.poolId)],
  );

  return { shops, listings, listingRevisions, slugs, variants, prices, pools, stockMovements, draws, slots, slotPools };
};

export type CatalogTables = ReturnType<typeof catalogTables>;
