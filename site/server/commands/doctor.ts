import { existsSync, readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { sql } from "drizzle-orm";
import { databaseProblem, openStore, readClockOffset, type Store } from "@xudong/database";
import type { Finding } from "@xudong/market";
import { settingsToLookWith } from "../app.ts";
import { apiPath, reachableHost } from "../gateway.ts";
import { withoutPassword, SettingsError, type Settings } from "../settings.ts";
import { startFailure } from "../start-failure.ts";
import type { Command } from "../xudong.ts";
import { databaseFile } from "./house.ts";

const megabyte = 1024 * 1024;
const leastFreeMegabytes = 500;
const mostUnreadNews = 10_000;

export const doctor: Command = {
  help: `npm run xudong -- doctor

Looks at settings, database, its promises (nothing sold twice, no money without an
owner), whether what is due is done, the gateway and the disk, and writes nothing.
Each line is ✔ or ✘ with the cure. Ends with exit code 1 where one is ✘.`,
  async run() {
    let isWell = true;
    for await (const finding of findings()) {
      isWell &&= finding.ok;
      console.log(lineOf(finding));
    }
    return isWell ? 0 : 1;
  },
};

function lineOf({ name, ok, detail, cure }: Finding): string {
  return `${ok ? "✔" : "✘"} ${name}: ${detail}${cure === undefined ? "" : `\n    ${cure}`}`;
}

async function* findings(): AsyncGenerator<Finding> {
  let settings: Settings;
  try {
    settings = settingsToLookWith(process.env, "data");
  } catch (error) {
    if (error instanceof SettingsError) {
      for (const problem of error.problems) yield { name: "settings", ok: false, detail: problem };
    } else yield { name: "settings", ok: false, detail: startFailure(error) ?? String(error) };
    return; // everything else depends on them
  }
  yield { name: "settings", ok: true, detail: `${settings.mode} at ${settings.publicUrl ?? `http://${settings.host}:${settings.port}`}` };
  yield* databaseFindings(settings);
  yield await gatewayFinding(settings);
  yield await diskFinding(settings);
}

async function* databaseFindings({ databaseUrl, mode }: Settings): AsyncGenerator<Finding> {
  const file = databaseFile(databaseUrl);
  if (file !== undefined && !existsSync(file)) {
    yield { name: "database", ok: false, detail: `there is none at ${file} yet`, cure: "npm start makes it, or name another in DATABASE_URL." };
    return;
  }
  let store: Store | undefined;
  try {
    store = await openStore(databaseUrl, { patienceMs: 5000 });
    yield { name: "database", ok: true, detail: `${withoutPassword(databaseUrl)} answers` };
    const migrations = await migrationsFinding(store);
    yield migrations;
    if (!migrations.ok) return; // the questions below need the newest shape
    const { inspectMarket } = await import("@xudong/market");
    const offsetMs = mode === "production" ? 0 : await readClockOffset(store.read);
    yield* await inspectMarket(store, new Date(Date.now() + offsetMs));
    yield await outboxFinding(store);
  } catch (error) {
    const problem = databaseProblem(error, databaseUrl);
    yield { name: "database", ok: false, detail: problem?.what ?? withoutPassword(error instanceof Error ? error.message : String(error)), ...(problem === undefined ? {} : { cure: problem.cure }) };
  } finally {
    await store?.close();
  }
}

/** Compares the list of steps this version brings with the one the database keeps of those it has taken. */
async function migrationsFinding({ read, kind }: Store): Promise<Finding> {
  const journal = new URL(`../migrations/${kind}/meta/_journal.json`, import.meta.resolve("@xudong/database"));
  const { entries }: { entries: unknown[] } = JSON.parse(readFileSync(journal, "utf8"));
  const table = kind === "sqlite" ? sql`__drizzle_migrations` : sql`drizzle.__drizzle_migrations`;
  const exists = kind === "sqlite" ? sql`select 1 from sqlite_schema where name = '__drizzle_migrations'` : sql`select 1 from pg_tables where schemaname = 'drizzle' and tablename = '__drizzle_migrations'`;
  const [counted] = (await read.rows(exists)).length === 0 ? [] : await read.rows<{ taken: number }>(sql`select count(*) as taken from ${table}`);
  const taken = Number(counted?.taken ?? 0);
  if (taken === entries.length) return { name: "migrations", ok: true, detail: "the tables have this version's shape" };
  return taken < entries.length
    ? { name: "migrations", ok: false, detail: `${entries.length - taken} to come`, cure: "Run npm run xudong -- migrate, or npm start, which does it." }
    : { name: "migrations", ok: false, detail: "the database is newer than this version", cure: "Start the newer version again: an older one may misread its rows." };
}

/** How far the readers of the outbox are behind. */
async function outboxFinding({ read }: Store): Promise<Finding> {
  const { outbox, outboxCursors } = read.t;
  const readers = await read.rows<{ name: string; unread: number }>(sql`
    select ${outboxCursors.name} as name, (select count(*) from ${outbox}
      where ${outbox.xid} > ${outboxCursors.xid} or (${outbox.xid} = ${outboxCursors.xid} and ${outbox.id} > ${outboxCursors.outboxId})) as unread
    from ${outboxCursors}`);
  const behind = readers.filter((reader) => Number(reader.unread) > mostUnreadNews);
  if (behind.length > 0) return { name: "outbox", ok: false, detail: behind.map(({ name, unread }) => `${name} is ${unread} behind`).join(", "), cure: "See whether the process that reads it runs, and what its log says." };
  return { name: "outbox", ok: true, detail: readers.length === 0 ? "nobody keeps copies yet" : readers.map(({ name, unread }) => `${name} is ${unread} behind`).join(", ") };
}

/** Whether somebody answers where the gateway should be. What is asked makes no sense, so nothing can come of it. */
async function gatewayFinding({ vnpay, host, simulatorPort }: Settings): Promise<Finding> {
  const isSimulated = vnpay.gateway === undefined;
  const apiUrl = vnpay.gateway?.apiUrl ?? `http://${reachableHost(host)}:${simulatorPort}${apiPath}`;
  const { host: where } = new URL(apiUrl);
  const answers = await fetch(apiUrl, { method: "POST", headers: { "content-type": "application/json" }, body: "{}", redirect: "manual", signal: AbortSignal.timeout(10_000) }).then(
    (answer) => answer.body?.cancel().then(() => true) ?? true,
    () => false,
  );
  // A simulator runs with the shop and rests with it: that is no illness.
  if (isSimulated) return { name: "payment simulator", ok: true, detail: answers ? `${where} answers` : `${where} rests, as it does while the shop is closed` };
  return answers
    ? { name: "payment gateway", ok: true, detail: `${where} answers` }
    : { name: "payment gateway", ok: false, detail: `${where} does not answer`, cure: "Look at VNPAY_API_URL and the network; nobody can pay until it answers." };
}

async function diskFinding({ databaseUrl }: Settings): Promise<Finding> {
  const file = databaseFile(databaseUrl);
  const folder = [file === undefined ? "." : dirname(file), "."].find((each) => existsSync(each)) ?? ".";
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / megabyte);
  const detail = `${free >= 10_240 ? `${Math.floor(free / 1024)} GB` : `${free} MB`} free`;
  return free >= leastFreeMegabytes ? { name: "disk", ok: true, detail } : { name: "disk", ok: false, detail, cure: `Make room: the market wants at least ${leastFreeMegabytes} MB.` };
}
