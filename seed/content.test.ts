import { describe, expect, it } from "vitest";
import type { ListingDraft } from "@xudong/catalog";
import { parsePhone, slugOf, type ListingKind, type Localized } from "@xudong/domain";
import { readAreas } from "./areas.ts";
import { categories } from "./categories.ts";
import { listings, type ListingKey } from "./listings.ts";
import { sampleRules } from "./rules.ts";
import { shops } from "./shops.ts";
import { wordFaults } from "./testing/word-faults.ts";

/** Categories that listings stand in: those without any below them. */
const leaves = (kind: ListingKind) => categories.filter((category) => category.kind === kind).flatMap(({ key, children }) => children?.map((child) => child.key) ?? [key]);
const goods = listings.filter(({ draft }) => draft.kind === "goods");
const experiences = listings.filter(({ draft }) => draft.kind === "experience");

/** Every text a reader sees, with where it stands. */
const texts: readonly { at: string; text: Localized }[] = [
  ...shops.flatMap(({ key, draft: { name, place, about } }) => [name, place, about].map((text, n) => ({ at: `${key}[${n}]`, text }))),
  ...listings.flatMap(({ key, draft }) => textsOf(draft).map((text, n) => ({ at: `${key}[${n}]`, text }))),
];

function textsOf(draft: ListingDraft): Localized[] {
  return [
    draft.title,
    draft.summary,
    draft.provenance,
    ...draft.body,
    ...draft.facts.flatMap(({ label, value }) => [label, value]),
    ...draft.pictures.map(({ alt }) => alt),
    ...draft.variants.map(({ title }) => title),
  ];
}

describe("the words of the sample content", () => {
  it("say nothing that must not be said, in either language, and name no commune that is gone", () => {
    for (const { at, text } of texts) expect(wordFaults(text), at).toEqual([]);
  });

  it("are long enough to read: two paragraphs, a summary of one sentence", () => {
    for (const { key, draft } of listings) {
      expect(draft.body.length, key).toBeGreaterThanOrEqual(2);
      for (const summary of [draft.summary.vi, draft.summary.en]) {
        expect(summary, key).toMatch(/^[^.!?]+\.$/);
        expect(summary?.length, key).toBeLessThanOrEqual(160);
      }
    }
  });
});

