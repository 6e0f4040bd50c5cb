import { and, asc, eq, lte, sql } from "drizzle-orm";
import { keep, type Db, type Tx } from "@xudong/database";
import { hasResult, nextAskAt, plus, type Occasion } from "@xudong/domain";
import { callPersonToAttempt, isAtVnpay, vnpayMethod } from "./settle-attempt.ts";
import { fewestQuestions, patience, turnAfter } from "./turns.ts";
import type { VnpayTold } from "./vnpay/client.ts";

/** An attempt whose turn it is to be asked about: what the question has to name. */
export type AskedAttempt = { id: string; gatewayRef: string; gatewayCreatedOn: string; terminal: string };

/** Attempts whose gateway is to be asked by now, those that wait longest first (P4). */
export async function attemptsToAsk(db: Db, now: Date, limit: number): Promise<readonly { id: string }[]> {
  return attemptsDue(db, now, limit);
}

const attemptsDue = keep((db: Db, now: Date, limit: number) => {
  const { attempts } = db.t;
  return db.select({ id: attempts.id }).from(attempts).where(and(lte(attempts.askAt, now), isAtVnpay(db))).orderBy(asc(attempts.askAt), asc(attempts.id)).limit(limit);
});

/**
 * Takes the turn at asking about an attempt, before the call (P3). Undefined where it needs no asking any more, or where
 * somebody else has taken this turn. The next turn is written down already, so that a crash before the answer is no more
 * than silence. Turns that were slept through are made up for by one question.
 */
export async function beginAsking(tx: Tx, attemptId: string, { now }: Occasion): Promise<AskedAttempt | undefined> {
  const attempt = await lockAsked(tx, attemptId);
  if (attempt === undefined || attempt.askAt === null || attempt.method !== vnpayMethod) return undefined;
  const { attempts } = tx.t;
  if (hasResult(attempt.state)) {
    await tx.update(attempts).set({ askAt: null }).where(eq(attempts.id, attemptId));
    return undefined;
  }
  if (attempt.askAt > now) return undefined;
  // After the last turn the schedule is only closed by `endAsking`: were it closed here, a crash would lose the attempt.
  const askAt = turnOf(attempt, now) ?? plus(now, patience);
  await tx.update(attempts).set({ askAt, asked: attempt.asked + 1 }).where(eq(attempts.id, attemptId));
  return { id: attempt.id, gatewayRef: attempt.gatewayRef, gatewayCreatedOn: attempt.gatewayCreatedOn, terminal: attempt.terminal };
}

/**
 * Ends a turn, after what was told has been heard: calls a person where VNPAY's word asks for one, or where the last
 * turn is over, a few questions have been put and nothing is known (P4).
 */
export async function endAsking(tx: Tx, { id }: { id: string }, told: VnpayTold, { now }: Occasion): Promise<void> {
  const attempt = await lockAsked(tx, id);
  if (attempt === undefined) return;
  if (told.needsPerson !== undefined) await callPersonToAttempt(tx, id, told.needsPerson);
  if (hasResult(attempt.state) || turnOf(attempt, now) !== undefined) return;
  // Until then `beginAsking` has written down the next one.
  if (attempt.askAt !== null && attempt.asked < fewestQuestions) return;
  const { attempts } = tx.t;
  await tx.update(attempts).set({ askAt: null }).where(eq(attempts.id, id));
  if (attempt.waitsFor === null && told.needsPerson === undefined) await callPersonToAttempt(tx, id, "no_answer");
}

/**
 * A browser came back with VNPAY's signed word that it has paid, and no notice is in yet: the first question is asked
 * now instead of after the end, once per attempt. The word itself proves nothing (P1).
 */
export async function askSoon(tx: Tx, gatewayRef: string, now: Date): Promise<boolean> {
  const { attempts } = tx.t;
  const [found] = await tx.select({ id: attempts.id }).from(attempts).where(and(eq(attempts.method, vnpayMethod), eq(attempts.gatewayRef, gatewayRef)));
  const attempt = found && (await lockAsked(tx, found.id));
  if (attempt === undefined || attempt.askAt === null || hasResult(attempt.state)) return false;
  const askAt = later(now, plus(attempt.openedAt, soonest));
  if (!isBeforeFirstTurn(attempt) || askAt >= attempt.askAt) return false;
  await tx.update(attempts).set({ askAt }).where(eq(attempts.id, attempt.id));
  return true;
}

/** The same as a look without a lock: the page a browser comes back to is opened again every few seconds, and only its first return may write. */
export async function mayAskSooner(db: Db, gatewayRef: string, now: Date): Promise<boolean> {
  const { attempts } = db.t;
  const [attempt] = await db
    .select({ asked: attempts.asked, askAt: attempts.askAt, expiresAt: attempts.expiresAt })
    .from(attempts)
    .where(and(eq(attempts.method, vnpayMethod), eq(attempts.gatewayRef, gatewayRef)));
  return attempt !== undefined && attempt.askAt !== null && attempt.askAt > now && isBeforeFirstTurn(attempt);
}

/** True where its first question still waits for the end of its time: nobody has asked, nor asked for it sooner. */
const isBeforeFirstTurn = ({ asked, askAt, expiresAt }: { asked: number; askAt: Date | null; expiresAt: Date }) =>
  asked === 0 && askAt?.getTime() === nextAskAt(expiresAt, 0)?.getTime();

/** Nobody has paid sooner than that after opening. */
const soonest = 5_000;

const later = (a: Date, b: Date) => (a > b ? a : b);

const turnOf = ({ expiresAt }: { expiresAt: Date }, now: Date) => turnAfter((asked) => nextAskAt(expiresAt, asked), now);

/** Reads an attempt's turn and holds its row until the transaction ends. */
async function lockAsked(tx: Tx, attemptId: string) {
  const { attempts: t } = tx.t;
  const [attempt] = await tx.update(t).set({ asked: sql`${t.asked}` }).where(eq(t.id, attemptId)).returning({
    id: t.id, method: t.method, gatewayRef: t.gatewayRef, gatewayCreatedOn: t.gatewayCreatedOn, terminal: t.terminal, state: t.state,
    openedAt: t.openedAt, expiresAt: t.expiresAt, askAt: t.askAt, asked: t.asked, waitsFor: t.waitsFor,
  });
  return attempt;
}
