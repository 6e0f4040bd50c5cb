import type SqliteDatabase from "better-sqlite3";
import { noKnowledge, type Knowledge } from "../knowledge.ts";
import { phrasesOf, type Phrases } from "../query/phrases.ts";
import type { Vocabulary } from "../query/vocabulary.ts";
import { quoted } from "./match.ts";
import { currentOf, openToRead, pointerSeen, type IndexFile } from "./index-file.ts";

/** The current index as one thread reads it. */
export type Reader = {
  /** A statement, made once. Its text is ours alone: what is typed only ever comes as a value. */
  statement<Row>(text: string): SqliteDatabase.Statement<unknown[], Row>;
  vocabulary: Vocabulary;
  phrases(): Phrases;
  /** Kept until something is written. */
  remembered<T>(key: string, work: () => T): T;
};

/** Opens the index of a folder for reading. `now()` is asked before each question: it follows the pointer and what was written. */
export function openReader(folder: string): { now(): Reader; close(): void } {
  let open: { index: IndexFile; seen: string; reader: Reader; notice(): void } | undefined;
  return {
    now() {
      const seen = pointerSeen(folder);
      if (open?.seen !== seen) {
        const current = currentOf(folder);
        if (current === undefined) throw new Error(`There is no index in ${folder}`);
        open?.index.close();
        const index = openToRead(current.file);
        open = { index, seen, ...readerOf(index) };
      }
      open.notice();
      return open.reader;
    },
    close: () => void open?.index.close(),
  };
}

const rememberedMax = 64;

function readerOf(index: IndexFile): { reader: Reader; notice(): void } {
  const statements = new Map<string, SqliteDatabase.Statement<unknown[], unknown>>();
  const remembered = new Map<string, unknown>();
  const statement = <Row>(text: string) => {
    let known = statements.get(text);
    if (known === undefined) {
      if (statements.size >= 500) statements.clear();
      statements.set(text, (known = index.prepare<unknown[], unknown>(text)));
    }
    return known as SqliteDatabase.Statement<unknown[], Row>;
  };
  const readVersion = index.prepare<[], number>("select version from known").pluck();
  let version: unknown;
  let knowledge: { version: number | undefined; phrases: Phrases } | undefined;
  const reader: Reader = {
    statement,
    vocabulary: vocabularyIn(index),
    phrases() {
      const current = readVersion.get();
      if (knowledge === undefined || knowledge.version !== current) knowledge = { version: current, phrases: phrasesOf(readKnowledge(index)) };
      return knowledge.phrases;
    },
    remembered<T>(key: string, work: () => T): T {
      if (remembered.has(key)) return remembered.get(key) as T;
      const made = work();
      if (remembered.size >= rememberedMax) remembered.delete(remembered.keys().next().value ?? "");
      remembered.set(key, made);
      return made;
    },
  };
  const notice = () => {
    const now = index.pragma("data_version", { simple: true });
    if (now !== version) remembered.clear();
    version = now;
  };
  return { reader, notice };
}

export function readKnowledge(index: IndexFile): Knowledge {
  const json = index.prepare<[], string>("select json from known").pluck().get();
  return json === undefined ? noKnowledge : (JSON.parse(json) as Knowledge); // as `teach` has written it
}

/** What the index knows of its words, asked of its tables: nothing is held in memory, so nothing there can be old. */
export function vocabularyIn(index: IndexFile): Vocabulary {
  const countOf = index.prepare<[string], number>("select count from term where term = ?").pluck();
  const countOfBeginning = index.prepare<[string, string], number>("select coalesce(sum(count), 0) from (select count from term where term >= ? and term < ? limit 2000)").pluck();
  const phrase = index.prepare<[string], number>("select rowid from fts where fts match ? limit 1").pluck();
  const like = index.prepare<[string, string, number, number], { fold: string; count: number }>(
    "select term as fold, count from term where term >= ? and term < ? and length(term) between ? and ? order by count desc limit 5000",
  );
  const documents = index.prepare<[], number>("select count(*) from attr").pluck();
  const count = (term: string) => countOf.get(term) ?? 0;
  return {
    documents: () => documents.get() ?? 0,
    countOf: count,
    countOfBeginning: (prefix) => countOfBeginning.get(prefix, `${prefix}\u{10ffff}`) ?? 0,
    countOfTone: count,
    hasPhrase: (folds, lastIsPrefix = false) => phrase.get(quoted(folds, lastIsPrefix)) !== undefined,
    wordsLike: (first, shortest, longest) => like.all(first, `${first}\u{10ffff}`, shortest, longest).filter(({ fold }) => !/\d/.test(fold)),
  };
}
