import type { Settings } from "meilisearch";
import { deepestHit } from "../engine.ts";
import type { KeptDocument } from "./documents.ts";

const searchable = ["title", "titleEn", "tags", "stars", "place", "body"] as const satisfies readonly (keyof KeptDocument)[];
const shown = [...searchable, "id", "kind", "category", "unit", "ocop", "price", "months", "popularity", "hasPlace", "_geo"] as const satisfies readonly (keyof KeptDocument)[];

/**
 * Every setting said, because defaults move between versions. Synonyms and stop words stay empty: Meilisearch compares both by
 * their folds, where "dứa", "dừa" and "dưa" are one word, so the reading of the query says them. `sort` stands first: it only acts
 * where an order is asked for, and then it is the order.
 */
export const indexSettings: Settings = {
  searchableAttributes: [...searchable],
  displayedAttributes: [...shown],
  filterableAttributes: [
    { attributePatterns: ["id", "kind", "category", "unit", "hasPlace"], features: { facetSearch: false, filter: { equality: true, comparison: false } } },
    { attributePatterns: ["ocop", "months", "price"], features: { facetSearch: false, filter: { equality: true, comparison: true } } },
    "_geo",
  ],
  sortableAttributes: ["price", "popularity", "_geo"],
  rankingRules: ["sort", "words", "typo", "proximity", "attributeRank", "wordPosition", "exactness", "popularity:desc"],
  stopWords: [],
  synonyms: {},
  separatorTokens: [],
  nonSeparatorTokens: [],
  dictionary: [],
  distinctAttribute: null,
  proximityPrecision: "byWord",
  prefixSearch: "indexingTime",
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnWords: [], disableOnAttributes: [], disableOnNumbers: true },
  faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: deepestHit },
  facetSearch: false,
  searchCutoffMs: 300,
  localizedAttributes: null,
};
