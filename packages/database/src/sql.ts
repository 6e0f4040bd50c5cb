import { sql, type SQL, type SQLWrapper } from "drizzle-orm";

/** The sum of whole numbers as a number; 0 for no rows. Drizzle's `sum` gives text, and null for none. */
export function sumInt(expression: SQLWrapper): SQL<number> {
  return sql`cast(coalesce(sum(${expression}), 0) as bigint)`.mapWith(Number);
}

/** How many rows, as a number. */
export function countInt(): SQL<number> {
  return sql`cast(count(*) as bigint)`.mapWith(Number);
}
