import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { eachDatabase, type TestDatabase } from "@xudong/database/testing";
import type { Tx } from "@xudong/database";
import { days, guest, newId, operatorActor, plus, type Actor, type ListingState, type Occasion } from "@xudong/domain";
import { aListingDraft, aShop, stagehand } from "../../testing/fixtures.ts";
import {
  approveListing, archiveListing, draftListing, listFaults, listListings, pauseListing, rejectListing, restoreVariant, resumeListing, retireVariant, reviseListing, setPrice, showListing, submitListing,
  type ListingDraft, type RevisionDraft,
} from "../index.ts";

const now = new Date("2026-11-23T03:00:00Z");
const occasion: Occasion = { actor: stagehand, now };

/** Somebody with everything a seller has, on one shop alone. */
const sellerOf = (shopId: string): Actor => ({ id: "seller", grants: (["shop.edit", "listing.edit", "stock.edit"] as const).map((permission) => ({ permission, scope: shopId })) });
const reviewer = operatorActor("reviewer", ["listing.review", "shop.review"]);

function verbs(database: TestDatabase) {
  const write = <T>(fn: (tx: Tx) => Promise<T>) => database.store.write(fn);
  const draft = async (over: Partial<ListingDraft> = {}, shopId?: string) => {
    const shop = shopId ?? (await aShop(database.store, now)).id;
    const { id } = await write((tx) => draftListing(tx, shop, aListingDraft(over), occasion));
    return { id, shopId: shop };
  };
  const published = async (over: Partial<ListingDraft> = {}, shopId?: string) => {
    const made = await draft(over, shopId);
    await write((tx) => submitListing(tx, made.id, occasion));
    await write((tx) => approveListing(tx, made.id, occasion));
    return made;
  };
  const rowOf = async (id: string) => {
    const { listings } = database.store.read.t;
    const [row] = await database.store.read.select().from(listings).where(eq(listings.id, id));
    if (row === undefined) throw new Error("no such listing");
    return row;
  };
  const variantsOf = async (id: string) => {
    const { variants } = database.store.read.t;
    return database.store.read.select().from(variants).where(eq(variants.listingId, id)).orderBy(asc(variants.position));
  };
  const revisionOf = (draftOf: ListingDraft, over: Partial<RevisionDraft> = {}): RevisionDraft => {
    const { kind: _kind, stocks: _stocks, variants: _variants, ...text } = draftOf;
    return { ...text, ...over };
  };
  return { write, draft, published, rowOf, variantsOf, revisionOf };
}

const moves = { submit: submitListing, approve: approveListing, reject: (tx: Tx, id: string, on: Occasion) => rejectListing(tx, id, [{ text: "Thiếu hình" }], on), pause: pauseListing, resume: resumeListing, archive: archiveListing };
type Move = keyof typeof moves;

/** How a listing comes to each state, and what may become of it there. */
const lives: Record<ListingState, { by: readonly Move[]; may: Partial<Record<Move, ListingState>> }> = {
  draft: { by: [], may: { submit: "submitted", archive: "archived" } },
  submitted: { by: ["submit"], may: { approve: "published", reject: "rejected" } },
  rejected: { by: ["submit", "reject"], may: { submit: "submitted", archive: "archived" } },
  published: { by: ["submit", "approve"], may: { pause: "paused", archive: "archived" } },
  paused: { by: ["submit", "approve", "pause"], may: { resume: "published", archive: "archived" } },
  archived: { by: ["submit", "approve", "archive"], may: {} },
};

