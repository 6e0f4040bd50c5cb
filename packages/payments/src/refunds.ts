import { and, asc, eq, lte, sql } from "drizzle-orm";
import { keep, speak, writeAudit, type Db, type Tx } from "@xudong/database";
import { dayOf, days, DomainError, mayMove, nextRefundAskAt, plus, refundMoves, settleRefund, type Dong, type Occasion, type RefundState } from "@xudong/domain";
import { callPersonToRefund, isAtVnpay, keepNotice, vnpayMethod } from "./settle-attempt.ts";
import { fewestQuestions, patience, turnAfter } from "./turns.ts";
import { newRequestId, type RefundTold } from "./vnpay/client.ts";

type Step = { id: string; attemptId: string; reference: string; terminal: string; gatewayRef: string; gatewayCreatedOn: string; amountDong: Dong };

/** What is to be done about a refund now: it is sent, always under the same number, or asked about. */
export type RefundStep =
  | (Step & { kind: "send"; transactionNo: string | null; requestId: string; reason: string })
  | (Step & { kind: "ask"; refundTransactionNo: string | null });

/** Refunds that are to be sent or asked about by now, those that wait longest first. */
export async function refundsDue(db: Db, now: Date, limit: number): Promise<readonly { id: string }[]> {
  return dueRefunds(db, now, limit);
}

const dueRefunds = keep((db: Db, now: Date, limit: number) => {
  const { attempts, refunds } = db.t;
  return db
    .select({ id: refunds.id })
    .from(refunds)
    .innerJoin(attempts, eq(attempts.id, refunds.attemptId))
    .where(and(lte(refunds.askAt, now), isAtVnpay(db)))
    .orderBy(asc(refunds.askAt), asc(refunds.id))
    .limit(limit);
});

/**
 * Takes the next step of a refund, before the call (P3). Undefined where there is none now, or somebody else has taken
 * it. A refund is unknown before it is sent: a crash leaves one that is asked about, never one that is sent blindly.
 */
export async function beginRefundStep(tx: Tx, refundId: string, { actor, now }: Occasion): Promise<RefundStep | undefined> {
  const refund = await lockWhole(tx, refundId);
  if (refund === undefined || refund.askAt === null || refund.askAt > now || refund.method !== vnpayMethod) return undefined;
  const { id, attemptId, reference, terminal, gatewayRef, gatewayCreatedOn, amountDong, reason, transactionNo } = refund;
  const step: Step = { id, attemptId, reference, terminal, gatewayRef, gatewayCreatedOn, amountDong };
  // Put off until another day, its number names it no more: it is asked about, and a person decides.
  const isStale = refund.state === "requested" && refund.requestId !== null && !isSameDay(refund.sentAt, now);
  if (refund.state === "requested" && !isStale) {
    const requestId = refund.requestId ?? newRequestId();
    await change(tx, id, { state: "unknown", requestId, tries: refund.tries + 1, sentAt: now, asked: 0, askAt: nextRefundAskAt(now, 0) });
    await writeAudit(tx, { actor: actor.id, verb: "refund.send", objectKind: "refund", objectId: id, at: now, detail: { requestId } });
    return { ...step, kind: "send", transactionNo: refund.paymentNo, requestId, reason };
  }
  if (isStale) {
    await change(tx, id, { state: "unknown" });
    await writeAudit(tx, { actor: actor.id, verb: "refund.unknown", objectKind: "refund", objectId: id, at: now });
    await callPersonToRefund(tx, id, "no_answer");
  } else if (!isOnItsWay(refund.state)) {
    await change(tx, id, { askAt: null });
    return undefined;
  }
  // As with attempts: the last turn is only closed by its answer, so that a crash does not lose the refund.
  await change(tx, id, { asked: refund.asked + 1, askAt: turnOf(refund, now) ?? plus(now, patience) });
  return { ...step, kind: "ask", refundTransactionNo: transactionNo };
}

/** What is sent so often and is still not there does not get there by itself. */
const triesAtMost = 3;

/**
 * Writes down what was told of a refund. Returns its new state where it changed; where that is `done`, the caller posts
 * the money in the same transaction (L3). A gateway that knows of none gets it once more, under the same number, while
 * that number still names it: VNPAY keeps such numbers apart for a day only. After that a person decides. One that is
 * silent a day after sending, and was to a few questions in a row, is a person's as well, and is asked about on.
 */
export async function hearOfRefund(tx: Tx, refundId: string, told: RefundTold, occasion: Occasion): Promise<RefundState | undefined> {
  const refund = await lockWhole(tx, refundId);
  if (refund === undefined) return undefined;
  const heard = settleRefund(refund.state, told.news);
  const isStuck = heard === "requested" ? !maySendAgain(refund, occasion.now) : isStillUnheardOf(refund, told, occasion.now);
  const next = isStuck ? undefined : heard;
  if (next !== undefined) await settle(tx, refund, next, told, occasion);

  const state = next ?? refund.state;
  const isOpen = isOnItsWay(state);
  if (isOpen && told.news !== "silent" && refund.asked > 0) await change(tx, refundId, { asked: 0 });
  const isUnanswered = isOpen && told.news === "silent" && refund.asked >= fewestQuestions && isDayAgo(refund.sentAt, occasion.now);
  // Down for a month and then one silence: `beginRefundStep` has written down the next question.
  const mayBeHiccup = told.news === "silent" && !isUnanswered && refund.askAt !== null;
  const isAskedOut = isOpen && turnOf(refund, occasion.now) === undefined && !mayBeHiccup;
  if (isAskedOut) await change(tx, refundId, { askAt: null });
  if (state === "refused") await callPersonToRefund(tx, refundId, "refused");
  else if (isOpen && told.needsPerson !== undefined) await callPersonToRefund(tx, refundId, told.needsPerson);
  else if ((isStuck || isAskedOut || isUnanswered) && (next !== undefined || refund.waitsFor === null)) await callPersonToRefund(tx, refundId, "no_answer");
  return next;
}

