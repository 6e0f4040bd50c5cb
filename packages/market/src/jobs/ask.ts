import type { Store, Tx } from "@xudong/database";
import { systemActor, type Occasion } from "@xudong/domain";
import type { TicketSigner } from "@xudong/checkout";
import { askVnpay, attemptsToAsk, beginAsking, endAsking, isAttemptOver, keepNotice, lockAttempt, vnpayMethod, type AskedAttempt, type RefundTold, type VnpayCaller, type VnpayTold } from "@xudong/payments";
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
    work: workOff({
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
  const meansNothing = (told.news === "silent" || told.news === "absent") && !(await isAttemptOver(tx, attempt.id, occasion.now));
  const heard = meansNothing ? "no_result" : await hearOfAttempt(tx, attempt, told, signer, occasion);
  await keepAnswer(tx, attempt.id, told, heard, occasion.now);
  await endAsking(tx, attempt, told, occasion);
  return heard;
}

/** Keeps what the gateway answered to a question or a refund of ours, as it came; of silence, its reason. */
export function keepAnswer(tx: Tx, attemptId: string, { why, fields, responseCode }: VnpayTold | RefundTold, cameTo: string, now: Date): Promise<void> {
  const isGenuine = why === undefined || Object.keys(fields).length > 0; // only a verified answer has fields
  return keepNotice(tx, { attemptId, method: vnpayMethod, channel: "query", isGenuine, answer: why ?? cameTo, outcome: responseCode, fields }, now);
}
