import { listingCards, listListings, type ListingCard } from "@xudong/catalog";
import type { Db } from "@xudong/database";
import { addDays, dayOf, startOf, weekdayOf } from "@xudong/domain";

/** What the first page shows: goods in season, visits on the coming weekend, goods that will come back. */
export async function home(db: Db, now: Date): Promise<{ inSeason: readonly ListingCard[]; thisWeekend: readonly ListingCard[]; outOfSeason: readonly ListingCard[] }> {
  const goods = (await listListings(db, { kind: "goods", page: 1, pageSize: 100 }, now)).items;
  const visits = (await listListings(db, { kind: "experience", page: 1, pageSize: 100 }, now)).items;
  const weekend = await listingCards(
    db,
    visits.map((card) => card.id),
    now,
    weekendWindow(now),
  );
  return {
    inSeason: goods.filter((card) => card.isInSeason),
    thisWeekend: weekend.filter((card) => card.nextSlot !== undefined),
    outOfSeason: goods.filter((card) => !card.isInSeason),
  };
}

/** Saturday and Sunday: this week's, until Sunday is over. */
export function weekendWindow(now: Date): { from: Date; before: Date } {
  const today = dayOf(now);
  const weekday = weekdayOf(today);
  const saturday = addDays(today, weekday === 0 ? -1 : 6 - weekday);
  return { from: startOf(saturday), before: startOf(addDays(saturday, 2)) };
}
