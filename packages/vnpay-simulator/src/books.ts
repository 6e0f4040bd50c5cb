import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { SettingError } from "./terminal.ts";

const schema = `
create table if not exists settings (name text primary key, value text not null) strict;

create table if not exists payments (
  id integer primary key, token text not null unique,
  tmnCode text not null, txnRef text not null, acceptedOn text not null, requestHash text not null,
  amount text not null, fixedBankCode text, createDate text not null, expireAt integer not null,
  locale text not null, orderInfo text not null, orderType text not null, ipAddr text not null, returnUrl text not null,
  openedAt integer not null,
  bankCode text, cardType text, cardNumber text,
  cardTries integer not null default 0, otpTries integer not null default 0,
  command text not null default 'pay',
  outcome text, responseCode text, transactionStatus text, transactionNo text, bankTranNo text, payDate text, decidedAt integer,
  unique (tmnCode, txnRef, acceptedOn)
) strict;
create index if not exists paymentsByRef on payments (txnRef);
create index if not exists paymentsOpen on payments (expireAt) where outcome is null;

create table if not exists notices (
  id integer primary key, paymentId integer references payments (id), tmnCode text not null,
  kind text not null, query text not null, dueAt integer not null,
  calls integer not null default 0, mostCalls integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'given_up'))
) strict;
create index if not exists noticesDue on notices (dueAt) where state = 'waiting';

create table if not exists deliveries (
  id integer primary key, noticeId integer not null references notices (id), call integer not null, url text not null,
  startedAt integer not null, endedAt integer, httpStatus integer, answer text, verdict text not null
) strict;
create index if not exists deliveriesOfNotice on deliveries (noticeId);

create table if not exists apiRequests (
  tmnCode text not null, requestId text not null, receivedOn text not null, primary key (tmnCode, requestId, receivedOn)
) strict;

create table if not exists refunds (
  id integer primary key, paymentId integer not null references payments (id), requestId text not null,
  transactionType text not null, amount text not null, transactionNo text not null, createBy text not null,
  orderInfo text not null, status text not null, requestedAt integer not null, payDate text not null
) strict;
create index if not exists refundsOfPayment on refunds (paymentId);

create table if not exists knobs (txnRef text primary key, value text not null) strict;
`;

/**
 * The gateway's memory: one SQLite file, or the process's memory when no file is named.
 *
 * Columns carry the names the code uses, so a row is the noun itself and nothing is mapped.
 */
export class Books {
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(file: string) {
    this.#db = openDatabase(file);
  }

  /** The one place where a row of SQLite is given its type: `Row` must name columns the query really has. */
  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as unknown as Row[];
  }

  row<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.rows<Row>(sql, ...values)[0];
  }

  run(sql: string, ...values: SQLInputValue[]): { changes: number; lastId: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values);
    return { changes: Number(changes), lastId: Number(lastInsertRowid) };
  }

  /** Writes all of it or none of it. The work is synchronous, so nothing else can come in between. */
  together<Result>(work: () => Result): Result {
    this.#db.exec("begin immediate");
    try {
      const result = work();
      this.#db.exec("commit");
      return result;
    } catch (error) {
      this.#db.exec("rollback");
      throw error;
    }
  }

  setting(name: string): string | undefined {
    return this.row<{ value: string }>("select value from settings where name = ?", name)?.value;
  }

  keepSetting(name: string, value: string): void {
    this.run("insert into settings (name, value) values (?, ?) on conflict do update set value = excluded.value", name, value);
  }

  /**
   * A number VNPAY never gives twice. It follows the machine's clock, so that books that began empty
   * (in memory) do not repeat numbers a shop already keeps from an earlier run.
   */
  nextTransactionNo(): string {
    const last = Number(this.setting("lastTransactionNo") ?? 0);
    const next = Math.max(last + 1, Math.floor(Date.now() / 100));
    this.keepSetting("lastTransactionNo", String(next));
    return String(next);
  }

  close(): void {
    this.#prepared.clear();
    this.#db.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

/** `synchronous = full`: an outcome the customer has seen must survive a power cut, as a bank's would. */
function openDatabase(file: string): DatabaseSync {
  const { DatabaseSync } = quietly(() => process.getBuiltinModule("node:sqlite"));
  try {
    const db = new DatabaseSync(file);
    db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 2000; pragma foreign_keys = on;");
    db.exec(schema);
    bringUpToDate(db);
    db.exec("insert into settings (name, value) values ('openedAt', datetime()) on conflict do update set value = excluded.value");
    return db;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingError(`Cannot keep books in "${file}" (${reason}). Name a file in a folder that exists and that you may write to.`, { cause });
  }
}

/** Books begun by an earlier version gain what has been added since. */
function bringUpToDate(db: DatabaseSync): void {
  const columns = db.prepare("select name from pragma_table_info('payments')").all();
  if (!columns.some(({ name }) => name === "command")) db.exec("alter table payments add column command text not null default 'pay'");
}

/** Node 22 announces node:sqlite as experimental on every start. Warnings are held back only while it loads. */
function quietly<Result>(load: () => Result): Result {
  const emitWarning = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
