import type { Store, Tx } from "@xudong/database";
import { demand, DomainError, guest, saleReversed, type Actor, type CancelReason, type Occasion } from "@xudong/domain";
import { cancelOrder, findOrder, lockOrder, requireOrder, sellerPartsOf } from "@xudong/checkout";
import { endCashAttempt, lockCashAttempt, requestRefund } from "@xudong/payments";
import { postMovement, saleOf } from "@xudong/settlement";
import type { OrderRef } from "./contract.ts";
import { mailCancelled } from "./mail/queue-mail.ts";

export type CancellingParts = { store: Store; appSecrets: readonly string[]; now: () => Date };

/** Calls an order off for whoever holds its key. Calling it off again changes nothing (H4). */
export async function cancelOwnOrder({ store, appSecrets, now }: CancellingParts, ref: OrderRef): Promise<void> {
  await store.write(async (tx) => {
    const order = await requireOrder(tx, ref, appSecrets);
    await callOff(tx, order.id, "buyer", { actor: guest, now: now() });
  });
}

/** Calls an order off for the market, by whoever may decide about orders. @throws DomainError `actor.not_allowed` */
export async function cancelAnyOrder({ store, now }: CancellingParts, typedCode: string, actor: Actor): Promise<void> {
  demand(actor, "order.decide", "*");
  await store.write(async (tx) => {
    const order = await findOrder(tx, typedCode);
    await callOff(tx, order.id, "operator", { actor, now: now() });
  });
}

/**
 * Calls an order off and sends back what was paid for it, in one write (O1, L3): its sale is reversed, its money stands
 * unapplied until the gateway has given it back. Money still on its way will find the order cancelled and go back too.
 */
async function callOff(tx: Tx, orderId: string, reason: CancelReason, occasion: Occasion): Promise<void> {
  // Attempt, order, pools: everybody locks in this order.
  const cash = await lockCashAttempt(tx, orderId);
  const order = await lockOrder(tx, orderId);
  if (order === undefined) throw new DomainError("order.not_found");
  if (order.state === "cancelled") return;
  const was = await cancelOrder(tx, orderId, reason, occasion);
  if (cash !== undefined) await endCashAttempt(tx, cash, occasion);
  await mailCancelled(tx, orderId, { wasConfirmed: was === "confirmed" }, occasion.now);
  const sale = was === "confirmed" ? await saleOf(tx, orderId) : undefined;
  if (sale === undefined) return; // nobody had paid
  await postMovement(tx, { kind: "sale_reversed", reference: orderId, cause: sale.cause, postings: saleReversed(await sellerPartsOf(tx, orderId)) }, occasion.now);
  await requestRefund(tx, { attemptId: sale.cause, amountDong: order.totalDong, reason: "order_cancelled" }, occasion);
}
