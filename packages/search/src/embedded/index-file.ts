import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";

export type IndexFile = SqliteDatabase.Database;

/** Another number means another shape: the index is then built anew, which is all that is ever done to it. */
const shape = 3;

/** Documents as they were given stand apart from what is read of every candidate. Texts stand in `fts` as words we have split and folded ourselves: of its own accord it keeps the bar of đ. `tones` holds them once more, each with its tone. */
const tables = `
  create table item (id integer primary key, ext text not null unique, words text not null, tones text not null);
  create table told (id integer primary key, doc text not null);
  create table attr (
    id integer primary key, kind integer, category integer, unit integer, ocop integer, price integer, months integer not null, popularity real not null, lat real, lng real
  );
  create index attr_price on attr (price);
  create index attr_popularity on attr (popularity desc, id);
  create table dict (code integer primary key, field text not null, value text not null, unique (field, value));
  create virtual table fts using fts5 (title, title_en, tags, place, body, tones, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='2 3');
  create virtual table geo using rtree (id, south, north, west, east);
  create table term (term text primary key, count integer not null) without rowid;
  create table known (one integer primary key check (one = 1), version integer not null, json text not null);
  create table place_in_outbox (one integer primary key check (one = 1), line text not null, xid integer not null, outbox_id integer not null);
`;

/**
 * An index lives in a folder: files of which one is current, by a pointer that is exchanged as a whole. A new one is built
 * beside it and takes its place at once; whoever has the old one open reads on in it until the next look at the pointer.
 */
const pointer = "current";

/** Which file is current, and by what one sees that another has become so. */
export function currentOf(folder: string): { file: string; seen: string } | undefined {
  try {
    const name = readFileSync(join(folder, pointer), "utf8").trim();
    return /^index-[\w-]+\.sqlite$/.test(name) && existsSync(join(folder, name)) ? { file: join(folder, name), seen: pointerSeen(folder) } : undefined;
  } catch {
    return undefined;
  }
}

/** Changes with every exchange; cheaper than reading. */
export function pointerSeen(folder: string): string {
  const { ino, mtimeMs } = statSync(join(folder, pointer));
  return `${ino}/${mtimeMs}`;
}

/** Makes a file the current one, and throws the one before away. */
export function makeCurrent(folder: string, file: string): void {
  const before = currentOf(folder)?.file;
  const draft = join(folder, `${pointer}-${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(draft, `${file.slice(folder.length + 1)}\n`);
  renameSync(draft, join(folder, pointer));
  if (before !== undefined && before !== file) removeFile(before);
}

/** Still open elsewhere: some systems do not let go of it then, and the next one who looks throws it away. */
export function removeFile(file: string): void {
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      rmSync(part, { force: true });
    } catch {
      continue;
    }
  }
}

/** Sees to it that there is a current file that can be read, and throws away what processes that died have left. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const current = currentOf(folder);
  if (current === undefined || !isSound(current.file)) makeCurrent(folder, createFile(folder));
  const kept = currentOf(folder)?.file;
  for (const name of readdirSync(folder)) {
    const owner = /^(?:index-\w+|current)-(\d+)[.-]/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)) && !(kept ?? "").endsWith(name.replace(/-(wal|shm)$/, ""))) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid === process.pid || process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isSound(file: string): boolean {
  try {
    const index = new SqliteDatabase(file, { readonly: true });
    try {
      return index.pragma("user_version", { simple: true }) === shape && index.prepare("select count(*) from dict").get() !== undefined;
    } finally {
      index.close();
    }
  } catch {
    return false;
  }
}

/** A new, empty file that nobody reads yet; its name says who is building it. */
export function createFile(folder: string): string {
  const file = join(folder, `index-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}-${process.pid}.sqlite`);
  const index = openToWrite(file);
  index.exec(tables);
  index.pragma(`user_version = ${shape}`);
  index.close();
  return file;
}

export function openToWrite(file: string, { maxBytes }: { maxBytes?: number | undefined } = {}): IndexFile {
  const index = new SqliteDatabase(file, { timeout: 5000 });
  index.pragma("journal_mode = WAL");
  index.pragma("synchronous = NORMAL"); // what a power cut takes is read from the outbox again
  if (maxBytes !== undefined) index.pragma(`max_page_count = ${Math.floor(maxBytes / 4096)}`);
  return index;
}

export function openToRead(file: string): IndexFile {
  const index = new SqliteDatabase(file, { readonly: true, timeout: 5000 });
  index.pragma("query_only = 1");
  index.pragma("cache_size = -8000");
  index.pragma("mmap_size = 268435456");
  return index;
}

export const isBroken = (error: unknown): boolean => error instanceof SqliteDatabase.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code);
export const isFull = (error: unknown): boolean => error instanceof SqliteDatabase.SqliteError && /^SQLITE_(FULL|IOERR_WRITE)/.test(error.code);
