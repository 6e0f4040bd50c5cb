import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { aShop, goodsOnSale, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { eachDatabase } from "@xudong/database/testing";
import { guest, isDomainError, operatorActor, slugOf, type PieceDetail } from "@xudong/domain";
import { pauseListing, reinstateShop, resumeListing, suspendShop } from "@xudong/catalog";
import { aDraft, aPlaceDetail, aPublishedPiece, editor, writer } from "../testing/fixtures.ts";
import { archivePiece, draftPiece, linkPiece, listingsNear, listPieces, piecesAbout, piecesNear, showPiece, unlinkPiece, type PieceView } from "./index.ts";

const now = new Date("2026-11-23T03:00:00Z");
const occasion = { actor: writer, now };

const codeOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => "nothing", (error: unknown) => (isDomainError(error) ? error.code : Promise.reject(error)));

eachDatabase("Links between what is written and what is sold", (database) => {
  const write: typeof database.store.write = (fn) => database.store.write(fn);
  const slugFrom = (vi: string) => slugOf(vi);
  const view = async (draft: { title: { vi: string }; detail: PieceDetail }): Promise<PieceView> => {
    const found = await showPiece(database.store.read, draft.detail.kind, slugFrom(draft.title.vi), now);
    if (!("piece" in found)) throw new Error("It has moved");
    return found.piece;
  };

  test("are read from both ends: the page of a place shows goods and visits, theirs shows the place", async () => {
    const { id, draft } = await aPublishedPiece(database.store, now);
    const goods = await goodsOnSale(database.store, now);
    const visit = await visitOnSale(database.store, now);
    await write((tx) => linkPiece(tx, id, { kind: "experience", key: visit.slug }, occasion));
    await write((tx) => linkPiece(tx, id, { kind: "goods", key: goods.slug }, occasion));
    expect((await view(draft)).listings.map((listing) => listing.id)).toEqual([visit.listingId, goods.listingId]);
    for (const { listingId } of [goods, visit]) expect((await piecesAbout(database.store.read, { kind: "listing", id: listingId }, now)).map((piece) => piece.id)).toEqual([id]);
    // Again changes nothing, and taking one away leaves the other.
    await write((tx) => linkPiece(tx, id, { kind: "goods", key: goods.slug }, occasion));
    await write((tx) => unlinkPiece(tx, id, { kind: "experience", key: visit.slug }, occasion));
    expect((await view(draft)).listings.map((listing) => listing.id)).toEqual([goods.listingId]);
    expect(await piecesAbout(database.store.read, { kind: "listing", id: visit.listingId }, now)).toEqual([]);
  });

  test("lead between pieces and to shops, too", async () => {
    const place = await aPublishedPiece(database.store, now);
    const guide = await aPublishedPiece(database.store, now, { detail: { kind: "guide" } });
    const shop = await aShop(database.store, now);
    const { slugs } = database.store.read.t;
    const [named] = await database.store.read.select({ slug: slugs.slug }).from(slugs).where(eq(slugs.targetId, shop.id));
    await write((tx) => linkPiece(tx, guide.id, { kind: "place", key: place.draft.key }, occasion));
    await write((tx) => linkPiece(tx, guide.id, { kind: "shop", key: named?.slug ?? "" }, occasion));
    expect((await view(place.draft)).related.map(({ id }) => id)).toEqual([guide.id]);
    expect((await view(guide.draft)).related.map(({ id }) => id)).toEqual([place.id]);
    expect((await piecesAbout(database.store.read, { kind: "shop", id: shop.id }, now)).map(({ id }) => id)).toEqual([guide.id]);
  });

  test("never show a draft, at either end", async () => {
    const { id, draft } = await aPublishedPiece(database.store, now);
    const hidden = aDraft();
    const { id: hiddenId } = await write((tx) => draftPiece(tx, hidden, occasion));
    const goods = await goodsOnSale(database.store, now);
    await write((tx) => linkPiece(tx, hiddenId, { kind: "goods", key: goods.slug }, occasion));
    await write((tx) => linkPiece(tx, hiddenId, { kind: "place", key: draft.key }, occasion));
    await write((tx) => linkPiece(tx, id, { kind: "place", key: hidden.key }, occasion));
    expect(await piecesAbout(database.store.read, { kind: "listing", id: goods.listingId }, now)).toEqual([]);
    expect((await view(draft)).related).toEqual([]);
  });

  test("drop out with what is not shown any more, and come back with it", async () => {
    const { id, draft } = await aPublishedPiece(database.store, now);
    const other = await aPublishedPiece(database.store, now, { detail: { kind: "guide" } });
    const [paused, suspended] = [await goodsOnSale(database.store, now), await goodsOnSale(database.store, now)];
    for (const key of [paused.slug, suspended.slug]) await write((tx) => linkPiece(tx, id, { kind: "goods", key }, occasion));
    await write((tx) => linkPiece(tx, id, { kind: "guide", key: other.draft.key }, occasion));
    expect([(await view(draft)).listings.length, (await view(draft)).related.length]).toEqual([2, 1]);
    const hands = operatorActor("hands", ["listing.edit", "shop.review"]);
    await write((tx) => pauseListing(tx, paused.listingId, { actor: hands, now }));
    await write((tx) => suspendShop(tx, suspended.shopId, [{ text: "Thử" }], { actor: hands, now }));
    await write((tx) => archivePiece(tx, other.id, { actor: editor, now }));
    expect([(await view(draft)).listings, (await view(draft)).related]).toEqual([[], []]);
    await write((tx) => resumeListing(tx, paused.listingId, { actor: hands, now }));
    await write((tx) => reinstateShop(tx, suspended.shopId, { actor: hands, now }));
    expect((await view(draft)).listings.map((listing) => listing.id)).toEqual([paused.listingId, suspended.listingId]);
  });

  test("[S1] are made by who may edit the piece, and to what exists", async () => {
    const { id, draft } = await aPublishedPiece(database.store, now);
    const goods = await goodsOnSale(database.store, now);
    const link = (target: Parameters<typeof linkPiece>[2], actor = writer) => codeOf(write((tx) => linkPiece(tx, id, target, { actor, now })));
    expect(await link({ kind: "goods", key: goods.slug }, guest)).toBe("actor.not_allowed");
    expect(await link({ kind: "goods", key: goods.slug }, stagehand)).toBe("actor.not_allowed");
    expect(await link({ kind: "goods", key: "khong-co" })).toBe("piece.target_not_found");
    expect(await link({ kind: "experience", key: goods.slug })).toBe("piece.target_not_found");
    expect(await link({ kind: "guide", key: draft.key })).toBe("piece.target_not_found");
    expect(await link({ kind: "place", key: draft.key })).toBe("piece.target_not_found");
    expect(await codeOf(write((tx) => unlinkPiece(tx, id, { kind: "goods", key: goods.slug }, occasion)))).toBe("piece.target_not_found");
    expect(await codeOf(write((tx) => unlinkPiece(tx, id, { kind: "goods", key: goods.slug }, { actor: guest, now })))).toBe("actor.not_allowed");
  });

  test("follow from the text when it is published: the place of a festival, the stops of a journey", async () => {
    const place = await aPublishedPiece(database.store, now);
    const visit = await visitOnSale(database.store, now);
    const festival = await aPublishedPiece(database.store, now, {
      detail: { kind: "festival", dates: { calendar: "lunar", month: 1, startDay: 16, lengthDays: 3 }, location: aPlaceDetail.location, placeKey: place.draft.key },
    });
    const stop = (title: string, target?: { kind: "place" | "experience"; key: string }) => ({ day: 1, title: { vi: title }, text: { vi: "Ở đây." }, ...(target === undefined ? {} : { target }) });
    const journey = await aPublishedPiece(database.store, now, {
      detail: { kind: "itinerary", days: 1, stops: [stop("Đền", { kind: "place", key: place.draft.key }), stop("Thuyền", { kind: "experience", key: visit.slug }), stop("Quán"), stop("Chưa có", { kind: "place", key: "chua-co" })] },
    });
    expect((await view(place.draft)).related.map(({ id }) => id).toSorted()).toEqual([festival.id, journey.id].toSorted());
    expect((await view(festival.draft)).place?.id).toBe(place.id);
    expect((await piecesAbout(database.store.read, { kind: "listing", id: visit.listingId }, now)).map(({ id }) => id)).toEqual([journey.id]);
    expect((await view(journey.draft)).stops.map(({ leadsTo }) => leadsTo?.kind)).toEqual(["place", "experience", undefined, undefined]);
    await write((tx) => archivePiece(tx, place.id, { actor: editor, now }));
    expect((await view(festival.draft)).place).toBeUndefined();
    expect((await view(journey.draft)).stops.map(({ leadsTo }) => leadsTo?.kind)).toEqual([undefined, "experience", undefined, undefined]);
  });

  describe("what is near", () => {
    const units = [
      { code: "98001", name: "Xã Gần", centre: [20.9, 106.3] as const },
      { code: "98002", name: "Xã Kề", centre: [20.95, 106.33] as const },
      { code: "98003", name: "Xã Xa", centre: [21.4, 106.9] as const },
    ];

    test("is in the same commune first, then around it, and nowhere further", async () => {
      await write(async (tx) => {
        await tx.insert(tx.t.provinces).values({ code: "98", name: "Tỉnh Thử", nameEn: "Test", region: "north", validFrom: "2025-07-01" });
        await tx.insert(tx.t.units).values(units.map((unit) => ({ ...unit, provinceCode: "98", nameEn: null, searchKey: slugOf(unit.name), validFrom: "2025-07-01" })));
      });
      const placed = (unitCodes: string[]) => ({ detail: { ...aPlaceDetail, location: { unitCodes } } });
      const [next, here, far, mine] = [
        await aPublishedPiece(database.store, now, placed(["98002"])),
        await aPublishedPiece(database.store, now, placed(["98001"])),
        await aPublishedPiece(database.store, now, placed(["98003"])),
        await aPublishedPiece(database.store, now, placed(["98001", "98002"])),
      ];
      const near = await piecesNear(database.store.read, ["98001"], { kind: "place", not: mine.id, count: 5 }, now);
      expect(near.map(({ id }) => id)).toEqual([here.id, next.id]);
      expect(near[0]?.units).toEqual([{ code: "98001", name: { vi: "Xã Gần", en: "Gần commune" } }]);
      expect((await listPieces(database.store.read, { kind: "place", unitCode: "98003", page: 1, pageSize: 10 }, now)).items.map(({ id }) => id)).toEqual([far.id]);

      const [guava, boat] = [await goodsOnSale(database.store, now), await visitOnSale(database.store, now)];
      await write(async (tx) => {
        await tx.update(tx.t.listings).set({ unitCode: "98002" }).where(eq(tx.t.listings.id, guava.listingId));
        await tx.update(tx.t.listings).set({ unitCode: "98001" }).where(eq(tx.t.listings.id, boat.listingId));
      });
      expect((await listingsNear(database.store.read, ["98001"], { count: 5 }, now)).map(({ id }) => id)).toEqual([boat.listingId, guava.listingId]);
      expect((await listingsNear(database.store.read, ["98001"], { not: [boat.listingId], count: 5 }, now)).map(({ id }) => id)).toEqual([guava.listingId]);
      expect(await listingsNear(database.store.read, ["98003"], { count: 5 }, now)).toEqual([]);
      expect(await piecesNear(database.store.read, [], { kind: "place", count: 5 }, now)).toEqual([]);
      expect(await piecesNear(database.store.read, ["00000"], { kind: "place", count: 5 }, now)).toEqual([]);
    });
  });
});
