import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asOnOneHost } from "../../testing/as-on-one-host.ts";
import { realMeilisearch, whyNoMeilisearch } from "../../testing/real-meilisearch.ts";
import { aDocument, searchEngineContract } from "../search-engine.contract.ts";
import { reach } from "./server.ts";

const server = await realMeilisearch();
afterAll(() => server?.close());

if (server === undefined) {
  console.info(`The contract of search engines was ${whyNoMeilisearch}`);
  it("keeps the contract of search engines", ({ skip }) => skip(whyNoMeilisearch));
} else {
  const { url, key } = server;
  const address = () => ({ url, key, name: `test${randomUUID().slice(0, 8)}` });

  searchEngineContract("Meilisearch", async () => asOnOneHost(address()));

  it("a rebuild whose process died leaves nothing behind once the next one has run", async () => {
    const own = address();
    const engine = await asOnOneHost(own);
    await engine.index([aDocument("a", "Bánh gai")]);
    const { client } = await reach(own);
    await client.createIndex(`${own.name}_lost`, { primaryKey: "id" }).waitTask();
    await engine.rebuild(each([aDocument("b", "Bánh đậu")]));
    const { results } = await client.getRawIndexes({ limit: 1000 });
    expect(results.map(({ uid }) => uid).filter((uid) => uid.startsWith(own.name))).toEqual([own.name]);
    expect((await engine.search({ q: "bánh" })).hits.map(({ id }) => id)).toEqual(["b"]);
    await engine.close();
  });
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
