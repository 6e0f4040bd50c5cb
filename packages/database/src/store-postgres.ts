import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { NodePgSession } from "drizzle-orm/node-postgres";
import { PgDatabase, PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { isLostPlan, isRepeatable, QueryError, withoutValues } from "./faults.ts";
import { postgresTables } from "./schema-postgres.ts";
import { insideTransaction, refusals, runKept, tellAfterCommit, type Db, type Store, type StoreOptions, type Tx } from "./store.ts";

/** One run of a transaction. */
interface Turn {
  open: boolean;
  listeners: (() => void | Promise<void>)[];
  savepoints: number;
}

/** A transaction that forgets its connection is ended by the server: the outbox waits for the oldest one (design, 5). */
const idleInTransactionMs = 5000;
const attempts = 8;
/** Texts that may get a plan: each connection of the server's keeps its own copies. */
const planned = 500;
/** Any number, as long as everyone who changes the shape of tables asks for the same. */
const reshapeLock = 7_204_211_889;

/** So late may this process hear of what another has written. */
const pulseMs = 100;

const turnOf = new AsyncLocalStorage<Turn>();
const dialect = new PgDialect({ casing: "snake_case" });

/**
 * Opens the house's database on PostgreSQL.
 *
 * Reading and writing have connections of their own: if a transaction asks `store.read` something, it must never
 * wait for a connection that another transaction in the same situation holds.
 */
export async function openPostgresStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const { log = console.warn, patienceMs = 15_000, connections = 10, durable = true } = options;
  const pool = (more: { pipeline?: boolean } = {}) => {
    const made = new pg.Pool({
      ...more,
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: patienceMs,
      application_name: "xudong",
    });
    made.on("error", (error) => closed || log("PostgreSQL ended an idle connection", error.message)); // once closed, that is no news; the whole error would print the connection
    // A connection that breaks while nobody asks it anything only says so here; its next query fails and is reported there.
    made.on("connect", (client) => client.on("error", () => undefined));
    return made;
  };
  const readers = pool();
  const writers = pool({ pipeline: true }); // see `talkOn`
  let closed = false;

  const plans = keptPlans();
  const open = () => {
    if (closed) throw new Error(refusals.closed);
  };
  const read = dbOn(open, async (config, values) => {
    try {
      return await readers.query(plans.naming(config), values);
    } catch (error) {
      if (!plans.areLost(error)) throw error;
      return readers.query(config, values);
    }
  });
  try {
    await readers.query("select 1");
  } catch (error) {
    await Promise.all([readers.end(), writers.end()]);
    throw error;
  }

  let stamping: Promise<string> | undefined;
  /** Two snapshots with the same text see the same transactions. */
  async function readStamp(): Promise<string> {
    await nextTurn();
    stamping = undefined;
    const [row] = await read.rows<{ stamp: string }>(sql`select cast(pg_current_snapshot() as text) as stamp`);
    return row?.stamp ?? "";
  }

  let commits = 0;

  const begin = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = ${idleInTransactionMs}${durable ? "" : "; SET LOCAL synchronous_commit = off"}`;

  async function inTransaction<T>(opening: string, fn: (talk: Talk) => Promise<T>): Promise<T> {
    const connection = await writers.connect();
    const talk = talkOn(connection);
    let broken = false;
    try {
      await talk.tell({ text: opening });
      const value = await fn(talk);
      const { command } = await talk.ask({ text: "COMMIT" });
      // PostgreSQL answers COMMIT politely with ROLLBACK when a statement had failed and somebody caught its error.
      if (command !== "COMMIT")
        throw (
          talk.failure() ?? new Error("An error inside the transaction was caught, so nothing was kept: use tx.savepoint or onConflictDoNothing")
        );
      return value;
    } catch (error) {
      await connection.query("ROLLBACK").catch(() => (broken = true));
      throw withoutValues(error);
    } finally {
      connection.release(broken);
    }
  }

  async function once<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    const turn: Turn = { open: true, listeners: [], savepoints: 0 };
    const value = await inTransaction(begin, async (talk) => {
      try {
        return await turnOf.run(turn, async () => await fn(txOn(talk, turn, plans)));
      } finally {
        turn.open = false;
      }
    });
    commits += 1;
    tellAfterCommit(turn.listeners, log);
    return value;
  }

  return {
    kind: "postgres",
    read,
    async write(fn) {
      if (closed) throw new Error(refusals.closed);
      if (turnOf.getStore()?.open) throw new Error(refusals.nested);
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(fn);
        } catch (error) {
          if (!(isRepeatable(error) || plans.areLost(error)) || attempt === attempts) throw error;
          await pause(Math.random() * 10 * attempt);
        }
      }
    },
    stamp: () => (stamping ??= readStamp()),
    pulse: async () => `${commits} ${Math.floor(performance.now() / pulseMs)}`,
    reshape: (fn) =>
      inTransaction("BEGIN", async (talk) => {
        await talk.ask({ text: `SELECT pg_advisory_xact_lock(${reshapeLock})` });
        return fn(async (statement) => {
          const { rows } = await talk.ask({ text: statement });
          return (rows as Record<string, unknown>[] | undefined) ?? []; // several statements at once give a list of results, and no rows of their own
        });
      }),
    async close() {
      if (closed) return;
      closed = true;
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

/** Drizzle wraps each error together with the values of its query; `dbOn` says what failed without them. */
function discreetSession(client: pg.Pool) {
  const session = new NodePgSession<Record<string, unknown>, Record<string, never>>(client, dialect, undefined);
  const prepare = session.prepareQuery.bind(session) as unknown as (...asked: unknown[]) => object;
  // What wraps is `protected` and meant for a cache of answers, which we do not keep.
  const queryWithCache = async (_text: string, _values: unknown[], query: () => Promise<unknown>) => query();
  const prepareQuery = (...asked: unknown[]) => Object.assign(prepare(...asked), { queryWithCache });
  return Object.assign(session, { prepareQuery }) as unknown as typeof session;
}

type Query = (config: pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>;
type Talk = ReturnType<typeof talkOn>;

/** More than this many statements nobody waits for are waited for all the same, so that a long import does not pile up. */
const untoldAtMost = 50;

/**
 * A transaction's talk with the server. What gives no rows is told: it is sent together with the next question, and its
 * answer comes with that one's. Of the round trips of an order two thirds were for such answers, some of them while
 * others waited for the same pool.
 *
 * The server takes what it is told in the order it was written. If something fails, everything after it is refused
 * until the transaction or its savepoint is undone; so the next question, at the latest COMMIT, throws what failed first.
 */
function talkOn(connection: pg.PoolClient) {
  // Not among the types: held back, all that is told leaves in one packet. Without it each would leave by itself.
  const { stream } = (connection as unknown as { connection: { stream: { cork?(): void; uncork?(): void } } }).connection;
  let unanswered: Promise<unknown>[] = [];
  let held = false;
  let failed: { error: unknown } | undefined;
  const hold = (on: boolean) => {
    if (held !== on) (on ? stream.cork : stream.uncork)?.call(stream);
    held = on;
  };
  const failure = () => failed?.error;
  return {
    /** What failed first, of all that was told. */
    failure,
    /** After its savepoint has been undone, a failure is over. */
    forgetFailure: () => (failed = undefined),
    async tell(config: pg.QueryConfig, values?: unknown[]): Promise<void> {
      // Whoever turns to something else before asking must not keep back what has been told.
      if (!held) setImmediate(hold, false);
      hold(true);
      unanswered.push(
        connection.query(config, values).catch((error: unknown) => {
          failed ??= { error: new QueryError(config.text, error) };
        }),
      );
      if (unanswered.length < untoldAtMost) return;
      hold(false);
      await Promise.all(unanswered);
      unanswered = [];
      if (failed !== undefined) throw failed.error;
    },
    async ask(config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
      hold(true);
      const answer = connection.query(config, values);
      // Questions asked in the same breath leave together, too.
      queueMicrotask(() => hold(false));
      unanswered = [];
      try {
        return await answer;
      } catch (error) {
        throw failure() ?? error;
      }
    },
  };
}

function txOn(talk: Talk, turn: Turn, plans: Plans): Tx {
  const alive = () => {
    if (!turn.open) throw new Error(refusals.over);
  };
  // Asked before each query: the connection may already speak for somebody else.
  const handle = dbOn(
    alive,
    (config, values) => talk.ask(plans.naming(config), values),
    (config, values) => talk.tell(plans.naming(config), values),
  );
  return {
    ...handle,
    [insideTransaction]: true,
    async savepoint(fn) {
      alive();
      const name = `s${++turn.savepoints}`;
      const listening = turn.listeners.length;
      await talk.ask({ text: `SAVEPOINT ${name}` });
      try {
        const value = await fn();
        await talk.ask({ text: `RELEASE ${name}` });
        return value;
      } catch (error) {
        turn.listeners.length = listening;
        await talk.ask({ text: `ROLLBACK TO ${name}; RELEASE ${name}` });
        talk.forgetFailure();
        throw error;
      }
    },
    afterCommit(fn) {
      alive();
      turn.listeners.push(fn);
    },
  };
}

/** Drizzle on whatever answers queries. */
function dbOn(guard: () => void, query: Query, tell?: (config: pg.QueryConfig, values: unknown[]) => Promise<void>) {
  const client = {
    async query(config: pg.QueryConfig, values?: unknown[]) {
      guard();
      try {
        return await query(countingInNumbers(config), values);
      } catch (error) {
        throw error instanceof QueryError ? error : new QueryError(config.text, error);
      }
    },
  };
  const handle = new PgDatabase(dialect, discreetSession(client as unknown as pg.Pool), undefined);
  return {
    select: handle.select.bind(handle),
    selectDistinct: handle.selectDistinct.bind(handle),
    $with: handle.$with,
    with: handle.with.bind(handle),
    $count: handle.$count.bind(handle),
    insert: handle.insert.bind(handle),
    update: handle.update.bind(handle),
    delete: handle.delete.bind(handle),
    t: postgresTables,
    kind: "postgres",
    rows: async (asked: Parameters<Db["rows"]>[0]) => (await (handle.execute(asked) as unknown as Promise<pg.QueryResult>)).rows,
    [runKept]: async (text: string, values: unknown[], hasRows: boolean) => {
      if (hasRows || tell === undefined) return (await client.query({ text, rowMode: "array" } as pg.QueryConfig, values)).rows;
      guard();
      await tell({ text }, values);
      return [];
    },
  } as unknown as Omit<Tx, typeof insideTransaction | "savepoint" | "afterCommit">;
}

type Plans = ReturnType<typeof keptPlans>;

/**
 * Lets the server keep its plan of a query that comes again, by giving the text a name: twice the transactions.
 *
 * Some poolers hand a connection on between transactions and lose the names; a plan also dies when its table changes.
 * At the first sign of either we do without, and the query or the transaction is run again.
 */
function keptPlans() {
  const seenOnce = new Set<string>();
  const names = new Map<string, string>();
  let inUse = true;
  return {
    naming(config: pg.QueryConfig): pg.QueryConfig {
      if (!inUse || config.name !== undefined) return config;
      const { text } = config;
      let name = names.get(text);
      if (name === undefined) {
        if (names.size >= planned) return config;
        if (!seenOnce.delete(text)) {
          if (seenOnce.size >= planned) seenOnce.clear();
          seenOnce.add(text); // most texts that never come again are lists of some length
          return config;
        }
        // Made of the text: behind a pooler the same name may be another process's plan, and must then mean the same.
        name = createHash("sha256").update(text).digest("base64url");
        names.set(text, name);
      }
      return { ...config, name };
    },
    areLost(error: unknown): boolean {
      if (!isLostPlan(error)) return false;
      inUse = false;
      return true;
    },
  };
}

/** Counts and sums come from the driver as text, for fear of numbers no column of ours can hold; on SQLite they are numbers. */
function countingInNumbers(config: pg.QueryConfig): pg.QueryConfig {
  const { types = pg.types } = config;
  const getTypeParser = (type: number, format?: "text" | "binary") =>
    type === pg.types.builtins.INT8 || type === pg.types.builtins.NUMERIC ? Number : types.getTypeParser(type, format);
  return { ...config, types: { ...types, getTypeParser } as pg.CustomTypesConfig };
}
