import { ledgerAccounts, movementKinds } from "@xudong/domain";
import type { Columns } from "../columns-postgres.ts";

/** The ledger: movements and their rows, never changed, only reversed (L2); and the rates they use, as dated rows. */
export const settlementTables = ({ table, id, ref, text, count, dong, instant, oneOf, index, unique }: Columns) => {
  const ledgerMovements = table(
    "ledger_movements",
    {
      id: id(),
      kind: oneOf(movementKinds).notNull(),
      /** What the money belongs to: an order's id, opaque here. */
      reference: ref().notNull(),
      /** What caused it: an attempt's or a refund's id. One cause moves money once. */
      cause: ref().notNull(),
      at: instant().notNull(),
    },
    (t) => [unique("ledger_movements_cause").on(t.kind, t.cause), index("ledger_movements_reference").on(t.reference, t.id)],
  );

  const ledgerRows = table(
    "ledger_rows",
    {
      id: id(),
      movementId: ref().notNull().references(() => ledgerMovements.id),
      account: oneOf(ledgerAccounts).notNull(),
      shopId: ref(),
      reference: ref().notNull(),
      amountDong: dong().notNull(),
    },
    (t) => [index("ledger_rows_movement").on(t.movementId), index("ledger_rows_reference").on(t.reference, t.account), index("ledger_rows_shop").on(t.shopId, t.account)],
  );

  /** Commission and taxes in basis points (1 % = 100), each with the paper it rests on. */
  const rates = table(
    "rates",
    {
      id: id(),
      name: text().notNull(),
      basisPoints: count().notNull(),
      validFrom: instant().notNull(),
      validTo: instant(),
      legalBasis: text().notNull(),
      sourceUrl: text(),
    },
    (t) => [index("rates_name").on(t.name, t.validFrom)],
  );

  return { ledgerMovements, ledgerRows, rates };
};
