import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { keep, writeAudit, type Tx } from "@xudong/database";
import { attemptExpiresAt, extendedLapse, holdLapsesAt, type Occasion } from "@xudong/domain";

/**
 * Until when an attempt at paying for an order may run, lengthening its hold once where too little time
 * is left. Undefined where the hold is over or cannot be lengthened any more.
 */
export async function timeToPay(tx: Tx, orderId: string, { actor, now }: Occasion): Promise<{ expiresAt: Date; lapsesAt: Date } | undefined> {
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
  await writeAudit(tx, { actor: actor.id, verb: "hold.extend", objectKind: "order", objectId: orderId, at: now });
  return { expiresAt, lapsesAt };
}

const holdOfOrder = keep((tx: Tx, orderId: string) => tx.select().from(tx.t.holds).where(eq(tx.t.holds.orderId, orderId)));

/**
 * Keeps an order's units until a person has decided about its money: the hold no longer lapses by itself.
 * The caller holds the order's row, so that nobody lengthens the same hold meanwhile.
 */
export async function keepHoldForPerson(tx: Tx, orderId: string, { actor, now }: Occasion): Promise<void> {
  if (await moveLapse(tx, orderId, null)) await writeAudit(tx, { actor: actor.id, verb: "hold.keep", objectKind: "order", objectId: orderId, at: now });
}

/** Gives a hold that waited for a decision an end again: its money did not come, and others may want its units. One that has an end keeps it. */
export async function letHoldLapse(tx: Tx, orderId: string, { actor, now }: Occasion): Promise<void> {
  if (await moveLapse(tx, orderId, holdLapsesAt(now))) await writeAudit(tx, { actor: actor.id, verb: "hold.let_lapse", objectKind: "order", objectId: orderId, at: now });
}

async function moveLapse(tx: Tx, orderId: string, lapsesAt: Date | null): Promise<boolean> {
  const { holds, claims } = tx.t;
  const [hold] = await tx
    .update(holds)
    .set({ lapsesAt })
    .where(and(eq(holds.orderId, orderId), eq(holds.state, "open"), lapsesAt === null ? isNotNull(holds.lapsesAt) : isNull(holds.lapsesAt)))
    .returning({ id: holds.id });
  if (hold === undefined) return false;
  await tx
    .update(claims)
    .set({ lapsesAt })
    .where(and(eq(claims.holdId, hold.id), eq(claims.state, "held")));
  return true;
}
