import type { Tx } from "@xudong/database";
import { cashHears, hasResult, orderHears, paymentReceived, saleConfirmed, type AttemptState, type Dong, type Occasion, type OrderEffect, type OrderState } from "@xudong/domain";
import { confirmOrder, deliverParcels, keepHoldForPerson, letHoldLapse, lockOrder, sellerPartsOf, undoOrder, type TicketSigner } from "@xudong/checkout";
import { callPersonToAttempt, cashMethod, hasHeldAttempt, recordVerdict, requestRefund, type AttemptRow, type Verdict } from "@xudong/payments";
import { postMovement } from "@xudong/settlement";
import { mailBuyer, mailCancelled, mailConfirmed } from "./mail/queue-mail.ts";

/** A verified word on an attempt, with the amount it names; undefined where that is no whole đồng. */
export type Word = Verdict & { amountDong: Dong | undefined };

/** What hearing came to: something changed, nothing had to, nothing is known yet, or it speaks of another amount. */
export type Heard = "recorded" | "already_recorded" | "no_result" | "wrong_amount";

type Order = { id: string; state: OrderState; totalDong: Dong };

/**
 * Does everything that a verified word on an attempt means, in the caller's one write: attempt, order, hold, tickets,
 * ledger, refund, outbox. A notice, an answer to a question of ours and a person's decision all come through here, so
 * that they cannot differ (P2). The caller holds the attempt's row.
 */
export async function hearOfAttempt(tx: Tx, attempt: AttemptRow, word: Word, signer: TicketSigner, occasion: Occasion): Promise<Heard> {
  const namesMoney = word.news === "paid" || word.news === "declined" || word.news === "held";
  if (namesMoney && word.amountDong !== attempt.amountDong) {
    // The gateway still has that money, whatever came of ours: a person must look, told once and by one piece of news.
    await callPersonToAttempt(tx, attempt.id, "wrong_amount", attempt.state === "paid" ? "payment.wrong_amount" : "payment.needs_person");
    return "wrong_amount";
  }
  const next = await recordVerdict(tx, attempt, word, occasion);
  if (next === undefined) return hasResult(attempt.state) ? "already_recorded" : "no_result";
  await takeEffect(tx, attempt, next, signer, occasion);
  return next === "unknown" ? "no_result" : "recorded";
}

/** The attempt × order table at work (O1). */
async function takeEffect(tx: Tx, attempt: AttemptRow, next: AttemptState, signer: TicketSigner, occasion: Occasion): Promise<void> {
  const isCash = attempt.method === cashMethod;
  const order = await lockOrder(tx, attempt.reference);
  if (next === "paid") {
    const postings = paymentReceived(attempt.amountDong, isCash ? "courier" : "gateway");
    await postMovement(tx, { kind: "payment_received", reference: attempt.reference, cause: attempt.id, postings }, occasion.now);
  }
  if (order === undefined) {
    if (next === "paid") await requestRefund(tx, { attemptId: attempt.id, amountDong: attempt.amountDong, reason: "unknown_reference" }, occasion);
    return;
  }
  const effect: OrderEffect = (isCash ? cashHears : orderHears)[next][order.state];
  await effects[effect](tx, attempt, order, signer, occasion);
}

type Effect = (tx: Tx, attempt: AttemptRow, order: Order, signer: TicketSigner, occasion: Occasion) => Promise<void>;

const effects: { readonly [E in OrderEffect]: Effect } = {
  async nothing() {},
  async confirm_or_refund(tx, attempt, order, signer, occasion) {
    if (order.totalDong !== attempt.amountDong) return sendBack(tx, attempt, "amount_differs", occasion);
    const confirmation = await confirmOrder(tx, order.id, signer, occasion);
    if (!confirmation.isConfirmed) {
      await requestRefund(tx, { attemptId: attempt.id, amountDong: attempt.amountDong, reason: "order_not_kept" }, occasion);
      return mailBuyer(tx, order.id, [{ kind: "payment_not_kept", subject: order.id }], occasion.now);
    }
    await postMovement(tx, { kind: "sale_confirmed", reference: order.id, cause: attempt.id, postings: saleConfirmed(confirmation.parts) }, occasion.now);
    await mailConfirmed(tx, order.id, { isCash: false }, occasion.now);
  },
  refund_all: (tx, attempt, order, _signer, occasion) => sendBack(tx, attempt, order.state === "cancelled" ? "order_cancelled" : "second_payment", occasion),
  keep_units: (tx, attempt, _order, _signer, occasion) => keepHoldForPerson(tx, attempt.reference, occasion),
  async let_lapse(tx, attempt, _order, _signer, occasion) {
    if (!(await hasHeldAttempt(tx, attempt.reference))) await letHoldLapse(tx, attempt.reference, occasion);
  },
  async collect(tx, attempt, order, _signer, occasion) {
    await postMovement(tx, { kind: "sale_confirmed", reference: order.id, cause: attempt.id, postings: saleConfirmed(await sellerPartsOf(tx, order.id)) }, occasion.now);
    await deliverParcels(tx, order.id, occasion);
  },
  async cancel(tx, _attempt, order, _signer, occasion) {
    await undoOrder(tx, order.id, "cash_refused", occasion);
    await mailCancelled(tx, order.id, { wasConfirmed: true }, occasion.now);
  },
};

/** Money that belongs to no sale goes back, and its buyer is told. */
async function sendBack(tx: Tx, { id, amountDong, reference }: AttemptRow, reason: string, occasion: Occasion): Promise<void> {
  await requestRefund(tx, { attemptId: id, amountDong, reason }, occasion);
  await mailBuyer(tx, reference, [{ kind: "refund_requested", subject: id }], occasion.now);
}
