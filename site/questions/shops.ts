import { isDomainError, type Locale } from "@xudong/domain";
import type { ListingCard, Page, ShopCard, ShopPageView } from "@xudong/catalog";
import { movedTo, notFound, type Visit } from "../actions/visit.ts";
import { shopPath } from "../shop-paths.ts";
import { listPageSize, pageAsked } from "./listings.ts";

export type ShopsPage = { locale: Locale; page: number; list: Page<ShopCard> };
export type ShopPage = { locale: Locale; now: Date; page: number; shop: ShopPageView; list: Page<ListingCard> };

/** Who sells, a page at a time. */
export async function shopsPage(visit: Visit, locale: Locale): Promise<Response | ShopsPage> {
  const page = pageAsked(visit, locale);
  if (page === undefined) return notFound();
  const list = await visit.locals.market.shops({ page, pageSize: listPageSize });
  return page > 1 && list.items.length === 0 ? notFound() : { locale, page, list };
}

/** One shop with what it has on sale. */
export async function shopPage(visit: Visit, locale: Locale): Promise<Response | ShopPage> {
  const { market } = visit.locals;
  const page = pageAsked(visit, locale);
  if (page === undefined) return notFound();
  const asked = visit.params["slug"] ?? "";
  try {
    const found = await market.shop(asked);
    if ("movedTo" in found) return movedTo(shopPath(locale, found.movedTo));
    const { shop } = found;
    if (shop.slug[locale] !== asked) return movedTo(shopPath(locale, shop.slug) + visit.url.search);
    const list = await market.listings({ shop: shop.slug[locale], page, pageSize: listPageSize });
    return page > 1 && list.items.length === 0 ? notFound() : { locale, now: market.clock.now(), page, shop, list };
  } catch (error) {
    if (isDomainError(error) && error.code === "shop.not_found") return notFound();
    throw error;
  }
}