function maySendAgain({ tries, sentAt }: { tries: number; sentAt: Date | null }, now: Date): boolean {
  return tries < triesAtMost && isSameDay(sentAt, now);
}

const isSameDay = (sentAt: Date | null, now: Date) => sentAt !== null && dayOf(sentAt) === dayOf(now);

/** The gateway took it on, and a day later it still does not know of any: it may have been answered for in a crash, and only its portal can tell. */
function isStillUnheardOf({ state, sentAt }: { state: RefundState; sentAt: Date | null }, told: RefundTold, now: Date): boolean {
  return state === "sent" && told.news === "absent" && isDayAgo(sentAt, now);
}

const isDayAgo = (sentAt: Date | null, now: Date) => sentAt !== null && plus(sentAt, days(1)) <= now;

async function settle(tx: Tx, refund: WholeRefund, next: RefundState, told: RefundTold, { actor, now }: Occasion): Promise<void> {
  const turn = { requested: { askAt: now }, unknown: {}, sent: {}, refused: { askAt: null }, done: { askAt: null, settledAt: now } }[next];
  const { responseCode } = told;
  await change(tx, refund.id, { state: next, responseCode, transactionNo: told.transactionNo ?? refund.transactionNo, waitsFor: null, ...turn });
  await tellState(tx, refund.id, next);
  await writeAudit(tx, { actor: actor.id, verb: `refund.${next}`, objectKind: "refund", objectId: refund.id, at: now, detail: { responseCode } });
}

/**
 * A person has looked, and the refund is to be sent anew: one that was refused, or one that nobody could tell anything
 * of. It gets another number, because under the old one the gateway would repeat its old answer.
 *
 * @throws DomainError `decision.nothing_waits`
 */
export async function sendRefundAgain(tx: Tx, refundId: string, { actor, now }: Occasion): Promise<void> {
  const refund = await lockWhole(tx, refundId);
  const mayBeSent = refund?.method === vnpayMethod && (refund.state === "refused" || (refund.state === "unknown" && refund.waitsFor !== null));
  if (!mayBeSent) throw new DomainError("decision.nothing_waits");
  await change(tx, refundId, { state: "requested", requestId: null, transactionNo: null, responseCode: null, tries: 0, asked: 0, askAt: now, waitsFor: null });
  await tellState(tx, refundId, "requested");
  await writeAudit(tx, { actor: actor.id, verb: "refund.send_again", objectKind: "refund", objectId: refundId, at: now });
}

/**
 * A person has given the money back by another way, and names the paper that proves it (P1). Only a refund that waits
 * for a person: any other may still be on its way through the gateway. The caller posts the money (L3).
 *
 * @throws DomainError `decision.nothing_waits`
 */
export async function recordRefundByHand(tx: Tx, refundId: string, paper: { reference: string }, { actor, now }: Occasion): Promise<RefundState> {
  const refund = await lockWhole(tx, refundId);
  if (refund === undefined || refund.waitsFor === null || !mayMove(refundMoves, refund.state, "done")) throw new DomainError("decision.nothing_waits");
  await change(tx, refundId, { state: "done", settledAt: now, askAt: null, waitsFor: null });
  const { attemptId, method } = refund;
  await keepNotice(tx, { attemptId, method, channel: "person", isGenuine: true, answer: "", outcome: "refund_done", fields: { reference: paper.reference } }, now);
  await tellState(tx, refundId, "done");
  await writeAudit(tx, { actor: actor.id, verb: "refund.done_by_hand", objectKind: "refund", objectId: refundId, at: now });
  return "done";
}

const isOnItsWay = (state: RefundState) => state === "unknown" || state === "sent";

const turnOf = ({ sentAt }: { sentAt: Date | null }, now: Date) => (sentAt === null ? undefined : turnAfter((asked) => nextRefundAskAt(sentAt, asked), now));

/** What is known of a refund, where `asked` counts the questions since the last answer. */
type WholeRefund = NonNullable<Awaited<ReturnType<typeof lockWhole>>>;

async function lockWhole(tx: Tx, refundId: string) {
  const { attempts, refunds } = tx.t;
  const [refund] = await tx.update(refunds).set({ tries: sql`${refunds.tries}` }).where(eq(refunds.id, refundId)).returning();
  if (refund === undefined) return undefined;
  const [attempt] = await tx
    .select({ reference: attempts.reference, method: attempts.method, terminal: attempts.terminal, gatewayRef: attempts.gatewayRef, gatewayCreatedOn: attempts.gatewayCreatedOn, paymentNo: attempts.transactionNo })
    .from(attempts)
    .where(eq(attempts.id, refund.attemptId));
  return attempt && { ...refund, ...attempt };
}

async function change(tx: Tx, refundId: string, row: Partial<Tx["t"]["refunds"]["$inferInsert"]>): Promise<void> {
  await tx.update(tx.t.refunds).set(row).where(eq(tx.t.refunds.id, refundId));
}

const tellState = (tx: Tx, refundId: string, state: RefundState) => speak(tx, { topic: `refund.${state}`, subject: refundId });
