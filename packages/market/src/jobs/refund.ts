import type { Store, Tx } from "@xudong/database";
import { refundDone, systemActor, type Dong, type Occasion, type RefundState } from "@xudong/domain";
import { askVnpayRefund, beginRefundStep, hearOfRefund, refundsDue, sendVnpayRefund, type RefundStep, type RefundTold, type VnpayCaller } from "@xudong/payments";
import { postMovement } from "@xudong/settlement";
import { gatewayLanes, keepAnswer } from "./ask.ts";
import { mailBuyer } from "../mail/queue-mail.ts";
import { workOff, type Job } from "./job.ts";

export type RefundingParts = { store: Store; now: () => Date; caller: VnpayCaller };

/** Sends money back that has to go back, and asks about what is on its way (O1, P3). */
export function refundJob({ store, now, caller }: RefundingParts): Job {
  const actor = systemActor("job.refund");
  return {
    name: "refund",
    everyMs: 5000,
    isDue: async () => (await refundsDue(store.read, now(), 1)).length > 0,
    work: workOff({
      lanes: gatewayLanes,
      next: async (limit) => (await refundsDue(store.read, now(), limit)).map(({ id }) => id),
      async one(refundId) {
        const step = await store.write((tx) => beginRefundStep(tx, refundId, { actor, now: now() }));
        if (step === undefined) return false;
        const told = await take(step, caller, now());
        await store.write((tx) => hearToldOfRefund(tx, step, told, { actor, now: now() }));
        return true;
      },
    }),
  };
}

function take(step: RefundStep, caller: VnpayCaller, now: Date): Promise<RefundTold> {
  return step.kind === "send" ? sendVnpayRefund(caller, { ...step, now, createdBy: "market" }) : askVnpayRefund(caller, { ...step, now });
}

type OwnRefund = { id: string; attemptId: string; reference: string; amountDong: Dong };

/** Does in one write what was told of a refund, and keeps the answer. Money that has gone back is posted with the state that says so (L3). */
export async function hearToldOfRefund(tx: Tx, { id, attemptId, reference, amountDong }: OwnRefund, told: RefundTold, occasion: Occasion): Promise<RefundState | undefined> {
  const next = await hearOfRefund(tx, id, told, occasion);
  await keepAnswer(tx, attemptId, told, next ?? "already_recorded", occasion.now);
  if (next === "done") {
    await postMovement(tx, { kind: "refund_done", reference, cause: id, postings: refundDone(amountDong) }, occasion.now);
    await mailBuyer(tx, reference, [{ kind: "refund_done", subject: id }], occasion.now);
  }
  return next;
}
