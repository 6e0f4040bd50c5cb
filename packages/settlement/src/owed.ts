import { and, eq, sql } from "drizzle-orm";
import { countInt, sumInt, type Db } from "@xudong/database";
import type { Dong } from "@xudong/domain";

/** What the ledger says is owed to a shop, and of how many orders (L1): sums of rows, nothing stored. */
export async function owedTo(db: Db, shopId: string): Promise<{ owedDong: Dong; orders: number }> {
  const { ledgerRows: t } = db.t;
  const perOrder = await db
    .select({ amount: sumInt(t.amountDong), rows: countInt() })
    .from(t)
    .where(and(eq(t.shopId, shopId), eq(t.account, "seller_payable")))
    .groupBy(t.reference)
    .having(sql`sum(${t.amountDong}) <> 0`);
  // What is owed is negative in the ledger.
  return { owedDong: perOrder.reduce((sum, { amount }) => sum - amount, 0), orders: perOrder.length };
}
