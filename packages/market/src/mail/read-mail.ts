import { and, eq } from "drizzle-orm";
import { openLink } from "@xudong/accounts";
import { orderLink, sellerTask, type TicketView } from "@xudong/checkout";
import type { Db } from "@xudong/database";
import { admissionWindow, isMailOld, locales, type Locale, type MailKind } from "@xudong/domain";
import { cashMethod } from "@xudong/payments";
import { orderView } from "../order-view.ts";
import type { AboutOrder, MailAbout, MailToWrite } from "./mail.ts";
import type { MailRow } from "./mail-rows.ts";
import { toBuyer } from "./queue-mail.ts";

/** Why a mail is not sent: what it would have said is no longer so, or nobody is left to read it. */
export type Moot = { moot: "too_old" | "no_address" | "gone" | "order_cancelled" | "moved_on" | "link_spent" | "never_told" };

export type ReadingParts = { db: Db; appSecrets: readonly string[]; now: Date };

type Found = { about: MailAbout } | Moot;
type Reader = (parts: ReadingParts, row: MailRow) => Promise<Found>;

/** Looks up whom a mail is for and what it tells, at the moment it is sent. */
export async function readMail(parts: ReadingParts, row: MailRow): Promise<MailToWrite | Moot> {
  if (isMailOld(row.createdAt, parts.now)) return { moot: "too_old" };
  const to = await (row.recipient === toBuyer ? buyerOf(parts.db, row.orderId ?? "") : personOf(parts.db, row.recipient));
  if (to === undefined) return { moot: "no_address" };
  const found = await readers[row.kind](parts, row);
  if ("moot" in found) return found;
  return { id: row.id, to: to.address, locale: localeOf(row.locale), isToSample: to.isSample, about: found.about };
}

const localeOf = (locale: string): Locale => locales.find((known) => known === locale) ?? "vi";

async function buyerOf(db: Db, orderId: string) {
  const { orders: t } = db.t;
  const [buyer] = await db.select({ address: t.contactEmail }).from(t).where(eq(t.id, orderId));
  return buyer?.address == null ? undefined : { address: buyer.address, isSample: false };
}

/** Nobody in a closed account, whose row names nobody any more. Whoever is locked out still reads what happened to them. */
async function personOf(db: Db, personId: string) {
  const { people: t } = db.t;
  const [person] = await db.select({ address: t.email, isSample: t.isSample }).from(t).where(eq(t.id, personId));
  return person?.address == null ? undefined : { ...person, address: person.address };
}

/** Reads a mail to a buyer, who is told of an order and how to open it. */
const toBuyerOf =
  (read: (parts: ReadingParts, row: MailRow, found: AboutOrder) => Found | Promise<Found>): Reader =>
  async (parts, row) => {
    const { db, appSecrets, now } = parts;
    const link = row.orderId === null ? undefined : await orderLink(db, row.orderId, appSecrets);
    return row.orderId === null || link === undefined ? { moot: "gone" } : read(parts, row, { link, order: await orderView(db, row.orderId, now) });
  };

/** An order that stands is told as such; one that has been called off meanwhile has a mail of its own for that. */
const whileItStands = (kind: "order_confirmed" | "cash_order") => toBuyerOf((_parts, _row, found) => (found.order.state === "cancelled" ? { moot: "order_cancelled" } : { about: { ...found, kind } }));

const onceCancelled = (kind: "order_cancelled" | "payment_not_kept") => toBuyerOf((_parts, _row, found) => ({ about: { ...found, kind } }));

const ofRefund = (kind: "refund_requested" | "refund_done") =>
  toBuyerOf(async ({ db }, row, found) => {
    const { refunds, attempts } = db.t;
    const [refund] = await db
      .select({ amountDong: refunds.amountDong, state: refunds.state, reason: refunds.reason, method: attempts.method })
      .from(refunds)
      .innerJoin(attempts, eq(attempts.id, refunds.attemptId))
      .where(eq(kind === "refund_done" ? refunds.id : refunds.attemptId, row.subject));
    if (refund === undefined) return { moot: "gone" };
    // Money that is back already is told by the mail that says so.
    if (kind === "refund_requested" && refund.state === "done") return { moot: "moved_on" };
    const { amountDong, reason, method } = refund;
    return { about: { ...found, kind, amountDong, reason, isCash: method === cashMethod } };
  });

