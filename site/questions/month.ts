import { dayOf, lunarOf, monthOf, tetOf, type Day, type Locale, type LunarDate } from "@xudong/domain";
import type { ListingCard } from "@xudong/catalog";
import type { FestivalCard, FestivalHolding } from "@xudong/content";
import { marketConfig } from "../../market.config.ts";
import { movedTo, notFound, type Visit } from "../actions/visit.ts";
import { monthAhead, monthOfSlug } from "../months.ts";
import { monthPath } from "../month-paths.ts";

export type MonthPage = {
  locale: Locale;
  now: Date;
  month: number;
  /** Its days: of the month that is, or of the next one of its number. */
  from: Day;
  to: Day;
  lunar: { from: LunarDate; to: LunarDate };
  /** Tết, where it falls into this month. */
  tet: Day | undefined;
  /** What has a season, and it is then; and what can be had all year. */
  goods: readonly ListingCard[];
  visits: readonly ListingCard[];
  festivals: readonly FestivalCard[];
};

const most = 12;

/** One month: what can be had, what is celebrated on which days of this very year, where one can go. */
export async function monthPage(visit: Visit, locale: Locale): Promise<Response | MonthPage> {
  visit.locals.keep();
  const { market } = visit.locals;
  const asked = visit.params["month"] ?? "";
  const month = monthOfSlug(locale, asked);
  if (month === undefined) {
    const lower = monthOfSlug(locale, asked.toLowerCase());
    return lower === undefined ? notFound() : movedTo(monthPath(locale, lower));
  }
  const now = market.clock.now();
  const { from, to } = monthAhead(dayOf(now), month);
  const year = Number(from.slice(0, 4));
  const season = { from, to };
  const [goods, visits, before, own] = await Promise.all([
    market.listings({ kind: "goods", season, pageSize: 48 }),
    market.listings({ kind: "experience", season, pageSize: 48 }),
    market.content.festivalsOfYear(year - 1),
    market.content.festivalsOfYear(year),
  ]);
  const tet = [tetOf(year)].find((day) => monthOf(day) === month);
  const festivals = [...before, ...own].filter(({ time }) => time.precision === "days" && time.from <= to && time.to >= from);
  return {
    locale, now, month, from, to, tet,
    lunar: { from: lunarOf(from), to: lunarOf(to) },
    goods: seasonalFirst(goods.items).slice(0, most),
    visits: seasonalFirst(visits.items).slice(0, 8),
    festivals: festivals.map((holding) => cardOf(holding, dayOf(now))),
  };
}

/** What is of few months comes before what is of many. */
const seasonalFirst = (cards: readonly ListingCard[]): ListingCard[] => cards.toSorted((a, b) => widthOf(a) - widthOf(b));
const widthOf = ({ seasonMonths, seasonLunar }: ListingCard) => seasonMonths.length + (seasonLunar?.length ?? 0);

const cardOf = ({ festival, time }: FestivalHolding, today: Day): FestivalCard => ({ ...festival, time, isGoingOn: time.from <= today && today <= time.to });

/** The sentence and the drawing that the region's file has of a month. */
export const aboutMonth = (month: number) => marketConfig.months[month - 1];

/** The months beside one, over New Year, too. */
export const besideMonth = (month: number, step: 1 | -1): number => ((month - 1 + step + 12) % 12) + 1;
