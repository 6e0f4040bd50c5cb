import { inArray } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import {
  demandPerPool, quantityThatFits, quoteOf, seasonOf, whyNotOnSale, whySlotNotOnSale,
  type DeliveryOffer, type Dong, type Draw, type ErrorCode, type Localized, type Quote,
} from "@xudong/domain";
import { drawsIn, endedVariants, poolLevels, sellableRows, slotPoolRows, slugsOf, variantRows, type SellableRow, type Slugs, type VariantRow } from "@xudong/catalog";
import type { CartLineRow } from "./carts.ts";
import { chosenOffer, type DeliveryWish } from "./delivery-choice.ts";
import type { Destination } from "./delivery-places.ts";
import { deliveryRates } from "./delivery-rates.ts";
import { deliveryServicesFor, type ParcelPlan, type ParcelToSend } from "./delivery-services.ts";

/** A cart line with everything that is known about it now. */
export type PricedLine = {
  row: CartLineRow;
  sellable: SellableRow;
  variant: VariantRow;
  slot: { id: string; startsAt: Date; endsAt: Date } | undefined;
  draws: readonly Draw[];
  /** What the line costs in the quote. */
  totalDong: Dong;
  problem: LineProblem | undefined;
};

/** Why a line cannot be ordered as it stands; where its words need it, what is still free and what it is called. */
export type LineProblem = { code: ErrorCode; unitsLeft?: number; titles?: readonly Localized[] };

/** How one seller's goods are sent: every way there is, and the one that is charged; none is where nobody can bring them. */
export type PricedParcel = ParcelPlan & { chosen: DeliveryOffer | undefined };

/** Where goods are to go and how, as far as anybody has said. */
export type Sending = { to?: Destination | undefined; delivery?: DeliveryWish | undefined };

/** The lines, the quote over them, each seller's parcel by the shop's id, and the addresses of what they name. */
export type PricedCart = { lines: readonly PricedLine[]; quote: Quote; parcels: ReadonlyMap<string, PricedParcel>; slugs: ReadonlyMap<string, Slugs> };

/**
 * Prices a cart as of now. Cart page, API quote and order all come through here, so the total a buyer
 * sees is the total that is charged. `levels: false` leaves out how much is left (an order takes it anyway).
 * Without an address delivery is priced within the sellers' own province, as an estimate.
 *
 * @throws DomainError `rate.missing` where goods are to be sent and no delivery has a price, `delivery.service_unavailable`
 */
export async function priceCart(db: Db, rows: readonly CartLineRow[], now: Date, look: { levels: boolean } & Sending): Promise<PricedCart> {
  const slotIds = rows.flatMap((row) => (row.slotId === null ? [] : [row.slotId]));
  const [variantsFound, slotsFound, links, rates] = await Promise.all([
    variantRows(db, { variantIds: rows.map((row) => row.variantId) }, now),
    slotIds.length === 0 ? [] : slotsById(db, slotIds),
    slotPoolRows(db, slotIds),
    // Goods are what has no slot; a cart of visits needs no rate to be known.
    rows.some((row) => row.slotId === null) ? deliveryRates(db, now) : [],
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

  const plans = await deliveryServicesFor(db, parcelsOf(found), look.to, rates, now);
  const parcels = new Map(plans.map((plan) => [plan.shopId, { ...plan, chosen: chosenOffer(plan, look.delivery) }]));
  const quote = quoteOf(
    found.map((line) => ({
      key: line.row.id,
      shopId: line.sellable.shop.id,
      kind: line.sellable.listing.kind,
      unitPriceDong: line.variant.priceDong,
      quantity: line.row.quantity,
    })),
    (shopId) => parcels.get(shopId)?.chosen?.feeDong ?? 0,
  );
  const totals = new Map(quote.sellers.flatMap((seller) => seller.lines.map((line) => [line.key, line.totalDong])));
  const lines = found.map((line) => ({ ...line, totalDong: totals.get(line.row.id) ?? 0, problem: line.problem ?? whyNotSent(line, parcels.get(line.sellable.shop.id)) }));
  const slugs = look.levels ? await slugsOf(db, lines.flatMap((line) => [line.sellable.listing.id, line.sellable.shop.id])) : new Map<string, Slugs>();
  return { lines: look.levels ? await withLevels(db, lines, now) : lines, quote, parcels, slugs };
}

/** The goods of each seller as one parcel. */
function parcelsOf(lines: readonly Omit<PricedLine, "totalDong">[]): ParcelToSend[] {
  const goods = lines.filter((line) => line.sellable.listing.kind === "goods");
  return [...Map.groupBy(goods, (line) => line.sellable.shop.id).values()].flatMap((own) => {
    const shop = own[0]?.sellable.shop;
    if (shop === undefined) return [];
    return [{ shop, lines: own.map(({ row, variant, sellable: { listing } }) => ({ key: row.id, quantity: row.quantity, weightGrams: variant.weightGrams, needsCold: listing.needsCold, shelfLifeHours: listing.shelfLifeHours })) }];
  });
}

function whyNotSent({ row, sellable }: Pick<PricedLine, "row" | "sellable">, parcel: PricedParcel | undefined): LineProblem | undefined {
  const { refused, chosen } = parcel ?? {};
  return refused === undefined || chosen !== undefined || !refused.keys.includes(row.id) ? undefined : { code: refused.code, titles: [sellable.revision.words.title] };
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
