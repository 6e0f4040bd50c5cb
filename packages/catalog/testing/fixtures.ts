import { operatorActor, plus, hours, days, type Localized } from "@xudong/domain";
import type { Store } from "@xudong/database";
import { eq } from "drizzle-orm";
import { approveListing, approveShop, draftListing, openSlots, registerShop, submitListing, type ListingDraft, type ShopDraft } from "../src/index.ts";

/** Hands that may do everything: fixtures set the stage, they are not what is tested. */
export const stagehand = operatorActor("test", ["shop.review", "listing.edit", "listing.review", "ticket.admit", "stock.edit"]);

const both = (text: string): Localized => ({ vi: text, en: `${text} (English)` });
let made = 0;

/** A shop that may sell. */
export async function aShop(store: Store, now: Date, over: Partial<ShopDraft> = {}): Promise<{ id: string }> {
  made += 1;
  const name = both(`Vườn thử ${made}`);
  return store.write(async (tx) => {
    const shop = await registerShop(tx, { name, kind: "household", place: both("Xã Thử"), about: both("Chỉ để thử."), isSample: true, ...over }, { actor: stagehand, now });
    await approveShop(tx, shop.id, { actor: stagehand, now });
    return shop;
  });
}

const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function draftOf(over: Partial<ListingDraft> & Pick<ListingDraft, "kind" | "stocks" | "variants">): ListingDraft {
  made += 1;
  return {
    title: both(`Món thử ${made}`),
    summary: both("Một câu."),
    body: [both("Một đoạn.")],
    facts: [],
    pictures: [{ drawing: "guava", alt: both("Hình thử") }],
    seasonMonths: allYear,
    provenance: both("Không có nguồn: chỉ để thử."),
    isSample: true,
    vatClass: "reduced",
    taxActivity: "goods",
    ...over,
  };
}

async function publish(store: Store, shopId: string, draft: ListingDraft, now: Date): Promise<string> {
  return store.write(async (tx) => {
    const { id } = await draftListing(tx, shopId, draft, { actor: stagehand, now });
    await submitListing(tx, id, { actor: stagehand, now });
    await approveListing(tx, id, { actor: stagehand, now });
    return id;
  });
}

export type GoodsOnSale = { shopId: string; listingId: string; poolId: string; slug: string; variantIds: readonly string[] };

/** Goods on sale from one stock; each of `packs` is what one variant draws from it. */
export async function goodsOnSale(
  store: Store,
  now: Date,
  { capacity = 100, priceDong = 50_000, packs = [1], seasonMonths = allYear, shopId }: { capacity?: number; priceDong?: number; packs?: number[]; seasonMonths?: number[]; shopId?: string } = {},
): Promise<GoodsOnSale> {
  const seller = shopId ?? (await aShop(store, now)).id;
  const draft = draftOf({
    kind: "goods",
    seasonMonths,
    stocks: [{ key: "stock", unit: "piece", capacity }],
    variants: packs.map((units) => ({ title: both(`Gói ${units}`), priceDong: priceDong * units, draws: [{ from: "stock", units }] })),
  });
  const listingId = await publish(store, seller, draft, now);
  const { variants, draws } = store.read.t;
  const rows = await store.read.select({ id: variants.id, poolId: draws.poolId }).from(variants).innerJoin(draws, eq(draws.variantId, variants.id)).where(eq(variants.listingId, listingId)).orderBy(variants.position);
  return { shopId: seller, listingId, slug: await slugOfListing(store, listingId), poolId: rows[0]?.poolId ?? "", variantIds: rows.map((row) => row.id) };
}

export type VisitOnSale = { shopId: string; listingId: string; slotId: string; poolId: string; slug: string; startsAt: Date; variantIds: readonly string[] };

/** An experience on sale with one slot, by default in two days; each of `tickets` is how many seats one variant draws. */
export async function visitOnSale(
  store: Store,
  now: Date,
  { capacity = 10, priceDong = 150_000, tickets = [1], startsAt = plus(now, days(2)), shopId }: { capacity?: number; priceDong?: number; tickets?: number[]; startsAt?: Date; shopId?: string } = {},
): Promise<VisitOnSale> {
  const seller = shopId ?? (await aShop(store, now)).id;
  const draft = draftOf({
    kind: "experience",
    taxActivity: "services",
    stocks: [],
    variants: tickets.map((units) => ({ title: both(`Vé ${units}`), priceDong: priceDong * units, draws: [{ from: "seat", units }] })),
  });
  const listingId = await publish(store, seller, draft, now);
  await store.write(async (tx) =>
    openSlots(tx, listingId, [{ startsAt, endsAt: plus(startsAt, hours(2)), sellsUntil: plus(startsAt, -hours(1)), capacities: { seat: { unit: "seat", capacity } } }], { actor: stagehand, now }),
  );
  const { variants, slots, slotPools } = store.read.t;
  const [slot] = await store.read.select({ id: slots.id, poolId: slotPools.poolId }).from(slots).innerJoin(slotPools, eq(slotPools.slotId, slots.id)).where(eq(slots.listingId, listingId));
  const rows = await store.read.select({ id: variants.id }).from(variants).where(eq(variants.listingId, listingId)).orderBy(variants.position);
  return { shopId: seller, listingId, slug: await slugOfListing(store, listingId), slotId: slot?.id ?? "", poolId: slot?.poolId ?? "", startsAt, variantIds: rows.map((row) => row.id) };
}

async function slugOfListing(store: Store, listingId: string): Promise<string> {
  const { slugs } = store.read.t;
  const rows = await store.read.select({ slug: slugs.slug, locale: slugs.locale }).from(slugs).where(eq(slugs.targetId, listingId));
  return rows.find((row) => row.locale === "vi")?.slug ?? "";
}

/** How full a pool is, straight from its row. */
export async function poolRow(store: Store, poolId: string): Promise<{ capacity: number; taken: number }> {
  const { pools } = store.read.t;
  const [row] = await store.read.select({ capacity: pools.capacity, taken: pools.taken }).from(pools).where(eq(pools.id, poolId));
  return row ?? { capacity: 0, taken: 0 };
}
