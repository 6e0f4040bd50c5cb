import { deepestHit, searchSorts, type SearchAnswer, type SearchDocument, type SearchHit, type SearchRequest, type Suggestion } from "../engine.ts";
import { pinKey } from "../query/phrases.ts";
import { understand, type Segment, type Understood } from "../query/understand.ts";
import { correctedFor, hitOf } from "../ranking/hits.ts";
import { countOf, judge } from "../ranking/rank.ts";
import { leastShown } from "../ranking/weights.ts";
import { always, boxAround, conditionOf, conditionOfChosen, distanceFrom, inBox, joined, type Condition } from "./conditions.ts";
import { cubeOf, readCube } from "./cube.ts";
import { matchOf } from "./match.ts";
import type { Reader } from "./reader.ts";

/** So many of those with the right words are looked at closely. */
const candidatesMax = 150;
/** With fewer results than these, what has only some of the words is shown as well. */
const enough = 10;
/** Words that stand in more documents than these are not weighed one by one: the popular titles with them are taken. */
const tooMany = 5_000;
/** With more words than these nothing is found that has every one. */
const longSentence = 7;
/** So many rows are looked through for what has only some of the words. */
const looseRows = 15_000;

/** Answers a search from the index as it is now. */
export function answer(reader: Reader, request: SearchRequest): SearchAnswer {
  const began = performance.now();
  const { sort = "relevance", facets = [], chosen = {} } = request;
  if (!searchSorts.includes(sort)) throw new Error(`There is no order ${sort}: ${searchSorts.join(", ")}`);
  const base = joined([conditionOf(request.filter), sort === "near" ? { text: "attr.lat is not null", values: [] } : always], "and");
  const narrowed = conditionOfChosen(chosen);
  const { asked, match, loose } = look(reader, request.q, base);
  const from = loose === undefined ? matching(match, base) : among(loose.map(({ id }) => id));
  const cube = facets.length > 0 ? reader.remembered(`${from.text}\n${JSON.stringify(from.values)}`, () => cubeOf(reader, from)) : undefined;
  const { total, facets: counts } = cube === undefined ? { total: count(reader, from, narrowed), facets: {} } : readCube(reader, cube, chosen, facets);
  const rows = loose === undefined ? page(reader, { asked, match, where: joined([base, narrowed], "and") }, request) : pageOfLoose(reader, loose, narrowed, request);
  const hits = hitsOf(reader, withPinned(reader, rows, joined([base, narrowed], "and"), request), asked, request);
  const corrected = correctedFor(asked, hits, total);
  return { hits, total, totalIsExact: true, facets: counts, ...(corrected === undefined ? {} : { corrected }), tookMs: performance.now() - began, engine: "embedded" };
}

type From = { text: string; values: readonly unknown[] };

const matching = (match: string | undefined, where: Condition): From =>
  match === undefined ? { text: `from attr where ${where.text}`, values: where.values } : { text: `from fts join attr on attr.id = fts.rowid where fts match ? and ${where.text}`, values: [match, ...where.values] };

const among = (ids: readonly number[]): From => ({ text: "from attr where attr.id in (select value from json_each(?))", values: [JSON.stringify(ids)] });

function count(reader: Reader, { text, values }: From, narrowed: Condition): number {
  return reader.statement<{ n: number }>(`select count(*) as n ${text} and ${narrowed.text}`).get(...values, ...narrowed.values)?.n ?? 0;
}

type Row = { id: number; score: number; isPartial: boolean };
type Look = { asked: Understood; match: string | undefined; loose?: readonly Row[] };

/**
 * What to look for: everything that was asked for with its tones; in any tone; without the words that say little; and where that
 * finds hardly anything, the documents that have most of it, which are then all there is.
 */
