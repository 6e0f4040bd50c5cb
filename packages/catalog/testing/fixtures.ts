import { operatorActor, plus, hours, days, type Localized, type PoolUnit } from "@xudong/domain";
import type { Store } from "@xudong/database";
import { eq } from "drizzle-orm";
import { approveListing, approveShop, draftListing, openSlots, registerShop, submitListing, type ListingDraft, type ShopDraft } from "../src/index.ts";

/** Hands that may do everything: fixtures set the stage, they are not what is tested. */
export const stagehand = operatorActor("test", ["shop.edit", "shop.review", "listing.edit", "listing.review", "certificate.verify", "ticket.admit", "stock.edit", "setting.edit"]);

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

/** A listing nobody has seen, complete but for what it is. */
export function draftOf(over: Partial<ListingDraft> & Pick<ListingDraft, "kind" | "stocks" | "variants">): ListingDraft {
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

/** Goods as a seller writes them down: one size from one stock of 100,000. */
export function aListingDraft(over: Partial<ListingDraft> = {}): ListingDraft {
  return draftOf({
    kind: "goods",
    stocks: [{ key: "stock", unit: "piece", capacity: 100_000 }],
    variants: [{ title: both("Một gói"), priceDong: 50_000, draws: [{ from: "stock", units: 1 }] }],
    ...over,
  });
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

/** Goods on sale from one stock; each of `packs` is what one variant draws from it, in one draw or in several. */
export async function goodsOnSale(
  store: Store,
  now: Date,
  { capacity = 100, priceDong = 50_000, packs = [1], unit = "piece", seasonMonths = allYear, shopId, title }: { capacity?: number; priceDong?: number; packs?: (number | number[])[]; unit?: PoolUnit; seasonMonths?: number[]; shopId?: string; title?: Localized } = {},
): Promise<GoodsOnSale> {
  const seller = shopId ?? (await aShop(store, now)).id;
  const draft = draftOf({
    ...(title === undefined ? {} : { title }),
    kind: "goods",
    seasonMonths,
    stocks: [{ key: "stock", unit, capacity }],
    variants: packs.map((pack) => {
      const draws = [pack].flat();
      const units = draws.reduce((sum, each) => sum + each, 0);
      return { title: both(`Gói ${units}`), priceDong: priceDong * units, draws: draws.map((each) => ({ from: "stock", units: each })) };
    }),
  });
  const listingId = await publish(store, seller, draft, now);
  const { variants, draws } = store.read.t;
  const rows = await store.read.select({ id: variants.id, poolId: draws.poolId }).from(variants).innerJoin(draws, eq(draws.variantId, variants.id)).where(eq(variants.listingId, listingId)).orderBy(variants.position);
  return { shopId: seller, listingId, slug: await slugOfListing(store, listingId), poolId: rows[0]?.poolId ?? "", variantIds: [...new Set(rows.map((row) => row.id))] };
}

export type VisitOnSale = {
  shopId: string;
  listingId: string;
  slotId: string;
  /** The pool of the seats. */
  poolId: string;
  poolIds: Readonly<Record<string, string>>;
  slug: string;
  startsAt: Date;
  variantIds: readonly string[];
};

/**
 * An experience on sale with one slot, by default in two days; each of `tickets` is how many seats one variant draws, or
 * how many units of which roles; the capacity is that of the seats, or of each role.
 */
export async function visitOnSale(
  store: Store,
  now: Date,
  {
    capacity = 10,
    priceDong = 150_000,
    tickets = [1],
    startsAt = plus(now, days(2)),
    shopId,
  }: { capacity?: number | Record<string, number>; priceDong?: number; tickets?: (number | Record<string, number>)[]; startsAt?: Date; shopId?: string } = {},
): Promise<VisitOnSale> {
  const seller = shopId ?? (await aShop(store, now)).id;
  const roles = (of: number | Record<string, number>) => Object.entries(typeof of === "number" ? { seat: of } : of);
  const draft = draftOf({
    kind: "experience",
    taxActivity: "services",
    stocks: [],
    variants: tickets.map((ticket, at) => ({
      title: both(`Vé ${at + 1}`),
      priceDong: priceDong * (typeof ticket === "number" ? ticket : 1),
      draws: roles(ticket).map(([from, units]) => ({ from, units })),
    })),
  });
  const listingId = await publish(store, seller, draft, now);
  const capacities = Object.fromEntries(roles(capacity).map(([role, units]) => [role, { unit: "seat" as const, capacity: units }]));
  await store.write(async (tx) =>
    openSlots(tx, listingId, [{ startsAt, endsAt: plus(startsAt, hours(2)), sellsUntil: plus(startsAt, -hours(1)), capacities }], { actor: stagehand, now }),
  );
  const { variants, slots, slotPools } = store.read.t;
  const links = await store.read.select({ slotId: slots.id, role: slotPools.role, poolId: slotPools.poolId }).from(slots).innerJoin(slotPools, eq(slotPools.slotId, slots.id)).where(eq(slots.listingId, listingId));
  const poolIds = Object.fromEntries(links.map(({ role, poolId }) => [role, poolId]));
  const rows = await store.read.select({ id: variants.id }).from(variants).where(eq(variants.listingId, listingId)).orderBy(variants.position);
  return { shopId: seller, listingId, slug: await slugOfListing(store, listingId), slotId: links[0]?.slotId ?? "", poolId: poolIds["seat"] ?? "", poolIds, startsAt, variantIds: rows.map((row) => row.id) };
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

export { someAreas, withAreas } from "./some-areas.ts";
