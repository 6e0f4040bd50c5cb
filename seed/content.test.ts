import { describe, expect, it } from "vitest";
import type { ListingDraft } from "@xudong/catalog";
import { addDays, dayOf, hours, isInSeason, plus, slugOf, weekdayOf, type Localized } from "@xudong/domain";
import { listings, type ListingKey } from "./listings.ts";
import { shops } from "./shops.ts";
import { slotsFor } from "./slots.ts";

// The 64 units of former Hải Dương since 1 July 2025: Resolution 1669/NQ-UBTVQH15, clauses 25–45 and 70–112.
const communes = new Set(
  `Nam Sách, Hợp Tiến, Trần Phú, Thái Tân, An Phú, Nam An Phụ, Phú Thái, Lai Khê, An Thành, Kim Thành, Thanh Hà,
  Hà Bắc, Hà Nam, Hà Tây, Hà Đông, Cẩm Giang, Cẩm Giàng, Tuệ Tĩnh, Mao Điền, Kẻ Sặt, Bình Giang, Đường An, Thượng Hồng,
  Gia Lộc, Yết Kiêu, Gia Phúc, Trường Tân, Tứ Kỳ, Đại Sơn, Tân Kỳ, Chí Minh, Lạc Phượng, Nguyên Giáp, Vĩnh Lại, Tân An,
  Ninh Giang, Hồng Châu, Khúc Thừa Dụ, Thanh Miện, Nguyễn Lương Bằng, Bắc Thanh Miện, Hải Hưng, Nam Thanh Miện`.split(/,\s*/),
);
const wards = new Set(
  `Thành Đông, Hải Dương, Lê Thanh Nghị, Tân Hưng, Việt Hòa, Chí Linh, Chu Văn An, Nguyễn Trãi, Trần Hưng Đạo,
  Trần Nhân Tông, Lê Đại Hành, Ái Quốc, Kinh Môn, Bắc An Phụ, Nhị Chiểu, Phạm Sư Mạnh, Trần Liễu, Nguyễn Đại Năng,
  Nam Đồng, Tứ Minh, Thạch Khôi`.split(/,\s*/),
);

const drawings = ["guava", "lychee", "mung-bean-cake", "gai-cake", "bowl", "brush", "boat-storks", "cake-making"];
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

