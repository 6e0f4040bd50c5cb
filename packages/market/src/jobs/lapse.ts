import { systemActor } from "@xudong/domain";
import { lapseOrder, ordersToLapse } from "@xudong/checkout";
import type { Store } from "@xudong/database";
import { workOff, type Job } from "./job.ts";

/** Writes down that holds are over. Nothing depends on when (H3): taking units frees what has lapsed by itself. */
export function lapseJob({ store, now }: { store: Store; now: () => Date }): Job {
  const actor = systemActor("job.lapse");
  return {
    name: "lapse",
    everyMs: 10_000,
    isDue: async () => (await ordersToLapse(store.read, now(), 1)).length > 0,
    work: workOff({
      next: (limit) => ordersToLapse(store.read, now(), limit),
      one: (orderId) => store.write((tx) => lapseOrder(tx, orderId, { actor, now: now() })),
    }),
  };
}
