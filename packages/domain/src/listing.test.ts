import { describe, expect, test } from "vitest";
import { listingStates, whyNotOnSale } from "./listing.ts";
import { shopStates } from "./shop.ts";

type Listing = Parameters<typeof whyNotOnSale>[0];
const aListing = (override: Partial<Listing> = {}): Listing => ({ state: "published", kind: "goods", shopState: "approved", season: { months: [5, 6] }, ...override });
const inJune = new Date("2026-06-15T05:00:00Z");
const inNovember = new Date("2026-11-15T05:00:00Z");

describe("a listing", () => {
  test("[O3] is on sale when it is published, its shop may sell and it is in season", () => {
    expect(whyNotOnSale(aListing(), inJune)).toBeUndefined();
  });

  test.each(listingStates.filter((state) => state !== "published"))("[O3] that is %s is not sold", (state) => {
    expect(whyNotOnSale(aListing({ state }), inJune)).toBe("listing.not_on_sale");
  });

  test.each(shopStates.filter((state) => state !== "approved"))("[O3] of a shop that is %s is not sold", (shopState) => {
    expect(whyNotOnSale(aListing({ shopState }), inJune)).toBe("listing.not_on_sale");
  });

  test("[O3] of goods is not sold outside its season", () => {
    expect(whyNotOnSale(aListing(), inNovember)).toBe("listing.out_of_season");
  });

  test("[O3] goes out of season at midnight in Vietnam, not elsewhere", () => {
    expect(whyNotOnSale(aListing(), new Date("2026-06-30T16:59:59Z"))).toBeUndefined();
    expect(whyNotOnSale(aListing(), new Date("2026-06-30T17:00:00Z"))).toBe("listing.out_of_season");
  });

  test("of an experience may be booked out of season for a day inside it", () => {
    expect(whyNotOnSale(aListing({ kind: "experience" }), inNovember)).toBeUndefined();
  });

  test("that is neither published nor in season says first that it is not on sale", () => {
    expect(whyNotOnSale(aListing({ state: "paused" }), inNovember)).toBe("listing.not_on_sale");
  });
});
