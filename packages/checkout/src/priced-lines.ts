import { inArray } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import {
  demandPerPool, quantityThatFits, quoteOf, seasonOf, whyNotOnSale, whySlotNotOnSale,
  type Dong, type Draw, type ErrorCode, type Quote,
} from "@xudong/domain";
import { drawsIn, endedVariants, poolLevels, sellableRows, slotPoolRows, slugsOf, variantRows, type SellableRow, type Slugs, type VariantRow } from "@xudong/catalog";
import type { CartLineRow } from "./carts.ts";
import { deliveryFee } from "./delivery-fee.ts";

/** A cart line with everything that is known about it now. */
export type PricedLine = {
  row: CartLineRow;
  sellable: SellableRow;
  variant: VariantRow;
  slot: { id: string; startsAt: Date; endsAt: Date } | undefined;
  draws: readonly Draw[];
  /** What the line costs in the quote. */
  totalDong: Dong;
  problem: { code: ErrorCode; unitsLeft?: number } | undefined;
};

/** The lines, the quote over them, and the addresses of what they name. */
export type PricedCart = { lines: readonly PricedLine[]; quote: Quote; slugs: ReadonlyMap<string, Slugs> };

/**
 * Prices a cart as of now. Cart page, API quote and order all come through here, so the total a buyer
 * sees is the total that is charged. `levels: false` leaves out how much is left (an order takes it anyway).
 */
export async function priceCart(db: Db, rows: readonly CartLineRow[], now: Date, look: { levels: boolean }): Promise<PricedCart> {
  const slotIds = rows.flatMap((row) => (row.slotId === null ? [] : [row.slotId]));
  const [variantsFound, slotsFound, links, fee] = await Promise.all([
    variantRows(db, { variantIds: rows.map((row) => row.variantId) }, now),
    slotIds.length === 0 ? [] : slotsById(db, slotIds),
    slotPoolRows(db, slotIds),
    // Goods are what has no slot; a cart of visits needs no fee to be known.
    rows.some((row) => row.slotId === null) ? deliveryFee(db, now) : 0,
  ]);
  const priced = new Set(variantsFound.map((variant) => variant.id));
  // What has no price any more keeps its line, so that its buyer sees why and can take it out.
  const ended = await endedVariants(db, rows.flatMap((row) => (priced.has(row.variantId) ? [] : [row.variantId])));
  const variants = new Map([...variantsFound, ...ended].map((variant) => [variant.id, variant]));
  const slots = new Map(slotsFound.map((slot) => [slot.id, slot]));
  const sellables = new Map((await sellableRows(db, [...variants.values()].map((variant) => variant.listingId))).map((row) => [row.listing.id, row]));

  const found = rows.flatMap((row): Omit<PricedLine, "totalDong">[] => {
    const variant = variants.get(row.variantId);
    const sellable = variant === undefined ? undefined : sellables.get(variant.listingId);
    if (variant === undefined || sellable === undefined) return [];
    const slot = row.slotId === null ? undefined : slots.get(row.slotId);
    const draws = drawsIn(
      variant,
      links.filter((link) => link.slotId === row.slotId),
    );
    const season = seasonOf(sellable.listing);
    const code =
      (variant.isRetired ? "variant.not_found" : priced.has(variant.id) ? undefined : "listing.not_on_sale") ??
      whyNotOnSale({ state: sellable.listing.state, kind: sellable.listing.kind, shopState: sellable.shop.state, season }, now) ??
      (slot === undefined ? undefined : whySlotNotOnSale(slot, season, now)) ??
      (draws === undefined ? "slot.not_found" : undefined);
    return [{ row, sellable, variant, slot, draws: draws ?? [], problem: code === undefined ? undefined : { code } }];
  });

  const quote = quoteOf(
    found.map((line) => ({
      key: line.row.id,
      shopId: line.sellable.shop.id,
      kind: line.sellable.listing.kind,
      unitPriceDong: line.variant.priceDong,
      quantity: line.row.quantity,
    })),
    found.some((line) => line.sellable.listing.kind === "goods") ? fee : 0,
  );
  const totals = new Map(quote.sellers.flatMap((seller) => seller.lines.map((line) => [line.key, line.totalDong])));
  const lines = found.map((line) => ({ ...line, totalDong: totals.get(line.row.id) ?? 0 }));
  const slugs = look.levels ? await slugsOf(db, lines.flatMap((line) => [line.sellable.listing.id, line.sellable.shop.id])) : new Map<string, Slugs>();
  return { lines: look.levels ? await withLevels(db, lines, now) : lines, quote, slugs };
}

const slotsById = keep((db: Db, ids: string[]) => db.select().from(db.t.slots).where(inArray(db.t.slots.id, ids)));

/** Says at each line whether it fits beside all the others that draw on the same pools. */
async function withLevels(db: Db, lines: readonly PricedLine[], now: Date): Promise<PricedLine[]> {
  const demand = demandPerPool(lines.map((line) => ({ quantity: line.row.quantity, draws: line.draws })));
  const levels = await poolLevels(
    db,
    demand.map((pool) => pool.poolId),
    now,
  );
  const demandOf = new Map(demand.map((pool) => [pool.poolId, pool.units]));
  return lines.map((line) => {
    if (line.problem !== undefined) return line;
    const besideOthers = new Map(
      demandPerPool([{ quantity: line.row.quantity, draws: line.draws }]).map((own) => {
        const others = (demandOf.get(own.poolId) ?? 0) - own.units;
        return [own.poolId, Math.max(0, (levels.get(own.poolId)?.unitsLeft ?? 0) - others)];
      }),
    );
    const fits = quantityThatFits(line.draws, besideOthers);
    return fits >= line.row.quantity ? line : { ...line, problem: { code: "hold.sold_out" as const, unitsLeft: fits } };
  });
}