/** Whole words or phrases, in a language whose letters \b does not know. */
function anyOf(...phrases: string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${phrases.join("|")})(?!\\p{L})`, "iu");
}

const forbidden = [
  // Superlatives and pressure
  anyOf("nhất", "duy nhất", "số một", "số 1", "hàng đầu", "tuyệt vời", "tuyệt hảo", "hot", "siêu", "sắp hết", "nhanh tay"),
  anyOf("best", "finest", "the most", "greatest", "number one", "unique", "world-class", "perfect", "amazing", "hurry", "unmissable"),
  // Health claims
  anyOf("chữa", "bổ dưỡng", "tốt cho sức khoẻ", "tốt cho sức khỏe", "thanh nhiệt", "giải độc", "an toàn tuyệt đối"),
  anyOf("healthy", "healing", "cures?", "detox", "nutritious", "superfood"),
  // Claims that need a certificate
  anyOf("ocop", "vietgap", "chỉ dẫn địa lý", "geographical indication", "hữu cơ", "organic", "chính hãng", "authentic"),
  // Promises, and words for holding other people's money
  anyOf("cam kết", "bảo đảm", "đảm bảo", "giao ngay", "guaranteed?", "ký quỹ", "ví", "giữ tiền hộ", "escrow", "wallet", "chống giả"),
];

describe("the words of the sample content", () => {
  it("stand in both languages, in NFC and without stray spaces", () => {
    for (const { at, text } of texts) {
      for (const words of [text.vi, text.en]) {
        expect(words, at).toBeTruthy();
        expect(words, at).toBe(words?.normalize("NFC").replace(/\s+/g, " ").trim());
      }
    }
  });

  it("are not Vietnamese left standing in English", () => {
    const vietnameseOnly = anyOf("và", "của", "gian hàng", "bằng", "hoặc", "chiếc", "thành phố", "giá");
    for (const { at, text } of texts) {
      // A source keeps its own title, between quotation marks.
      expect(text.en?.replace(/“[^”]*”/g, ""), at).not.toMatch(vietnameseOnly);
    }
  });

  it("make no superlatives, health claims, badge claims or promises", () => {
    for (const { at, text } of texts) {
      for (const words of [text.vi, text.en]) {
        for (const pattern of forbidden) expect(words, at).not.toMatch(pattern);
      }
    }
  });

  it("name no commune or ward that does not exist since July 2025, and no district", () => {
    const capitals = "((?: \\p{Lu}\\p{L}*)+)";
    const names = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, name]) => name?.trim() ?? "");
    let found = 0;
    for (const { at, text } of texts) {
      for (const name of names(new RegExp(`(?<!tác )(?<!\\p{L})[Xx]ã${capitals}`, "gu"), text.vi)) {
        found += 1;
        expect(communes, at).toContain(name);
      }
      for (const name of names(new RegExp(`(?<!\\p{L})[Pp]hường${capitals}`, "gu"), text.vi)) expect(wards, at).toContain(name);
      for (const name of names(new RegExp(`${capitals} commune`, "gu"), ` ${text.en}`)) expect(communes, at).toContain(name);
      for (const name of names(new RegExp(`${capitals} ward`, "gu"), ` ${text.en}`)) expect(wards, at).toContain(name);
      expect(text.vi, at).not.toMatch(/(?<!\p{L})([Hh]uyện|[Tt]hị xã) \p{Lu}/u);
      expect(text.en, at).not.toMatch(/\b[Dd]istrict\b/);
    }
    expect(found).toBeGreaterThan(20);
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
    expect(shops).toHaveLength(18);
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

  it("show each drawing once", () => {
    expect(listings.flatMap(({ draft }) => draft.pictures.map(({ drawing }) => drawing)).sort()).toEqual([...drawings].sort());
  });

  it("cost whole, positive đồng, and a larger size never costs more per unit", () => {
    for (const { key, draft } of goods) {
      const perUnit = draft.variants.map(({ priceDong, draws }) => priceDong / (draws[0]?.units ?? 0));
      expect(perUnit, key).toEqual([...perUnit].sort((a, b) => b - a));
    }
    for (const { priceDong } of listings.flatMap(({ draft }) => draft.variants)) {
      expect(Number.isSafeInteger(priceDong)).toBe(true);
      expect(priceDong).toBeGreaterThan(0);
    }
  });

  it("draw on a stock or a role that exists, and fit in it", () => {
    for (const { key, draft } of listings) {
      const [slot] = slotsFor(key, "2026-11-23", 14);
      const sizes = new Map(draft.kind === "goods" ? draft.stocks.map((stock) => [stock.key, stock.capacity]) : Object.entries(slot?.capacities ?? {}).map(([role, { capacity }]) => [role, capacity]));
      for (const draw of draft.variants.flatMap(({ draws }) => draws)) {
        expect([...sizes.keys()], key).toContain(draw.from);
        expect(draw.units, key).toBeGreaterThan(0);
        expect(draw.units, key).toBeLessThanOrEqual(sizes.get(draw.from) ?? 0);
      }
    }
  });

  it("leave no month without goods in season", () => {
    for (let month = 1; month <= 12; month++) {
      expect(goods.filter(({ draft }) => draft.seasonMonths.includes(month)).length, `month ${month}`).toBeGreaterThan(0);
    }
  });

  it("sell lychee in June alone", () => {
    expect(draftOf("vai-thieu-thanh-ha").seasonMonths).toEqual([6]);
  });
});

describe("the times of the experiences", () => {
  const year = Array.from({ length: 365 }, (_, ahead) => addDays("2026-11-23", ahead));

  it("offer something on the Saturday of any week", () => {
    for (const firstDay of year) {
      const starts = experiences.flatMap(({ key }) => slotsFor(key, firstDay, 7)).map(({ startsAt }) => dayOf(startsAt));
      expect(starts.some((day) => weekdayOf(day) === 6), firstDay).toBe(true);
    }
  });

  it("stay inside the season", () => {
    for (const { key, draft } of experiences) {
      const slots = slotsFor(key, "2026-11-23", 365);
      expect(slots.length, key).toBeGreaterThan(100);
      for (const { startsAt } of slots) expect(isInSeason({ months: draft.seasonMonths }, dayOf(startsAt)), key).toBe(true);
    }
    expect(slotsFor("thuyen-dao-co", "2027-05-01", 123)).toEqual([]);
  });

  it("follow one another without overlapping, and close before they begin", () => {
    for (const { key } of experiences) {
      const slots = slotsFor(key, "2026-11-23", 30);
      const cutOff = key === "thuyen-dao-co" ? hours(1) : hours(2);
      for (const [n, slot] of slots.entries()) {
        expect(slot.endsAt > slot.startsAt, key).toBe(true);
        expect(slot.sellsUntil, key).toEqual(plus(slot.startsAt, -cutOff));
        const next = slots[n + 1];
        if (next !== undefined) expect(next.startsAt >= slot.endsAt, key).toBe(true);
      }
    }
  });

  it("are the same whichever day the count begins", () => {
    for (const { key } of experiences) {
      const fortnight = slotsFor(key, "2026-11-23", 14);
      expect(slotsFor(key, "2026-11-30", 7), key).toEqual(fortnight.filter(({ startsAt }) => dayOf(startsAt) >= "2026-11-30"));
    }
  });

  it("are none for goods", () => {
    for (const { key } of goods) expect(slotsFor(key, "2026-11-23", 30)).toEqual([]);
  });

  it("last as long as the listing says", () => {
    for (const { key, draft } of experiences) {
      const minutesSaid = draft.facts.map(({ value }) => /^(\d+) phút$/.exec(value.vi)?.[1]).find((said) => said !== undefined);
      for (const { startsAt, endsAt } of slotsFor(key, "2026-11-23", 14)) expect((endsAt.getTime() - startsAt.getTime()) / 60_000, key).toBe(Number(minutesSaid));
    }
  });

  it("let a private boat take all its places", () => {
    const [slot] = slotsFor("thuyen-dao-co", "2026-11-23", 1);
    const units = draftOf("thuyen-dao-co").variants.flatMap(({ draws }) => draws.map((draw) => draw.units));
    expect(Math.max(...units)).toBe(slot?.capacities.seat?.capacity);
  });
});

function draftOf(key: ListingKey): ListingDraft {
  const found = listings.find((listing) => listing.key === key);
  if (found === undefined) throw new Error(`no sample listing ${key}`);
  return found.draft;
}
