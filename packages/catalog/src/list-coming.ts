import { and, asc, eq, gt, gte, lt, lte, or } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { addDays, dayOf, monthOf, nextSeasonDay, seasonOf, type Day, type ListingKind } from "@xudong/domain";
import { listingCards } from "./listing-cards.ts";
import type { ListingCard } from "./listing-view.ts";
import { beginsIn, seasonAsks } from "./season-rows.ts";

/** More than these of one month are not looked at: they stand in lists of their own. */
const looksAt = 200;

/** What is out of season and comes back next, the soonest first: at most `limit`. */
export async function listComingBack(db: Db, { kind, limit }: { kind: ListingKind; limit: number }, now: Date): Promise<ListingCard[]> {
  const today = dayOf(now);
  const cards: ListingCard[] = [];
  const known = new Set<string>();
  for (let from = today, month = 0; month < 12 && cards.length < limit; month++, from = startOfNextMonth(from)) {
    const to = addDays(startOfNextMonth(from), -1);
    const ids = (await beginningIn(db, kind, { from, to })).filter((id) => !known.has(id));
    for (const id of ids) known.add(id);
    const away = (await listingCards(db, ids, now)).filter((card) => !card.isInSeason);
    const begins = new Map(away.map((card) => [card.id, nextSeasonDay(seasonOf({ seasonMonths: card.seasonMonths, seasonLunar: card.seasonLunar }), today) ?? ""]));
    cards.push(...away.toSorted((a, b) => ((begins.get(a.id) ?? "") < (begins.get(b.id) ?? "") ? -1 : 1)));
  }
  return cards.slice(0, limit);
}

const startOfNextMonth = (day: Day): Day => addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 8) + "01";

/** Whose season may begin in these days of one month: by the sun surely, by the moon it is in season on some of them. */
async function beginningIn(db: Db, kind: ListingKind, span: { from: Day; to: Day }): Promise<string[]> {
  const { listingSeasons } = db.t;
  const byMoon = seasonAsks(span).moon.filter(({ season }) => !season.startsWith("x"));
  const rows = await db
    .selectDistinct({ id: listingSeasons.listingId })
    .from(listingSeasons)
    .where(
      and(
        eq(listingSeasons.kind, kind),
        or(
          eq(listingSeasons.season, beginsIn(monthOf(span.from))),
          ...byMoon.map(({ season, fromDay, toDay }) => and(eq(listingSeasons.season, season), lte(listingSeasons.fromDay, toDay), gte(listingSeasons.toDay, fromDay))),
        ),
      ),
    )
    .orderBy(asc(listingSeasons.listingId))
    .limit(looksAt);
  return rows.map(({ id }) => id);
}

/** Experiences that still have a place at a time within a window, in the order of their first one: at most `limit`. */
export async function listVisitsWithin(db: Db, window: { from: Date; before: Date }, limit: number, now: Date): Promise<ListingCard[]> {
  const { slots, listings } = db.t;
  const cards: ListingCard[] = [];
  const known = new Set<string>();
  let after = { startsAt: window.from < now ? now : window.from, listingId: "" };
  while (cards.length < limit) {
    const rows = await db
      .select({ listingId: slots.listingId, startsAt: slots.startsAt })
      .from(slots)
      .innerJoin(listings, eq(listings.id, slots.listingId))
      .where(
        and(
          or(gt(slots.startsAt, after.startsAt), and(eq(slots.startsAt, after.startsAt), gt(slots.listingId, after.listingId))),
          gte(slots.startsAt, after.startsAt),
          lt(slots.startsAt, window.before),
          eq(slots.state, "open"),
          gt(slots.sellsUntil, now),
          eq(listings.isShown, true),
        ),
      )
      .orderBy(asc(slots.startsAt), asc(slots.listingId))
      .limit(looksAt);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last;
    const fresh = [...new Set(rows.map(({ listingId }) => listingId))].filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    // As many at a time as may be enough: whether there is room is asked of each.
    for (let at = 0; at < fresh.length && cards.length < limit; at += limit) {
      cards.push(...(await listingCards(db, fresh.slice(at, at + limit), now, window)).filter(({ nextSlot }) => nextSlot !== undefined));
    }
  }
  return cards.slice(0, limit);
}
