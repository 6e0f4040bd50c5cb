import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { sellableRows, variantRows, type SellableRow } from "@xudong/catalog";
import type { Db, ToldNews } from "@xudong/database";
import { dayOf, isBadgeShown, isInSeason, addDays, type Localized } from "@xudong/domain";
import { isAboutKnowledge, knowledgeOf } from "./search-teaching.ts";
import type { DocumentSource, SearchDocument } from "@xudong/search";
import { pieceDocuments, shownPieceIds } from "./piece-documents.ts";
import { shopDocuments, shownShopIds } from "./shop-documents.ts";
import { both, placesOf, type Place } from "./unit-words.ts";

const atOnce = 200;

/** What the market lets be found: only what everybody may see, as it is now. */
export function searchDocuments(db: Db, now: () => Date): DocumentSource {
  return {
    async changed(news) {
      const subjects = (topic: string) => [...new Set(news.filter((each) => each.topic === topic).map(({ subject }) => subject))];
      const [listingIds, shopIds, pieceIds] = [await listingsIn(db, news), subjects("shop.changed"), subjects("piece.changed")];
      const documents = [...(await listingDocuments(db, listingIds, now())), ...(await shopDocuments(db, shopIds)), ...(await pieceDocuments(db, pieceIds))];
      const shown = new Set(documents.map(({ id }) => id));
      return { documents, gone: [...listingIds, ...shopIds, ...pieceIds].filter((id) => !shown.has(id)) };
    },
    async *all() {
      for (let after = ""; ; ) {
        const { listings } = db.t;
        const rows = await db.select({ id: listings.id }).from(listings).where(and(eq(listings.isShown, true), gt(listings.id, after))).orderBy(asc(listings.id)).limit(atOnce);
        const last = rows.at(-1);
        if (last === undefined) break;
        yield* await listingDocuments(db, rows.map(({ id }) => id), now());
        after = last.id;
      }
      for await (const ids of shownShopIds(db, atOnce)) yield* await shopDocuments(db, ids);
      for await (const ids of shownPieceIds(db, atOnce)) yield* await pieceDocuments(db, ids);
    },
    knowledge: () => knowledgeOf(db),
    isAboutKnowledge,
  };
}

/** The listings some news is about: of a shop, all of its own. */
async function listingsIn(db: Db, news: readonly ToldNews[]): Promise<string[]> {
  const { listings } = db.t;
  const own = news.filter(({ topic }) => topic === "listing.changed").map(({ subject }) => subject);
  const shops = news.filter(({ topic }) => topic === "shop.changed").map(({ subject }) => subject);
  const ofShops = shops.length === 0 ? [] : await db.select({ id: listings.id }).from(listings).where(inArray(listings.shopId, [...new Set(shops)]));
  return [...new Set([...own, ...ofShops.map(({ id }) => id)])];
}

async function listingDocuments(db: Db, ids: readonly string[], now: Date): Promise<SearchDocument[]> {
  const rows = (await sellableRows(db, ids)).filter(({ listing }) => listing.isShown);
  if (rows.length === 0) return [];
  const prices = Map.groupBy(await variantRows(db, { listingIds: rows.map(({ listing }) => listing.id) }, now), (variant) => variant.listingId);
  const places = await placesOf(db, rows.flatMap(({ listing, shop }) => listing.unitCode ?? shop.unitCode ?? []));
  const categories = await categoriesOf(db);
  const stars = await starsOf(db, rows.map(({ listing }) => listing.id), now);
  return rows.flatMap((row) => {
    const own = prices.get(row.listing.id);
    // What has no price in force is on no list either.
    return own === undefined ? [] : [listingDocument(row, { priceDong: Math.min(...own.map((variant) => variant.priceDong)), places, categories, ocop: stars.get(row.listing.id), now })];
  });
}

type Known = { priceDong: number; places: ReadonlyMap<string, Place>; categories: ReadonlyMap<string, Category>; ocop: number | undefined; now: Date };

function listingDocument({ listing, shop, revision: { words } }: SellableRow, { priceDong, places, categories, ocop, now }: Known): SearchDocument {
  const unit = listing.unitCode ?? shop.unitCode ?? undefined;
  const place = unit === undefined ? undefined : places.get(unit);
  const category = listing.categoryId === null ? undefined : categories.get(listing.categoryId);
  return {
    id: listing.id,
    kind: listing.kind,
    title: words.title.vi,
    titleEn: words.title.en ?? "",
    tags: [...(category === undefined ? [] : both(category.name)), ...both(shop.name)],
    place: [...both(shop.place), ...(place?.names ?? [])].join(", "),
    body: [words.summary, ...words.body, ...words.facts.map(({ value }) => value)].flatMap(both).join(" "),
    category: category?.key,
    unit,
    ocop,
    priceDong,
    months: monthsOf({ months: listing.seasonMonths, ...(listing.seasonLunar === null ? {} : { lunar: listing.seasonLunar }) }, now),
    at: place?.at,
  };
}

/** The solar months it can be had in over the year to come: lunar seasons move, and the index is read by the sun's. */
function monthsOf(season: Parameters<typeof isInSeason>[0], now: Date): number[] {
  const today = dayOf(now);
  const months = new Set<number>();
  for (let ahead = 0; ahead < 365 && months.size < 12; ahead++) {
    const day = addDays(today, ahead);
    if (isInSeason(season, day)) months.add(Number(day.slice(5, 7)));
  }
  return [...months];
}

type Category = { key: string; name: Localized };

async function categoriesOf(db: Db): Promise<ReadonlyMap<string, Category>> {
  const { categories } = db.t;
  const rows = await db.select({ id: categories.id, key: categories.key, name: categories.name }).from(categories);
  return new Map(rows.map(({ id, key, name }) => [id, { key, name }]));
}

/** The stars of papers that may be shown today. */
async function starsOf(db: Db, listingIds: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
  const { certificates } = db.t;
  const rows = await db.select().from(certificates).where(and(eq(certificates.kind, "ocop"), inArray(certificates.listingId, [...listingIds])));
  const today = dayOf(now);
  return new Map(rows.flatMap((row) => (row.listingId !== null && row.stars !== null && isBadgeShown(row, today) ? [[row.listingId, row.stars] as const] : [])));
}
