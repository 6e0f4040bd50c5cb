import {
  liftSlotException, makeMissingSlots, setPublicHolidays, setSlotException, setSlotRules, showSlotRules,
  type Fitted, type SlotExceptionDraft, type SlotRuleDraft, type SlotRulesView, type SlotStep,
} from "@xudong/catalog";
import type { Store } from "@xudong/database";
import type { Actor, Day, Holiday } from "@xudong/domain";

/** When experiences take place, for those who keep their times. */
export type Times = {
  /** @throws `listing.not_found`, `actor.not_allowed`, `slot.not_for_goods` */
  rules(listingId: string, actor: Actor): Promise<SlotRulesView>;
  /**
   * Replaces the recurring times of an experience and makes its slots for 370 days, in steps that hold nobody up. A slot with
   * bookings is never touched: the answer names each that no longer fits.
   * @throws also `slot.rules_invalid`, `slot.rules_collide`, `slot.too_many_a_day`
   */
  setRules(listingId: string, rules: readonly SlotRuleDraft[], actor: Actor): Promise<Fitted>;
  /** Closes a day, or gives it times of its own. @throws also `slot.exception_invalid`, `slot.no_rule` */
  setException(listingId: string, exception: SlotExceptionDraft, actor: Actor): Promise<Fitted>;
  liftException(listingId: string, day: Day, actor: Actor): Promise<Fitted>;
  /** Sets the public holidays of a year, as the law or a notice has them. @throws `holiday.invalid`, `actor.not_allowed` */
  setHolidays(year: number, holidays: readonly Holiday[], actor: Actor): Promise<void>;
};

export function times({ store, now }: { store: Store; now: () => Date }): Times {
  return {
    rules: (listingId, actor) => showSlotRules(store.read, listingId, { actor, now: now() }),
    async setRules(listingId, rules, actor) {
      const occasion = { actor, now: now() };
      let step: SlotStep = await store.write((tx) => setSlotRules(tx, listingId, rules, occasion));
      let all: Fitted = fittedOf(step);
      while (!step.isComplete) {
        step = await store.write((tx) => makeMissingSlots(tx, listingId, occasion));
        all = { made: all.made + step.made, changed: all.changed + step.changed, withdrawn: all.withdrawn + step.withdrawn, kept: [...all.kept, ...step.kept] };
      }
      return all;
    },
    setException: (listingId, exception, actor) => store.write((tx) => setSlotException(tx, listingId, exception, { actor, now: now() })),
    liftException: (listingId, day, actor) => store.write((tx) => liftSlotException(tx, listingId, day, { actor, now: now() })),
    setHolidays: (year, holidays, actor) => store.write((tx) => setPublicHolidays(tx, year, holidays, { actor, now: now() })),
  };
}

const fittedOf = ({ made, changed, withdrawn, kept }: Fitted): Fitted => ({ made, changed, withdrawn, kept });
