import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import SqliteDatabase from "better-sqlite3";
import { BetterSQLiteSession } from "drizzle-orm/better-sqlite3";
import { BaseSQLiteDatabase, SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { isBusy } from "./faults.ts";
import { sqliteTables } from "./schema-sqlite.ts";
import {
  insideTransaction,
  refusals,
  runKept,
  tellAfterCommit,
  type Db,
  type RunStatement,
  type Store,
  type StoreOptions,
  type Tx,
} from "./store.ts";

type Connection = SqliteDatabase.Database;

/** One turn at the writer. */
interface Turn {
  listeners: (() => void | Promise<void>)[];
  savepoints: number;
}

/** A transaction that waits for its turn, with the surroundings of whoever asked (request id and the like). */
interface Job {
  fn: (tx: Tx) => Promise<unknown>;
  inItsContext: <T>(fn: () => T) => T;
  /** Where `write` was called; its text is only made when the watchdog speaks. */
  asked: Error;
  keep: (value: unknown) => void;
  fail: (error: unknown) => void;
}

/** Transactions that ask while another runs share its commit, for at most this long. */
const shareCommitForMs = 5;
const holdWarningMs = 1000;
const keptStatements = 1000;

const turnOf = new AsyncLocalStorage<Turn>();

/**
 * Opens the house's database in one SQLite file, with one connection that writes and one that reads.
 *
 * SQLite has one writer, so transactions take turns: first among the callers of this process, in a queue, then among
 * processes, by `BEGIN IMMEDIATE`, which is retried here and not in SQLite, whose own waiting would stop the event loop.
 */
export async function openSqliteStore(path: string, options: StoreOptions = {}): Promise<Store> {
  const { log = console.warn, patienceMs = 15_000, durable = true } = options;
  const passing = path === ":memory:";
  const file = passing ? join(mkdtempSync(join(tmpdir(), "xudong-")), "passing.sqlite") : path;
  mkdirSync(dirname(file), { recursive: true });

  const writer = await patiently(patienceMs, () => openConnection(file, durable && !passing));
  const reader = new SqliteDatabase(file, { readonly: true, timeout: 250 }); // readers wait only for another process's recovery or last goodbye
  const queue: Job[] = [];
  let current: Turn | undefined;
  let pump: Promise<void> | undefined;
  let closed = false;
  let lastTurnOfOthers = performance.now();

  const reading = keepingStatements(reader, () => {
    if (closed) throw new Error(refusals.closed);
  });
  const writing = keepingStatements(writer, () => alive(current));

  const dataVersion = reader.prepare("PRAGMA data_version").pluck();
  let stamping: Promise<string> | undefined;
  /** Moves with every commit but those of the connection that asks, which only reads. */
  async function readStamp(): Promise<string> {
    await nextTurn();
    stamping = undefined;
    if (closed) throw new Error(refusals.closed);
    return String(dataVersion.get());
  }

  function alive(turn: Turn | undefined): asserts turn is Turn {
    if (turn === undefined || turn !== current || turnOf.getStore() !== turn) throw new Error(refusals.over);
  }

  function txOf(turn: Turn): Tx {
    const handle = dbOn({
      prepare(text) {
        alive(turn);
        return writing.prepare(text);
      },
    });
    return {
      ...handle,
      [insideTransaction]: true,
      async savepoint(fn) {
        alive(turn);
        const name = `s${++turn.savepoints}`;
        const listening = turn.listeners.length;
        writer.exec(`SAVEPOINT ${name}`);
        try {
          const value = await fn();
          writer.exec(`RELEASE ${name}`);
          return value;
        } catch (error) {
          turn.listeners.length = listening;
          if (writer.inTransaction) writer.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
          throw error;
        }
      },
      afterCommit(fn) {
        alive(turn);
        turn.listeners.push(fn);
      },
    };
  }

  /** One job inside the open transaction, behind a savepoint of its own, so that its failure costs only itself. */
  async function run(job: Job): Promise<{ job: Job; value: unknown; turn: Turn } | undefined> {
    const turn: Turn = { listeners: [], savepoints: 0 };
    const since = performance.now();
    let warned = false;
    const warn = () => {
      if (warned) return;
      warned = true;
      log(
        `A transaction has held the only writer for ${Math.round(performance.now() - since)} ms, and every other one waits`,
        job.asked.stack,
      );
    };
    const watchdog = setTimeout(warn, holdWarningMs);
    writer.exec("SAVEPOINT job");
    try {
      current = turn;
      const value = await job.inItsContext(() => turnOf.run(turn, async () => await job.fn(txOf(turn))));
      current = undefined;
      writer.exec("RELEASE job");
      return { job, value, turn };
    } catch (error) {
      current = undefined;
      job.fail(error);
      if (!writer.inTransaction) throw error; // SQLite gave up the whole transaction, as it does when the disk is full
      writer.exec("ROLLBACK TO job; RELEASE job");
      return undefined;
    } finally {
      clearTimeout(watchdog);
      if (performance.now() - since > holdWarningMs) warn();
    }
  }

  /** One transaction of SQLite's for all jobs that queue up meanwhile: the disk is waited for once. */
  async function commitTogether() {
    const done: { job: Job; value: unknown; turn: Turn }[] = [];
    try {
      await patiently(patienceMs, () => writer.exec("BEGIN IMMEDIATE"));
    } catch (error) {
      for (const job of queue.splice(0)) job.fail(error); // one after the other they would wait as long each
      return;
    }
    try {
      const until = performance.now() + shareCommitForMs;
      do {
        const job = queue.shift();
        if (job === undefined) break;
        const kept = await run(job);
        if (kept !== undefined) done.push(kept);
      } while (performance.now() < until);
      writer.exec("COMMIT");
    } catch (error) {
      for (const { job } of done) job.fail(error);
      undo();
      return;
    }
    for (const { job, value, turn } of done) {
      if (turn.listeners.length > 0) job.inItsContext(() => tellAfterCommit(turn.listeners, log));
      job.keep(value);
    }
  }

  /** Clears the way for the next transaction, whatever state the last one left the connection in. */
  function undo() {
    try {
      if (writer.inTransaction) writer.exec("ROLLBACK");
    } catch (error) {
      log("A transaction could not be undone; closing the process undoes it", error);
    }
  }

  async function work() {
    await undefined; // whoever else asks in this same moment shares the commit
    while (queue.length > 0) {
      if (performance.now() - lastTurnOfOthers > shareCommitForMs) {
        await nextTurn(); // a caller that writes in a loop must not keep timers and sockets from their turn
        lastTurnOfOthers = performance.now();
      }
      await commitTogether();
    }
    pump = undefined;
  }

  /** Waits until the writer is idle and keeps the queue out of the way. */
  async function alone<T>(fn: () => Promise<T>): Promise<T> {
    while (pump !== undefined) await pump;
    const mine = fn();
    pump = mine
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => (queue.length > 0 ? work() : void (pump = undefined)));
    return mine;
  }

  return {
    kind: "sqlite",
    read: dbOn(reading),
    write<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
      if (closed) return Promise.reject(new Error(refusals.closed));
      if (current !== undefined && turnOf.getStore() === current) return Promise.reject(new Error(refusals.nested));
      return new Promise<T>((resolve, reject) => {
        queue.push({
          fn,
          inItsContext: AsyncLocalStorage.snapshot(),
          asked: new Error("asked for here"),
          keep: (value) => resolve(value as T), // the value is what this very fn gave
          fail: reject,
        });
        pump ??= work();
      });
    },
    stamp: () => (stamping ??= readStamp()),
    pulse: () => (stamping ??= readStamp()),
    reshape: (fn) =>
      alone(async () => {
        const run: RunStatement = async (statement) => runStatement(writer, statement);
        // SQLite ignores this pragma inside a transaction, and with foreign keys on, rebuilding a table empties those that point to it.
        writer.pragma("foreign_keys = OFF");
        try {
          await patiently(patienceMs, () => writer.exec("BEGIN IMMEDIATE"));
          try {
            const value = await fn(run);
            const broken = writer.pragma("foreign_key_check");
            if (Array.isArray(broken) && broken.length > 0)
              throw new Error(`Rows would point to rows that are gone: ${JSON.stringify(broken.slice(0, 5))}`);
            writer.exec("COMMIT");
            return value;
          } catch (error) {
            if (writer.inTransaction) writer.exec("ROLLBACK");
            throw error;
          }
        } finally {
          writer.pragma("foreign_keys = ON");
        }
      }),
    async close() {
      closed = true;
      while (pump !== undefined) await pump;
      reader.close();
      writer.close();
      if (passing) rmSync(dirname(file), { recursive: true, force: true });
    },
  };
}

