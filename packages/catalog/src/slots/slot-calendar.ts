import { and, asc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "@xudong/database";
import { addDays, dayOf, demand, DomainError, isId, seasonOf, type Actor, type Day, type Season, type SlotException, type SlotRule } from "@xudong/domain";

/** How far ahead the slots of rules are made, in days, today included. */
export const slotHorizonDays = 370;

/** The first day for which no slots are made yet. */
export const slotHorizon = (now: Date): Day => addDays(dayOf(now), slotHorizonDays);

/** A day no calendar comes to: nothing more is to be made. */
export const neverDue: Day = "9999-12-31";

/** A rule as it is kept, by the id that its slots name. */
export type KeptRule = SlotRule & { id: string };

/** An experience whose times are to be changed. @throws DomainError `listing.not_found`, `actor.not_allowed`, `slot.not_for_goods` */
export async function requireExperience(db: Db, listingId: string, actor: Actor): Promise<{ id: string; shopId: string; season: Season }> {
  const listing = await findExperience(db, listingId);
  if (listing === undefined) throw new DomainError("listing.not_found");
  demand(actor, "listing.edit", listing.shopId);
  if (listing.kind !== "experience") throw new DomainError("slot.not_for_goods");
  return { id: listingId, shopId: listing.shopId, season: seasonOf(listing) };
}

/** What an experience's times depend on; undefined where there is no such listing. */
export async function findExperience(db: Db, listingId: string) {
  const { listings } = db.t;
  const [listing] = isId(listingId)
    ? await db
        .select({ shopId: listings.shopId, kind: listings.kind, state: listings.state, seasonMonths: listings.seasonMonths, seasonLunar: listings.seasonLunar })
        .from(listings)
        .where(eq(listings.id, listingId))
    : [];
  return listing;
}

/**
 * Holds the calendar of a listing until the transaction ends, and says which day is to be made next: of two that change or
 * make its slots the second waits here. Undefined where it never had a rule.
 */
export async function lockCalendar(tx: Tx, listingId: string): Promise<Day | undefined> {
  const { slotCalendars: t } = tx.t;
  const [row] = await tx.update(t).set({ madeUntil: sql`${t.madeUntil}` }).where(eq(t.listingId, listingId)).returning({ madeUntil: t.madeUntil });
  return row?.madeUntil;
}

/** Begins a calendar, or has all its days from `day` on looked at again; it is held as by `lockCalendar`. */
export async function openCalendar(tx: Tx, listingId: string, day: Day): Promise<void> {
  const { slotCalendars: t } = tx.t;
  await tx.insert(t).values({ listingId, madeUntil: day }).onConflictDoUpdate({ target: t.listingId, set: { madeUntil: day } });
}

/** What makes the times of a listing on the days from…before: its rules in their order, its exceptions, public holidays. */
export async function planOf(tx: Tx, listingId: string, from: Day, before: Day): Promise<{ rules: KeptRule[]; exceptions: SlotException[]; holidays: ReadonlySet<Day> }> {
  const { slotExceptions, publicHolidays } = tx.t;
  const exceptions = await tx
    .select({ day: slotExceptions.day, times: slotExceptions.times })
    .from(slotExceptions)
    .where(and(eq(slotExceptions.listingId, listingId), gte(slotExceptions.day, from), lt(slotExceptions.day, before)));
  const holidays = await tx.select({ day: publicHolidays.day }).from(publicHolidays).where(and(gte(publicHolidays.day, from), lt(publicHolidays.day, before)));
  return { rules: await rulesInForce(tx, listingId), exceptions, holidays: new Set(holidays.map(({ day }) => day)) };
}

/** The rules of a listing that have not been replaced, in their order. */
export async function rulesInForce(db: Db, listingId: string): Promise<KeptRule[]> {
  const { slotRules: t } = db.t;
  return db
    .select({ id: t.id, times: t.times, validFrom: t.validFrom, validTo: t.validTo, lastsMinutes: t.lastsMinutes, cutOffMinutes: t.cutOffMinutes, capacities: t.capacities })
    .from(t)
    .where(and(eq(t.listingId, listingId), isNull(t.replacedAt)))
    .orderBy(asc(t.position));
}
