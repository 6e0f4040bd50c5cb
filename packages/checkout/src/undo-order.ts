import { and, asc, eq, inArray } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { DomainError, whyNotCancellable, type CancelReason, type Occasion, type OrderState } from "@xudong/domain";
import { lockPool } from "@xudong/catalog";
import { lockOrder } from "./lock-order.ts";
import { giveBackToPool } from "./hold-units.ts";

/**
 * Calls an order off while nothing of it has left a seller and no visit has begun. Its units are free again, its
 * tickets open no gate any more. What was paid is for whoever knows payments to send back.
 *
 * @returns the state it was in
 * @throws DomainError `order.not_found`, `order.already_dispatched`, `order.visit_begun`, `order.move_not_allowed`
 */
export async function cancelOrder(tx: Tx, orderId: string, reason: CancelReason, occasion: Occasion): Promise<OrderState> {
  const order = await lockOrder(tx, orderId);
  if (order === undefined) throw new DomainError("order.not_found");
  const why = whyNotCancellable({ state: order.state, fulfilments: await underWay(tx, orderId) }, occasion.now);
  if (why !== undefined) throw new DomainError(why, { state: order.state });
  await undoOrder(tx, orderId, reason, occasion);
  return order.state;
}

/**
 * Undoes what an order had done: units, tickets, fulfilments, state. Units of a parcel that has left stay taken: only
 * its seller can say whether they can be sold again, by setting the stock.
 *
 * The caller holds the order's row and has checked that it may be undone.
 */
export async function undoOrder(tx: Tx, orderId: string, reason: CancelReason, { actor, now }: Occasion): Promise<void> {
  const { orders, orderLines, tickets, fulfilments } = tx.t;
  const [moved] = await tx
    .update(orders)
    .set({ state: "cancelled", cancelReason: reason })
    .where(and(eq(orders.id, orderId), inArray(orders.state, ["awaiting_payment", "lapsed", "confirmed"])))
    .returning({ id: orders.id });
  if (moved === undefined) throw new DomainError("order.move_not_allowed", { orderId, to: "cancelled" });

  const parts = await underWay(tx, orderId);
  const hasLeft = parts.some(({ state }) => state === "shipped" || state === "delivered");
  await giveUnitsBack(tx, orderId, hasLeft ? ["held"] : ["held", "sold"]);
  const lines = (await tx.select({ id: orderLines.id }).from(orderLines).where(eq(orderLines.orderId, orderId))).map((line) => line.id);
  await tx.update(tickets).set({ state: "void" }).where(and(inArray(tickets.orderLineId, lines), eq(tickets.state, "issued")));
  for (const { id, state } of parts) {
    if (state === "to_prepare" || state === "due") await tx.update(fulfilments).set({ state: "cancelled", movedAt: now }).where(eq(fulfilments.id, id));
    if (state === "shipped") await tx.update(fulfilments).set({ state: "returned", movedAt: now }).where(eq(fulfilments.id, id));
  }
  await speak(tx, { topic: "order.cancelled", subject: orderId });
  await writeAudit(tx, { actor: actor.id, verb: "order.cancelled", objectKind: "order", objectId: orderId, at: now, detail: { reason } });
}

async function underWay(tx: Tx, orderId: string) {
  const { fulfilments, sellerOrders, slots } = tx.t;
  return tx
    .select({ id: fulfilments.id, state: fulfilments.state, startsAt: slots.startsAt })
    .from(fulfilments)
    .innerJoin(sellerOrders, eq(sellerOrders.id, fulfilments.sellerOrderId))
    .leftJoin(slots, eq(slots.id, fulfilments.slotId))
    .where(eq(sellerOrders.orderId, orderId));
}

/** Releases an order's claims, pool by pool in key order, and gives back the units of those that block any. */
async function giveUnitsBack(tx: Tx, orderId: string, blocking: readonly ("held" | "sold")[]): Promise<void> {
  const { holds, claims } = tx.t;
  const [hold] = await tx.update(holds).set({ state: "released", lapsesAt: null }).where(eq(holds.orderId, orderId)).returning({ id: holds.id });
  if (hold === undefined) return;
  const own = await tx.select().from(claims).where(eq(claims.holdId, hold.id)).orderBy(asc(claims.poolId));
  for (const claim of own) {
    // The pool's row first, then its claims: whoever frees lapsed claims there waits here or has finished (H2).
    await lockPool(tx, claim.poolId);
    const released = await tx
      .update(claims)
      .set({ state: "released", lapsesAt: null })
      .where(and(eq(claims.id, claim.id), inArray(claims.state, [...blocking])))
      .returning({ id: claims.id });
    if (released.length > 0) await giveBackToPool(tx, { poolId: claim.poolId, units: claim.units });
    else await tx.update(claims).set({ state: "released" }).where(and(eq(claims.id, claim.id), eq(claims.state, "freed")));
  }
}
