import { sqliteColumns } from "./columns-sqlite.ts";
import { defineTables } from "./tables.ts";

/** The tables as SQLite keeps them. drizzle-kit reads this file. */
export const sqliteTables = defineTables(sqliteColumns);
