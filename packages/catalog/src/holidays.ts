import { and, asc, gte, lte } from "drizzle-orm";
import { speak, writeAudit, type Db, type Tx } from "@xudong/database";
import { dayOf, demand, DomainError, holidayFaults, type Day, type Holiday, type Occasion } from "@xudong/domain";
import { lowerCalendars } from "./slots/make-slots.ts";

/**
 * Sets the public holidays of a year, in place of those that were known: the government's notice may move what law and
 * calendar suggested. Whoever publishes for the market may do so. Slots are fitted to it by the job, from the first day that
 * differs.
 *
 * @throws DomainError `actor.not_allowed`, `holiday.invalid` naming every field at fault
 */
export async function setPublicHolidays(tx: Tx, year: number, holidays: readonly Holiday[], { actor, now }: Occasion): Promise<void> {
  demand(actor, "piece.publish", "*");
  const issues = holidayFaults(year, holidays);
  const [first] = issues;
  if (first !== undefined) throw new DomainError("holiday.invalid", { field: first.field, issues });

  const { publicHolidays: t } = tx.t;
  const inYear = and(gte(t.day, `${year}-01-01`), lte(t.day, `${year}-12-31`));
  const before = (await tx.delete(t).where(inYear).returning({ day: t.day })).map(({ day }) => day);
  const after = holidays.map(({ day }) => day);
  if (holidays.length > 0) await tx.insert(t).values(holidays.map((holiday) => ({ ...holiday, sourceUrl: holiday.sourceUrl ?? null })));
  const moved = [...before.filter((day) => !after.includes(day)), ...after.filter((day) => !before.includes(day))];
  const [firstMoved] = moved.filter((day) => day >= dayOf(now)).sort();
  if (firstMoved !== undefined) await lowerCalendars(tx, firstMoved);
  await speak(tx, { topic: "holidays.changed", subject: String(year) });
  await writeAudit(tx, { actor: actor.id, verb: "holidays.set", objectKind: "year", objectId: String(year), at: now, detail: { days: after } });
}

/** The public holidays on the days from…to inclusive, first to last. */
export async function holidaysBetween(db: Db, from: Day, to: Day): Promise<Holiday[]> {
  const { publicHolidays: t } = db.t;
  return db.select().from(t).where(and(gte(t.day, from), lte(t.day, to))).orderBy(asc(t.day));
}
