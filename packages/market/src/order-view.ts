import type { Db } from "@xudong/database";
import { showOrder, type OrderView } from "@xudong/checkout";
import { showPayments } from "@xudong/payments";
import { paidFor } from "@xudong/settlement";

/** An order as its buyer sees it, with what was tried, paid and sent back. @throws DomainError `order.not_found` */
export async function orderView(db: Db, orderId: string, now: Date): Promise<OrderView> {
  return { ...(await showOrder(db, orderId, now)), ...(await showPayments(db, orderId)), paidDong: await paidFor(db, orderId) };
}
