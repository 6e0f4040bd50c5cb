import { adoptForgotten, forgottenMoney } from "@xudong/payments";
import type { Store } from "@xudong/database";
import { hours, systemActor } from "@xudong/domain";
import type { Job } from "./job.ts";

const rowsAtOnce = 100;

/** Has the gateway asked about money that nobody looks after: what an older version leaves that serves while it is replaced (P4). */
export function adoptJob({ store, now }: { store: Store; now: () => Date }): Job {
  const actor = systemActor("job.adopt");
  return {
    name: "adopt",
    everyMs: hours(1),
    async isDue() {
      const { payments, refunds } = await forgottenMoney(store.read, 1);
      return payments.length + refunds.length > 0;
    },
    async work(turn) {
      while (await turn.goesOn()) {
        const adopted = await store.write((tx) => adoptForgotten(tx, rowsAtOnce, { actor, now: now() }));
        turn.did(adopted);
        if (adopted === 0) return;
      }
    },
  };
}
