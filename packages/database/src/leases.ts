import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Tx } from "./store.ts";

/** A turn at a job that only one process may do at a time. */
export interface LeaseRequest {
  name: string;
  /** Who asks: unlike anyone else's, so usually made of process and host. */
  holder: string;
  now: Date;
  forMs: number;
}

/**
 * Takes the turn if nobody has it or the one who had it let it lapse; `false` means that somebody else is at it.
 *
 * Asking again while holding it prolongs it. One statement, so that of two who ask at once only one is told yes.
 */
export async function takeLease(tx: Tx, { name, holder, now, forMs }: LeaseRequest): Promise<boolean> {
  const { leases } = tx.t;
  const taken = await tx
    .insert(leases)
    .values({ name, holder, lapsesAt: new Date(now.getTime() + forMs) })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder: sql`excluded.holder`, lapsesAt: sql`excluded.lapses_at` },
      setWhere: sql`${lte(leases.lapsesAt, now)} or ${eq(leases.holder, holder)}`,
    })
    .returning({ name: leases.name });
  return taken.length > 0;
}

/** Keeps a turn that is still held; `false` means that it lapsed, and that the work must stop. */
export async function renewLease(tx: Tx, { name, holder, now, forMs }: LeaseRequest): Promise<boolean> {
  const { leases } = tx.t;
  const renewed = await tx
    .update(leases)
    .set({ lapsesAt: new Date(now.getTime() + forMs) })
    .where(and(eq(leases.name, name), eq(leases.holder, holder), gt(leases.lapsesAt, now)))
    .returning({ name: leases.name });
  return renewed.length > 0;
}

/** Gives the turn back before it lapses, so that the next one need not wait. */
export async function releaseLease(tx: Tx, { name, holder }: Pick<LeaseRequest, "name" | "holder">): Promise<void> {
  const { leases } = tx.t;
  await tx.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
}
