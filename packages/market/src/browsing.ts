import { chooseListings, listingOrigins, type ListingCard, type ListingOrigins, type ListingWish, type Page } from "@xudong/catalog";
import { expectedArrivals, lastOrderDay, type ArrivalView } from "@xudong/checkout";
import type { Store } from "@xudong/database";
import type { Day, ListingKind } from "@xudong/domain";
import { region, type RegionUnit } from "./region.ts";

export type { RegionUnit } from "./region.ts";

/** What pages ask for people who look round: nothing here writes, and everything is what everybody may see. */
export type Browsing = {
  /** What fits a wish of several parts, prices, papers and places on a day among them, by the number of the page. @throws `category.not_found`, `shop.not_found` */
  choose(wish: ListingWish, paging: { page: number; pageSize: number }): Promise<Page<ListingCard>>;
  /** Which communes and shops the things of a kind come from. */
  origins(kind: ListingKind): Promise<ListingOrigins>;
  /** Every commune where something is sold, takes place or is to be seen. */
  region(): Promise<readonly RegionUnit[]>;
  /** When goods would be at a place if ordered now, and for what fee, by each way of buying them. */
  expectedArrivals(listingId: string, to: { province: string }): Promise<ReadonlyMap<string, ArrivalView>>;
  /** The last day on whose morning goods can be ordered to be expected at a place by a day. */
  lastOrderDay(listingId: string, to: { province: string }, by: Day): Promise<Day | undefined>;
};

export function browsing({ store, now }: { store: Store; now: () => Date }): Browsing {
  const { read } = store;
  return {
    choose: (wish, paging) => chooseListings(read, wish, paging, now()),
    origins: (kind) => listingOrigins(read, kind),
    region: () => region(read),
    expectedArrivals: (listingId, to) => expectedArrivals(read, listingId, to, now()),
    lastOrderDay: (listingId, to, by) => lastOrderDay(read, listingId, to, by, now()),
  };
}
