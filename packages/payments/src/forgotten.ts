import { and, eq, inArray, isNull } from "drizzle-orm";
import { writeAudit, type Db, type Tx } from "@xudong/database";
import { nextAskAt, nextRefundAskAt, statesWithoutResult, type Occasion } from "@xudong/domain";
import { vnpayMethod } from "./settle-attempt.ts";

const isForgottenPayment = ({ t: { attempts } }: Db) => and(inArray(attempts.state, statesWithoutResult), isNull(attempts.askAt), isNull(attempts.waitsFor));
const isForgottenRefund = ({ t: { refunds } }: Db) => and(inArray(refunds.state, ["requested", "unknown", "sent"]), isNull(refunds.askAt), isNull(refunds.waitsFor));

/**
 * Payments without a result and refunds without an end that nobody asks about and no person is called to. This version
 * leaves none; one from before the schedules were kept does, and may still serve for a while beside it.
 */
export async function forgottenMoney(db: Db, limit: number) {
  const { attempts, refunds } = db.t;
  const openPayments = await db
    .select({ id: attempts.id, expiresAt: attempts.expiresAt })
    .from(attempts)
    .where(and(isForgottenPayment(db), eq(attempts.method, vnpayMethod)))
    .limit(limit);
  const openRefunds = await db
    .select({ id: refunds.id, state: refunds.state, sentAt: refunds.sentAt })
    .from(refunds)
    .innerJoin(attempts, eq(attempts.id, refunds.attemptId))
    .where(and(isForgottenRefund(db), eq(attempts.method, vnpayMethod)))
    .limit(limit);
  return { payments: openPayments, refunds: openRefunds };
}

/** Gives such payments and refunds their place in the schedule; says how many. */
export async function adoptForgotten(tx: Tx, limit: number, { actor, now }: Occasion): Promise<number> {
  const { attempts, refunds } = tx.t;
  const found = await forgottenMoney(tx, limit);
  const adopted: { objectKind: "attempt" | "refund"; objectId: string }[] = [];
  for (const { id, expiresAt } of found.payments) {
    const rows = await tx.update(attempts).set({ askAt: nextAskAt(expiresAt, 0) }).where(and(eq(attempts.id, id), isForgottenPayment(tx))).returning({ id: attempts.id });
    adopted.push(...rows.map((row) => ({ objectKind: "attempt" as const, objectId: row.id })));
  }
  for (const { id, state, sentAt } of found.refunds) {
    // One that was on its way is asked about first: whoever sent it may have died before its answer.
    const askAt = state === "requested" ? now : nextRefundAskAt(sentAt ?? now, 0);
    const rows = await tx.update(refunds).set({ askAt }).where(and(eq(refunds.id, id), eq(refunds.state, state), isForgottenRefund(tx))).returning({ id: refunds.id });
    adopted.push(...rows.map((row) => ({ objectKind: "refund" as const, objectId: row.id })));
  }
  for (const object of adopted) await writeAudit(tx, { actor: actor.id, verb: `${object.objectKind}.adopt`, ...object, at: now });
  return adopted.length;
}
