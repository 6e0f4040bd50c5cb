import { asc, eq } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { cutOffOn, dispatchDayFor, earlier, type DeliveryService, type Dong, type FulfilmentState, type Localized } from "@xudong/domain";
import { holidaysAhead } from "./delivery-places.ts";
import { deliveryRatesAt } from "./delivery-rates.ts";

/** One seller's part of an order, as work: what to make ready, and by when. Nothing of it says whose order it is. */
export type SellerTask = {
  orderId: string;
  orderCode: string;
  shopId: string;
  shopName: Localized;
  isSample: boolean;
  lines: readonly { listingTitle: Localized; variantTitle: Localized; quantity: number; /** Of a visit. */ startsAt: Date | null }[];
  itemsDong: Dong;
  states: readonly FulfilmentState[];
  /** How its goods go, and when they have to be ready; absent where nothing is sent. */
  parcel?: { service: DeliveryService | null; readyBy: Date | null };
};

/** What a seller has to do for an order; undefined where there is no such part. */
export async function sellerTask(db: Db, sellerOrderId: string): Promise<SellerTask | undefined> {
  const { sellerOrders, orders, shops, orderLines, slots, fulfilments } = db.t;
  const [found] = await db
    .select({ part: sellerOrders, order: { id: orders.id, code: orders.code, placedAt: orders.placedAt, confirmedAt: orders.confirmedAt }, shop: shops })
    .from(sellerOrders)
    .innerJoin(orders, eq(orders.id, sellerOrders.orderId))
    .innerJoin(shops, eq(shops.id, sellerOrders.shopId))
    .where(eq(sellerOrders.id, sellerOrderId));
  if (found === undefined) return undefined;
  const { part, order, shop } = found;
  const lines = await db
    .select({ listingTitle: orderLines.listingTitle, variantTitle: orderLines.variantTitle, quantity: orderLines.quantity, startsAt: slots.startsAt })
    .from(orderLines)
    .leftJoin(slots, eq(slots.id, orderLines.slotId))
    .where(eq(orderLines.sellerOrderId, sellerOrderId))
    .orderBy(asc(orderLines.position));
  const parts = await db.select({ kind: fulfilments.kind, state: fulfilments.state }).from(fulfilments).where(eq(fulfilments.sellerOrderId, sellerOrderId));
  return {
    orderId: order.id, orderCode: order.code, shopId: shop.id, shopName: shop.name, isSample: shop.isSample, lines, itemsDong: part.itemsDong,
    states: parts.map(({ state }) => state),
    ...(parts.some(({ kind }) => kind === "parcel") ? { parcel: { service: part.deliveryService, readyBy: await readyBy(db, part, shop, order) } } : {}),
  };
}

type Part = Db["t"]["sellerOrders"]["$inferSelect"];
type Shop = Db["t"]["shops"]["$inferSelect"];

/** When a parcel has to be ready for what its buyer was promised: what leaves a day early would wait on its way, and some of it spoil. */
export async function readyBy(db: Db, { deliveryService, deliveryZone, arrivesTo, arrivesFrom }: Part, shop: Shop, { placedAt, confirmedAt }: { placedAt: Date; confirmedAt: Date | null }): Promise<Date | null> {
  const holidays = await holidaysAhead(db, earlier(placedAt, confirmedAt ?? placedAt));
  const cutOffFor = (orderedAt: Date, until: string | null, mostDays: number | null) => {
    const day = dispatchDayFor({ orderedAt, arrivesTo: until, mostDays }, shop, holidays);
    return day === undefined ? null : cutOffOn(day, shop);
  };
  const rate = (await deliveryRatesAt(db, placedAt)).find(({ service, zone }) => service === deliveryService && zone === deliveryZone);
  const hours = rate?.promiseMaxHours ?? null;
  const promised = deliveryService === "pickup" ? cutOffFor(placedAt, arrivesFrom, 0) : cutOffFor(placedAt, arrivesTo, hours === null ? null : Math.ceil(hours / 24));
  // Paid after the cut-off it was promised by: then the next there is.
  return promised !== null && confirmedAt !== null && promised < confirmedAt ? cutOffFor(confirmedAt, null, null) : promised;
}
