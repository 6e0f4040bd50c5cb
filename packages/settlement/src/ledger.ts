import { and, eq, inArray } from "drizzle-orm";
import { keep, sumInt, type Db, type Tx } from "@xudong/database";
import { isBalanced, newId, type Dong, type LedgerAccount, type MovementKind, type Posting } from "@xudong/domain";

/**
 * Posts a movement of money with its rows, in the transaction that moves the state it belongs to (L3).
 * One cause moves money of one kind once: posting it again is refused by the table.
 *
 * @throws Error where the rows do not sum to zero (L1): that is a bug, never a refusal
 */
export async function postMovement(tx: Tx, movement: { kind: MovementKind; reference: string; cause: string; postings: readonly Posting[] }, now: Date): Promise<void> {
  if (!isBalanced(movement.postings)) throw new Error(`Ledger movement ${movement.kind} for ${movement.reference} does not sum to zero`);
  const id = newId(now);
  await addMovement(tx, { id, kind: movement.kind, reference: movement.reference, cause: movement.cause, at: now });
  if (movement.postings.length === 0) return;
  await addRows(
    tx,
    movement.postings.map((posting) => ({ id: newId(now), movementId: id, reference: movement.reference, ...posting })),
  );
}

const addMovement = keep((tx: Tx, movement: Tx["t"]["ledgerMovements"]["$inferInsert"]) => tx.insert(tx.t.ledgerMovements).values(movement));
const addRows = keep((tx: Tx, rows: Tx["t"]["ledgerRows"]["$inferInsert"][]) => tx.insert(tx.t.ledgerRows).values(rows));

/** The sale that a reference's money was applied to and that still stands, by what caused it; undefined where there is none. */
export async function saleOf(db: Db, reference: string): Promise<{ cause: string } | undefined> {
  const { ledgerMovements } = db.t;
  const moved = await db
    .select({ kind: ledgerMovements.kind, cause: ledgerMovements.cause })
    .from(ledgerMovements)
    .where(and(eq(ledgerMovements.reference, reference), inArray(ledgerMovements.kind, ["sale_confirmed", "sale_reversed"])));
  const reversed = new Set(moved.filter(({ kind }) => kind === "sale_reversed").map(({ cause }) => cause));
  return moved.find(({ kind, cause }) => kind === "sale_confirmed" && !reversed.has(cause));
}

/** What stands on each account for one reference: sums of rows, nothing stored (L1). */
export async function balancesOf(db: Db, reference: string): Promise<ReadonlyMap<LedgerAccount, Dong>> {
  const { ledgerRows } = db.t;
  const rows = await db
    .select({ account: ledgerRows.account, amount: sumInt(ledgerRows.amountDong) })
    .from(ledgerRows)
    .where(eq(ledgerRows.reference, reference))
    .groupBy(ledgerRows.account);
  return new Map(rows.map((row) => [row.account, row.amount]));
}

/** Received minus refunded for one reference, in đồng, through whatever hands. */
export async function paidFor(db: Db, reference: string): Promise<Dong> {
  const balances = await balancesOf(db, reference);
  return (balances.get("gateway") ?? 0) + (balances.get("courier") ?? 0);
}
