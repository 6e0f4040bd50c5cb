import { cleanLine } from "./text.ts";
import { isDay, type Day } from "./time.ts";
import type { Localized } from "./localized.ts";

/**
 * How far a public holiday is settled: `law` names the day itself, `announced` has a notice that does, and `expected` is what
 * law and calendar suggest while no notice has been found.
 */
export const holidayCertainties = ["law", "announced", "expected"] as const;
export type HolidayCertainty = (typeof holidayCertainties)[number];

/** A day on which people are off work, and on what that rests. */
export type Holiday = { day: Day; name: Localized; certainty: HolidayCertainty; legalBasis: string; sourceUrl?: string | null };

/** What is wrong with the holidays of a year: which field, and why. */
export function holidayFaults(year: number, holidays: readonly Holiday[]): { field: string; reason: string }[] {
  const known = new Set<Day>();
  return holidays.flatMap(({ day, name, certainty, legalBasis }, at) => {
    const faults: { field: string; reason: string }[] = [];
    const fault = (part: string, reason: string) => faults.push({ field: `holidays.${at}.${part}`, reason });
    if (!isDay(day) || Number(day.slice(0, 4)) !== year) fault("day", "no_such_day");
    else if (known.has(day)) fault("day", "repeated");
    known.add(day);
    if (cleanLine(name.vi) === "") fault("name", "missing");
    if (!holidayCertainties.includes(certainty)) fault("certainty", "not_one_of");
    if (cleanLine(legalBasis) === "") fault("legalBasis", "missing");
    return faults;
  });
}
