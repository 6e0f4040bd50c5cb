import { and, eq } from "drizzle-orm";
import { writeAudit, type Tx } from "@xudong/database";
import { days, newId, plus, type Dong, type Occasion } from "@xudong/domain";
import { lockAttempt, recordVerdict, type AttemptRow } from "./settle-attempt.ts";

/** Cash on delivery, by the name the field and our API use. */
export const cashMethod = "cod";

/** A parcel that is neither paid nor back by then has been lost. Nobody is told by itself: cash waits for nobody's call. */
const longestOnItsWay = days(60);

/**
 * Writes down that a courier is to collect cash for a reference. Its proof is what the courier brings back (P1), so
 * nobody is asked and nothing expires by itself.
 */
export async function openCashAttempt(tx: Tx, request: { reference: string; amountDong: Dong }, { actor, now }: Occasion): Promise<{ id: string }> {
  const id = newId(now);
  await tx.insert(tx.t.attempts).values({
    id,
    ...request,
    method: cashMethod,
    gatewayRef: id,
    terminal: "",
    state: "opened",
    openedAt: now,
    expiresAt: plus(now, longestOnItsWay),
    gatewayCreatedOn: "",
    settledAt: null,
    responseCode: null,
    transactionNo: null,
    bankCode: null,
  });
  await writeAudit(tx, { actor: actor.id, verb: "attempt.open", objectKind: "attempt", objectId: id, at: now });
  return { id };
}

/** The attempt at collecting cash for a reference, its row held until the transaction ends; undefined where there is none. */
export async function lockCashAttempt(tx: Tx, reference: string): Promise<AttemptRow | undefined> {
  const { attempts } = tx.t;
  const [found] = await tx.select({ gatewayRef: attempts.gatewayRef }).from(attempts).where(and(eq(attempts.reference, reference), eq(attempts.method, cashMethod)));
  return found === undefined ? undefined : lockAttempt(tx, cashMethod, found.gatewayRef);
}

/** Nobody is to collect that cash any more. */
export async function endCashAttempt(tx: Tx, attempt: AttemptRow, occasion: Occasion): Promise<void> {
  await recordVerdict(tx, attempt, { news: "declined", responseCode: null, transactionNo: null, bankCode: null }, occasion);
}
