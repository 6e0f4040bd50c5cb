import { and, asc, eq, gt, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import { countInt, type Db } from "@xudong/database";
import {
  addDays, dayOf, DomainError, isInSeason, quantityThatFits, seasonOf, startOf, whyNotOnSale,
  type Day, type ListingKind,
} from "@xudong/domain";
import { drawsIn, sellableRows, slotPoolRows, variantRows, type SellableRow, type VariantRow } from "./listing-rows.ts";
import type { ListingCard, ListingView, Page, Picture, SlotView } from "./listing-view.ts";
import { hasRoomInEveryPool, poolLevels } from "./pool-levels.ts";
import { findBySlug, slugsOf, type Slugs } from "./slugs.ts";

const noPicture: Picture = { drawing: "plate", alt: { vi: "Chưa có hình", en: "No picture yet" } };

/** Shown: published, of an approved shop. Nobody's drafts ever appear in a list. */
function isShown(db: Db, kind: ListingKind | undefined): SQL | undefined {
  const { listings, shops } = db.t;
  return and(eq(listings.state, "published"), eq(shops.state, "approved"), kind === undefined ? undefined : eq(listings.kind, kind));
}

/** A page of the listings on show, oldest first. @param pageSize at most 100 */
export async function listListings(db: Db, query: { kind?: ListingKind | undefined; page: number; pageSize: number }, now: Date): Promise<Page<ListingCard>> {
  const { listings, shops } = db.t;
  const ids = await db
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(isShown(db, query.kind))
    .orderBy(asc(listings.id))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const [counted] = await db
    .select({ total: countInt() })
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(isShown(db, query.kind));
  const items = await listingCards(
    db,
    ids.map((row) => row.id),
    now,
  );
  return { items, page: query.page, pageSize: query.pageSize, total: counted?.total ?? 0 };
}

/** Cards in the order of the ids; a listing without any price in force has none. `slotsBefore` narrows which next slot counts. */
export async function listingCards(db: Db, listingIds: readonly string[], now: Date, window: { from?: Date; before?: Date } = {}): Promise<ListingCard[]> {
  if (listingIds.length === 0) return [];
  const rows = new Map((await sellableRows(db, listingIds)).map((row) => [row.listing.id, row]));
  const slugs = await slugsOf(db, [...listingIds, ...[...rows.values()].map((row) => row.shop.id)]);
  const variants = Map.groupBy(await variantRows(db, { listingIds }, now), (variant) => variant.listingId);
  const slots = await nextSlots(db, listingIds, now, window);
  return listingIds.flatMap((id) => {
    const row = rows.get(id);
    const own = variants.get(id);
    return row === undefined || own === undefined ? [] : [cardOf(row, own, slugs, slots.get(id), now)];
  });
}

function cardOf(row: SellableRow, variants: readonly VariantRow[], slugs: ReadonlyMap<string, Slugs>, nextSlot: ListingCard["nextSlot"], now: Date): ListingCard {
  const { listing, shop, revision } = row;
  return {
    id: listing.id,
    kind: listing.kind,
    slug: slugs.get(listing.id) ?? { vi: listing.id, en: listing.id },
    title: revision.words.title,
    summary: revision.words.summary,
    picture: revision.words.pictures[0] ?? noPicture,
    shop: { id: shop.id, slug: slugs.get(shop.id)?.vi ?? shop.id, name: shop.name, place: shop.place, isSample: shop.isSample },
    priceFromDong: Math.min(...variants.map((variant) => variant.priceDong)),
    isSample: listing.isSample,
    seasonMonths: listing.seasonMonths,
    ...(listing.seasonLunar === null ? {} : { seasonLunar: listing.seasonLunar }),
    isInSeason: isInSeason(seasonOf(listing), dayOf(now)),
    nextSlot,
  };
}

/** The first slot of each experience that still sells and has room, with its places left. */
async function nextSlots(db: Db, listingIds: readonly string[], now: Date, window: { from?: Date; before?: Date }): Promise<ReadonlyMap<string, NonNullable<ListingCard["nextSlot"]>>> {
  const { slots } = db.t;
  const firsts = db
    .select({ listingId: slots.listingId, startsAt: sql<number>`min(${slots.startsAt})`.as("first_starts_at") })
    .from(slots)
    .where(
      and(
        inArray(slots.listingId, [...listingIds]),
        eq(slots.state, "open"),
        gt(slots.sellsUntil, now),
        window.from === undefined ? undefined : gte(slots.startsAt, window.from),
        window.before === undefined ? undefined : lt(slots.startsAt, window.before),
        hasRoomInEveryPool(db, slots.id, now),
      ),
    )
    .groupBy(slots.listingId)
    .as("firsts");
  const rows = await db
    .select({ id: slots.id, listingId: slots.listingId, startsAt: slots.startsAt })
    .from(slots)
    .innerJoin(firsts, and(eq(firsts.listingId, slots.listingId), sql`${slots.startsAt} = ${firsts.startsAt}`));
  const left = await slotLevels(
    db,
    rows.map((row) => row.id),
    now,
  );
  return new Map(rows.map((row) => [row.listingId, { id: row.id, startsAt: row.startsAt, unitsLeft: left.get(row.id) ?? 0 }]));
}

/** Places left of each slot: of its scarcest pool. */
async function slotLevels(db: Db, slotIds: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
  const links = await slotPoolRows(db, slotIds);
  const levels = await poolLevels(
    db,
    links.map((link) => link.poolId),
    now,
  );
  const left = new Map<string, number>();
  for (const link of links) {
    left.set(link.slotId, Math.min(left.get(link.slotId) ?? Number.MAX_SAFE_INTEGER, levels.get(link.poolId)?.unitsLeft ?? 0));
  }
  return left;
}

/** A listing by a slug of either language, or where an old slug moved to. @throws DomainError `listing.not_found` */
export async function showListing(db: Db, slug: string, now: Date, kind?: ListingKind): Promise<{ listing: ListingView } | { movedTo: Slugs }> {
  if (!/^[a-z0-9-]{1,200}$/.test(slug)) throw new DomainError("listing.not_found");
  const found = await findBySlug(db, kind === undefined ? ["goods", "experience"] : [kind], slug);
  if (found === undefined) throw new DomainError("listing.not_found");
  const [row] = await sellableRows(db, [found.targetId]);
  const isVisible = row !== undefined && row.shop.state === "approved" && (row.listing.state === "published" || row.listing.state === "paused");
  if (!isVisible) throw new DomainError("listing.not_found");
  const slugs = await slugsOf(db, [row.listing.id, row.shop.id]);
  if (!found.isCurrent) return { movedTo: slugs.get(row.listing.id) ?? { vi: slug, en: slug } };

  const variants = await variantRows(db, { listingIds: [row.listing.id] }, now);
  const levels = await poolLevels(
    db,
    variants.flatMap((variant) => variant.poolDraws.map((draw) => draw.poolId)),
    now,
  );
  const left = new Map([...levels.values()].map((level) => [level.id, level.unitsLeft]));
  const next = await nextSlots(db, [row.listing.id], now, {});
  const why = whyNotOnSale(
    { state: row.listing.state, kind: row.listing.kind, shopState: row.shop.state, season: seasonOf(row.listing) },
    now,
  );
  const { words } = row.revision;
  return {
    listing: {
      ...cardOf(row, variants, slugs, next.get(row.listing.id), now),
      priceFromDong: variants.length === 0 ? 0 : Math.min(...variants.map((variant) => variant.priceDong)),
      shop: {
        id: row.shop.id,
        slug: slugs.get(row.shop.id)?.vi ?? row.shop.id,
        name: row.shop.name,
        kind: row.shop.kind,
        place: row.shop.place,
        about: row.shop.about,
        isSample: row.shop.isSample,
      },
      body: words.body,
      facts: words.facts,
      provenance: words.provenance,
      variants: variants.map((variant) => ({
        id: variant.id,
        title: variant.title,
        priceDong: variant.priceDong,
        unitsLeft: quantityThatFits(variant.poolDraws, left),
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
  const shown = await showListing(db, slug, now, "experience");
  if (!("listing" in shown)) return listSlots(db, shown.movedTo.vi, range, now);
  const { listing } = shown;
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
    return {
      id: slot.id,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      sellsUntil: slot.sellsUntil,
      unitsLeft: own.length === 0 ? 0 : Math.min(...own.map((link) => left.get(link.poolId) ?? 0)),
      prices: variants.flatMap((variant) => {
        const draws = drawsIn(variant, own);
        return draws === undefined ? [] : [{ variantId: variant.id, title: variant.title, priceDong: variant.priceDong, unitsLeft: quantityThatFits(draws, left) }];
      }),
    };
  });
}
