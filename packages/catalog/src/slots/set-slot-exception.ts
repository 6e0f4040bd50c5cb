import { and, eq } from "drizzle-orm";
import { writeAudit, type Tx } from "@xudong/database";
import { addDays, dayOf, DomainError, faultsOfTimes, isDay, lunarYears, newId, ruleInForce, type Day, type Localized, type Occasion, type SlotRuleFault } from "@xudong/domain";
import { nothingFitted, type Fitted } from "./fit-slots.ts";
import { fitDays, tell } from "./make-slots.ts";
import { lockCalendar, requireExperience, rulesInForce } from "./slot-calendar.ts";

/** A day that does not follow the rules: closed where it has no times. */
export type SlotExceptionDraft = { day: Day; times: readonly string[]; note?: Localized };

/**
 * Closes an experience on one day, or gives that day times of its own in place of its rules'. The slots of the day are fitted
 * with the same care as by `setSlotRules`: one with bookings stays, and the answer names it.
 *
 * @throws DomainError `listing.not_found`, `actor.not_allowed`, `slot.not_for_goods`, `slot.exception_invalid` naming what is at
 *   fault, `slot.no_rule` where times are given for a day on which no rule is in force
 */
export async function setSlotException(tx: Tx, listingId: string, { day, times, note }: SlotExceptionDraft, { actor, now }: Occasion): Promise<Fitted> {
  const listing = await requireExperience(tx, listingId, actor);
  refuseFaulty(day, times, now);
  const madeUntil = await lockCalendar(tx, listingId);
  if (times.length > 0 && ruleInForce(await rulesInForce(tx, listingId), day) === undefined) throw new DomainError("slot.no_rule", { field: "day", day });
  const row = { times: [...times].sort(), note: note ?? null };
  const { slotExceptions: t } = tx.t;
  await tx.insert(t).values({ id: newId(now), listingId, day, ...row }).onConflictDoUpdate({ target: [t.listingId, t.day], set: row });
  await writeAudit(tx, { actor: actor.id, verb: "slot.set_exception", objectKind: "listing", objectId: listingId, at: now, detail: { day, times: row.times } });
  return fitDay(tx, listing, day, madeUntil, { actor, now });
}

/** Lets a day follow the rules again; where it did, nothing changes. @throws DomainError `listing.not_found`, `actor.not_allowed`, `slot.not_for_goods` */
export async function liftSlotException(tx: Tx, listingId: string, day: Day, { actor, now }: Occasion): Promise<Fitted> {
  const listing = await requireExperience(tx, listingId, actor);
  const madeUntil = await lockCalendar(tx, listingId);
  const { slotExceptions: t } = tx.t;
  const [gone] = await tx.delete(t).where(and(eq(t.listingId, listingId), eq(t.day, day))).returning({ id: t.id });
  if (gone === undefined) return nothingFitted;
  await writeAudit(tx, { actor: actor.id, verb: "slot.lift_exception", objectKind: "listing", objectId: listingId, at: now, detail: { day } });
  return fitDay(tx, listing, day, madeUntil, { actor, now });
}

/** A day that is not made yet is made right when its turn comes. */
async function fitDay(tx: Tx, listing: Awaited<ReturnType<typeof requireExperience>>, day: Day, madeUntil: Day | undefined, occasion: Occasion): Promise<Fitted> {
  if (madeUntil === undefined || day >= madeUntil || day < dayOf(occasion.now)) return nothingFitted;
  const { fitted } = await fitDays(tx, listing, { from: day, before: addDays(day, 1) }, occasion.now);
  await tell(tx, listing.id, fitted, occasion);
  return fitted;
}

function refuseFaulty(day: Day, times: readonly string[], now: Date): void {
  const isReal = isDay(day) && Number(day.slice(0, 4)) < lunarYears.last;
  const dayFaults: SlotRuleFault[] = !isReal ? [{ field: "day", reason: "no_such_day" }] : day < dayOf(now) ? [{ field: "day", reason: "in_the_past" }] : [];
  const issues = [...dayFaults, ...faultsOfTimes("times", times, 0)];
  const [first] = issues;
  if (first !== undefined) throw new DomainError("slot.exception_invalid", { field: first.field, issues });
}
