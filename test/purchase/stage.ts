// Where purchases are played: one market, and things to buy of which each purchase has its own, with room for it alone.
import { eq, inArray } from "drizzle-orm";
import { operatorActor, plus, days, hours, minutes, newId, startOf, type Actor, type Localized } from "@xudong/domain";
import type { Store } from "@xudong/database";
import { approveListing, approveShop, draftListing, openSlots, registerShop, submitListing, type ListingDraft } from "@xudong/catalog";
import { setDeliveryFee, ticketSigner, type TicketSigner } from "@xudong/checkout";
import { createMarket, type Market } from "@xudong/market";
import { standingClock, testTerminal, testTicketKey, type StandingClock } from "@xudong/market/testing";
import { setRate } from "@xudong/settlement";

/** Every purchase begins at this instant: the same seed plays the same story. */
export const beginsAt = new Date("2026-11-23T03:00:00Z");
export const commissionBasisPoints = 725;
export const deliveryDong = 30_000;

/** A person who may decide about money, call orders off and send parcels. */
export const desk: Actor = operatorActor("desk", ["order.decide", "order.fulfil", "shop.review", "listing.edit", "listing.review", "setting.edit"]);

/** What one purchase buys: a parcel's variant and a visit's, each with its pool. */
export type Goods = { variantId: string; poolId: string };
/** How long every visit of this stage lasts. */
export const visitLasts = hours(2);

export type Visit = { variantId: string; poolId: string; slotId: string; startsAt: Date };

export type Stage = {
  readonly store: Store;
  readonly market: Market;
  readonly clock: StandingClock;
  readonly signer: TicketSigner;
  /** How the gateway answers the market's questions. */
  readonly gateway: { answer: typeof fetch };
  /** What the market has logged. */
  readonly faults: unknown[];
  goods(): Promise<Goods>;
  visit(): Promise<Visit>;
};

const both = (text: string): Localized => ({ vi: text, en: text });
const atOnce = 100;
/** More than these are refused of one listing. */
const variantsOfListing = 25;

/** Sets up a market over a store and keeps it supplied. */
export async function aStage(store: Store): Promise<Stage> {
  const clock = standingClock(beginsAt);
  const occasion = { actor: desk, now: beginsAt };
  const shopId = await store.write(async (tx) => {
    await tx.delete(tx.t.rates);
    await tx.delete(tx.t.deliveryRates);
    await setRate(tx, { name: "commission", basisPoints: commissionBasisPoints, validFrom: startOf("2025-07-01"), legalBasis: "test" }, occasion);
    await setDeliveryFee(tx, { feeDong: deliveryDong, validFrom: startOf("2025-07-01"), source: "test" }, occasion);
    const shop = await registerShop(tx, { name: both("Vườn thử"), kind: "household", place: both("Xã Thử"), about: both("Chỉ để thử."), isSample: true }, occasion);
    await approveShop(tx, shop.id, occasion);
    return shop.id;
  });
  const gateway: Stage["gateway"] = { answer: () => Promise.reject(new Error("The gateway is silent")) };
  const faults: unknown[] = [];
  const market = createMarket({
    store,
    clock,
    settings: { appSecrets: ["test-app-secret"], ticketKeys: [testTicketKey], returnUrls: { vi: "http://shop.test/ve", en: "http://shop.test/back" }, hasLimits: false },
    methods: { vnpay: testTerminal, cod: { largestDong: 5_000_000 } },
    fetch: (...asked) => gateway.answer(...asked),
    log: (what, fault) => faults.push(what, fault),
    tell: () => undefined,
  });

  const publish = (draft: ListingDraft) =>
    store.write(async (tx) => {
      const { id } = await draftListing(tx, shopId, draft, occasion);
      await submitListing(tx, id, occasion);
      await approveListing(tx, id, occasion);
      return id;
    });
  const draftOf = (kind: ListingDraft["kind"], rest: Pick<ListingDraft, "stocks" | "variants" | "taxActivity">): ListingDraft => ({
    kind, title: both(`Món thử ${newId(beginsAt)}`), summary: both("Một câu."), body: [both("Một đoạn.")], facts: [], pictures: [{ drawing: "guava", alt: both("Hình thử") }], seasonMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    provenance: both("Chỉ để thử."), isSample: true, vatClass: "reduced", ...rest,
  });

  async function moreGoods(): Promise<Goods[]> {
    const keys = Array.from({ length: variantsOfListing }, (_, at) => `stock-${at}`);
    const listingIds: string[] = [];
    for (let made = 0; made < atOnce; made += variantsOfListing) {
      listingIds.push(
        await publish(
          draftOf("goods", {
            taxActivity: "goods",
            stocks: keys.map((key) => ({ key, unit: "piece", capacity: 1 })),
            variants: keys.map((key) => ({ title: both(key), priceDong: 100_003, draws: [{ from: key, units: 1 }] })),
          }),
        ),
      );
    }
    const { variants, draws } = store.read.t;
    const rows = await store.read.select({ variantId: variants.id, poolId: draws.poolId }).from(variants).innerJoin(draws, eq(draws.variantId, variants.id)).where(inArray(variants.listingId, listingIds));
    return rows.map(({ variantId, poolId }) => ({ variantId, poolId: poolId ?? "" }));
  }

  async function moreVisits(): Promise<Visit[]> {
    const listingId = await publish(draftOf("experience", { taxActivity: "services", stocks: [], variants: [{ title: both("Vé"), priceDong: 150_007, draws: [{ from: "seat", units: 1 }] }] }));
    // Months ahead: whatever a gateway is asked for a month, its visit has not begun.
    const starts = Array.from({ length: atOnce }, (_, at) => plus(beginsAt, days(340) + minutes(at)));
    await store.write((tx) =>
      openSlots(tx, listingId, starts.map((startsAt) => ({ startsAt, endsAt: plus(startsAt, visitLasts), sellsUntil: startsAt, capacities: { seat: { unit: "seat" as const, capacity: 1 } } })), occasion),
    );
    const { variants, slots, slotPools } = store.read.t;
    const [variant] = await store.read.select({ id: variants.id }).from(variants).where(inArray(variants.listingId, [listingId]));
    const rows = await store.read.select({ slotId: slots.id, startsAt: slots.startsAt, poolId: slotPools.poolId }).from(slots).innerJoin(slotPools, eq(slotPools.slotId, slots.id)).where(eq(slots.listingId, listingId));
    return rows.map((row) => ({ variantId: variant?.id ?? "", ...row }));
  }

  const supply = <T>(more: () => Promise<T[]>) => {
    let left: T[] = [];
    return async (): Promise<T> => {
      if (left.length === 0) left = await more();
      const thing = left.pop();
      if (thing === undefined) throw new Error("The stage has nothing left");
      return thing;
    };
  };
  return { store, market, clock, signer: ticketSigner([testTicketKey]), gateway, faults, goods: supply(moreGoods), visit: supply(moreVisits) };
}
