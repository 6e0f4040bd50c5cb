import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Filter, SearchDocument, SearchEngine, SearchRequest } from "./engine.ts";
import { noKnowledge } from "./knowledge.ts";

export const aDocument = (id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({ id, kind: "goods", title, titleEn: "", tags: [], place: "", body: "", ...more });

/** A small market of what is easily mistaken for each other. */
export const contractDocuments: readonly SearchDocument[] = [
  aDocument("gai", "Bánh gai Bờ Giếng", { titleEn: "Ramie leaf cake", category: "banh", unit: "1", priceDong: 60_000, place: "Ninh Giang", at: { lat: 20.73, lng: 106.4 } }),
  aDocument("girl", "Bánh gái làng", { category: "banh", unit: "2", priceDong: 40_000 }),
  aDocument("vai", "Vải thiều Thanh Hà", { titleEn: "Thanh Hà lychee", category: "qua", unit: "3", priceDong: 110_000, months: [6], ocop: 4, at: { lat: 20.88, lng: 106.42 } }),
  aDocument("co", "Thuyền ngắm Đảo Cò", { kind: "experience", titleEn: "By boat round Stork Island", category: "thuyen", unit: "4", priceDong: 90_000, months: [9, 10, 11], body: "Cò và vạc về hồ. Thuyền nhỏ, áo phao đủ cho cả nhà, người lái là dân trong làng đã quen từng bụi tre." }),
  aDocument("gom", "Gốm Chu Đậu vẽ tay", { category: "gom", unit: "2", priceDong: 150_000, tags: ["gốm", "quà tặng"] }),
  aDocument("dau", "Bánh đậu xanh lá sen", { titleEn: "Mung bean cake", category: "banh", unit: "1", priceDong: 45_000, ocop: 5, tags: ["bánh đậu xanh"] }),
  aDocument("ruoi", "Chả rươi Tứ Kỳ", { titleEn: "Ragworm patties", category: "cha", unit: "5", priceDong: 190_000, months: [10, 11, 12] }),
];

/** What guests type by mistake, for fun or to do harm. None of it means anything to an engine. */
export const hostileQueries: readonly string[] = [
  "", " ", "\"", "'", "*", "a AND OR NOT", "title:x", "(((", ")))", "-", "-vải", "^", "NEAR(a b)", "\u0000", "😀", "' ; drop table item", "{a b}", "x".repeat(10_000), "+".repeat(500), "ْ", "\ud800", "a\u0301".repeat(300),
  "price > 1 OR 1 = 1", "kind = goods", "_geoRadius(1,2,3)", "${7*7}", "<script>", "%00", "vai\nthieu", "\u202evai", "ｖａｉ ｔｈｉｅｕ", "ⅻ", "ﷺ", "𝓿𝓪𝓲", "вải", "荔枝", "‮", "1e309", "-1", "9".repeat(400), "a*b*c*", "\"unclosed phrase", "vai -thieu", "tones : x",
];

/**
 * What every engine promises, whoever wrote it. Where one differs, its test says so beside the call and why.
 *
 * @param open an engine that holds nothing; it is emptied by `rebuild` before each test
 */
export function searchEngineContract(name: string, open: () => Promise<SearchEngine>, { differs = [] }: { differs?: readonly Difference[] } = {}): void {
  describe(`${name} keeps the contract of search engines`, () => {
    let opened: Promise<SearchEngine> | undefined;
    let engine: SearchEngine;
    beforeEach(async () => {
      engine = await (opened ??= open());
      await engine.teach(noKnowledge);
      await engine.rebuild(each(contractDocuments));
    });
    afterAll(async () => (await opened)?.close());

    const found = async (request: SearchRequest) => (await engine.search(request)).hits.map(({ id }) => id);
    const unless = (difference: Difference) => it.skipIf(differs.includes(difference));

    it.each([
      ["vai thieu", "vai"],
      ["VẢI THIỀU", "vai"],
      ["vải thiều".normalize("NFD"), "vai"],
      ["ｖai thieu", "vai"],
      ["gom chu dau", "gom"],
      ["GỐM CHU ÐẬU", "gom"],
      ["dao co", "co"],
      ["đảo cò ở đâu", "co"],
      ["lychee", "vai"],
      ["stork isl", "co"],
      ["qua tang", "gom"],
      ["banhdauxanh", "dau"],
      ["vaithieu", "vai"],
      ["thieeuf", "vai"],
      ["va3i thie6u2", "vai"],
      ["vai thieuu", "vai"],
      ["gốmchuđậu", "gom"],
      ["ocop 5 sao", "dau"],
      ["4 sao", "vai"],
      ["cha duoi", "ruoi"],
      ["mua vải thiều ở đâu ngon", "vai"],
    ])("finds by %j", async (q, first) => {
      expect((await found({ q }))[0]).toBe(first);
    });

    it("prefers the tone that was typed, and any where none was", async () => {
      expect((await found({ q: "bánh gai" })).slice(0, 2)).toEqual(["gai", "girl"]);
      expect((await found({ q: "bánh gái" })).slice(0, 2)).toEqual(["girl", "gai"]);
      expect((await found({ q: "banh gai" })).slice(0, 2).sort()).toEqual(["gai", "girl"]);
    });

    it("shows what has some of the words behind what has them all, and says so", async () => {
      const { hits } = await engine.search({ q: "gốm thiều" });
      expect(hits.map(({ id }) => id)).toEqual(expect.arrayContaining(["gom", "vai"]));
      expect(hits.every(({ isPartial }) => isPartial)).toBe(true);
      expect((await engine.search({ q: "bánh gai" })).hits[0]?.isPartial).toBe(false);
    });

    it("finds nothing for what is nothing", async () => {
      expect(await engine.search({ q: "xyzzyqwert" })).toMatchObject({ hits: [], total: 0 });
    });

    it("says what was probably meant, with its marks", async () => {
      expect((await engine.search({ q: "vai thieuu" })).corrected).toBe("vải thiều");
      expect((await engine.search({ q: "vai thieu" })).corrected).toBeUndefined();
    });

    it("counts a facet without its own choice, and the others with it", async () => {
      const { total, facets } = await engine.search({ q: "", chosen: { category: ["banh"] }, facets: ["category", "unit", "kind", "month", "ocop"] });
      expect(total).toBe(3);
      expect(facets.category).toEqual(expect.arrayContaining([{ value: "banh", count: 3 }, { value: "gom", count: 1 }]));
      expect(facets.unit).toEqual([{ value: "1", count: 2 }, { value: "2", count: 1 }]);
      expect(facets.kind).toEqual([{ value: "goods", count: 3 }]);
      expect(facets.ocop).toEqual([{ value: "5", count: 1 }]);
      expect(facets.month).toHaveLength(12);
    });

    it("counts what words found", async () => {
      const { total, totalIsExact, facets } = await engine.search({ q: "bánh", facets: ["unit"], chosen: { unit: ["1"] } });
      expect(facets.unit).toEqual(expect.arrayContaining([{ value: "1", count: 2 }, { value: "2", count: 1 }]));
      if (totalIsExact) expect(total).toBe(2);
    });

    it.each<[string, Filter, string[]]>([
      ["a price", { range: ["price", { max: 60_000 }] }, ["dau", "gai", "girl"]],
      ["a price between", { range: ["price", { min: 100_000, max: 150_000 }] }, ["gom", "vai"]],
      ["all of some", { and: [{ eq: ["kind", "goods"] }, { not: { in: ["category", ["banh", "gom"]] } }] }, ["ruoi", "vai"]],
      ["any of some", { or: [{ eq: ["ocop", 4] }, { eq: ["month", 9] }] }, ["co", "dau", "gai", "girl", "gom", "vai"]],
      ["not what it has none of", { not: { eq: ["ocop", 4] } }, ["co", "dau", "gai", "girl", "gom", "ruoi"]],
      ["a distance", { withinRadius: { lat: 20.88, lng: 106.42, metres: 5_000 } }, ["vai"]],
      ["a box", { withinBox: { north: 20.8, south: 20.7, west: 106, east: 107 } }, ["gai"]],
      ["some ids", { in: ["id", ["vai", "gai", "never"]] }, ["gai", "vai"]],
      ["no id at all", { in: ["id", []] }, []],
      ["any of nothing", { or: [] }, []],
      ["all of nothing", { and: [] }, ["co", "dau", "gai", "girl", "gom", "ruoi", "vai"]],
      ["a value with signs", { eq: ["category", "a\" OR 1 = 1 --'\\"] }, []],
    ])("keeps to %s", async (_, filter, ids) => {
      expect((await found({ q: "", filter, pageSize: 50 })).sort()).toEqual(ids);
    });

    it("sorts by price, and what has none comes last", async () => {
      await engine.index([aDocument("free", "Bánh không giá")]);
      expect(await found({ q: "bánh", sort: "price_asc" })).toEqual(["girl", "dau", "gai", "free"]);
      expect(await found({ q: "bánh", sort: "price_desc" })).toEqual(["gai", "dau", "girl", "free"]);
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
      const [boat] = (await engine.search({ q: "ao phao" })).hits;
      expect(boat?.excerpt?.marks.map(({ from, to }) => boat.excerpt?.text.slice(from, to))).toEqual(["áo phao"]);
      expect((await engine.search({ q: "lychee", locale: "en" })).hits[0]?.title.text).toBe("Thanh Hà lychee");
    });

    it("takes a document in the place of the one with its id, and forgets it", async () => {
      await engine.index([aDocument("gom", "Bát men trắng")]);
      expect(await found({ q: "chu đậu", filter: { eq: ["id", "gom"] } })).toEqual([]);
      expect((await found({ q: "bát men" }))[0]).toBe("gom");
      await engine.remove(["gom", "never"]);
      expect(await found({ q: "bát men", filter: { eq: ["id", "gom"] } })).toEqual([]);
      expect(await engine.stats()).toEqual({ documents: contractDocuments.length - 1 });
    });

    unless("batches")("writes all of a batch or none", async () => {
      const broken = { ...aDocument("b", "Bánh"), priceDong: {} as number };
      await expect(engine.index([aDocument("a", "Bánh"), broken])).rejects.toThrow();
      expect(await engine.stats()).toEqual({ documents: contractDocuments.length });
    });

    it("pages without repeating and without leaving out", async () => {
      await engine.index(Array.from({ length: 400 }, (_, n) => aDocument(`n${n}`, `Chậu cây số ${n}`)));
      for (const sort of ["relevance", "price_asc"] as const) {
        const seen: string[] = [];
        for (let page = 1; page <= 20; page++) seen.push(...(await found({ q: "chậu cây", page, pageSize: 20, sort })));
        expect(new Set(seen).size, sort).toBe(400);
        expect(seen, sort).toHaveLength(400);
      }
      expect(await found({ q: "chậu cây", page: 1_000_000_000 })).toEqual([]);
    });

    it("suggests titles by their beginning and by any of their words", async () => {
      expect((await engine.suggest("vai th")).map(({ title }) => title)[0]).toBe("Vải thiều Thanh Hà");
      expect((await engine.suggest("chu đậu")).map(({ id }) => id)[0]).toBe("gom");
      expect((await engine.suggest("lych")).map(({ id }) => id)[0]).toBe("vai");
      expect(await engine.suggest("  ")).toEqual([]);
    });

    it("knows words that mean the same, each with its own tone, once it has been taught", async () => {
      await engine.index([aDocument("coconut", "Kẹo dừa"), aDocument("pineapple", "Mứt dứa")]);
      await engine.teach({ synonyms: [{ words: ["trái thơm", "dứa"] }, { words: ["quà quê"], means: ["bánh gai"] }], places: [], pinned: [] });
      expect((await found({ q: "trái thơm" }))[0]).toBe("pineapple");
      expect((await found({ q: "trai thom" }))[0]).toBe("pineapple");
      expect((await found({ q: "quà quê" }))[0]).toBe("gai");
      expect((await found({ q: "bánh gai" }))[0]).toBe("gai");
      await engine.teach(noKnowledge);
      expect(await found({ q: "trái thơm" })).not.toContain("pineapple");
    });

    it("knows that a place is called otherwise today", async () => {
      await engine.teach({ synonyms: [], places: [{ name: "Chí Minh", also: ["Tứ Kỳ"] }], pinned: [] });
      expect((await found({ q: "chả ở chí minh" }))[0]).toBe("ruoi");
    });

    it("puts in front what an editor has pinned, however it is written, and only where it fits the filter", async () => {
      await engine.teach({ synonyms: [], places: [], pinned: [{ query: "Quà quê", ids: ["girl", "never"] }] });
      const { hits } = await engine.search({ q: "QUA que" });
      expect(hits[0]).toMatchObject({ id: "girl", isPinned: true });
      expect(await found({ q: "quà quê", filter: { range: ["price", { min: 50_000 }] } })).not.toContain("girl");
      expect(hits.filter(({ id }) => id === "girl")).toHaveLength(1);
    });

    it("answers whatever is typed", async () => {
      for (const q of hostileQueries) {
        const { hits, total } = await engine.search({ q, facets: ["kind"] });
        expect(hits.length, q.slice(0, 40)).toBeLessThanOrEqual(Math.max(total, 0));
        await engine.suggest(q);
      }
    });

    it("refuses a field it does not know: that is the caller's fault, not the guest's", async () => {
      await expect(engine.search({ q: "", filter: { eq: ["colour" as "kind", "red"] } })).rejects.toThrow("colour");
      await expect(engine.search({ q: "", chosen: { colour: ["red"] } as SearchRequest["chosen"] & object })).rejects.toThrow("colour");
      await expect(engine.search({ q: "", sort: "beauty" as "near" })).rejects.toThrow("beauty");
    });

    it("stops where it is called off", async () => {
      await expect(engine.search({ q: "vải", signal: AbortSignal.abort(new Error("gone")) })).rejects.toThrow("gone");
      const call = new AbortController();
      const answer = engine.search({ q: "bánh", signal: call.signal });
      call.abort(new Error("called off"));
      await expect(answer).rejects.toThrow("called off");
    });

    it("goes on answering from the old while everything is built anew, and loses nothing written meanwhile", async () => {
      async function* slowly() {
        for (const [at, document] of contractDocuments.slice(0, 4).entries()) {
          expect((await found({ q: "chả rươi" }))[0]).toBe("ruoi");
          if (at === 1) {
            await engine.index([aDocument("new", "Nón lá mới"), aDocument("co", "Đảo Cò đổi tên")]);
            await engine.remove(["gai", "vai"]);
            expect((await found({ q: "nón lá mới" }))[0]).toBe("new");
          }
          yield document;
        }
      }
      await engine.rebuild(slowly());
      expect((await found({ q: "" })).sort()).toEqual(["co", "girl", "new"]);
      expect((await engine.search({ q: "đổi tên" })).hits[0]?.id).toBe("co");
      expect(await found({ q: "chả rươi" })).toEqual([]);
    });

    it("keeps the old where building the new one fails, and what it was taught in both", async () => {
      await engine.teach({ synonyms: [], places: [], pinned: [{ query: "quê", ids: ["girl"] }] });
      async function* broken() {
        yield aDocument("half", "Nửa chừng");
        throw new Error("the source is gone");
      }
      await expect(engine.rebuild(broken())).rejects.toThrow("the source is gone");
      expect((await found({ q: "chả rươi" }))[0]).toBe("ruoi");
      await engine.rebuild(each(contractDocuments));
      expect((await found({ q: "quê" }))[0]).toBe("girl");
    });

    it("says that it is well, and who it is", async () => {
      await expect(engine.health()).resolves.toBeUndefined();
      expect((await engine.search({ q: "vải" })).engine).not.toBe("");
    });
  });
}

/** Promises an engine may not keep, each with its reason where it is declared. */
export type Difference = "batches";

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
