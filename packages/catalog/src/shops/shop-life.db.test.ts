import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import type { Tx } from "@xudong/database";
import { guest, newId, type Actor, type Occasion, type ShopState } from "@xudong/domain";
import { goodsOnSale, stagehand } from "../../testing/fixtures.ts";
import {
  approveListing, approveShop, draftListing, draftShop, editShop, listFaults, listListings, listShops, registerShop, reinstateShop, rejectShop, showListing, showShop, submitListing, submitShop, suspendShop, type ShopDraft,
} from "../index.ts";
import { aListingDraft } from "../../testing/fixtures.ts";

const now = new Date("2026-11-23T03:00:00Z");
const occasion: Occasion = { actor: stagehand, now };
const because = [{ field: "name", text: "Tên chưa rõ" }];
let made = 0;

function aShopDraft(over: Partial<ShopDraft> = {}): ShopDraft {
  made += 1;
  return { name: { vi: `Bếp thử ${made}`, en: `Kitchen ${made}` }, kind: "household", place: { vi: "Xã Thử, Tỉnh Mẫu", en: "Test commune, Sample province" }, about: { vi: "Chỉ để thử." }, isSample: true, ...over };
}

const moves = {
  submit: submitShop,
  approve: approveShop,
  reject: (tx: Tx, id: string, on: Occasion) => rejectShop(tx, id, because, on),
  suspend: (tx: Tx, id: string, on: Occasion) => suspendShop(tx, id, because, on),
  reinstate: reinstateShop,
};
type Move = keyof typeof moves;

const lives: Record<ShopState, { by: readonly Move[]; may: Partial<Record<Move, ShopState>> }> = {
  draft: { by: [], may: { submit: "submitted" } },
  submitted: { by: ["submit"], may: { approve: "approved", reject: "rejected" } },
  rejected: { by: ["submit", "reject"], may: { submit: "submitted" } },
  approved: { by: ["submit", "approve"], may: { suspend: "suspended" } },
  suspended: { by: ["submit", "approve", "suspend"], may: { reinstate: "approved" } },
};

