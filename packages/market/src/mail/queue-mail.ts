import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { inChunks, keep, rowsAtOnce, type Tx } from "@xudong/database";
import { newId, rolePermissions, roles, type MailKind } from "@xudong/domain";

/** Whom a mail about an order is for, in its row: the order's buyer, whoever that is. */
export const toBuyer = "buyer";

/** What a mail is written because of: the same thing is told to the same person once. */
type Cause = { kind: MailKind; subject: string };
type Addressed = Cause & { recipient: string; orderId: string | null; locale: string };

/** Writes mails down in the transaction of what they tell. One that is there already is not written again. */
async function queue(tx: Tx, mails: readonly Addressed[], now: Date): Promise<void> {
  const rows = mails.map((mail) => ({ ...mail, id: newId(now), state: "queued" as const, dueAt: now, leasedUntil: null, attempts: 0, silences: 0, answer: null, createdAt: now, endedAt: null }));
  for (const some of inChunks(rows, rowsAtOnce)) await addMails(tx, some);
}

const addMails = keep((tx: Tx, rows: Tx["t"]["mails"]["$inferInsert"][]) => tx.insert(tx.t.mails).values(rows).onConflictDoNothing());

/** Tells an order's buyer something. Whoever gave no e-mail gets none: the page of the order is theirs. */
export async function mailBuyer(tx: Tx, orderId: string, causes: readonly Cause[], now: Date): Promise<void> {
  const [order] = causes.length === 0 ? [] : await buyerWithEmail(tx, orderId);
  if (order === undefined) return;
  await queue(tx, causes.map((cause) => ({ ...cause, recipient: toBuyer, orderId, locale: order.locale })), now);
}

const buyerWithEmail = keep((tx: Tx, orderId: string) => {
  const { orders: t } = tx.t;
  return tx.select({ locale: t.locale }).from(t).where(and(eq(t.id, orderId), isNotNull(t.contactEmail)));
});

/** Tells whoever fulfils orders at each of an order's shops something about their part of it. */
export async function mailSellers(tx: Tx, orderId: string, kind: "seller_order" | "seller_cancelled", now: Date): Promise<void> {
  const people = await fulfillersWithEmail(tx, orderId);
  await queue(tx, people.map(({ sellerOrderId, personId, locale }) => ({ kind, subject: sellerOrderId, recipient: personId, orderId, locale })), now);
}

const fulfilling = roles.filter((role) => rolePermissions[role].some((permission) => permission === "order.fulfil"));

const fulfillersWithEmail = keep((tx: Tx, orderId: string) => {
  const { sellerOrders, grants, people } = tx.t;
  return tx
    .selectDistinct({ sellerOrderId: sellerOrders.id, personId: people.id, locale: people.locale })
    .from(sellerOrders)
    .innerJoin(grants, and(eq(grants.scope, sellerOrders.shopId), inArray(grants.role, fulfilling), isNull(grants.endedAt)))
    .innerJoin(people, and(eq(people.id, grants.personId), isNotNull(people.email), eq(people.isLocked, sql.param(false, people.isLocked))))
    .where(eq(sellerOrders.orderId, orderId));
});

/** All that is told when an order is confirmed: to its buyer with the tickets of each visit, to its sellers what to prepare. */
export async function mailConfirmed(tx: Tx, orderId: string, { isCash }: { isCash: boolean }, now: Date): Promise<void> {
  const visits = await visitsOf(tx, orderId);
  const tickets = visits.map(({ id }) => ({ kind: "tickets" as const, subject: id }));
  await mailBuyer(tx, orderId, [{ kind: isCash ? "cash_order" : "order_confirmed", subject: orderId }, ...tickets], now);
  await mailSellers(tx, orderId, "seller_order", now);
}

const visitsOf = keep((tx: Tx, orderId: string) => {
  const { fulfilments, sellerOrders } = tx.t;
  return tx
    .select({ id: fulfilments.id })
    .from(fulfilments)
    .innerJoin(sellerOrders, eq(sellerOrders.id, fulfilments.sellerOrderId))
    .where(and(eq(sellerOrders.orderId, orderId), eq(fulfilments.kind, "visit")));
});

/** What is told when an order is called off: to its buyer, and to sellers who were told of it. */
export async function mailCancelled(tx: Tx, orderId: string, { wasConfirmed }: { wasConfirmed: boolean }, now: Date): Promise<void> {
  await mailBuyer(tx, orderId, [{ kind: "order_cancelled", subject: orderId }], now);
  if (wasConfirmed) await mailSellers(tx, orderId, "seller_cancelled", now);
}

/** Tells a person something about their account. Whoever has no e-mail, or is a closed account, gets none. */
export async function mailPerson(tx: Tx, personId: string, cause: Cause, now: Date): Promise<void> {
  const { people: t } = tx.t;
  const [person] = await tx.select({ locale: t.locale }).from(t).where(and(eq(t.id, personId), isNotNull(t.email)));
  if (person !== undefined) await queue(tx, [{ ...cause, recipient: personId, orderId: null, locale: person.locale }], now);
}
