/** Words that mean the same to somebody who searches. With `means` they lead there, and not back: "quà" finds "giỏ quà", not the other way round. */
export type Synonyms = { words: readonly string[]; means?: readonly string[] };

/** A place by a name people say, and what else it is called today. */
export type PlaceName = { name: string; also?: readonly string[] };

/** What an editor has put in front for a query. */
export type Pinned = { query: string; ids: readonly string[] };

/** What editors and the map know and no text says. It is handed to every engine alike (`SearchEngine.teach`). */
export type Knowledge = { synonyms: readonly Synonyms[]; places: readonly PlaceName[]; pinned: readonly Pinned[] };

export const noKnowledge: Knowledge = { synonyms: [], places: [], pinned: [] };
