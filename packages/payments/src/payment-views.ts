import { desc, eq, inArray } from "drizzle-orm";
import type { Db } from "@xudong/database";
import type { AttemptState, Dong, RefundState } from "@xudong/domain";

export type AttemptView = { id: string; method: string; state: AttemptState; openedAt: Date; expiresAt: Date; amountDong: Dong };
export type RefundView = { amountDong: Dong; state: RefundState; requestedAt: Date };

/** What was tried and what was sent back for a reference, the latest first. */
export async function showPayments(db: Db, reference: string): Promise<{ attempts: AttemptView[]; refunds: RefundView[] }> {
  const { attempts, refunds } = db.t;
  const tried = await db
    .select({ id: attempts.id, method: attempts.method, state: attempts.state, openedAt: attempts.openedAt, expiresAt: attempts.expiresAt, amountDong: attempts.amountDong })
    .from(attempts)
    .where(eq(attempts.reference, reference))
    .orderBy(desc(attempts.openedAt), desc(attempts.id));
  const ids = tried.map((attempt) => attempt.id);
  const back =
    ids.length === 0
      ? []
      : await db
          .select({ amountDong: refunds.amountDong, state: refunds.state, requestedAt: refunds.requestedAt })
          .from(refunds)
          .where(inArray(refunds.attemptId, ids))
          .orderBy(desc(refunds.requestedAt));
  return { attempts: tried, refunds: back };
}

/** The attempt behind one of our numbers at a gateway. */
export async function findAttempt(db: Db, method: string, gatewayRef: string): Promise<{ reference: string; state: AttemptState } | undefined> {
  const { attempts } = db.t;
  const rows = await db.select({ reference: attempts.reference, state: attempts.state, method: attempts.method }).from(attempts).where(eq(attempts.gatewayRef, gatewayRef));
  return rows.find((row) => row.method === method);
}

/** What a gateway has told of an attempt so far, its number for the payment, its code and the bank, and why a person must look. */
export async function findAttemptFacts(db: Db, attemptId: string): Promise<{ responseCode: string | null; transactionNo: string | null; bankCode: string | null; waitsFor: string | null } | undefined> {
  const { attempts } = db.t;
  const [facts] = await db.select({ responseCode: attempts.responseCode, transactionNo: attempts.transactionNo, bankCode: attempts.bankCode, waitsFor: attempts.waitsFor }).from(attempts).where(eq(attempts.id, attemptId));
  return facts;
}
