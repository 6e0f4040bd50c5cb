import { count } from "drizzle-orm";
import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import type { Tx } from "@xudong/database";
import { guest, type Occasion } from "@xudong/domain";
import { aListingDraft, aShop, stagehand } from "../../testing/fixtures.ts";
import { approveListing, draftListing, listFaults, listListings, reviseListing, setCategories, showCategories, submitListing, type CategoryDraft } from "../index.ts";

const now = new Date("2026-11-23T03:00:00Z");
const occasion: Occasion = { actor: stagehand, now };

const tree: readonly CategoryDraft[] = [
  { key: "trai-cay", kind: "goods", name: { vi: "Trái cây", en: "Fruit" } },
  { key: "do-an", kind: "goods", name: { vi: "Đồ ăn", en: "Food" }, children: [{ key: "banh", name: { vi: "Bánh", en: "Cakes" } }, { key: "mam", name: { vi: "Mắm" } }] },
  { key: "thuyen", kind: "experience", name: { vi: "Thuyền", en: "Boats" } },
];

eachDatabase("Categories", (database) => {
  const write = <T>(fn: (tx: Tx) => Promise<T>) => database.store.write(fn);
  const refused = async (doing: Promise<unknown>) => doing.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
  const shownBy = async () => (await showCategories(database.store.read)).flatMap((each) => [each, ...each.children]).map(({ key, shown }) => `${key} ${shown}`);
  const auditRows = async () => (await database.store.read.select({ n: count() }).from(database.store.read.t.auditRows))[0]?.n;

  test("saying the same tree again changes nothing", async () => {
    await write((tx) => setCategories(tx, tree, occasion));
    const before = [await showCategories(database.store.read), await auditRows()];
    await write((tx) => setCategories(tx, tree, occasion));
    expect([await showCategories(database.store.read), await auditRows()]).toEqual(before);
    expect(await shownBy()).toEqual(["trai-cay 0", "do-an 0", "banh 0", "mam 0", "thuyen 0"]);
  });

  test("what stands in a category is counted there and above, also when a revision moves it", async () => {
    const { id: shopId } = await aShop(database.store, now);
    const draft = aListingDraft({ category: "banh" });
    const { id } = await write((tx) => draftListing(tx, shopId, draft, occasion));
    const approve = async () => {
      await write((tx) => submitListing(tx, id, occasion));
      await write((tx) => approveListing(tx, id, occasion));
    };
    await approve();
    expect(await shownBy()).toEqual(["trai-cay 0", "do-an 1", "banh 1", "mam 0", "thuyen 0"]);
    const list = async (category: string) => (await listListings(database.store.read, { category, pageSize: 10 }, now)).items.map((card) => [card.id, card.category?.key]);
    expect([await list("do-an"), await list("cakes"), await list("trai-cay")]).toEqual([[[id, "banh"]], [[id, "banh"]], []]);
    const { kind: _kind, stocks: _stocks, variants: _variants, ...text } = draft;
    await write((tx) => reviseListing(tx, id, { ...text, category: "trai-cay" }, occasion));
    expect(await shownBy()).toEqual(["trai-cay 0", "do-an 1", "banh 1", "mam 0", "thuyen 0"]);
    await approve();
    expect(await shownBy()).toEqual(["trai-cay 1", "do-an 0", "banh 0", "mam 0", "thuyen 0"]);
    expect(await refused(listListings(database.store.read, { category: "khong-co", pageSize: 10 }, now))).toBe("category.not_found");
  });

  test("a new name is a new address, the old one still leads there; a child that moves is counted where it stands", async () => {
    const renamed: CategoryDraft[] = [
      { key: "trai-cay", kind: "goods", name: { vi: "Hoa quả", en: "Fruit" } },
      { key: "do-an", kind: "goods", name: { vi: "Đồ ăn", en: "Food" }, children: [{ key: "mam", name: { vi: "Mắm" } }] },
      { key: "banh", kind: "goods", name: { vi: "Bánh", en: "Cakes" } },
      { key: "thuyen", kind: "experience", name: { vi: "Thuyền", en: "Boats" } },
    ];
    await write((tx) => setCategories(tx, renamed, occasion));
    expect((await showCategories(database.store.read)).map(({ slug }) => slug.vi)).toEqual(["hoa-qua", "do-an", "banh", "thuyen"]);
    expect((await listListings(database.store.read, { category: "trai-cay", pageSize: 10 }, now)).total).toBe(1);
    expect(await listFaults(database.store.read)).toEqual({ listingIds: [], scopes: [] });
  });

  test("one that listings stand in stays; a wrong tree is refused whole; not everybody may", async () => {
    expect(await refused(write((tx) => setCategories(tx, tree.slice(1), occasion)))).toBe("category.in_use");
    await write((tx) => setCategories(tx, tree.slice(0, 2), occasion));
    expect(await shownBy()).toEqual(["trai-cay 1", "do-an 0", "banh 0", "mam 0"]);
    const wrong: [readonly CategoryDraft[], string][] = [
      [[...tree, { key: "Trái Cây", kind: "goods", name: { vi: "A" } }], "bad_format"],
      [[...tree, { key: "banh", kind: "goods", name: { vi: "A" } }], "repeated"],
      [[...tree, { key: "a", kind: "goods", name: { vi: "" } }], "missing"],
    ];
    for (const [each, reason] of wrong) await expect(write((tx) => setCategories(tx, each, occasion))).rejects.toMatchObject({ code: "request.invalid", details: { issues: expect.arrayContaining([expect.objectContaining({ reason })]) } });
    expect(await refused(write((tx) => setCategories(tx, tree, { actor: guest, now })))).toBe("actor.not_allowed");
  });

  test("a listing names a category of its own kind", async () => {
    const { id: shopId } = await aShop(database.store, now);
    await write((tx) => setCategories(tx, tree, occasion));
    expect(await refused(write((tx) => draftListing(tx, shopId, aListingDraft({ category: "thuyen" }), occasion)))).toBe("listing.incomplete");
  });
});
