import { and, eq } from "drizzle-orm";
import { keep, speak, writeAudit, type Tx } from "@xudong/database";
import { newId, settleAttempt, type AttemptNews, type AttemptState, type Dong, type Occasion } from "@xudong/domain";

/** An attempt as whoever settles it needs it. */
export type AttemptRow = { id: string; reference: string; method: string; amountDong: Dong; state: AttemptState };

/** What was heard of an attempt, once it has been verified; silence carries no code. */
export type Verdict = { news: AttemptNews; responseCode: string | null; transactionNo: string | null; bankCode: string | null };

/** Why a payment waits for a person: the gateway suspects fraud, names another amount, or has told nothing to the last. */
export type WaitsFor = "suspected_fraud" | "wrong_amount" | "no_answer";

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

/** Writes down what became of an attempt. Undefined where it already had a result that this one does not change (P2). */
export async function recordVerdict(tx: Tx, attempt: AttemptRow, verdict: Verdict, { actor, now }: Occasion): Promise<AttemptState | undefined> {
  const next = settleAttempt(attempt.state, verdict.news);
  if (next === undefined) return undefined;
  const { attempts } = tx.t;
  const { responseCode, transactionNo, bankCode } = verdict;
  // Silence is no result: it goes on being asked about.
  const result = next === "unknown" ? {} : { settledAt: now, responseCode, transactionNo, bankCode, askAt: null, waitsFor: next === "held" ? ("suspected_fraud" satisfies WaitsFor) : null };
  await tx
    .update(attempts)
    .set({ state: next, ...result })
    .where(and(eq(attempts.id, attempt.id), eq(attempts.state, attempt.state)));
  await writeAudit(tx, { actor: actor.id, verb: `attempt.${next}`, objectKind: "attempt", objectId: attempt.id, at: now, detail: { responseCode } });
  return next;
}

/** Says that a person must look at an attempt, and why. */
export async function callPersonToAttempt(tx: Tx, attemptId: string, waitsFor: WaitsFor): Promise<void> {
  const { attempts } = tx.t;
  await tx.update(attempts).set({ waitsFor }).where(eq(attempts.id, attemptId));
  await speak(tx, { topic: "payment.needs_person", subject: attemptId, detail: { waitsFor } });
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

/** Writes down that a payment must go back, whole. Asking twice asks once. */
export async function requestRefund(tx: Tx, refund: { attemptId: string; amountDong: Dong; reason: string }, { actor, now }: Occasion): Promise<void> {
  const { refunds } = tx.t;
  const [row] = await tx
    .insert(refunds)
    .values({ id: newId(now), ...refund, state: "requested", requestedAt: now, settledAt: null, tries: 0, askAt: now })
    .onConflictDoNothing()
    .returning({ id: refunds.id });
  if (row === undefined) return;
  await speak(tx, { topic: "refund.requested", subject: row.id });
  await writeAudit(tx, { actor: actor.id, verb: "refund.request", objectKind: "attempt", objectId: refund.attemptId, at: now, detail: { reason: refund.reason } });
}
