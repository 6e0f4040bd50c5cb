import { openEmbeddedEngine, type DocumentKind, type Knowledge, type SearchDocument } from "@xudong/search";
import { searchWords } from "../../seed/search-words.ts";

/** A document of the relevance set. */
export type SetDocument = { id: string; kind: "product" | "experience" | "place" | "article"; title: string; titleEn: string; tags: string[]; place: string; body: string; price: number; ocop: number; lat: number; lng: number };

const kinds: Readonly<Record<SetDocument["kind"], DocumentKind>> = { product: "goods", experience: "experience", place: "place", article: "guide" };

export const documentOf = ({ id, kind, title, titleEn, tags, place, body, price, ocop, lat, lng }: SetDocument): SearchDocument => ({
  id, kind: kinds[kind], title, titleEn, tags, place, body, at: { lat, lng },
  ...(price > 0 ? { priceDong: price } : {}),
  ...(ocop > 0 ? { ocop } : {}),
});

export const marketKnowledge: Knowledge = { synonyms: searchWords, places: [], pinned: [] };

// As a module with these two functions it can be scored by anybody who has other documents or queries.
let engine: ReturnType<typeof openEmbeddedEngine> | undefined;

export async function index(documents: readonly SetDocument[]): Promise<void> {
  engine = openEmbeddedEngine(":memory:", { threads: 1 });
  await engine.teach(marketKnowledge);
  await engine.index(documents.map(documentOf));
}

export async function search(query: string): Promise<string[]> {
  const { hits } = (await engine?.search({ q: query, pageSize: 10 })) ?? { hits: [] };
  return hits.map(({ id }) => id);
}
