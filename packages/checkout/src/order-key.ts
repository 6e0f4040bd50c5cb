import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import { DomainError, parseCode } from "@xudong/domain";

/** How an order is named: its code and the key its buyer holds. */
export type OrderRef = { code: string; key: string };

/** The name under which an order notes the secret that made its key. */
export function secretId(secret: string): string {
  return createHash("sha256").update(`order-key:${secret}`).digest("hex").slice(0, 12);
}

/** An order's key: 128 bits that only the secret can make, never stored and always reproducible. */
export function orderKey(secret: string, order: { id: string; keyVersion: number }): string {
  return createHmac("sha256", secret).update(`${order.id}:${order.keyVersion}`).digest().subarray(0, 16).toString("base64url");
}

/**
 * The order somebody holds the key of. @param secrets newest first; older ones open older orders
 * @throws DomainError `order.not_found` for an unknown code and for a wrong key alike (S1)
 */
export async function requireOrder(db: Db, ref: OrderRef, secrets: readonly string[]): Promise<{ id: string; code: string }> {
  const code = parseCode(ref.code);
  const [order] = code === undefined ? [] : await orderByCode(db, code);
  const secret = secrets.find((candidate) => secretId(candidate) === order?.keySecretId);
  if (order === undefined || secret === undefined) throw new DomainError("order.not_found");
  const wanted = Buffer.from(orderKey(secret, order));
  const given = Buffer.from(ref.key);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new DomainError("order.not_found");
  return { id: order.id, code: order.code };
}

/** The order of a code as a person typed it, for those who may see every order. @throws DomainError `order.not_found` */
export async function findOrder(db: Db, typedCode: string): Promise<{ id: string; code: string }> {
  const code = parseCode(typedCode);
  const [order] = code === undefined ? [] : await orderByCode(db, code);
  if (order === undefined) throw new DomainError("order.not_found");
  return { id: order.id, code: order.code };
}

/** The codes of orders by their ids, for those who may see every order. */
export async function codesOf(db: Db, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { orders } = db.t;
  if (orderIds.length === 0) return new Map();
  const rows = await db.select({ id: orders.id, code: orders.code }).from(orders).where(inArray(orders.id, [...new Set(orderIds)]));
  return new Map(rows.map((row) => [row.id, row.code]));
}

const orderByCode = keep((db: Db, code: string) => {
  const { orders } = db.t;
  return db.select({ id: orders.id, code: orders.code, keyVersion: orders.keyVersion, keySecretId: orders.keySecretId }).from(orders).where(eq(orders.code, code));
});

/** What opens an order, for whoever writes to its buyer; without a key where the secret that made it is no longer in use. @param secrets newest first */
export async function orderLink(db: Db, orderId: string, secrets: readonly string[]): Promise<{ code: string; key?: string } | undefined> {
  const { orders: t } = db.t;
  const [order] = await db.select({ id: t.id, code: t.code, keyVersion: t.keyVersion, keySecretId: t.keySecretId }).from(t).where(eq(t.id, orderId));
  const secret = secrets.find((candidate) => secretId(candidate) === order?.keySecretId);
  return order && { code: order.code, ...(secret === undefined ? {} : { key: orderKey(secret, order) }) };
}
