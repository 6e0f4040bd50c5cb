import { listingsMissingSlots, makeMissingSlots } from "@xudong/catalog";
import type { Store } from "@xudong/database";
import { minutes, systemActor } from "@xudong/domain";
import { workOff, type Job } from "./job.ts";

/**
 * Makes the slots of experiences for the day that has come into reach, and for days a change has left to be made. Each
 * calendar is due once a day; one that fails holds up no other.
 */
export function slotsJob({ store, now }: { store: Store; now: () => Date }): Job {
  const actor = systemActor("job.slots");
  return {
    name: "slots",
    everyMs: minutes(1),
    isDue: async () => (await listingsMissingSlots(store.read, now(), 1)).length > 0,
    work: workOff({
      next: (limit) => listingsMissingSlots(store.read, now(), limit),
      async one(listingId) {
        const step = await store.write((tx) => makeMissingSlots(tx, listingId, { actor, now: now() }));
        return !step.isComplete || step.made + step.changed + step.withdrawn > 0;
      },
    }),
  };
}