eachDatabase("A listing's life", (database) => {
  const { write, draft, published, rowOf, variantsOf, revisionOf } = verbs(database);
  const refused = async (doing: Promise<unknown>) => doing.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

  test.each(Object.entries(lives))("%s may become what its table says and nothing else", async (_, { by, may }) => {
    for (const move of Object.keys(moves) as Move[]) {
      const { id } = await draft();
      for (const step of by) await write((tx) => moves[step](tx, id, occasion));
      const before = (await rowOf(id)).state;
      const outcome = await refused(write((tx) => moves[move](tx, id, occasion)));
      expect([move, outcome, (await rowOf(id)).state]).toEqual(may[move] === undefined ? [move, "listing.move_not_allowed", before] : [move, "done", may[move]]);
      expect((await rowOf(id)).isShown).toBe((await rowOf(id)).state === "published");
    }
    expect(await listFaults(database.store.read)).toEqual({ listingIds: [], scopes: [] });
  });

  test("[S1] nobody moves another shop's listing, and it looks as if it were not theirs to know", async () => {
    const own = await draft();
    const other = await published();
    const asSeller: Occasion = { actor: sellerOf(own.shopId), now };
    for (const [name, move] of Object.entries(moves)) {
      expect([name, await refused(write((tx) => move(tx, other.id, asSeller)))]).toEqual([name, "actor.not_allowed"]);
      expect([name, await refused(write((tx) => move(tx, other.id, { actor: guest, now })))]).toEqual([name, "actor.not_allowed"]);
      expect([name, await refused(write((tx) => move(tx, newId(now), asSeller)))]).toEqual([name, "listing.not_found"]);
      expect([name, await refused(write((tx) => move(tx, "not an id", asSeller)))]).toEqual([name, "listing.not_found"]);
    }
    const [variant] = await variantsOf(other.id);
    expect(await refused(write((tx) => setPrice(tx, variant?.id ?? "", { priceDong: 1 }, asSeller)))).toBe("actor.not_allowed");
    expect(await refused(write((tx) => retireVariant(tx, variant?.id ?? "", asSeller)))).toBe("actor.not_allowed");
    expect(await refused(write((tx) => reviseListing(tx, other.id, revisionOf(aListingDraft()), asSeller)))).toBe("actor.not_allowed");
    expect(await refused(write((tx) => draftListing(tx, other.shopId, aListingDraft(), asSeller)))).toBe("actor.not_allowed");
    expect(await refused(write((tx) => draftListing(tx, newId(now), aListingDraft(), occasion)))).toBe("shop.not_found");
    // A seller cannot approve what is theirs, a reviewer cannot write it.
    await write((tx) => submitListing(tx, own.id, asSeller));
    expect(await refused(write((tx) => approveListing(tx, own.id, asSeller)))).toBe("actor.not_allowed");
    expect(await refused(write((tx) => reviseListing(tx, own.id, revisionOf(aListingDraft()), { actor: reviewer, now })))).toBe("actor.not_allowed");
    await write((tx) => approveListing(tx, own.id, { actor: reviewer, now }));
    // Who let it through may take it down, and it is the seller who sells again.
    await write((tx) => pauseListing(tx, own.id, { actor: reviewer, now }));
    expect(await refused(write((tx) => resumeListing(tx, own.id, { actor: reviewer, now })))).toBe("actor.not_allowed");
    await write((tx) => resumeListing(tx, own.id, asSeller));
  });

  test("[C1] the old words live until a revision is approved, and a refusal changes nothing that people see", async () => {
    const first = aListingDraft();
    const { id } = await published(first);
    const { slug } = (await listListings(database.store.read, { pageSize: 100 }, now)).items.find((card) => card.id === id) ?? { slug: { vi: "", en: "" } };
    const shown = async () => {
      const found = await showListing(database.store.read, slug.vi, now);
      return "listing" in found ? found.listing.summary.vi : found.movedTo.vi;
    };
    await write((tx) => reviseListing(tx, id, revisionOf(first, { summary: { vi: "Câu thứ hai." }, needsCold: true }), occasion));
    expect(await shown()).toBe(first.summary.vi);
    await write((tx) => submitListing(tx, id, occasion));
    expect([(await rowOf(id)).state, await shown()]).toEqual(["published", first.summary.vi]);
    expect(await refused(write((tx) => reviseListing(tx, id, revisionOf(first), occasion)))).toBe("listing.under_review");
    await write((tx) => rejectListing(tx, id, [{ field: "summary", text: "Cần nói rõ hơn" }], { actor: reviewer, now }));
    expect([(await rowOf(id)).state, await shown()]).toEqual(["published", first.summary.vi]);
    // The same revision is mended and handed in again.
    const { number } = await write((tx) => reviseListing(tx, id, revisionOf(first, { summary: { vi: "Câu thứ ba." }, needsCold: true }), occasion));
    await write((tx) => submitListing(tx, id, occasion));
    await write((tx) => approveListing(tx, id, { actor: reviewer, now }));
    expect([number, await shown(), (await rowOf(id)).needsCold]).toEqual([2, "Câu thứ ba.", true]);
    const { listingRevisions } = database.store.read.t;
    const states = await database.store.read.select({ state: listingRevisions.state, reasons: listingRevisions.reasons }).from(listingRevisions).where(eq(listingRevisions.listingId, id)).orderBy(asc(listingRevisions.number));
    expect(states.map(({ state }) => state)).toEqual(["replaced", "approved"]);
    expect(await refused(write((tx) => submitListing(tx, id, occasion)))).toBe("listing.move_not_allowed");
  });

  test("what a reviewer writes is kept with the revision, field by field, and nothing is refused without a word", async () => {
    const { id } = await draft();
    await write((tx) => submitListing(tx, id, occasion));
    for (const reasons of [[], [{ text: "  " }], [{ field: "title", text: "x".repeat(1001) }]]) expect(await refused(write((tx) => rejectListing(tx, id, reasons, occasion)))).toBe("request.invalid");
    const cure = [{ field: "pictures.0.alt", text: "Nói rõ hình vẽ gì".normalize("NFC") }, { text: "Gần xong rồi" }];
    await write((tx) => rejectListing(tx, id, [{ field: "pictures.0.alt", text: "  Nói rõ hình vẽ gì ".normalize("NFD") }, { field: "", text: "Gần xong rồi" }], { actor: reviewer, now }));
    const { listingRevisions } = database.store.read.t;
    const [revision] = await database.store.read.select().from(listingRevisions).where(eq(listingRevisions.listingId, id));
    expect(revision).toMatchObject({ state: "rejected", decidedBy: reviewer.id, decidedAt: now, reasons: cure });
  });

  test("a new title is a new address after approval, and the old one leads there, back and forth", async () => {
    const { shopId } = await draft();
    const first = aListingDraft({ title: { vi: "Cốm làng Một", en: "Green rice One" } });
    const { id } = await published(first, shopId);
    const retitle = async (vi: string, en: string) => {
      await write((tx) => reviseListing(tx, id, revisionOf(first, { title: { vi, en } }), occasion));
      await write((tx) => submitListing(tx, id, occasion));
      await write((tx) => approveListing(tx, id, occasion));
    };
    await retitle("Cốm làng Hai", "Green rice Two");
    expect(await showListing(database.store.read, "com-lang-mot", now)).toEqual({ movedTo: { vi: "com-lang-hai", en: "green-rice-two" } });
    expect(await showListing(database.store.read, "green-rice-two", now)).toMatchObject({ listing: { id, slug: { vi: "com-lang-hai" } } });
    await retitle("Cốm làng Một", "Green rice One");
    expect(await showListing(database.store.read, "com-lang-mot", now)).toMatchObject({ listing: { id } });
    expect(await showListing(database.store.read, "com-lang-hai", now)).toEqual({ movedTo: { vi: "com-lang-mot", en: "green-rice-one" } });
    // An address that leads somewhere is nobody else's.
    const late = await published({ title: { vi: "Cốm Làng Hai", en: "Green rice, two" } });
    const card = (await listListings(database.store.read, { pageSize: 100 }, now)).items.find((each) => each.id === late.id);
    expect(card?.slug.vi).toMatch(/^com-lang-hai-vuon-thu-\d+$/);
  });

  test("of two things that fold to one address the second bears its shop's name; a seller's own double is told by name", async () => {
    const { shopId, id } = await published({ title: { vi: "Ổi bó", en: "Guava" } });
    const slugOf = async (of: string) => (await listListings(database.store.read, { pageSize: 100 }, now)).items.find((card) => card.id === of)?.slug.vi;
    expect(await slugOf(id)).toBe("oi-bo");
    const second = await published({ title: { vi: "Ơi, bỏ!".normalize("NFD"), en: "Another" } });
    expect(await slugOf(second.id)).toMatch(/^oi-bo-vuon-thu-\d+$/);
    const visit = await write((tx) => refused(draftListing(tx, shopId, aListingDraft({ title: { vi: "ỐI BÒ" } }), occasion)));
    expect(visit).toBe("listing.slug_taken");
    await expect(write((tx) => draftListing(tx, shopId, aListingDraft({ title: { vi: "Ối bò" } }), occasion))).rejects.toMatchObject({ details: { field: "title", slug: "oi-bo", takenBy: { vi: "Ổi bó" } } });
  });

  test("NFD comes out NFC, spaces are trimmed, and what is wrong is named at its field", async () => {
    const typed = "  Bưởi   Thanh  Hồng\u200b ";
    const { id } = await published({ title: { vi: typed.normalize("NFD"), en: " " }, body: [{ vi: "Một\tđoạn\nvăn".normalize("NFD") }], variants: [{ title: { vi: "Một  quả".normalize("NFD") }, priceDong: 1, draws: [{ from: "stock", units: 1 }] }] });
    const { listingRevisions } = database.store.read.t;
    const [revision] = await database.store.read.select({ words: listingRevisions.words }).from(listingRevisions).where(eq(listingRevisions.listingId, id));
    expect(revision?.words).toMatchObject({ title: { vi: "Bưởi Thanh Hồng".normalize("NFC") }, body: [{ vi: "Một đoạn văn".normalize("NFC") }] });
    expect(revision?.words.title).not.toHaveProperty("en");
    expect((await variantsOf(id))[0]?.title.vi).toBe("Một quả".normalize("NFC"));

    const { shopId } = await draft();
    const wrong = {
      title: { vi: "!!!" }, summary: { vi: "" }, body: [], pictures: [{ drawing: "guava", alt: { vi: "x".repeat(301), en: "y" } }], seasonMonths: [13], seasonLunar: [{ fromMonth: 1, fromDay: 31, toMonth: 2, toDay: 1 }],
      category: "khong-co", unitCode: "99999", plusCode: "here", shelfLifeHours: 0, stocks: [{ key: "a", unit: "piece" as const, capacity: -1 }],
      variants: [{ title: { vi: "" }, priceDong: 1.5, draws: [{ from: "b", units: 0 }], weightGrams: 0, forWhom: { ageMin: 12, ageMax: 6 } }],
    };
    const refusal: unknown = await write((tx) => draftListing(tx, shopId, aListingDraft(wrong), occasion)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "listing.incomplete" });
    const { issues } = (refusal as { details: { issues: { field: string; reason: string }[] } }).details;
    expect(issues.map(({ field, reason }) => `${field} ${reason}`).sort()).toEqual([
      "body missing", "category not_known", "pictures.0.alt.vi too_long", "plusCode bad_format", "seasonLunar bad_format", "seasonMonths bad_format", "shelfLifeHours too_small", "stocks.0.capacity too_small", "summary missing",
      "title bad_format", "unitCode not_known", "variants.0.draws.0.from not_one_of", "variants.0.draws.0.units too_small", "variants.0.forWhom.ageMax too_small", "variants.0.priceDong bad_format", "variants.0.title missing", "variants.0.weightGrams too_small",
    ]);
  });

  test("sizes survive: one is renamed, one is added on the same stock, one is retired, and their ids stay", async () => {
    const first = aListingDraft({ variants: [1, 5].map((units) => ({ title: { vi: `Túi ${units} kg` }, priceDong: 50_000 * units, draws: [{ from: "stock", units: 1000 * units }] })) });
    const { id } = await published(first);
    const [small, large] = await variantsOf(id);
    const { draws } = database.store.read.t;
    const [{ poolId } = { poolId: null }] = await database.store.read.select().from(draws).where(eq(draws.variantId, small?.id ?? ""));
    const strange = await published();
    const [foreign] = await variantsOf(strange.id);
    const [foreignDraw] = await database.store.read.select().from(draws).where(eq(draws.variantId, foreign?.id ?? ""));
    const add = (from: string) => ({ title: { vi: "Túi 2 kg" }, priceDong: 95_000, draws: [{ from, units: 2000 }] });
    const wrong = revisionOf(first, { variants: [{ id: foreign?.id ?? "", title: { vi: "Của người khác" } }, add(foreignDraw?.poolId ?? "")] });
    const refusal: unknown = await write((tx) => reviseListing(tx, id, wrong, occasion)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "listing.incomplete", details: { issues: [{ field: "variants.0.id", reason: "not_known" }, { field: "variants.1.draws.0.from", reason: "not_one_of" }] } });

    await write((tx) => reviseListing(tx, id, revisionOf(first, { variants: [{ id: small?.id ?? "", title: { vi: "Túi một ký" }, weightGrams: 1050 }, add(poolId ?? ""), { ...add("new"), title: { vi: "Rổ" } }], stocks: [{ key: "new", unit: "piece", capacity: 7 }] }), occasion));
    expect((await variantsOf(id)).map(({ title }) => title.vi)).toEqual(["Túi 1 kg", "Túi 5 kg"]);
    await write((tx) => submitListing(tx, id, occasion));
    await write((tx) => approveListing(tx, id, occasion));
    const after = await variantsOf(id);
    expect(after.map(({ title, weightGrams }) => [title.vi, weightGrams])).toEqual([["Túi một ký", 1050], ["Túi 5 kg", null], ["Túi 2 kg", null], ["Rổ", null]]);
    expect(after.slice(0, 2).map((variant) => variant.id)).toEqual([small?.id, large?.id]);

    const slug = (await listListings(database.store.read, { pageSize: 100 }, now)).items.find((card) => card.id === id)?.slug.vi ?? "";
    const onSale = async () => {
      const found = await showListing(database.store.read, slug, now);
      return "listing" in found ? found.listing.variants.map(({ title, unitsLeft }) => `${title.vi}: ${unitsLeft}`) : [];
    };
    expect(await onSale()).toEqual(["Túi một ký: 100", "Túi 5 kg: 20", "Túi 2 kg: 50", "Rổ: 0"]);
    for (const variant of after.slice(0, 3)) await write((tx) => retireVariant(tx, variant.id, occasion));
    expect(await onSale()).toEqual(["Rổ: 0"]);
    expect(await refused(write((tx) => retireVariant(tx, after[3]?.id ?? "", occasion)))).toBe("variant.last_one");
    await write((tx) => restoreVariant(tx, small?.id ?? "", occasion));
    await write((tx) => restoreVariant(tx, small?.id ?? "", occasion));
    expect(await onSale()).toEqual(["Túi một ký: 100", "Rổ: 0"]);
  });

  test("a price is one row at any instant: from now, from later, and written over at the same instant", async () => {
    const { id } = await published();
    const [variant] = await variantsOf(id);
    const variantId = variant?.id ?? "";
    const set = (priceDong: number, from: Date | undefined, at: Date) => write((tx) => setPrice(tx, variantId, { priceDong, ...(from === undefined ? {} : { from }) }, { actor: stagehand, now: at }));
    const [in1, in2, in10, in20] = [1, 2, 10, 20].map((count) => plus(now, days(count))) as [Date, Date, Date, Date];
    await set(60_000, in10, in1);
    await set(70_000, in20, in1);
    await set(55_000, undefined, in2);
    await set(65_000, in10, in2);
    const { prices } = database.store.read.t;
    const rows = await database.store.read.select({ dong: prices.priceDong, from: prices.validFrom, to: prices.validTo }).from(prices).where(eq(prices.variantId, variantId)).orderBy(asc(prices.validFrom));
    expect(rows).toEqual([
      { dong: 50_000, from: now, to: in2 },
      { dong: 55_000, from: in2, to: in10 },
      { dong: 65_000, from: in10, to: in20 },
      { dong: 70_000, from: in20, to: null },
    ]);
    for (const [priceDong, from] of [[-1, undefined], [0.5, undefined], [2e9, undefined], [1, now], [1, new Date(Number.NaN)]] as const) expect(await refused(set(priceDong, from, in2))).toBe("request.invalid");
    const { outbox } = database.store.read.t;
    const told = await database.store.read.select({ id: outbox.id }).from(outbox).where(and(eq(outbox.topic, "listing.changed"), eq(outbox.subject, id)));
    expect(told).toHaveLength(1 + 4);
  });
});
