import { parentPort, workerData } from "node:worker_threads";
import type { OutboxCursor } from "@xudong/database";
import type { SearchDocument } from "../engine.ts";
import type { Knowledge } from "../knowledge.ts";
import { createFile, currentOf, isBroken, isFull, makeCurrent, openToWrite, pointerSeen, removeFile, type IndexFile } from "./index-file.ts";
import { readKnowledge } from "./reader.ts";
import type { Asked, Told } from "./threads.ts";
import { change } from "./write-documents.ts";

// The one thread that writes. It answers in the order in which it is asked.
const { folder, maxBytes } = workerData as { folder: string; maxBytes?: number };

/** What is written at once: documents, ids that are gone, and how far the outbox has been heard with that. */
export type Written = { documents: readonly SearchDocument[]; gone: readonly string[]; place?: { from: OutboxCursor | undefined; to: OutboxCursor } };

let open: { index: IndexFile; seen: string } | undefined;

/** The current file, also after another process has exchanged it. */
function current(): IndexFile {
  const seen = pointerSeen(folder);
  if (open?.seen === seen) return open.index;
  open?.index.close();
  const file = currentOf(folder)?.file ?? renewed();
  open = { index: openToWrite(file, { maxBytes }), seen: pointerSeen(folder) };
  return open.index;
}

/** An empty index in the place of one that cannot be used: whoever keeps it will find that it has heard nothing, and build it. */
function renewed(): string {
  const file = createFile(folder);
  makeCurrent(folder, file);
  return file;
}

/** What is being built: documents gather in `staged`, and are put in by falling popularity, so that the order of rows is that of popularity. */
type Building = { file: string; index: IndexFile; place: OutboxCursor | undefined };
let building: Building | undefined;

const batch = 500;

const answers: Readonly<Record<string, (question: never) => unknown>> = {
  place: () => placeIn(current()),

  write({ documents, gone, place }: Written) {
    const index = current();
    let isHeard = true;
    change(index, (writer) => {
      // Another process of this host may have been quicker: what it wrote is no older.
      if (place !== undefined && !isSame(placeIn(index), place.from)) return void (isHeard = false);
      for (const id of gone) writer.remove(id);
      for (const document of documents) writer.put(document);
      if (place !== undefined) movePlace(index, place.to);
    });
    if (building !== undefined) stage(building.index, documents, gone, true);
    return isHeard;
  },

  teach(knowledge: Knowledge) {
    for (const index of [current(), ...(building === undefined ? [] : [building.index])]) keepKnowledge(index, knowledge);
  },

  begin({ place }: { place?: OutboxCursor }) {
    abandon();
    const file = createFile(folder);
    const index = openToWrite(file, { maxBytes });
    index.exec("create table staged (ext text primary key, popularity real not null, doc text, is_fresh integer not null) without rowid");
    keepKnowledge(index, readKnowledge(current()));
    building = { file, index, place };
  },

  stage: ({ documents }: { documents: readonly SearchDocument[] }) => stage(requireBuilding().index, documents, [], false),

  /** Puts in the next of what has gathered. @returns how many are still to come */
  build(): number {
    const { index } = requireBuilding();
    const next = index.prepare<[], { ext: string; doc: string | null }>(`select ext, doc from staged order by popularity desc, ext limit ${batch}`).all();
    change(index, (writer) => {
      for (const { ext, doc } of next) doc === null ? writer.remove(ext) : writer.put(JSON.parse(doc) as SearchDocument); // as `stage` has written it
      const drop = index.prepare("delete from staged where ext = ?");
      for (const { ext } of next) drop.run(ext);
    });
    return index.prepare<[], number>("select count(*) from staged").pluck().get() ?? 0;
  },

  /** The new one takes the place of the old. Nothing comes between: what was written last is in it, or waits behind this. */
  finish() {
    const { file, index, place } = requireBuilding();
    while ((answers["build"]?.(undefined as never) as number) > 0);
    index.exec("drop table staged; insert into fts (fts) values ('optimize')");
    if (place !== undefined) movePlace(index, place);
    index.pragma("wal_checkpoint(truncate)");
    index.exec("analyze");
    index.close();
    building = undefined;
    open?.index.close();
    open = undefined;
    makeCurrent(folder, file);
  },

  abandon,
};

function abandon(): void {
  if (building === undefined) return;
  building.index.close();
  removeFile(building.file);
  building = undefined;
}

function requireBuilding(): Building {
  if (building === undefined) throw new Error("No index is being built");
  return building;
}

/** What was written while all is being read is newer than what is read: it stays, also where it says that a thing is gone. */
function stage(index: IndexFile, documents: readonly SearchDocument[], gone: readonly string[], isFresh: boolean): void {
  const put = index.prepare(
    `insert into staged (ext, popularity, doc, is_fresh) values (?, ?, ?, ?)
     on conflict (ext) do ${isFresh ? "update set popularity = excluded.popularity, doc = excluded.doc, is_fresh = 1" : "nothing"}`,
  );
  index
    .transaction(() => {
      for (const document of documents) put.run(document.id, document.popularity ?? 0, JSON.stringify(document), Number(isFresh));
      for (const id of gone) put.run(id, 0, null, Number(isFresh));
    })
    .immediate();
}

function placeIn(index: IndexFile): OutboxCursor | undefined {
  const row = index.prepare<[], { line: string; xid: number; id: number }>("select line, xid, outbox_id as id from place_in_outbox").get();
  return row;
}

function movePlace(index: IndexFile, { line, xid, id }: OutboxCursor): void {
  index.prepare("insert into place_in_outbox (one, line, xid, outbox_id) values (1, ?, ?, ?) on conflict (one) do update set line = excluded.line, xid = excluded.xid, outbox_id = excluded.outbox_id").run(line, xid, id);
}

function keepKnowledge(index: IndexFile, knowledge: Knowledge): void {
  index.prepare("insert into known (one, version, json) values (1, 1, ?) on conflict (one) do update set version = version + 1, json = excluded.json").run(JSON.stringify(knowledge));
}

const isSame = (a: OutboxCursor | undefined, b: OutboxCursor | undefined) => a?.line === b?.line && a?.xid === b?.xid && a?.id === b?.id;

parentPort?.on("message", ({ id, ask, with: question }: Asked) => parentPort?.postMessage(tell(id, () => answers[ask]?.(question as never))));

function tell(id: number, work: () => unknown): Told {
  try {
    return { id, answer: work() };
  } catch (error) {
    if (isBroken(error)) renewed();
    if (isFull(error)) return { id, fault: new Error("search.disk_full: the index could not be written; it stays as it was", { cause: error }) };
    return { id, fault: error instanceof Error ? error : new Error(String(error)) };
  }
}
