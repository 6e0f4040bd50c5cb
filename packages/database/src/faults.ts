import { CasingCache } from "drizzle-orm/casing";
import { is } from "drizzle-orm";
import { getTableConfig, SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { sqliteTables } from "./schema-sqlite.ts";

type Fields = Record<string, unknown>;

/** The error and what it was caused by: Drizzle wraps what the driver threw, and a host with two addresses fails twice. */
function chain(error: unknown): Fields[] {
  const found: Fields[] = [];
  for (let at = error; typeof at === "object" && at !== null && found.length < 8;) {
    const fields = at as Fields; // an error may carry anything: each field is looked at before use
    found.push(fields);
    at = fields["cause"] ?? (Array.isArray(fields["errors"]) ? fields["errors"][0] : undefined);
  }
  return found;
}

const word = (value: unknown) => (typeof value === "string" ? value : "");
const codesOf = (error: unknown) => chain(error).map(({ code }) => word(code));

/** The pool says so without a code: every connection of ours is in use, or the server is slow to give one. */
const waitedInVain = /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/;

/** Others hold the database, or every connection to it; the same may succeed in a moment. */
export function isBusy(error: unknown): boolean {
  return chain(error).some(
    ({ code, message }) => /^SQLITE_(BUSY|LOCKED)|^(55P03|53300)$/.test(word(code)) || waitedInVain.test(word(message)),
  );
}

/**
 * A query that failed, as the stores tell it. The values it carried are people's names, telephones and addresses, and
 * errors end in logs: neither they nor what PostgreSQL repeats of them are in here or in the cause.
 */
export class QueryError extends Error {
  override name = "QueryError";
  readonly query: string;

  constructor(query: string, cause: unknown) {
    super(`Failed query: ${query}`, { cause: withoutValues(cause) });
    this.query = query;
  }
}

/** Takes out of PostgreSQL's errors what they quote of rows and values ("Key (contact_phone)=(…)"), and gives the same error back. */
export function withoutValues<E>(error: E): E {
  for (const fields of chain(error)) {
    const { code, severity, message, stack } = fields;
    if (severity === undefined || !/^[0-9A-Z]{5}$/.test(word(code))) continue;
    for (const name of ["detail", "where", "internalQuery"]) delete fields[name];
    if (!word(code).startsWith("22")) continue; // "data exception": the sentence itself quotes the value
    fields["message"] = word(message).replace(/"[^]*"/, '"…"');
    fields["stack"] = word(stack).replace(word(message), () => word(fields["message"]));
  }
  return error;
}

/** PostgreSQL gave up this transaction for the sake of another one: the same may succeed when run again. */
export function isRepeatable(error: unknown): boolean {
  return codesOf(error).some((code) => code === "40001" || code === "40P01");
}

/** PostgreSQL does not know, or no longer wants, the plan we named. */
export function isLostPlan(error: unknown): boolean {
  return chain(error).some(
    ({ code, message }) => code === "26000" || code === "42P05" || (code === "0A000" && word(message).includes("cached plan")),
  );
}

/**
 * A unique index or a primary key refused a second row of its kind. With a name: that one did, on either database.
 * A primary key is called `table_pkey` if it is one column, `table_first_second_pk` if it is several.
 */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  return chain(error).some(({ code, message, constraint: broken }) => {
    if (code === "23505") return constraint === undefined || broken === constraint;
    if (code !== "SQLITE_CONSTRAINT_UNIQUE" && code !== "SQLITE_CONSTRAINT_PRIMARYKEY") return false;
    return constraint === undefined || sqliteWords(constraint).some((words) => word(message).endsWith(`failed: ${words}`));
  });
}

let wordsByConstraint: Map<string, string> | undefined;

/** SQLite names the columns and not the constraint, except where a column is an expression. */
function sqliteWords(constraint: string): string[] {
  wordsByConstraint ??= new Map(Object.values(sqliteTables).flatMap((table) => uniqueThings(table as unknown as SQLiteTable)));
  return [wordsByConstraint.get(constraint) ?? "", `index '${constraint}'`].filter((words) => words !== "");
}

function uniqueThings(table: SQLiteTable): [constraint: string, words: string][] {
  const casing = new CasingCache("snake_case");
  const { name, columns, primaryKeys, indexes } = getTableConfig(table);
  const words = (of: SQLiteColumn[]) => of.map((column) => `${name}.${casing.getColumnCasing(column)}`).join(", ");
  return [
    ...columns.filter((column) => column.primary).map((column): [string, string] => [`${name}_pkey`, words([column])]),
    ...primaryKeys.map((key): [string, string] => {
      const parts = key.columns.map((column) => casing.getColumnCasing(column));
      return [key.name ?? [name, ...parts, "pk"].join("_"), words(key.columns)];
    }),
    ...indexes.map(({ config }): [string, string] => [
      config.name,
      words(config.columns.filter((part) => is(part, SQLiteColumn))),
    ]),
  ];
}

