import { readOutbox, type Db, type OutboxCursor, type ToldNews } from "@xudong/database";
import type { SearchDocument } from "../engine.ts";
import type { EmbeddedEngine } from "./embedded-engine.ts";
import { removeDocuments, writeDocuments } from "./write-documents.ts";

/** Where documents come from: the caller knows the tables, the index knows none. */
export type DocumentSource = {
  /** What became of the things some news is about: those everybody may see as documents, all others by their ids. */
  changed(news: readonly ToldNews[]): Promise<{ documents: readonly SearchDocument[]; gone: readonly string[] }>;
  /** Everything everybody may see. */
  all(): AsyncIterable<SearchDocument>;
};

const newsAtOnce = 200;

/**
 * Brings an embedded index up to what the outbox has told. Its place stands in its own file and moves in the transaction of
 * what it wrote: after a crash it goes on where it was, and nothing is heard twice or left out.
 */
export function embeddedIndexer({ engine, db, source }: { engine: EmbeddedEngine; db: Db; source: DocumentSource }) {
  const { file } = engine;
  const readPlace = file.prepare<[], { line: string; xid: number; outbox_id: number }>("select line, xid, outbox_id from place_in_outbox");
  const keepPlace = file.prepare("insert into place_in_outbox (one, line, xid, outbox_id) values (1, ?, ?, ?) on conflict (one) do update set line = excluded.line, xid = excluded.xid, outbox_id = excluded.outbox_id");

  function place(): OutboxCursor | undefined {
    const row = readPlace.get();
    return row === undefined ? undefined : { line: row.line, xid: row.xid, id: row.outbox_id };
  }
  const move = ({ line, xid, id }: OutboxCursor) => void keepPlace.run(line, xid, id);

  return {
    /** True where there is something to hear, or everything. */
    async isBehind(): Promise<boolean> {
      const { news, lost } = await readOutbox(db, place(), 1);
      return lost || news.length > 0;
    },
    /** Hears the next news, or builds everything anew where the way back is gone. @returns how much it dealt with; 0 where it is up to date */
    async step(): Promise<number> {
      const from = place();
      const { news, next, lost } = await readOutbox(db, from, newsAtOnce);
      if (lost) {
        await engine.rebuild(source.all());
        move(next); // what was told since `next` is heard again, which does no harm
        return Math.max(1, (await engine.stats()).documents);
      }
      if (news.length === 0) return 0;
      const { documents, gone } = await source.changed(news);
      file
        .transaction(() => {
          // Another process of this host may have been quicker: what it wrote is no older.
          if (!isSame(place(), from)) return;
          removeDocuments(file, gone);
          writeDocuments(file, documents);
          move(next);
        })
        .immediate();
      return news.length;
    },
  };
}

export type EmbeddedIndexer = ReturnType<typeof embeddedIndexer>;

const isSame = (a: OutboxCursor | undefined, b: OutboxCursor | undefined) => a?.line === b?.line && a?.xid === b?.xid && a?.id === b?.id;
