import { and, eq, inArray } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { DomainError, whyNotCancellable, type CancelReason, type FulfilmentState, type Occasion, type OrderState } from "@xudong/domain";
import { lockOrder } from "./lock-order.ts";
import { giveUnitsBack } from "./hold-units.ts";

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

/** What undoing an order makes of its parts; the others stay as they are. */
const undone: { readonly [S in FulfilmentState]?: FulfilmentState } = { to_prepare: "cancelled", due: "cancelled", shipped: "returned" };

/**
 * Undoes what an order had done: units, tickets, fulfilments, state. Units of a parcel that has left stay taken: only
 * its seller can say whether they can be sold again, by setting the stock. What had not left is free again.
 *
 * The caller holds the order's row and has checked that it may be undone.
 *
 * @throws DomainError `order.move_not_allowed` where the order, or a part of it, has moved meanwhile
 */
export async function undoOrder(tx: Tx, orderId: string, reason: CancelReason, { actor, now }: Occasion): Promise<void> {
  const { orders, orderLines, tickets, fulfilments } = tx.t;
  const [moved] = await tx
    .update(orders)
    .set({ state: "cancelled", cancelReason: reason })
    .where(and(eq(orders.id, orderId), inArray(orders.state, ["awaiting_payment", "lapsed", "confirmed"])))
    .returning({ id: orders.id });
  if (moved === undefined) throw movedMeanwhile(orderId);

  const parts = await underWay(tx, orderId);
  const lines = await tx.select({ id: orderLines.id, fulfilmentId: orderLines.fulfilmentId, draws: orderLines.draws }).from(orderLines).where(eq(orderLines.orderId, orderId));
  const left = new Set(parts.filter(({ state }) => state === "shipped" || state === "delivered").map(({ id }) => id));
  const leftFrom = lines.filter((line) => left.has(line.fulfilmentId)).flatMap((line) => line.draws.map((draw) => draw.poolId));
  await releaseHold(tx, orderId, leftFrom);
  const lineIds = lines.map((line) => line.id);
  await tx.update(tickets).set({ state: "void" }).where(and(inArray(tickets.orderLineId, lineIds), eq(tickets.state, "issued")));
  for (const { id, state } of parts) {
    const next = undone[state];
    if (next === undefined) continue;
    const ended = await tx
      .update(fulfilments)
      .set({ state: next, movedAt: now })
      .where(and(eq(fulfilments.id, id), eq(fulfilments.state, state)))
      .returning({ id: fulfilments.id });
    if (ended.length === 0) throw movedMeanwhile(orderId);
  }
  await speak(tx, { topic: "order.cancelled", subject: orderId });
  await writeAudit(tx, { actor: actor.id, verb: "order.cancelled", objectKind: "order", objectId: orderId, at: now, detail: { reason } });
}

const movedMeanwhile = (orderId: string) => new DomainError("order.move_not_allowed", { orderId, to: "cancelled" });

async function underWay(tx: Tx, orderId: string) {
  const { fulfilments, sellerOrders, slots } = tx.t;
  return tx
    .select({ id: fulfilments.id, state: fulfilments.state, startsAt: slots.startsAt })
    .from(fulfilments)
    .innerJoin(sellerOrders, eq(sellerOrders.id, fulfilments.sellerOrderId))
    .leftJoin(slots, eq(slots.id, fulfilments.slotId))
    .where(eq(sellerOrders.orderId, orderId));
}

/**
 * Releases an order's claims. A pool from which something has left keeps its claim whole: its seller counts what is there
 * anyway, and sets it.
 */
async function releaseHold(tx: Tx, orderId: string, leftFrom: readonly string[]): Promise<void> {
  const { holds, claims } = tx.t;
  const [hold] = await tx.update(holds).set({ state: "released", lapsesAt: null }).where(eq(holds.orderId, orderId)).returning({ id: holds.id });
  if (hold === undefined) return;
  const own = await giveUnitsBack(tx, hold.id, { from: ["held", "sold"], to: "released", exceptPools: leftFrom });
  // Freed ones block nothing any more, and end with the rest.
  await tx.update(claims).set({ state: "released", lapsesAt: null }).where(and(inArray(claims.id, [...own]), inArray(claims.state, ["freed", "released"])));
}
