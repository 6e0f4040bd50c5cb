import { and, eq, inArray } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, type Occasion } from "@xudong/domain";
import { lockOrder } from "./lock-order.ts";

/**
 * Writes down that a parcel has left its seller: from now on its order cannot be cancelled. Only for who fulfils
 * orders of that shop; to anybody else the parcel does not exist (S1).
 *
 * @throws DomainError `fulfilment.not_found`, `fulfilment.move_not_allowed`, `actor.not_allowed`
 */
export async function dispatchParcel(tx: Tx, fulfilmentId: string, { actor, now }: Occasion): Promise<{ orderId: string }> {
  const { fulfilments, sellerOrders } = tx.t;
  const [parcel] = await tx
    .select({ orderId: sellerOrders.orderId, shopId: sellerOrders.shopId })
    .from(fulfilments)
    .innerJoin(sellerOrders, eq(sellerOrders.id, fulfilments.sellerOrderId))
    .where(eq(fulfilments.id, fulfilmentId));
  if (parcel === undefined) throw new DomainError("fulfilment.not_found");
  demand(actor, "order.fulfil", parcel.shopId);
  // The order's row first: somebody may be cancelling it at this moment.
  const order = await lockOrder(tx, parcel.orderId);
  if (order?.state !== "confirmed") throw new DomainError("fulfilment.move_not_allowed", { state: order?.state });
  const [shipped] = await tx
    .update(fulfilments)
    .set({ state: "shipped", movedAt: now })
    .where(and(eq(fulfilments.id, fulfilmentId), eq(fulfilments.state, "to_prepare")))
    .returning({ id: fulfilments.id });
  if (shipped === undefined) throw new DomainError("fulfilment.move_not_allowed");
  await speak(tx, { topic: "parcel.shipped", subject: fulfilmentId });
  await writeAudit(tx, { actor: actor.id, verb: "parcel.ship", objectKind: "fulfilment", objectId: fulfilmentId, at: now });
  return { orderId: parcel.orderId };
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
