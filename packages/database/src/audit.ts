import { inChunks, rowsAtOnce } from "./in-chunks.ts";
import { keep } from "./keep.ts";
import type { Tx } from "./store.ts";

/** Who did what to what, and when (S3). */
export interface AuditEntry {
  actor: string;
  verb: string;
  objectKind: string;
  objectId: string;
  at: Date;
  /** What a person would ask next; never a secret, never a phone number or address. */
  detail?: Record<string, unknown>;
}

/** Leaves the trace of a change, in the transaction of the change: a change without its trace cannot happen. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await writeAudits(tx, [entry]);
}

/** The same for many changes of one transaction. */
export async function writeAudits(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  for (const some of inChunks(entries, rowsAtOnce)) await addAuditRows(tx, some);
}

const addAuditRows = keep((tx: Tx, entries: AuditEntry[]) => tx.insert(tx.t.auditRows).values(entries));
