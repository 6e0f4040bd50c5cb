import { DomainError, isDeliveryService, usualOffer, type DeliveryOffer } from "@xudong/domain";
import type { ParcelPlan } from "./delivery-services.ts";

/** How a buyer wants things sent: one service wherever it can be had, or one for each shop by its id. */
export type DeliveryWish = string | Readonly<Record<string, string>>;

/**
 * The way a parcel goes: the one its buyer chose, or the cheapest that brings it. One service for all is a wish, and where it
 * cannot be had the parcel goes the usual way; one chosen for this shop is meant.
 *
 * @throws DomainError `delivery.service_unavailable` where the service chosen for this shop is not to be had
 */
export function chosenOffer({ shopId, offers }: ParcelPlan, wish: DeliveryWish | undefined): DeliveryOffer | undefined {
  if (typeof wish === "string") {
    if (!isDeliveryService(wish)) throw new DomainError("delivery.service_unavailable", { field: "delivery", known: offers.map(({ service }) => service) });
    return offers.find(({ service }) => service === wish) ?? usualOffer(offers);
  }
  const own = wish !== undefined && Object.hasOwn(wish, shopId) ? wish[shopId] : undefined;
  if (own === undefined) return usualOffer(offers);
  const chosen = offers.find(({ service }) => service === own);
  if (chosen === undefined) throw new DomainError("delivery.service_unavailable", { field: `delivery.${shopId}`, known: offers.map(({ service }) => service) });
  return chosen;
}
