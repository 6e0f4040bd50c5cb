import { inChunks, keep, rowsAtOnce, type Tx } from "@xudong/database";
import { dong, newId, type Occasion } from "@xudong/domain";
import type { ListingDraft, VariantDraft } from "../listing-draft.ts";
import { addPools } from "../pool-levels.ts";

/** The pools of new stocks, by listing and key. */
export type PoolOf = ReadonlyMap<string, string>;

const placeOf = (listingId: string, key: string) => `${listingId} ${key}`;

/** Makes the stocks of listings, with what is in them. */
export async function makeStocks(tx: Tx, stocks: readonly (ListingDraft["stocks"][number] & { shopId: string; listingId: string })[], { actor, now }: Occasion): Promise<PoolOf> {
  const made = stocks.map((stock) => ({ ...stock, poolId: newId(now) }));
  for (const some of inChunks(made, rowsAtOnce)) {
    await addPools(tx, some.map(({ poolId, shopId, unit, capacity }) => ({ id: poolId, shopId, unit, capacity, taken: 0 })));
    await addMovements(tx, some.map(({ poolId, capacity }) => ({ id: newId(now), poolId, capacityFrom: 0, capacityTo: capacity, at: now, actor: actor.id, reason: "first_stock" })));
  }
  return new Map(made.map(({ listingId, key, poolId }) => [placeOf(listingId, key), poolId]));
}

/**
 * Adds ways of buying, each with its price from now on and what it draws.
 *
 * @param known pools that a draw may name by their own id
 */
export async function addVariants(tx: Tx, variants: readonly (VariantDraft & { listingId: string; position: number })[], poolOf: PoolOf, now: Date, known: ReadonlySet<string> = new Set()): Promise<void> {
  const made = variants.map((variant) => ({ ...variant, id: newId(now) }));
  for (const some of inChunks(made, rowsAtOnce)) {
    await addRows(tx, some.map(({ id, listingId, position, title, weightGrams, forWhom }) => ({ id, listingId, position, title, weightGrams: weightGrams ?? null, forWhom: forWhom ?? null })));
    await addPrices(tx, some.map(({ id, priceDong }) => ({ id: newId(now), variantId: id, priceDong: dong(priceDong), validFrom: now, validTo: null })));
  }
  const draws = made.flatMap(({ id, listingId, draws: own }) =>
    own.map(({ from, units }) => {
      const poolId = poolOf.get(placeOf(listingId, from)) ?? (known.has(from) ? from : null);
      return { id: newId(now), variantId: id, poolId, slotRole: poolId === null ? from : null, units };
    }),
  );
  for (const some of inChunks(draws, rowsAtOnce)) await addDraws(tx, some);
}

type Row<Name extends "stockMovements" | "variants" | "prices" | "draws"> = Tx["t"][Name]["$inferInsert"];

const addMovements = keep((tx: Tx, rows: Row<"stockMovements">[]) => tx.insert(tx.t.stockMovements).values(rows));
const addRows = keep((tx: Tx, rows: Row<"variants">[]) => tx.insert(tx.t.variants).values(rows));
const addPrices = keep((tx: Tx, rows: Row<"prices">[]) => tx.insert(tx.t.prices).values(rows));
const addDraws = keep((tx: Tx, rows: Row<"draws">[]) => tx.insert(tx.t.draws).values(rows));
