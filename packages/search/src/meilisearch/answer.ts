import { deepestHit, searchSorts, type FacetField, type SearchAnswer, type SearchRequest, type Suggestion } from "../engine.ts";
import { countsIn, type Reading } from "../query/reading.ts";
import type { Understood } from "../query/understand.ts";
import { foldedOf } from "../ranking/folded.ts";
import { correctedFor, hitOf, metresBetween } from "../ranking/hits.ts";
import { judge, type Judged } from "../ranking/rank.ts";
import { leastShown } from "../ranking/weights.ts";
import { documentOf, valuesOf, type KeptDocument } from "./documents.ts";
import { allOf, attributeOf, expressionOf, expressionOfChosen, knownField, type Expression } from "./filter.ts";
import { look, type Looked, type Server } from "./server.ts";
import { looked, setsOf, textsOf, textsOfAny, type Text } from "./texts.ts";

/** So many of those Meilisearch puts first are looked at closely. */
const candidatesMax = 60;
/** With fewer results than these, what has only some of the words is shown as well. */
const enough = 10;
/** So many of what has some of the words are looked through. */
const looseMax = 150;

type Row = Judged & { document: KeptDocument; isPinned?: boolean };
type Question = { request: SearchRequest; base: Expression; narrowed: Expression; signal: AbortSignal | undefined };

/** Answers a search: the query is read by the words of the host's own index, Meilisearch finds, and the closer look of both engines orders. */
export async function answer(server: Server, reading: Reading, request: SearchRequest): Promise<SearchAnswer> {
  const began = performance.now();
  const { sort = "relevance", facets = [], chosen = {}, signal } = request;
  if (!searchSorts.includes(sort)) throw new Error(`There is no order ${sort}: ${searchSorts.join(", ")}`);
  const fields = facets.map(knownField);
  const question: Question = { request, base: allOf([expressionOf(request.filter), sort === "near" ? "hasPlace = true" : ""]), narrowed: expressionOfChosen(chosen), signal };
  const pins = pinnedRows(server, reading, question);
  const { asked, texts } = await ladder(server, reading, question);
  const found = texts === undefined ? await fromLoose(server, reading, question, fields) : await fromTexts(server, { asked, texts, reading }, question, fields);
  const rows = withPinned(await pins, found.rows, request);
  const hits = rows.map((row) => hitOf(documentOf(row.document), row, found.asked, request));
  const corrected = correctedFor(found.asked, hits, found.total);
  return { hits, total: found.total, totalIsExact: found.isExact, facets: found.facets, ...(corrected === undefined ? {} : { corrected }), tookMs: performance.now() - began, engine: "meilisearch" };
}

/** The strictest way that finds enough; without texts where none does, and what has some of the words is all there is. */
async function ladder(server: Server, { asked, deep }: Reading, { base, signal }: Question): Promise<{ asked: Understood; texts: readonly Text[] | undefined }> {
  if (looked(asked).length === 0) return { asked, texts: [{ q: "", weight: 1 }] };
  for (const reading of deep.corrected === undefined ? [asked] : [asked, deep]) {
    for (const set of setsOf(reading)) {
      const texts = textsOf(set);
      if ((await look(server, { texts, filter: base, limit: 0 }, signal)).total >= enough) return { asked: reading, texts };
    }
  }
  return { asked: deep, texts: undefined };
}

type Found = { asked: Understood; rows: readonly Row[]; total: number; isExact: boolean; facets: SearchAnswer["facets"] };

async function fromTexts(server: Server, { asked, texts, reading }: { asked: Understood; texts: readonly Text[]; reading: Reading }, question: Question, fields: readonly FacetField[]): Promise<Found> {
  const { request, base, narrowed, signal } = question;
  const { chosen = {} } = request;
  const { first, end } = span(request);
  const isRanked = (request.sort ?? "relevance") === "relevance" && looked(asked).length > 0;
  const reRanks = isRanked && first < candidatesMax;
  const isChosen = (field: FacetField) => (chosen[field] ?? []).length > 0;
  const ask = (filter: Expression, limit: number, facets: readonly FacetField[], offset = 0) =>
    look(server, { texts, filter, limit, offset, facets: facets.map(attributeOf), sort: sortOf(request, looked(asked).length > 0) }, signal);
  const [main, ...apart] = await Promise.all([
    ask(allOf([base, narrowed]), reRanks ? Math.max(end, candidatesMax) : end - first, fields.filter((field) => !isChosen(field)), reRanks ? 0 : first),
    ...fields.filter(isChosen).map((field) => ask(allOf([base, expressionOfChosen(chosen, field)]), 0, [field])),
  ]);
  const counts = Object.assign({}, ...[main, ...apart].map(({ facets }) => facets)) as Looked["facets"];
  const isWhole = looked(asked).length === 0;
  return {
    asked, total: main.total, isExact: isWhole,
    rows: reRanks ? [...judged(asked, reading, main.hits.slice(0, candidatesMax)), ...main.hits.slice(candidatesMax).map(unjudged)].slice(first, end) : main.hits.map(unjudged),
    facets: Object.fromEntries(fields.map((field) => [field, ordered(Object.entries(counts[attributeOf(field)] ?? {}))])),
  };
}

