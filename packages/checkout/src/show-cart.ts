import type { Db } from "@xudong/database";
import { cartLineRows } from "./carts.ts";
import { nextBest } from "./next-best.ts";
import { priceCart, type PricedCart, type PricedLine, type PricedParcel, type Sending } from "./priced-lines.ts";
import type { CartLineView, CartView } from "./view.ts";

/**
 * A cart with prices, fees, the total, and what stands in the way of ordering; sent to where and how it is said, or within the
 * sellers' own province where nobody has said yet.
 *
 * @throws DomainError `rate.missing`, `delivery.service_unavailable`
 */
export async function showCart(db: Db, cartId: string, now: Date, sending: Sending = {}): Promise<CartView> {
  const priced = await priceCart(db, await cartLineRows(db, cartId), now, { levels: true, ...sending });
  const { quote, lines } = priced;
  const instead = await nextBest(db, priced, now);
  return {
    id: cartId,
    count: lines.reduce((sum, line) => sum + line.row.quantity, 0),
    sellers: quote.sellers.flatMap((seller) => {
      const own = lines.filter((line) => line.sellable.shop.id === seller.shopId);
      const shop = own[0]?.sellable.shop;
      if (shop === undefined) return [];
      return [
        {
          shop: { id: shop.id, slug: priced.slugs.get(shop.id)?.vi ?? shop.id, name: shop.name, isSample: shop.isSample },
          lines: own.map((line) => ({ ...lineView(line, priced), ...(line.problem && { nextBest: instead.get(line.row.id) ?? [] }) })),
          ...parcelView(priced.parcels.get(shop.id)),
          itemsDong: seller.itemsDong,
          deliveryDong: seller.deliveryDong,
          totalDong: seller.totalDong,
        },
      ];
    }),
    itemsDong: quote.itemsDong,
    deliveryDong: quote.deliveryDong,
    totalDong: quote.totalDong,
    needsAddress: isSentSomewhere(priced),
    isOrderable: lines.length > 0 && lines.every((line) => line.problem === undefined),
  };
}

/** True where something is brought to its buyer, who then has to say where. */
export const isSentSomewhere = ({ parcels }: Pick<PricedCart, "parcels">): boolean => [...parcels.values()].some(({ chosen }) => chosen?.service !== "pickup");

function parcelView(parcel: PricedParcel | undefined): Pick<CartView["sellers"][number], "parcel" | "ways"> {
  if (parcel === undefined) return {};
  const ways = parcel.offers.map(({ service, feeDong, arrivesFrom, arrivesTo }) => ({ service, feeDong, arrivesFrom, arrivesTo }));
  if (parcel.chosen === undefined) return { ways };
  const { service, zone, isSample, takesCash, arrivesFrom, arrivesTo } = parcel.chosen;
  return { ways, parcel: { service, zone, weightGrams: parcel.weightGrams, arrivesFrom, arrivesTo, isSample, takesCash, isEstimate: parcel.isEstimate && service !== "pickup" } };
}

function lineView(line: PricedLine, { slugs }: PricedCart): CartLineView {
  const { listing, revision } = line.sellable;
  return {
    variantId: line.variant.id,
    kind: listing.kind,
    listingSlug: slugs.get(listing.id) ?? { vi: listing.id, en: listing.id },
    listingTitle: revision.words.title,
    variantTitle: line.variant.title,
    picture: revision.words.pictures[0] ?? { drawing: "plate", alt: revision.words.title },
    slot: line.slot === undefined ? undefined : { id: line.slot.id, startsAt: line.slot.startsAt, endsAt: line.slot.endsAt },
    unitPriceDong: line.variant.priceDong,
    quantity: line.row.quantity,
    totalDong: line.totalDong,
    problem: line.problem,
    ...(line.row.seenPriceDong !== null && line.row.seenPriceDong !== line.variant.priceDong ? { wasDong: line.row.seenPriceDong } : {}),
  };
}
