import { piecesDue, publishDuePiece } from "@xudong/content";
import type { Store } from "@xudong/database";
import { systemActor } from "@xudong/domain";
import { workOff, type Job } from "./job.ts";

/** Shows the pieces whose hour has come, by the market's clock. Who set the hour had it approved (decision 0018). */
export function publishJob({ store, now }: { store: Store; now: () => Date }): Job {
  const actor = systemActor("job.publish");
  const due = async (limit: number) => (await piecesDue(store.read, now(), limit)).map(({ id }) => id);
  return {
    name: "publish",
    everyMs: 30_000,
    isDue: async () => (await due(1)).length > 0,
    work: workOff({
      next: due,
      one: (pieceId) => store.write(async (tx) => publishDuePiece(tx, pieceId, { actor, now: now() })),
    }),
  };
}
