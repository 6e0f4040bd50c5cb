import { describe, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { dayOf, type Occasion } from "@xudong/domain";
import { aListingDraft, aShop, stagehand, visitOnSale } from "../testing/fixtures.ts";
import { addCertificate, approveListing, chooseListings, draftListing, listingOrigins, listSlots, submitListing, takeUnits, verifyCertificate, type ListingDraft } from "./index.ts";

const now = new Date("2026-11-23T03:00:00Z");
const occasion: Occasion = { actor: stagehand, now };
const all = { page: 1, pageSize: 24 };

eachDatabase("A wish", (database) => {
  const publish = (shopId: string, over: Partial<ListingDraft>) =>
    database.store.write(async (tx) => {
      const { id } = await draftListing(tx, shopId, aListingDraft(over), occasion);
      await submitListing(tx, id, occasion);
      await approveListing(tx, id, occasion);
      return id;
    });
  const at = (priceDong: number): Partial<ListingDraft> => ({ variants: [{ title: { vi: "Một gói" }, priceDong, draws: [{ from: "stock", units: 1 }] }] });
  const idsOf = async (wish: Omit<Parameters<typeof chooseListings>[1], "kind">, paging = all) => (await chooseListings(database.store.read, { kind: "goods", ...wish }, paging, now)).items.map(({ id }) => id);

  test("[C3] is fulfilled by what is on show alone, by the price in force, and counts what it finds", async () => {
    const { id: shopId } = await aShop(database.store, now);
    const [cheap, dear, middle] = [await publish(shopId, at(20_000)), await publish(shopId, at(300_000)), await publish(shopId, { ...at(90_000), seasonMonths: [6] })];
    await database.store.write((tx) => draftListing(tx, shopId, aListingDraft(at(10_000)), occasion));

    expect(await idsOf({ sort: "price_asc" })).toEqual([cheap, middle, dear]);
    expect(await idsOf({ sort: "price_desc" })).toEqual([dear, middle, cheap]);
    expect(await idsOf({ priceMin: 50_000, priceMax: 100_000 })).toEqual([middle]);
    expect(await idsOf({ season: { from: "2026-06-01", to: "2026-06-30" }, priceMax: 100_000 })).toEqual([cheap, middle]);
    const second = await chooseListings(database.store.read, { kind: "goods", sort: "price_asc" }, { page: 2, pageSize: 2 }, now);
    expect([second.items.map(({ id }) => id), second.total]).toEqual([[dear], 3]);
    expect(await listingOrigins(database.store.read, "goods")).toMatchObject({ shops: [{ id: shopId, shown: 3 }] });
  });

  test("[C2] of OCOP is fulfilled by a paper that is verified, and by none that is only claimed", async () => {
    const { id: shopId } = await aShop(database.store, now);
    const [withPaper, claimed] = [await publish(shopId, {}), await publish(shopId, {})];
    const paper = (listingId: string) => ({ kind: "ocop" as const, listingId, productName: { vi: "Món" }, holder: "Mẫu", stars: 4, issuer: "Mẫu", issuedOn: "2026-01-01", sourceGrade: "decision", isSample: true });
    await database.store.write(async (tx) => {
      const { id } = await addCertificate(tx, shopId, paper(withPaper), occasion);
      await verifyCertificate(tx, id, occasion);
      await addCertificate(tx, shopId, paper(claimed), occasion);
    });
    expect((await idsOf({ hasOcop: true })).filter((id) => [withPaper, claimed].includes(id))).toEqual([withPaper]);
  });

  describe("for a day and so many people", () => {
    test("[H1] is answered by the places of one time, of the tickets that may be bought for it", async () => {
      const visit = await visitOnSale(database.store, now, { capacity: 5, tickets: [1, 4] });
      const day = dayOf(visit.startsAt);
      const fits = async (persons: number, on = day) => (await chooseListings(database.store.read, { kind: "experience", room: { day: on, persons } }, all, now)).items.map(({ id }) => id).includes(visit.listingId);
      expect([await fits(4), await fits(5), await fits(6), await fits(4, "2027-05-05")]).toEqual([true, true, false, false]);
      await database.store.write((tx) => takeUnits(tx, visit.poolId, { units: 2, freed: 0 }));
      expect([await fits(3), await fits(4)]).toEqual([true, false]);
    });

    test("[H1] is not refused because somebody else's guide is taken", async () => {
      const { slug, startsAt, poolIds, listingId } = await visitOnSale(database.store, now, { capacity: { seat: 20, guide: 1 }, tickets: [{ seat: 1 }, { seat: 8, guide: 1 }] });
      await database.store.write((tx) => takeUnits(tx, poolIds["guide"] ?? "", { units: 1, freed: 0 }));
      const [time] = await listSlots(database.store.read, slug, { from: dayOf(startsAt), to: dayOf(startsAt) }, now);
      expect([time?.unitsLeft, time?.prices.map(({ unitsLeft }) => unitsLeft)]).toEqual([20, [20, 0]]);
      expect((await chooseListings(database.store.read, { kind: "experience", room: { day: dayOf(startsAt), persons: 12 } }, all, now)).items.map(({ id }) => id)).toContain(listingId);
    });
  });
});
