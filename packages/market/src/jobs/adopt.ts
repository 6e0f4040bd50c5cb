import { adoptForgotten, forgottenMoney } from "@xudong/payments";
import type { Store } from "@xudong/database";
import { hours, systemActor } from "@xudong/domain";
import type { Job } from "./job.ts";

const rowsAtOnce = 100;

/** Has the gateway asked about money that nobody looks after: what an older version leaves that serves while it is replaced (P4). */
export function adoptJob({ store, now }: { store: Store; now: () => Date }): Job {
  const actor = systemActor("job.adopt");
  const everyMs = hours(1);
  /** It reads whole tables: whoever runs all jobs again and again need not have it look each time. */
  let nothingAt = -everyMs;
  return {
    name: "adopt",
    everyMs,
    async isDue() {
      if (performance.now() - nothingAt < everyMs / 2) return false;
      const { payments, refunds } = await forgottenMoney(store.read, 1);
      const isDue = payments.length + refunds.length > 0;
      if (!isDue) nothingAt = performance.now();
      return isDue;
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
