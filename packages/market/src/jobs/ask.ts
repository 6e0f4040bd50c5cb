import { eq } from "drizzle-orm";
import type { Store, Tx } from "@xudong/database";
import { systemActor, type Occasion } from "@xudong/domain";
import type { TicketSigner } from "@xudong/checkout";
import { askVnpay, attemptsToAsk, beginAsking, endAsking, keepNotice, lockAttempt, vnpayMethod, type AskedAttempt, type VnpayCaller, type VnpayTold } from "@xudong/payments";
import { hearOfAttempt, type Heard } from "../hear-of-attempt.ts";
import { workOff, type Job } from "./job.ts";

export type AskingParts = { store: Store; now: () => Date; signer: TicketSigner; caller: VnpayCaller };

/** A gateway that answers slowly holds up one of so many. */
export const gatewayLanes = 8;

/** Asks the gateway what became of attempts it has told nothing of (P4). */
export function askJob(parts: AskingParts): Job {
  const { store, now, caller } = parts;
  const actor = systemActor("job.ask");
  return {
    name: "ask",
    everyMs: 5000,
    isDue: async () => (await attemptsToAsk(store.read, now(), 1)).length > 0,
    work: (turn) =>
      workOff(turn, {
        lanes: gatewayLanes,
        next: async (limit) => (await attemptsToAsk(store.read, now(), limit)).map(({ id }) => id),
        async one(attemptId) {
          const asked = await store.write((tx) => beginAsking(tx, attemptId, { actor, now: now() }));
          if (asked === undefined) return false;
          // The intent is kept; no transaction is open while the gateway is waited for (P3).
          const told = await askVnpay(caller, { ...asked, now: now() });
          await store.write((tx) => hearTold(tx, asked, told, parts.signer, { actor, now: now() }));
          return true;
        },
      }),
  };
}

/** Does in one write what an answer to a question of ours means, and keeps the answer; silence is kept, too. */
export async function hearTold(tx: Tx, asked: Pick<AskedAttempt, "gatewayRef">, told: VnpayTold, signer: TicketSigner, occasion: Occasion): Promise<Heard> {
  const attempt = await lockAttempt(tx, vnpayMethod, asked.gatewayRef);
  if (attempt === undefined) throw new Error(`The attempt ${asked.gatewayRef} was asked about and is gone`);
  const meansNothing = (told.news === "silent" || told.news === "absent") && !(await isOver(tx, attempt.id, occasion.now));
  const heard = meansNothing ? "no_result" : await hearOfAttempt(tx, attempt, told, signer, occasion);
  await keepNotice(
    tx,
    {
      attemptId: attempt.id,
      method: attempt.method,
      channel: "query",
      isGenuine: told.why === undefined || Object.keys(told.fields).length > 0, // only a verified answer has fields
      answer: told.why ?? heard,
      outcome: told.responseCode,
      fields: told.fields,
    },
    occasion.now,
  );
  await endAsking(tx, attempt, told, occasion);
  return heard;
}

/** Before an attempt's end its customer may only just have arrived: that the gateway knows nothing yet means nothing. */
async function isOver(tx: Tx, attemptId: string, now: Date): Promise<boolean> {
  const { attempts } = tx.t;
  const [attempt] = await tx.select({ expiresAt: attempts.expiresAt }).from(attempts).where(eq(attempts.id, attemptId));
  return attempt !== undefined && attempt.expiresAt <= now;
}