function openConnection(file: string, durable: boolean): Connection {
  const connection = new SqliteDatabase(file, { timeout: 0 });
  try {
    connection.pragma("journal_mode = WAL");
    connection.pragma(`synchronous = ${durable ? "FULL" : "OFF"}`);
    connection.pragma("foreign_keys = ON");
    connection.pragma("cache_size = -32000");
    // A file that may only be read opens without complaint and refuses the first write; better to say so at once.
    connection.exec("BEGIN IMMEDIATE; ROLLBACK");
    return connection;
  } catch (error) {
    connection.close(); // which also undoes what was begun
    throw error;
  }
}

/** Tries again while another process holds the writer, without stopping this process. */
async function patiently<T>(patienceMs: number, attempt: () => T): Promise<T> {
  const until = performance.now() + patienceMs;
  for (let wait = 0.5; ; wait = Math.min(wait * 1.5, 12)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      await pause(wait * (0.5 + Math.random()));
    }
  }
}

function runStatement(connection: Connection, statement: string): Record<string, unknown>[] {
  try {
    const prepared = connection.prepare<[], Record<string, unknown>>(statement);
    if (prepared.reader) return prepared.all();
    prepared.run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // better-sqlite3's word for "more than one statement"
    connection.exec(statement);
  }
  return [];
}

