import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { dayOf, hours, operatorActor, startOf, type Actor, type Localized } from "@xudong/domain";
import { archivePiece, draftPiece, publishPiece, submitPiece } from "@xudong/content";
import { aDraft, editor, writer } from "@xudong/content/testing";
import { approveListing, approveShop, draftListing, pauseListing, registerShop, setPrice, submitListing, suspendShop } from "@xudong/catalog";
import { aShop, draftOf, goodsOnSale, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { openEmbeddedEngine, type EmbeddedEngine, type MeilisearchEngine } from "@xudong/search";
import { aMarket, type StandingClock } from "../testing/a-market.ts";
import type { Market } from "./contract.ts";
import { leastTold } from "./search-teaching.ts";

eachDatabase("Finding things by words", (database) => {
  let folder: string;
  let engine: EmbeddedEngine;
  let market: Market;
  let clock: StandingClock;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "xudong-search-"));
    engine = openEmbeddedEngine(folder, { threads: 1 });
    ({ market, clock } = await aMarket(database.store, undefined, { engine }));
  });
  afterEach(async () => {
    await market.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const onSale = async (title: Localized) => (await goodsOnSale(database.store, clock.now(), { title })).listingId;

  /** What was written is in the index: on PostgreSQL news can be read once nothing older is still being written. */
  const heard = async () => {
    await database.newsSettled();
    await market.jobs.runDue();
  };

  const titles = async (q: string) => {
    const { hits } = await market.find({ q, locale: "vi" });
    return hits.map(({ listing }) => listing.title.vi);
  };

  test("[O3] what is approved is found once the news has been heard, without marks too; a draft never is", async () => {
    await heard();
    await onSale({ vi: "Mật ong hoa nhãn lồng", en: "Longan honey" });
    const shop = await aShop(database.store, clock.now());
    const draft = draftOf({ kind: "goods", title: { vi: "Mật ong bản nháp", en: "Draft honey" }, stocks: [{ key: "s", unit: "piece", capacity: 1 }], variants: [{ title: { vi: "Một" }, priceDong: 1000, draws: [{ from: "s", units: 1 }] }] });
    await database.store.write((tx) => draftListing(tx, shop.id, draft, { actor: stagehand, now: clock.now() }));
    await heard();
    expect(await titles("mat ong nhan")).toEqual(["Mật ong hoa nhãn lồng"]);
    expect(await titles("bản nháp")).toEqual([]);
    expect((await market.suggest("mat o")).map(({ listing }) => listing.title.vi)).toEqual(["Mật ong hoa nhãn lồng"]);
  });

  test("a listing that is gone is not shown, even before the index has heard of it", async () => {
    const id = await onSale({ vi: "Chiếu cói Tiên Lữ", en: "Sedge mat" });
    await heard();
    expect(await titles("chieu coi")).toHaveLength(1);
    await database.store.write((tx) => pauseListing(tx, id, { actor: stagehand, now: clock.now() }));
    expect(await titles("chieu coi")).toEqual([]);
  });

  test("an index that is lost, broken or of another database is built anew from the tables", async () => {
    await onSale({ vi: "Nón lá làng Mão", en: "Conical hat" });
    await heard();
    await market.close();
    await engine.close();
    const file = join(folder, readFileSync(join(folder, "current"), "utf8").trim());
    writeFileSync(file, "this is no database at all, and quite a bit longer than a header would be");
    for (const part of [`${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
    engine = openEmbeddedEngine(folder, { threads: 1 });
    ({ market, clock } = await aMarket(database.store, undefined, { engine }));
    await heard();
    expect(await titles("non la")).toEqual(["Nón lá làng Mão"]);
  });

  test("shops and pieces are found beside what is sold, once everybody sees them, and never counted with it", async () => {
    const at = (actor: Actor) => ({ actor, now: clock.now() });
    const others = async (q: string, more = {}) => (await market.find({ q, locale: "vi", ...more })).others.map((other) => ("shop" in other ? other.shop.name.vi : other.piece.title.vi));
    const shop = await aShop(database.store, clock.now(), { name: { vi: "Nhà Lúa Nương", en: "Hill Rice House" } });
    await goodsOnSale(database.store, clock.now(), { title: { vi: "Bánh lúa nương", en: "Hill rice cake" }, shopId: shop.id });
    const piece = await database.store.write(async (tx) => {
      const made = await draftPiece(tx, aDraft({ key: "lua-nuong", title: { vi: "Thung lũng lúa nương", en: "Valley of hill rice" } }), at(writer));
      await submitPiece(tx, made.id, at(writer));
      return made;
    });
    await heard();
    expect(await others("lua nuong")).toEqual(["Nhà Lúa Nương"]);
    await database.store.write((tx) => publishPiece(tx, piece.id, at(editor)));
    await heard();
    expect((await others("lua nuong")).sort()).toEqual(["Nhà Lúa Nương", "Thung lũng lúa nương"]);
    expect(await market.find({ q: "lua nuong", locale: "vi" })).toMatchObject({ total: 1, hits: [{ listing: { title: { vi: "Bánh lúa nương" } } }] });
    for (const narrowed of [{ kind: ["goods"] }, { page: 2 }, { priceMinDong: 1 }]) expect(await others("lua nuong", narrowed)).toEqual([]);
    expect(await others("")).toEqual([]);

    await database.store.write((tx) => suspendShop(tx, shop.id, [{ field: "name", text: "Chưa rõ." }], at(stagehand)));
    await database.store.write((tx) => archivePiece(tx, piece.id, at(editor)));
    expect(await others("lua nuong")).toEqual([]); // even before the index has heard of it
    await heard();
    expect(await market.find({ q: "lua nuong", locale: "vi" })).toMatchObject({ total: 0, others: [] });
  });

  test("[O2] a price that comes into force by itself is found by, and so is the month a moon's season has moved to", async () => {
    const guava = await goodsOnSale(database.store, clock.now(), { title: { vi: "Ổi găng trái mùa", en: "Gang guava" }, priceDong: 50_000 });
    const by = { actor: stagehand, now: clock.now() };
    await database.store.write((tx) => setPrice(tx, guava.variantIds[0] ?? "", { priceDong: 90_000, from: new Date(clock.now().getTime() + hours(2)) }, by));
    const dear = async () => (await market.find({ q: "oi gang trai mua", locale: "vi", priceMinDong: 80_000 })).total;
    await heard();
    expect(await dear()).toBe(0);
    clock.move(hours(2));
    await heard();
    expect(await dear()).toBe(1);

    const lunar = await database.store.write(async (tx) => {
      const shop = await registerShop(tx, { name: { vi: "Vườn trăng" }, kind: "household", place: { vi: "Xã Thử" }, about: { vi: "Thử." }, isSample: true }, by);
      await approveShop(tx, shop.id, by);
      const draft = draftOf({ kind: "goods", title: { vi: "Phật thủ rằm", en: "Moon citron" }, seasonMonths: [], seasonLunar: [{ fromMonth: 1, fromDay: 1, toMonth: 1, toDay: 10 }], stocks: [{ key: "s", unit: "piece", capacity: 1 }], variants: [{ title: { vi: "Một" }, priceDong: 1000, draws: [{ from: "s", units: 1 }] }] });
      const { id } = await draftListing(tx, shop.id, draft, by);
      await submitListing(tx, id, by);
      await approveListing(tx, id, by);
      return id;
    });
    const months = async () => (await market.find({ q: "phat thu ram", locale: "vi" })).facets.month.map(({ value }) => value);
    await heard();
    expect([lunar.length > 0, await months()]).toEqual([true, ["2"]]); // Tết of 2027: 6 to 15 February
    clock.set(startOf("2027-03-01"));
    await heard();
    expect(await months()).toEqual(["1", "2"]); // and of 2028: 26 January to 4 February
  });

  test("what could be chosen besides is counted and named in both languages", async () => {
    await onSale({ vi: "Bát chiết yêu vẽ sen", en: "Lotus bowl" });
    await heard();
    const { facets, total } = await market.find({ q: "bat chiet yeu", locale: "en", kind: ["goods"] });
    expect(total).toBe(1);
    expect(facets.kind).toEqual([{ value: "goods", label: { vi: "Hàng hoá", en: "Goods" }, count: 1, isChosen: true }]);
    expect(facets.month.map(({ value }) => value)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
  });

  test("prices that exclude each other are refused by name", async () => {
    await expect(market.find({ q: "", locale: "vi", priceMinDong: 2, priceMaxDong: 1 })).rejects.toMatchObject({ code: "request.invalid", details: { field: "priceMax" } });
  });

  test("a search server hears the same news, is asked first, and is not needed", async () => {
    const server = openEmbeddedEngine(":memory:", { threads: 1 });
    let isDown = false;
    const searchServer: MeilisearchEngine = {
      ...server,
      search: async (request) => (isDown ? Promise.reject(new Error("The server is down")) : { ...(await server.search(request)), engine: "meilisearch" }),
    };
    const { market: served } = await aMarket(database.store, undefined, { engine, searchServer, tell: () => undefined, log: () => undefined });
    const spoke = async () => (await served.find({ q: "mat ong", locale: "vi" })).engine;
    try {
      await served.jobs.runDue();
      const id = await onSale({ vi: "Mật ong hoa nhãn lồng", en: "Longan honey" });
      await served.jobs.runDue();
      expect((await served.find({ q: "mat ong", locale: "vi" })).hits.map(({ listing }) => listing.id)).toContain(id);
      expect((await server.stats()).documents).toBe((await engine.stats()).documents);
      expect(await spoke()).toBe("meilisearch");
      isDown = true;
      expect(await spoke()).toBe("embedded");
    } finally {
      await served.close();
      await server.close();
    }
  });

  test("what editors teach is known once the news has been heard, has a trace, and ends without being rewritten", async () => {
    const teacher = operatorActor("teacher", ["piece.publish"]);
    const id = await onSale({ vi: "Mật mía Quê", en: "Molasses" });
    const [taught] = await market.searching.teach([{ words: ["đường phên nước"], means: ["mật mía"], note: "hay hỏi" }], teacher);
    await market.searching.pin("Quà quê lạ", [id], teacher);
    await market.jobs.runDue();
    expect(await titles("duong phen nuoc")).toEqual(["Mật mía Quê"]);
    expect((await market.find({ q: "qua que la", locale: "vi" })).hits[0]?.isPinned).toBe(true);
    await market.searching.forget(taught ?? "", teacher);
    await market.searching.forget(taught ?? "", teacher);
    await market.searching.pin("quà quê lạ", [], teacher);
    await market.jobs.runDue();
    expect(await titles("duong phen nuoc")).toEqual([]);
    expect(await market.searching.words(teacher)).toEqual([]);
    expect(await market.searching.pins(teacher)).toEqual([]);
    const { auditRows, searchWords } = database.store.read.t;
    expect(await database.store.read.select().from(searchWords)).toHaveLength(1);
    expect((await database.store.read.select().from(auditRows)).filter(({ verb }) => verb.startsWith("search.")).map(({ verb }) => verb)).toEqual(["search.teach", "search.pin", "search.forget", "search.pin"]);
    await expect(market.searching.teach([{ words: ["một mình"] }], teacher)).rejects.toMatchObject({ code: "request.invalid" });
  });

  test("[S1] what is looked for in vain is counted without who asked, and told only where many did", async () => {
    const teacher = operatorActor("teacher", ["piece.publish"]);
    await market.jobs.runDue();
    for (let n = 0; n < leastTold; n++) await market.find({ q: n % 2 === 0 ? "Sầu riêng" : "sau RIENG", locale: "vi" });
    for (let n = 0; n < leastTold - 1; n++) await market.find({ q: "bơ sáp", locale: "vi" });
    await market.find({ q: "0912345678", locale: "vi" });
    await market.find({ q: "an@thu.test", locale: "vi" });
    expect(await market.searching.misses(teacher)).toEqual([{ words: "sau rieng", times: leastTold }]);
    expect((await database.store.read.select().from(database.store.read.t.searchMisses)).map(({ words }) => words)).not.toEqual(expect.arrayContaining([expect.stringMatching(/\d|thu/)]));
  });

  test("a price and a day in words are a filter, and who is to come is answered by the database", async () => {
    const visit = await visitOnSale(database.store, clock.now());
    const goods = await onSale({ vi: "Thuyền giấy", en: "Paper boat" });
    await market.jobs.runDue();
    const { slots } = database.store.read.t;
    const [slot] = await database.store.read.select().from(slots).where(eq(slots.listingId, visit.listingId));
    const day = dayOf(slot?.startsAt ?? clock.now());
    const on = `ngày ${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;
    const found = async (q: string) => (await market.find({ q, locale: "vi" })).hits.map(({ listing }) => listing.id);
    expect(await found(`${on} cho 1 người`)).toContain(visit.listingId);
    expect(await found(`${on} cho 99 người`)).toEqual([]);
    expect(await found(on)).not.toContain(goods);
    expect(await found(`thuyền giấy ${on}`)).toContain(goods);
    expect(await found("thuyền trên 900 triệu")).toEqual([]);
    expect((await market.find({ q: "thuyền dưới 900 triệu", locale: "vi" })).understood).toMatchObject({ price: { max: 900_000_000, words: "dưới 900 triệu" } });
  });

  test("building anew tells how far it is, and finds what it found before", async () => {
    await onSale({ vi: "Chổi chít", en: "Broom" });
    const told: unknown[] = [];
    const count = await market.reindex((progress) => told.push(progress));
    expect(told.at(-1)).toEqual({ read: count, left: 0 });
    expect(await titles("choi chit")).toEqual(["Chổi chít"]);
  });
});