function look(reader: Reader, q: string, base: Condition): Look {
  const context = { vocabulary: reader.vocabulary, phrases: reader.phrases() };
  const asked = understand(q, context);
  const strict = strictly(reader, asked, base);
  if (strict.isEnough) return { asked, match: strict.match };
  const deeper = understand(q, { ...context, isDeep: true });
  const apart = understand(q, { ...context, isDeep: true, isApart: true });
  const deep = deeper.corrected === undefined ? strict : strictly(reader, deeper, base);
  if (deep.isEnough) return { asked: deeper, match: deep.match };
  return { asked: deeper, match: deep.match, loose: loosely(reader, [deeper, apart], base) };
}

/** One letter of a word to come is not looked for. */
const looked = ({ segments }: Understood) => segments.filter(({ isHint }) => !isHint);

function strictly(reader: Reader, asked: Understood, base: Condition): { match: string | undefined; isEnough: boolean } {
  const all = looked(asked);
  if (all.length === 0) return { match: undefined, isEnough: true };
  const telling = (least: "weak" | "full") => all.filter((segment) => segment.telling === "full" || (least === "weak" && segment.telling === "weak"));
  // Of a whole sentence nobody has written every word.
  const sets = [...(all.length > longSentence && telling("full").length > 0 ? [] : [all]), telling("weak"), telling("full")].filter((set, at, each) => set.length > 0 && set.length !== each[at - 1]?.length);
  const hasTones = all.some(({ alternatives }) => alternatives.some(({ tones }) => tones !== undefined));
  const ways = sets.flatMap((set) => [...(hasTones && asked.isMarked ? [matchOf(set, "AND", true)] : []), matchOf(set, "AND", false)]);
  let match = ways[0];
  for (match of ways) if (atLeast(reader, match, base, enough)) return { match, isEnough: true };
  return { match, isEnough: false };
}

function atLeast(reader: Reader, match: string, { text, values }: Condition, least: number): boolean {
  const from = text === "1" ? "from fts where fts match ?" : `from fts join attr on attr.id = fts.rowid where fts match ? and ${text}`;
  return (reader.statement<{ n: number }>(`select count(*) as n from (select 1 ${from} limit ${least})`).get(match, ...values)?.n ?? 0) >= least;
}

/** The rarest parts are looked for, together and apart, until there are rows enough; what has too little of the query is not shown. */
function loosely(reader: Reader, readings: readonly Understood[], base: Condition): Row[] {
  const [whole, apart] = readings as [Understood, Understood];
  const isSame = whole.segments.length === apart.segments.length;
  const parts = isSame ? rarest(reader, whole) : [...rarest(reader, whole), ...rarest(reader, apart)];
  if (parts.length === 0) return [];
  const found = candidates(reader, matchOf(parts, "OR", false), base, expected(reader, parts, "OR"));
  const together = ranked(reader, whole, found);
  const single = new Map((isSame ? [] : ranked(reader, apart, found)).map((row) => [row.id, row]));
  return together
    .map((row) => {
      const other = single.get(row.id);
      return other === undefined ? row : { ...row, score: Math.max(row.score, other.score * 0.85), covered: Math.max(row.covered, other.covered), isPartial: row.isPartial && other.isPartial };
    })
    .filter(({ covered }) => covered >= leastShown)
    .sort((a, b) => Number(a.isPartial) - Number(b.isPartial) || b.score - a.score || a.id - b.id);
}

function rarest(reader: Reader, asked: Understood): Segment[] {
  const counted = looked(asked).map((segment) => ({ segment, count: countOf(segment, reader.vocabulary) }));
  const telling = counted.filter(({ segment }) => segment.telling === "full");
  const sorted = (telling.length > 0 ? telling : counted).filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  const parts: Segment[] = [];
  let rows = 0;
  for (const { segment, count } of sorted) {
    if (parts.length > 0 && rows + count > looseRows) break;
    parts.push(segment);
    rows += count;
  }
  return parts;
}

type Found = { id: number; bm25: number };

