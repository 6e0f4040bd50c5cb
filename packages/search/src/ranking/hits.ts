import type { SearchDocument, SearchHit, SearchRequest } from "../engine.ts";
import type { Understood } from "../query/understand.ts";
import { wordsOf } from "../query/words.ts";
import { excerptOf, marksIn } from "./marks.ts";

/** A document as a result of a search, the same whichever engine found it. */
export function hitOf(document: SearchDocument, { score, isPartial, isPinned = false }: { score: number; isPartial: boolean; isPinned?: boolean }, asked: Understood, { locale = "vi", near }: SearchRequest): SearchHit {
  const text = locale === "en" && document.titleEn !== "" ? document.titleEn : document.title;
  const excerpt = excerptOf(document.body, asked);
  return {
    id: document.id, kind: document.kind, score, isPartial, isPinned,
    title: { text, marks: marksIn(text, asked) },
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(near === undefined || document.at === undefined ? {} : { distance: metresBetween(near, document.at) }),
  };
}

/** Metres between two points, on a sphere. */
export function metresBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const high = Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return Math.round(12_742_000 * Math.asin(Math.min(1, Math.sqrt(high))));
}

/** The guess in words as the results write them, so that it can be read: "vai thieu" comes back as "vải thiều". */
export function correctedFor({ corrected }: Understood, hits: readonly SearchHit[], total: number): string | undefined {
  if (corrected === undefined || total === 0) return undefined;
  const written = new Map<string, string>();
  for (const { title, excerpt } of hits.toReversed()) for (const text of [excerpt?.text ?? "", title.text]) for (const { fold, from, to } of wordsOf(text)) written.set(fold, text.slice(from, to).toLowerCase());
  return corrected.map((fold) => written.get(fold) ?? fold).join(" ");
}
