import { readOutbox, type Db, type OutboxCursor, type ToldNews } from "@xudong/database";
import type { SearchDocument } from "../engine.ts";
import type { Knowledge } from "../knowledge.ts";
import type { EmbeddedEngine, Progress } from "./embedded-engine.ts";

/** Where documents come from: the caller knows the tables, the index knows none. */
export type DocumentSource = {
  /** What became of the things some news is about: those everybody may see as documents, all others by their ids. */
  changed(news: readonly ToldNews[]): Promise<{ documents: readonly SearchDocument[]; gone: readonly string[] }>;
  /** Everything everybody may see. */
  all(): AsyncIterable<SearchDocument>;
  /** What editors and the map know; asked for with a rebuild, and when some of the news says that it has changed. */
  knowledge?(): Promise<Knowledge>;
  isAboutKnowledge?(news: ToldNews): boolean;
};

const newsAtOnce = 200;

/**
 * Brings an embedded index up to what the outbox has told. Its place stands in its own file and moves in the transaction of
 * what it wrote: after a crash it goes on where it was, and nothing is heard twice or left out.
 */
export function embeddedIndexer({ engine, db, source }: { engine: EmbeddedEngine; db: Db; source: DocumentSource }) {
  async function rebuild(next: OutboxCursor, tell?: (progress: Progress) => void): Promise<void> {
    if (source.knowledge !== undefined) await engine.teach(await source.knowledge());
    // What was told since `next` is heard again, which does no harm.
    await engine.rebuild(source.all(), { place: next, ...(tell === undefined ? {} : { tell }) });
  }

  return {
    /** True where there is something to hear, or everything. */
    async isBehind(): Promise<boolean> {
      const { news, lost } = await readOutbox(db, await engine.place(), 1);
      return lost || news.length > 0;
    },
    /** Since when the oldest news waits to be heard; undefined where it is up to date, "all" where everything has to be built. */
    async behindSince(): Promise<Date | "all" | undefined> {
      const { news, lost } = await readOutbox(db, await engine.place(), 1);
      return lost ? "all" : news[0]?.at;
    },
    /** Hears the next news, or builds everything anew where the way back is gone. @returns how much it dealt with; 0 where it is up to date */
    async step(): Promise<number> {
      const from = await engine.place();
      const { news, next, lost } = await readOutbox(db, from, newsAtOnce);
      if (lost) {
        await rebuild(next);
        return Math.max(1, (await engine.stats()).documents);
      }
      if (news.length === 0) return 0;
      if (source.knowledge !== undefined && news.some((each) => source.isAboutKnowledge?.(each))) await engine.teach(await source.knowledge());
      const { documents, gone } = await source.changed(news);
      await engine.hear({ documents, gone, place: { from, to: next } });
      return news.length;
    },
    /** Everything anew, whatever it has heard. */
    async rebuild(tell?: (progress: Progress) => void): Promise<number> {
      const { next } = await readOutbox(db, undefined, 1);
      await rebuild(next, tell);
      return (await engine.stats()).documents;
    },
  };
}

export type EmbeddedIndexer = ReturnType<typeof embeddedIndexer>;
