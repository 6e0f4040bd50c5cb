import { addDays, dayOf, isDay, isDomainError, monthOf, type Day, type ListingKind, type Locale } from "@xudong/domain";
import type { ListingCard, ListingView, SlotView } from "@xudong/catalog";
import type { ArrivalView } from "@xudong/checkout";
import { marketConfig, type RoughRate } from "../../market.config.ts";
import { emptyReminder, remind, type ReminderForm } from "../actions/remind.ts";
import { movedTo, notFound, type Visit } from "../actions/visit.ts";
import { monthDays } from "../months.ts";
import { monthKey } from "../month-paths.ts";
import { dayKey, listingPath } from "../paths.ts";
import type { MapUnit } from "../region-map.ts";
import { rateAsked } from "../rough-price.ts";
import { aboutListing, type AboutListing } from "./pieces.ts";
import { mapOf } from "./region.ts";

type ListingPage = {
  locale: Locale;
  now: Date;
  listing: ListingView;
  written: AboutListing;
  /** Others of its category, and of its shop. */
  alike: readonly ListingCard[];
  map: readonly MapUnit[];
  /** Out of season: the form to be told when it is in season. */
  reminder: ReminderForm | undefined;
  /** The visitor's currency, where the address asks for one. */
  rate: RoughRate | undefined;
};
export type ProductPage = ListingPage & {
  /** When one of each pack would be in the market's own province if ordered now, and for what fee. */
  arrivals: ReadonlyMap<string, ArrivalView>;
  /** The same of the first pack, sent farther. */
  elsewhere: readonly { place: string; arrival: ArrivalView }[];
};
export type ExperiencePage = ListingPage & {
  day: Day | undefined;
  slots: readonly SlotView[];
  /** The month that is shown, with its times; `before` and `after` where there is something to turn to; `next` the next day with a time. */
  month: { of: Day; isAsked: boolean; slots: readonly SlotView[]; before: string | undefined; after: string | undefined; next: Day | undefined };
};

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

const mostAlike = 6;

/** What every listing's page has, whatever its kind. */
async function around(visit: Visit, listing: ListingView, locale: Locale): Promise<Omit<ListingPage, "listing">> {
  const { market } = visit.locals;
  const { kind, category, shop, id } = listing;
  const [written, ofCategory, ofShop, map] = await Promise.all([
    aboutListing(visit, listing),
    category === undefined ? [] : market.listings({ kind, category: category.slug.vi, pageSize: mostAlike + 1 }).then(({ items }) => items),
    market.listings({ shop: shop.slug, pageSize: mostAlike + 1 }).then(({ items }) => items),
    mapOf(visit, locale),
  ]);
  const alike = [...new Map([...ofShop.slice(0, 4), ...ofCategory].map((other) => [other.id, other])).values()].filter((other) => other.id !== id);
  const isWaiting = listing.notOnSale === "listing.out_of_season";
  const reminder = !isWaiting ? undefined : visit.request.method === "POST" ? await remind(visit, listing.slug.vi, locale) : emptyReminder;
  return { locale, now: market.clock.now(), written, alike: alike.slice(0, mostAlike), map, reminder, rate: rateAsked(visit.url.searchParams, locale, market.clock.now()) };
}

export async function productPage(visit: Visit, locale: Locale): Promise<Response | ProductPage> {
  const listing = await listingOf(visit, "goods", locale);
  if (listing instanceof Response) return listing;
  const { market } = visit.locals;
  const isSold = listing.notOnSale === undefined;
  const [arrivals, elsewhere, rest] = await Promise.all([
    isSold ? market.browse.expectedArrivals(listing.id, { province: marketConfig.province }) : new Map<string, ArrivalView>(),
    isSold ? Promise.all(marketConfig.farther.map(async (place) => ({ place, arrival: await market.expectedArrival(listing.id, { province: place }) }))) : [],
    around(visit, listing, locale),
  ]);
  return { ...rest, listing, arrivals, elsewhere: elsewhere.flatMap(({ place, arrival }) => (arrival === undefined ? [] : [{ place, arrival }])) };
}

/** An experience on one day: the one asked for, else the first that has places; with the month that day lies in, or another. */
export async function experiencePage(visit: Visit, locale: Locale): Promise<Response | ExperiencePage> {
  const listing = await listingOf(visit, "experience", locale);
  if (listing instanceof Response) return listing;
  const { market } = visit.locals;
  const today = dayOf(market.clock.now());
  const asked = visit.url.searchParams.get(dayKey(locale));
  const askedMonth = readMonth(visit.url.searchParams.get(monthKey(locale)), today);
  const soonest = listing.nextSlot === undefined ? listing.slotDays[0] : dayOf(listing.nextSlot.startsAt);
  const chosen = asked !== null && isDay(asked) ? asked : askedMonth === undefined ? soonest : undefined;
  const shown = monthDays(askedMonth ?? chosen ?? today);
  const [slots, rest] = await Promise.all([market.slots(listing.slug.vi, shown.from, shown.to), around(visit, listing, locale)]);
  const month = {
    of: shown.from,
    isAsked: askedMonth !== undefined,
    slots,
    before: shown.from > today ? addDays(shown.from, -1).slice(0, 7) : undefined,
    after: shown.to < addDays(today, 370) ? addDays(shown.to, 1).slice(0, 7) : undefined,
    next: slots.length > 0 ? undefined : listing.slotDays.find((day) => day > shown.to) ?? (soonest !== undefined && monthOf(soonest) !== monthOf(shown.from) ? soonest : undefined),
  };
  return { ...rest, listing, day: chosen, slots: chosen === undefined ? [] : slots.filter((slot) => dayOf(slot.startsAt) === chosen), month };
}

/** "2026-12" as the first day of a month that is not over, and that somebody may already book. */
function readMonth(typed: string | null, today: Day): Day | undefined {
  const first = `${typed ?? ""}-01`;
  return isDay(first) && first.slice(0, 7) >= today.slice(0, 7) && first <= addDays(today, 370) ? first : undefined;
}
