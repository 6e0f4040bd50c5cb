import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { DatabaseKind, RunStatement, Store } from "./store.ts";

const folders: Record<DatabaseKind, string> = {
  sqlite: fileURLToPath(new URL("../migrations/sqlite", import.meta.url)),
  postgres: fileURLToPath(new URL("../migrations/postgres", import.meta.url)),
};

/** Where Drizzle keeps its own list of what was applied; the names are Drizzle's, so that its tools agree with ours. */
const journals: Record<DatabaseKind, { table: string; make: string; exists: string; hasFacts: string }> = {
  sqlite: {
    table: "__drizzle_migrations",
    make: "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)",
    exists: `SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`,
    hasFacts: `SELECT 1 FROM sqlite_schema WHERE name = 'house_facts'`,
  },
  postgres: {
    table: "drizzle.__drizzle_migrations",
    make: "CREATE SCHEMA IF NOT EXISTS drizzle; CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)",
    exists: `SELECT 1 FROM pg_tables WHERE schemaname = 'drizzle' AND tablename = '__drizzle_migrations'`,
    hasFacts: `SELECT 1 FROM pg_tables WHERE tablename = 'house_facts'`,
  },
};

/**
 * Brings the tables to the shape this version of the code expects and says how many steps that took.
 *
 * Safe when several processes start together: one applies, the others wait and then find nothing to do. All steps
 * happen in one transaction or not at all. Unlike Drizzle's own migrator it switches SQLite's foreign keys off
 * before that transaction: inside it the switch does nothing, and rebuilding a table would empty its children.
 */
export async function migrate(store: Store, folder = folders[store.kind]): Promise<number> {
  const steps = readMigrationFiles({ migrationsFolder: folder });
  const missing = async (run: RunStatement) => {
    const applied = await appliedSteps(store.kind, run);
    const left = steps.filter((step) => !applied.has(step.folderMillis));
    const known = new Set(steps.map((step) => step.folderMillis));
    if (left.length > 0 && [...applied].some((step) => !known.has(step)))
      throw new Error(
        "This database was made by another line of migrations than this version has: neither is a continuation of the other. A demo database can be deleted; any other needs the version that made it.",
      );
    return left;
  };

  if ((await missing((statement) => store.read.rows(sql.raw(statement)))).length === 0) return 0;
  return store.reshape(async (run) => {
    const { table, make } = journals[store.kind];
    await run(make);
    const left = await missing(run); // again: somebody else may have been first
    for (const step of left) {
      for (const statement of step.sql) if (statement.trim() !== "") await run(statement);
      await run(`INSERT INTO ${table} (hash, created_at) VALUES ('${step.hash}', ${step.folderMillis})`);
    }
    // A database that is deleted and made anew must not pass for the old one: indexes kept beside it are copies of that.
    if ((await run(journals[store.kind].hasFacts)).length > 0)
      await run(`INSERT INTO house_facts (name, value) VALUES ('identity', '${randomUUID()}') ON CONFLICT DO NOTHING`);
    return left.length;
  });
}

async function appliedSteps(kind: DatabaseKind, run: RunStatement): Promise<Set<number>> {
  const { table, exists } = journals[kind];
  if ((await run(exists)).length === 0) return new Set();
  return new Set((await run(`SELECT created_at FROM ${table}`)).map((row) => Number(row["created_at"])));
}
