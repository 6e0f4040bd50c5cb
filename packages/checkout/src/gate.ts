import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { slotsOfShop, type StallSlot } from "@xudong/catalog";
import { admissionWindow, DomainError, fold, parseCode, type Day, type Localized, type TicketState } from "@xudong/domain";
import type { TicketSigner } from "./ticket-signer.ts";

/** One ticket as the gate sees it: nothing of its buyer but the name. */
export type GateTicket = { code: string; state: TicketState; number: number; of: number; variantTitle: Localized; admittedAt: Date | null };

/** Whoever comes together: one order's tickets for one time. The telephone is for the seller alone: the gate has its last four digits, or an empty text. */
export type Party = { orderCode: string; name: string; phone: string | null; phoneEnds: string; slotId: string; listingTitle: Localized; startsAt: Date; endsAt: Date; tickets: readonly GateTicket[] };

/** A time at a shop, with who is in and who is still to come. */
export type GateSlot = StallSlot & { opensAt: Date; expected: number; admitted: number; parties: readonly Party[] };

/** The times of a shop's experiences that begin on the days from…to inclusive, each with everybody who has a ticket, as their seller sees them. Whoever asks has been let in. */
export async function visitsOf(db: Db, shopId: string, days: { from: Day; to: Day }, now: Date): Promise<GateSlot[]> {
  const slots = await slotsOfShop(db, shopId, days, now);
  const parties = Map.groupBy(await partiesWhere(db, shopId, { slotIds: slots.map(({ id }) => id) }), ({ slotId }) => slotId);
  return slots.map((slot) => {
    const own = parties.get(slot.id) ?? [];
    const tickets = own.flatMap((party) => party.tickets);
    return { ...slot, opensAt: admissionWindow(slot).opensAt, expected: tickets.length, admitted: tickets.filter(({ state }) => state === "admitted").length, parties: own };
  });
}

/** The same as the gate sees it. */
export async function gateSlots(db: Db, shopId: string, days: { from: Day; to: Day }, now: Date): Promise<GateSlot[]> {
  return (await visitsOf(db, shopId, days, now)).map((slot) => ({ ...slot, parties: slot.parties.map(withoutPhone) }));
}

const withoutPhone = (party: Party): Party => ({ ...party, phone: null });

/**
 * Who stands at the gate: by what a ticket's QR says, by a ticket's code, or by an order's, for every time they have at this
 * shop. A QR is believed only where its signature is right.
 *
 * @throws DomainError `ticket.not_found`, for another shop's tickets alike (S1), `ticket.forged`
 */
export async function findParty(db: Db, shopId: string, typed: string, signer: TicketSigner): Promise<{ code: string; parties: Party[] }> {
  const text = typed.trim();
  const code = text.includes(".") ? signer.read(text).code : parseCode(text);
  if (code === undefined) throw new DomainError("ticket.not_found");
  const { orders, orderLines, sellerOrders, tickets } = db.t;
  const [byTicket] = await db.select({ orderId: orderLines.orderId }).from(tickets).innerJoin(orderLines, eq(orderLines.id, tickets.orderLineId)).innerJoin(sellerOrders, eq(sellerOrders.id, orderLines.sellerOrderId)).where(and(eq(tickets.code, code), eq(sellerOrders.shopId, shopId)));
  const [byOrder] = byTicket === undefined ? await db.select({ orderId: orders.id }).from(orders).where(eq(orders.code, code)) : [];
  const orderId = byTicket?.orderId ?? byOrder?.orderId;
  const parties = orderId === undefined ? [] : await partiesWhere(db, shopId, { orderId });
  if (parties.length === 0) throw new DomainError("ticket.not_found");
  return { code, parties: parties.map(withoutPhone) };
}

/** Guests without their telephone: by their name and the last four digits of their number, among those of one time. */
export async function findForgetful(db: Db, shopId: string, slotId: string, { name, phoneEnds }: { name: string; phoneEnds: string }): Promise<Party[]> {
  const words = fold(name).split(" ").filter((word) => word !== "");
  if (words.length === 0 || !/^\d{4}$/.test(phoneEnds)) return [];
  const all = await partiesWhere(db, shopId, { slotIds: [slotId] });
  return all.map(withoutPhone).filter((party) => party.phoneEnds === phoneEnds && words.every((word) => fold(party.name).split(" ").includes(word)));
}

async function partiesWhere(db: Db, shopId: string, wanted: { slotIds: readonly string[] } | { orderId: string }): Promise<Party[]> {
  if ("slotIds" in wanted && wanted.slotIds.length === 0) return [];
  const { tickets, orderLines, sellerOrders, slots, orders } = db.t;
  const rows = await db
    .select({
      code: tickets.code, state: tickets.state, number: tickets.number, admittedAt: tickets.admittedAt, slotId: tickets.slotId,
      lineId: orderLines.id, variantTitle: orderLines.variantTitle, listingTitle: orderLines.listingTitle,
      orderCode: orders.code, name: orders.contactName, phone: orders.contactPhone, startsAt: slots.startsAt, endsAt: slots.endsAt,
    })
    .from(tickets)
    .innerJoin(orderLines, eq(orderLines.id, tickets.orderLineId))
    .innerJoin(sellerOrders, eq(sellerOrders.id, orderLines.sellerOrderId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(slots, eq(slots.id, tickets.slotId))
    .where(and(
      eq(sellerOrders.shopId, shopId),
      "orderId" in wanted ? eq(orders.id, wanted.orderId) : and(inArray(tickets.slotId, [...wanted.slotIds]), ne(tickets.state, "void")),
    ))
    .orderBy(asc(slots.startsAt), asc(orders.contactName), asc(orders.id), asc(orderLines.position), asc(tickets.number));
  const grouped = Map.groupBy(rows, (row) => `${row.orderCode} ${row.slotId}`);
  return [...grouped.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { orderCode, name, phone, slotId, listingTitle, startsAt, endsAt } = first;
    const ofLine = new Map<string, number>();
    for (const { lineId } of own) ofLine.set(lineId, (ofLine.get(lineId) ?? 0) + 1);
    return [{
      orderCode, name, phone, slotId, listingTitle, startsAt, endsAt,
      phoneEnds: phone?.slice(-4) ?? "",
      tickets: own.map(({ code, state, number, lineId, variantTitle, admittedAt }) => ({ code, state, number, of: ofLine.get(lineId) ?? 1, variantTitle, admittedAt })),
    }];
  });
}
