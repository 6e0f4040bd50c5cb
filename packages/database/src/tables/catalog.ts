import { sql } from "drizzle-orm";
import {
  certificateKinds, holidayCertainties, listingKinds, listingStates, poolUnits, revisionStates, shopKinds, shopStates, slotStates, taxActivities, vatClasses,
  type Localized, type LunarWindow, type PoolUnit, type ReviewReason, type SlotRuleTimes, type TaxActivity, type VatClass,
} from "@xudong/domain";
import type { Columns } from "../columns-postgres.ts";
import type { AreaTables } from "./areas.ts";

/** The words of a listing as one revision has them. */
export type RevisionWords = {
  title: Localized;
  summary: Localized;
  body: readonly Localized[];
  facts: readonly { label: Localized; value: Localized }[];
  pictures: readonly { drawing: string; alt: Localized }[];
  provenance: Localized;
};

/** What a list shows of a listing's words: the rest is read where the whole is shown. */
export type ListingFace = Pick<RevisionWords, "title" | "summary" | "pictures">;

/** What a listing claims besides its words: true only once somebody has looked at it. */
export type ListingClaims = {
  categoryId: string | null;
  seasonMonths: readonly number[];
  seasonLunar: readonly LunarWindow[] | null;
  unitCode: string | null;
  plusCode: string | null;
  needsCold: boolean;
  shelfLifeHours: number | null;
  vatClass: VatClass;
  taxActivity: TaxActivity;
  isSample: boolean;
};

/** A way of buying that a revision brings, or one that is there already, by its id, and is told anew. */
export type RevisedVariant = {
  title: Localized;
  weightGrams?: number;
  forWhom?: { ageMin?: number; ageMax?: number; proof?: Localized };
} & ({ id: string } | { priceDong: number; draws: readonly { from: string; units: number }[] });

/** What a revision changes besides words, once it is approved. */
export type RevisionChanges = {
  claims: ListingClaims;
  /** Absent: the ways of buying stay as they are. */
  variants?: readonly RevisedVariant[];
  /** New stocks the new variants draw on. */
  stocks?: readonly { key: string; unit: PoolUnit; capacity: number }[];
};

/** Who a seller is, as consumer law has it shown beside what they sell. */
export type ShopIdentity = { legalName: string; addressLine: string; phone: string; registration?: { number: string; issuer: string; issuedOn: string } };

