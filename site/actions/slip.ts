import { isDomainError, type Locale } from "@xudong/domain";
import type { SellerParcel } from "@xudong/checkout";
import type { Workplace } from "@xudong/market";
import { atWork } from "./workplace.ts";
import { keepPrivate, notFound, type Visit } from "./visit.ts";

export type SlipPage = { locale: Locale; shop: Workplace; parcel: SellerParcel };

/** The slip that goes into a parcel. It has no price, whether it is a gift or not. */
export async function slipPage(visit: Visit, locale: Locale): Promise<Response | SlipPage> {
  keepPrivate(visit);
  const work = await atWork(visit, locale, "sell", ["order.read"]);
  if (work instanceof Response) return work;
  const { shop, who } = work;
  if (shop === undefined) return notFound();
  try {
    return { locale, shop, parcel: await visit.locals.market.selling.parcel(shop.id, visit.params["id"] ?? "", who.actor) };
  } catch (error) {
    if (isDomainError(error) && error.code === "fulfilment.not_found") return notFound();
    throw error;
  }
}
