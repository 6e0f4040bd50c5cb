import { openEmbeddedEngine } from "../src/embedded/embedded-engine.ts";
import type { SearchDocument, SearchEngine } from "../src/engine.ts";
import { openMeilisearchEngine } from "../src/meilisearch/meilisearch-engine.ts";
import { reach } from "../src/meilisearch/server.ts";

/** As on a host: the index beside it hears what the server hears, and reads the queries. */
export async function asOnOneHost(address: { url: string; key: string | undefined; name: string }): Promise<SearchEngine> {
  const beside = openEmbeddedEngine(":memory:", { threads: 1 });
  const engine = openMeilisearchEngine(address, beside);
  /** What the one beside has heard since a rebuild began: it is built second, and hears it again. */
  let heard: (() => Promise<void>)[] = [];
  const both = async (write: (one: SearchEngine) => Promise<void>) => {
    heard.push(() => write(beside));
    await write(engine);
    await write(beside);
  };
  return {
    ...engine,
    index: (documents) => both((one) => one.index(documents)),
    remove: (ids) => both((one) => one.remove(ids)),
    async rebuild(documents) {
      heard = [];
      const all: SearchDocument[] = [];
      const kept = async function* () {
        for await (const document of documents) {
          all.push(document);
          yield document;
        }
      };
      await engine.rebuild(kept());
      await beside.rebuild(each(all));
      for (const again of heard) await again();
    },
    async close() {
      await engine.close();
      const { client } = await reach(address);
      await client.deleteIndexIfExists(address.name);
      await beside.close();
    },
  };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