/** What is for sale: shops, listings with their revisions, variants with their draws, pools, slots. */
export const catalogTables = ({ table, id, ref, text, count, dong, instant, day, flag, json, oneOf, index, unique, primaryKey, check }: Columns, { units }: AreaTables) => {
  const shops = table(
    "shops",
    {
      id: id(),
      kind: oneOf(shopKinds).notNull(),
      state: oneOf(shopStates).notNull(),
      name: json<Localized>().notNull(),
      place: json<Localized>().notNull(),
      about: json<Localized>().notNull(),
      isSample: flag().notNull(),
      createdAt: instant().notNull(),
      /** The commune or ward it sends from. */
      unitCode: ref().references(() => units.code),
      identity: json<ShopIdentity>(),
      /** Until when an order of the day leaves that day, in minutes after midnight in Vietnam; null is the house's usual hour. */
      cutOffMinute: count(),
      /** Weekdays on which nothing leaves it, 0 is Sunday; null is the house's usual. */
      restWeekdays: json<readonly number[]>(),
      /** What a reviewer wrote with the last refusal or suspension. */
      stateReasons: json<readonly ReviewReason[]>(),
    },
    (t) => [index("shops_state").on(t.state, t.id)],
  );

  /** A tree of two levels at most; a listing stands in one of them. */
  const categories = table(
    "categories",
    {
      id: id(),
      parentId: ref(),
      kind: oneOf(listingKinds).notNull(),
      key: text().notNull(),
      name: json<Localized>().notNull(),
      position: count().notNull(),
    },
    (t) => [unique("categories_key").on(t.key)],
  );

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
      categoryId: ref().references(() => categories.id),
      /** Lunar windows of the season, beside its solar months. */
      seasonLunar: json<readonly LunarWindow[]>(),
      /** Where it grows, is made or takes place. */
      unitCode: ref().references(() => units.code),
      /** The spot itself, as an Open Location Code, where a commune is too wide. */
      plusCode: text(),
      /** Must travel chilled. */
      needsCold: flag().notNull().default(false),
      /** How long it keeps after it has left the seller; null where it does not spoil. */
      shelfLifeHours: count(),
      /** The words of its approved revision that lists show, with the first picture; null where an older version approved it. */
      face: json<ListingFace>(),
      /** Published, and of an approved shop: what lists read. Moved together with either. */
      isShown: flag().notNull().default(false),
    },
    (t) => [
      index("listings_shown").on(t.isShown, t.id),
      index("listings_shown_kind").on(t.isShown, t.kind, t.id),
      index("listings_shown_category").on(t.categoryId, t.isShown, t.id),
      index("listings_shown_shop").on(t.shopId, t.isShown, t.id),
      index("listings_shown_unit").on(t.unitCode, t.isShown, t.id),
      index("listings_on_sale").on(t.state, t.kind, t.id),
      index("listings_shop").on(t.shopId),
    ],
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
      /** Null in the first revision, whose claims and variants stand in their own rows at once: nobody sees them yet. */
      changes: json<RevisionChanges>(),
      /** Why it was refused, field by field. */
      reasons: json<readonly ReviewReason[]>(),
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
      /** Of one, packed; null for what is not sent. */
      weightGrams: count(),
      /** Whom a ticket type is for, as the gate checks it. */
      forWhom: json<{ ageMin?: number; ageMax?: number; proof?: Localized }>(),
      /** Sold no more; order lines may still name it. */
      isRetired: flag().notNull().default(false),
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

  /** Recurring times of an experience. A change makes and closes slots, and never touches one with claims. */
  const slotRules = table(
    "slot_rules",
    {
      id: id(),
      listingId: ref().notNull().references(() => listings.id),
      position: count().notNull(),
      validFrom: day().notNull(),
      validTo: day(),
      times: json<SlotRuleTimes>().notNull(),
      lastsMinutes: count().notNull(),
      /** Sold until so long before it begins. */
      cutOffMinutes: count().notNull(),
      capacities: json<Readonly<Record<string, { unit: (typeof poolUnits)[number]; capacity: number }>>>().notNull(),
      /** Since when other rules hold in its place; the slots it made still name it. */
      replacedAt: instant(),
    },
    (t) => [index("slot_rules_listing").on(t.listingId, t.position)],
  );

  /** How far the slots of a listing have been made. Whoever makes or changes slots by rules touches this row first. */
  const slotCalendars = table(
    "slot_calendars",
    {
      listingId: id().references(() => listings.id),
      /** The next day to make; days from there on may not fit the rules yet. */
      madeUntil: day().notNull(),
    },
    (t) => [index("slot_calendars_made").on(t.madeUntil)],
  );

  /** A day that does not follow the rules of its listing: closed, or with times of its own. */
  const slotExceptions = table(
    "slot_exceptions",
    {
      id: id(),
      listingId: ref().notNull().references(() => listings.id),
      day: day().notNull(),
      /** Empty: closed that day. Otherwise these instead of the rules' times, `HH:MM`. */
      times: json<readonly string[]>().notNull(),
      note: json<Localized>(),
    },
    (t) => [unique("slot_exceptions_day").on(t.listingId, t.day)],
  );

  /** Days off as the law or the government announces them, year by year. */
  const publicHolidays = table("public_holidays", {
    day: id(),
    name: json<Localized>().notNull(),
    certainty: oneOf(holidayCertainties).notNull(),
    legalBasis: text().notNull(),
    sourceUrl: text(),
  });

  /** Papers that a badge rests on. Shown only while verified and in date. */
  const certificates = table(
    "certificates",
    {
      id: id(),
      kind: oneOf(certificateKinds).notNull(),
      shopId: ref().notNull().references(() => shops.id),
      /** Of one thing, or of the whole shop where null. */
      listingId: ref().references(() => listings.id),
      productName: json<Localized>().notNull(),
      holder: text().notNull(),
      /** OCOP: 3 to 5. */
      stars: count(),
      number: text(),
      issuer: text().notNull(),
      issuedOn: day().notNull(),
      validTo: day(),
      /** Decision, report or the seller's own word. */
      sourceGrade: text().notNull(),
      isSample: flag().notNull(),
      createdAt: instant().notNull(),
      verifiedAt: instant(),
      verifiedBy: text(),
      revokedAt: instant(),
    },
    (t) => [index("certificates_shop").on(t.shopId), index("certificates_listing").on(t.listingId), index("certificates_ending").on(t.validTo)],
  );

  /**
   * When a shown listing can be had, for lists of what is in season: `year`, or a solar month `m06`, or days of a lunar
   * month `l10`. `s06` says that a season begins in June. There are none of listings that nobody sees.
   */
  const listingSeasons = table(
    "listing_seasons",
    {
      listingId: ref().notNull().references(() => listings.id),
      kind: oneOf(listingKinds).notNull(),
      season: text().notNull(),
      /** Days of that month, both included. */
      fromDay: count().notNull(),
      toDay: count().notNull(),
    },
    (t) => [
      primaryKey({ name: "listing_seasons_pk", columns: [t.listingId, t.season, t.fromDay] }),
      index("listing_seasons_season").on(t.season, t.kind, t.listingId, t.fromDay, t.toDay),
    ],
  );

  /**
   * How many things each list shows, moved in the same transaction as what it counts: `kind:goods`, `category:ID`,
   * `shop:ID`, `unit:CODE`, `season:goods:m06` (without those that follow the moon), and `shops`. `all` is touched first
   * by whoever moves any of them, so that a recount sees everything or nothing of a change.
   */
  const listingCounts = table("listing_counts", { scope: id(), shown: count().notNull() });

  const slots = table(
    "slots",
    {
      id: id(),
      listingId: ref().notNull().references(() => listings.id),
      startsAt: instant().notNull(),
      endsAt: instant().notNull(),
      sellsUntil: instant().notNull(),
      state: oneOf(slotStates).notNull(),
      /** The rule that made it; null where a person did. */
      ruleId: ref().references(() => slotRules.id),
      /** Closed because the rules no longer have it, not by a person: it opens again where they do. */
      isWithdrawn: flag().notNull().default(false),
    },
    (t) => [unique("slots_listing_start").on(t.listingId, t.startsAt), index("slots_start").on(t.startsAt, t.listingId), check("slots_end_after_start", sql`${t.endsAt} > ${t.startsAt} and ${t.sellsUntil} <= ${t.startsAt}`)],
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

  return {
    shops, categories, listings, listingRevisions, slugs, variants, prices, pools, stockMovements, draws, slotRules, slotCalendars, slotExceptions, publicHolidays, certificates,
    listingSeasons, listingCounts, slots, slotPools,
  };
};

export type CatalogTables = ReturnType<typeof catalogTables>;
