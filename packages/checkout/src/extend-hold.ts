import { and, eq, gt, isNull } from "drizzle-orm";
import { keep, type Tx } from "@xudong/database";
import { attemptExpiresAt, extendedLapse } from "@xudong/domain";

/**
 * Until when an attempt at paying for an order may run, lengthening its hold once where too little time
 * is left. Undefined where the hold is over or cannot be lengthened any more.
 */
export async function timeToPay(tx: Tx, orderId: string, now: Date): Promise<{ expiresAt: Date; lapsesAt: Date } | undefined> {
  const { holds, claims } = tx.t;
  const [hold] = await holdOfOrder(tx, orderId);
  if (hold === undefined || hold.state !== "open" || hold.lapsesAt === null || hold.lapsesAt <= now) return undefined;
  const within = attemptExpiresAt(now, hold.lapsesAt);
  if (within !== undefined) return { expiresAt: within, lapsesAt: hold.lapsesAt };

  const lapsesAt = extendedLapse({ placedAt: hold.placedAt, lapsesAt: hold.lapsesAt, extendedAt: hold.extendedAt }, now);
  const expiresAt = lapsesAt === undefined ? undefined : attemptExpiresAt(now, lapsesAt);
  if (lapsesAt === undefined || expiresAt === undefined) return undefined;
  const [extended] = await tx
    .update(holds)
    .set({ lapsesAt, extendedAt: now })
    .where(and(eq(holds.id, hold.id), eq(holds.state, "open"), isNull(holds.extendedAt)))
    .returning({ id: holds.id });
  if (extended === undefined) return undefined;
  // A claim that has lapsed meanwhile is not lengthened: somebody may already have been given its units.
  await tx
    .update(claims)
    .set({ lapsesAt })
    .where(and(eq(claims.holdId, hold.id), eq(claims.state, "held"), gt(claims.lapsesAt, now)));
  return { expiresAt, lapsesAt };
}

const holdOfOrder = keep((tx: Tx, orderId: string) => tx.select().from(tx.t.holds).where(eq(tx.t.holds.orderId, orderId)));

/** Keeps an order's units until a person has decided about its money: the hold no longer lapses by itself. */
export async function keepHoldForPerson(tx: Tx, orderId: string): Promise<void> {
  const { holds, claims } = tx.t;
  const [hold] = await tx
    .update(holds)
    .set({ lapsesAt: null })
    .where(and(eq(holds.orderId, orderId), eq(holds.state, "open")))
    .returning({ id: holds.id });
  if (hold === undefined) return;
  await tx
    .update(claims)
    .set({ lapsesAt: null })
    .where(and(eq(claims.holdId, hold.id), eq(claims.state, "held")));
}
