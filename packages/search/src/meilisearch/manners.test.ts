import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { meilisearchDouble } from "../../testing/meilisearch-double.ts";
import type { SearchDocument } from "../engine.ts";
import { noKnowledge } from "../knowledge.ts";
import { phrasesOf } from "../query/phrases.ts";
import { read } from "../query/reading.ts";
import { vocabularyOf } from "../query/vocabulary.ts";
import { aDocument } from "../search-engine.contract.ts";
import { openMeilisearchEngine, type MeilisearchEngine } from "./meilisearch-engine.ts";

const vocabulary = vocabularyOf([aDocument("a", "Bánh gai")]);
const beside = { read: async (q: string) => read(q, { vocabulary, phrases: phrasesOf(noKnowledge) }), teach: async () => undefined };

describe("Speaking to a Meilisearch", () => {
  let double: Awaited<ReturnType<typeof meilisearchDouble>>;
  let engine: MeilisearchEngine;
  beforeEach(async () => {
    double = await meilisearchDouble();
    engine = openMeilisearchEngine({ url: double.url, key: "k", name: "goods" }, beside);
  });
  afterEach(async () => {
    await engine.close();
    await double.close();
  });
  const paths = () => double.asked.map(({ method, path }) => `${method} ${path.replace(/goods_[a-z0-9_]+/, "goods_new")}`);

  it("waits until a task is done, and makes the index with its settings before its first document", async () => {
    await engine.index([aDocument("a", "Bánh gai")]);
    expect(paths()).toEqual(["GET /indexes", "POST /indexes", "PATCH /indexes/goods/settings", "POST /indexes/goods/documents"]);
  });

  it("a task that failed is a fault, though it was answered", async () => {
    double.fails.set("documentAdditionOrUpdate", "no_space_left_on_device");
    await expect(engine.index([aDocument("a", "Bánh gai")])).rejects.toMatchObject({ name: "TaskFailed", code: "no_space_left_on_device" });
  });

  it("sends nothing of a batch that holds something broken", async () => {
    await expect(engine.index([aDocument("a", "Bánh"), aDocument("b", "Bánh", { priceDong: Number.NaN })])).rejects.toThrow("priceDong of b");
    await expect(engine.index([aDocument("no good", "Bánh")])).rejects.toThrow("no good");
    expect(double.asked).toEqual([]);
  });

  it("a search that is called off ends at the server, too", async () => {
    double.fallSilent();
    const call = new AbortController();
    const answer = engine.search({ q: "bánh", signal: call.signal });
    await vi.waitFor(() => expect(double.asked).toHaveLength(1));
    call.abort(new Error("nobody waits any more"));
    await expect(answer).rejects.toThrow("nobody waits any more");
    await vi.waitFor(() => expect(double.ended).toEqual(["/multi-search"]));
  });

  it("nothing typed reaches Meilisearch's own language", async () => {
    await engine.search({ q: '-vải "x" _geoRadius(1) kind = goods \\', filter: { eq: ["category", 'a" OR kind = "x'] } });
    for (const { body } of double.asked) {
      for (const { q, filter } of (body as { queries: { q: string; filter: string }[] }).queries) {
        expect(q).toMatch(/^("?[\p{L}\p{N}]+( [\p{L}\p{N}]+)*"? ?)*$/u);
        expect(filter).toBe('category IN ["a\\" OR kind = \\"x"]');
      }
    }
  });

  it("builds beside the index that answers, adds what was written meanwhile, and exchanges them in one task", async () => {
    await engine.index([aDocument("a", "Bánh gai")]);
    double.asked.length = 0;
    async function* documents(): AsyncGenerator<SearchDocument> {
      yield aDocument("a", "Bánh gai");
      await engine.remove(["a"]);
      await engine.index([aDocument("b", "Bánh đậu")]);
    }
    await engine.rebuild(documents());
    expect(paths()).toEqual([
      "GET /indexes", "POST /indexes", "PATCH /indexes/goods_new/settings",
      "POST /indexes/goods/documents/delete-batch", "POST /indexes/goods/documents",
      "POST /indexes/goods_new/documents", "POST /indexes/goods_new/documents", "POST /indexes/goods_new/documents/delete-batch",
      "POST /swap-indexes", "DELETE /indexes/goods_new",
    ]);
    expect([...double.indexes]).toEqual(["goods"]);
  });

  it("keeps the old index where the new one cannot be built or exchanged, and leaves nothing behind", async () => {
    await engine.index([aDocument("a", "Bánh gai")]);
    async function* documents() {
      yield aDocument("a", "Bánh gai");
    }
    for (const task of ["settingsUpdate", "indexSwap"]) {
      double.fails.set(task, "internal");
      await expect(engine.rebuild(documents()), task).rejects.toMatchObject({ code: "internal" });
      double.fails.clear();
      expect([...double.indexes], task).toEqual(["goods"]);
    }
    await engine.rebuild(documents());
  });

  it("two rebuilds at once are refused", async () => {
    const gate = Promise.withResolvers<void>();
    async function* slowly() {
      await gate.promise;
      yield aDocument("a", "Bánh gai");
    }
    const first = engine.rebuild(slowly());
    await expect(engine.rebuild(slowly())).rejects.toThrow("already");
    gate.resolve();
    await first;
  });

  it("a server that is not there is a fault that says so", async () => {
    const lost = openMeilisearchEngine({ url: "http://127.0.0.1:9" }, beside);
    await expect(lost.search({ q: "vải" })).rejects.toThrow("127.0.0.1:9");
    await expect(lost.health()).rejects.toThrow();
  });
});
