import type { SearchDocument } from "../engine.ts";
import { wordsOf } from "../words.ts";
import type { IndexFile } from "./index-file.ts";

/** Puts documents in, or in the place of those with the same ids: all or none. */
export function writeDocuments(index: IndexFile, documents: readonly SearchDocument[]): void {
  const statements = statementsOn(index);
  index.transaction(() => documents.forEach((document) => put(statements, document))).immediate();
}

export function removeDocuments(index: IndexFile, ids: readonly string[]): void {
  const statements = statementsOn(index);
  index.transaction(() => ids.forEach((id) => remove(statements, id))).immediate();
}

/** Only inside a transaction of the caller's. */
export function emptyIndex(index: IndexFile): void {
  index.exec("delete from item; delete from item_month; insert into fts (fts) values ('delete-all')");
}

const statementsOn = (index: IndexFile) => ({
  find: index.prepare<[string], { id: number }>("select id from item where ext = ?"),
  addItem: index.prepare("insert into item (ext, kind, doc, category, unit, ocop, price, popularity, lat, lng) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
  addMonth: index.prepare("insert or ignore into item_month (id, month) values (?, ?)"),
  addText: index.prepare("insert into fts (rowid, title, title_en, tags, place, body) values (?, ?, ?, ?, ?, ?)"),
  removeItem: index.prepare("delete from item where id = ?"),
  removeMonths: index.prepare("delete from item_month where id = ?"),
  removeText: index.prepare("delete from fts where rowid = ?"),
});

type Statements = ReturnType<typeof statementsOn>;

function put(statements: Statements, document: SearchDocument): void {
  remove(statements, document.id);
  const { category, unit, ocop, priceDong, at, popularity = 0, months = [] } = document;
  const { lastInsertRowid: id } = statements.addItem.run(
    document.id, document.kind, JSON.stringify(document), category ?? null, unit ?? null, ocop ?? null, priceDong ?? null, popularity, at?.lat ?? null, at?.lng ?? null,
  );
  for (const month of months.length === 0 ? everyMonth : months) statements.addMonth.run(id, month);
  statements.addText.run(id, ...[document.title, document.titleEn, document.tags.join(" "), document.place, document.body].map(foldedText));
}

const everyMonth = Array.from({ length: 12 }, (_, month) => month + 1);

function remove(statements: Statements, ext: string): void {
  const found = statements.find.get(ext);
  if (found === undefined) return;
  statements.removeItem.run(found.id);
  statements.removeMonths.run(found.id);
  statements.removeText.run(found.id);
}

/** FTS5 is given words we have split and folded ourselves: of its own accord it keeps the bar of đ. */
const foldedText = (text: string) => wordsOf(text).map((word) => word.fold).join(" ");
