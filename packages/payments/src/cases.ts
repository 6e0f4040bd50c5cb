import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { writeAudit, type Db, type Tx } from "@xudong/database";
import { DomainError, type AttemptState, type Dong, type Occasion, type RefundState } from "@xudong/domain";
import type { WaitsFor } from "./settle-attempt.ts";

/** A payment or a refund that waits for a person. */
export type PaymentCase = {
  /** The attempt's or the refund's. */
  id: string;
  attemptId: string;
  /** What the money is for: opaque here. */
  reference: string;
  method: string;
  gatewayRef: string;
  amountDong: Dong;
  /** When the attempt was opened or the refund was asked for. */
  since: Date;
  waitsFor: WaitsFor;
} & ({ kind: "attempt"; state: AttemptState } | { kind: "refund"; state: RefundState });

/** Everything about money that waits for a person, or what of it belongs to one reference, the oldest first. */
export async function casesForPerson(db: Db, reference?: string): Promise<PaymentCase[]> {
  const { attempts, refunds } = db.t;
  const ofReference = reference === undefined ? undefined : eq(attempts.reference, reference);
  const payment = { attemptId: attempts.id, reference: attempts.reference, method: attempts.method, gatewayRef: attempts.gatewayRef };
  const paid = await db
    .select({ ...payment, id: attempts.id, amountDong: attempts.amountDong, since: attempts.openedAt, state: attempts.state, waitsFor: attempts.waitsFor })
    .from(attempts)
    .where(and(isNotNull(attempts.waitsFor), ofReference))
    .orderBy(asc(attempts.openedAt), asc(attempts.id));
  const back = await db
    .select({ ...payment, id: refunds.id, amountDong: refunds.amountDong, since: refunds.requestedAt, state: refunds.state, waitsFor: refunds.waitsFor })
    .from(refunds)
    .innerJoin(attempts, eq(attempts.id, refunds.attemptId))
    .where(and(isNotNull(refunds.waitsFor), ofReference))
    .orderBy(asc(refunds.requestedAt), asc(refunds.id));
  // The column is only ever written by `callPersonTo…`, whose words these are.
  const cases = [...paid.map((row) => ({ ...row, kind: "attempt" as const })), ...back.map((row) => ({ ...row, kind: "refund" as const }))] as PaymentCase[];
  return cases.sort((a, b) => a.since.getTime() - b.since.getTime());
}

/**
 * A person has looked at a payment that has its result, and nothing is left to decide. One without a result is decided,
 * not closed: nobody would ask about it any more.
 *
 * @throws DomainError `decision.nothing_waits`
 */
export async function closeAttemptCase(tx: Tx, attemptId: string, { actor, now }: Occasion): Promise<void> {
  const { attempts } = tx.t;
  const closed = await tx
    .update(attempts)
    .set({ waitsFor: null })
    .where(and(eq(attempts.id, attemptId), isNotNull(attempts.waitsFor), inArray(attempts.state, ["paid", "declined", "expired"])))
    .returning({ id: attempts.id });
  if (closed.length === 0) throw new DomainError("decision.nothing_waits");
  await writeAudit(tx, { actor: actor.id, verb: "attempt.case_closed", objectKind: "attempt", objectId: attemptId, at: now });
}

/** A person has decided about a payment: they have looked, and nothing of it waits any more. */
export async function endAttemptCase(tx: Tx, attemptId: string): Promise<void> {
  const { attempts } = tx.t;
  await tx.update(attempts).set({ waitsFor: null }).where(and(eq(attempts.id, attemptId), isNotNull(attempts.waitsFor)));
}
