import { dayOf, monthOf } from "@xudong/domain";
import type { ListingCard, ShopPageView } from "@xudong/catalog";
import type { Visit } from "../actions/visit.ts";

/** A shop with what it makes. */
export type Maker = { shop: ShopPageView; listings: readonly ListingCard[] };

/** One of those who sell here: another every month, of those that have something in season. */
export async function makerOf(visit: Visit, inSeason: readonly ListingCard[]): Promise<Maker | undefined> {
  const { market } = visit.locals;
  const slugs = [...new Set(inSeason.map(({ shop }) => shop.slug))];
  const slug = slugs[monthOf(dayOf(market.clock.now())) % Math.max(1, slugs.length)];
  if (slug === undefined) return undefined;
  const [found, { items }] = await Promise.all([market.shop(slug), market.listings({ shop: slug, pageSize: 3 })]);
  return "shop" in found ? { shop: found.shop, listings: items } : undefined;
}
