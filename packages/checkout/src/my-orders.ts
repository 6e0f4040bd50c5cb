import { and, asc, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import { writeAudit, type Db, type Tx } from "@xudong/database";
import { DomainError, isId, parseCode, publicOrderState, requirePerson, type Actor, type Dong, type Localized, type Occasion, type OrderState } from "@xudong/domain";
import { orderKey, requireOrder, secretId, type OrderRef } from "./order-key.ts";

/** An order in its buyer's list. */
export type MyOrder = { id: string; code: string; state: OrderState; placedAt: Date; totalDong: Dong; /** What is in it, each thing once. */ titles: readonly Localized[] };

/** A page of them, the latest first; `next` asks for the one after, and is absent on the last. */
export type MyOrders = { items: readonly MyOrder[]; next?: string };

/** The orders of a signed-in person. @param page `before`: the `next` of the page that came before @throws DomainError `actor.not_allowed` */
export async function myOrders(db: Db, actor: Actor, { before, pageSize }: { before?: string | undefined; pageSize: number }, now: Date): Promise<MyOrders> {
  const personId = requirePerson(actor);
  const { orders, holds, orderLines } = db.t;
  const isOlder = before !== undefined && isId(before) ? lt(orders.id, before) : undefined;
  const rows = await db
    .select({ id: orders.id, code: orders.code, state: orders.state, placedAt: orders.placedAt, totalDong: orders.totalDong, lapsesAt: holds.lapsesAt })
    .from(orders)
    .leftJoin(holds, eq(holds.orderId, orders.id))
    .where(and(eq(orders.personId, personId), isOlder))
    .orderBy(desc(orders.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const lines = shown.length === 0 ? [] : await db
    .select({ orderId: orderLines.orderId, title: orderLines.listingTitle })
    .from(orderLines)
    .where(inArray(orderLines.orderId, shown.map(({ id }) => id)))
    .orderBy(asc(orderLines.position));
  const items = shown.map(({ lapsesAt, ...order }) => {
    const titles = new Map(lines.filter((line) => line.orderId === order.id).map(({ title }) => [title.vi, title]));
    return { ...order, state: publicOrderState(order.state, lapsesAt, now), titles: [...titles.values()] };
  });
  const last = shown.at(-1);
  return rows.length > pageSize && last !== undefined ? { items, next: last.id } : { items };
}

/**
 * The key of somebody's own order, so that being signed in opens what its link opens.
 *
 * @param secrets newest first; an order whose secret is gone has no key, and is opened by looking it up
 * @throws DomainError `order.not_found` for no order and for somebody else's alike (S1)
 */
export async function myOrder(db: Db, typedCode: string, actor: Actor, secrets: readonly string[]): Promise<OrderRef> {
  const personId = requirePerson(actor);
  const { orders: t } = db.t;
  const [order] = await db
    .select({ id: t.id, code: t.code, keyVersion: t.keyVersion, keySecretId: t.keySecretId })
    .from(t)
    .where(and(eq(t.code, parseCode(typedCode) ?? ""), eq(t.personId, personId)));
  const secret = secrets.find((candidate) => secretId(candidate) === order?.keySecretId);
  if (order === undefined || secret === undefined) throw new DomainError("order.not_found");
  return { code: order.code, key: orderKey(secret, order) };
}

/**
 * Puts an order that was placed without an account into the account of whoever holds its key. The same telephone or e-mail
 * is no proof: nobody has shown that either is theirs. An order that is somebody's already stays theirs.
 *
 * @throws DomainError `order.not_found`, `actor.not_allowed`
 */
export async function claimOrder(tx: Tx, ref: OrderRef, secrets: readonly string[], { actor, now }: Occasion): Promise<void> {
  const personId = requirePerson(actor);
  const { id } = await requireOrder(tx, ref, secrets);
  const { orders: t } = tx.t;
  const [claimed] = await tx.update(t).set({ personId }).where(and(eq(t.id, id), isNull(t.personId))).returning({ id: t.id });
  if (claimed !== undefined) return writeAudit(tx, { actor: actor.id, verb: "order.claim", objectKind: "order", objectId: id, at: now });
  const [own] = await tx.select({ id: t.id }).from(t).where(and(eq(t.id, id), eq(t.personId, personId)));
  if (own === undefined) throw new DomainError("order.not_found");
}
