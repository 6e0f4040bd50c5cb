import { speak, type Store, type Tx } from "@xudong/database";
import { moneyMeans, paymentReceived, saleConfirmed, systemActor, type AttemptState, type Occasion, type OrderState } from "@xudong/domain";
import { confirmOrder, keepHoldForPerson, letHoldLapse, lockOrder, type TicketSigner } from "@xudong/checkout";
import {
  dongOf, hasHeldAttempt, ipnAnswers, keepNotice, lockAttempt, outcomeOf, readMessage, recordVerdict, requestRefund,
  type AttemptRow, type IpnAnswer, type VnpayMessage, type VnpayTerminal,
} from "@xudong/payments";
import { postMovement } from "@xudong/settlement";

export type NoticeParts = { store: Store; terminal: VnpayTerminal; signer: TicketSigner; now: () => Date };

/**
 * Judges a VNPAY notice and does everything it means in ONE write: attempt, order, hold, tickets, ledger,
 * refund, outbox. Answers VNPAY's contract: 97, 01, 04, 02, 00, in this order of checks. Without a right
 * signature nothing is written, so that a forged call can never stand in a genuine one's way.
 *
 * @throws what the store throws; the caller answers 99, and VNPAY calls again
 */
export async function receiveNotice({ store, terminal, signer, now }: NoticeParts, rawQuery: string): Promise<IpnAnswer> {
  const read = readMessage(rawQuery, terminal);
  if ("refused" in read) return ipnAnswers.wrongSignature;
  return store.write(async (tx) => {
    const occasion = { actor: systemActor("vnpay.ipn"), now: now() };
    const attempt = await lockAttempt(tx, "vnpay", read.message["vnp_TxnRef"] ?? "");
    const answer = attempt === undefined ? ipnAnswers.unknownReference : await judge(tx, attempt, read.message, signer, occasion);
    await keepNotice(
      tx,
      {
        attemptId: attempt?.id ?? null,
        method: "vnpay",
        channel: "ipn",
        isGenuine: true,
        answer: answer.RspCode,
        outcome: read.message["vnp_ResponseCode"] ?? null,
        fields: read.message,
      },
      occasion.now,
    );
    return answer;
  });
}

async function judge(tx: Tx, attempt: AttemptRow, message: VnpayMessage, signer: TicketSigner, occasion: Occasion): Promise<IpnAnswer> {
  if (dongOf(message["vnp_Amount"]) !== attempt.amountDong) {
    // VNPAY still has the money: a person must look.
    await speak(tx, { topic: "payment.wrong_amount", subject: attempt.id });
    return ipnAnswers.wrongAmount;
  }
  const responseCode = message["vnp_ResponseCode"] ?? "";
  const next = await recordVerdict(
    tx,
    attempt,
    {
      outcome: outcomeOf(responseCode, message["vnp_TransactionStatus"] ?? ""),
      responseCode,
      transactionNo: message["vnp_TransactionNo"] ?? null,
      bankCode: message["vnp_BankCode"] ?? null,
    },
    occasion,
  );
  if (next === undefined) return ipnAnswers.alreadyRecorded;
  if (next === "paid") await applyMoney(tx, attempt, signer, occasion);
  if (next === "held" || attempt.state === "held") await followSuspicion(tx, attempt, next, occasion);
  return ipnAnswers.recorded;
}

/** A suspicion keeps the order's units; once no attempt is under it any more, their hold has an end again. */
async function followSuspicion(tx: Tx, attempt: AttemptRow, next: AttemptState, occasion: Occasion): Promise<void> {
  await lockOrder(tx, attempt.reference);
  if (next === "held") await keepHoldForPerson(tx, attempt.reference, occasion);
  else if (next === "declined" && !(await hasHeldAttempt(tx, attempt.reference))) await letHoldLapse(tx, attempt.reference, occasion);
}

/** Money has arrived for an order: by the attempt × order table it confirms the order or goes back whole (O1). */
async function applyMoney(tx: Tx, attempt: AttemptRow, signer: TicketSigner, occasion: Occasion): Promise<void> {
  const { now } = occasion;
  await postMovement(tx, { kind: "payment_received", reference: attempt.reference, cause: attempt.id, postings: paymentReceived(attempt.amountDong) }, now);
  const order = await lockOrder(tx, attempt.reference);
  const whyNot = whyNotApplied(order, attempt);
  if (order !== undefined && whyNot === undefined) {
    const confirmation = await confirmOrder(tx, order.id, signer, occasion);
    if (confirmation.isConfirmed) {
      await postMovement(tx, { kind: "sale_confirmed", reference: order.id, cause: attempt.id, postings: saleConfirmed(confirmation.parts) }, now);
      return;
    }
  }
  await requestRefund(tx, { attemptId: attempt.id, amountDong: attempt.amountDong, reason: whyNot ?? "order_not_kept" }, occasion);
}

/** Why money that has arrived cannot become this order's, or undefined where it can. */
function whyNotApplied(order: { state: OrderState; totalDong: number } | undefined, attempt: AttemptRow): string | undefined {
  if (order === undefined) return "unknown_reference";
  if (moneyMeans[order.state] === "refund_all") return order.state === "cancelled" ? "order_cancelled" : "second_payment";
  return order.totalDong === attempt.amountDong ? undefined : "amount_differs";
}
