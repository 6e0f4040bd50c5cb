import type { Columns } from "./columns-postgres.ts";
import { accountsTables } from "./tables/accounts.ts";
import { areaTables } from "./tables/areas.ts";
import { catalogTables } from "./tables/catalog.ts";
import { checkoutTables } from "./tables/checkout.ts";
import { contentTables } from "./tables/content.ts";
import { houseTables } from "./tables/house.ts";
import { marketTables } from "./tables/market.ts";
import { paymentsTables } from "./tables/payments.ts";
import { searchTables } from "./tables/search.ts";
import { settlementTables } from "./tables/settlement.ts";

/** All tables, written once. Each owner's file is a function of the vocabulary and of the tables it points to. */
export function defineTables(columns: Columns) {
  const areas = areaTables(columns);
  const catalog = catalogTables(columns, areas);
  return {
    ...houseTables(columns),
    ...areas,
    ...accountsTables(columns),
    ...contentTables(columns),
    ...catalog,
    ...checkoutTables(columns, catalog),
    ...paymentsTables(columns),
    ...settlementTables(columns),
    ...marketTables(columns),
    ...searchTables(columns),
  };
}

/** Every table of the house, as a transaction sees them (`tx.t`). */
export type Tables = ReturnType<typeof defineTables>;
