import type { Db } from "@xudong/database";
import { nextCutOff, usualOffer, type Day, type DeliveryService, type Dong } from "@xudong/domain";
import { sellableRows, variantRows } from "@xudong/catalog";
import type { Destination } from "./delivery-places.ts";
import { deliveryRatesAt } from "./delivery-rates.ts";
import { deliveryServicesFor } from "./delivery-services.ts";

/** When one of a thing would be there if ordered now, and what bringing it costs. */
export type ArrivalView = {
  service: DeliveryService;
  feeDong: Dong;
  /** Null where nothing is promised. */
  arrivesFrom: Day | null;
  arrivesTo: Day | null;
  /** The fee comes from invented figures. */
  isSample: boolean;
  /** Until when all this may be said: the next cut-off of its seller. */
  until: Date;
};

/**
 * When goods of a listing would be at a place if one were ordered now, by the usual way, and for what fee. Undefined for what
 * is not sent, or where nobody can bring it there.
 */
export async function expectedArrival(db: Db, listingId: string, to: Destination, now: Date): Promise<ArrivalView | undefined> {
  const [[sellable], [variant], rates] = await Promise.all([sellableRows(db, [listingId]), variantRows(db, { listingIds: [listingId] }, now), deliveryRatesAt(db, now)]);
  if (sellable === undefined || variant === undefined || sellable.listing.kind !== "goods") return undefined;
  const { shop, listing } = sellable;
  const lines = [{ key: variant.id, quantity: 1, weightGrams: variant.weightGrams, needsCold: listing.needsCold, shelfLifeHours: listing.shelfLifeHours }];
  const [plan] = await deliveryServicesFor(db, [{ shop, lines }], to, rates, now);
  const offer = usualOffer(plan?.offers ?? []);
  if (offer === undefined) return undefined;
  const { service, feeDong, arrivesFrom, arrivesTo, isSample } = offer;
  return { service, feeDong, arrivesFrom, arrivesTo, isSample, until: nextCutOff(now, shop) };
}
