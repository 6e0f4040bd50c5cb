import { and, asc, eq, gte } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { dayOf, type Day, type Localized, type Occasion, type SlotException } from "@xudong/domain";
import { requireExperience, rulesInForce, type KeptRule } from "./slot-calendar.ts";

/** The recurring times of an experience as its seller sees them, its days to come that do not follow them, and how far slots are made. */
export type SlotRulesView = { rules: readonly KeptRule[]; exceptions: readonly (SlotException & { note: Localized | null })[]; madeUntil: Day | undefined };

/** Shown to those who may change them. @throws DomainError `listing.not_found`, `actor.not_allowed`, `slot.not_for_goods` */
export async function showSlotRules(db: Db, listingId: string, { actor, now }: Occasion): Promise<SlotRulesView> {
  await requireExperience(db, listingId, actor);
  const { slotExceptions, slotCalendars } = db.t;
  const exceptions = await db
    .select({ day: slotExceptions.day, times: slotExceptions.times, note: slotExceptions.note })
    .from(slotExceptions)
    .where(and(eq(slotExceptions.listingId, listingId), gte(slotExceptions.day, dayOf(now))))
    .orderBy(asc(slotExceptions.day));
  const [calendar] = await db.select({ madeUntil: slotCalendars.madeUntil }).from(slotCalendars).where(eq(slotCalendars.listingId, listingId));
  return { rules: await rulesInForce(db, listingId), exceptions, madeUntil: calendar?.madeUntil };
}
