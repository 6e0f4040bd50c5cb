import { deepestHit, type SearchAnswer, type SearchDocument, type SearchEngine, type SearchRequest, type Suggestion } from "../engine.ts";
import { marksIn } from "../marks.ts";
import { conditionOf, conditionOfChosen, distanceFrom, joined, type Condition } from "./conditions.ts";
import { countFacets } from "./facets.ts";
import { openIndexFile, type IndexFile } from "./index-file.ts";
import { matchText, understand, type Understood } from "./query-words.ts";
import { scoreOf } from "./rank.ts";
import { emptyIndex, removeDocuments, writeDocuments } from "./write-documents.ts";

/** So many of those with the right words are looked at closely. */
const candidatesMax = 150;
const batch = 500;

/** An engine with its place in the outbox, which it keeps beside what it has heard. */
export type EmbeddedEngine = SearchEngine & { readonly file: IndexFile };

/**
 * The engine that needs nothing installed: one SQLite file with FTS5, which finds candidates, and a closer look at them in code.
 *
 * @param file where it is kept; ":memory:" for one that passes
 */
export function openEmbeddedEngine(file: string): EmbeddedEngine {
  const index = openIndexFile(file);
  return {
    file: index,
    search: async (request) => search(index, request),
    suggest: async (prefix, limit = 8) => suggest(index, prefix, limit),
    index: async (documents) => writeDocuments(index, documents),
    remove: async (ids) => removeDocuments(index, ids),
    rebuild: async (documents) => rebuild(index, documents),
    stats: async () => ({ documents: index.prepare<[], { n: number }>("select count(*) as n from item").get()?.n ?? 0 }),
    health: async () => void index.prepare("select 1").get(),
    close: async () => void index.close(),
  };
}

/** Gathered first, then exchanged in one transaction: whoever searches sees the old or the new. */
async function rebuild(index: IndexFile, documents: AsyncIterable<SearchDocument>): Promise<void> {
  const all: SearchDocument[] = [];
  for await (const document of documents) all.push(document);
  all.sort((a, b) => (b.popularity ?? 0) - (a.popularity ?? 0));
  index
    .transaction(() => {
      emptyIndex(index);
      for (let at = 0; at < all.length; at += batch) writeDocuments(index, all.slice(at, at + batch));
    })
    .immediate();
}

type Row = { id: number; ext: string; kind: SearchDocument["kind"]; doc: string; bm25: number; distance: number | null };

function search(index: IndexFile, request: SearchRequest): SearchAnswer {
  const began = performance.now();
  const { page = 1, pageSize = 24, sort = "relevance", near, facets = [], chosen } = request;
  const asked = understand(request.q);
  const base = joined([conditionOf(request.filter), ...(sort === "near" ? [{ text: "item.lat is not null", values: [] }] : [])], "and");
  const where = joined([base, conditionOfChosen(chosen)], "and");
  const match = bestMatch(index, asked, where);
  const total = count(index, match, where);
  const first = Math.min((page - 1) * pageSize, deepestHit);
  const rows = sort === "relevance" && match !== undefined ? ranked(index, { match, where, near }, asked).slice(first, first + pageSize) : sorted(index, { match, where, near, sort }, first, pageSize);
  return {
    hits: rows.map(({ row, score }) => hitOf(row, score, asked, request)),
    total,
    totalIsExact: true,
    facets: Object.fromEntries(facets.map((field) => [field, countFacets(index, field, { match, base, chosen })])),
    tookMs: performance.now() - began,
    engine: "embedded",
  };
}

/**
 * What FTS5 is asked: all words; where nothing has them all, without those that say little; and at last any of the words. Undefined
 * where no words were typed.
 */
function bestMatch(index: IndexFile, { words }: Understood, where: Condition): string | undefined {
  if (words.length === 0) return undefined;
  const telling = words.filter((word) => !word.isOptional);
  const ways = [matchText(words, "AND"), matchText(telling.length === 0 ? words : telling, "AND"), matchText(telling.length === 0 ? words : telling, "OR")];
  return ways.find((way) => count(index, way, where) > 0) ?? ways.at(-1);
}