const dialect = new SQLiteSyncDialect({ casing: "snake_case" });

/** Drizzle on whatever prepares statements. */
function dbOn(client: Statements) {
  const session = new BetterSQLiteSession(client as unknown as Connection, dialect, undefined);
  const handle = new BaseSQLiteDatabase("sync", dialect, session, undefined);
  return {
    select: handle.select.bind(handle),
    selectDistinct: handle.selectDistinct.bind(handle),
    $with: handle.$with,
    with: handle.with.bind(handle),
    $count: handle.$count.bind(handle),
    insert: handle.insert.bind(handle),
    update: handle.update.bind(handle),
    delete: handle.delete.bind(handle),
    t: sqliteTables,
    kind: "sqlite",
    rows: async (query: Parameters<Db["rows"]>[0]) => handle.all(query),
    async [runKept](text: string, values: unknown[], hasRows: boolean) {
      const statement = client.prepare(text);
      if (hasRows) return statement.raw().all(...values);
      statement.run(...values);
      return [];
    },
  } as unknown as Omit<Tx, typeof insideTransaction | "savepoint" | "afterCommit">;
}

type Values = unknown[];
/** All that Drizzle asks of a statement. */
interface Statement {
  run(...values: Values): unknown;
  get(...values: Values): unknown;
  all(...values: Values): unknown[];
  raw(): Pick<Statement, "get" | "all">;
}
interface Statements {
  prepare(text: string): Statement;
}

/**
 * A connection that prepares each text once: Drizzle would do it for every query, at half the speed.
 *
 * Two statements per text, because `.raw()` turns a statement of better-sqlite3 for good.
 */
function keepingStatements(connection: Connection, guard: () => void): Statements {
  const kept = new Map<string, Statement>();
  const keep = (text: string): Statement => {
    const plain = connection.prepare<Values>(text);
    let bare: typeof plain | undefined;
    const raw = () => (bare ??= connection.prepare<Values>(text).raw());
    const inLists: Pick<Statement, "get" | "all"> = {
      get: (...values) => (guard(), raw().get(...values)),
      all: (...values) => (guard(), raw().all(...values)),
    };
    return {
      run: (...values) => (guard(), plain.run(...values)),
      get: (...values) => (guard(), plain.get(...values)),
      all: (...values) => (guard(), plain.reader ? plain.all(...values) : (plain.run(...values), [])),
      raw: () => inLists,
    };
  };
  return {
    prepare(text) {
      guard();
      const known = kept.get(text);
      if (known !== undefined) return known;
      const made = keep(text);
      kept.set(text, made);
      const [oldest] = kept.keys();
      if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
      return made;
    },
  };
}
