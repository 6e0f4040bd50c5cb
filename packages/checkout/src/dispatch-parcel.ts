import { and, eq, inArray } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, undoDispatchUntil, type Dispatch, type Occasion } from "@xudong/domain";
import { lockOrder } from "./lock-order.ts";

/**
 * Writes down that a parcel has left its seller, and how: from now on its order cannot be cancelled. One that its buyer
 * collects is there with that. The same again changes nothing. Only for who fulfils orders of that shop; to anybody else the
 * parcel does not exist (S1).
 *
 * @param sent carrier and number, frozen on the parcel; nothing where nobody knows
 * @throws DomainError `fulfilment.not_found`, `fulfilment.move_not_allowed`, `actor.not_allowed`
 */
export async function dispatchParcel(tx: Tx, fulfilmentId: string, { actor, now }: Occasion, sent?: Dispatch): Promise<{ orderId: string }> {
  const parcel = await requireParcel(tx, fulfilmentId, actor);
  const { orderId, isCollected } = parcel;
  // The order's row first: somebody may be cancelling it at this moment.
  const order = await lockOrder(tx, orderId);
  if (order?.state !== "confirmed") throw new DomainError("fulfilment.move_not_allowed", { state: order?.state });
  const { fulfilments } = tx.t;
  const [left] = await tx
    .update(fulfilments)
    .set({ state: isCollected ? "delivered" : "shipped", movedAt: now, carrier: sent?.carrier ?? null, trackingNumber: sent?.trackingNumber ?? null })
    .where(and(eq(fulfilments.id, fulfilmentId), eq(fulfilments.state, "to_prepare")))
    .returning({ id: fulfilments.id });
  if (left === undefined) {
    if (sent !== undefined && (await hasLeftSo(tx, fulfilmentId, sent))) return { orderId };
    throw new DomainError("fulfilment.move_not_allowed");
  }
  await speak(tx, { topic: "parcel.shipped", subject: fulfilmentId });
  await writeAudit(tx, { actor: actor.id, verb: "parcel.ship", objectKind: "fulfilment", objectId: fulfilmentId, at: now, ...(sent === undefined ? {} : { detail: { carrier: sent.carrier } }) });
  return { orderId };
}

/**
 * Takes back, for a few minutes, that a parcel has left: the wrong one was marked, or its number is wrong. Again changes nothing.
 *
 * @throws DomainError `fulfilment.not_found`, `fulfilment.move_not_allowed`, `fulfilment.undo_too_late`, `actor.not_allowed`
 */
export async function undoDispatch(tx: Tx, fulfilmentId: string, { actor, now }: Occasion): Promise<void> {
  const { orderId } = await requireParcel(tx, fulfilmentId, actor);
  const order = await lockOrder(tx, orderId);
  if (order?.state !== "confirmed") throw new DomainError("fulfilment.move_not_allowed", { state: order?.state });
  const { fulfilments } = tx.t;
  const [parcel] = await tx.select({ state: fulfilments.state, movedAt: fulfilments.movedAt }).from(fulfilments).where(eq(fulfilments.id, fulfilmentId));
  if (parcel?.state === "to_prepare") return;
  if (parcel?.state !== "shipped" || parcel.movedAt === null) throw new DomainError("fulfilment.move_not_allowed");
  const undoUntil = undoDispatchUntil(parcel.movedAt);
  if (now >= undoUntil) throw new DomainError("fulfilment.undo_too_late", { undoUntil });
  await tx.update(fulfilments).set({ state: "to_prepare", movedAt: null, carrier: null, trackingNumber: null }).where(eq(fulfilments.id, fulfilmentId));
  await speak(tx, { topic: "parcel.not_shipped", subject: fulfilmentId });
  await writeAudit(tx, { actor: actor.id, verb: "parcel.undo_ship", objectKind: "fulfilment", objectId: fulfilmentId, at: now });
}

async function requireParcel(tx: Tx, fulfilmentId: string, actor: Occasion["actor"]): Promise<{ orderId: string; isCollected: boolean }> {
  const { fulfilments, sellerOrders } = tx.t;
  const [parcel] = await tx
    .select({ orderId: sellerOrders.orderId, shopId: sellerOrders.shopId, service: sellerOrders.deliveryService })
    .from(fulfilments)
    .innerJoin(sellerOrders, eq(sellerOrders.id, fulfilments.sellerOrderId))
    .where(eq(fulfilments.id, fulfilmentId));
  if (parcel === undefined) throw new DomainError("fulfilment.not_found");
  demand(actor, "order.fulfil", parcel.shopId);
  return { orderId: parcel.orderId, isCollected: parcel.service === "pickup" };
}

async function hasLeftSo(tx: Tx, fulfilmentId: string, { carrier, trackingNumber }: Dispatch): Promise<boolean> {
  const { fulfilments } = tx.t;
  const [parcel] = await tx.select({ state: fulfilments.state, carrier: fulfilments.carrier, trackingNumber: fulfilments.trackingNumber }).from(fulfilments).where(eq(fulfilments.id, fulfilmentId));
  return (parcel?.state === "shipped" || parcel?.state === "delivered") && parcel.carrier === carrier && parcel.trackingNumber === trackingNumber;
}

/**
 * Writes down that an order's parcels have arrived: their courier has been paid at the door, so they had left even where
 * nobody wrote that down. The caller holds the order's row.
 */
export async function deliverParcels(tx: Tx, orderId: string, { now }: Occasion): Promise<void> {
  const { fulfilments, sellerOrders } = tx.t;
  const ofOrder = tx.select({ id: sellerOrders.id }).from(sellerOrders).where(eq(sellerOrders.orderId, orderId));
  for (const [from, to] of [["to_prepare", "shipped"], ["shipped", "delivered"]] as const) {
    await tx.update(fulfilments).set({ state: to, movedAt: now }).where(and(inArray(fulfilments.sellerOrderId, ofOrder), eq(fulfilments.state, from)));
  }
}