/** At most so many as can be looked at closely: the densest; of very common words those whose titles have them, the popular first. */
function candidates(reader: Reader, match: string, where: Condition, { count, inTitle }: { count: number; inTitle: string }): Found[] {
  const from = where.text === "1" ? "from fts where fts match ?" : `from fts join attr on attr.id = fts.rowid where fts match ? and ${where.text}`;
  const densest = () => reader.statement<Found>(`select fts.rowid as id, bm25(fts, 10, 8, 6, 4, 1, 0) as bm25 ${from} order by bm25, fts.rowid limit ${candidatesMax}`).all(match, ...where.values);
  if (count <= tooMany) return densest();
  const inOrder = (which: string) => reader.statement<Found>(`select fts.rowid as id, 0 as bm25 ${from} limit ${candidatesMax + 1}`).all(which, ...where.values);
  const titles = inOrder(`(${inTitle}) AND (${match})`);
  if (titles.length >= 24) return titles;
  const all = inOrder(match);
  return all.length <= candidatesMax ? all : densest();
}

/** How many documents a query may find at most, and what finds it where things are named. */
function expected(reader: Reader, segments: readonly Segment[], join: "AND" | "OR" = "AND"): { count: number; inTitle: string } {
  const counts = segments.map((segment) => countOf(segment, reader.vocabulary));
  return { count: join === "AND" ? Math.min(...counts) : Math.max(...counts), inTitle: `{title title_en tags} : (${matchOf(segments, join, false)})` };
}

type Text = { id: number; words: string; tones: string; popularity: number };

function ranked(reader: Reader, asked: Understood, found: readonly Found[]): (Row & { covered: number })[] {
  const densest = Math.max(1e-9, ...found.map(({ bm25 }) => -bm25));
  const judgeOne = judge(asked, reader.vocabulary);
  const read = reader.statement<Text>("select item.id, item.words, item.tones, attr.popularity from item join attr on attr.id = item.id where item.id = ?");
  return found.flatMap(({ id, bm25 }) => {
    const text = read.get(id);
    if (text === undefined) return [];
    return [{ id, ...judgeOne({ folded: { words: text.words.split("\n"), tones: text.tones.split("\n") }, density: -bm25 / densest, popularity: text.popularity }) }];
  });
}

const span = ({ page: number = 1, pageSize = 24 }: SearchRequest) => {
  const first = Math.min((Math.max(1, number) - 1) * pageSize, deepestHit);
  return { first, end: Math.min(first + pageSize, deepestHit) };
};

const orders = { price_asc: "attr.price is null, attr.price, attr.id", price_desc: "attr.price is null, attr.price desc, attr.id", relevance: "attr.popularity desc, attr.id" } as const;

function page(reader: Reader, { asked, match, where }: Look & { where: Condition }, request: SearchRequest): Row[] {
  const { sort = "relevance", near } = request;
  const { first, end } = span(request);
  if (sort === "near" && near !== undefined) return nearest(reader, { match, where }, near, first, end);
  const order = orders[sort === "near" ? "relevance" : sort];
  const from = matching(match, where);
  const plain = () => reader.statement<{ id: number }>(`select attr.id ${from.text} order by ${order} limit ? offset ?`).all(...from.values, end - first, first).map(unjudged);
  if (match === undefined || sort !== "relevance") return plain();
  const best = ranked(reader, asked, candidates(reader, match, where, expected(reader, looked(asked)))).sort((a, b) => b.score - a.score || a.id - b.id);
  if (end <= best.length || best.length < candidatesMax) return best.slice(first, end);
  // Behind those that were looked at closely the others follow, the popular first.
  const taken = new Set(best.map(({ id }) => id));
  const rest = reader.statement<{ id: number }>(`select attr.id ${from.text} order by attr.id limit ?`).all(...from.values, end + best.length).filter(({ id }) => !taken.has(id));
  return [...best, ...rest.map(unjudged)].slice(first, end);
}

const unjudged = ({ id }: { id: number }): Row => ({ id, score: 0, isPartial: false });