function count(index: IndexFile, match: string | undefined, where: Condition): number {
  const text = match === undefined ? `select count(*) as n from item where ${where.text}` : `select count(*) as n from fts join item on item.id = fts.rowid where fts match ? and ${where.text}`;
  return index.prepare<unknown[], { n: number }>(text).get(...(match === undefined ? [] : [match]), ...where.values)?.n ?? 0;
}

type Look = { match: string | undefined; where: Condition; near: SearchRequest["near"] };

/** Candidates by bm25, then by how well each answers. A tie is broken by id, so that pages do not overlap. */
function ranked(index: IndexFile, { match, where, near }: Look, asked: Understood): { row: Row; score: number }[] {
  const distance = near === undefined ? { text: "null", values: [] } : distanceFrom(near);
  const select = (order: string, limit: number, offset = 0) =>
    index
      .prepare<unknown[], Row>(
        `select item.id, item.ext, item.kind, item.doc, bm25(fts, 10, 8, 6, 4, 1) as bm25, ${distance.text} as distance
         from fts join item on item.id = fts.rowid where fts match ? and ${where.text} order by ${order} limit ${limit} offset ${offset}`,
      )
      .all(...distance.values, match, ...where.values);
  const scored = select("bm25, item.id", candidatesMax)
    .map((row) => ({ row, score: scoreOf({ document: JSON.parse(row.doc) as SearchDocument, bm25: row.bm25 }, asked) }))
    .sort((a, b) => b.score - a.score || a.row.id - b.row.id);
  // Behind those that were looked at closely the others follow as bm25 has them.
  const rest = scored.length < candidatesMax ? [] : select("bm25, item.id", deepestHit, candidatesMax).map((row) => ({ row, score: 0 }));
  return [...scored, ...rest];
}

const orders = { price_asc: "item.price is null, item.price, item.id", price_desc: "item.price is null, item.price desc, item.id", relevance: "item.popularity desc, item.id", near: "distance, item.id" } as const;

function sorted(index: IndexFile, { match, where, near, sort }: Look & { sort: keyof typeof orders }, first: number, size: number): { row: Row; score: number }[] {
  const distance = near === undefined ? { text: "null", values: [] } : distanceFrom(near);
  const from = match === undefined ? "item where" : "fts join item on item.id = fts.rowid where fts match ? and";
  return index
    .prepare<unknown[], Row>(`select item.id, item.ext, item.kind, item.doc, 0 as bm25, ${distance.text} as distance from ${from} ${where.text} order by ${orders[sort]} limit ? offset ?`)
    .all(...distance.values, ...(match === undefined ? [] : [match]), ...where.values, size, first)
    .map((row) => ({ row, score: 0 }));
}

function hitOf(row: Row, score: number, asked: Understood, { locale }: SearchRequest): SearchAnswer["hits"][number] {
  const document = JSON.parse(row.doc) as SearchDocument;
  const text = locale === "en" && document.titleEn !== "" ? document.titleEn : document.title;
  return { id: row.ext, kind: row.kind, score, title: { text, marks: marksIn(text, asked.words) }, ...(row.distance === null ? {} : { distance: Math.round(row.distance) }) };
}

function suggest(index: IndexFile, prefix: string, limit: number): Suggestion[] {
  const asked = understand(prefix.trimEnd(), { isTyping: true });
  if (asked.words.length === 0) return [];
  const titles = `{title title_en tags} : (${matchText(asked.words, "AND")})`;
  return ranked(index, { match: titles, where: { text: "1", values: [] }, near: undefined }, asked)
    .slice(0, limit)
    .map(({ row }) => ({ id: row.ext, kind: row.kind, title: (JSON.parse(row.doc) as SearchDocument).title }));
}
