import { and, eq, gt, gte, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { dayOf, isInSeason, quantityThatFits, seasonOf, type Dong } from "@xudong/domain";
import { categoryFaces } from "./categories/show-categories.ts";
import { listingBadges } from "./certificates/badges.ts";
import { drawsIn, faceRows, lowestPrices, slotPoolRows, variantRows, type FaceRow } from "./listing-rows.ts";
import type { BadgeView, CategoryFace, ListingCard, Picture, PlaceView } from "./listing-view.ts";
import { placeViews } from "./place-views.ts";
import { hasRoomInEveryPool, poolLevels } from "./pool-levels.ts";
import { slugsOf, type Slugs } from "./slugs.ts";

export const noPicture: Picture = { drawing: "plate", alt: { vi: "Chưa có hình", en: "No picture yet" } };

/** What a card needs besides the listing's own row. */
export type CardParts = {
  slugs: ReadonlyMap<string, Slugs>;
  categories: ReadonlyMap<string, CategoryFace>;
  places: ReadonlyMap<string, PlaceView>;
  badges: ReadonlyMap<string, readonly BadgeView[]>;
  nextSlots: ReadonlyMap<string, NonNullable<ListingCard["nextSlot"]>>;
};

/** Cards in the order of the ids; a listing without any price in force has none. `window` narrows which next slot counts. */
export async function listingCards(db: Db, listingIds: readonly string[], now: Date, window: { from?: Date; before?: Date } = {}): Promise<ListingCard[]> {
  if (listingIds.length === 0) return [];
  const [found, prices] = await Promise.all([faceRows(db, listingIds), lowestPrices(db, listingIds, now)]);
  const rows = new Map(found.map((row) => [row.listing.id, row]));
  const parts = await cardParts(db, found, now, window);
  return listingIds.flatMap((id) => {
    const row = rows.get(id);
    const priceFromDong = prices.get(id);
    return row === undefined || priceFromDong === undefined ? [] : [cardOf(row, priceFromDong, parts, now)];
  });
}

/** Asks together for everything that cards of these listings need besides their own rows. */
export async function cardParts(db: Db, rows: readonly Pick<FaceRow, "listing" | "shop">[], now: Date, window: { from?: Date; before?: Date } = {}): Promise<CardParts> {
  const ids = rows.map(({ listing }) => listing.id);
  const visits = rows.flatMap(({ listing }) => (listing.kind === "experience" ? [listing.id] : []));
  const [slugs, categories, places, badges, slots] = await Promise.all([
    slugsOf(db, [...ids, ...rows.map(({ shop }) => shop.id)]),
    categoryFaces(db, rows.map(({ listing }) => listing.categoryId)),
    placeViews(db, rows.flatMap(({ listing, shop }) => [listing.unitCode, shop.unitCode])),
    listingBadges(db, ids, dayOf(now)),
    nextSlots(db, visits, now, window),
  ]);
  return { slugs, categories, places, badges, nextSlots: slots };
}

export function cardOf({ listing, shop, words }: FaceRow, priceFromDong: Dong, parts: CardParts, now: Date): ListingCard {
  return {
    id: listing.id,
    kind: listing.kind,
    slug: parts.slugs.get(listing.id) ?? { vi: listing.id, en: listing.id },
    title: words.title,
    summary: words.summary,
    picture: words.pictures[0] ?? noPicture,
    shop: { id: shop.id, slug: parts.slugs.get(shop.id)?.vi ?? shop.id, name: shop.name, place: shop.place, isSample: shop.isSample },
    priceFromDong,
    isSample: listing.isSample,
    seasonMonths: listing.seasonMonths,
    ...(listing.seasonLunar === null ? {} : { seasonLunar: listing.seasonLunar }),
    category: listing.categoryId === null ? undefined : parts.categories.get(listing.categoryId),
    unit: listing.unitCode === null ? undefined : parts.places.get(listing.unitCode),
    needsCold: listing.needsCold,
    shelfLifeHours: listing.shelfLifeHours ?? undefined,
    badges: parts.badges.get(listing.id) ?? [],
    isInSeason: isInSeason(seasonOf(listing), dayOf(now)),
    nextSlot: parts.nextSlots.get(listing.id),
  };
}

/** The first slot of each experience that still sells and has room, with its places left. */
async function nextSlots(db: Db, listingIds: readonly string[], now: Date, window: { from?: Date; before?: Date }): Promise<ReadonlyMap<string, NonNullable<ListingCard["nextSlot"]>>> {
  if (listingIds.length === 0) return new Map();
  const { listings, slots } = db.t;
  const from = window.from === undefined || window.from < now ? now : window.from;
  // One at a time by the index of a listing's slots, which stops at the first: a year has too many to look at each.
  const first = db
    .select({ id: slots.id })
    .from(slots)
    .where(
      and(
        eq(slots.listingId, listings.id),
        eq(slots.state, "open"),
        gt(slots.sellsUntil, now),
        // Nothing sells after it has begun.
        gte(slots.startsAt, from),
        window.before === undefined ? undefined : lt(slots.startsAt, window.before),
        hasRoomInEveryPool(db, slots.id, now),
      ),
    )
    .orderBy(slots.startsAt)
    .limit(1);
  const rows = await db
    .select({ id: slots.id, listingId: slots.listingId, startsAt: slots.startsAt })
    .from(listings)
    .innerJoin(slots, eq(slots.id, sql`(${first})`))
    .where(inArray(listings.id, [...listingIds]));
  const left = await placesLeft(db, rows, now);
  return new Map(rows.map((row) => [row.listingId, { id: row.id, startsAt: row.startsAt, unitsLeft: left.get(row.id) ?? 0 }]));
}

/** Places left of each slot: of the ticket type of which most can be had. */
async function placesLeft(db: Db, rows: readonly { id: string; listingId: string }[], now: Date): Promise<ReadonlyMap<string, number>> {
  const links = Map.groupBy(await slotPoolRows(db, rows.map(({ id }) => id)), ({ slotId }) => slotId);
  const [levels, variants] = await Promise.all([
    poolLevels(db, [...links.values()].flat().map(({ poolId }) => poolId), now),
    variantRows(db, { listingIds: rows.map(({ listingId }) => listingId) }, now),
  ]);
  const left = new Map([...levels.values()].map((level) => [level.id, level.unitsLeft]));
  return new Map(rows.map(({ id, listingId }) => {
    const own = variants.filter((variant) => variant.listingId === listingId).map((variant) => drawsIn(variant, links.get(id) ?? []));
    return [id, Math.max(0, ...own.map((draws) => (draws === undefined ? 0 : quantityThatFits(draws, left))))];
  }));
}
