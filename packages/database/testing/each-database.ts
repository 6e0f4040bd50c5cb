import { randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { openStore, type DatabaseKind, type Db, type Store, type StoreOptions } from "../src/index.ts";

/** What `global-setup.ts` has prepared. */
export interface TestDatabases {
  folder: string;
  sqliteTemplate: string;
  postgresUrl?: string;
  /** Why there is no PostgreSQL. */
  noPostgres?: string;
}

declare module "vitest" {
  interface ProvidedContext {
    databases: TestDatabases;
  }
}

/** A migrated, empty database for the tests of one block. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** Names the database, for other processes; known once the tests run. */
  readonly url: string;
  /** The store most tests need; there once the tests run. */
  readonly store: Store;
  /** One more store on the same database, as another process would have it. Closed after the block. */
  open(options?: StoreOptions): Promise<Store>;
  /**
   * Waits until all news told so far can be read. On PostgreSQL that needs the end of older transactions anywhere in
   * the cluster, and the other test files have theirs.
   */
  newsSettled(): Promise<void>;
  /** The address of one more empty database: migrated, or `bare`, without tables. */
  another(state: "migrated" | "bare"): Promise<string>;
}

/**
 * Tests that must hold on SQLite and on PostgreSQL: the block runs on each, with a database of its own.
 *
 *     eachDatabase('Taking units', (database) => {
 *       test('[H1] …', async () => {
 *         await database.store.write(async (tx) => …);
 *       });
 *     });
 */
export function eachDatabase(name: string, tests: (database: TestDatabase) => void): void {
  on("sqlite", name, tests);
  on("postgres", name, tests);
}

/** For what only one of the two can do, or do wrong. */
export function onlyOn(kind: DatabaseKind, name: string, tests: (database: TestDatabase) => void): void {
  on(kind, name, tests);
}

function on(kind: DatabaseKind, name: string, tests: (database: TestDatabase) => void) {
  const prepared: TestDatabases | undefined = inject("databases");
  if (prepared === undefined)
    throw new Error("Add packages/database/testing/global-setup.ts to globalSetup in the vitest configuration");
  const { noPostgres } = prepared;
  if (kind === "postgres" && noPostgres !== undefined) {
    describe.skip(`${name} (PostgreSQL: ${noPostgres})`, () => tests(unavailable));
    return;
  }

  const another = (state: "migrated" | "bare") =>
    kind === "sqlite" ? sqliteFile(prepared, state) : postgresDatabase(prepared, state);
  const opened: Store[] = [];
  let url: string | undefined;
  let store: Store | undefined;
  const here: TestDatabase = {
    kind,
    get url() {
      if (url === undefined) throw new Error("The database is there once the tests run");
      return url;
    },
    get store() {
      if (store === undefined) throw new Error("The store is there once the tests run");
      return store;
    },
    async open(options) {
      const more = await openStore(here.url, { durable: false, ...options });
      opened.push(more);
      return more;
    },
    newsSettled: () => newsSettled(here.store.read),
    another,
  };
  describe(`${name} (${kind === "sqlite" ? "SQLite" : "PostgreSQL"})`, () => {
    beforeAll(async () => {
      url = await another("migrated");
      store = await here.open();
    });
    afterAll(async () => {
      await Promise.all(opened.map((each) => each.close()));
    });
    tests(here);
  });
}

/** Stands in where tests are only listed, not run. */
const unavailable: TestDatabase = {
  kind: "postgres",
  url: "",
  get store(): Store {
    throw new Error("There is no database here");
  },
  open: () => Promise.reject(new Error("There is no database here")),
  newsSettled: () => Promise.reject(new Error("There is no database here")),
  another: () => Promise.reject(new Error("There is no database here")),
};

async function newsSettled(db: Db) {
  if (db.kind === "sqlite") return;
  const waiting = sql`select 1 from outbox where xid >= cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) limit 1`;
  while ((await db.rows(waiting)).length > 0) await pause(5);
}

async function sqliteFile({ folder, sqliteTemplate }: TestDatabases, state: "migrated" | "bare"): Promise<string> {
  const file = join(folder, `${randomUUID()}.sqlite`);
  if (state === "migrated") copyFileSync(sqliteTemplate, file);
  return `file:${file}`;
}

async function postgresDatabase({ postgresUrl = "" }: TestDatabases, state: "migrated" | "bare"): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  // Never dropped: the whole cluster is thrown away, and dropping a database cuts connections that are still closing.
  await client.query(
    `create database ${name} template ${state === "migrated" ? "template_market" : "template0"} strategy file_copy`,
  );
  await client.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}
