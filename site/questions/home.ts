import { addDays, dayOf, monthOf, weekdayOf, type Day, type Locale } from "@xudong/domain";
import type { ListingCard, SlotView } from "@xudong/catalog";
import type { ArrivalView } from "@xudong/checkout";
import type { FestivalCard, PieceCard } from "@xudong/content";
import { marketConfig } from "../../market.config.ts";
import type { Visit } from "../actions/visit.ts";
import type { MapUnit } from "../region-map.ts";
import { giftOf, type Gift } from "./gift.ts";
import { makerOf, type Maker } from "./maker.ts";
import { mapOf } from "./region.ts";

export type HomePage = {
  locale: Locale;
  now: Date;
  inSeason: readonly ListingCard[];
  outOfSeason: readonly ListingCard[];
  /** Some of what runs on Saturday and Sunday, the first to begin, with every time that day has. */
  weekend: readonly { listing: ListingCard; slots: readonly SlotView[] }[];
  /** The festivals whose days are known, the next one first. */
  festivals: readonly FestivalCard[];
  /** One of the market's journeys, where it has any. */
  journey: PieceCard | undefined;
  /** What the first of the goods would cost in all, sent within the market's own province. */
  example: { listing: ListingCard; arrival: ArrivalView } | undefined;
  map: readonly MapUnit[];
  maker: Maker | undefined;
  gift: Gift | undefined;
};

/** Of each as many as a page that is read on a phone has room for; lists have all of them. */
const most = 5;

/** The days of the weekend that is here or comes next. */
function weekendOf(today: Day): { from: Day; to: Day } {
  const untilSunday = (7 - weekdayOf(today)) % 7;
  const to = addDays(today, untilSunday);
  return { from: untilSunday === 0 ? today : addDays(to, -1), to };
}

/** What the month is known for leads, where it is on sale: in June the page begins with lychees. */
function ofTheMonthFirst(shown: readonly ListingCard[], seasonal: readonly ListingCard[], now: Date): readonly ListingCard[] {
  const known = marketConfig.months[monthOf(dayOf(now)) - 1]?.drawing;
  const leads = seasonal.find(({ picture }) => picture.drawing === known);
  return leads === undefined ? shown : [leads, ...shown.filter(({ id }) => id !== leads.id)];
}

export async function homePage(visit: Visit, locale: Locale): Promise<HomePage> {
  const { market } = visit.locals;
  visit.locals.keep();
  const now = market.clock.now();
  const [{ inSeason: shown, thisWeekend, outOfSeason }, seasonal, comingFestivals, { items: [journey] }] = await Promise.all([market.home(), market.listings({ kind: "goods", season: "now", pageSize: 60 }), market.content.nextFestivals(), market.content.list({ kind: "itinerary", page: 1, pageSize: 1 })]);
  const { from, to } = weekendOf(dayOf(now));
  const weekend = await Promise.all(thisWeekend.slice(0, most).map(async (listing) => ({ listing, slots: (await market.slots(listing.slug.vi, from, to)).filter((slot) => slot.sellsUntil > now) })));
  const inSeason = ofTheMonthFirst(shown, seasonal.items, now);
  const first = inSeason.find(({ kind }) => kind === "goods");
  const arrival = first && (await market.expectedArrival(first.id, { province: marketConfig.province }));
  const [map, maker, gift] = await Promise.all([mapOf(visit, locale), makerOf(visit, inSeason), giftOf(visit, inSeason)]);
  return {
    locale, now, inSeason, map, maker, gift,
    outOfSeason: outOfSeason.slice(0, 9),
    weekend: weekend.filter(({ slots }) => slots.length > 0),
    festivals: comingFestivals.filter(({ time }) => time.precision === "days").slice(0, 4),
    journey,
    example: first && arrival && { listing: first, arrival },
  };
}
