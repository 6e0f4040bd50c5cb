import type { Locale } from "@xudong/domain";

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
  /** More of it stands higher among equals. */
  popularity?: number | undefined;
};

/** Fields whose values are counted beside the results. */
export const facetFields = ["kind", "category", "unit", "ocop", "month"] as const;
export type FacetField = (typeof facetFields)[number];

/** What must be true of a result, as a tree. Only these fields are known: an unknown one is a fault of the caller. */
export type Filter =
  | { eq: readonly [FacetField, string | number] }
  | { in: readonly [FacetField, readonly (string | number)[]] }
  | { range: readonly ["price", { min?: number; max?: number }] }
  | { and: readonly Filter[] }
  | { or: readonly Filter[] }
  | { not: Filter }
  | { withinRadius: { lat: number; lng: number; metres: number } }
  | { withinBox: { north: number; west: number; south: number; east: number } };

export const searchSorts = ["relevance", "price_asc", "price_desc", "near"] as const;
export type SearchSort = (typeof searchSorts)[number];

export type SearchRequest = {
  /** As typed. Empty finds everything. */
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

export type SearchHit = {
  id: string;
  kind: DocumentKind;
  /** Comparable within one answer only. */
  score: number;
  /** The title in the reader's language, with the parts that were asked for. */
  title: { text: string; marks: readonly Mark[] };
  /** Metres, where `near` was given and the thing has a place. */
  distance?: number;
};

export type SearchAnswer = {
  hits: readonly SearchHit[];
  total: number;
  totalIsExact: boolean;
  facets: Partial<Readonly<Record<FacetField, readonly { value: string; count: number }[]>>>;
  tookMs: number;
  /** Which engine spoke. */
  engine: string;
};

export type Suggestion = { id: string; kind: DocumentKind; title: string };

/** Finds things by words. What it holds is a copy: it can be thrown away and built again. */
export type SearchEngine = {
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Titles that begin with what is typed, or hold words that do; best first. */
  suggest(prefix: string, limit?: number): Promise<readonly Suggestion[]>;
  /** Puts documents in, or in the place of those with the same ids: all of them or none. */
  index(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Everything anew, while the old goes on answering. */
  rebuild(documents: AsyncIterable<SearchDocument>): Promise<void>;
  stats(): Promise<{ documents: number }>;
  /** Resolves where it can answer. */
  health(): Promise<void>;
  close(): Promise<void>;
};

/** The most results that can be paged through. */
export const deepestHit = 1000;
