import type { Store, Tx } from "@xudong/database";
import { cleanLine, demand, DomainError, refundDone, type Actor, type Dong, type Occasion } from "@xudong/domain";
import { codesOf, findOrder, type TicketSigner } from "@xudong/checkout";
import {
  casesForPerson, cashMethod, closeAttemptCase, endAttemptCase, findAttemptFacts, keepNotice, lockAttempt, lockCashAttempt, recordRefundByHand, sendRefundAgain, vnpayMethod,
  type AttemptRow, type PaymentCase, type WaitsFor,
} from "@xudong/payments";
import { postMovement } from "@xudong/settlement";
import { hearOfAttempt } from "./hear-of-attempt.ts";
import { mailBuyer } from "./mail/queue-mail.ts";

/**
 * What a person may decide. Of a payment: it was `paid` (for cash: the courier brought it) or `not_paid` (the parcel
 * came back), or it has its result and has been `looked_at`. That it was `paid` may be said of one that had come to
 * nothing, too: money that has come is recorded in every state (O1). Of a refund: it is sent again, or was `refunded` by hand.
 */
export const decisions = ["paid", "not_paid", "looked_at", "refund_again", "refunded"] as const;
export type Decision = (typeof decisions)[number];

export type DecisionInput = {
  decision: Decision;
  /** The paper it rests on: VNPAY's transaction number, a courier's or a bank's document. */
  reference: string;
  /** Which payment of the order, by our number at the gateway, where several wait or the one that is meant does not. */
  gatewayRef?: string;
};

/** A payment or refund that waits for a person, and what may be decided about it. */
export type WaitingCase = {
  orderCode: string | null;
  kind: "attempt" | "refund";
  method: string;
  gatewayRef: string;
  amountDong: Dong;
  since: Date;
  state: string;
  waitsFor: WaitsFor;
  decisions: readonly Decision[];
};

type DecidingParts = { store: Store; signer: TicketSigner; now: () => Date };

const paperLengthMax = 200;

/** Everything about money that waits for a person, the oldest first. */
export async function waitingForPerson({ read }: Store): Promise<WaitingCase[]> {
  const cases = await casesForPerson(read);
  const codes = await codesOf(read, cases.map(({ reference }) => reference));
  return cases.map((each) => {
    const { reference, kind, method, gatewayRef, amountDong, since, state, waitsFor } = each;
    return { orderCode: codes.get(reference) ?? null, kind, method, gatewayRef, amountDong, since, state, waitsFor, decisions: decisionsOn(each) };
  });
}

function decisionsOn(each: PaymentCase): readonly Decision[] {
  if (each.kind === "refund") return each.method === cashMethod || each.state === "sent" ? ["refunded"] : ["refund_again", "refunded"];
  if (each.state === "paid" || each.state === "declined" || each.state === "expired") return ["looked_at"];
  // Money of another amount is no payment of this order: it is sent back in the gateway's own portal.
  return each.waitsFor === "wrong_amount" ? ["not_paid"] : ["paid", "not_paid"];
}

/**
 * Writes down what a person has decided about money, on the paper they name (P1), and does everything it means in one
 * write. Only for who may decide about orders.
 *
 * @throws DomainError `actor.not_allowed`, `order.not_found`, `decision.reference_missing`, `decision.nothing_waits`
 *   where no payment or refund of the order waits for it, `decision.several_wait` where several do and none is named
 */
export async function decide({ store, signer, now }: DecidingParts, typedCode: string, input: DecisionInput, actor: Actor): Promise<void> {
  demand(actor, "order.decide", "*");
  const paper = cleanLine(input.reference);
  if (paper === "" || paper.length > paperLengthMax) throw new DomainError("decision.reference_missing", { field: "reference", max: paperLengthMax });
  await store.write(async (tx) => {
    const occasion = { actor, now: now() };
    const order = await findOrder(tx, typedCode);
    const isAboutRefund = input.decision === "refund_again" || input.decision === "refunded";
    if (isAboutRefund) return decideRefund(tx, order.id, input, paper, occasion);
    const attempt = await attemptToDecide(tx, order.id, input);
    if (input.decision === "looked_at") return closeAttemptCase(tx, attempt.id, occasion);
    await decideAttempt(tx, attempt, input.decision === "paid" ? "paid" : "declined", paper, signer, occasion);
  });
}

