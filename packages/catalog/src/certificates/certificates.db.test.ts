import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import type { Tx } from "@xudong/database";
import { newId, startOf, type Actor, type Occasion } from "@xudong/domain";
import { goodsOnSale, stagehand } from "../../testing/fixtures.ts";
import { addCertificate, revokeCertificate, showListing, showShop, verifyCertificate, type CertificateDraft } from "../index.ts";

const now = startOf("2026-11-23");
const occasion: Occasion = { actor: stagehand, now };

const aPaper = (over: Partial<CertificateDraft> = {}): CertificateDraft => ({
  kind: "ocop", productName: { vi: "Món thử" }, holder: "Hộ mẫu", stars: 4, number: "12/QĐ-MẪU", issuer: "Uỷ ban mẫu", issuedOn: "2024-02-29", sourceGrade: "decision", isSample: true, ...over,
});

eachDatabase("Papers and badges", (database) => {
  const write = <T>(fn: (tx: Tx) => Promise<T>) => database.store.write(fn);
  const refused = async (doing: Promise<unknown>) => doing.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
  const badgesOn = async (slug: string, day: string) => {
    const found = await showListing(database.store.read, slug, startOf(day));
    return "listing" in found ? found.listing.badges.map(({ stars, validTo, isSample }) => [stars, validTo, isSample]) : "moved";
  };

  test("[C2] no badge without a row, none before it is verified, none after its last day, none once it is revoked", async () => {
    const { shopId, listingId, slug } = await goodsOnSale(database.store, now);
    expect(await badgesOn(slug, "2026-11-23")).toEqual([]);
    const { id } = await write((tx) => addCertificate(tx, shopId, aPaper({ listingId }), occasion));
    expect(await badgesOn(slug, "2026-11-23")).toEqual([]);
    await write((tx) => verifyCertificate(tx, id, occasion));
    // Three stars to five last 36 months; there is no 29 February in 2027.
    expect(await badgesOn(slug, "2027-02-28")).toEqual([[4, "2027-02-28", true]]);
    expect(await badgesOn(slug, "2027-03-01")).toEqual([]);
    expect(await badgesOn(slug, "2024-02-28")).toEqual([]);
    expect(await refused(write((tx) => verifyCertificate(tx, id, occasion)))).toBe("certificate.move_not_allowed");
    await write((tx) => revokeCertificate(tx, id, "Đã bị thu hồi", occasion));
    expect(await badgesOn(slug, "2026-11-23")).toEqual([]);
    expect(await refused(write((tx) => revokeCertificate(tx, id, "Lần nữa", occasion)))).toBe("certificate.move_not_allowed");
    expect(await refused(write((tx) => verifyCertificate(tx, id, occasion)))).toBe("certificate.move_not_allowed");
  });

  test("[C2] a badge stands at its own product alone: neither at the shop's other things nor at the shop", async () => {
    const { shopId, listingId, slug } = await goodsOnSale(database.store, now);
    const other = await goodsOnSale(database.store, now, { shopId });
    for (const draft of [aPaper({ listingId }), { ...aPaper({ kind: "food_safety" }), stars: undefined }, { ...aPaper({ kind: "geographical_indication", listingId }), stars: undefined }]) {
      const { stars, ...rest } = draft;
      const { id } = await write((tx) => addCertificate(tx, shopId, { ...rest, ...(stars === undefined ? {} : { stars }) }, occasion));
      await write((tx) => verifyCertificate(tx, id, occasion));
    }
    expect([await badgesOn(slug, "2026-11-23"), await badgesOn(other.slug, "2026-11-23")]).toEqual([[[4, "2027-02-28", true]], []]);
    const shown = await showListing(database.store.read, other.slug, now);
    expect("listing" in shown && shown.listing.shop.badges.map(({ kind, validTo }) => [kind, validTo])).toEqual([["food_safety", undefined]]);
    const shop = "listing" in shown ? await showShop(database.store.read, shown.listing.shop.slug, now) : undefined;
    expect(shop !== undefined && "shop" in shop && shop.shop.badges.map(({ kind }) => kind)).toEqual(["food_safety"]);
  });

  test("[S1] a paper is of one's own shop and listing, and its owner cannot verify it", async () => {
    const { shopId, listingId } = await goodsOnSale(database.store, now);
    const other = await goodsOnSale(database.store, now);
    const seller: Actor = { id: "seller", grants: [{ permission: "listing.edit", scope: shopId }] };
    const add = (shop: string, draft: CertificateDraft) => refused(write((tx) => addCertificate(tx, shop, draft, { actor: seller, now })));
    expect(await add(other.shopId, aPaper({ listingId: other.listingId }))).toBe("actor.not_allowed");
    expect(await add(shopId, aPaper({ listingId: other.listingId }))).toBe("listing.not_found");
    expect(await add(shopId, aPaper({ listingId: "none" }))).toBe("listing.not_found");
    expect(await add(newId(now), aPaper({ listingId }))).toBe("shop.not_found");
    const { id } = await write((tx) => addCertificate(tx, shopId, aPaper({ listingId }), { actor: seller, now }));
    expect(await refused(write((tx) => verifyCertificate(tx, id, { actor: seller, now })))).toBe("actor.not_allowed");
    expect(await refused(write((tx) => revokeCertificate(tx, id, "x", { actor: seller, now })))).toBe("actor.not_allowed");
    expect(await refused(write((tx) => verifyCertificate(tx, newId(now), occasion)))).toBe("certificate.not_found");
    expect(await refused(write((tx) => revokeCertificate(tx, id, " ", occasion)))).toBe("request.invalid");
  });

  test("what no paper can say is refused at its field", async () => {
    const { shopId, listingId } = await goodsOnSale(database.store, now);
    const wrong: [Partial<CertificateDraft>, string][] = [
      [{ listingId, stars: 2 }, "stars too_small"],
      [{ listingId, stars: 6 }, "stars too_large"],
      [{}, "listingId missing"],
      [{ listingId, kind: "food_safety" }, "stars unknown_field"],
      [{ listingId, issuedOn: "2026-02-30" }, "issuedOn no_such_day"],
      [{ listingId, issuedOn: "2026-11-24" }, "issuedOn in_the_future"],
      [{ listingId, validTo: "2024-02-28" }, "validTo day_before_start"],
      [{ listingId, holder: " " }, "holder missing"],
    ];
    for (const [over, expected] of wrong) {
      const refusal: unknown = await write((tx) => addCertificate(tx, shopId, aPaper(over), occasion)).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "certificate.incomplete", details: { issues: [{ field: expected.split(" ")[0], reason: expected.split(" ")[1] }] } });
    }
    const { number: _, ...unnumbered } = aPaper({ listingId });
    expect(await refused(write((tx) => addCertificate(tx, shopId, { ...unnumbered, isSample: false }, occasion)))).toBe("certificate.incomplete");
    expect(await refused(write((tx) => addCertificate(tx, shopId, unnumbered, occasion)))).toBe("done");
  });
});
