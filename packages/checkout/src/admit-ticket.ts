import { and, eq, inArray } from "drizzle-orm";
import { speak, writeAudit, type Db, type Tx } from "@xudong/database";
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
export async function admitTicket(tx: Tx, qrText: string, signer: TicketSigner, occasion: Occasion): Promise<{ ticketCode: string; listingTitle: Localized; admittedAt: Date }> {
  const claim = signer.read(qrText);
  const [ticket] = await ticketsToAdmit(tx, [claim.code]);
  if (ticket === undefined || ticket.slotId !== claim.slotId) throw new DomainError("ticket.not_found");
  demand(occasion.actor, "ticket.admit", ticket.shopId);
  const refusal = await letIn(tx, ticket, occasion);
  if (refusal !== undefined) throw refusal;
  return { ticketCode: claim.code, listingTitle: ticket.listingTitle, admittedAt: occasion.now };
}

/** What became of one of several tickets at the gate: let in now, or why not. */
export type Admitted = { code: string; refusal: DomainError | undefined };

/**
 * Lets a party in by the codes of their tickets, each once: whoever may come in does, and for the others it says why not.
 * For who stands at that shop's gate and has the ticket, the order or the guest before them: a typed code carries no signature.
 *
 * @throws DomainError `ticket.not_found` where none of them is that shop's, `actor.not_allowed`
 */
export async function admitTickets(tx: Tx, shopId: string, codes: readonly string[], occasion: Occasion): Promise<Admitted[]> {
  demand(occasion.actor, "ticket.admit", shopId);
  const tickets = (await ticketsToAdmit(tx, codes)).filter((ticket) => ticket.shopId === shopId);
  if (tickets.length === 0) throw new DomainError("ticket.not_found");
  const admitted: Admitted[] = [];
  // Orders in one order at every gate, so that two never wait for each other.
  for (const ticket of tickets.toSorted((a, b) => (a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : a.number - b.number))) {
    admitted.push({ code: ticket.code, refusal: await letIn(tx, ticket, occasion) });
  }
  return admitted;
}

type TicketToAdmit = Awaited<ReturnType<typeof ticketsToAdmit>>[number];

async function ticketsToAdmit(db: Db, codes: readonly string[]) {
  const { tickets, orderLines, sellerOrders, slots } = db.t;
  return db
    .select({
      id: tickets.id,
      code: tickets.code,
      number: tickets.number,
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
    .where(inArray(tickets.code, [...codes]));
}

/** The one way in; what stands against it is given back. */
async function letIn(tx: Tx, ticket: TicketToAdmit, { actor, now }: Occasion): Promise<DomainError | undefined> {
  const { tickets, fulfilments } = tx.t;
  const window = admissionWindow(ticket);
  if (now < window.opensAt || now >= window.closesAt) return new DomainError("ticket.not_valid_now", { ...window });
  // The order's row first: somebody may be cancelling it at this moment, and a guest who is in gets no money back.
  const order = await lockOrder(tx, ticket.orderId);
  if (order?.state !== "confirmed") return new DomainError("ticket.void");
  const [admitted] = await tx
    .update(tickets)
    .set({ state: "admitted", admittedAt: now, admittedBy: actor.id })
    .where(and(eq(tickets.id, ticket.id), eq(tickets.state, "issued")))
    .returning({ id: tickets.id });
  if (admitted === undefined) return whyNotAdmitted(tx, ticket.id);
  await tx.update(fulfilments).set({ state: "used", movedAt: now }).where(and(eq(fulfilments.id, ticket.fulfilmentId), eq(fulfilments.state, "due")));
  await speak(tx, { topic: "ticket.admitted", subject: ticket.id });
  await writeAudit(tx, { actor: actor.id, verb: "ticket.admit", objectKind: "ticket", objectId: ticket.id, at: now });
  return undefined;
}

async function whyNotAdmitted(tx: Tx, ticketId: string): Promise<DomainError> {
  const { tickets } = tx.t;
  const [ticket] = await tx.select({ state: tickets.state, admittedAt: tickets.admittedAt }).from(tickets).where(eq(tickets.id, ticketId));
  return ticket?.state === "void" ? new DomainError("ticket.void") : new DomainError("ticket.already_admitted", { admittedAt: ticket?.admittedAt });
}
