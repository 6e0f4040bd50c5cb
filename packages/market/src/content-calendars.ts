import { and, eq } from "drizzle-orm";
import { showListing, type Slugs } from "@xudong/catalog";
import { festivalCalendar, festivalsOfYear, showPiece, visitCalendar } from "@xudong/content";
import type { Db } from "@xudong/database";
import { dayOf, DomainError, startOf, textIn, type Locale } from "@xudong/domain";

/** An iCalendar file (RFC 5545). */
export type CalendarFile = { text: string; fileName: string };

const names = { vi: "Lễ hội", en: "Festivals" } as const;

/** All holdings that begin in these years. */
export async function calendarOfFestivals(db: Db, { locale, years }: { locale: Locale; years: readonly number[] }, now: Date): Promise<CalendarFile> {
  const holdings = await Promise.all(years.map((year) => festivalsOfYear(db, year, now)));
  return { text: festivalCalendar(holdings.flat(), { name: names[locale], locale }), fileName: "festivals.ics" };
}

/** @throws DomainError `piece.not_found`, `festival.dates_unknown` where no days of it are known */
export async function calendarOfFestival(db: Db, slug: string, { locale, years }: { locale: Locale; years: readonly number[] }, now: Date): Promise<CalendarFile | { movedTo: Slugs }> {
  const found = await showPiece(db, "festival", slug, now);
  if ("movedTo" in found) return found;
  const { id, title, slug: slugs } = found.piece;
  const holdings = await Promise.all(years.map((year) => festivalsOfYear(db, year, now)));
  const own = holdings.flat().filter(({ festival, time }) => festival.id === id && time.precision === "days");
  if (own.length === 0) throw new DomainError("festival.dates_unknown");
  return { text: festivalCalendar(own, { name: textIn(title, locale).text, locale }), fileName: `${slugs[locale]}.ics` };
}

/** A time of an experience, to keep a place in somebody's day; it books nothing. @throws DomainError `listing.not_found`, `slot.not_found` */
export async function calendarOfSlot(db: Db, listingSlug: string, slotId: string, locale: Locale, now: Date): Promise<CalendarFile> {
  const found = await showListing(db, listingSlug, now, "experience");
  if ("movedTo" in found) return calendarOfSlot(db, found.movedTo.vi, slotId, locale, now);
  const { id, title, shop, slug } = found.listing;
  const { slots } = db.t;
  const [slot] = await db.select({ startsAt: slots.startsAt, endsAt: slots.endsAt, state: slots.state }).from(slots).where(and(eq(slots.id, slotId), eq(slots.listingId, id)));
  if (slot === undefined) throw new DomainError("slot.not_found");
  const visit = { uid: slotId, title, startsAt: slot.startsAt, endsAt: slot.endsAt, place: shop.place, asOf: startOf(dayOf(now)), isCancelled: slot.state === "cancelled" };
  return { text: visitCalendar(visit, { name: textIn(title, locale).text, locale }), fileName: `${slug[locale]}.ics` };
}
