import { dayOf, isDay, isDomainError, type Day, type ListingKind, type Locale } from "@xudong/domain";
import type { ListingView, SlotView } from "@xudong/catalog";
import type { ArrivalView } from "@xudong/checkout";
import { marketConfig } from "../../market.config.ts";
import { movedTo, notFound, type Visit } from "../actions/visit.ts";
import { dayKey, listingPath } from "../paths.ts";
import { aboutListing, type AboutListing } from "./pieces.ts";

type ListingPage = { locale: Locale; now: Date; listing: ListingView; written: AboutListing };
/** `arrival`: when one of it would be in the market's own province if ordered now. */
export type ProductPage = ListingPage & { arrival: ArrivalView | undefined };
export type ExperiencePage = ListingPage & { day: Day | undefined; slots: readonly SlotView[] };

async function listingOf(visit: Visit, kind: ListingKind, locale: Locale): Promise<Response | ListingView> {
  const asked = visit.params["slug"] ?? "";
  visit.locals.keep();
  try {
    const found = await visit.locals.market.listing(asked, kind);
    if ("movedTo" in found) return movedTo(listingPath(locale, { kind, slug: found.movedTo }));
    const { listing } = found;
    return listing.slug[locale] === asked ? listing : movedTo(listingPath(locale, listing) + visit.url.search);
  } catch (error) {
    if (isDomainError(error) && error.code === "listing.not_found") return notFound();
    throw error;
  }
}

export async function productPage(visit: Visit, locale: Locale): Promise<Response | ProductPage> {
  const listing = await listingOf(visit, "goods", locale);
  if (listing instanceof Response) return listing;
  const { market } = visit.locals;
  const arrival = listing.notOnSale === undefined ? await market.expectedArrival(listing.id, { province: marketConfig.province }) : undefined;
  return { locale, now: market.clock.now(), listing, arrival, written: await aboutListing(visit, listing) };
}

/** An experience on one day: the one asked for, else the first that has places. */
export async function experiencePage(visit: Visit, locale: Locale): Promise<Response | ExperiencePage> {
  const listing = await listingOf(visit, "experience", locale);
  if (listing instanceof Response) return listing;
  const { market } = visit.locals;
  const asked = visit.url.searchParams.get(dayKey(locale));
  const next = listing.nextSlot === undefined ? undefined : dayOf(listing.nextSlot.startsAt);
  const day = asked !== null && isDay(asked) ? asked : (next ?? listing.slotDays[0]);
  const slots = day === undefined ? [] : await market.slots(listing.slug.vi, day, day);
  return { locale, now: market.clock.now(), listing, day, slots, written: await aboutListing(visit, listing) };
}
