import type { Store } from "@xudong/database";
import { addDays, operatorActor, type Localized } from "@xudong/domain";
import { approveListing, draftListing, importAreas, setPublicHolidays, submitListing, type AreaData, type ListingDraft, type ShopDraft } from "@xudong/catalog";
import { aShop, draftOf, stagehand } from "@xudong/catalog/testing";
import { setDeliveryRate, type DeliveryRateDraft } from "../src/index.ts";

const hands = operatorActor("test", ["piece.publish", "setting.edit"]);

/** Three provinces, two of them in the north, the first with a commune that was split and an older name. */
const country: AreaData = {
  validFrom: "2025-07-01",
  provinces: [
    { code: "31", name: "Thành phố Biển Thử", nameEn: "Bien Thu", region: "north" },
    { code: "01", name: "Thành phố Bắc Thử", nameEn: "Bac Thu", region: "north" },
    { code: "79", name: "Thành phố Nam Thử", nameEn: "Nam Thu", region: "south" },
  ],
  units: [
    { code: "31001", provinceCode: "31", name: "Xã Bến Thử" },
    { code: "01001", provinceCode: "01", name: "Phường Đông Thử" },
    { code: "79001", provinceCode: "79", name: "Phường Tây Thử" },
  ],
  formerProvinces: [{ code: "30", name: "Tỉnh Đông Xưa", provinceCode: "31" }],
  formerDistricts: [],
  formerUnits: [],
};

export const near = { line: "1 Phố Thử", commune: "Xã Bến Thử", province: "Thành phố Biển Thử" };
export const next = { line: "1 Phố Thử", commune: "Phường Đông Thử", province: "Thành phố Bắc Thử" };
export const far = { line: "1 Phố Thử", commune: "Phường Tây Thử", province: "Thành phố Nam Thử" };

/** What standard delivery costs, the same in each zone but for its first kilogram. */
export const aRate = (over: Partial<DeliveryRateDraft> = {}): DeliveryRateDraft => ({
  service: "standard", zone: "local", feeDong: 20_000, firstGrams: 1_000, stepDong: 3_000, stepGrams: 500, promise: { minHours: 24, maxHours: 48 },
  takesCash: true, isSample: true, source: "test", validFrom: new Date(0), ...over,
});

const table: readonly DeliveryRateDraft[] = [
  aRate(),
  aRate({ zone: "regional", feeDong: 28_000, promise: { minHours: 48, maxHours: 72 } }),
  aRate({ zone: "national", feeDong: 34_000, stepDong: 8_000, promise: { minHours: 72, maxHours: 120 } }),
  aRate({ service: "chilled", isChilled: true, feeDong: 35_000, promise: { minHours: 0, maxHours: 24 }, takesCash: false }),
  aRate({ service: "chilled", zone: "regional", isChilled: true, feeDong: 55_000, promise: { minHours: 12, maxHours: 24 }, takesCash: false }),
  { ...aRate({ service: "pickup", feeDong: 0, stepDong: 0 }), promise: undefined },
].map(({ promise, ...rate }) => ({ ...rate, ...(promise && { promise }) }));

/** The five days off of Tết 2027 and the day before this market's usual today. */
const holidays = (year: number, days: readonly string[]) => [year, days.map((day) => ({ day, name: { vi: "Ngày nghỉ", en: "Holiday" }, certainty: "law" as const, legalBasis: "test" }))] as const;

/** A country with zones, rates by zone in place of any other, and public holidays. */
export async function aCountry(store: Store, now: Date): Promise<void> {
  await store.write(async (tx) => {
    await importAreas(tx, country, { actor: hands, now });
    await tx.delete(tx.t.deliveryRates);
    for (const rate of table) await setDeliveryRate(tx, rate, { actor: hands, now });
    await setPublicHolidays(tx, ...holidays(2026, ["2026-11-24"]), { actor: hands, now });
    await setPublicHolidays(tx, ...holidays(2027, Array.from({ length: 5 }, (_, at) => addDays("2027-02-05", at))), { actor: hands, now });
  });
}

const both = (text: string): Localized => ({ vi: text, en: `${text} (English)` });

export type Thing = { shopId: string; listingId: string; variantId: string };

/** Something to be sent, of a shop in that unit. */
export async function aThing(store: Store, now: Date, { shop = {}, weightGrams, title, ...claims }: { shop?: Partial<ShopDraft> | string; weightGrams?: number; title?: string } & Pick<Partial<ListingDraft>, "needsCold" | "shelfLifeHours"> = {}): Promise<Thing> {
  const shopId = typeof shop === "string" ? shop : (await aShop(store, now, { unitCode: "31001", ...shop })).id;
  return store.write(async (tx) => {
    const occasion = { actor: stagehand, now };
    const draft = draftOf({
      kind: "goods", ...(title === undefined ? {} : { title: both(title) }), stocks: [{ key: "stock", unit: "piece", capacity: 10_000 }], ...claims,
      variants: [{ title: both("Hộp"), priceDong: 50_000, draws: [{ from: "stock", units: 1 }], ...(weightGrams === undefined ? {} : { weightGrams }) }],
    });
    const { id: listingId } = await draftListing(tx, shopId, draft, occasion);
    await submitListing(tx, listingId, occasion);
    await approveListing(tx, listingId, occasion);
    const { variants } = tx.t;
    const [variant] = (await tx.select({ id: variants.id, listingId: variants.listingId }).from(variants)).filter((row) => row.listingId === listingId);
    return { shopId, listingId, variantId: variant?.id ?? "" };
  });
}