describe("the samples", () => {
  it("say that they are samples, shop by shop and listing by listing", () => {
    expect(shops.length).toBeGreaterThanOrEqual(18);
    expect(goods.length).toBeGreaterThanOrEqual(40);
    for (const { draft } of shops) {
      expect(draft.isSample).toBe(true);
      expect(draft.name.vi).toContain("gian hàng mẫu");
      expect(draft.name.en).toContain("sample shop");
    }
    for (const { draft } of listings) {
      expect(draft.isSample).toBe(true);
      expect(draft.provenance.vi).toContain("là mẫu");
      expect(draft.provenance.en).toContain("samples");
    }
  });

  it("belong to a shop, and have keys and addresses of their own", () => {
    const shopKeys = shops.map(({ key }) => key);
    expect(new Set(shopKeys).size).toBe(shops.length);
    for (const { shop } of listings) expect(shopKeys).toContain(shop);
    expect(new Set(listings.map(({ key }) => key)).size).toBe(listings.length);
    for (const locale of ["vi", "en"] as const) {
      expect(new Set(listings.map(({ draft }) => slugOf(draft.title[locale] ?? ""))).size).toBe(listings.length);
    }
  });

  it("share a drawing only between two goods of one kind", () => {
    const shownBy = new Map<string, typeof goods>();
    for (const listing of goods) for (const { drawing } of listing.draft.pictures) shownBy.set(drawing, [...(shownBy.get(drawing) ?? []), listing]);
    for (const [drawing, users] of shownBy) {
      expect(users.length, drawing).toBeLessThanOrEqual(2);
      expect(new Set(users.map(({ draft }) => draft.category)).size, drawing).toBe(1);
    }
  });

  it("cost whole, positive đồng, and more out of one stock never costs more per unit", () => {
    for (const { key, draft } of goods) {
      for (const stock of draft.stocks) {
        const perUnit = draft.variants.filter(({ draws }) => draws[0]?.from === stock.key).map(({ priceDong, draws }) => priceDong / (draws[0]?.units ?? 0));
        expect(perUnit.length, `${key} ${stock.key}`).toBeGreaterThan(0);
        expect(perUnit, key).toEqual([...perUnit].sort((a, b) => b - a));
      }
    }
    for (const { priceDong } of goods.flatMap(({ draft }) => draft.variants)) {
      expect(Number.isSafeInteger(priceDong)).toBe(true);
      expect(priceDong).toBeGreaterThan(0);
    }
  });

  it("stand in a category, come from a commune of the area, and say where, in what sizes and how to keep what spoils", () => {
    const says = (draft: ListingDraft, pattern: RegExp) => draft.facts.some(({ label }) => pattern.test(label.vi));
    for (const { key, draft } of goods) {
      expect(leaves("goods"), key).toContain(draft.category);
      expect(draft.unitCode, key).toMatch(/^1[01]\d{3}$/);
      expect(says(draft, /^Nơi (trồng|làm|bắt)$/), key).toBe(true);
      expect(says(draft, /^(Quy cách|Kích thước|Chất liệu)/), key).toBe(true);
      if (draft.needsCold) expect(draft.shelfLifeHours, key).toBeLessThanOrEqual(48);
      if (draft.category === "trai-cay" || draft.needsCold) expect(draft.shelfLifeHours, key).toBeGreaterThan(0);
      if (draft.seasonMonths.length < 12) expect(says(draft, /^(Mùa vụ|Lịch bán)/), key).toBe(true);
    }
    for (const category of leaves("goods")) expect(goods.filter(({ draft }) => draft.category === category).length, category).toBeGreaterThanOrEqual(2);
  });

  it("stand in communes that exist, shops in the one their place names", () => {
    const units = new Map(readAreas().units.map(({ code, name }) => [code, name]));
    for (const { key, draft } of shops) expect(draft.place.vi.split(",")[0], key).toBe(units.get(draft.unitCode ?? ""));
    for (const { key, draft } of goods) expect(units.has(draft.unitCode ?? ""), key).toBe(true);
  });

  it("name nobody who exists: the phone and the registration of a shop cannot be real", () => {
    for (const { key, draft } of shops) {
      expect(draft.identity?.legalName, key).toContain("mẫu");
      expect(draft.identity?.registration?.number, key).toMatch(/^MẪU-\d{6}$/);
      expect(parsePhone(draft.identity?.phone ?? ""), key).toBeUndefined();
    }
    expect(new Set(shops.map(({ draft }) => draft.identity?.registration?.number)).size).toBe(shops.length);
  });

  it("weigh more packed than what is in them", () => {
    for (const { key, draft } of goods) {
      const grams = new Set(draft.stocks.filter(({ unit }) => unit === "gram").map((stock) => stock.key));
      for (const { weightGrams, draws } of draft.variants) {
        const inside = draws.filter(({ from }) => grams.has(from)).reduce((sum, { units }) => sum + units, 0);
        expect(weightGrams, key).toBeGreaterThan(inside);
        expect(weightGrams, key).toBeLessThan(20_000);
      }
    }
  });

  it("draw on a stock that exists, and fit in it", () => {
    for (const { key, draft } of goods) {
      const sizes = new Map(draft.stocks.map((stock) => [stock.key, stock.capacity]));
      for (const draw of draft.variants.flatMap(({ draws }) => draws)) {
        expect(draw.units, key).toBeGreaterThan(0);
        expect(draw.units, key).toBeLessThanOrEqual(sizes.get(draw.from) ?? 0);
      }
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])("have twelve goods or more in season in month %i", (month) => {
    expect(goods.filter(({ draft }) => draft.seasonMonths.includes(month)).length).toBeGreaterThanOrEqual(12);
  });

  it("follow the year: what is in season changes from quarter to quarter", () => {
    const fresh = (month: number) => goods.filter(({ draft }) => draft.seasonMonths.length < 12 && draft.seasonMonths.includes(month)).map(({ key }) => key);
    for (const month of [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]) expect(fresh(month).length, `month ${month}`).toBeGreaterThan(0);
    expect(fresh(1).filter((key) => fresh(7).includes(key))).toEqual([]);
  });

  it("sell lychee in June alone", () => {
    expect(draftOf("vai-thieu-thanh-ha").seasonMonths).toEqual([6]);
  });
});

describe("the sample experiences", () => {
  it("stand in a category of theirs and say where they take place", () => {
    for (const { key, draft } of experiences) {
      expect(leaves("experience"), key).toContain(draft.category);
      expect(draft.unitCode, key).toMatch(/^1[01]\d{3}$/);
      expect(draft.stocks, key).toEqual([]);
    }
  });

  it("last as long as the listing says", () => {
    for (const { key, draft } of experiences) {
      const said = draft.facts.map(({ value }) => /^(\d+) phút/.exec(value.vi)?.[1]).find((minutes) => minutes !== undefined);
      if (said !== undefined) for (const { lastsMinutes } of sampleRules[key] ?? []) expect(lastsMinutes, key).toBe(Number(said));
    }
  });

  it("let a private boat take all its places", () => {
    const units = draftOf("thuyen-dao-co").variants.flatMap(({ draws }) => draws.map((draw) => draw.units));
    expect(Math.max(...units)).toBe(sampleRules["thuyen-dao-co"]?.[0]?.capacities["seat"]?.capacity);
  });
});

function draftOf(key: ListingKey): ListingDraft {
  const found = listings.find((listing) => listing.key === key);
  if (found === undefined) throw new Error(`no sample listing ${key}`);
  return found.draft;
}
