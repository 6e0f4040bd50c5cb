import type { SlotDraft } from "@xudong/catalog";
import { addDays, seasonOf, slotsOfRules, type Day } from "@xudong/domain";
import { listings, type ListingKey } from "./listings.ts";
import { sampleRules } from "./rules.ts";

/**
 * The sample times of an experience on `days` days from `firstDay`, first to last, none outside its season;
 * goods have none. A day's times do not depend on where the count began, so weeks may overlap.
 */
export function slotsFor(listingKey: ListingKey, firstDay: Day, days: number): SlotDraft[] {
  const rules = sampleRules[listingKey];
  const sample = listings.find((listing) => listing.key === listingKey);
  if (rules === undefined || sample === undefined) return [];
  return slotsOfRules(rules, { exceptions: [], holidays: new Set(), season: seasonOf(sample.draft) }, firstDay, addDays(firstDay, days - 1)).map(({ rule: _, ...slot }) => slot);
}
