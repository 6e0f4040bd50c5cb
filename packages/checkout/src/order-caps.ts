import { createHash } from "node:crypto";
import { eq, or, sql, type SQL } from "drizzle-orm";
import { keep, type Tx } from "@xudong/database";
import { cartLimits, DomainError } from "@xudong/domain";
import { addressKey, type Buyer } from "./buyer.ts";

/**
 * Refuses an order of somebody who blocks enough unpaid units already: by contact, by the door they go to, and by the
 * network they are ordered from (H5). Unpaid are orders that still wait for their money, and cash on delivery until its
 * parcels have arrived, come back or been called off.
 *
 * The rows of `order_caps` are touched before anything is counted, and stay ours until the transaction ends: of two orders
 * that share a contact, a door or a network the second counts the first. They are touched in the order of their keys, so
 * that nobody waits in a circle.
 *
 * @throws DomainError `order.too_many_open` with the field that is shared, none for a network
 */
export async function refuseTooManyOpen(tx: Tx, buyer: Buyer, placedFrom: string, now: Date): Promise<void> {
  const door = buyer.address === null ? undefined : addressKey(buyer.address);
  await touchCaps(
    tx,
    [capKey("phone", buyer.phone), capKey("email", buyer.email), capKey("address", door), capKey("network", placedFrom)]
      .filter((key) => key !== undefined)
      .sort()
      .map((key) => ({ key, touchedAt: now })),
  );

  const { orders } = tx.t;
  const sameContact = or(
    buyer.phone === null ? undefined : eq(orders.contactPhone, buyer.phone),
    buyer.email === null ? undefined : eq(orders.contactEmail, buyer.email),
  );
  const sameDoor = door === undefined ? sql`1 = 0` : eq(orders.addressKey, door);
  const [open] = await tx.rows<{ contact: number; door: number; network: number }>(
    sql`select ${openOrders(tx, sql`(${sameContact})`, now)} as contact, ${openOrders(tx, sameDoor, now)} as door, ${openOrders(tx, eq(orders.placedFrom, placedFrom), now)} as network`,
  );
  if (open === undefined) throw new Error("A count gave no row");
  const { openOrdersPerContactMax, openOrdersPerAddressMax, openOrdersPerNetworkMax } = cartLimits;
  if (open.contact >= openOrdersPerContactMax) {
    throw new DomainError("order.too_many_open", { field: buyer.phone === null ? "contact.email" : "contact.phone", max: openOrdersPerContactMax });
  }
  if (open.door >= openOrdersPerAddressMax) throw new DomainError("order.too_many_open", { field: "address.line", max: openOrdersPerAddressMax });
  if (open.network >= openOrdersPerNetworkMax) throw new DomainError("order.too_many_open", { max: openOrdersPerNetworkMax });
}

const touchCaps = keep((tx: Tx, rows: Tx["t"]["orderCaps"]["$inferInsert"][]) => {
  const { orderCaps } = tx.t;
  return tx.insert(orderCaps).values(rows).onConflictDoUpdate({ target: orderCaps.key, set: { touchedAt: sql`excluded.touched_at` } });
});

/** A digest: the row only has to be the same one, and nobody should read telephones and addresses there. */
function capKey(kind: string, value: string | null | undefined): string | undefined {
  return value === null || value === undefined ? undefined : createHash("sha256").update(`${kind} ${value}`).digest("base64url");
}

/** How many orders of these block units unpaid. States and method stand in the text, where a partial index can see them. */
function openOrders(tx: Tx, whose: SQL, now: Date): SQL {
  const { orders, holds, sellerOrders, fulfilments } = tx.t;
  return sql`(select count(*) from ${orders} join ${holds} on ${holds.orderId} = ${orders.id}
      where ${whose} and ${orders.state} = 'awaiting_payment' and ${holds.lapsesAt} > cast(${now.getTime()} as bigint))
    + (select count(*) from ${orders}
      where ${whose} and ${orders.state} = 'confirmed' and ${orders.paymentMethod} = 'cod'
        and exists (select 1 from ${sellerOrders} join ${fulfilments} on ${fulfilments.sellerOrderId} = ${sellerOrders.id}
          where ${sellerOrders.orderId} = ${orders.id} and ${fulfilments.state} in ('to_prepare', 'shipped')))`;
}