/** What has most of what was asked for: few enough to be counted and ordered here. */
async function fromLoose(server: Server, reading: Reading, { request, base, signal }: Question, fields: readonly FacetField[]): Promise<Found> {
  const { deep: asked, apart } = reading;
  const counts = countsIn(reading);
  const texts = [...new Map([...textsOfAny(asked, counts), ...textsOfAny(apart, counts)].map((text) => [text.q, text])).values()];
  const { hits } = texts.length === 0 ? { hits: [] } : await look(server, { texts, filter: base, limit: looseMax }, signal);
  const single = new Map(judged(apart, reading, hits).map((row) => [row.document.id, row]));
  const kept = judged(asked, reading, hits)
    .map((row): Row => {
      const other = single.get(row.document.id) ?? row;
      return { ...row, score: Math.max(row.score, other.score * 0.85), covered: Math.max(row.covered, other.covered), isPartial: row.isPartial && other.isPartial };
    })
    .filter(({ covered }) => covered >= leastShown)
    .sort((a, b) => Number(a.isPartial) - Number(b.isPartial) || inOrder(request)(a, b) || (a.document.id < b.document.id ? -1 : 1));
  const fits = (row: Row, but?: FacetField) => Object.entries(request.chosen ?? {}).every(([field, values]) => field === but || values.length === 0 || valuesOf(row.document, knownField(field)).some((value) => values.map(String).includes(value)));
  const chosen = kept.filter((row) => fits(row));
  const { first, end } = span(request);
  const count = (field: FacetField) => {
    const counted = new Map<string, number>();
    for (const row of kept) if (fits(row, field)) for (const value of valuesOf(row.document, field)) counted.set(value, (counted.get(value) ?? 0) + 1);
    return ordered([...counted]);
  };
  return { asked, rows: chosen.slice(first, end), total: chosen.length, isExact: true, facets: Object.fromEntries(fields.map((field) => [field, count(field)])) };
}

function inOrder({ sort = "relevance", near }: SearchRequest): (a: Row, b: Row) => number {
  const priceOf = ({ document: { price } }: Row, missing: number) => price ?? missing;
  const far = ({ document: { _geo } }: Row) => (near === undefined || _geo === undefined ? Infinity : metresBetween(near, _geo));
  return {
    relevance: (a: Row, b: Row) => b.score - a.score,
    price_asc: (a: Row, b: Row) => priceOf(a, Number.MAX_VALUE) - priceOf(b, Number.MAX_VALUE),
    price_desc: (a: Row, b: Row) => priceOf(b, -1) - priceOf(a, -1),
    near: (a: Row, b: Row) => far(a) - far(b) || 0,
  }[sort];
}

function sortOf({ sort = "relevance", near }: SearchRequest, hasWords: boolean): string[] {
  if (sort === "price_asc") return ["price:asc"];
  if (sort === "price_desc") return ["price:desc"];
  if (sort === "near" && near !== undefined) return [`_geoPoint(${near.lat.toFixed(7)}, ${near.lng.toFixed(7)}):asc`];
  return hasWords ? [] : ["popularity:desc"];
}

const span = ({ page = 1, pageSize = 24 }: SearchRequest) => {
  const first = Math.min((Math.max(1, page) - 1) * pageSize, deepestHit);
  return { first, end: Math.min(first + pageSize, deepestHit) };
};

const ordered = (counts: readonly (readonly [string, number])[]) => counts.map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

function judged(asked: Understood, reading: Reading, hits: Looked["hits"]): Row[] {
  const judgeOne = judge(asked, countsIn(reading));
  const densest = Math.max(1e-9, ...hits.map(({ density }) => density));
  return hits
    .map(({ document, density }): Row => ({ document, ...judgeOne({ folded: foldedOf(documentOf(document)), density: density / densest, popularity: document.popularity }) }))
    .sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
}

const unjudged = ({ document }: Looked["hits"][number]): Row => ({ document, score: 0, covered: 1, isPartial: false });

/** What an editor has put in front for this query, where it fits what else was chosen. */
async function pinnedRows(server: Server, { pinned }: Reading, { request, base, narrowed, signal }: Question): Promise<Row[]> {
  if (pinned.length === 0 || (request.sort ?? "relevance") !== "relevance") return [];
  const filter = allOf([base, narrowed, expressionOf({ in: ["id", pinned] })]);
  const { hits } = await look(server, { texts: [{ q: "", weight: 1 }], filter, limit: pinned.length }, signal);
  return pinned.flatMap((id) => hits.find(({ document }) => document.id === id) ?? []).map((hit) => ({ ...unjudged(hit), isPinned: true }));
}

function withPinned(pinned: readonly Row[], rows: readonly Row[], { page = 1 }: SearchRequest): Row[] {
  const others = rows.filter(({ document }) => pinned.every((row) => row.document.id !== document.id));
  return page > 1 ? others : [...pinned, ...others].slice(0, Math.max(rows.length, pinned.length));
}

/** Titles, English titles and tags that hold what is typed so far. */
export async function suggest(server: Server, reading: Reading, limit: number, signal?: AbortSignal): Promise<Suggestion[]> {
  const { asked } = reading;
  const parts = looked(asked);
  if (parts.length === 0) return [];
  const { hits } = await look(server, { texts: textsOf(parts), filter: "", limit: candidatesMax, in: ["title", "titleEn", "tags"] }, signal);
  return judged(asked, reading, hits).slice(0, limit).map(({ document: { id, kind, title } }) => ({ id, kind, title }));
}

