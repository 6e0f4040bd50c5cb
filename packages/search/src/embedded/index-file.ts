import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import SqliteDatabase from "better-sqlite3";

export type IndexFile = SqliteDatabase.Database;

/** Another number means another shape: the file is then built anew, which is all that is ever done to it. */
const shape = 1;

const tables = `
  create table item (
    id integer primary key, ext text not null unique, kind text not null, doc text not null,
    category text, unit text, ocop integer, price integer, popularity real not null, lat real, lng real
  );
  create index item_kind on item (kind);
  create index item_price on item (price);
  create table item_month (id integer not null, month integer not null, primary key (id, month)) without rowid;
  create virtual table fts using fts5 (title, title_en, tags, place, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3');
  create table place_in_outbox (one integer primary key check (one = 1), line text not null, xid integer not null, outbox_id integer not null);
`;

/** Opens the engine's own file, and makes its tables where there are none or of another shape. What is no such file, or a broken one, is made anew. */
export function openIndexFile(file: string): IndexFile {
  if (file === ":memory:") return openShaped(file);
  mkdirSync(dirname(file), { recursive: true });
  try {
    return openShaped(file);
  } catch (error) {
    if (!isBroken(error)) throw error;
    for (const part of [file, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
    return openShaped(file);
  }
}

const isBroken = (error: unknown) => error instanceof SqliteDatabase.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code);

function openShaped(file: string): IndexFile {
  const index = new SqliteDatabase(file, { timeout: 5000 });
  index.pragma("journal_mode = WAL");
  index.pragma("synchronous = NORMAL"); // what a power cut takes is read from the outbox again
  if (index.pragma("user_version", { simple: true }) !== shape) {
    index
      .transaction(() => {
        if (index.pragma("user_version", { simple: true }) === shape) return;
        for (const table of ["item", "item_month", "fts", "place_in_outbox"]) index.exec(`drop table if exists ${table}`);
        index.exec(tables);
        index.pragma(`user_version = ${shape}`);
      })
      .immediate();
  }
  return index;
}