/** Why the database does not work, in a sentence, and what to do about it, in another. */
export interface DatabaseProblem {
  what: string;
  cure: string;
}

/** Looked for in `code message`, so what stands at the beginning is a code. */
const problems: [pattern: RegExp, what: string, cure: string][] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    "Another program holds the database file {place} locked.",
    "Stop the other program (a second shop, a backup, a database viewer) and start again.",
  ],
  [
    /^(SQLITE_READONLY|EROFS)/,
    "The database file {place} may only be read.",
    "Give this user the right to write the file and its folder, or name another place in DATABASE_URL.",
  ],
  [
    /^(SQLITE_FULL|ENOSPC|53100)/,
    "The disk that holds the database is full.",
    "Make room on that disk; nothing that was confirmed is lost.",
  ],
  [
    /^SQLITE_NOTADB/,
    "The file {place} is not a SQLite database.",
    "Name another file in DATABASE_URL, or move this one away so that a new one can be made.",
  ],
  [/^SQLITE_CORRUPT/, "The database file {place} is damaged.", "Stop the market, move this file and its -wal file away, and put your last copy in its place; without one, sqlite3 FILE .recover may save most of it."],
  [
    /^SQLITE_IOERR/,
    "The disk failed while the database file {place} was read or written.",
    "Check the disk; a network folder is not a place for SQLite.",
  ],
  [
    /^(SQLITE_CANTOPEN|EACCES|EPERM|ENOTDIR|EEXIST|EISDIR)/,
    "The database file {place} cannot be opened or made.",
    "Check that the path is a file and not a folder, and that this user may write in its folder.",
  ],
  [/^ECONNREFUSED/, "No PostgreSQL answers at {place}.", "Start the server, or correct host and port in DATABASE_URL."],
  [/^(ENOTFOUND|EAI_AGAIN)/, "The host of {place} is not known.", "Correct the host in DATABASE_URL, or check the network."],
  [
    /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)|timeout exceeded when trying to connect|timeout expired/,
    "PostgreSQL at {place} does not answer in time.",
    "Check that the server runs, that a firewall lets us through, and that it has connections left.",
  ],
  [
    /^28P01|client password must be a string/,
    "PostgreSQL at {place} refuses the user or the password.",
    "Correct both in DATABASE_URL; signs such as @ and / in a password are written %40 and %2F.",
  ],
  [
    /^28000/,
    "PostgreSQL at {place} does not let this user in from here.",
    "Check the user in DATABASE_URL and the server's pg_hba.conf.",
  ],
  [
    /^3D000/,
    "PostgreSQL at {place} has no database of that name.",
    "Create it (createdb --locale=C --template=template0 NAME), or correct the name in DATABASE_URL.",
  ],
  [/^42501/, "The user of {place} may not do this in the database.", "Make that user the owner of the database."],
  [
    /^53300/,
    "PostgreSQL at {place} has no connection left.",
    "Raise max_connections on the server, or stop other programs that use it.",
  ],
  [/^57P0[123]/, "PostgreSQL at {place} is starting or shutting down.", "Wait a moment and start again."],
  [/^42P01|no such table/, "The database {place} lacks tables this version needs.", "Run npm run xudong -- migrate."],
];

/**
 * What is wrong with the database, for a person who starts the shop; `undefined` if we do not know better than the error.
 * For errors that a store or `migrate` threw: a refused connection of another service looks the same. With `databaseUrl` the sentence names the place, never the password.
 */
export function databaseProblem(error: unknown, databaseUrl = ""): DatabaseProblem | undefined {
  const signs = chain(error).map(({ code, message }) => `${word(code)} ${word(message)}`);
  for (const [pattern, what, cure] of problems) {
    if (signs.some((sign) => pattern.test(sign))) return { what: what.replace(" {place}", placeIn(databaseUrl)), cure };
  }
  return undefined;
}

function placeIn(databaseUrl: string): string {
  if (databaseUrl.startsWith("file:")) return ` ${databaseUrl.slice("file:".length)}`;
  if (!URL.canParse(databaseUrl)) return "";
  const { host, pathname } = new URL(databaseUrl);
  return ` ${host}${pathname}`;
}
