import type { Db } from "@xudong/database";
import { addDays, dayOf, instantAt, nextCutOff, usualOffer, type Day, type DeliveryService, type Dong } from "@xudong/domain";
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
 * When goods of a listing would be at a place if one were ordered now, by the usual way, and for what fee, by each way of buying
 * them. Those are left out that are not sent, or that nobody can bring there.
 */
export async function expectedArrivals(db: Db, listingId: string, to: Destination, now: Date): Promise<ReadonlyMap<string, ArrivalView>> {
  const [[sellable], variants, rates] = await Promise.all([sellableRows(db, [listingId]), variantRows(db, { listingIds: [listingId] }, now), deliveryRatesAt(db, now)]);
  if (sellable === undefined || sellable.listing.kind !== "goods") return new Map();
  const { shop, listing } = sellable;
  const parcels = variants.map(({ id, weightGrams }) => ({ shop, lines: [{ key: id, quantity: 1, weightGrams, needsCold: listing.needsCold, shelfLifeHours: listing.shelfLifeHours }] }));
  const plans = await deliveryServicesFor(db, parcels, to, rates, now);
  return new Map(
    variants.flatMap(({ id }, at) => {
      const offer = usualOffer(plans[at]?.offers ?? []);
      if (offer === undefined) return [];
      const { service, feeDong, arrivesFrom, arrivesTo, isSample } = offer;
      return [[id, { service, feeDong, arrivesFrom, arrivesTo, isSample, until: nextCutOff(now, shop) }] as const];
    }),
  );
}

/** The same for the first way of buying it. */
export async function expectedArrival(db: Db, listingId: string, to: Destination, now: Date): Promise<ArrivalView | undefined> {
  const [first] = (await expectedArrivals(db, listingId, to, now)).values();
  return first;
}

/** Longer than this nothing is on its way. */
const longestWay = 14;

/** The last day on whose morning goods can be ordered so that they are expected at a place by a day; undefined where no day is early enough. */
export async function lastOrderDay(db: Db, listingId: string, to: Destination, by: Day, now: Date): Promise<Day | undefined> {
  for (let day = addDays(by, -1); day >= dayOf(now) && day >= addDays(by, -longestWay); day = addDays(day, -1)) {
    const arrival = await expectedArrival(db, listingId, to, instantAt(day, "08:00"));
    if (arrival?.arrivesTo != null && arrival.arrivesTo <= by) return day;
  }
  return undefined;
}
