import pg from "pg";
import { QueryError } from "./faults.ts";

/** One statement, with the name of its plan where the server may keep one. */
export type Asking = { text: string; name?: string | undefined; values?: readonly unknown[] | undefined; inLists?: boolean };

/** What the server answered; `command` is its word for what it did. */
export type Answer = { rows: unknown[]; command: string };

type Item = Asking & { rows: unknown[]; fields: Fields | undefined; keep: (answer: Answer) => void; fail: (error: unknown) => void };
/** How rows of a plan are read. A plan whose rows would change is refused by the server, so what was told of them once stays right. */
type Fields = readonly { name: string; read: (text: string) => unknown }[];

/** More than this many statements nobody waits for are waited for all the same, so that a long import does not pile up. */
const untoldAtMost = 50;

/** What is known of one connection: which plans its server keeps, how their rows are read, and what is on its way. */
class Line {
  readonly plans = new Map<string, Fields | undefined>();
  batch: Batch | undefined;
}
const lines = new WeakMap<pg.ClientBase, Line>();

function lineOf(connection: pg.ClientBase): Line {
  const known = lines.get(connection);
  if (known !== undefined) return known;
  const line = new Line();
  lines.set(connection, line);
  // Not among the types: the client keeps this news to itself, and a plan is there from then on, whatever comes of its statement.
  const { connection: wire } = connection as unknown as { connection: { on(event: "parseComplete", tell: () => void): void } };
  wire.on("parseComplete", () => line.batch?.planned());
  return line;
}

/**
 * A transaction's talk with the server. What gives no rows is told: it is sent together with the next question, and its
 * answer comes with that one's. Of the round trips of an order two thirds were for such answers, some of them while
 * others waited for the same pool. Questions asked in the same breath leave together, too.
 *
 * The server takes what it is told in the order it was written. If something fails, everything after it is refused
 * until the transaction or its savepoint is undone; so the next question, at the latest COMMIT, throws what failed first.
 */
export function talkOn(connection: pg.ClientBase) {
  const line = lineOf(connection);
  let batch: Batch | undefined;
  let failed: { error: unknown } | undefined;
  let unanswered = 0;
  const failure = () => failed?.error;

  function put(asking: Asking): Promise<Answer> {
    const mine = (batch ??= new Batch(line));
    return new Promise((keep, fail) => mine.items.push({ ...asking, rows: [], fields: undefined, keep, fail: (error) => fail(asQueryError(asking.text, error)) }));
  }
  /** What is still collected; while something is on its way it waits for that one's end. */
  function send(waiting: Batch | undefined = batch) {
    if (waiting === undefined || waiting !== batch) return;
    if (line.batch !== undefined) {
      line.batch.whenOver = () => send(waiting);
      return;
    }
    batch = undefined;
    line.batch = waiting;
    connection.query(waiting);
  }
  return {
    /** What failed first, of all that was told. */
    failure,
    /** After its savepoint has been undone, a failure is over. */
    forgetFailure: () => (failed = undefined),
    /** Before everything is undone: what has not been sent never is. After ROLLBACK it would be kept, by itself. */
    drop(): void {
      const unsent = batch;
      batch = undefined;
      for (const item of unsent?.items ?? []) item.fail(new Error("The transaction was undone before this was sent"));
    },
    /** Waits for the answers to all that was told. A failure is kept for whoever asks next. */
    async settle(): Promise<void> {
      const over = put({ text: "" });
      queueMicrotask(send.bind(undefined, batch));
      await over.catch(() => undefined);
    },
    /** True where something was told that no answer has come to yet. */
    hasUnanswered: () => unanswered > 0,
    async tell(asking: Asking): Promise<void> {
      unanswered += 1;
      const told = put(asking)
        .catch((error: unknown) => void (failed ??= { error }))
        .finally(() => (unanswered -= 1));
      // Whoever turns to something else before asking must not keep back what has been told.
      if (batch?.items.length === 1) setImmediate(send, batch);
      if ((batch?.items.length ?? 0) < untoldAtMost) return;
      send();
      await told;
      if (failed !== undefined) throw failed.error;
    },
    async ask(asking: Asking): Promise<Answer> {
      const answer = put(asking);
      queueMicrotask(send.bind(undefined, batch));
      try {
        return await answer;
      } catch (error) {
        throw failure() ?? error;
      }
    },
  };
}

