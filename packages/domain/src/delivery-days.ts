import { addDays, dayOf, minutes, plus, startOf, weekdayOf, type Day } from "./time.ts";

/** Until when a seller's orders leave the same day, in minutes 0–1439 after midnight, and on which weekdays nothing leaves. Null is the house's usual. */
export type SenderHabits = { cutOffMinute: number | null; restWeekdays: readonly number[] | null };
export const usualHabits = { cutOffMinute: 15 * 60, restWeekdays: [0] } as const;

/** How far ahead a day is looked for on which a parcel can leave: longer than any row of days off. */
const daysAhead = 60;

/** The days on which what is ordered at `at` can leave its seller, the first one first: none on a rest day of theirs or a public holiday. */
export function* dispatchDays(at: Date, { cutOffMinute, restWeekdays }: SenderHabits, holidays: ReadonlySet<Day>): Generator<Day, undefined> {
  const rest: readonly number[] = restWeekdays ?? usualHabits.restWeekdays;
  const first = dayOf(nextCutOff(at, { cutOffMinute }));
  for (let ahead = 0; ahead < daysAhead; ahead++) {
    const day = addDays(first, ahead);
    if (!rest.includes(weekdayOf(day)) && !holidays.has(day)) yield day;
  }
}

/** The instant until which an order still leaves with those of now: the next cut-off. */
export function nextCutOff(at: Date, sender: Pick<SenderHabits, "cutOffMinute">): Date {
  const today = dayOf(at);
  return at < cutOffOn(today, sender) ? cutOffOn(today, sender) : cutOffOn(addDays(today, 1), sender);
}

/** When what leaves on a day has to be ready. */
export const cutOffOn = (day: Day, { cutOffMinute }: Pick<SenderHabits, "cutOffMinute">): Date => plus(startOf(day), minutes(cutOffMinute ?? usualHabits.cutOffMinute));

/** The day `moves` days of carrying after `day`. On public holidays nothing is carried; on Sundays it is. */
export function carriedOn(day: Day, moves: number, holidays: ReadonlySet<Day>): Day {
  let on = day;
  for (let left = moves; left > 0; ) {
    on = addDays(on, 1);
    if (!holidays.has(on)) left -= 1;
  }
  return on;
}

export const daysBetween = (from: Day, to: Day): number => Math.round((startOf(to).getTime() - startOf(from).getTime()) / 86_400_000);

/**
 * The day on which a parcel has to leave to be there when it was promised: the first that its seller had then and that leads to
 * `arrivesTo` in so many days of carrying. Without a promise, or where the habits have changed since, the first day they have.
 */
export function dispatchDayFor({ orderedAt, arrivesTo, mostDays }: { orderedAt: Date; arrivesTo: Day | null; mostDays: number | null }, sender: SenderHabits, holidays: ReadonlySet<Day>): Day | undefined {
  const days = [...dispatchDays(orderedAt, sender, holidays)];
  return days.find((day) => arrivesTo !== null && mostDays !== null && carriedOn(day, mostDays, holidays) === arrivesTo) ?? days[0];
}
