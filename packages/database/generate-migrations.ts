#!/usr/bin/env node
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import type { DatabaseKind } from "./src/store.ts";

const here = dirname(fileURLToPath(import.meta.url));
const kit = join(dirname(createRequire(import.meta.url).resolve("drizzle-kit")), "bin.cjs");

/** The module that holds a database's tables, and the name they are exported under. */
export interface Schema {
  module: string;
  tables: string;
}

const schemas: Record<DatabaseKind, Schema> = {
  sqlite: { module: join(here, "src/schema-sqlite.ts"), tables: "sqliteTables" },
  postgres: { module: join(here, "src/schema-postgres.ts"), tables: "postgresTables" },
};

/**
 * Lets drizzle-kit write into `out` what brings the migrations there up to the tables; gives the names of new files.
 *
 * drizzle-kit only sees tables that are exports of their own, so it reads a passing file that names each of ours:
 * a hand-kept list would forget one, silently.
 */
export async function generateInto(
  out: string,
  kind: DatabaseKind,
  schema: Schema = schemas[kind],
  name?: string,
): Promise<string[]> {
  const passing = mkdtempSync(join(tmpdir(), "xudong-schema-"));
  try {
    const loaded: Record<string, Record<string, unknown>> = await import(pathToFileURL(schema.module).href);
    const names = Object.keys(loaded[schema.tables] ?? {});
    const file = join(passing, "schema.ts");
    writeFileSync(
      file,
      `import { ${schema.tables} as tables } from ${JSON.stringify(schema.module)};\nexport const { ${names.join(", ")} } = tables;\n`,
    );
    mkdirSync(out, { recursive: true });
    const before = new Set(readdirSync(out));
    // drizzle-kit puts './' before whatever folder it is given, so it is started next to it
    const dialect = kind === "sqlite" ? "sqlite" : "postgresql";
    const what = [
      "generate",
      `--dialect=${dialect}`,
      `--schema=${file}`,
      `--out=${basename(out)}`,
      "--casing=snake_case",
      ...(name ? [`--name=${name}`] : []),
    ];
    const run = promisify(execFile)(process.execPath, [kit, ...what], { cwd: dirname(out) });
    run.child.stdin?.end();
    const { stdout, stderr } = await run;
    const made = readdirSync(out).filter((entry) => entry.endsWith(".sql") && !before.has(entry));
    // drizzle-kit reports its own failures with exit code 0
    if (made.length === 0 && !stdout.includes("nothing to migrate")) throw new Error(`drizzle-kit gave up:\n${stdout}${stderr}`);
    return made;
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
}

/** What `generate` would newly write for this database, found out in a copy. */
export async function missingMigrations(kind: DatabaseKind, schema?: Schema): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), "xudong-migrations-"));
  try {
    cpSync(join(here, "migrations", kind), copy, { recursive: true });
    return await generateInto(copy, kind, schema);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function main() {
  const { values } = parseArgs({ options: { check: { type: "boolean" }, name: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) {
    console.log(
      "npm run migrations [-- --name what_changed]   writes the migrations that the tables need\nnpm run migrations -- --check                 fails when some are missing, and writes nothing",
    );
    return;
  }
  const kinds: DatabaseKind[] = ["sqlite", "postgres"];
  if (values.check) {
    const missing = await Promise.all(kinds.map((kind) => missingMigrations(kind)));
    const behind = kinds.filter((_, i) => missing[i]?.length);
    if (behind.length === 0) return;
    console.error(
      `The tables have changed but the migrations for ${behind.join(" and ")} have not: run npm run migrations, read what it wrote, and commit it.`,
    );
    process.exitCode = 1;
    return;
  }
  for (const kind of kinds) {
    const made = await generateInto(join(here, "migrations", kind), kind, undefined, values.name);
    console.log(`${kind}: ${made.length === 0 ? "nothing to write" : made.join(", ")}`);
  }
}

if (import.meta.main) await main();
