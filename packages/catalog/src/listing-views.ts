import { and, eq, gt, gte, lt } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { addDays, dayOf, DomainError, quantityThatFits, seasonOf, startOf, whyNotOnSale, type Day, type ListingKind } from "@xudong/domain";
import { cardOf, cardParts } from "./listing-cards.ts";
import { drawsIn, sellableRows, slotPoolRows, variantRows, type SellableRow } from "./listing-rows.ts";
import type { ListingView, SlotView } from "./listing-view.ts";
import { poolLevels } from "./pool-levels.ts";
import { shopView } from "./shops/show-shop.ts";
import { findBySlug, slugsOf, type Slugs } from "./slugs.ts";

/** A listing by a slug of either language, or where an old slug moved to. @throws DomainError `listing.not_found` */
export async function showListing(db: Db, slug: string, now: Date, kind?: ListingKind): Promise<{ listing: ListingView } | { movedTo: Slugs }> {
  const { row, isCurrent } = await requireVisible(db, slug, kind);
  if (!isCurrent) return { movedTo: (await slugsOf(db, [row.listing.id])).get(row.listing.id) ?? { vi: slug, en: slug } };

  const [variants, parts] = await Promise.all([variantRows(db, { listingIds: [row.listing.id] }, now), cardParts(db, [row], now)]);
  const levels = await poolLevels(
    db,
    variants.flatMap((variant) => variant.poolDraws.map((draw) => draw.poolId)),
    now,
  );
  const left = new Map([...levels.values()].map((level) => [level.id, level.unitsLeft]));
  const why = whyNotOnSale(
    { state: row.listing.state, kind: row.listing.kind, shopState: row.shop.state, season: seasonOf(row.listing) },
    now,
  );
  const { words } = row.revision;
  return {
    listing: {
      ...cardOf({ ...row, words }, variants.length === 0 ? 0 : Math.min(...variants.map((variant) => variant.priceDong)), parts, now),
      shop: await shopView(db, row.shop, parts.slugs.get(row.shop.id), now, parts.places),
      plusCode: row.listing.plusCode ?? undefined,
      pictures: words.pictures,
      body: words.body,
      facts: words.facts,
      provenance: words.provenance,
      variants: variants.map((variant) => ({
        id: variant.id,
        title: variant.title,
        priceDong: variant.priceDong,
        unitsLeft: quantityThatFits(variant.poolDraws, left),
        weightGrams: variant.weightGrams ?? undefined,
        draws: [
          ...variant.poolDraws.map((draw) => ({ unit: levels.get(draw.poolId)?.unit ?? ("piece" as const), units: draw.units })),
          ...variant.roleDraws.map((draw) => ({ unit: draw.unit, units: draw.units })),
        ],
      })),
      notOnSale: why === "listing.out_of_season" || why === "listing.not_on_sale" ? why : undefined,
      slotDays: row.listing.kind === "experience" ? await slotDays(db, row.listing.id, now) : [],
    },
  };
}

/** What everybody may read about: published or paused, of a shop that sells. @throws DomainError `listing.not_found` */
async function requireVisible(db: Db, slug: string, kind?: ListingKind): Promise<{ row: SellableRow; isCurrent: boolean }> {
  const found = await findBySlug(db, kind === undefined ? ["goods", "experience"] : [kind], slug);
  const [row] = found === undefined ? [] : await sellableRows(db, [found.targetId]);
  const isVisible = row !== undefined && row.shop.state === "approved" && (row.listing.state === "published" || row.listing.state === "paused");
  if (found === undefined || !isVisible) throw new DomainError("listing.not_found");
  return { row, isCurrent: found.isCurrent };
}

/** The days of the coming eight weeks on which something can still be booked or was offered. */
async function slotDays(db: Db, listingId: string, now: Date): Promise<Day[]> {
  const { slots } = db.t;
  const rows = await db
    .select({ startsAt: slots.startsAt })
    .from(slots)
    .where(and(eq(slots.listingId, listingId), eq(slots.state, "open"), gt(slots.sellsUntil, now), lt(slots.startsAt, startOf(addDays(dayOf(now), 57)))))
    .orderBy(slots.startsAt);
  return [...new Set(rows.map((row) => dayOf(row.startsAt)))];
}

/** The slots of an experience that begin on the days from…to inclusive and still sell, sold-out ones included. */
export async function listSlots(db: Db, slug: string, range: { from: Day; to: Day }, now: Date): Promise<SlotView[]> {
  const { row: { listing } } = await requireVisible(db, slug, "experience");
  const { slots } = db.t;
  const rows = await db
    .select()
    .from(slots)
    .where(
      and(
        eq(slots.listingId, listing.id),
        eq(slots.state, "open"),
        gt(slots.sellsUntil, now),
        gte(slots.startsAt, startOf(range.from)),
        lt(slots.startsAt, startOf(addDays(range.to, 1))),
      ),
    )
    .orderBy(slots.startsAt);
  const links = await slotPoolRows(
    db,
    rows.map((row) => row.id),
  );
  const levels = await poolLevels(
    db,
    links.map((link) => link.poolId),
    now,
  );
  const left = new Map([...levels.values()].map((level) => [level.id, level.unitsLeft]));
  const variants = await variantRows(db, { listingIds: [listing.id] }, now);
  return rows.map((slot) => {
    const own = links.filter((link) => link.slotId === slot.id);
    const prices = variants.flatMap((variant) => {
      const draws = drawsIn(variant, own);
      return draws === undefined ? [] : [{ variantId: variant.id, title: variant.title, priceDong: variant.priceDong, unitsLeft: quantityThatFits(draws, left) }];
    });
    return { id: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt, sellsUntil: slot.sellsUntil, unitsLeft: Math.max(0, ...prices.map(({ unitsLeft }) => unitsLeft)), prices };
  });
}
