import { deepestHit, type SearchAnswer, type SearchDocument, type SearchEngine, type SearchRequest, type Suggestion } from "../engine.ts";
import { conditionOf, conditionOfChosen, distanceFrom, joined, type Condition } from "./conditions.ts";
import { countFacets } from "./facets.ts";
import { marksIn } from "./marks.ts";
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

type Row = { id: number; doc: string; bm25: number; distance: number | null };
type FoundRow = { document: SearchDocument; score: number; distance: number | null };

const documentOf = ({ doc }: Row) => JSON.parse(doc) as SearchDocument; // as `writeDocuments` has written it

function search(index: IndexFile, request: SearchRequest): SearchAnswer {
  const began = performance.now();
  const { page = 1, pageSize = 24, sort = "relevance", near, facets = [], chosen } = request;
  const asked = understand(request.q);
  const base = joined([conditionOf(request.filter), ...(sort === "near" ? [{ text: "item.lat is not null", values: [] }] : [])], "and");
  const where = joined([base, conditionOfChosen(chosen)], "and");
  const { match, total } = bestMatch(index, asked, where);
  const first = Math.min((page - 1) * pageSize, deepestHit);
  const rows = sort === "relevance" && match !== undefined ? ranked(index, { match, where, near }, asked).slice(first, first + pageSize) : sorted(index, { match, where, near, sort }, first, pageSize);
  return {
    hits: rows.map((found) => hitOf(found, asked, request)),
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
function bestMatch(index: IndexFile, { words }: Understood, where: Condition): { match: string | undefined; total: number } {
  if (words.length === 0) return { match: undefined, total: count(index, undefined, where) };
  const optional = words.every((word) => word.isOptional) ? [] : words.filter((word) => word.isOptional);
  const telling = words.filter((word) => !optional.includes(word));
  const match = matchText(telling, "OR");
  for (const way of new Set([matchText(words, "AND"), matchText(telling, "AND"), match])) {
    const total = count(index, way, where);
    if (total > 0) return { match: way, total };
  }
  return { match, total: 0 };
}

function count(index: IndexFile, match: string | undefined, where: Condition): number {
  const text = match === undefined ? `select count(*) as n from item where ${where.text}` : `select count(*) as n from fts join item on item.id = fts.rowid where fts match ? and ${where.text}`;
  return index.prepare<unknown[], { n: number }>(text).get(...(match === undefined ? [] : [match]), ...where.values)?.n ?? 0;
}

type Look = { match: string | undefined; where: Condition; near: SearchRequest["near"] };

/** Candidates by bm25, then by how well each answers. A tie is broken by id, so that pages do not overlap. */
function ranked(index: IndexFile, { match, where, near }: Look, asked: Understood): FoundRow[] {
  const distance = near === undefined ? { text: "null", values: [] } : distanceFrom(near);
  const select = (order: string, limit: number, offset = 0) =>
    index
      .prepare<unknown[], Row>(
        `select item.id, item.doc, bm25(fts, 10, 8, 6, 4, 1) as bm25, ${distance.text} as distance
         from fts join item on item.id = fts.rowid where fts match ? and ${where.text} order by ${order} limit ${limit} offset ${offset}`,
      )
      .all(...distance.values, match, ...where.values);
  const scored = select("bm25, item.id", candidatesMax)
    .map((row) => {
      const document = documentOf(row);
      return { document, id: row.id, distance: row.distance, score: scoreOf({ document, bm25: row.bm25 }, asked) };
    })
    .sort((a, b) => b.score - a.score || a.id - b.id);
  // Behind those that were looked at closely the others follow as bm25 has them.
  const rest = scored.length < candidatesMax ? [] : select("bm25, item.id", deepestHit, candidatesMax).map(unranked);
  return [...scored, ...rest];
}

const orders = { price_asc: "item.price is null, item.price, item.id", price_desc: "item.price is null, item.price desc, item.id", relevance: "item.popularity desc, item.id", near: "distance, item.id" } as const;

function sorted(index: IndexFile, { match, where, near, sort }: Look & { sort: keyof typeof orders }, first: number, size: number): FoundRow[] {
  const distance = near === undefined ? { text: "null", values: [] } : distanceFrom(near);
  const from = match === undefined ? "item where" : "fts join item on item.id = fts.rowid where fts match ? and";
  return index
    .prepare<unknown[], Row>(`select item.id, item.doc, 0 as bm25, ${distance.text} as distance from ${from} ${where.text} order by ${orders[sort]} limit ? offset ?`)
    .all(...distance.values, ...(match === undefined ? [] : [match]), ...where.values, size, first)
    .map(unranked);
}

const unranked = (row: Row): FoundRow => ({ document: documentOf(row), score: 0, distance: row.distance });

function hitOf({ document, score, distance }: FoundRow, asked: Understood, { locale }: SearchRequest): SearchAnswer["hits"][number] {
  const text = locale === "en" && document.titleEn !== "" ? document.titleEn : document.title;
  return { id: document.id, kind: document.kind, score, title: { text, marks: marksIn(text, asked.words) }, ...(distance === null ? {} : { distance: Math.round(distance) }) };
}

function suggest(index: IndexFile, prefix: string, limit: number): Suggestion[] {
  const asked = understand(prefix.trimEnd(), { isTyping: true });
  if (asked.words.length === 0) return [];
  const titles = `{title title_en tags} : (${matchText(asked.words, "AND")})`;
  return ranked(index, { match: titles, where: { text: "1", values: [] }, near: undefined }, asked)
    .slice(0, limit)
    .map(({ document: { id, kind, title } }) => ({ id, kind, title }));
}
