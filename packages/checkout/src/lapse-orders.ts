import { and, asc, eq, lte } from "drizzle-orm";
import { speak, writeAudit, type Db, type Tx } from "@xudong/database";
import { isLapsed, type Occasion } from "@xudong/domain";
import { lockOrder } from "./lock-order.ts";
import { giveUnitsBack } from "./hold-units.ts";

/** Orders whose hold has run out and that nobody has written down as lapsed yet, the longest over first. */
export async function ordersToLapse(db: Db, now: Date, limit: number): Promise<readonly string[]> {
  const { holds } = db.t;
  const rows = await db
    .select({ orderId: holds.orderId })
    .from(holds)
    .where(and(eq(holds.state, "open"), lte(holds.lapsesAt, now)))
    .orderBy(asc(holds.lapsesAt), asc(holds.id))
    .limit(limit);
  return rows.map((row) => row.orderId);
}

/**
 * Writes down that an order's hold is over and gives its units back. Nothing depends on it (H3): taking units frees
 * what has lapsed by itself. It keeps the counts small, and tells those who keep copies.
 *
 * @returns false where it need not lapse (any more): paid, cancelled, lengthened or kept meanwhile
 */
export async function lapseOrder(tx: Tx, orderId: string, { actor, now }: Occasion): Promise<boolean> {
  const { orders, holds } = tx.t;
  const order = await lockOrder(tx, orderId);
  if (order?.state !== "awaiting_payment") return false;
  const [hold] = await tx.select({ id: holds.id, state: holds.state, lapsesAt: holds.lapsesAt }).from(holds).where(eq(holds.orderId, orderId));
  if (hold?.state !== "open" || !isLapsed(hold, now)) return false;
  await tx.update(holds).set({ state: "lapsed" }).where(eq(holds.id, hold.id));
  await tx.update(orders).set({ state: "lapsed" }).where(eq(orders.id, orderId));
  await giveUnitsBack(tx, hold.id, { from: ["held"], to: "freed" });
  await speak(tx, { topic: "order.lapsed", subject: orderId });
  await writeAudit(tx, { actor: actor.id, verb: "order.lapsed", objectKind: "order", objectId: orderId, at: now });
  return true;
}
