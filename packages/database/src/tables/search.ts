import { sql } from "drizzle-orm";
import type { Columns } from "../columns-postgres.ts";

/** What editors teach search. Rows end and are never rewritten: what meant what, and since when, can be read years later. */
export const searchTables = ({ table, id, ref, text, count, day, json, instant, index, primaryKey }: Columns) => ({
  /** Words that mean the same; with `means` they lead there, and not back. */
  searchWords: table(
    "search_words",
    {
      id: id(),
      words: json<readonly string[]>().notNull(),
      means: json<readonly string[]>(),
      /** Why, for the next editor. */
      note: text(),
      createdAt: instant().notNull(),
      endedAt: instant(),
    },
    (t) => [index("search_words_live").on(t.id).where(sql`${t.endedAt} is null`)],
  ),
  /** What stands first for a query. */
  searchPins: table(
    "search_pins",
    {
      id: id(),
      query: text().notNull(),
      /** Of listings, in their order. */
      listingIds: json<readonly string[]>().notNull(),
      createdAt: instant().notNull(),
      endedAt: instant(),
    },
    (t) => [index("search_pins_live").on(t.id).where(sql`${t.endedAt} is null`)],
  ),
  /** What people looked for and nothing was found: how often on a day, never by whom or when on that day. */
  searchMisses: table(
    "search_misses",
    { day: day().notNull(), words: ref().notNull(), times: count().notNull() },
    (t) => [primaryKey({ name: "search_misses_pk", columns: [t.day, t.words] })],
  ),
});
