import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SearchDocument, SearchRequest } from "../engine.ts";
import { openEmbeddedEngine, type EmbeddedEngine } from "./embedded-engine.ts";

const aDocument = (id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({ id, kind: "goods", title, titleEn: "", tags: [], place: "", body: "", ...more });

const documents: readonly SearchDocument[] = [
  aDocument("gai", "Bánh gai Bờ Giếng", { titleEn: "Ramie leaf cake", category: "banh", unit: "1", priceDong: 60_000, place: "Ninh Giang", at: { lat: 20.73, lng: 106.4 } }),
  aDocument("gái", "Bánh gái làng", { category: "banh", unit: "2", priceDong: 40_000 }),
  aDocument("vai", "Vải thiều Thanh Hà", { titleEn: "Thanh Hà lychee", category: "qua", unit: "3", priceDong: 110_000, months: [6], ocop: 4, at: { lat: 20.88, lng: 106.42 } }),
  aDocument("co", "Thuyền ngắm Đảo Cò", { kind: "experience", titleEn: "By boat round Stork Island", category: "thuyen", unit: "4", priceDong: 90_000, months: [9, 10, 11], body: "Cò và vạc về hồ." }),
  aDocument("gom", "Gốm Chu Đậu vẽ tay", { category: "gom", unit: "2", priceDong: 150_000, tags: ["gốm", "quà tặng"] }),
];

let engine: EmbeddedEngine;
beforeEach(async () => {
  engine = openEmbeddedEngine(":memory:");
  await engine.index(documents);
});
afterEach(() => engine.close());

const found = async (request: SearchRequest) => (await engine.search(request)).hits.map(({ id }) => id);

describe("The embedded engine", () => {
  it.each([
    ["vai thieu", "vai"],
    ["VẢI THIỀU", "vai"],
    ["vải thiều".normalize("NFD"), "vai"],
    ["gom chu dau", "gom"],
    ["dao co", "co"],
    ["đảo cò ở đâu", "co"],
    ["lychee", "vai"],
    ["stork isl", "co"],
    ["qua tang", "gom"],
  ])("finds by %j", async (q, first) => {
    expect((await found({ q }))[0]).toBe(first);
  });

  it("prefers the tone that was typed, and any where none was", async () => {
    expect(await found({ q: "bánh gai" })).toEqual(["gai", "gái"]);
    expect(await found({ q: "bánh gái" })).toEqual(["gái", "gai"]);
    expect((await found({ q: "banh gai" })).sort()).toEqual(["gai", "gái"]);
  });

  it("finds those with some of the words where none has them all", async () => {
    expect(await found({ q: "gốm thiều" })).toEqual(expect.arrayContaining(["gom", "vai"]));
    expect(await found({ q: "xyzzy" })).toEqual([]);
  });

  it("counts a facet without its own choice, and the others with it", async () => {
    const { total, facets } = await engine.search({ q: "", chosen: { category: ["banh"] }, facets: ["category", "unit", "kind", "month"] });
    expect(total).toBe(2);
    expect(facets.category).toEqual(expect.arrayContaining([{ value: "banh", count: 2 }, { value: "gom", count: 1 }]));
    expect(facets.unit).toEqual([{ value: "1", count: 1 }, { value: "2", count: 1 }]);
    expect(facets.kind).toEqual([{ value: "goods", count: 2 }]);
    expect(facets.month).toHaveLength(12);
  });

  it("keeps to filters of every form", async () => {
    expect(await found({ q: "", filter: { range: ["price", { max: 60_000 }] }, sort: "price_asc" })).toEqual(["gái", "gai"]);
    expect(await found({ q: "", filter: { and: [{ eq: ["kind", "goods"] }, { not: { in: ["category", ["banh", "gom"]] } }] } })).toEqual(["vai"]);
    expect(await found({ q: "", filter: { or: [{ eq: ["ocop", 4] }, { eq: ["month", 9] }] }, sort: "price_desc" })).toEqual(expect.arrayContaining(["vai", "co"]));
    expect(await found({ q: "", filter: { withinRadius: { lat: 20.88, lng: 106.42, metres: 5_000 } } })).toEqual(["vai"]);
    expect(await found({ q: "", filter: { withinBox: { north: 20.8, south: 20.7, west: 106, east: 107 } } })).toEqual(["gai"]);
    expect(await found({ q: "", filter: { or: [] } })).toEqual([]);
  });

  it("says how far away things are, nearest first", async () => {
    const { hits } = await engine.search({ q: "", sort: "near", near: { lat: 20.73, lng: 106.4 } });
    expect(hits.map(({ id }) => id)).toEqual(["gai", "vai"]);
    expect(hits[0]?.distance).toBe(0);
    expect(hits[1]?.distance).toBeGreaterThan(16_000);
    expect(hits[1]?.distance).toBeLessThan(18_000);
  });

  it("marks what was asked for in the text as it is written", async () => {
    const [hit] = (await engine.search({ q: "chu dau ve" })).hits;
    expect(hit?.title.marks.map(({ from, to }) => hit.title.text.slice(from, to))).toEqual(["Chu Đậu vẽ"]);
  });

  it("takes a document in the place of the one with its id, and forgets it", async () => {
    await engine.index([aDocument("gom", "Bát men trắng")]);
    expect(await found({ q: "chu đậu" })).toEqual([]);
    expect(await found({ q: "bát men" })).toEqual(["gom"]);
    await engine.remove(["gom", "never"]);
    expect(await found({ q: "bát men" })).toEqual([]);
    expect(await engine.stats()).toEqual({ documents: 4 });
  });

  it("writes all of a batch or none", async () => {
    const broken = { ...aDocument("b", "Bánh"), priceDong: {} as number };
    await expect(engine.index([aDocument("a", "Bánh"), broken])).rejects.toThrow();
    expect(await engine.stats()).toEqual({ documents: documents.length });
  });

  it("pages without repeating and without leaving out", async () => {
    await engine.index(Array.from({ length: 400 }, (_, n) => aDocument(`n${n}`, `Chậu cây số ${n}`)));
    const seen: string[] = [];
    for (let page = 1; page <= 20; page++) seen.push(...(await found({ q: "chậu cây", page, pageSize: 20 })));
    expect(new Set(seen).size).toBe(400);
    expect(seen).toHaveLength(400);
  });

  it("suggests titles by their beginning and by any of their words", async () => {
    expect((await engine.suggest("vai th")).map(({ title }) => title)).toEqual(["Vải thiều Thanh Hà"]);
    expect((await engine.suggest("đậu")).map(({ id }) => id)).toEqual(["gom"]);
    expect(await engine.suggest("  ")).toEqual([]);
  });

  it.each(["", " ", "\"", "*", "a AND OR NOT", "title:x", "(((", "-", "^", "NEAR(a b)", "\u0000", "😀", "' ; drop table item", "{a b}", "x".repeat(10_000), "+".repeat(500), "ْ"])(
    "answers %j as it answers anything",
    async (q) => {
      expect((await engine.search({ q, facets: ["kind"] })).engine).toBe("embedded");
      await engine.suggest(q);
    },
  );

  it("refuses a field it does not know: that is the caller's fault, not the guest's", async () => {
    await expect(engine.search({ q: "", filter: { eq: ["colour" as "kind", "red"] } })).rejects.toThrow("colour");
    await expect(engine.search({ q: "", chosen: { colour: ["red"] } as SearchRequest["chosen"] & object })).rejects.toThrow("colour");
  });

  it("goes on answering from the old while everything is built anew", async () => {
    async function* slowly() {
      for (const document of documents.slice(0, 2)) {
        expect(await found({ q: "vải" })).toEqual(["vai"]);
        yield document;
      }
    }
    await engine.rebuild(slowly());
    expect(await found({ q: "vải" })).toEqual([]);
    expect(await engine.stats()).toEqual({ documents: 2 });
  });
});
