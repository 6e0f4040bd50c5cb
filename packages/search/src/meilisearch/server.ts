import type { EnqueuedTaskPromise, FederatedMultiSearchParams, Index, Meilisearch, Task } from "meilisearch";
import type { KeptDocument } from "./documents.ts";

/** One Meilisearch, and the name of the index that answers. */
export type Server = { client: Meilisearch; live: string; index(uid: string): Index<KeptDocument> };

export type MeilisearchAddress = { url: string; key?: string | undefined; /** Of the index; a rebuild makes another beside it and exchanges the two. */ name?: string };

/** The client is loaded when a server is named: a market without one starts without it. */
export async function reach({ url, key, name = "xudong" }: MeilisearchAddress): Promise<Server> {
  const { Meilisearch } = await import("meilisearch");
  const client = new Meilisearch({ host: url, ...(key === undefined ? {} : { apiKey: key }), timeout: 30_000 });
  return { client, live: name, index: (uid) => client.index<KeptDocument>(uid) };
}

/** How long something small may wait in the queue of a busy server, in ms. */
const patience = 60_000;

/**
 * Waits until a task is done. A task that failed resolves like one that did not, so it is looked at.
 *
 * @param timeout in ms; 0 waits as long as it takes
 * @throws Error with the server's code where the task failed
 */
export async function done(task: EnqueuedTaskPromise, { timeout = patience, interval = 10 }: { timeout?: number; interval?: number } = {}): Promise<Task> {
  const ended = await task.waitTask({ timeout, interval });
  if (ended.status !== "succeeded") throw new TaskFailed(ended);
  return ended;
}

/** A write that the server took and could not do. */
export class TaskFailed extends Error {
  readonly code: string;
  constructor({ uid, type, status, error }: Task) {
    super(`Meilisearch's task ${uid} (${type}) was ${status}: ${error?.message ?? "no reason given"}`);
    this.name = "TaskFailed";
    this.code = error?.code ?? status;
  }
}

export type Looking = {
  /** Ways to say the same, with what each is worth: whatever one of them finds is found. */
  texts: readonly { q: string; weight: number }[];
  filter: string;
  sort?: readonly string[];
  offset?: number;
  limit: number;
  facets?: readonly string[];
  /** Attributes to look in; all of them unless said. */
  in?: readonly (keyof KeptDocument)[];
};

export type Looked = { hits: readonly { document: KeptDocument; density: number }[]; total: number; facets: Readonly<Record<string, Readonly<Record<string, number>>>> };

/** Asks for everything that any of the texts finds, once each, counted together. `signal` ends the call itself: the client's own time limit does not act beside one. */
export async function look({ client, live }: Server, { texts, filter, sort = [], offset = 0, limit, facets = [], in: within }: Looking, signal?: AbortSignal): Promise<Looked> {
  const { hits, facetsByIndex, ...counted } = await client.multiSearch<FederatedMultiSearchParams, KeptDocument>(
    {
      federation: { limit, offset, ...(facets.length === 0 ? {} : { facetsByIndex: { [live]: [...facets] } }) },
      queries: texts.map(({ q, weight }) => ({
        indexUid: live, q, matchingStrategy: "all" as const, federationOptions: { weight },
        ...(filter === "" ? {} : { filter }),
        ...(sort.length === 0 ? {} : { sort: [...sort] }),
        ...(within === undefined ? {} : { attributesToSearchOn: [...within] }),
      })),
    },
    signal === undefined ? undefined : { signal },
  );
  return {
    hits: hits.map(({ _federation, ...document }) => ({ document: document as KeptDocument, density: _federation?.weightedRankingScore ?? 0 })), // as `keptOf` has written it
    total: counted.estimatedTotalHits ?? 0,
    facets: facetsByIndex?.[live]?.distribution ?? {},
  };
}
