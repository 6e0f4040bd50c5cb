import type { EmbeddedEngine, Progress } from "../embedded/embedded-engine.ts";
import type { SearchDocument, SearchEngine } from "../engine.ts";
import { answer, suggest } from "./answer.ts";
import { keptOf, type KeptDocument } from "./documents.ts";
import { exchange, fillBeside, drop, makeIndex, sweep } from "./rebuild.ts";
import { done, reach, type MeilisearchAddress, type Server } from "./server.ts";

/** An engine on a server of its own, which all hosts share. */
export type MeilisearchEngine = SearchEngine & {
  rebuild(documents: AsyncIterable<SearchDocument>, options?: { tell?: (progress: Progress) => void }): Promise<void>;
};

/**
 * The engine for more than one host, or more than a hundred thousand documents. Meilisearch finds; what a query means is read by the words of
 * the host's own index, which stands beside it anyway, for when the server is silent. Whoever writes does it from one place at a time.
 *
 * @param beside reads queries, and is taught what editors know
 */
export function openMeilisearchEngine(address: MeilisearchAddress, beside: Pick<EmbeddedEngine, "read" | "teach">): MeilisearchEngine {
  let reached: Promise<Server> | undefined;
  let hasIndex = false;
  let meanwhile: Map<string, KeptDocument | "gone"> | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const server = () => (reached ??= reach(address));

  async function withIndex(): Promise<Server> {
    const known = await server();
    if (!hasIndex && !(await exists(known))) await makeIndex(known, known.live);
    hasIndex = true;
    return known;
  }

  /** One write after the other: a rebuild ends with nothing under way. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = writing.then(work, work);
    writing = turn.catch(() => undefined);
    return turn;
  }

  const note = (ids: readonly string[], written: (at: number) => KeptDocument | "gone") => ids.forEach((id, at) => meanwhile?.set(id, written(at)));

  const engine: MeilisearchEngine = {
    async search(request) {
      const { signal } = request;
      signal?.throwIfAborted();
      return answer(await server(), await beside.read(request.q, { ...(signal === undefined ? {} : { signal }) }), request).catch(rethrown(signal));
    },
    async suggest(prefix, limit = 8) {
      const typed = prefix.slice(0, 1000);
      return suggest(await server(), await beside.read(typed, { isTyping: true }), limit);
    },
    async index(documents) {
      if (documents.length === 0) return;
      const kept = documents.map(keptOf);
      await inTurn(async () => {
        const { index, live } = await withIndex();
        await done(index(live).addDocuments(kept));
        note(kept.map(({ id }) => id), (at) => kept[at] ?? "gone");
      });
    },
    async remove(ids) {
      const known = ids.filter((id) => /^[A-Za-z0-9_-]+$/.test(id));
      if (known.length === 0) return;
      await inTurn(async () => {
        const { index, live } = await withIndex();
        await done(index(live).deleteDocuments([...known]));
        note(known, () => "gone");
      });
    },
    async rebuild(documents, { tell } = {}) {
      if (meanwhile !== undefined) throw new Error("Everything is being built anew already");
      const written = (meanwhile = new Map<string, KeptDocument | "gone">());
      try {
        const known = await withIndex();
        await sweep(known);
        let read = 0;
        const uid = await fillBeside(known, documents, (now) => tell?.({ read: (read = now), left: undefined }));
        await inTurn(() => exchange(known, uid, written)).catch(async (error: unknown) => {
          await drop(known, uid);
          throw error;
        });
        tell?.({ read, left: 0 });
      } finally {
        meanwhile = undefined;
      }
    },
    teach: (knowledge) => beside.teach(knowledge),
    async stats() {
      const { index, live } = await withIndex();
      return { documents: (await index(live).getStats()).numberOfDocuments };
    },
    async health() {
      await (await server()).client.health();
    },
    async close() {
      await writing;
    },
  };
  return engine;
}

async function exists({ client, live }: Server): Promise<boolean> {
  const { results } = await client.getRawIndexes({ limit: 1000 });
  return results.some(({ uid }) => uid === live);
}

/** The client wraps what ended a call; whoever called it off hears their own reason. */
function rethrown(signal: AbortSignal | undefined): (error: unknown) => never {
  return (error) => {
    if (signal?.aborted === true) throw signal.reason;
    throw error;
  };
}
