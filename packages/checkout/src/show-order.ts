import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { attemptExpiresAt, DomainError, extendedLapse, publicOrderState, ticketText, whyNotCancellable, type CancelReason, type Dispatch } from "@xudong/domain";
import { sellableRows, slugsOf } from "@xudong/catalog";
import type { LineFace, OrderView, ParcelView, TicketView } from "./view.ts";

/** What checkout knows of an order; what was paid, tried and sent back is added by whoever knows payments. */
export type OrderFacts = Omit<OrderView, "paidDong" | "attempts" | "refunds">;

/** An order as its buyer sees it. @throws DomainError `order.not_found` */
export async function showOrder(db: Db, orderId: string, now: Date): Promise<OrderFacts> {
  const { orders, holds, sellerOrders, fulfilments, orderLines, shops, slots, variants } = db.t;
  const [found] = await db.select({ order: orders, hold: holds }).from(orders).leftJoin(holds, eq(holds.orderId, orders.id)).where(eq(orders.id, orderId));
  if (found === undefined) throw new DomainError("order.not_found");
  const { order, hold } = found;
  const parts = await db.select({ part: sellerOrders, shop: shops }).from(sellerOrders).innerJoin(shops, eq(shops.id, sellerOrders.shopId)).where(eq(sellerOrders.orderId, orderId)).orderBy(asc(sellerOrders.id));
  const lines = await db
    .select({ line: orderLines, slot: slots, listingId: variants.listingId })
    .from(orderLines)
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .leftJoin(slots, eq(slots.id, orderLines.slotId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position));
  const visits = await db
    .select({ fulfilment: fulfilments, startsAt: slots.startsAt })
    .from(fulfilments)
    .leftJoin(slots, eq(slots.id, fulfilments.slotId))
    .where(
      inArray(
        fulfilments.sellerOrderId,
        parts.map(({ part }) => part.id),
      ),
    )
    .orderBy(asc(fulfilments.id));
  const listingIds = [...new Set(lines.map((row) => row.listingId))];
  const slugs = await slugsOf(db, [...listingIds, ...parts.map(({ shop }) => shop.id)]);
  const pictures = new Map((await sellableRows(db, listingIds)).map((row) => [row.listing.id, row.revision.words.pictures[0]]));

  const face = ({ line, slot, listingId }: (typeof lines)[number]): LineFace => ({
    variantId: line.variantId,
    kind: line.kind,
    listingSlug: slugs.get(listingId) ?? { vi: listingId, en: listingId },
    listingTitle: line.listingTitle,
    variantTitle: line.variantTitle,
    picture: pictures.get(listingId) ?? { drawing: "plate", alt: line.listingTitle },
    slot: slot === null ? undefined : { id: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt },
    unitPriceDong: line.unitPriceDong,
    quantity: line.quantity,
    totalDong: line.totalDong,
  });
  const state = publicOrderState(order.state, hold?.lapsesAt ?? null, now);
  const parcelsAndVisits = visits.map(({ fulfilment, startsAt }) => ({ sellerOrderId: fulfilment.sellerOrderId, view: { id: fulfilment.id, kind: fulfilment.kind, state: fulfilment.state, startsAt, movedAt: fulfilment.movedAt, ...sentOf(fulfilment) } }));
  const isCancelled = state === "cancelled";
  return {
    code: order.code,
    state,
    placedAt: order.placedAt,
    holdLapsesAt: state === "awaiting_payment" ? (hold?.lapsesAt ?? null) : null,
    confirmedAt: order.confirmedAt,
    // Cancelling ends everything of an order that had not ended before, in the same write.
    cancelledAt: isCancelled ? latest(parcelsAndVisits.map(({ view }) => view.movedAt)) : null,
    cancelReason: isCancelled ? order.cancelReason : null,
    contact: { name: order.contactName, phone: order.contactPhone, email: order.contactEmail },
    address: order.address,
    gift: order.gift,
    sellers: parts.map(({ part, shop }) => ({
      shop: { id: shop.id, slug: slugs.get(shop.id)?.vi ?? shop.id, name: shop.name, isSample: shop.isSample, phone: shop.identity?.phone ?? null },
      lines: lines.filter((row) => row.line.sellerOrderId === part.id).map(face),
      ...parcelOf(part),
      fulfilments: parcelsAndVisits.filter(({ sellerOrderId }) => sellerOrderId === part.id).map(({ view }) => view),
      itemsDong: part.itemsDong,
      deliveryDong: part.deliveryDong,
      totalDong: part.totalDong,
    })),
    itemsDong: order.itemsDong,
    deliveryDong: order.deliveryDong,
    totalDong: order.totalDong,
    mayPay:
      state === "awaiting_payment" &&
      hold?.lapsesAt != null &&
      (attemptExpiresAt(now, hold.lapsesAt) ?? extendedLapse({ placedAt: hold.placedAt, lapsesAt: hold.lapsesAt, extendedAt: hold.extendedAt }, now)) !== undefined,
    mayCancel: whyNotCancellable({ state: order.state, fulfilments: parcelsAndVisits.map(({ view }) => view) }, now) === undefined,
    tickets: await orderTickets(db, { id: orderId, code: order.code, cancelReason: order.cancelReason }),
  };
}