async function attemptToDecide(tx: Tx, orderId: string, { decision, gatewayRef }: DecisionInput): Promise<AttemptRow> {
  const waiting = await casesOf(tx, orderId, "attempt", decision, gatewayRef);
  if (waiting.length > 1) throw severalWait(waiting);
  const [only] = waiting;
  const attempt = only === undefined ? await lockUncalled(tx, orderId, decision, gatewayRef) : await lockAttempt(tx, only.method, only.gatewayRef);
  if (attempt === undefined) throw new DomainError("decision.nothing_waits");
  return attempt;
}

/**
 * A payment that nobody was called to, and that may be decided all the same: cash, whose courier comes when it comes,
 * and one that had come to nothing, by its number, whose money has arrived after all.
 */
async function lockUncalled(tx: Tx, orderId: string, decision: Decision, gatewayRef: string | undefined): Promise<AttemptRow | undefined> {
  if (decision === "looked_at") return undefined;
  const cash = await lockCashAttempt(tx, orderId);
  if (cash?.state === "opened") return cash;
  const attempt = cash ?? (gatewayRef === undefined ? undefined : await lockAttempt(tx, vnpayMethod, gatewayRef));
  const cameToNothing = attempt?.reference === orderId && (attempt.state === "declined" || attempt.state === "expired");
  return cameToNothing && decision === "paid" ? attempt : undefined;
}

async function decideAttempt(tx: Tx, attempt: AttemptRow, news: "paid" | "declined", paper: string, signer: TicketSigner, occasion: Occasion): Promise<void> {
  const known = await findAttemptFacts(tx, attempt.id);
  if (news === "paid" && known?.waitsFor === "wrong_amount") throw new DomainError("decision.nothing_waits", { state: attempt.state });
  const transactionNo = known?.transactionNo ?? (/^\d{1,15}$/.test(paper) ? paper : null);
  const word = { news, amountDong: attempt.amountDong, responseCode: known?.responseCode ?? null, transactionNo, bankCode: known?.bankCode ?? null };
  const heard = await hearOfAttempt(tx, attempt, word, signer, occasion);
  if (heard !== "recorded") throw new DomainError("decision.nothing_waits", { state: attempt.state });
  await endAttemptCase(tx, attempt.id);
  await keepNotice(
    tx,
    { attemptId: attempt.id, method: attempt.method, channel: "person", isGenuine: true, answer: "", outcome: news, fields: { reference: paper, by: occasion.actor.id } },
    occasion.now,
  );
}

async function decideRefund(tx: Tx, orderId: string, { decision, gatewayRef }: DecisionInput, paper: string, occasion: Occasion): Promise<void> {
  const waiting = await casesOf(tx, orderId, "refund", decision, gatewayRef);
  const [only] = waiting;
  if (only === undefined) throw new DomainError("decision.nothing_waits");
  if (waiting.length > 1) throw severalWait(waiting);
  if (decision === "refund_again") return sendRefundAgain(tx, only.id, occasion);
  await recordRefundByHand(tx, only.id, { reference: paper }, occasion);
  const postings = refundDone(only.amountDong, only.method === cashMethod ? "courier" : "gateway");
  await postMovement(tx, { kind: "refund_done", reference: orderId, cause: only.id, postings }, occasion.now);
  await mailBuyer(tx, orderId, [{ kind: "refund_done", subject: only.id }], occasion.now);
}

async function casesOf(tx: Tx, orderId: string, kind: PaymentCase["kind"], decision: Decision, gatewayRef: string | undefined): Promise<PaymentCase[]> {
  const all = await casesForPerson(tx, orderId);
  return all.filter((each) => each.kind === kind && decisionsOn(each).includes(decision) && (gatewayRef === undefined || each.gatewayRef === gatewayRef));
}

function severalWait(waiting: readonly PaymentCase[]): DomainError {
  return new DomainError("decision.several_wait", { field: "gatewayRef", known: waiting.map((each) => each.gatewayRef) });
}
