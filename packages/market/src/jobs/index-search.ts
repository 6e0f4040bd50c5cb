import { hostname } from "node:os";
import type { EmbeddedIndexer } from "@xudong/search";
import type { Job } from "./job.ts";

/** Keeps this host's index in step with the outbox. Each host has a file of its own, and so a turn of its own. */
export function indexJob(indexer: EmbeddedIndexer): Job {
  return {
    name: `index.${hostname()}`,
    everyMs: 500,
    isDue: () => indexer.isBehind(),
    async work(turn) {
      while (await turn.goesOn()) {
        const done = await indexer.step();
        if (done === 0) return;
        turn.did(done);
      }
    },
  };
}
