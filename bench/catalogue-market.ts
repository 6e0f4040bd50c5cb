import { approveListings, draftListings, registerShops, setCategories, approveShops, submitListings, openAllSlots, type ListingDraft, type ShopDraft, type SlotDraft } from "@xudong/catalog";
import type { Store, Tx } from "@xudong/database";
import { hours, operatorActor, plus, startOf, addDays, dayOf, type Localized, type Occasion } from "@xudong/domain";
import { categories } from "../seed/categories.ts";

export const builder = operatorActor("bench", ["shop.edit", "shop.review", "listing.edit", "listing.review"]);
const both = (vi: string): Localized => ({ vi, en: `${vi} in English` });
const seasons: readonly (readonly number[])[] = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [5, 6], [7, 8, 9], [10, 11, 12], [11, 12, 1, 2]];
const leaves = (kind: string) => categories.filter((each) => each.kind === kind).flatMap((each) => each.children?.map(({ key }) => key) ?? [each.key]);
const [ofGoods, ofVisits] = [leaves("goods"), leaves("experience")];
const words = "Trồng ở bãi ven sông, hái buổi sáng, gói lá rồi xếp vào hộp giấy. Người làm kể lại từng bước, vì sao chọn giống này và khi nào thì nên chờ thêm vài hôm.";

export function aListing(n: number): ListingDraft {
  const isVisit = n % 4 === 3;
  const season = seasons[n % seasons.length] ?? [];
  const followsMoon = n % 17 === 0 && season.length < 12;
  const [kinds, kind] = isVisit ? ([ofVisits, "experience"] as const) : ([ofGoods, "goods"] as const);
  return {
    kind,
    title: both(`${isVisit ? "Chuyến đi" : "Món quà"} số ${n}`),
    summary: both(`Một câu nói gọn về thứ mang số ${n}, để danh sách có chữ như thật.`),
    body: Array.from({ length: 4 }, () => both(words)),
    facts: Array.from({ length: 6 }, (_, at) => ({ label: both(`Mục ${at + 1}`), value: both("Điều người mua nên biết trước khi đặt") })),
    pictures: [{ drawing: "guava", alt: both("Hình vẽ để thử tải") }],
    seasonMonths: season,
    ...(followsMoon ? { seasonLunar: [{ fromMonth: 9, fromDay: 15, toMonth: 10, toDay: 10 }] } : {}),
    category: kinds[n % kinds.length] ?? "",
    needsCold: n % 5 === 0,
    shelfLifeHours: 24 * (1 + (n % 60)),
    provenance: both("Dựng lên để đo tốc độ, không có thật."),
    isSample: true,
    vatClass: "reduced",
    taxActivity: isVisit ? "services" : "goods",
    stocks: isVisit ? [] : [{ key: "stock", unit: "piece", capacity: 500 }],
    variants: [1, 3].map((units) => ({ title: both(`Loại ${units}`), priceDong: 40_000 * units + n, draws: [{ from: isVisit ? "seat" : "stock", units }] })),
  };
}

/** What a market for measuring has, and how long it took to come about. */
export type BuiltMarket = { listings: number; shops: number; seconds: number };

/** Fills an empty database with a large market through the bulk verbs a migration from elsewhere would use. Every visit has a few times. */
export async function buildMarket(store: Store, size: { listings: number; shops: number }, now: Date): Promise<BuiltMarket> {
  const occasion: Occasion = { actor: builder, now };
  const startedAt = performance.now();
  const times = someTimes(now);
  await store.write((tx) => setCategories(tx, categories, occasion));
  const shops: string[] = [];
  for (let at = 0; at < size.shops; at += 500) shops.push(...(await store.write((tx) => addShops(tx, at, Math.min(500, size.shops - at), occasion))));
  for (let at = 0; at < size.listings; at += 250) {
    const drafts = Array.from({ length: Math.min(250, size.listings - at) }, (_, n) => ({ shopId: shops[(at + n) % shops.length] ?? "", draft: aListing(at + n) }));
    await store.write(async (tx) => {
      const ids = await draftListings(tx, drafts, occasion);
      await submitListings(tx, ids, occasion);
      await approveListings(tx, ids, occasion);
      const visits = ids.filter((_, n) => drafts[n]?.draft.kind === "experience");
      await openAllSlots(tx, visits.map((listingId) => ({ listingId, drafts: times })), occasion);
    });
  }
  return { ...size, seconds: (performance.now() - startedAt) / 1000 };
}

export function aShop(n: number): ShopDraft {
  return { name: both(`Gian hàng số ${n}`), kind: "household", place: both("Xã Mẫu, Tỉnh Mẫu"), about: both("Dựng lên để đo tốc độ."), isSample: true };
}

async function addShops(tx: Tx, from: number, count: number, occasion: Occasion): Promise<string[]> {
  const ids = await registerShops(tx, Array.from({ length: count }, (_, n) => aShop(from + n)), occasion);
  await approveShops(tx, ids, occasion);
  return ids;
}

export function someTimes(now: Date): SlotDraft[] {
  return Array.from({ length: 3 }, (_, week) => {
    const startsAt = plus(startOf(addDays(dayOf(now), 2 + 7 * week)), hours(9));
    return { startsAt, endsAt: plus(startsAt, hours(2)), sellsUntil: plus(startsAt, -hours(1)), capacities: { seat: { unit: "seat" as const, capacity: 12 } } };
  });
}
