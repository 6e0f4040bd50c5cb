import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { eachDatabase, onlyOn } from "../testing/each-database.ts";
import { databaseProblem, isBusy, isDuplicate, keep, migrate, openStore, type Tx } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "xudong-faults-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What opening and migrating this database comes to. */
async function problemOf(url: string) {
  try {
    const store = await openStore(url, { patienceMs: 300 });
    await migrate(store).finally(() => store.close());
    return undefined;
  } catch (error) {
    return databaseProblem(error, url)?.what;
  }
}

eachDatabase("A duplicate", (database) => {
  const lease = (tx: Tx, name: string) => tx.insert(tx.t.leases).values({ name, holder: "a", lapsesAt: new Date(0) });

  test("is recognised by the name of what refused it", async () => {
    await database.store.write((tx) => lease(tx, "one"));
    const error = await database.store.write((tx) => lease(tx, "one")).catch((reason: unknown) => reason);
    expect(isDuplicate(error)).toBe(true);
    expect(isDuplicate(error, "leases_pkey")).toBe(true);
    expect(isDuplicate(error, "clock_pkey")).toBe(false);
    expect(isDuplicate(error, "leases_holder_once")).toBe(false);
  });

  test("is not every refusal", async () => {
    const error = await database.store
      .write(async (tx) => tx.rows(sql`insert into leases (name) values ('incomplete')`))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(isDuplicate(error)).toBe(false);
    expect(databaseProblem(error)).toBeUndefined();
    expect(databaseProblem(undefined)).toBeUndefined();
  });

  test("is not a missing table, which has a cure of its own", async () => {
    const store = await openStore(await database.another("bare"));
    const error = await store.write((tx) => lease(tx, "one")).catch((reason: unknown) => reason);
    expect(databaseProblem(error)?.cure).toContain("migrate");
    await store.close();
  });
});