/**
 * Statements that leave in one packet, behind one barrier, and are answered in one: the server speaks up once, not after
 * each. `pg` sends such a thing wherever it would send a query of its own.
 */
class Batch implements pg.Submittable {
  readonly items: Item[] = [];
  whenOver: (() => void) | undefined;
  readonly #line: Line;
  readonly #planning: string[] = [];
  #at = 0;

  constructor(line: Line) {
    this.#line = line;
  }

  submit(connection: pg.Connection): Error | null {
    const wire = connection as unknown as Wire;
    wire.stream.cork?.();
    try {
      for (const item of this.items) this.#write(wire, item);
      wire.sync();
    } finally {
      wire.stream.uncork?.();
    }
    return null;
  }

  #write(wire: Wire, item: Item): void {
    const { text, name, values = [] } = item;
    const isPlanned = name !== undefined && (this.#line.plans.has(name) || this.#planning.includes(name));
    if (!isPlanned) {
      wire.parse({ text, ...(name !== undefined && { name }) });
      this.#planning.push(name ?? "");
    }
    wire.bind({ statement: name ?? "", values, valueMapper: spelled });
    item.fields = name === undefined ? undefined : this.#line.plans.get(name);
    if (item.fields === undefined) wire.describe({ type: "P" });
    wire.execute();
  }

  planned(): void {
    const name = this.#planning.shift();
    if (name !== undefined && name !== "") this.#line.plans.set(name, undefined);
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    const item = this.items[this.#at];
    if (item !== undefined) item.fields = fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
  }

  handleDataRow({ fields: texts }: { fields: readonly (string | null)[] }): void {
    const item = this.items[this.#at];
    const fields = item?.fields;
    if (item === undefined || fields === undefined) return;
    const values = texts.map((text, at) => (text === null ? null : fields[at]?.read(text)));
    item.rows.push(item.inLists === true ? values : Object.fromEntries(fields.map(({ name }, at) => [name, values[at]])));
  }

  handleCommandComplete({ text }: { text: string }): void {
    const item = this.items[this.#at++];
    if (item === undefined) return;
    if (item.name !== undefined) this.#line.plans.set(item.name, item.fields ?? noFields);
    item.keep({ rows: item.rows, command: text.split(" ", 1)[0] ?? "" });
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: "" });
  }

  /** The statement whose turn it is has failed, and the server passes over those behind it. */
  handleError(error: unknown): void {
    const [failed, ...passedOver] = this.items.slice(this.#at);
    this.#at = this.items.length;
    this.handleReadyForQuery(); // which the client keeps to itself after an error, and has its queries wait for
    failed?.fail(error);
    for (const item of passedOver) item.fail(failed === undefined ? error : asQueryError(failed.text, error));
  }

  handleReadyForQuery(): void {
    this.#line.batch = undefined;
    this.whenOver?.();
  }
}

/** The error as the stores tell it: what failed, without the values it carried. */
export const asQueryError = (text: string, error: unknown): QueryError => (error instanceof QueryError ? error : new QueryError(text, error));

/** A statement that gives no rows: nothing need be asked about them. */
const noFields: Fields = [];

/** The parts of pg's connection that a query of its own uses, as they are. */
interface Wire {
  stream: { cork?(): void; uncork?(): void };
  parse(statement: { text: string; name?: string }): void;
  bind(bound: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  describe(what: { type: "P" }): void;
  execute(): void;
  sync(): void;
}

/** What Drizzle and `keep` hand over, as text. They spell moments and JSON themselves. */
function spelled(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || Buffer.isBuffer(value)) return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  throw new TypeError("PostgreSQL takes texts, numbers, booleans and bytes: spell anything else through its column");
}

/** Counts and sums come as text, for fear of numbers no column of ours can hold; on SQLite they are numbers. */
function readerOf(type: number): (text: string) => unknown {
  return isCounted(type) ? Number : pg.types.getTypeParser(type, "text");
}

const isCounted = (type: number): boolean => type === pg.types.builtins.INT8 || type === pg.types.builtins.NUMERIC;
