import type { ListingKind, Locale } from "@xudong/domain";
import type { ListingCard, Page } from "@xudong/catalog";
import { notFound, type Visit } from "../actions/visit.ts";

export type ListingsPage = { locale: Locale; kind: ListingKind; now: Date; list: Page<ListingCard> };

const pageSize = 24;

/** A list of one kind, a page of it at a time; what can be had now comes first, as the market orders it. */
export async function listingsPage(visit: Visit, kind: ListingKind, locale: Locale): Promise<Response | ListingsPage> {
  const asked = visit.url.searchParams.get(locale === "vi" ? "trang" : "page") ?? "1";
  const page = Number(asked);
  if (!Number.isSafeInteger(page) || page < 1) return notFound();
  const list = await visit.locals.market.listings({ kind, page, pageSize });
  if (page > 1 && list.items.length === 0) return notFound();
  return { locale, kind, now: visit.locals.market.clock.now(), list };
}
