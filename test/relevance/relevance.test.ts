import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmbeddedEngine, type SearchEngine } from "@xudong/search";
import { asOnOneHost, realMeilisearch, whyNoMeilisearch } from "@xudong/search/testing";
import { marketKnowledge } from "./engine.ts";
import { mean, ndcgOf, scoreEngine, type Scored } from "./score.ts";

const least = 0.84;

const server = await realMeilisearch();
if (server === undefined) console.info(`Relevance was ${whyNoMeilisearch}`);
afterAll(() => server?.close());

const engines: readonly (readonly [name: string, open: () => Promise<SearchEngine>])[] = [
  ["the index of a host", async () => openEmbeddedEngine(":memory:", { threads: 1 })],
  ...(server === undefined ? [] : [["Meilisearch", () => asOnOneHost({ ...server, name: "relevance" })] as const]),
];

describe.each(engines)("With %s", (name, open) => {
  let engine: SearchEngine;
  let scored: readonly Scored[];
  beforeAll(async () => {
    engine = await open();
    await engine.teach(marketKnowledge);
    scored = await scoreEngine(engine);
    console.info(`${name}: nDCG@10 ${mean(scored).toFixed(4)}`);
  });
  afterAll(() => engine.close());

  test(`people find what they mean: nDCG@10 is at least ${least}`, () => {
    const misses = scored.filter(({ ndcg }) => ndcg < 0.7).map(({ ndcg, type, query, ids }) => `${ndcg.toFixed(2)} ${type} “${query}”: ${ids.slice(0, 5).join(", ")}`);
    expect(mean(scored), misses.join("\n")).toBeGreaterThanOrEqual(least);
  });

  test("nothing stays without an answer", () => {
    expect(scored.filter(({ ids }) => ids.length === 0).map(({ query }) => query)).toEqual([]);
  });
});

test("the measure falls where the order is worse", () => {
  const grades = { a: 3, b: 2, c: 1 };
  expect(ndcgOf(["a", "b", "c"], grades)).toBe(1);
  expect(ndcgOf(["c", "b", "a"], grades)).toBeLessThan(0.8);
  expect(ndcgOf([], grades)).toBe(0);
});