eachDatabase("A query that failed", (database) => {
  const told = "Nguyễn Văn Kín";
  const put = (tx: Tx, name: string, holder: string) => tx.insert(tx.t.leases).values({ name, holder, lapsesAt: new Date(0) });
  const keptPut = keep((tx: Tx, name: string, holder: string) => put(tx, name, holder));
  const failures: [how: string, write: (tx: Tx) => PromiseLike<unknown>][] = [
    ["as a duplicate", (tx) => put(tx, told, told)],
    ["as a kept query", (tx) => keptPut(tx, told, told)],
    ["in a hand-written query", (tx) => tx.rows(sql`insert into leases (name, holder) values (${told}, ${told})`)],
    ["for a value of another kind", (tx) => tx.rows(sql`update clock set offset_ms = cast(${told} as bigint), no_such_column = 1`)],
    ["in a part", (tx) => tx.savepoint(async () => put(tx, told, told))],
  ];

  test.each(failures)("%s tells what was asked and none of its values, which end in a log", async (_how, write) => {
    await database.store.write((tx) => put(tx, told, "first")).catch(() => undefined);
    const error = await database.store.write(async (tx) => write(tx)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(told);
    if (database.kind === "postgres") expect(error).toHaveProperty("query", expect.stringMatching(/^(insert|update) /));
  });

  test("in a value that cannot be read does not repeat it", async () => {
    if (database.kind === "sqlite") return; // reads it as 0
    const error = await database.store.read.rows(sql`select cast(${told} as bigint)`).catch((reason: unknown) => reason);
    expect(inspect(error, { depth: null, showHidden: true })).toContain('invalid input syntax for type bigint: "…"');
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(told);
  });
});

onlyOn("sqlite", "A person who starts the shop is told plainly", (database) => {
  test("that another program holds the file", async () => {
    const file = (await database.another("migrated")).slice("file:".length);
    const hold = `
      const db = new (require(${JSON.stringify(createRequire(import.meta.url).resolve("better-sqlite3"))}))(${JSON.stringify(file)});
      db.exec('BEGIN IMMEDIATE');
      console.log('held');
      setInterval(() => undefined, 1000);`;
    const other = spawn(process.execPath, ["-e", hold], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await once(other.stdout, "data");
      expect(await problemOf(`file:${file}`)).toBe(`Another program holds the database file ${file} locked.`);
    } finally {
      other.kill();
    }
  });

  test("that a transaction waited too long is a busy database", async () => {
    const [one, two] = [await database.open(), await database.open({ patienceMs: 50 })];
    await one.write(async () => {
      const error = await two.write(async () => 1).catch((reason: unknown) => reason);
      expect(isBusy(error)).toBe(true);
    });
  });

  test("that the file is something else", async () => {
    const file = join(folder, "letter.sqlite");
    writeFileSync(file, "Kính gửi quý khách, ".repeat(200));
    expect(await problemOf(`file:${file}`)).toBe(`The file ${file} is not a SQLite database.`);
  });

  test("that the place is a folder, or lies below a file", async () => {
    mkdirSync(join(folder, "folder.sqlite"));
    writeFileSync(join(folder, "plain"), "");
    expect(await problemOf(`file:${folder}/folder.sqlite`)).toContain("cannot be opened or made");
    expect(await problemOf(`file:${folder}/plain/market.sqlite`)).toContain("cannot be opened or made");
  });

  test.skipIf(process.getuid === undefined)("that the file may only be read, or its folder not be written", async () => {
    const file = join(folder, "closed", "market.sqlite");
    mkdirSync(join(folder, "closed"));
    await problemOf(`file:${file}`);
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    chmodSync(join(folder, "closed"), 0o555);
    const root = process.getuid?.() === 0;
    if (root) process.seteuid?.(65534); // root may write everything
    try {
      expect(await problemOf(`file:${file}`)).toMatch(/may only be read|cannot be opened/);
      expect(await problemOf(`file:${folder}/closed/new.sqlite`)).toContain("cannot be opened or made");
      expect(await problemOf(`file:${folder}/closed/new/market.sqlite`)).toContain("cannot be opened or made");
    } finally {
      if (root) process.seteuid?.(0);
      chmodSync(join(folder, "closed"), 0o755);
    }
  });
});

onlyOn("postgres", "A store with no connection left", (database) => {
  test("is busy: the same may succeed in a moment", async () => {
    const store = await database.open({ connections: 1, patienceMs: 100 });
    const free = Promise.withResolvers<void>();
    const held = store.write(async () => free.promise);
    const error = await store.write(async () => 1).catch((reason: unknown) => reason);
    const slow = store.read.rows(sql`select pg_sleep(0.5)`);
    const readError = await store.read.rows(sql`select 1`).catch((reason: unknown) => reason);
    free.resolve();
    await Promise.all([held, slow]);
    expect([isBusy(error), isBusy(readError)]).toEqual([true, true]);
    expect(await store.write(async () => 1)).toBe(1);
  });
});

onlyOn("postgres", "A person who starts the shop is told plainly", (database) => {
  const changed = (change: (url: URL) => void) => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };

  test("that no server answers", async () => {
    expect(await problemOf(changed((url) => (url.port = "1")))).toMatch(/^No PostgreSQL answers at 127\.0\.0\.1:1\/test_/);
    expect(await problemOf(changed((url) => ((url.port = "1"), (url.hostname = "localhost"))))).toContain(
      "No PostgreSQL answers",
    );
  });

  test("that the host does not exist", async () => {
    expect(await problemOf("postgres://somebody@no-such-host.invalid/market")).toMatch(/is not known|does not answer/);
  });

  test("that the database does not exist", async () => {
    expect(await problemOf(changed((url) => (url.pathname = "/nowhere")))).toContain("no database of that name");
  });

  test("that the user or the password is wrong, without repeating it", async () => {
    // The test server trusts everybody, so the refusals are PostgreSQL's own words rather than its acts.
    const refusal = Object.assign(new Error('password authentication failed for user "shop"'), { code: "28P01" });
    const problem = databaseProblem(new Error("wrapped", { cause: refusal }), "postgres://shop:secret@db.example/market");
    expect(problem?.what).toBe("PostgreSQL at db.example/market refuses the user or the password.");
    expect(await problemOf(changed((url) => (url.username = "stranger")))).toContain("does not let this user in");
  });
});
