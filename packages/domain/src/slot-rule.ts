import type { LunarDate } from "./lunar.ts";

/** At what hours a rule lets an experience begin: said one by one, or every so often between two hours, the last included. */
export type Departures = { at: readonly string[] } | { from: string; to: string; everyMinutes: number };

/** On which days a rule holds: weekdays (0 is Sunday), and where given only on these lunar days; what it does on public holidays. */
export type SlotRuleTimes = {
  departures: Departures;
  weekdays: readonly number[];
  /** Days of the lunar month, 1–30, or days of the lunar year where the month is given, too. */
  lunarDays?: readonly (Pick<LunarDate, "day"> & { month?: number })[];
  onHolidays: "as_usual" | "closed" | "only";
};