eachDatabase("A shop's life", (database) => {
  const write = <T>(fn: (tx: Tx) => Promise<T>) => database.store.write(fn);
  const refused = async (doing: Promise<unknown>) => doing.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
  const rowOf = async (id: string) => {
    const { shops } = database.store.read.t;
    const [row] = await database.store.read.select().from(shops).where(eq(shops.id, id));
    return row;
  };

  test.each(Object.entries(lives))("%s may become what its table says and nothing else", async (_, { by, may }) => {
    for (const move of Object.keys(moves) as Move[]) {
      const { id } = await write((tx) => draftShop(tx, aShopDraft(), occasion));
      for (const step of by) await write((tx) => moves[step](tx, id, occasion));
      const before = (await rowOf(id))?.state;
      const outcome = await refused(write((tx) => moves[move](tx, id, occasion)));
      const after = await rowOf(id);
      expect([move, outcome, after?.state]).toEqual(may[move] === undefined ? [move, "shop.move_not_allowed", before] : [move, "done", may[move]]);
      if (after?.state === "rejected" || after?.state === "suspended") expect(after.stateReasons).toEqual(because);
    }
    expect(await listFaults(database.store.read)).toEqual({ listingIds: [], scopes: [] });
  });

  test("[S1] nobody moves or changes another's shop, and no owner reviews their own", async () => {
    const own = await write((tx) => draftShop(tx, aShopDraft(), { actor: guest, now }));
    const other = await write((tx) => registerShop(tx, aShopDraft(), occasion));
    expect(await refused(write((tx) => registerShop(tx, aShopDraft(), { actor: guest, now })))).toBe("actor.not_allowed");
    const owner: Actor = { id: "owner", grants: [{ permission: "shop.edit", scope: own.id }] };
    for (const [name, move] of Object.entries(moves)) {
      expect([name, await refused(write((tx) => move(tx, other.id, { actor: owner, now })))]).toEqual([name, "actor.not_allowed"]);
      expect([name, await refused(write((tx) => move(tx, newId(now), { actor: owner, now })))]).toEqual([name, "shop.not_found"]);
    }
    expect(await refused(write((tx) => editShop(tx, other.id, { about: { vi: "Của tôi" } }, { actor: owner, now })))).toBe("actor.not_allowed");
    await write((tx) => submitShop(tx, own.id, { actor: owner, now }));
    expect(await refused(write((tx) => approveShop(tx, own.id, { actor: owner, now })))).toBe("actor.not_allowed");
  });

  test("suspending hides all its listings at once and reinstating shows them again, with every count", async () => {
    const { shopId, slug } = await goodsOnSale(database.store, now);
    await goodsOnSale(database.store, now, { shopId });
    const before = (await listListings(database.store.read, { pageSize: 1 }, now)).total;
    const shopsBefore = (await listShops(database.store.read, { pageSize: 1 })).total;
    await write((tx) => suspendShop(tx, shopId, because, occasion));
    expect((await listListings(database.store.read, { pageSize: 100 }, now)).items.filter((card) => card.shop.id === shopId)).toEqual([]);
    expect((await listListings(database.store.read, { pageSize: 1 }, now)).total).toBe(before - 2);
    expect((await listShops(database.store.read, { pageSize: 1 })).total).toBe(shopsBefore - 1);
    expect(await refused(showListing(database.store.read, slug, now))).toBe("listing.not_found");
    // What is approved meanwhile is shown when the shop is back.
    const { id } = await write((tx) => draftListing(tx, shopId, aListingDraft(), occasion));
    await write((tx) => submitListing(tx, id, occasion));
    await write((tx) => approveListing(tx, id, occasion));
    expect((await listListings(database.store.read, { pageSize: 1 }, now)).total).toBe(before - 2);
    await write((tx) => reinstateShop(tx, shopId, occasion));
    expect((await listListings(database.store.read, { pageSize: 1 }, now)).total).toBe(before + 1);
    expect(await listFaults(database.store.read)).toEqual({ listingIds: [], scopes: [] });
  });

  test("[C3] a shop that is suspended while a listing of it is approved shows nothing, however the two meet", async () => {
    for (let round = 0; round < 8; round++) {
      const { shopId } = await goodsOnSale(database.store, now);
      const { id } = await write((tx) => draftListing(tx, shopId, aListingDraft(), occasion));
      await write((tx) => submitListing(tx, id, occasion));
      await Promise.all([write((tx) => approveListing(tx, id, occasion)), write((tx) => suspendShop(tx, shopId, because, occasion))]);
    }
    expect(await listFaults(database.store.read)).toEqual({ listingIds: [], scopes: [] });
  });

  test("a draft is complete before it is written, in NFC, and says what is wrong at its field", async () => {
    const wrong = { name: { vi: "" }, about: { vi: "x".repeat(1501) }, unitCode: "99999", cutOffMinute: 1440, restWeekdays: [7], identity: { legalName: "", addressLine: "Số 1", phone: "1", registration: { number: "1", issuer: "Sở", issuedOn: "2026-02-30" } } };
    const refusal: unknown = await write((tx) => registerShop(tx, aShopDraft(wrong), occasion)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "shop.incomplete" });
    const { issues } = (refusal as { details: { issues: { field: string; reason: string }[] } }).details;
    expect(issues.map(({ field, reason }) => `${field} ${reason}`).sort()).toEqual([
      "about.vi too_long", "cutOffMinute too_large", "identity.legalName missing", "identity.registration.issuedOn no_such_day", "name missing", "restWeekdays.0 too_large", "unitCode not_known",
    ]);
    const { id } = await write((tx) => draftShop(tx, aShopDraft({ name: { vi: " Bếp  nhà Hạnh ".normalize("NFD") } }), occasion));
    expect((await rowOf(id))?.name).toEqual({ vi: "Bếp nhà Hạnh".normalize("NFC") });
  });

  test("two shops of one name are told apart by their commune, a third is asked for more", async () => {
    const name = { vi: "Gốm Nhà Mình", en: "Our Pottery" };
    const slugOf = async (id: string) => {
      const { slugs } = database.store.read.t;
      return (await database.store.read.select().from(slugs).where(eq(slugs.targetId, id))).map(({ locale, slug }) => `${locale} ${slug}`).sort();
    };
    const [first, second] = [await write((tx) => registerShop(tx, aShopDraft({ name }), occasion)), await write((tx) => registerShop(tx, aShopDraft({ name }), occasion))];
    expect(await slugOf(first.id)).toEqual(["en our-pottery", "vi gom-nha-minh"]);
    expect(await slugOf(second.id)).toEqual(["en our-pottery-test-commune", "vi gom-nha-minh-xa-thu"]);
    expect(await refused(write((tx) => registerShop(tx, aShopDraft({ name }), occasion)))).toBe("shop.slug_taken");
  });

  test("what a reviewer approved stays as it was approved; text and habits are the shop's own", async () => {
    const { id } = await write((tx) => draftShop(tx, aShopDraft(), occasion));
    await write((tx) => editShop(tx, id, { name: { vi: "Tên đổi khi còn nháp" } }, occasion));
    await write((tx) => submitShop(tx, id, occasion));
    expect(await refused(write((tx) => editShop(tx, id, { about: { vi: "Đổi" } }, occasion)))).toBe("shop.under_review");
    await write((tx) => approveShop(tx, id, occasion));
    await write((tx) => editShop(tx, id, { about: { vi: "Chữ mới." }, cutOffMinute: 600, restWeekdays: [0, 0] }, occasion));
    expect(await rowOf(id)).toMatchObject({ about: { vi: "Chữ mới." }, cutOffMinute: 600, restWeekdays: [0] });
    expect(await refused(write((tx) => editShop(tx, id, { name: { vi: "Tên khác" } }, occasion)))).toBe("shop.incomplete");
    expect(await showShop(database.store.read, "ten-doi-khi-con-nhap", now)).toMatchObject({ shop: { id, about: { vi: "Chữ mới." }, shown: 0 } });
  });

  test("the number of a household's registration is told to nobody", async () => {
    const identity = { legalName: "Hộ ông Mẫu", addressLine: "Số 1", phone: "0000 000 000", registration: { number: "000000000000", issuer: "Uỷ ban mẫu", issuedOn: "2025-07-01" } };
    const numberOf = async (kind: ShopDraft["kind"]) => {
      const draft = aShopDraft({ kind, identity });
      const { id } = await write((tx) => registerShop(tx, draft, occasion));
      await write((tx) => approveShop(tx, id, occasion));
      const found = await showShop(database.store.read, `bep-thu-${made}`, now);
      return "shop" in found ? found.shop.identity?.registration?.number : "moved";
    };
    expect([await numberOf("household"), await numberOf("individual"), await numberOf("cooperative"), await numberOf("enterprise")]).toEqual([undefined, undefined, "000000000000", "000000000000"]);
  });
});
