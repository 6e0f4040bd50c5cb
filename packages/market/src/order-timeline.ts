import { and, asc, eq, inArray } from "drizzle-orm";
import type { Store } from "@xudong/database";
import { DomainError, formatDong, parseCode } from "@xudong/domain";

/** One thing that happened to an order, in plain words for whoever answers the phone. */
export type TimelineEntry = { at: Date; what: string; detail: string };

/** Everything that happened to an order: placing, attempts, notices, money, tickets. @throws DomainError `order.not_found` */
export async function orderTimeline({ read }: Store, typedCode: string): Promise<TimelineEntry[]> {
  const { orders, attempts, notices, refunds, ledgerMovements, ledgerRows, auditRows, tickets, orderLines } = read.t;
  const code = parseCode(typedCode);
  const [order] = code === undefined ? [] : await read.select().from(orders).where(eq(orders.code, code));
  if (order === undefined) throw new DomainError("order.not_found");

  const tried = await read.select().from(attempts).where(eq(attempts.reference, order.id));
  const attemptIds = tried.map((attempt) => attempt.id);
  const heard = attemptIds.length === 0 ? [] : await read.select().from(notices).where(inArray(notices.attemptId, attemptIds));
  const back = attemptIds.length === 0 ? [] : await read.select().from(refunds).where(inArray(refunds.attemptId, attemptIds));
  const money = await read
    .select({ movement: ledgerMovements, row: ledgerRows })
    .from(ledgerMovements)
    .innerJoin(ledgerRows, eq(ledgerRows.movementId, ledgerMovements.id))
    .where(eq(ledgerMovements.reference, order.id))
    .orderBy(asc(ledgerRows.id));
  const issued = await read.select({ ticket: tickets }).from(tickets).innerJoin(orderLines, eq(orderLines.id, tickets.orderLineId)).where(eq(orderLines.orderId, order.id));
  const audited = await read
    .select()
    .from(auditRows)
    .where(and(inArray(auditRows.objectKind, ["order", "attempt", "ticket"]), inArray(auditRows.objectId, [order.id, ...attemptIds, ...issued.map(({ ticket }) => ticket.id)])));

  const entries: TimelineEntry[] = [
    ...tried.map((attempt) => ({
      at: attempt.openedAt,
      what: `attempt ${attempt.gatewayRef}`,
      detail: `${attempt.method}, ${formatDong(attempt.amountDong, "en")}, now ${attempt.state}${attempt.responseCode === null ? "" : ` (code ${attempt.responseCode})`}`,
    })),
    ...heard.map((notice) => ({ at: notice.receivedAt, what: `notice by ${notice.channel}`, detail: `code ${notice.outcome ?? "none"}, answered ${notice.answer}` })),
    ...back.map((refund) => ({ at: refund.requestedAt, what: "refund", detail: `${formatDong(refund.amountDong, "en")}, ${refund.reason}, now ${refund.state}` })),
    ...money.map(({ movement, row }) => ({ at: movement.at, what: `ledger ${movement.kind}`, detail: `${row.account}${row.shopId === null ? "" : ` of shop ${row.shopId}`}: ${formatDong(row.amountDong, "en")}` })),
    ...issued.map(({ ticket }) => ({ at: ticket.issuedAt, what: `ticket ${ticket.code}`, detail: `number ${ticket.number}, now ${ticket.state}` })),
    ...audited.map((row) => ({ at: row.at, what: row.verb, detail: `by ${row.actor}` })),
  ];
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}
