import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Tables } from "./tables.ts";

/** A write without `.returning()` has no result that both databases share, so its type offers none. */
interface NoResult extends PgQueryResultHKT {
  type: void;
}
type Handle = PgDatabase<NoResult, Record<string, never>>;

/** The two databases the house knows. Only the store, `faults.ts` and search may ask which one this is. */
export type DatabaseKind = "sqlite" | "postgres";

/** How `keep` runs what it has kept. */
export const runKept: unique symbol = Symbol("runKept");

/** A place to ask questions: ordinary Drizzle queries over the tables in `t`. */
export interface Db extends Pick<Handle, "select" | "selectDistinct" | "$with" | "with" | "$count"> {
  readonly t: Tables;
  /** Not called "dialect": Drizzle owns that name. */
  readonly kind: DatabaseKind;
  /**
   * Rows of a hand-written query. Whole numbers, sums and counts are numbers on both databases;
   * booleans, moments and JSON arrive as each database keeps them.
   */
  rows<Row>(query: SQL): Promise<Row[]>;
  /** Runs a text of `keep`'s with values the database takes as they are; rows come as bare lists. */
  [runKept](text: string, values: unknown[], hasRows: boolean): Promise<unknown[][]>;
}

/** Only a store makes transactions: nothing else can pass for one. */
export const insideTransaction: unique symbol = Symbol("insideTransaction");

/** A transaction: everything written through it happens, or none of it. Do not keep it: once over, it refuses. */
export interface Tx extends Db, Pick<Handle, "insert" | "update" | "delete"> {
  readonly [insideTransaction]: true;
  /** A part that may fail alone: if `fn` throws, what it wrote is undone, the error goes on, the rest stands. */
  savepoint<T>(fn: () => Promise<T>): Promise<T>;
  /**
   * Runs `fn` once the transaction is kept, never if it is not; nobody waits for it and an error in it is only logged.
   * For telling others (drop a page, wake a reader), not for work that must not be lost: that is a row.
   */
  afterCommit(fn: () => void | Promise<void>): void;
}

/** Runs one statement, or several parted by semicolons, and gives the rows of a single one. */
export type RunStatement = (statement: string) => Promise<Record<string, unknown>[]>;

/** The database of the house. */
export interface Store {
  readonly kind: DatabaseKind;
  /** Questions outside of any transaction: they see what is committed, nothing else. */
  readonly read: Db;
  /**
   * One transaction. It is kept when `fn` resolves and undone when it throws.
   *
   * `fn` may be run again after a deadlock, so it must be repeatable and quick: no network, no hashing of passwords,
   * no mail. On SQLite it holds the only writer. Calling `write` inside `write` is refused: pass the `tx` down.
   */
  write<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Another text as soon as anything has been committed, by whichever process; the same one while nothing has. For copies
   * that must be dropped then. Questions asked in the same breath share one answer.
   */
  stamp(): Promise<string>;
  /**
   * The same for whoever can bear to hear of others a little later: another text as soon as this process has committed
   * anything, and when another has, at once on SQLite, within a tenth of a second on PostgreSQL, where it costs no question.
   */
  pulse(): Promise<string>;
  /** Changes the shape of tables, alone among all processes, in one transaction. For `migrate`. */
  reshape<T>(fn: (run: RunStatement) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a store tells the people who run it. */
export interface StoreOptions {
  /** Takes one plain sentence and what is known besides. Default: `console.warn`. */
  log?: (message: string, detail?: unknown) => void;
  /** How long a transaction waits for a writer in another process before it gives up. Default 15 s. */
  patienceMs?: number;
  /** PostgreSQL: connections for writing, and as many again for reading. Default 10. */
  connections?: number;
  /** `false` lets a test trade safety against a power cut for speed. Default true. */
  durable?: boolean;
}

/** Refusals that both stores speak in the same words. */
export const refusals = {
  nested: "write() inside write(): pass the transaction down instead",
  over: "This transaction is over, or this is not the code it was opened for: a tx lives only inside its write()",
  closed: "The store is closed",
} as const;

/** Tells those who asked to be told after a commit; what they do wrong is theirs, so it is logged and goes no further. */
export function tellAfterCommit(listeners: (() => void | Promise<void>)[], log: NonNullable<StoreOptions["log"]>) {
  for (const listener of listeners) {
    const failed = (error: unknown) => log("Something that should happen after a commit failed", error);
    try {
      Promise.resolve(listener()).catch(failed);
    } catch (error) {
      failed(error);
    }
  }
}
