import { sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";

const epoch = pg.customType<{ data: Date; driverData: number | string }>({
  dataType: () => "bigint",
  toDriver: (date) => date.getTime(),
  fromDriver: (milliseconds) => new Date(Number(milliseconds)),
});

/**
 * What a column may be, as PostgreSQL spells it. `columns-sqlite.ts` has the same names with another meaning;
 * the types of the whole house come from this file.
 *
 * Builders take no name: a column is called like its key, in snake_case.
 */
export const postgresColumns = {
  table: pg.pgTable,
  /** The row's own name in the world: text, primary key. */
  id: () => pg.text().primaryKey(),
  /** The id of a row elsewhere. Add `.references(() => …)` where the other table may be named. */
  ref: () => pg.text(),
  text: () => pg.text(),
  /** A whole number within what JavaScript counts exactly. */
  count: () => pg.bigint({ mode: "number" }),
  /** Whole đồng. */
  dong: () => pg.bigint({ mode: "number" }),
  /** A moment, kept as milliseconds since 1970. */
  instant: () => epoch(),
  /** A day in Vietnam, `YYYY-MM-DD`, which sorts as it reads. */
  day: () => pg.text(),
  flag: () => pg.boolean(),
  json: <T>() => pg.jsonb().$type<T>(),
  /** One of the listed words. The list gives the type; a `check` is written where a wrong word would do harm. */
  oneOf: <const Words extends readonly string[]>(_words: Words) => pg.text().$type<Words[number]>(),
  /** A growing number given by the database: primary key. On PostgreSQL it grows in order of asking, not of committing. */
  serial: () => pg.bigserial({ mode: "number" }).primaryKey(),
  /** The number of the writing transaction: what a reader orders by so that no late commit is overlooked. 0 on SQLite, where writes come one after the other. */
  commitOrder: () =>
    pg
      .bigint({ mode: "number" })
      .notNull()
      .default(sql`cast(cast(pg_current_xact_id() as text) as bigint)`),
  index: pg.index,
  /** A unique index; unlike a unique constraint it may have a `.where(…)`. */
  unique: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  check: pg.check,
};

/** The vocabulary every table is written in. */
export type Columns = typeof postgresColumns;
