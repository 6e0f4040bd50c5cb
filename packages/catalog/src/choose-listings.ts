import { and, asc, desc, eq, exists, gte, inArray, isNotNull, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import { countInt, type Db } from "@xudong/database";
import { dayOf, type Day, type Dong, type ListingKind, type Localized } from "@xudong/domain";
import { requireCategory } from "./categories/show-categories.ts";
import { listingCards } from "./listing-cards.ts";
import type { ListingCard, Page } from "./listing-view.ts";
import { seasonAsks } from "./season-rows.ts";
import { requireShownShop } from "./shops/shop-rows.ts";
import { slugsOf, type Slugs } from "./slugs.ts";
import { listingsWithRoom } from "./slots/listings-with-room.ts";

export const listingSorts = ["oldest", "newest", "price_asc", "price_desc"] as const;
export type ListingSort = (typeof listingSorts)[number];

/** What somebody who looks through a list wants of it, all of it together. */
export type ListingWish = {
  kind: ListingKind;
  /** The slug of a category; those below it are included. */
  category?: string | undefined;
  /** The slug of a shop. */
  shop?: string | undefined;
  /** The code of a commune. */
  unit?: string | undefined;
  /** In season on some day of these, both included. */
  season?: { from: Day; to: Day } | undefined;
  priceMin?: Dong | undefined;
  priceMax?: Dong | undefined;
  /** Only what bears an OCOP badge today. */
  hasOcop?: boolean | undefined;
  /** A day on which so many people still find room at one time: asked of the slots themselves, never of a copy. */
  room?: { day: Day; persons: number } | undefined;
  sort?: ListingSort | undefined;
};

/**
 * A page of the listings on show that fit a wish, by the number of the page. `listListings` is the fast way through the
 * whole of a list; this one looks at prices, papers and places left, and counts what it finds.
 *
 * @throws DomainError `category.not_found`, `shop.not_found`
 */
export async function chooseListings(db: Db, wish: ListingWish, { page, pageSize }: { page: number; pageSize: number }, now: Date): Promise<Page<ListingCard>> {
  const where = await conditions(db, wish, now);
  const { listings } = db.t;
  const [counted, rows] = await Promise.all([
    db.select({ total: countInt() }).from(listings).where(where),
    db.select({ id: listings.id }).from(listings).where(where).orderBy(...orderOf(db, wish.sort, now)).limit(pageSize).offset((page - 1) * pageSize),
  ]);
  return { items: await listingCards(db, rows.map(({ id }) => id), now), page, pageSize, total: counted[0]?.total ?? 0, after: undefined, next: undefined };
}

async function conditions(db: Db, { kind, category, shop, unit, season, priceMin, priceMax, hasOcop, room }: ListingWish, now: Date): Promise<SQL | undefined> {
  const { listings, listingSeasons } = db.t;
  const [found, seller, withRoom] = await Promise.all([
    category === undefined ? undefined : requireCategory(db, category),
    shop === undefined ? undefined : requireShownShop(db, shop),
    room === undefined ? undefined : listingsWithRoom(db, room, now),
  ]);
  const asks = season && seasonAsks(season);
  const inSeason = asks && or(
    inArray(listingSeasons.season, asks.solar),
    ...asks.moon.map(({ season: month, fromDay, toDay }) => and(eq(listingSeasons.season, month), lte(listingSeasons.fromDay, toDay), gte(listingSeasons.toDay, fromDay))),
  );
  const price = priceOf(db, now);
  return and(
    eq(listings.isShown, true),
    eq(listings.kind, kind),
    found === undefined ? undefined : inArray(listings.categoryId, [...found.ids]),
    seller === undefined ? undefined : eq(listings.shopId, seller.id),
    unit === undefined ? undefined : eq(listings.unitCode, unit),
    inSeason && exists(db.select({ id: listingSeasons.listingId }).from(listingSeasons).where(and(eq(listingSeasons.listingId, listings.id), inSeason))),
    priceMin === undefined ? undefined : sql`${price} >= cast(${priceMin} as bigint)`,
    priceMax === undefined ? undefined : sql`${price} <= cast(${priceMax} as bigint)`,
    hasOcop ? exists(ocopOf(db, dayOf(now))) : undefined,
    // A card needs a price, and so does the count of cards.
    sql`${price} is not null`,
    withRoom === undefined ? undefined : withRoom.length === 0 ? sql`1 = 0` : inArray(listings.id, withRoom),
  );
}

/** The lowest price of a listing that is in force. */
function priceOf(db: Db, now: Date): SQL {
  const { listings, variants, prices } = db.t;
  const at = sql`cast(${now.getTime()} as bigint)`;
  return sql`(select min(${prices.priceDong}) from ${variants} join ${prices} on ${prices.variantId} = ${variants.id}
    where ${variants.listingId} = ${listings.id} and ${eq(variants.isRetired, false)} and ${prices.validFrom} <= ${at} and (${prices.validTo} is null or ${prices.validTo} > ${at}))`;
}

function ocopOf(db: Db, today: Day) {
  const { certificates, listings } = db.t;
  return db
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(eq(certificates.listingId, listings.id), eq(certificates.kind, "ocop"), isNotNull(certificates.verifiedAt), isNull(certificates.revokedAt), lte(certificates.issuedOn, today), or(isNull(certificates.validTo), gte(certificates.validTo, today))));
}

function orderOf(db: Db, sort: ListingSort = "oldest", now: Date): SQL[] {
  const { listings } = db.t;
  if (sort === "newest") return [desc(listings.id)];
  if (sort === "price_asc") return [asc(priceOf(db, now)), asc(listings.id)];
  if (sort === "price_desc") return [desc(priceOf(db, now)), asc(listings.id)];
  return [asc(listings.id)];
}

/** The communes, and the shops by their names, that something of a kind comes from, each with how much of it. */
export type ListingOrigins = {
  units: readonly { code: string; name: string; nameEn: string | undefined; centre: readonly [number, number] | undefined; shown: number }[];
  shops: readonly { id: string; slug: Slugs; name: Localized; shown: number }[];
};

/** More shops than these are no choice in a form: they have a list of their own. */
const shopsAtMost = 60;

export async function listingOrigins(db: Db, kind: ListingKind): Promise<ListingOrigins> {
  const { listings, units, shops } = db.t;
  const isOf = and(eq(listings.isShown, true), eq(listings.kind, kind));
  const [unitRows, shopRows] = await Promise.all([
    db.select({ code: units.code, name: units.name, nameEn: units.nameEn, centre: units.centre, shown: countInt() }).from(listings).innerJoin(units, eq(units.code, listings.unitCode)).where(isOf).groupBy(units.code, units.name, units.nameEn, units.centre),
    db.select({ id: listings.shopId, shown: countInt() }).from(listings).where(isOf).groupBy(listings.shopId).orderBy(desc(countInt()), asc(listings.shopId)).limit(shopsAtMost),
  ]);
  const slugs = await slugsOf(db, shopRows.map(({ id }) => id));
  const names = new Map((shopRows.length === 0 ? [] : await db.select({ id: shops.id, name: shops.name }).from(shops).where(inArray(shops.id, shopRows.map(({ id }) => id)))).map(({ id, name }) => [id, name]));
  return {
    units: unitRows.map(({ nameEn, centre, ...row }) => ({ ...row, nameEn: nameEn ?? undefined, centre: centre ?? undefined })),
    shops: shopRows.flatMap(({ id, shown }) => {
      const [name, slug] = [names.get(id), slugs.get(id)];
      return name === undefined || slug === undefined ? [] : [{ id, slug, name, shown }];
    }),
  };
}
