import { and, eq, isNull } from "drizzle-orm";
import { writeAudit, type Tx } from "@xudong/database";
import {
  addDays, collidingRules, dayOf, departureTimes, DomainError, newId, overfullDay, slotRuleFaults, slotRuleLimits, slotsOfRules,
  type Day, type Occasion, type SlotRule,
} from "@xudong/domain";
import { stepFrom, tell, type SlotStep } from "./make-slots.ts";
import { openCalendar, requireExperience, slotHorizonDays } from "./slot-calendar.ts";

/** A recurring time as a seller sets it up; it holds from today where no first day is said. */
export type SlotRuleDraft = Omit<SlotRule, "validFrom"> & { validFrom?: Day };

/**
 * Replaces the recurring times of an experience and makes its slots for the next 370 days, about a thousand in this step; the
 * job makes what is left, or whoever asks `makeMissingSlots` until it is complete. No rules at all withdraws every slot.
 *
 * Slots of earlier rules that still fit stay, with whatever a person set in them; the others are changed or withdrawn. One in
 * which somebody holds or has bought a place is never touched: the answer names each, by day, hour and number of bookings.
 *
 * @throws DomainError `listing.not_found`, `actor.not_allowed`, `slot.not_for_goods`, `slot.rules_invalid` naming every part
 *   at fault, `slot.rules_collide`, `slot.too_many_a_day`
 */
export async function setSlotRules(tx: Tx, listingId: string, drafts: readonly SlotRuleDraft[], { actor, now }: Occasion): Promise<SlotStep> {
  const listing = await requireExperience(tx, listingId, actor);
  const today = dayOf(now);
  const rules = drafts.map((draft): SlotRule => ({ validFrom: today, ...draft }));
  refuseUnfit(rules, today);

  // The calendar first: whoever makes slots by the old rules has finished, or waits and then sees the new ones.
  await openCalendar(tx, listingId, today);
  const { slotRules: t } = tx.t;
  await tx.update(t).set({ replacedAt: now }).where(and(eq(t.listingId, listingId), isNull(t.replacedAt)));
  if (rules.length > 0) {
    await tx.insert(t).values(
      rules.map(({ times, validFrom, validTo, lastsMinutes, cutOffMinutes, capacities }, position) => ({
        id: newId(now), listingId, position, times, validFrom, validTo: validTo ?? null, lastsMinutes, cutOffMinutes, capacities,
      })),
    );
  }
  await writeAudit(tx, { actor: actor.id, verb: "slot.set_rules", objectKind: "listing", objectId: listingId, at: now, detail: { rules: rules.length } });
  const step = await stepFrom(tx, listing, today, now);
  await tell(tx, listingId, step, { actor, now });
  return step;
}

function refuseUnfit(rules: readonly SlotRule[], today: Day): void {
  const issues = slotRuleFaults(rules);
  const [first] = issues;
  if (first !== undefined) throw new DomainError("slot.rules_invalid", { field: first.field, issues });
  const collision = collidingRules(rules);
  if (collision !== undefined) throw new DomainError("slot.rules_collide", { field: `rules.${collision.rules[1]}`, ...collision });
  const max = slotRuleLimits.slotsADayMax;
  if (rules.reduce((sum, { times }) => sum + departureTimes(times.departures).length, 0) <= max) return;
  const day = overfullDay(slotsOfRules(rules, { exceptions: [], holidays: new Set() }, today, addDays(today, slotHorizonDays - 1)));
  if (day !== undefined) throw new DomainError("slot.too_many_a_day", { field: "rules", day, max });
}
