import { and, eq } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { admissionWindow, demand, DomainError, type Localized, type Occasion } from "@xudong/domain";
import { lockOrder } from "./lock-order.ts";
import type { TicketSigner } from "./ticket-signer.ts";

/**
 * Lets a guest in, once. Only somebody who may admit at that shop gets past a genuine code; for anybody
 * else it is as if the ticket did not exist (S1).
 *
 * @throws DomainError `ticket.forged`, `ticket.not_found`, `ticket.already_admitted` with the time,
 *   `ticket.void`, `ticket.not_valid_now` with the window, `actor.not_allowed`
 */
export async function admitTicket(tx: Tx, qrText: string, signer: TicketSigner, { actor, now }: Occasion): Promise<{ ticketCode: string; listingTitle: Localized; admittedAt: Date }> {
  const claim = signer.read(qrText);
  const { tickets, orderLines, sellerOrders, slots, fulfilments } = tx.t;
  const [ticket] = await tx
    .select({
      id: tickets.id,
      slotId: tickets.slotId,
      orderId: orderLines.orderId,
      shopId: sellerOrders.shopId,
      fulfilmentId: orderLines.fulfilmentId,
      listingTitle: orderLines.listingTitle,
      startsAt: slots.startsAt,
      endsAt: slots.endsAt,
    })
    .from(tickets)
    .innerJoin(orderLines, eq(orderLines.id, tickets.orderLineId))
    .innerJoin(sellerOrders, eq(sellerOrders.id, orderLines.sellerOrderId))
    .innerJoin(slots, eq(slots.id, tickets.slotId))
    .where(eq(tickets.code, claim.code));
  if (ticket === undefined || ticket.slotId !== claim.slotId) throw new DomainError("ticket.not_found");
  demand(actor, "ticket.admit", ticket.shopId);

  const window = admissionWindow(ticket);
  if (now < window.opensAt || now >= window.closesAt) throw new DomainError("ticket.not_valid_now", { ...window });
  // The order's row first: somebody may be cancelling it at this moment, and a guest who is in gets no money back.
  const order = await lockOrder(tx, ticket.orderId);
  if (order?.state !== "confirmed") throw new DomainError("ticket.void");
  const [admitted] = await tx
    .update(tickets)
    .set({ state: "admitted", admittedAt: now, admittedBy: actor.id })
    .where(and(eq(tickets.id, ticket.id), eq(tickets.state, "issued")))
    .returning({ id: tickets.id });
  if (admitted === undefined) throw await whyNotAdmitted(tx, ticket.id);
  await tx.update(fulfilments).set({ state: "used", movedAt: now }).where(and(eq(fulfilments.id, ticket.fulfilmentId), eq(fulfilments.state, "due")));
  await speak(tx, { topic: "ticket.admitted", subject: ticket.id });
  await writeAudit(tx, { actor: actor.id, verb: "ticket.admit", objectKind: "ticket", objectId: ticket.id, at: now });
  return { ticketCode: claim.code, listingTitle: ticket.listingTitle, admittedAt: now };
}

async function whyNotAdmitted(tx: Tx, ticketId: string): Promise<DomainError> {
  const { tickets } = tx.t;
  const [ticket] = await tx.select({ state: tickets.state, admittedAt: tickets.admittedAt }).from(tickets).where(eq(tickets.id, ticketId));
  return ticket?.state === "void" ? new DomainError("ticket.void") : new DomainError("ticket.already_admitted", { admittedAt: ticket?.admittedAt });
}