const toSeller: (kind: "seller_order" | "seller_cancelled") => Reader = (kind) => async ({ db }, row) => {
  const task = await sellerTask(db, row.subject);
  if (task === undefined || !(await stillFulfils(db, row.recipient, task.shopId))) return { moot: "gone" };
  const { orders, mails } = db.t;
  const [order] = await db.select({ state: orders.state }).from(orders).where(eq(orders.id, task.orderId));
  if (kind === "seller_order") return order?.state === "cancelled" ? { moot: "order_cancelled" } : { about: { kind, task } };
  const [told] = await db.select({ state: mails.state, attempts: mails.attempts }).from(mails).where(and(eq(mails.kind, "seller_order"), eq(mails.subject, row.subject), eq(mails.recipient, row.recipient)));
  // Whoever never heard of an order need not hear that it is off.
  const isUnheardOf = told?.state === "withdrawn" || (told?.state === "queued" && told.attempts === 0);
  return isUnheardOf ? { moot: "never_told" } : { about: { kind, task } };
};

/** A part of an order's work is told to whoever does it now, and to nobody who has left the shop since. */
async function stillFulfils(db: Db, personId: string, shopId: string): Promise<boolean> {
  const { grants: t } = db.t;
  const held = await db.select({ endedAt: t.endedAt }).from(t).where(and(eq(t.personId, personId), eq(t.scope, shopId)));
  return held.some(({ endedAt }) => endedAt === null);
}

const ofRole: (kind: "role_granted" | "role_ended") => Reader = (kind) => async ({ db }, row) => {
  const { grants, shops } = db.t;
  const [grant] = await db.select({ role: grants.role, endedAt: grants.endedAt, shopName: shops.name }).from(grants).leftJoin(shops, eq(shops.id, grants.scope)).where(eq(grants.id, row.subject));
  if (grant === undefined) return { moot: "gone" };
  if (kind === "role_granted" && grant.endedAt !== null) return { moot: "moved_on" };
  return { about: { kind, role: grant.role, shopName: grant.shopName ?? undefined } };
};

const readers: { readonly [K in MailKind]: Reader } = {
  order_confirmed: whileItStands("order_confirmed"),
  cash_order: whileItStands("cash_order"),
  order_cancelled: onceCancelled("order_cancelled"),
  payment_not_kept: onceCancelled("payment_not_kept"),
  tickets: toBuyerOf(async ({ db, now }, row, found) => {
    const [first, ...more] = await ticketsOfVisit(db, row.subject, found.order.tickets);
    if (first === undefined) return { moot: found.order.state === "cancelled" ? "order_cancelled" : "moved_on" };
    if (first.endsAt <= now) return { moot: "moved_on" };
    return { about: { ...found, kind: "tickets", tickets: [first, ...more], entryFrom: admissionWindow(first).opensAt, asOf: row.createdAt } };
  }),
  parcel_shipped: toBuyerOf((_parts, row, found) => {
    const seller = found.order.sellers.find(({ fulfilments }) => fulfilments.some(({ id, state }) => id === row.subject && state === "shipped"));
    return seller === undefined ? { moot: "moved_on" } : { about: { ...found, kind: "parcel_shipped", seller } };
  }),
  refund_requested: ofRefund("refund_requested"),
  refund_done: ofRefund("refund_done"),
  seller_order: toSeller("seller_order"),
  seller_cancelled: toSeller("seller_cancelled"),
  async recover({ db, appSecrets, now }, row) {
    const link = await openLink(db, { seed: row.subject, secrets: appSecrets }, now);
    return link === undefined ? { moot: "link_spent" } : { about: { kind: "recover", ...link } };
  },
  password_changed: async (_parts, row) => ({ about: { kind: "password_changed", at: row.createdAt } }),
  role_granted: ofRole("role_granted"),
  role_ended: ofRole("role_ended"),
};

/** The tickets of one visit that still open a gate. */
async function ticketsOfVisit(db: Db, fulfilmentId: string, all: readonly TicketView[]): Promise<TicketView[]> {
  const { tickets, orderLines } = db.t;
  const rows = await db.select({ code: tickets.code }).from(tickets).innerJoin(orderLines, eq(orderLines.id, tickets.orderLineId)).where(and(eq(orderLines.fulfilmentId, fulfilmentId), eq(tickets.state, "issued")));
  const codes = new Set(rows.map(({ code }) => code));
  return all.filter(({ code }) => codes.has(code));
}
