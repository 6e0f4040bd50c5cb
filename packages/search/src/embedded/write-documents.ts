import type { SearchDocument } from "../engine.ts";
import { foldedOf } from "../ranking/folded.ts";
import type { IndexFile } from "./index-file.ts";

/** Puts documents in, or in the place of those with the same ids: all or none. */
export function writeDocuments(index: IndexFile, documents: readonly SearchDocument[]): void {
  change(index, (writer) => documents.forEach((document) => writer.put(document)));
}

export function removeDocuments(index: IndexFile, ids: readonly string[]): void {
  change(index, (writer) => ids.forEach((id) => writer.remove(id)));
}

/** One transaction over all tables; what is counted of words moves with it. */
export function change(index: IndexFile, work: (writer: Writer) => void): void {
  index
    .transaction(() => {
      const writer = writerOn(index);
      work(writer);
      writer.count();
    })
    .immediate();
}

export type Writer = { put(document: SearchDocument): void; remove(id: string): void; count(): void };

const statementsOn = (index: IndexFile) => ({
  find: index.prepare<[string], { id: number; words: string; tones: string }>("select id, words, tones from item where ext = ?"),
  addItem: index.prepare("insert into item (ext, words, tones) values (?, ?, ?)"),
  addDocument: index.prepare("insert into told (id, doc) values (?, ?)"),
  addAttr: index.prepare("insert into attr (id, kind, category, unit, ocop, price, months, popularity, lat, lng) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
  addText: index.prepare("insert into fts (rowid, title, title_en, tags, place, body, tones) values (?, ?, ?, ?, ?, ?, ?)"),
  addPoint: index.prepare("insert into geo (id, south, north, west, east) values (?, ?, ?, ?, ?)"),
  codeOf: index.prepare<[string, string], number>("select code from dict where field = ? and value = ?").pluck(),
  addCode: index.prepare("insert into dict (field, value) values (?, ?)"),
  countTerm: index.prepare("insert into term (term, count) values (?, ?) on conflict (term) do update set count = count + excluded.count"),
  dropTerm: index.prepare("delete from term where term = ? and count <= 0"),
  removeItem: index.prepare("delete from item where id = ?"),
  removeDocument: index.prepare("delete from told where id = ?"),
  removeAttr: index.prepare("delete from attr where id = ?"),
  removeText: index.prepare("delete from fts where rowid = ?"),
  removePoint: index.prepare("delete from geo where id = ?"),
});

const statements = new WeakMap<IndexFile, ReturnType<typeof statementsOn>>();

function writerOn(index: IndexFile): Writer {
  let known = statements.get(index);
  if (known === undefined) statements.set(index, (known = statementsOn(index)));
  const on = known;
  const moved = new Map<string, number>();
  const codes = new Map<string, number>();

  const code = (field: string, value: string | undefined): number | null => {
    if (value === undefined) return null;
    const key = `${field}/${value}`;
    const found = codes.get(key) ?? on.codeOf.get(field, value) ?? Number(on.addCode.run(field, value).lastInsertRowid);
    codes.set(key, found);
    return found;
  };
  const move = (words: string, tones: string, by: number) => {
    for (const term of termsOf(words, tones)) moved.set(term, (moved.get(term) ?? 0) + by);
  };
  const writer: Writer = {
    put(document) {
      writer.remove(document.id);
      const { category, unit, ocop, priceDong, at, popularity = 0, months = [] } = document;
      const folded = foldedOf(document);
      const [words, tones] = [folded.words.join("\n"), folded.tones.join("\n")];
      const id = on.addItem.run(document.id, words, tones).lastInsertRowid;
      on.addDocument.run(id, JSON.stringify(document));
      on.addAttr.run(id, code("kind", document.kind), code("category", category), code("unit", unit), ocop ?? null, priceDong ?? null, monthBits(months), popularity, at?.lat ?? null, at?.lng ?? null);
      on.addText.run(id, ...folded.words, folded.tones.map((line) => line.replace(/ [\d]+(?= )/g, "")).join(" "));
      if (at !== undefined) on.addPoint.run(id, at.lat, at.lat, at.lng, at.lng);
      move(words, tones, 1);
    },
    remove(ext) {
      const found = on.find.get(ext);
      if (found === undefined) return;
      move(found.words, found.tones, -1);
      for (const statement of [on.removeItem, on.removeDocument, on.removeAttr, on.removeText, on.removePoint]) statement.run(found.id);
    },
    count() {
      for (const [term, by] of moved) {
        if (by === 0) continue;
        on.countTerm.run(term, by);
        if (by < 0) on.dropTerm.run(term);
      }
    },
  };
  return writer;
}

/** What is counted of a document: its words, and those with their tones where something is named. A tone always ends in a digit behind a letter. */
export function termsOf(words: string, tones: string): Set<string> {
  const named = tones.split("\n").slice(0, -1).join(" ");
  return new Set([...words.split(/\s+/), ...named.split(/\s+/).filter((tone) => !/^\d+$/.test(tone))].filter((term) => term !== "" && term.length <= 40));
}

/** Twelve bits, January the lowest; nothing said means always. */
export function monthBits(months: readonly number[]): number {
  return months.length === 0 ? 0xfff : months.reduce((bits, month) => bits | (1 << (month - 1)), 0);
}
