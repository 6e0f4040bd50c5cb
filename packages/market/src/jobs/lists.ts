import { listFaults, mendLists } from "@xudong/catalog";
import { speak, writeAudit, type Store } from "@xudong/database";
import { hours, systemActor } from "@xudong/domain";
import type { Job } from "./job.ts";

/**
 * Brings lists and their counts in line with what they list. Every verb does so itself; an older version that serves the
 * same database while it is replaced knows nothing of them, and neither did whoever wrote the rows before an upgrade.
 */
export function listsJob({ store, now }: { store: Store; now: () => Date }): Job {
  const actor = systemActor("job.lists");
  const everyMs = hours(1);
  /** It reads whole tables: whoever runs all jobs again and again need not have it look each time. */
  let nothingAt = -everyMs;
  return {
    name: "lists",
    everyMs,
    async isDue() {
      if (performance.now() - nothingAt < everyMs / 2) return false;
      const { listingIds, scopes } = await listFaults(store.read);
      const isDue = listingIds.length + scopes.length > 0;
      if (!isDue) nothingAt = performance.now();
      return isDue;
    },
    async work(turn) {
      if (!(await turn.goesOn())) return;
      turn.did(await mendListsOnce(store, { actor, now: now() }));
    },
  };
}

/** Mends lists now, for whoever has just brought a database to a new shape. @returns how many listings and counts were mended */
export async function mendListsOnce(store: Store, { actor, now }: { actor: { id: string }; now: Date }): Promise<number> {
  const { listingIds, scopes } = await listFaults(store.read);
  if (listingIds.length + scopes.length === 0) return 0;
  return store.write(async (tx) => {
    const mended = await mendLists(tx);
    if (mended > 0) {
      await speak(tx, { topic: "lists.mended", subject: "lists" });
      await writeAudit(tx, { actor: actor.id, verb: "lists.mend", objectKind: "market", objectId: "lists", at: now, detail: { mended } });
    }
    return mended;
  });
}
