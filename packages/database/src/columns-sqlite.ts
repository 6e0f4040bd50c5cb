import { sql } from "drizzle-orm";
import * as sqlite from "drizzle-orm/sqlite-core";
import type { Columns } from "./columns-postgres.ts";

const epoch = sqlite.customType<{ data: Date; driverData: number }>({
  dataType: () => "integer",
  toDriver: (date) => date.getTime(),
  fromDriver: (milliseconds) => new Date(milliseconds),
});

const columns = {
  table: sqlite.sqliteTable,
  id: () => sqlite.text().primaryKey(),
  ref: () => sqlite.text(),
  text: () => sqlite.text(),
  count: () => sqlite.integer(),
  dong: () => sqlite.integer(),
  instant: () => epoch(),
  day: () => sqlite.text(),
  flag: () => sqlite.integer({ mode: "boolean" }),
  json: () => sqlite.text({ mode: "json" }),
  oneOf: () => sqlite.text(),
  serial: () => sqlite.integer().primaryKey({ autoIncrement: true }),
  commitOrder: () =>
    sqlite
      .integer()
      .notNull()
      .default(sql`0`),
  index: sqlite.index,
  unique: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  foreignKey: sqlite.foreignKey,
  check: sqlite.check,
} satisfies Record<keyof Columns, unknown>;

/**
 * What a column may be, as SQLite spells it, under PostgreSQL's types.
 *
 * This cast is the seam between the two databases. PostgreSQL's builders are the narrower ones (they can only be
 * awaited, while SQLite's would also offer `.get()` and `.all()`), so code that compiles against them can run on
 * both; that it does is shown by running every database test twice.
 */
export const sqliteColumns = columns as unknown as Columns;
