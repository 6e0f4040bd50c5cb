import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { NodePgSession } from "drizzle-orm/node-postgres";
import { PgDatabase, PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { isLostPlan, isRepeatable, withoutValues } from "./faults.ts";
import { postgresTables } from "./schema-postgres.ts";
import { asQueryError, talkOn, type Answer, type Asking } from "./postgres-talk.ts";
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
  const pool = () => {
    const made = new pg.Pool({
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
  const writers = pool();
  let closed = false;

  const plans = keptPlans();
  const open = () => {
    if (closed) throw new Error(refusals.closed);
  };
  const askReader = async (asking: Asking) => {
    const connection = await readers.connect();
    try {
      return await talkOn(connection).ask(asking);
    } finally {
      connection.release();
    }
  };
  const read = dbOn(open, async (asking) => {
    try {
      return await askReader(plans.naming(asking));
    } catch (error) {
      if (!plans.areLost(error)) throw error;
      return askReader(asking);
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

  const begin = ["BEGIN", `SET LOCAL idle_in_transaction_session_timeout = ${idleInTransactionMs}`, ...(durable ? [] : ["SET LOCAL synchronous_commit = off"])];

  async function inTransaction<T>(opening: readonly string[], fn: (talk: Talk, connection: pg.PoolClient) => Promise<T>): Promise<T> {
    const connection = await writers.connect();
    const talk = talkOn(connection);
    let broken = false;
    try {
      for (const text of opening) await talk.tell(plans.naming({ text }));
      const value = await fn(talk, connection);
      const { command } = await talk.ask(plans.naming({ text: "COMMIT" }));
      // PostgreSQL answers COMMIT politely with ROLLBACK when a statement had failed and somebody caught its error.
      if (command !== "COMMIT")
        throw (
          talk.failure() ?? new Error("An error inside the transaction was caught, so nothing was kept: use tx.savepoint or onConflictDoNothing")
        );
      return value;
    } catch (error) {
      talk.drop();
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
      inTransaction(["BEGIN"], async (talk, connection) => {
        await talk.ask({ text: `SELECT pg_advisory_xact_lock(${reshapeLock})` });
        return fn(async (statement) => {
          const { rows } = await connection.query<Record<string, unknown>>(statement);
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

type Talk = ReturnType<typeof talkOn>;

function txOn(talk: Talk, turn: Turn, plans: Plans): Tx {
  const alive = () => {
    if (!turn.open) throw new Error(refusals.over);
  };
  // Asked before each query: the connection may already speak for somebody else.
  const handle = dbOn(
    alive,
    (asking) => talk.ask(plans.naming(asking)),
    (asking) => talk.tell(plans.naming(asking)),
  );
  return {
    ...handle,
    [insideTransaction]: true,
    async savepoint(fn) {
      alive();
      const name = `s${++turn.savepoints}`;
      const listening = turn.listeners.length;
      const say = (text: string) => plans.naming({ text: `${text} ${name}` });
      // If something told before it has failed, there is no savepoint either, and nothing inside it can succeed.
      await talk.tell(say("SAVEPOINT"));
      try {
        const value = await fn();
        // What was told inside must fail inside.
        await (talk.hasUnanswered() ? talk.ask(say("RELEASE")) : talk.tell(say("RELEASE")));
        return value;
      } catch (error) {
        turn.listeners.length = listening;
        await talk.settle(); // behind something that failed, in one packet with it, ROLLBACK TO would be passed over
        await Promise.all([talk.ask(say("ROLLBACK TO")), talk.ask(say("RELEASE"))]);
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
function dbOn(guard: () => void, ask: (asking: Asking) => Promise<Answer>, tell?: (asking: Asking) => Promise<void>) {
  const answer = async (asking: Asking) => {
    guard();
    try {
      return await ask(asking);
    } catch (error) {
      throw asQueryError(asking.text, error);
    }
  };
  const client = {
    query: ({ text, rowMode }: pg.QueryConfig & { rowMode?: string }, values?: unknown[]) => answer({ text, values, inLists: rowMode === "array" }),
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
      if (hasRows || tell === undefined) return (await answer({ text, values, inLists: true })).rows;
      guard();
      await tell({ text, values });
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
    naming(asking: Asking): Asking {
      if (!inUse) return asking;
      const { text } = asking;
      let name = names.get(text);
      if (name === undefined) {
        if (names.size >= planned) return asking;
        if (!seenOnce.delete(text)) {
          if (seenOnce.size >= planned) seenOnce.clear();
          seenOnce.add(text); // most texts that never come again are lists of some length
          return asking;
        }
        // Made of the text: behind a pooler the same name may be another process's plan, and must then mean the same.
        name = createHash("sha256").update(text).digest("base64url");
        names.set(text, name);
      }
      return { ...asking, name };
    },
    areLost(error: unknown): boolean {
      if (!isLostPlan(error)) return false;
      inUse = false;
      return true;
    },
  };
}
