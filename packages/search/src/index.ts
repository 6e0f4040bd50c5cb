export {
  deepestHit, documentKinds, facetFields, searchSorts,
  type DocumentKind, type FacetField, type Filter, type Mark, type SearchAnswer, type SearchDocument, type SearchEngine, type SearchHit, type SearchRequest, type SearchSort, type Suggestion,
} from "./engine.ts";
export { openEmbeddedEngine, type EmbeddedEngine } from "./embedded/embedded-engine.ts";
export { embeddedIndexer, type DocumentSource, type EmbeddedIndexer } from "./embedded/indexer.ts";
export { foldWord, isMarked, toneKey, wordsOf } from "./words.ts";
