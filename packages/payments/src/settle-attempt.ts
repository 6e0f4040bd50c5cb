import { and, eq, inArray, isNull, ne, notInArray, or, sql, type SQL } from "drizzle-orm";
import { keep, speak, writeAudit, type Db, type Tx } from "@xudong/database";
import { newId, settleAttempt, type AttemptNews, type AttemptState, type Dong, type Occasion } from "@xudong/domain";

/** An attempt as whoever settles it needs it. */
export type AttemptRow = { id: string; reference: string; method: string; amountDong: Dong; state: AttemptState };

/** What was heard of an attempt, once it has been verified; silence carries no code. */
export type Verdict = { news: AttemptNews; responseCode: string | null; transactionNo: string | null; bankCode: string | null };

/** Money that goes through VNPAY: the method that can be asked and told to give back. */
export const vnpayMethod = "vnpay";

/**
 * Attempts at VNPAY, among the few that are due. Compared plainly, SQLite would find every attempt ever made by the
 * gateway's numbers, and only then the few.
 */
export const isAtVnpay = ({ t: { attempts } }: Db): SQL => sql`${attempts.method} || '' = ${vnpayMethod}`;

/** Why a payment or a refund waits for a person. */
export type WaitsFor =
  | "suspected_fraud" // the gateway took the money and holds it
  | "wrong_amount" // the gateway names another sum than ours
  | "no_answer" // it has told nothing to the last
  | "reversed" // the bank took the money, the gateway did not succeed
  | "refunded_elsewhere" // it was paid, and sent back by somebody outside our books
  | "other_terminal" // opened at a terminal that is not set up any more
  | "refused" // the gateway does not give it back
  | "by_hand"; // no gateway can give it back: cash

/** What no news of a payment answers: it waits until a person has looked. */
const untilLookedAt = ["wrong_amount", "refunded_elsewhere"] as const satisfies readonly WaitsFor[];

/** Finds an attempt by our number at the gateway and holds its row until the transaction ends. */
export async function lockAttempt(tx: Tx, method: string, gatewayRef: string): Promise<AttemptRow | undefined> {
  const [attempt] = await touchAttempt(tx, method, gatewayRef);
  return attempt;
}

const touchAttempt = keep((tx: Tx, method: string, gatewayRef: string) => {
  const { attempts } = tx.t;
  return tx
    .update(attempts)
    .set({ gatewayRef })
    .where(and(eq(attempts.method, method), eq(attempts.gatewayRef, gatewayRef)))
    .returning({ id: attempts.id, reference: attempts.reference, method: attempts.method, amountDong: attempts.amountDong, state: attempts.state });
});

/** True while a gateway still suspects fraud in an attempt for this reference. */
export async function hasHeldAttempt(tx: Tx, reference: string): Promise<boolean> {
  const { attempts } = tx.t;
  const [held] = await tx.select({ id: attempts.id }).from(attempts).where(and(eq(attempts.reference, reference), eq(attempts.state, "held"))).limit(1);
  return held !== undefined;
}

/**
 * Writes down what became of an attempt. Undefined where it already had a result that this one does not change (P2);
 * of a payment that succeeded and is suspected afterwards a person is told all the same.
 */
export async function recordVerdict(tx: Tx, attempt: AttemptRow, verdict: Verdict, { actor, now }: Occasion): Promise<AttemptState | undefined> {
  const next = settleAttempt(attempt.state, verdict.news);
  if (attempt.state === "paid" && verdict.news === "held") await callPersonToAttempt(tx, attempt.id, "suspected_fraud");
  if (next === undefined) return undefined;
  const { attempts } = tx.t;
  const { responseCode, transactionNo, bankCode } = verdict;
  // Silence is no result: it goes on being asked about.
  const result = next === "unknown" ? {} : { settledAt: now, responseCode, transactionNo, bankCode, askAt: null, waitsFor: sql`case when ${inArray(attempts.waitsFor, untilLookedAt)} then ${attempts.waitsFor} end` };
  await tx
    .update(attempts)
    .set({ state: next, ...result })
    .where(and(eq(attempts.id, attempt.id), eq(attempts.state, attempt.state)));
  if (next === "held") await callPersonToAttempt(tx, attempt.id, "suspected_fraud");
  await writeAudit(tx, { actor: actor.id, verb: `attempt.${next}`, objectKind: "attempt", objectId: attempt.id, at: now, detail: { responseCode } });
  return next;
}

