import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import "../src/quick-load.ts";
import type { TestDatabases } from "./each-database.ts";
import { findPostgres, startPostgres, type PostgresServer } from "./postgres.ts";

/**
 * Prepares one migrated database of each kind, from which every test file gets its copy: vitest's global setup.
 *
 * `XUDONG_DATABASES=sqlite` leaves PostgreSQL out; `XUDONG_REQUIRE=postgres` makes its absence a failure.
 */
export default async function prepareDatabases(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-test-"));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clean);
  let server: PostgresServer | undefined;
  try {
    const sqliteTemplate = join(folder, "template.sqlite");
    await migrated(`file:${sqliteTemplate}`);

    const databases: TestDatabases = { folder, sqliteTemplate };
    const wanted = (process.env["XUDONG_DATABASES"] ?? "sqlite,postgres").includes("postgres");
    const found = findPostgres();
    if (!wanted) databases.noPostgres = "left out by XUDONG_DATABASES";
    else if ("missing" in found) {
      if ((process.env["XUDONG_REQUIRE"] ?? "").includes("postgres")) throw new Error(found.missing);
      databases.noPostgres = found.missing;
    } else {
      server = await startPostgres({ durable: false });
      databases.postgresUrl = server.url;
      await createTemplate(server.url);
    }
    project.provide("databases", databases);
  } catch (error) {
    await server?.stop();
    clean();
    throw error;
  }
  return async () => {
    await server?.stop();
    clean();
  };
}

async function migrated(url: string) {
  const { migrate, openStore } = await import("../src/index.ts");
  const store = await openStore(url, { durable: false });
  await migrate(store);
  await store.close();
}

/** The database that PostgreSQL copies for each test file. */
async function createTemplate(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("create database template_market");
  await client.end();
  const template = new URL(url);
  template.pathname = "/template_market";
  await migrated(template.href);
}
