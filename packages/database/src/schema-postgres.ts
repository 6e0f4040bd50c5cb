import { postgresColumns } from "./columns-postgres.ts";
import { defineTables } from "./tables.ts";

/** The tables as PostgreSQL keeps them. drizzle-kit reads this file. */
export const postgresTables = defineTables(postgresColumns);