/**
 * Says that a person must look at an attempt, and why. Saying it again tells nobody anew, nor does a lesser reason than
 * the one that is there: a suspicion, and then whatever waits until somebody has looked, are not forgotten for a silence.
 */
export async function callPersonToAttempt(tx: Tx, attemptId: string, waitsFor: WaitsFor, topic = "payment.needs_person"): Promise<void> {
  const { attempts } = tx.t;
  const isLasting = untilLookedAt.some((each) => each === waitsFor);
  const stays: readonly WaitsFor[] = waitsFor === "suspected_fraud" ? [waitsFor] : isLasting ? ["suspected_fraud", waitsFor] : ["suspected_fraud", ...untilLookedAt, waitsFor];
  const called = await tx
    .update(attempts)
    .set({ waitsFor })
    .where(and(eq(attempts.id, attemptId), or(isNull(attempts.waitsFor), notInArray(attempts.waitsFor, [...stays]))))
    .returning({ id: attempts.id });
  if (called.length > 0) await speak(tx, { topic, subject: attemptId, detail: { waitsFor } });
}

/** Says that a person must look at a refund, and why. Saying it again tells nobody anew. */
export async function callPersonToRefund(tx: Tx, refundId: string, waitsFor: WaitsFor): Promise<void> {
  const { refunds } = tx.t;
  const called = await tx
    .update(refunds)
    .set({ waitsFor })
    .where(and(eq(refunds.id, refundId), or(isNull(refunds.waitsFor), ne(refunds.waitsFor, waitsFor))))
    .returning({ id: refunds.id });
  if (called.length > 0) await speak(tx, { topic: "refund.needs_person", subject: refundId, detail: { waitsFor } });
}

export type NoticeRow = {
  attemptId: string | null;
  method: string;
  /** A gateway's own call, its answer to a question of ours, or a person who names a paper (P1). */
  channel: "ipn" | "query" | "person";
  isGenuine: boolean;
  answer: string;
  outcome: string | null;
  fields: Readonly<Record<string, string>>;
};

/** Keeps a notice as it came, for the timeline and for disputes. */
export async function keepNotice(tx: Tx, notice: NoticeRow, now: Date): Promise<void> {
  await addNotice(tx, { id: newId(now), ...notice, receivedAt: now });
}

const addNotice = keep((tx: Tx, row: Tx["t"]["notices"]["$inferInsert"]) => tx.insert(tx.t.notices).values(row));

/**
 * Writes down that a payment must go back, whole. Asking twice asks once. Where no gateway can give it back, it waits
 * for a person from the beginning.
 */
export async function requestRefund(tx: Tx, refund: { attemptId: string; amountDong: Dong; reason: string }, { actor, now }: Occasion): Promise<void> {
  const { attempts, refunds } = tx.t;
  const [attempt] = await tx.select({ method: attempts.method }).from(attempts).where(eq(attempts.id, refund.attemptId));
  const isByGateway = attempt?.method === vnpayMethod;
  const [row] = await tx
    .insert(refunds)
    .values({ id: newId(now), ...refund, state: "requested", requestedAt: now, settledAt: null, tries: 0, askAt: isByGateway ? now : null })
    .onConflictDoNothing()
    .returning({ id: refunds.id });
  if (row === undefined) return;
  await speak(tx, { topic: "refund.requested", subject: row.id });
  if (!isByGateway) await callPersonToRefund(tx, row.id, "by_hand");
  await writeAudit(tx, { actor: actor.id, verb: "refund.request", objectKind: "attempt", objectId: refund.attemptId, at: now, detail: { reason: refund.reason } });
}
