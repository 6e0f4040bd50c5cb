import { and, asc, eq, gt, lt } from "drizzle-orm";
import { speak, writeAudit, type Db, type Tx } from "@xudong/database";
import { addDays, dayOf, seasonOf, slotsOfRules, startOf, type Day, type Occasion, type Season } from "@xudong/domain";
import { fitSlots, nothingFitted, slotsBetween, type Fitted } from "./fit-slots.ts";
import { findExperience, lockCalendar, neverDue, openCalendar, planOf, rulesInForce, slotHorizon } from "./slot-calendar.ts";

/** What one step did; not complete where days are left that another step has to make. */
export type SlotStep = Fitted & { isComplete: boolean };

/** So many slots are made or looked at in one transaction: SQLite's only writer is held for a few hundredths of a second. */
const slotsAtOnce = 1_000;

/** The experiences whose rules have days to make up to the horizon, those furthest behind first. */
export async function listingsMissingSlots(db: Db, now: Date, limit: number): Promise<string[]> {
  const { slotCalendars: t } = db.t;
  const rows = await db.select({ listingId: t.listingId }).from(t).where(lt(t.madeUntil, slotHorizon(now))).orderBy(asc(t.madeUntil), asc(t.listingId)).limit(limit);
  return rows.map(({ listingId }) => listingId);
}

/**
 * Takes the next step in making an experience's slots up to the horizon, 370 days ahead: about a thousand of them. It goes on
 * where the last step ended, whoever took it; two at once make each slot once, because the second waits for the first.
 * Days that were made before an exception, a holiday or the season changed are fitted to it, as `setSlotRules` does.
 */
export async function makeMissingSlots(tx: Tx, listingId: string, { actor, now }: Occasion): Promise<SlotStep> {
  const madeUntil = await lockCalendar(tx, listingId);
  const listing = await findExperience(tx, listingId);
  if (madeUntil === undefined || listing === undefined) return { ...nothingFitted, isComplete: true };
  const step = listing.state === "archived" ? nothingFitted : await stepFrom(tx, { id: listingId, shopId: listing.shopId, season: seasonOf(listing) }, madeUntil, now);
  if (listing.state === "archived") await openCalendar(tx, listingId, neverDue);
  await tell(tx, listingId, step, { actor, now });
  return { isComplete: true, ...step };
}

/** One step from a day on, and no further than the horizon. The calendar must be locked. */
export async function stepFrom(tx: Tx, listing: { id: string; shopId: string; season: Season }, madeUntil: Day, now: Date): Promise<SlotStep> {
  const today = dayOf(now);
  const horizon = slotHorizon(now);
  const from = madeUntil < today ? today : madeUntil;
  if (from >= horizon) return { ...nothingFitted, isComplete: true };
  const { fitted, until } = await fitDays(tx, listing, { from, before: horizon }, now);
  // Without a rule nothing is made tomorrow either.
  const isOver = until >= horizon && (await rulesInForce(tx, listing.id)).length === 0;
  await openCalendar(tx, listing.id, isOver ? neverDue : until);
  return { ...fitted, isComplete: until >= horizon };
}

/** Fits as many of the days from…before to the rules as one step may, and says which day is the next. */
export async function fitDays(
  tx: Tx,
  listing: { id: string; shopId: string; season: Season },
  { from, before }: { from: Day; before: Day },
  now: Date,
): Promise<{ fitted: Fitted; until: Day }> {
  const { rules, exceptions, holidays } = await planOf(tx, listing.id, from, before);
  const all = slotsOfRules(rules, { exceptions, holidays, season: listing.season }, from, addDays(before, -1)).filter(({ startsAt }) => startsAt > now);
  const first = new Date(Math.max(startOf(from).getTime(), now.getTime() + 1));
  const untilWanted = dayAfter(all, from, before);
  const known = await slotsBetween(tx, listing.id, first, startOf(untilWanted), slotsAtOnce + 1);
  const until = known.length <= slotsAtOnce ? untilWanted : dayAfter(known, from, untilWanted);
  const end = startOf(until);
  const isBefore = ({ startsAt }: { startsAt: Date }) => startsAt < end;
  const wanted = all.filter(isBefore).flatMap((slot) => {
    const rule = rules[slot.rule];
    return rule === undefined ? [] : [{ ...slot, ruleId: rule.id, shape: rule }];
  });
  return { fitted: await fitSlots(tx, listing, wanted, known.filter(isBefore), now), until };
}

/** The first day that no longer belongs to a step over these slots: whole days only, and one at least. */
function dayAfter(slots: readonly { startsAt: Date }[], from: Day, before: Day): Day {
  const tooMany = slots[slotsAtOnce];
  if (tooMany === undefined) return before;
  const day = dayOf(tooMany.startsAt);
  return day > from ? day : addDays(from, 1);
}

/** Has the slots of an experience fitted again from today on, because its season or something else its rules depend on has changed. */
export async function refitSlots(tx: Tx, listingId: string, now: Date): Promise<void> {
  await lowerCalendars(tx, dayOf(now), listingId);
}

/** The days from `day` on are to be looked at again, in one calendar or in all. */
export async function lowerCalendars(tx: Tx, day: Day, listingId?: string): Promise<void> {
  const { slotCalendars: t } = tx.t;
  await tx.update(t).set({ madeUntil: day }).where(and(gt(t.madeUntil, day), listingId === undefined ? undefined : eq(t.listingId, listingId)));
}

/** Leaves a trace of what a step did, and news for whoever shows the listing. */
export async function tell(tx: Tx, listingId: string, { made, changed, withdrawn, kept }: Fitted, { actor, now }: Occasion): Promise<void> {
  if (made + changed + withdrawn + kept.length === 0) return;
  if (made + changed + withdrawn > 0) await speak(tx, { topic: "listing.changed", subject: listingId });
  const named = kept.slice(0, 20).map(({ day, time, bookings }) => ({ day, time, bookings }));
  await writeAudit(tx, { actor: actor.id, verb: "slot.fit_rules", objectKind: "listing", objectId: listingId, at: now, detail: { made, changed, withdrawn, kept: kept.length, ...(kept.length === 0 ? {} : { named }) } });
}
