import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { foldWord, openEmbeddedEngine, wordsOf, type SearchDocument, type SearchRequest } from "@xudong/search";
import { marketKnowledge, documentOf } from "../test/relevance/engine.ts";
import { documents } from "../test/relevance/score.ts";

/** Searches of one kind; the n-th is another than the one before. */
type Kind = { name: string; budget?: { 10000: number; 100000: number }; ask(n: number): SearchRequest };

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
const words = ["vải", "gốm", "bánh", "ổi", "thêu", "rươi", "gạo", "chùa", "hồ", "trà", "mật ong", "lụa", "cam", "nhãn", "lươn", "khoai"];
const pairs = ["vải thiều", "gốm chu đậu", "bánh đậu xanh", "banh gai", "mat ong rung", "múa rối nước", "trà sen", "tranh theu", "hạt sen", "chả rươi"];
const begun = ["v", "va", "vai th", "gom ch", "ban", "banh da", "mua ro", "tra s", "theu", "con s"];
const slips = ["vai thieuu", "banhdauxanh", "homstay", "gomchudau", "thieeuf", "banh dau xah", "mua roi nuocs", "matong"];
const sentences = ["mua vải thiều tươi ở đâu ngon và rẻ nhất cho gia đình", "cuối tuần này đi đâu chơi với trẻ em ở chí linh", "hải dương có đặc sản gì làm quà biếu tết cho bố mẹ", "where can i buy fresh lychee near hai duong with my family"];
const facets = ["kind", "category", "unit", "ocop", "month"] as const;

const kinds: readonly Kind[] = [
  { name: "one word", budget: { 10000: 12, 100000: 20 }, ask: (n) => ({ q: `${pick(words, n)} ` }) },
  { name: "two words", budget: { 10000: 12, 100000: 20 }, ask: (n) => ({ q: `${pick(pairs, n)} ` }) },
  { name: "as you type", budget: { 10000: 12, 100000: 20 }, ask: (n) => ({ q: pick(begun, n) }) },
  { name: "with a slip", ask: (n) => ({ q: `${pick(slips, n)} ` }) },
  { name: "full sentence", budget: { 10000: 50, 100000: 80 }, ask: (n) => ({ q: pick(sentences, n) }) },
  { name: "facets and total", budget: { 10000: 12, 100000: 45 }, ask: (n) => ({ q: `${pick(words, n)} `, facets, chosen: { kind: ["goods"] }, filter: { range: ["price", { max: 50_000 + (n % 97) * 1000 }] } }) },
  { name: "nearest with text", ask: (n) => ({ q: pick(words, n), sort: "near", near: { lat: 20.7 + (n % 50) / 100, lng: 106.2 + (n % 40) / 100 } }) },
  { name: "nearest, no text", ask: (n) => ({ q: "", sort: "near", near: { lat: 20.7 + (n % 50) / 100, lng: 106.2 + (n % 40) / 100 } }) },
];

/** A large catalogue out of the small true one: its texts mixed, with names of makers that nobody bears. */
export function* catalogue(count: number): Generator<SearchDocument> {
  const known = documents().map(documentOf);
  const syllables = ["an", "bao", "cuong", "dung", "giang", "hoa", "khanh", "linh", "minh", "ngoc", "phuc", "quang", "son", "thanh", "vinh", "xuan"];
  for (let n = 0; n < count; n++) {
    const [one, other] = [pick(known, n * 7 + Math.floor(n / known.length)), pick(known, n * 13 + 5)];
    const maker = `${pick(syllables, n)} ${pick(syllables, Math.floor(n / 16))} ${n.toString(36)}`;
    yield { ...one, id: `d${n}`, title: `${one.title} ${maker}`, body: `${one.body} ${other.body}`, category: `c${n % 20}`, unit: `u${(n * 31) % 114}`, priceDong: 10_000 + ((n * 7919) % 900) * 1000, popularity: ((n * 2654435761) % 1000) / 1000, months: n % 3 === 0 ? [] : [(n % 12) + 1, ((n + 1) % 12) + 1], at: { lat: 20.7 + ((n * 37) % 500) / 1000, lng: 106.1 + ((n * 53) % 500) / 1000 } };
  }
}

async function* inTurn(count: number): AsyncGenerator<SearchDocument> {
  yield* catalogue(count);
}

const at = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** Searches one after the other beside MiniSearch over the same documents, in the same run. */
export async function benchSearch({ sizes = [1_000, 10_000, 100_000], rounds = 200, besides = true }: { sizes?: readonly number[]; rounds?: number; besides?: boolean }): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "xudong-bench-"));
    const engine = openEmbeddedEngine(folder, { threads: 1 });
    await engine.teach(marketKnowledge);
    const began = performance.now();
    await engine.rebuild(inTurn(size));
    const seconds = (performance.now() - began) / 1000;
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    const one = performance.now();
    for (const document of catalogue(20)) await engine.index([document]);
    console.log(`\n${size} documents: ${Math.round(size / seconds)}/s, ${(bytes / 1e6).toFixed(0)} MB, one change ${ms((performance.now() - one) / 20)} ms`);
    const other = besides ? miniSearchOf(size) : undefined;
    if (other !== undefined) console.log(`  MiniSearch: ${Math.round(size / other.seconds)}/s, in memory`);
    for (const { name, budget, ask } of kinds) {
      for (let n = 0; n < 5; n++) await engine.search(ask(n));
      const took = await series(rounds, async (n) => void (await engine.search(ask(n + 5))));
      const beside = other === undefined || name.startsWith("nearest") ? undefined : await series(Math.min(rounds, size > 50_000 ? 20 : 60), async (n) => other.search(ask(n).q));
      const limit = budget?.[size as 10000];
      console.log(`  ${name.padEnd(18)} ${[0.5, 0.95, 0.99].map((part) => ms(at(took, part))).join(" / ").padEnd(22)}${limit === undefined ? "" : `budget p95 ${limit} ms${at(took, 0.95) > limit ? " EXCEEDED" : ""}`.padEnd(28)}${beside === undefined ? "" : `MiniSearch ${[0.5, 0.95].map((part) => ms(at(beside, part))).join(" / ")}`}`);
    }
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function series(rounds: number, once: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const began = performance.now();
    await once(n);
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b);
}

/** The same fields, weights and folding; prefix for the last word and slips for long ones, as its guide advises. */
function miniSearchOf(size: number): { seconds: number; search(q: string): void } {
  const index = new MiniSearch<SearchDocument>({
    fields: ["title", "titleEn", "tags", "place", "body"],
    tokenize: (text) => wordsOf(text).map(({ fold }) => fold),
    processTerm: (term) => foldWord(term),
    extractField: (document, field) => (field === "tags" ? document.tags.join(" ") : String(document[field as "title"])),
    searchOptions: { boost: { title: 10, titleEn: 8, tags: 6, place: 4 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 1 : 0) },
  });
  const began = performance.now();
  for (const document of catalogue(size)) index.add(document);
  return { seconds: (performance.now() - began) / 1000, search: (q) => void index.search(q) };
}
