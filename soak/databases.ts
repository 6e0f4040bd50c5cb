import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate, openStore } from "@xudong/database";
import { findPostgres, startPostgres } from "@xudong/database/testing/postgres";

export const databaseNames = ["sqlite", "postgres"] as const;
export type DatabaseName = (typeof databaseNames)[number];

/** Makes migrated, empty databases, as many as are wanted, and throws all of them away at the end. */
export type Databases = { fresh(name: DatabaseName): Promise<string>; close(): Promise<void> };

/** @throws Error where PostgreSQL is wanted and not installed */
export async function makeDatabases(names: readonly DatabaseName[]): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-soak-"));
  const template = join(folder, "template.sqlite");
  await migrated(`file:${template}`);
  const found = findPostgres();
  if (names.includes("postgres") && "missing" in found) throw new Error(found.missing);
  const server = names.includes("postgres") ? await startPostgres({ durable: false }) : undefined;
  const named = (name: string) => Object.assign(new URL(server?.url ?? ""), { pathname: `/${name}` }).href;
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: server?.url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  if (server !== undefined) {
    await ask("create database template_market");
    await migrated(named("template_market"));
  }
  return {
    async fresh(name) {
      const own = `soak_${randomUUID().replaceAll("-", "")}`;
      if (name === "sqlite") {
        copyFileSync(template, join(folder, `${own}.sqlite`));
        return `file:${join(folder, `${own}.sqlite`)}`;
      }
      await ask(`create database ${own} template template_market strategy file_copy`);
      return named(own);
    },
    async close() {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function migrated(url: string): Promise<void> {
  const store = await openStore(url, { durable: false });
  await migrate(store);
  await store.close();
}
