import { speak, writeAudit, type Tx } from "@xudong/database";
import type { Occasion } from "@xudong/domain";

/** Leaves the trace of a change to somebody's account (S3), and says so to those who keep copies. */
export async function tell(tx: Tx, { verb, personId, detail }: { verb: string; personId: string; detail?: Record<string, unknown> }, { actor, now }: Occasion): Promise<void> {
  await speak(tx, { topic: "person.changed", subject: personId });
  await writeAudit(tx, { actor: actor.id, verb, objectKind: "person", objectId: personId, at: now, ...(detail === undefined ? {} : { detail }) });
}
