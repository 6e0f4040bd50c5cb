import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Db, Store } from "@xudong/database";
import { cancelReasonWords, DomainError, formatDong, parseCode } from "@xudong/domain";
import { cashMethod } from "@xudong/payments";
import { toBuyer } from "./mail/queue-mail.ts";

/** One thing that happened to an order, in plain words for whoever answers the phone. */
export type TimelineEntry = { at: Date; what: string; detail: string };

/**
 * Everything that happened to an order: placing, attempts, what the gateway said by itself and when asked, what people
 * decided, refunds, money, tickets, mail, and who did what.
 *
 * @throws DomainError `order.not_found`
 */
export async function orderTimeline({ read }: Store, typedCode: string): Promise<TimelineEntry[]> {
  const { orders, attempts, notices, refunds, ledgerMovements, ledgerRows, tickets, orderLines } = read.t;
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
  const audited = await auditsOf(read, order.id, { attempt: attemptIds, refund: back.map(({ id }) => id), ticket: issued.map(({ ticket }) => ticket.id) });

  const { mails } = read.t;
  const written = await read.select().from(mails).where(eq(mails.orderId, order.id)).orderBy(asc(mails.id));

  const entries: TimelineEntry[] = [
    ...tried.map((attempt) => ({
      at: attempt.openedAt,
      what: attempt.method === cashMethod ? "cash on delivery" : `attempt ${attempt.gatewayRef}`,
      detail: `${attempt.method}, ${formatDong(attempt.amountDong, "en")}, now ${attempt.state}${attempt.responseCode === null ? "" : ` (code ${attempt.responseCode})`}${waits(attempt)}`,
    })),
    ...heard.map((notice) => ({ at: notice.receivedAt, ...spoken(notice) })),
    ...back.map((refund) => ({
      at: refund.requestedAt,
      what: "refund",
      detail: `${formatDong(refund.amountDong, "en")}, ${refund.reason}, now ${refund.state}${refund.responseCode === null ? "" : ` (code ${refund.responseCode})`}, sent ${refund.tries} times${waits(refund)}`,
    })),
    ...money.map(({ movement, row }) => ({ at: movement.at, what: `ledger ${movement.kind}`, detail: `${row.account}${row.shopId === null ? "" : ` of shop ${row.shopId}`}: ${formatDong(row.amountDong, "en")}` })),
    ...issued.map(({ ticket }) => ({ at: ticket.issuedAt, what: `ticket ${ticket.code}`, detail: `number ${ticket.number}, now ${ticket.state}` })),
    ...written.map((mail) => ({ at: mail.createdAt, what: `mail ${mail.kind}`, detail: mailed(mail) })),
    ...audited.map((row) => ({ at: row.at, what: row.verb, detail: `by ${row.actor}${detailOf(row.detail)}` })),
  ];
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What was done to an order and to what belongs to it, by whom: people, buyers, jobs. */
async function auditsOf(read: Db, orderId: string, owned: Readonly<Record<string, readonly string[]>>) {
  const { auditRows, fulfilments, sellerOrders } = read.t;
  const parts = await read.select({ id: fulfilments.id }).from(fulfilments).innerJoin(sellerOrders, eq(sellerOrders.id, fulfilments.sellerOrderId)).where(eq(sellerOrders.orderId, orderId));
  const objects = { order: [orderId], fulfilment: parts.map(({ id }) => id), ...owned };
  const named = Object.entries(objects).map(([kind, ids]) => and(eq(auditRows.objectKind, kind), inArray(auditRows.objectId, [...ids])));
  return read.select().from(auditRows).where(or(...named)).orderBy(asc(auditRows.id));
}

/** Whom a mail was for, by their part in the order and never by name, and what came of it. */
function mailed({ recipient, state, answer, attempts }: { recipient: string; state: string; answer: string | null; attempts: number }): string {
  const to = recipient === toBuyer ? "the buyer" : "somebody of the shop";
  return `to ${to}, now ${state}${answer === null ? "" : ` (${answer})`}, tried ${attempts === 1 ? "once" : `${attempts} times`}`;
}

const waits = ({ waitsFor }: { waitsFor: string | null }) => (waitsFor === null ? "" : `, waits for a person (${waitsFor})`);

/** Who spoke, and what came of it: the gateway by itself, the gateway when asked, or a person with a paper. */
function spoken({ channel, outcome, answer, isGenuine, fields }: { channel: string; outcome: string | null; answer: string; isGenuine: boolean; fields: Readonly<Record<string, string>> }): Omit<TimelineEntry, "at"> {
  if (channel === "person") return { what: "decision of a person", detail: `${outcome ?? ""}, on paper ${fields["reference"] ?? "none"}` };
  if (channel !== "query") return { what: `notice by ${channel}`, detail: `code ${outcome ?? "none"}, answered ${answer}` };
  return { what: "question to the gateway", detail: isGenuine ? `code ${outcome ?? "none"}, status ${fields["vnp_TransactionStatus"] ?? "none"}: ${answer}` : `no answer that can be believed (${answer})` };
}

function detailOf(detail: Record<string, unknown> | null): string {
  const known = Object.entries(detail ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return known.map(([name, value]) => `, ${name} ${name === "reason" && isCancelReason(value) ? `${value} (${cancelReasonWords[value].en})` : String(value)}`).join("");
}

const isCancelReason = (value: unknown): value is keyof typeof cancelReasonWords => typeof value === "string" && Object.hasOwn(cancelReasonWords, value);
