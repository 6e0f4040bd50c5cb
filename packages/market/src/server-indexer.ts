import type { DocumentSource, MeilisearchEngine } from "@xudong/search";
import type { Reader } from "./jobs/deliver.ts";

/**
 * Brings a search server up to what the outbox has told. One process has the turn; its place moves once the server has done what it was
 * told, so that after a crash some news is told again, which changes nothing: a document takes the place of itself.
 */
export function serverIndexer(server: MeilisearchEngine, source: DocumentSource): Reader {
  return {
    name: "search.server",
    everyMs: 500,
    async hear(news) {
      const { documents, gone } = await source.changed(news);
      await server.index(documents);
      await server.remove(gone);
    },
    rebuild: () => server.rebuild(source.all()),
  };
}
