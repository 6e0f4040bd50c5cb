import { isDomainError, type Locale } from "@xudong/domain";
import type { ListingCard, Page, ShopCard, ShopPageView } from "@xudong/catalog";
import { movedTo, notFound, seeOther, type Visit } from "../actions/visit.ts";
import { shopListPath, shopPath } from "../shop-paths.ts";
import type { MapUnit } from "../region-map.ts";
import { aboutShop, type AboutListing } from "./pieces.ts";
import { mapOf } from "./region.ts";
import { hasBecomeFirst, isGone, listPageSize, pageAsked } from "./listings.ts";

export type ShopsPage = { locale: Locale; page: number; list: Page<ShopCard> };
export type ShopPage = { locale: Locale; now: Date; page: number; shop: ShopPageView; list: Page<ListingCard>; written: AboutListing; map: readonly MapUnit[] };

/** Who sells, a page at a time. */
export async function shopsPage(visit: Visit, locale: Locale): Promise<Response | ShopsPage> {
  visit.locals.keep();
  const asksFor = pageAsked(visit, locale);
  if (asksFor === undefined) return notFound();
  const list = await visit.locals.market.shops({ ...asksFor, pageSize: listPageSize });
  if (isGone(asksFor, list)) return notFound();
  return hasBecomeFirst(asksFor, list) ? seeOther(shopListPath(locale)) : { locale, page: asksFor.page, list };
}

/** One shop with what it has on sale. */
export async function shopPage(visit: Visit, locale: Locale): Promise<Response | ShopPage> {
  const { market } = visit.locals;
  visit.locals.keep();
  const asksFor = pageAsked(visit, locale);
  if (asksFor === undefined) return notFound();
  const asked = visit.params["slug"] ?? "";
  try {
    const found = await market.shop(asked);
    if ("movedTo" in found) return movedTo(shopPath(locale, found.movedTo));
    const { shop } = found;
    if (shop.slug[locale] !== asked) return movedTo(shopPath(locale, shop.slug) + visit.url.search);
    const list = await market.listings({ shop: shop.slug[locale], ...asksFor, pageSize: listPageSize });
    if (isGone(asksFor, list)) return notFound();
    if (hasBecomeFirst(asksFor, list)) return seeOther(shopPath(locale, shop.slug));
    const [written, map] = await Promise.all([aboutShop(visit, shop), shop.unit === undefined ? [] : mapOf(visit, locale)]);
    return { locale, now: market.clock.now(), page: asksFor.page, shop, list, written, map };
  } catch (error) {
    if (isDomainError(error) && error.code === "shop.not_found") return notFound();
    throw error;
  }
}
