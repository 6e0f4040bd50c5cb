import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SearchDocument } from "../engine.ts";
import { aDocument } from "../search-engine.contract.ts";
import { openEmbeddedEngine } from "./embedded-engine.ts";
import { createFile, currentOf, openToRead, openToWrite, prepareFolder } from "./index-file.ts";
import { change, termsOf } from "./write-documents.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "xudong-index-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* each(documents: readonly SearchDocument[]): AsyncGenerator<SearchDocument> {
  yield* documents;
}

describe("The file of an index", () => {
  it("counts its words as one built anew would, whatever was put in, exchanged and taken out", () => {
    prepareFolder(folder);
    const words = ["bánh", "đậu", "xanh", "vải", "thiều", "gai", "gái", "12"];
    const step = fc.record({ id: fc.constantFrom("a", "b", "c", "d"), title: fc.array(fc.constantFrom(...words), { maxLength: 4 }), body: fc.array(fc.constantFrom(...words), { maxLength: 6 }), isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }), (batches) => {
        const file = createFile(folder);
        const index = openToWrite(file);
        const kept = new Map<string, SearchDocument>();
        for (const batch of batches) {
          change(index, (writer) => {
            for (const { id, title, body, isGone } of batch) {
              if (isGone) writer.remove(id), kept.delete(id);
              else {
                const document = aDocument(id, title.join(" "), { body: body.join(" ") });
                writer.put(document);
                kept.set(id, document);
              }
            }
          });
        }
        const counted = new Map(index.prepare<[], { term: string; count: number }>("select term, count from term").all().map(({ term, count }) => [term, count]));
        const expected = new Map<string, number>();
        for (const { words: line, tones } of index.prepare<[], { words: string; tones: string }>("select words, tones from item").all()) for (const term of termsOf(line, tones)) expected.set(term, (expected.get(term) ?? 0) + 1);
        expect(counted).toEqual(expected);
        expect(index.prepare<[], number>("select count(*) from item").pluck().get()).toBe(kept.size);
        index.close();
      }),
      { numRuns: 60 },
    );
  });

  it("a thread that reads cannot write", () => {
    prepareFolder(folder);
    const index = openToRead(currentOf(folder)?.file ?? "");
    expect(() => index.exec("delete from item")).toThrow(/readonly|query_only/i);
    index.close();
  });

  it("throws away what processes that died have left, and nothing of those that live", () => {
    prepareFolder(folder);
    const own = createFile(folder);
    for (const name of ["index-dead-999999.sqlite", "index-dead-999999.sqlite-wal", "current-999999-x"]) writeFileSync(join(folder, name), "left");
    prepareFolder(folder);
    expect(readdirSync(folder).filter((name) => name.includes("999999"))).toEqual([]);
    expect(readdirSync(folder)).toContain(own.slice(folder.length + 1));
  });
});

describe("An index that is written while others read", () => {
  it("is followed by whoever else has it open, also when it is exchanged", async () => {
    const [one, other] = [openEmbeddedEngine(folder, { threads: 1 }), openEmbeddedEngine(folder, { threads: 1 })];
    try {
      await one.index([aDocument("a", "Bánh gai")]);
      expect((await other.search({ q: "banh gai" })).total).toBe(1);
      await one.rebuild(each([aDocument("b", "Bánh gai"), aDocument("c", "Bánh gai")]));
      expect((await other.search({ q: "banh gai" })).total).toBe(2);
      await other.index([aDocument("d", "Bánh gai")]);
      expect((await one.search({ q: "banh gai" })).total).toBe(3);
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  });

  it("keeps its place with what it heard, and hears nothing twice", async () => {
    const engine = openEmbeddedEngine(folder, { threads: 1 });
    const [first, second] = [{ line: "l", xid: 0, id: 1 }, { line: "l", xid: 0, id: 2 }];
    expect(await engine.place()).toBeUndefined();
    expect(await engine.hear({ documents: [aDocument("a", "Một")], gone: [], place: { from: undefined, to: first } })).toBe(true);
    expect(await engine.hear({ documents: [aDocument("a", "Cũ hơn")], gone: [], place: { from: undefined, to: first } })).toBe(false);
    expect(await engine.hear({ documents: [], gone: ["a"], place: { from: first, to: second } })).toBe(true);
    await engine.close();
    const again = openEmbeddedEngine(folder, { threads: 1 });
    expect(await again.place()).toEqual(second);
    expect(await again.stats()).toEqual({ documents: 0 });
    await again.rebuild(each([aDocument("x", "Mới")]), { place: first });
    expect(await again.place()).toEqual(first);
    await again.close();
  });

  it("says so by name where the disk is full, keeps what was there, and goes on answering", async () => {
    const engine = openEmbeddedEngine(folder, { threads: 1, maxBytes: 400_000 });
    await engine.index([aDocument("a", "Bánh gai")]);
    const many = Array.from({ length: 2_000 }, (_, n) => aDocument(`n${n}`, `Món số ${n}`, { body: "dài ".repeat(100) }));
    await expect(engine.index(many)).rejects.toThrow("search.disk_full");
    await expect(engine.rebuild(each(many))).rejects.toThrow("search.disk_full");
    expect(await engine.stats()).toEqual({ documents: 1 });
    expect((await engine.search({ q: "bánh gai" })).total).toBe(1);
    await engine.index([aDocument("b", "Bánh gai lá")]);
    expect(await engine.stats()).toEqual({ documents: 2 });
    await engine.close();
  });

  it("makes a new one where the file is none, and does not read a pointer that leads elsewhere", async () => {
    writeFileSync(join(folder, "current"), "../../etc/passwd\n");
    const engine = openEmbeddedEngine(folder, { threads: 1 });
    expect(await engine.stats()).toEqual({ documents: 0 });
    await engine.close();
    writeFileSync(currentOf(folder)?.file ?? "", "no database");
    const again = openEmbeddedEngine(folder, { threads: 1 });
    await again.index([aDocument("a", "Bánh")]);
    expect(await again.stats()).toEqual({ documents: 1 });
    await again.close();
  });

  it("holds up nobody else: while searches run, the thread that asked stays free", async () => {
    const engine = openEmbeddedEngine(folder, { threads: 1 });
    await engine.index(Array.from({ length: 3_000 }, (_, n) => aDocument(`n${n}`, `Bánh số ${n}`, { body: "gạo nếp lá dong đậu xanh đường mật" })));
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 0);
    await Promise.all(Array.from({ length: 60 }, () => engine.search({ q: "bánh gạo nếp lá dong ở đâu ngon nhất cho gia đình tôi", facets: ["kind", "category"] })));
    clearInterval(turning);
    expect(turns).toBeGreaterThan(20);
    await engine.close();
  });
});
