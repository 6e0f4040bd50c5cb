import type { SlotDraft } from "@xudong/catalog";
import { addDays, hours, instantAt, minutes, monthOf, plus, weekdayOf, type Day } from "@xudong/domain";
import { listings, type ListingKey } from "./listings.ts";

/** Times of day by weekday, 0 = Sunday; a weekday without times is a day of rest. */
type Week = { lastsMs: number; cutOffMs: number; seats: number; times: Readonly<Partial<Record<number, readonly string[]>>> };

// From 16:30 to 17:45, because the birds change over between 17:00 and 18:00.
const onTheLake = ["07:00", "16:30"] as const;
const atTheBench = ["08:00", "10:00", "14:00"] as const;

const weeks: Readonly<Partial<Record<ListingKey, Week>>> = {
  "ve-gom-chu-dau": {
    lastsMs: minutes(90),
    cutOffMs: hours(2),
    seats: 16,
    times: { 0: atTheBench, 3: ["09:00"], 6: atTheBench },
  },
  "goi-banh-gai": {
    lastsMs: minutes(75),
    cutOffMs: hours(2),
    seats: 12,
    times: { 0: ["09:00", "14:30"], 5: ["09:00"], 6: ["09:00", "14:30"] },
  },
  "thuyen-dao-co": {
    lastsMs: minutes(75),
    cutOffMs: hours(1),
    seats: 12,
    times: { 0: onTheLake, 1: onTheLake, 2: onTheLake, 3: onTheLake, 4: onTheLake, 5: onTheLake, 6: onTheLake },
  },
};

/**
 * The sample times of an experience on `days` days from `firstDay`, first to last, none outside its season;
 * goods have none. A day's times do not depend on where the count began, so weeks may overlap.
 */
export function slotsFor(listingKey: ListingKey, firstDay: Day, days: number): SlotDraft[] {
  const week = weeks[listingKey];
  const season = listings.find((listing) => listing.key === listingKey)?.draft.seasonMonths;
  if (week === undefined || season === undefined) return [];

  return Array.from({ length: days }, (_, ahead) => addDays(firstDay, ahead))
    .filter((day) => season.includes(monthOf(day)))
    .flatMap((day) => (week.times[weekdayOf(day)] ?? []).map((time) => slotAt(instantAt(day, time), week)));
}

function slotAt(startsAt: Date, week: Week): SlotDraft {
  return {
    startsAt,
    endsAt: plus(startsAt, week.lastsMs),
    sellsUntil: plus(startsAt, -week.cutOffMs),
    capacities: { seat: { unit: "seat", capacity: week.seats } },
  };
}