function sentOf({ carrier, trackingNumber }: Db["t"]["fulfilments"]["$inferSelect"]): { sent?: Dispatch } {
  return carrier === null ? {} : { sent: { carrier, trackingNumber } };
}

/** How a seller's goods were to be sent, as it was promised; nothing where nothing is sent, and of orders older than that was kept. */
function parcelOf(part: Db["t"]["sellerOrders"]["$inferSelect"]): { parcel?: ParcelView } {
  const { deliveryService: service, deliveryZone: zone, weightGrams, arrivesFrom, arrivesTo, deliveryIsSample } = part;
  return service === null ? {} : { parcel: { service, zone, weightGrams: weightGrams ?? 0, arrivesFrom, arrivesTo, isSample: deliveryIsSample === true } };
}

function latest(moments: readonly (Date | null)[]): Date | null {
  const known = moments.filter((moment) => moment !== null).map((moment) => moment.getTime());
  return known.length === 0 ? null : new Date(Math.max(...known));
}

/** The tickets of an order, in the order of its lines. */
export async function orderTickets(db: Db, order: { id: string; code: string; cancelReason: CancelReason | null }): Promise<TicketView[]> {
  const { tickets, orderLines, sellerOrders, shops, slots } = db.t;
  const rows = await db
    .select({ ticket: tickets, line: orderLines, shop: shops, slot: slots })
    .from(tickets)
    .innerJoin(orderLines, eq(orderLines.id, tickets.orderLineId))
    .innerJoin(sellerOrders, eq(sellerOrders.id, orderLines.sellerOrderId))
    .innerJoin(shops, eq(shops.id, sellerOrders.shopId))
    .innerJoin(slots, eq(slots.id, tickets.slotId))
    .where(eq(orderLines.orderId, order.id))
    .orderBy(asc(orderLines.position), asc(tickets.number));
  return rows.map(({ ticket, line, shop, slot }) => ({
    code: ticket.code,
    state: ticket.state,
    number: ticket.number,
    of: rows.filter((row) => row.line.id === line.id).length,
    listingTitle: line.listingTitle,
    variantTitle: line.variantTitle,
    shopName: shop.name,
    place: shop.place,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    admittedAt: ticket.admittedAt,
    voidBecause: ticket.state === "void" ? order.cancelReason : null,
    qrText: ticket.state === "void" ? "" : ticketText({ code: ticket.code, slotId: ticket.slotId, keyId: ticket.keyId }, ticket.signature),
    orderCode: order.code,
    isSample: shop.isSample,
  }));
}
