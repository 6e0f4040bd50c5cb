import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import type { Localized } from "@xudong/domain";
import { draftListing, pauseListing } from "@xudong/catalog";
import { aShop, draftOf, goodsOnSale, stagehand } from "@xudong/catalog/testing";
import { openEmbeddedEngine, type EmbeddedEngine } from "@xudong/search";
import { aMarket, type StandingClock } from "../testing/a-market.ts";
import type { Market } from "./contract.ts";

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

  const titles = async (q: string) => {
    const { hits } = await market.find({ q, locale: "vi" });
    return hits.map(({ listing }) => listing.title.vi);
  };

  test("[O3] what is approved is found once the news has been heard, without marks too; a draft never is", async () => {
    await market.jobs.runDue();
    await onSale({ vi: "Mật ong hoa nhãn lồng", en: "Longan honey" });
    const shop = await aShop(database.store, clock.now());
    const draft = draftOf({ kind: "goods", title: { vi: "Mật ong bản nháp", en: "Draft honey" }, stocks: [{ key: "s", unit: "piece", capacity: 1 }], variants: [{ title: { vi: "Một" }, priceDong: 1000, draws: [{ from: "s", units: 1 }] }] });
    await database.store.write((tx) => draftListing(tx, shop.id, draft, { actor: stagehand, now: clock.now() }));
    await market.jobs.runDue();
    expect(await titles("mat ong nhan")).toEqual(["Mật ong hoa nhãn lồng"]);
    expect(await titles("bản nháp")).toEqual([]);
    expect((await market.suggest("mat o")).map(({ listing }) => listing.title.vi)).toEqual(["Mật ong hoa nhãn lồng"]);
  });

  test("a listing that is gone is not shown, even before the index has heard of it", async () => {
    const id = await onSale({ vi: "Chiếu cói Tiên Lữ", en: "Sedge mat" });
    await market.jobs.runDue();
    expect(await titles("chieu coi")).toHaveLength(1);
    await database.store.write((tx) => pauseListing(tx, id, { actor: stagehand, now: clock.now() }));
    expect(await titles("chieu coi")).toEqual([]);
  });

  test("an index that is lost, broken or of another database is built anew from the tables", async () => {
    await onSale({ vi: "Nón lá làng Mão", en: "Conical hat" });
    await market.jobs.runDue();
    await market.close();
    await engine.close();
    const file = join(folder, readFileSync(join(folder, "current"), "utf8").trim());
    writeFileSync(file, "this is no database at all, and quite a bit longer than a header would be");
    for (const part of [`${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
    engine = openEmbeddedEngine(folder, { threads: 1 });
    ({ market, clock } = await aMarket(database.store, undefined, { engine }));
    await market.jobs.runDue();
    expect(await titles("non la")).toEqual(["Nón lá làng Mão"]);
  });

  test("what could be chosen besides is counted and named in both languages", async () => {
    await onSale({ vi: "Bát chiết yêu vẽ sen", en: "Lotus bowl" });
    await market.jobs.runDue();
    const { facets, total } = await market.find({ q: "bat chiet yeu", locale: "en", kind: ["goods"] });
    expect(total).toBe(1);
    expect(facets.kind).toEqual([{ value: "goods", label: { vi: "Hàng hoá", en: "Goods" }, count: 1, isChosen: true }]);
    expect(facets.month.map(({ value }) => value)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
  });

  test("prices that exclude each other are refused by name", async () => {
    await expect(market.find({ q: "", locale: "vi", priceMinDong: 2, priceMaxDong: 1 })).rejects.toMatchObject({ code: "request.invalid", details: { field: "priceMax" } });
  });
});
