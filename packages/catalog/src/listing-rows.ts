import { and, asc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import { keep, type Db, type ListingFace } from "@xudong/database";
import { inForce, type Dong, type Draw, type Localized, type PoolUnit } from "@xudong/domain";

/** A way of buying a listing, with the price in force and everything it draws. */
export type VariantRow = {
  id: string;
  listingId: string;
  position: number;
  title: Localized;
  priceDong: Dong;
  /** Of one, packed; null where nobody has said. */
  weightGrams: number | null;
  /** Sold no more: orders and baskets may still name it. */
  isRetired: boolean;
  /** Units of a named pool (goods). */
  poolDraws: readonly Draw[];
  /** Units of whatever pool has the role in the chosen slot (experience). */
  roleDraws: readonly { role: string; units: number; unit: PoolUnit }[];
};

/**
 * The variants that have a price in force, by listing, in their order; found by listing or by their own ids. Of a listing
 * those that are sold no more are left out.
 */
export async function variantRows(db: Db, wanted: { listingIds: readonly string[] } | { variantIds: readonly string[] }, now: Date): Promise<VariantRow[]> {
  const [rows, knownDraws] =
    "listingIds" in wanted
      ? [await variantsOfListings(db, [...wanted.listingIds], now)]
      : await Promise.all([variantsById(db, [...wanted.variantIds], now), drawsOf(db, [...wanted.variantIds])]);
  const priced = Map.groupBy(rows, (row) => row.variant.id);
  if (priced.size === 0) return [];
  const drawRows = knownDraws ?? (await drawsOf(db, [...priced.keys()]));

  return [...priced.values()].flatMap((candidates) => {
    const row = candidates[0]?.variant;
    const price = inForce(
      candidates.map((candidate) => candidate.price),
      now,
    );
    if (row === undefined || price === undefined) return [];
    const own = drawRows.filter((draw) => draw.variantId === row.id);
    return [
      {
        id: row.id,
        listingId: row.listingId,
        position: row.position,
        title: row.title,
        priceDong: price.priceDong,
        weightGrams: row.weightGrams,
        isRetired: row.isRetired,
        poolDraws: own.flatMap((draw) => (draw.poolId === null ? [] : [{ poolId: draw.poolId, units: draw.units }])),
        roleDraws: own.flatMap((draw) => (draw.slotRole === null ? [] : [{ role: draw.slotRole, units: draw.units, unit: "seat" as const }])),
      },
    ];
  });
}

const variantsOfListings = keep((db: Db, listingIds: string[], now: Date) =>
  pricedVariants(db, and(inArray(db.t.variants.listingId, listingIds), eq(db.t.variants.isRetired, sql.param(false, db.t.variants.isRetired))), now),
);
const variantsById = keep((db: Db, ids: string[], now: Date) => pricedVariants(db, inArray(db.t.variants.id, ids), now));

/** Each variant once per price that is in force. */
function pricedVariants(db: Db, which: SQL | undefined, now: Date) {
  const { variants, prices } = db.t;
  return db
    .select({ variant: variants, price: prices })
    .from(variants)
    .innerJoin(prices, eq(prices.variantId, variants.id))
    .where(and(which, lte(prices.validFrom, now), or(isNull(prices.validTo), gt(prices.validTo, now))))
    .orderBy(variants.listingId, variants.position);
}

/**
 * Variants whose price has ended, with the last one they had: a basket that still holds them shows what they were. They
 * draw nothing, because nothing of them can be had.
 */
export async function endedVariants(db: Db, variantIds: readonly string[]): Promise<VariantRow[]> {
  if (variantIds.length === 0) return [];
  const { variants, prices } = db.t;
  const rows = await db
    .select({ variant: variants, priceDong: prices.priceDong })
    .from(variants)
    .leftJoin(prices, eq(prices.variantId, variants.id))
    .where(inArray(variants.id, [...variantIds]))
    .orderBy(asc(variants.listingId), asc(variants.position), asc(prices.validFrom));
  return [...Map.groupBy(rows, ({ variant }) => variant.id).values()].flatMap((known) => {
    const last = known.at(-1);
    if (last === undefined) return [];
    const { id, listingId, position, title, weightGrams, isRetired } = last.variant;
    return [{ id, listingId, position, title, weightGrams, isRetired, priceDong: last.priceDong ?? 0, poolDraws: [], roleDraws: [] }];
  });
}

const drawsOf = keep((db: Db, variantIds: string[]) => {
  const { draws } = db.t;
  return db.select().from(draws).where(inArray(draws.variantId, variantIds)).orderBy(draws.id);
});

/** The pools of slots by role. */
export async function slotPoolRows(db: Db, slotIds: readonly string[]): Promise<{ slotId: string; role: string; poolId: string }[]> {
  return slotIds.length === 0 ? [] : poolsOfSlots(db, [...slotIds]);
}

const poolsOfSlots = keep((db: Db, slotIds: string[]) => db.select().from(db.t.slotPools).where(inArray(db.t.slotPools.slotId, slotIds)));

/** What one of a variant draws, once its slot (if any) is known. Undefined where the slot lacks a role it needs. */
export function drawsIn(variant: Pick<VariantRow, "poolDraws" | "roleDraws">, slotPools: readonly { role: string; poolId: string }[]): Draw[] | undefined {
  const draws = [...variant.poolDraws];
  for (const draw of variant.roleDraws) {
    const pool = slotPools.find((candidate) => candidate.role === draw.role);
    if (pool === undefined) return undefined;
    draws.push({ poolId: pool.poolId, units: draw.units });
  }
  return draws;
}

/** What is needed to sell: the listing as it stands with its shop and its approved words. */
export async function sellableRows(db: Db, listingIds: readonly string[]) {
  return listingIds.length === 0 ? [] : sellablesById(db, [...new Set(listingIds)]);
}

const sellablesById = keep((db: Db, listingIds: string[]) => {
  const { listings, shops, listingRevisions } = db.t;
  return db
    .select({ listing: listings, shop: shops, revision: { id: listingRevisions.id, words: listingRevisions.words } })
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .innerJoin(listingRevisions, eq(listingRevisions.id, listings.revisionId))
    .where(inArray(listings.id, listingIds));
});

/** What a card needs: the listing as it stands with its shop and the words that lists show. */
export async function faceRows(db: Db, listingIds: readonly string[]): Promise<FaceRow[]> {
  const rows = await facesById(db, [...new Set(listingIds)]);
  const bare = rows.flatMap(({ listing }) => (listing.face === null && listing.revisionId !== null ? [listing.revisionId] : []));
  const words = new Map(bare.length === 0 ? [] : (await wordsById(db, bare)).map((revision) => [revision.id, revision.words]));
  return rows.flatMap((row) => {
    const face = row.listing.face ?? words.get(row.listing.revisionId ?? "");
    return face === undefined ? [] : [{ ...row, words: face }];
  });
}

export type FaceRow = { listing: Db["t"]["listings"]["$inferSelect"]; shop: { id: string; name: Localized; place: Localized; isSample: boolean; unitCode: string | null }; words: ListingFace };

const facesById = keep((db: Db, listingIds: string[]) => {
  const { listings, shops } = db.t;
  return db
    .select({ listing: listings, shop: { id: shops.id, name: shops.name, place: shops.place, isSample: shops.isSample, unitCode: shops.unitCode } })
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(inArray(listings.id, listingIds));
});

const wordsById = keep((db: Db, ids: string[]) => {
  const { listingRevisions } = db.t;
  return db.select({ id: listingRevisions.id, words: listingRevisions.words }).from(listingRevisions).where(inArray(listingRevisions.id, ids));
});

/** The lowest price in force of each listing. One without any is left out. */
export async function lowestPrices(db: Db, listingIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Dong>> {
  const lowest = new Map<string, Dong>();
  const rows = await pricesOfListings(db, [...new Set(listingIds)], now);
  for (const own of Map.groupBy(rows, ({ variantId }) => variantId).values()) {
    const price = inForce(own, now);
    const listingId = own[0]?.listingId ?? "";
    if (price !== undefined) lowest.set(listingId, Math.min(lowest.get(listingId) ?? Number.MAX_SAFE_INTEGER, price.priceDong));
  }
  return lowest;
}

const pricesOfListings = keep((db: Db, listingIds: string[], now: Date) => {
  const { variants, prices } = db.t;
  return db
    .select({ listingId: variants.listingId, variantId: prices.variantId, priceDong: prices.priceDong, validFrom: prices.validFrom, validTo: prices.validTo })
    .from(variants)
    .innerJoin(prices, eq(prices.variantId, variants.id))
    .where(and(inArray(variants.listingId, listingIds), eq(variants.isRetired, sql.param(false, variants.isRetired)), lte(prices.validFrom, now), or(isNull(prices.validTo), gt(prices.validTo, now))));
});

export type SellableRow = Awaited<ReturnType<typeof sellableRows>>[number];
