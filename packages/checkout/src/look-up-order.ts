import { timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { keep, writeAudit, type Tx } from "@xudong/database";
import { DomainError, parseCode, parseContact, type Occasion } from "@xudong/domain";
import { orderKey, secretId, type OrderRef } from "./order-key.ts";

/**
 * Opens an order again for its buyer who has lost its link: by its code and the whole telephone number, or e-mail, it was
 * placed with. The key is the one it had; where its secret is no longer in use, it gets a new one, and the lost link is void.
 *
 * The caller counts the tries: a code can be read over a shoulder, and a telephone number is no secret.
 *
 * @param secrets newest first
 * @throws DomainError `order.not_found` for a wrong code and for a wrong contact alike (S1)
 */
export async function lookUpOrder(tx: Tx, typed: { code: string; contact: string }, secrets: readonly string[], { actor, now }: Occasion): Promise<OrderRef> {
  const [newest] = secrets;
  if (newest === undefined) throw new Error("No secret for order keys is configured");
  const contact = parseContact(typed.contact);
  const [order] = await orderWithContact(tx, parseCode(typed.code) ?? "");
  const given = contact === undefined ? undefined : "phone" in contact ? contact.phone : contact.email;
  const kept = contact === undefined || order === undefined ? undefined : "phone" in contact ? order.phone : order.email;
  if (order === undefined || !isSame(given, kept)) throw new DomainError("order.not_found");

  await writeAudit(tx, { actor: actor.id, verb: "order.look_up", objectKind: "order", objectId: order.id, at: now });
  const secret = secrets.find((candidate) => secretId(candidate) === order.keySecretId);
  if (secret !== undefined) return { code: order.code, key: orderKey(secret, order) };
  const renewed = { keySecretId: secretId(newest), keyVersion: order.keyVersion + 1 };
  await tx.update(tx.t.orders).set(renewed).where(eq(tx.t.orders.id, order.id));
  return { code: order.code, key: orderKey(newest, { id: order.id, keyVersion: renewed.keyVersion }) };
}

function isSame(given: string | undefined, kept: string | null | undefined): boolean {
  if (given === undefined || kept == null) return false;
  const [one, other] = [Buffer.from(given), Buffer.from(kept)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const orderWithContact = keep((tx: Tx, code: string) => {
  const { orders: t } = tx.t;
  return tx
    .select({ id: t.id, code: t.code, keyVersion: t.keyVersion, keySecretId: t.keySecretId, phone: t.contactPhone, email: t.contactEmail })
    .from(t)
    .where(eq(t.code, code));
});
