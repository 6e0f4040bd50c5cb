import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { OutboxCursor } from "@xudong/database";
import type { SearchAnswer, SearchDocument, SearchEngine, SearchRequest, Suggestion } from "../engine.ts";
import type { Reading } from "../query/reading.ts";
import { prepareFolder } from "./index-file.ts";
import { openThreads } from "./threads.ts";
import type { Written } from "./writer-thread.ts";

/** What a rebuild tells on its way. */
export type Progress = { read: number; left: number | undefined };

/** An engine that keeps its place in the outbox beside what it has heard, and knows the words of what it holds. */
export type EmbeddedEngine = SearchEngine & {
  /** How far the outbox has been heard. */
  place(): Promise<OutboxCursor | undefined>;
  /** Writes what news made of things, and moves the place with it. @returns false where another process was quicker, and nothing was written */
  hear(written: Written): Promise<boolean>;
  rebuild(documents: AsyncIterable<SearchDocument>, options?: { place?: OutboxCursor; tell?: (progress: Progress) => void }): Promise<void>;
  /** What a query asks for, by the words this index knows: for another engine that keeps none of its own. */
  read(q: string, options?: { isTyping?: boolean; signal?: AbortSignal }): Promise<Reading>;
};

export type EmbeddedOptions = {
  /** How many searches at once; default: as many as the machine has cores, at most 4. */
  threads?: number;
  /** The index is never larger: what does not fit is refused, and all that is there stays. */
  maxBytes?: number;
};

const batch = 500;

/**
 * The engine that needs nothing installed: SQLite's FTS5 finds candidates, and a closer look orders them. It works in threads of its own,
 * so that whoever serves pages never waits for it. One folder belongs to one host; several processes of it may share it.
 *
 * @param folder where it is kept; ":memory:" for one that goes with the process
 */
export function openEmbeddedEngine(folder: string, { threads = Math.min(4, availableParallelism()), maxBytes }: EmbeddedOptions = {}): EmbeddedEngine {
  const isPassing = folder === ":memory:";
  const kept = isPassing ? mkdtempSync(join(tmpdir(), "xudong-index-")) : folder;
  prepareFolder(kept);
  const readers = openThreads("reader-thread", kept, threads);
  const writer = openThreads("writer-thread", kept, 1, maxBytes === undefined ? {} : { maxBytes });
  const write = (written: Written) => writer.ask<boolean>("write", written);
  const engine: EmbeddedEngine = {
    search: ({ signal, ...request }) => readers.ask<SearchAnswer>("search", request satisfies SearchRequest, signal),
    suggest: (prefix, limit = 8) => readers.ask<readonly Suggestion[]>("suggest", { prefix: prefix.slice(0, 1000), limit }),
    read: (q, { isTyping = false, signal } = {}) => readers.ask<Reading>("read", { q, isTyping }, signal),
    async index(documents) {
      await write({ documents, gone: [] });
    },
    async remove(ids) {
      await write({ documents: [], gone: ids });
    },
    hear: write,
    place: () => writer.ask("place", undefined),
    teach: (knowledge) => writer.ask("teach", knowledge),
    async rebuild(documents, { place, tell } = {}) {
      await writer.ask("begin", { place });
      try {
        let read = 0;
        const stage = async (some: readonly SearchDocument[]) => {
          await writer.ask("stage", { documents: some });
          tell?.({ read: (read += some.length), left: undefined });
        };
        let some: SearchDocument[] = [];
        for await (const document of documents) {
          some.push(document);
          if (some.length < batch) continue;
          await stage(some);
          some = [];
        }
        await stage(some);
        for (let left = await writer.ask<number>("build", undefined); left > 0; left = await writer.ask<number>("build", undefined)) tell?.({ read, left });
        await writer.ask("finish", undefined);
        tell?.({ read, left: 0 });
      } catch (error) {
        await writer.ask("abandon", undefined).catch(() => undefined);
        throw error;
      }
    },
    stats: () => readers.ask<{ documents: number }>("stats", undefined),
    async health() {
      await engine.stats();
    },
    async close() {
      await Promise.all([readers.close(), writer.close()]);
      if (isPassing) rmSync(kept, { recursive: true, force: true });
    },
  };
  return engine;
}
