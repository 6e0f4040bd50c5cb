#!/usr/bin/env node
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
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

/** What came of letting drizzle-kit compare the tables with a folder of migrations. */
interface Comparison {
  /** The files it wrote. */
  made: string[];
  /** It would have to ask whether a name is new or renamed, and nobody was there to answer. */
  hasQuestions: boolean;
}

/**
 * Lets drizzle-kit write into `out` what brings the migrations there up to the tables.
 *
 * drizzle-kit only sees tables that are exports of their own, so it reads a passing file that names each of ours:
 * a hand-kept list would forget one, silently.
 */
async function generateInto(
  out: string,
  kind: DatabaseKind,
  { module, tables }: Schema,
  options: string[] = [],
): Promise<Comparison> {
  const passing = mkdtempSync(join(tmpdir(), "xudong-schema-"));
  try {
    const loaded: Record<string, Record<string, unknown>> = await import(pathToFileURL(module).href);
    const names = Object.keys(loaded[tables] ?? {}).join(", ");
    const schema = join(passing, "schema.ts");
    writeFileSync(
      schema,
      `import { ${tables} as tables } from ${JSON.stringify(module)};\nexport const { ${names} } = tables;\n`,
    );
    mkdirSync(out, { recursive: true });
    const before = new Set(readdirSync(out));
    const dialect = kind === "sqlite" ? "sqlite" : "postgresql";
    // It puts './' before whatever folder it is given, so it is started next to it.
    const what = [
      "generate",
      `--dialect=${dialect}`,
      `--schema=${schema}`,
      `--out=${basename(out)}`,
      "--casing=snake_case",
      ...options,
    ];
    const said = await runKit(what, dirname(out));
    const made = readdirSync(out).filter((entry) => entry.endsWith(".sql") && !before.has(entry));
    const hasQuestions = said.includes("Interactive prompts require");
    // Its exit code is 0 even when it failed; only its words tell "nothing to do" from "could not".
    if (made.length === 0 && !hasQuestions && !said.includes("nothing to migrate"))
      throw new Error(`drizzle-kit gave up:\n${said}`);
    return { made, hasQuestions };
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
}

/** Runs drizzle-kit and gives its words; at a terminal it may ask, and then says them itself. */
async function runKit(what: string[], cwd: string): Promise<string> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY && !process.argv.includes("--check");
  const child = spawn(process.execPath, [kit, ...what], { cwd, stdio: isTerminal ? "inherit" : ["ignore", "pipe", "pipe"] });
  const words: string[] = isTerminal ? ["nothing to migrate, or it has said so itself"] : [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (part: string) => words.push(part));
  await once(child, "close");
  return words.join("");
}

/** What `generate` would newly write for this database, found out in a copy. */
export async function missingMigrations(kind: DatabaseKind, schema: Schema = schemas[kind]): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), "xudong-migrations-"));
  try {
    cpSync(join(here, "migrations", kind), copy, { recursive: true });
    const { made, hasQuestions } = await generateInto(copy, kind, schema);
    return hasQuestions ? [...made, "something that may be a new name"] : made;
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
    const name = values.name === undefined ? [] : [`--name=${values.name}`];
    const { made, hasQuestions } = await generateInto(join(here, "migrations", kind), kind, schemas[kind], name);
    if (hasQuestions) {
      console.error(`${kind}: drizzle-kit must ask whether a name is new or renamed. Run this at a terminal.`);
      process.exitCode = 1;
      return;
    }
    console.log(`${kind}: ${made.length === 0 ? "nothing to write" : made.join(", ")}`);
  }
}

if (import.meta.main) await main();
