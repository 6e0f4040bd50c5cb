export {
  deepestHit, documentKinds, facetFields, searchSorts,
  type DocumentKind, type FacetField, type Filter, type Mark, type MarkedText, type SearchAnswer, type SearchDocument, type SearchEngine, type SearchHit, type SearchRequest, type SearchSort, type Suggestion,
} from "./engine.ts";
export { noKnowledge, type Knowledge, type Pinned, type PlaceName, type Synonyms } from "./knowledge.ts";
export { openEmbeddedEngine, type EmbeddedEngine, type EmbeddedOptions, type Progress } from "./embedded/embedded-engine.ts";
export { embeddedIndexer, type DocumentSource, type EmbeddedIndexer } from "./embedded/indexer.ts";
export { openMeilisearchEngine, type MeilisearchEngine } from "./meilisearch/meilisearch-engine.ts";
export { type MeilisearchAddress } from "./meilisearch/server.ts";
export { withFallback, type Finder } from "./with-fallback.ts";
export { countsIn, read, type Reading, type WordCounts } from "./query/reading.ts";
export { phrasesOf, pinKey, type Phrases } from "./query/phrases.ts";
export { understand, type Alternative, type Segment, type Understood } from "./query/understand.ts";
export { vocabularyOf, type Vocabulary } from "./query/vocabulary.ts";
export { readWishes, type DayWish, type Wishes } from "./query/wishes.ts";
export { foldWord, isMarked, toneKey, wordsOf } from "./query/words.ts";
export { foldedOf, textFields, type Folded, type TextField } from "./ranking/folded.ts";
export { excerptOf, marksIn } from "./ranking/marks.ts";
export { judge, type Candidate, type Judged } from "./ranking/rank.ts";
export { fieldWeights, leastShown, otherTone, rankingWeights, tellingWeights } from "./ranking/weights.ts";
