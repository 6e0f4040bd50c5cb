import { and, asc, desc, eq, gte, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { undoDispatchUntil, type Address, type Carrier, type Day, type DeliveryService, type Dong, type FulfilmentState, type Gift, type Localized } from "@xudong/domain";
import { readyBy } from "./seller-task.ts";

/** A parcel as its seller packs it and sends it off. */
export type SellerParcel = {
  id: string;
  state: FulfilmentState;
  orderCode: string;
  placedAt: Date;
  buyer: { name: string; phone: string | null };
  address: Address | null;
  /** For whom it is, where that is somebody else. */
  gift: Gift | null;
  lines: readonly { listingTitle: Localized; variantTitle: Localized; quantity: number }[];
  service: DeliveryService | null;
  /** When it has to be ready to leave; null once it has left. */
  readyBy: Date | null;
  arrivesFrom: Day | null;
  arrivesTo: Day | null;
  /** What its courier collects at the door; null where it is paid. */
  cashDong: Dong | null;
  itemsDong: Dong;
  /** When it came to its state, and how it left. */
  movedAt: Date | null;
  carrier: Carrier | null;
  trackingNumber: string | null;
  /** Until when it may be taken back that it has left; null where it may not. */
  undoUntil: Date | null;
};

/** The parcels of a shop that wait to be packed, the most urgent first. Whoever asks has been let in. */
export async function parcelsToPrepare(db: Db, shopId: string, now: Date): Promise<SellerParcel[]> {
  const parcels = await parcelsWhere(db, shopId, { states: ["to_prepare"] }, now);
  return parcels.toSorted((a, b) => (a.readyBy?.getTime() ?? 0) - (b.readyBy?.getTime() ?? 0));
}

/** Those that have left since an instant, the latest first. Whoever asks has been let in. */
export async function parcelsSent(db: Db, shopId: string, since: Date, now: Date): Promise<SellerParcel[]> {
  return parcelsWhere(db, shopId, { states: ["shipped", "delivered", "returned"], since }, now);
}

/** One parcel of a shop, in whatever state; undefined where it is not theirs. */
export async function parcelOfShop(db: Db, shopId: string, fulfilmentId: string, now: Date): Promise<SellerParcel | undefined> {
  return (await parcelsWhere(db, shopId, { id: fulfilmentId }, now))[0];
}

const atOnce = 200;

async function parcelsWhere(db: Db, shopId: string, wanted: { states: FulfilmentState[]; since?: Date } | { id: string }, now: Date): Promise<SellerParcel[]> {
  const { fulfilments, sellerOrders, orders, orderLines, shops } = db.t;
  const which = "id" in wanted ? eq(fulfilments.id, wanted.id) : and(inArray(fulfilments.state, wanted.states), wanted.since === undefined ? undefined : gte(fulfilments.movedAt, wanted.since));
  const rows = await db
    .select({ fulfilment: fulfilments, part: sellerOrders, order: orders, shop: shops })
    .from(fulfilments)
    .innerJoin(sellerOrders, eq(sellerOrders.id, fulfilments.sellerOrderId))
    .innerJoin(orders, eq(orders.id, sellerOrders.orderId))
    .innerJoin(shops, eq(shops.id, sellerOrders.shopId))
    // Only what was confirmed is a seller's business: before that nobody has promised to pay.
    .where(and(eq(sellerOrders.shopId, shopId), eq(fulfilments.kind, "parcel"), isNotNull(orders.confirmedAt), which))
    .orderBy(desc(fulfilments.movedAt), asc(fulfilments.id))
    .limit(atOnce);
  if (rows.length === 0) return [];
  const lines = await db
    .select({ fulfilmentId: orderLines.fulfilmentId, listingTitle: orderLines.listingTitle, variantTitle: orderLines.variantTitle, quantity: orderLines.quantity })
    .from(orderLines)
    .where(inArray(orderLines.fulfilmentId, rows.map(({ fulfilment }) => fulfilment.id)))
    .orderBy(asc(orderLines.position));
  return Promise.all(rows.map(async ({ fulfilment, part, order, shop }) => ({
    id: fulfilment.id,
    state: fulfilment.state,
    orderCode: order.code,
    placedAt: order.placedAt,
    buyer: { name: order.contactName, phone: order.contactPhone },
    address: order.address,
    gift: order.gift,
    lines: lines.flatMap(({ fulfilmentId, ...line }) => (fulfilmentId === fulfilment.id ? [line] : [])),
    service: part.deliveryService,
    readyBy: fulfilment.state === "to_prepare" ? await readyBy(db, part, shop, order) : null,
    arrivesFrom: part.arrivesFrom,
    arrivesTo: part.arrivesTo,
    cashDong: order.paymentMethod === "cod" && order.state === "confirmed" ? part.totalDong : null,
    itemsDong: part.itemsDong,
    movedAt: fulfilment.movedAt,
    carrier: fulfilment.carrier,
    trackingNumber: fulfilment.trackingNumber,
    undoUntil: fulfilment.state === "shipped" && order.state === "confirmed" && fulfilment.movedAt !== null && now < undoDispatchUntil(fulfilment.movedAt) ? undoDispatchUntil(fulfilment.movedAt) : null,
  })));
}
