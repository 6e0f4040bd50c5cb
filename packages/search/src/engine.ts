import type { Locale } from "@xudong/domain";
import type { Knowledge } from "./knowledge.ts";

/** What can be found. Each is a copy of something in the database that everybody may see. */
export const documentKinds = ["goods", "experience", "shop", "place", "festival", "guide", "itinerary"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One thing to be found, as an index takes it. Texts as people read them: engines fold them themselves. */
export type SearchDocument = {
  /** The id of what it copies; letters, digits, "-" and "_". */
  id: string;
  kind: DocumentKind;
  title: string;
  /** Empty where there is no English title. */
  titleEn: string;
  /** Category, occasions, other names: what somebody might call it. */
  tags: readonly string[];
  /** Names of where it is, new and old. */
  place: string;
  body: string;
  category?: string | undefined;
  /** Code of the unit it lies in. */
  unit?: string | undefined;
  /** Stars of a certificate in force. */
  ocop?: number | undefined;
  /** The lowest price in đồng. */
  priceDong?: number | undefined;
  /** Solar months it can be had in; none said means always. */
  months?: readonly number[] | undefined;
  /** Degrees; the centre of its unit is good enough. */
  at?: { lat: number; lng: number } | undefined;
  /** More of it stands higher among equals, from 0 to 1. */
  popularity?: number | undefined;
};

/** Fields whose values are counted beside the results. */
export const facetFields = ["kind", "category", "unit", "ocop", "month"] as const;
export type FacetField = (typeof facetFields)[number];

/** What must be true of a result, as a tree. Only these fields are known: an unknown one is a fault of the caller. */
export type Filter =
  | { eq: readonly [FacetField | "id", string | number] }
  | { in: readonly [FacetField | "id", readonly (string | number)[]] }
  | { range: readonly ["price", { min?: number; max?: number }] }
  | { and: readonly Filter[] }
  | { or: readonly Filter[] }
  | { not: Filter }
  | { withinRadius: { lat: number; lng: number; metres: number } }
  | { withinBox: { north: number; west: number; south: number; east: number } };

export const searchSorts = ["relevance", "price_asc", "price_desc", "near"] as const;
export type SearchSort = (typeof searchSorts)[number];

export type SearchRequest = {
  /** As typed, without what was read as a price, a day or a number of guests (`readWishes`). Empty finds everything. */
  q: string;
  filter?: Filter;
  /** Values chosen of a facet: any of one field, and something of each. The counts of a field leave its own choice out. */
  chosen?: Partial<Readonly<Record<FacetField, readonly (string | number)[]>>>;
  /** Which fields to count. */
  facets?: readonly FacetField[];
  sort?: SearchSort;
  /** For `near`, and for distances in the answer. */
  near?: { lat: number; lng: number };
  /** From 1. */
  page?: number;
  pageSize?: number;
  locale?: Locale;
  signal?: AbortSignal;
};

/** A part of a text that was asked for, by offsets into it. */
export type Mark = { from: number; to: number };
export type MarkedText = { text: string; marks: readonly Mark[] };

export type SearchHit = {
  id: string;
  kind: DocumentKind;
  /** Comparable within one answer only. */
  score: number;
  /** Some of what was asked for is not in it: it stands behind all that has everything. */
  isPartial: boolean;
  /** An editor has put it here for this very query. */
  isPinned: boolean;
  /** The title in the reader's language, with the parts that were asked for. */
  title: MarkedText;
  /** Where the body speaks of it, with a few words around; undefined where it does not. */
  excerpt?: MarkedText;
  /** Metres, where `near` was given and the thing has a place. */
  distance?: number;
};

export type SearchAnswer = {
  hits: readonly SearchHit[];
  total: number;
  /** False where counting was cut short: there are at least so many. */
  totalIsExact: boolean;
  facets: Partial<Readonly<Record<FacetField, readonly { value: string; count: number }[]>>>;
  /** What was probably meant, where something typed is nowhere to be found; the answer has been looked for by it, too. */
  corrected?: string;
  tookMs: number;
  /** Which engine spoke. */
  engine: string;
};

export type Suggestion = { id: string; kind: DocumentKind; title: string };

/** Finds things by words. What it holds is a copy: it can be thrown away and built again. */
export type SearchEngine = {
  /** @throws Error for a field, a filter or a sort there is none of; `signal.reason` where it was called off */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Titles that begin with what is typed, or hold words that do; best first. */
  suggest(prefix: string, limit?: number): Promise<readonly Suggestion[]>;
  /** Puts documents in, or in the place of those with the same ids: all of them or none. */
  index(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Everything anew, while the old goes on answering. What is written meanwhile is in the new one as well. */
  rebuild(documents: AsyncIterable<SearchDocument>): Promise<void>;
  /** Words that mean the same, names of places and pinned results, in the place of those it knew. They outlive a rebuild. */
  teach(knowledge: Knowledge): Promise<void>;
  stats(): Promise<{ documents: number }>;
  /** Resolves where it can answer. */
  health(): Promise<void>;
  close(): Promise<void>;
};

/** The most results that can be paged through. */
export const deepestHit = 1000;
