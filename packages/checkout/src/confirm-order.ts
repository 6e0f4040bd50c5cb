import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { keep, speak, writeAudit, type Db, type Tx } from "@xudong/database";
import { DomainError, mayKeepSlot, mayRetakeSlot, newCode, newId, type Draw, type Occasion, type OrderState, type SellerPart } from "@xudong/domain";
import { lockPool } from "@xudong/catalog";
import { takeFromPool } from "./hold-units.ts";
import type { TicketSigner } from "./ticket-signer.ts";
import { undoOrder } from "./undo-order.ts";

/** What confirming an order came to: its sellers' parts to be posted, or that its units are gone. */
export type Confirmation = { isConfirmed: true; parts: readonly SellerPart[] } | { isConfirmed: false };

/**
 * Confirms an order whose money is there, awaiting or lapsed (H3): consumes each claim still held and
 * retakes each freed one, in key order. If one cannot be had, or its visit is over or called off, nothing of
 * the attempt stays, the remaining units are released and the order is cancelled, so that its money goes back (O1).
 *
 * The caller holds the order's row and has checked that the order may be confirmed.
 */
export async function confirmOrder(tx: Tx, orderId: string, signer: TicketSigner, occasion: Occasion): Promise<Confirmation> {
  try {
    const parts = await tx.savepoint(async () => {
      await consumeClaims(tx, orderId, occasion.now);
      await moveOrder(tx, orderId, ["awaiting_payment", "lapsed"], "confirmed", occasion);
      await issueTickets(tx, orderId, signer, occasion.now);
      return sellerPartsOf(tx, orderId);
    });
    return { isConfirmed: true, parts };
  } catch (error) {
    if (!(error instanceof UnitsGone)) throw error;
    await undoOrder(tx, orderId, "units_gone", occasion);
    return { isConfirmed: false };
  }
}

/** Freed units that somebody else has by now: leaves the savepoint, so that a half-done retake is undone. */
class UnitsGone extends Error {}

async function consumeClaims(tx: Tx, orderId: string, now: Date): Promise<void> {
  const { holds, claims } = tx.t;
  const [hold] = await tx.update(holds).set({ state: "consumed", lapsesAt: null }).where(eq(holds.orderId, orderId)).returning({ id: holds.id });
  if (hold === undefined) return;
  const own = await tx.select().from(claims).where(eq(claims.holdId, hold.id)).orderBy(asc(claims.poolId));
  // A guide's pool may serve several times: what counts is when this order's own visit is.
  const slotsOf = Map.groupBy(await slotsOfOrder(tx, orderId), (slot) => slot.poolId);
  for (const claim of own) {
    const slots = slotsOf.get(claim.poolId) ?? [];
    if (!slots.every((slot) => mayKeepSlot(slot, now))) throw new UnitsGone("slot over");
    // The pool's row first, then its claims: whoever frees lapsed claims there waits here or has finished (H2).
    await lockPool(tx, claim.poolId);
    const [kept] = await tx
      .update(claims)
      .set({ state: "sold", lapsesAt: null })
      .where(and(eq(claims.id, claim.id), eq(claims.state, "held")))
      .returning({ id: claims.id });
    if (kept !== undefined) continue;
    if (!slots.every((slot) => mayRetakeSlot(slot, now))) throw new UnitsGone("slot begun");
    await retakeClaim(tx, claim, now);
  }
}

const slotsOfOrder = keep((tx: Tx, orderId: string) => {
  const { orderLines, slots, slotPools } = tx.t;
  return tx
    .select({ poolId: slotPools.poolId, state: slots.state, startsAt: slots.startsAt, endsAt: slots.endsAt })
    .from(orderLines)
    .innerJoin(slots, eq(slots.id, orderLines.slotId))
    .innerJoin(slotPools, eq(slotPools.slotId, slots.id))
    .where(eq(orderLines.orderId, orderId));
});

