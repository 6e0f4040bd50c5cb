import type { Db } from "@xudong/database";
import { deliveryOffers, parcelOf, zoneBetween, type DeliveryOffers, type DeliveryRate, type DeliveryZone, type ParcelLine, type SenderHabits } from "@xudong/domain";
import { holidaysAhead, whereAre, whereIs, type Destination } from "./delivery-places.ts";

/** All that one shop sends at once. */
export type ParcelToSend = { shop: { id: string; unitCode: string | null } & SenderHabits; lines: readonly ParcelLine[] };

/** How one shop's parcel can go. */
export type ParcelPlan = DeliveryOffers & {
  shopId: string;
  zone: DeliveryZone;
  /** The zone is assumed: it is not known where the parcel starts, or where it is to go. */
  isEstimate: boolean;
  weightGrams: number;
};

/**
 * The services that can bring each parcel to a place if ordered now, with fees and days, the cheapest first. Without a place
 * they are those within a parcel's own province, as an estimate.
 */
export async function deliveryServicesFor(db: Db, parcels: readonly ParcelToSend[], to: Destination | undefined, rates: readonly DeliveryRate[], now: Date): Promise<ParcelPlan[]> {
  const isByZone = rates.some(({ zone }) => zone !== null);
  const [senders, receiver, holidays] = isByZone ? await places(db, parcels, to, now) : nowhere;
  return parcels.map(({ shop, lines }) => {
    const sender = shop.unitCode === null ? undefined : senders.get(shop.unitCode);
    const zone = zoneBetween(sender, receiver);
    return {
      ...deliveryOffers(rates, lines, { zone, orderedAt: now, sender: shop, holidays }),
      shopId: shop.id,
      zone,
      isEstimate: isByZone && (sender === undefined || receiver === undefined),
      weightGrams: parcelOf(lines).weightGrams,
    };
  });
}

/** One fee for everywhere asks neither where nor when. */
const nowhere = [new Map<string, never>(), undefined, new Set<string>()] as const;

async function places(db: Db, parcels: readonly ParcelToSend[], to: Destination | undefined, now: Date) {
  return Promise.all([whereAre(db, parcels.flatMap(({ shop }) => shop.unitCode ?? [])), to === undefined ? undefined : whereIs(db, to), holidaysAhead(db, now)]);
}
