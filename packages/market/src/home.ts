import { listComingBack, listListings, listVisitsWithin, type ListingCard } from "@xudong/catalog";
import type { Db } from "@xudong/database";
import { addDays, dayOf, startOf, weekdayOf } from "@xudong/domain";

/** How many of each the first page has room for. */
const shown = 12;

/** What the first page shows: goods in season, visits on the coming weekend, goods that will come back, the soonest first. */
export async function home(db: Db, now: Date): Promise<{ inSeason: readonly ListingCard[]; thisWeekend: readonly ListingCard[]; outOfSeason: readonly ListingCard[] }> {
  const today = dayOf(now);
  const [inSeason, thisWeekend, outOfSeason] = await Promise.all([
    listListings(db, { kind: "goods", season: { from: today, to: today }, pageSize: shown }, now),
    listVisitsWithin(db, weekendWindow(now), shown, now),
    listComingBack(db, { kind: "goods", limit: shown }, now),
  ]);
  return { inSeason: inSeason.items, thisWeekend, outOfSeason };
}

/** Saturday and Sunday: this week's, until Sunday is over. */
export function weekendWindow(now: Date): { from: Date; before: Date } {
  const today = dayOf(now);
  const weekday = weekdayOf(today);
  const saturday = addDays(today, weekday === 0 ? -1 : 6 - weekday);
  return { from: startOf(saturday), before: startOf(addDays(saturday, 2)) };
}