function pageOfLoose(reader: Reader, loose: readonly Row[], narrowed: Condition, request: SearchRequest): Row[] {
  const { sort = "relevance", near } = request;
  const { first, end } = span(request);
  const from = among(loose.map(({ id }) => id));
  const order = sort === "relevance" ? "attr.id" : sort === "near" ? (near === undefined ? "attr.id" : distanceFrom(near).text) : orders[sort];
  const extra = sort === "near" && near !== undefined ? distanceFrom(near).values : [];
  const kept = reader.statement<{ id: number }>(`select attr.id ${from.text} and ${narrowed.text} order by ${order}`).all(...from.values, ...narrowed.values, ...extra);
  if (sort !== "relevance") {
    const byId = new Map(loose.map((row) => [row.id, row]));
    return kept.flatMap(({ id }) => byId.get(id) ?? []).sort((a, b) => Number(a.isPartial) - Number(b.isPartial)).slice(first, end);
  }
  const ids = new Set(kept.map(({ id }) => id));
  return loose.filter(({ id }) => ids.has(id)).slice(first, end);
}

/** Nearest first. Without words a box around the point grows until it holds enough: what is far is never looked at. */
function nearest(reader: Reader, { match, where }: { match: string | undefined; where: Condition }, near: { lat: number; lng: number }, first: number, end: number): Row[] {
  const distance = distanceFrom(near);
  const ask = (box: Condition) => {
    const from = matching(match, joined([where, box], "and"));
    return reader.statement<{ id: number; metres: number }>(`select attr.id, ${distance.text} as metres ${from.text} order by metres, attr.id limit ? offset ?`).all(...distance.values, ...from.values, end, 0);
  };
  const within = (metres: number) => ask(inBox(boxAround(near, metres))).filter((row) => row.metres <= metres);
  if (match === undefined) {
    for (const metres of [2_000, 10_000, 50_000]) {
      const found = within(metres);
      if (found.length >= end) return found.slice(first, end).map(unjudged);
    }
  }
  return ask(always).slice(first, end).map(unjudged);
}

/** What an editor has put in front stands first, on the first page, by relevance, where it fits what else was chosen. */
function withPinned(reader: Reader, rows: readonly Row[], where: Condition, request: SearchRequest): (Row & { isPinned?: boolean })[] {
  const pinned = reader.phrases().pinned.get(pinKey(request.q)) ?? [];
  if (pinned.length === 0 || (request.sort ?? "relevance") !== "relevance") return [...rows];
  const find = reader.statement<{ id: number }>(`select attr.id from attr where attr.id = (select id from item where ext = ?) and ${where.text}`);
  const first = pinned.flatMap((ext) => find.get(ext, ...where.values) ?? []).map((row) => ({ ...unjudged(row), isPinned: true }));
  const others = rows.filter(({ id }) => first.every((row) => row.id !== id));
  return (request.page ?? 1) > 1 ? others : [...first, ...others].slice(0, Math.max(rows.length, first.length));
}

function hitsOf(reader: Reader, rows: readonly (Row & { isPinned?: boolean })[], asked: Understood, request: SearchRequest): SearchHit[] {
  const read = reader.statement<{ doc: string }>("select doc from told where id = ?");
  return rows.flatMap(({ id, score, isPartial, isPinned = false }) => {
    const row = read.get(id);
    if (row === undefined) return [];
    return [hitOf(JSON.parse(row.doc) as SearchDocument, { score, isPartial, isPinned }, asked, request)]; // as `writeDocuments` has written it
  });
}

/** Titles, English titles and tags that hold what is typed so far. */
export function suggest(reader: Reader, prefix: string, limit: number): Suggestion[] {
  const asked = understand(prefix, { vocabulary: reader.vocabulary, phrases: reader.phrases(), isTyping: true });
  const parts = looked(asked);
  if (parts.length === 0) return [];
  const inTitles = expected(reader, parts);
  const found = candidates(reader, inTitles.inTitle, always, inTitles);
  const read = reader.statement<{ doc: string }>("select doc from told where id = ?");
  return ranked(reader, asked, found)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, limit)
    .flatMap(({ id }) => {
      const row = read.get(id);
      if (row === undefined) return [];
      const { id: ext, kind, title } = JSON.parse(row.doc) as SearchDocument; // as above
      return [{ id: ext, kind, title }];
    });
}
