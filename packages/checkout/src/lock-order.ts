import { eq, sql } from "drizzle-orm";
import { keep, type Tx } from "@xudong/database";
import type { OrderState } from "@xudong/domain";

/** Reads an order's state and holds its row against everybody else until the transaction ends. */
export async function lockOrder(tx: Tx, orderId: string): Promise<{ id: string; code: string; state: OrderState; totalDong: number } | undefined> {
  const [order] = await touchOrder(tx, orderId);
  return order;
}

const touchOrder = keep((tx: Tx, orderId: string) => {
  const { orders } = tx.t;
  return tx
    .update(orders)
    .set({ keyVersion: sql`${orders.keyVersion}` })
    .where(eq(orders.id, orderId))
    .returning({ id: orders.id, code: orders.code, state: orders.state, totalDong: orders.totalDong });
});
