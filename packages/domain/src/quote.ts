import { sumDong, timesDong, type Dong } from "./money.ts";
import type { ListingKind } from "./listing.ts";

/** A line to be priced: what one costs, how many, and whose it is. */
export type QuoteLine = { key: string; shopId: string; kind: ListingKind; unitPriceDong: Dong; quantity: number };

export type Quote = {
  /** One part per seller, in the order the lines came. */
  sellers: { shopId: string; itemsDong: Dong; deliveryDong: Dong; totalDong: Dong; lines: { key: string; totalDong: Dong }[] }[];
  itemsDong: Dong;
  deliveryDong: Dong;
  totalDong: Dong;
};

/**
 * What everything costs: each line its price times its quantity, each seller who sends goods the fee of that one parcel.
 * The parts add up to the total by construction and the test says so.
 *
 * @param feeOf what a seller's parcel costs, in đồng; asked only of sellers who send one
 */
export function quoteOf(lines: readonly QuoteLine[], feeOf: (shopId: string) => Dong): Quote {
  const perShop = new Map<string, QuoteLine[]>();
  for (const line of lines) perShop.set(line.shopId, [...(perShop.get(line.shopId) ?? []), line]);

  const sellers = [...perShop].map(([shopId, own]) => {
    const priced = own.map((line) => ({ key: line.key, totalDong: timesDong(line.unitPriceDong, line.quantity) }));
    const itemsDong = sumDong(priced.map((line) => line.totalDong));
    const deliveryDong = own.some((line) => line.kind === "goods") ? feeOf(shopId) : 0;
    return { shopId, itemsDong, deliveryDong, totalDong: sumDong([itemsDong, deliveryDong]), lines: priced };
  });
  const itemsDong = sumDong(sellers.map((seller) => seller.itemsDong));
  const deliveryDong = sumDong(sellers.map((seller) => seller.deliveryDong));
  return { sellers, itemsDong, deliveryDong, totalDong: sumDong([itemsDong, deliveryDong]) };
}