async function retakeClaim(tx: Tx, claim: { id: string; poolId: string; units: number }, now: Date): Promise<void> {
  const { claims } = tx.t;
  try {
    await takeFromPool(tx, { poolId: claim.poolId, units: claim.units }, now);
  } catch (error) {
    if (error instanceof DomainError && error.code === "hold.sold_out") throw new UnitsGone("taken by others", { cause: error });
    throw error;
  }
  const [retaken] = await tx
    .update(claims)
    .set({ state: "sold", lapsesAt: null })
    .where(and(eq(claims.id, claim.id), eq(claims.state, "freed")))
    .returning({ id: claims.id });
  if (retaken === undefined) throw new UnitsGone("released");
}

/** Moves an order if it is where it is expected to be. @throws DomainError `order.move_not_allowed` where somebody was first. */
export async function moveOrder(tx: Tx, orderId: string, from: readonly OrderState[], to: OrderState, { actor, now }: Occasion): Promise<void> {
  const { orders } = tx.t;
  const [moved] = await tx
    .update(orders)
    .set(to === "confirmed" ? { state: to, confirmedAt: now } : { state: to })
    .where(and(eq(orders.id, orderId), inArray(orders.state, [...from])))
    .returning({ id: orders.id });
  if (moved === undefined) throw new DomainError("order.move_not_allowed", { orderId, to });
  await speak(tx, { topic: `order.${to}`, subject: orderId });
  await writeAudit(tx, { actor: actor.id, verb: `order.${to}`, objectKind: "order", objectId: orderId, at: now });
}

async function issueTickets(tx: Tx, orderId: string, signer: TicketSigner, now: Date): Promise<void> {
  const { orderLines, tickets, pools } = tx.t;
  const lines = await tx
    .select({ id: orderLines.id, slotId: orderLines.slotId, quantity: orderLines.quantity, draws: orderLines.draws })
    .from(orderLines)
    .where(and(eq(orderLines.orderId, orderId), isNotNull(orderLines.slotId)));
  if (lines.length === 0) return;
  const drawn = [...new Set(lines.flatMap((line) => line.draws.map((draw) => draw.poolId)))];
  const seats = new Set((await tx.select({ id: pools.id }).from(pools).where(and(inArray(pools.id, drawn), eq(pools.unit, "seat")))).map((pool) => pool.id));
  const rows = lines.flatMap(({ id, slotId, quantity, draws }) => {
    if (slotId === null) return [];
    return Array.from({ length: quantity * guestsOf(draws, seats) }, (_, at) => {
      const claim = { code: newCode(), slotId, keyId: signer.keyId };
      return {
        id: newId(now),
        code: claim.code,
        orderLineId: id,
        slotId,
        number: at + 1,
        state: "issued" as const,
        keyId: signer.keyId,
        signature: signer.sign(claim),
        issuedAt: now,
        admittedAt: null,
        admittedBy: null,
      };
    });
  });
  if (rows.length > 0) await tx.insert(tickets).values(rows);
}

/** One ticket per guest: a family ticket that draws four seats lets four people in; clay drawn beside a seat lets nobody in. */
function guestsOf(draws: readonly Draw[], seats: ReadonlySet<string>): number {
  return Math.max(
    1,
    draws.filter((draw) => seats.has(draw.poolId)).reduce((sum, draw) => sum + draw.units, 0),
  );
}

/** True where somebody is to come at a time, which nobody can pay at the door of a parcel. */
export async function hasVisits(db: Db, orderId: string): Promise<boolean> {
  const { orderLines } = db.t;
  const [visit] = await db.select({ id: orderLines.id }).from(orderLines).where(and(eq(orderLines.orderId, orderId), isNotNull(orderLines.slotId))).limit(1);
  return visit !== undefined;
}

/** What each seller has in an order, with the commission frozen on it. */
export async function sellerPartsOf(tx: Db, orderId: string): Promise<SellerPart[]> {
  const { sellerOrders } = tx.t;
  return tx
    .select({
      shopId: sellerOrders.shopId,
      itemsDong: sellerOrders.itemsDong,
      deliveryDong: sellerOrders.deliveryDong,
      commissionBasisPoints: sellerOrders.commissionBasisPoints,
    })
    .from(sellerOrders)
    .where(eq(sellerOrders.orderId, orderId));
}
