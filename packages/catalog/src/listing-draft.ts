import type { Dong, ListingKind, Localized, LunarWindow, PoolUnit, ShopKind, TaxActivity, VatClass } from "@xudong/domain";
import type { ShopIdentity } from "@xudong/database";
import type { ListingFact, Picture } from "./listing-view.ts";

/** What a shop says of itself when it asks to sell. */
export type ShopDraft = {
  name: Localized;
  kind: ShopKind;
  /** Commune and province, as shown. */
  place: Localized;
  about: Localized;
  isSample: boolean;
  /** The commune or ward it sends from. */
  unitCode?: string;
  identity?: ShopIdentity;
  /** Until when an order of the day leaves that day, in minutes after midnight. */
  cutOffMinute?: number;
  /** Weekdays on which nothing leaves, 0 is Sunday. */
  restWeekdays?: readonly number[];
};

/** What a listing says: its words, its photographs and what it claims. A revision says all of it anew. */
export type ListingText = {
  title: Localized;
  summary: Localized;
  body: readonly Localized[];
  facts: readonly ListingFact[];
  pictures: readonly Picture[];
  /** Solar months 1–12; all twelve means all year. */
  seasonMonths: readonly number[];
  /** Lunar windows in which it can be had, besides the solar months. */
  seasonLunar?: readonly LunarWindow[];
  /** The key of its category. */
  category?: string;
  /** Where it grows, is made or takes place. */
  unitCode?: string;
  plusCode?: string;
  needsCold?: boolean;
  shelfLifeHours?: number;
  provenance: Localized;
  isSample: boolean;
  vatClass: VatClass;
  taxActivity: TaxActivity;
};

/** What a seller writes about a new listing. */
export type ListingDraft = ListingText & {
  kind: ListingKind;
  /** Goods: the stocks it is sold from, by a key the variants name. Experience: none, its pools come with each slot. */
  stocks: readonly { key: string; unit: PoolUnit; capacity: number }[];
  /**
   * What can be bought. A draw names a stock's key (goods) or a slot role such as "seat" (experience):
   * a 5 kg box draws 5,000 of the stock in grams, a family ticket draws four seats.
   */
  variants: readonly VariantDraft[];
};

/**
 * What a seller wants to change in a listing that is there. Ways of buying that are named by their id get another title or
 * weight, others are new; those that are not named stay as they are. A new one draws on the id of a pool the listing sells from
 * already, on a stock of the revision's own, or on a slot role.
 */
export type RevisionDraft = ListingText & {
  variants?: readonly (VariantDraft | RenamedVariant)[];
  stocks?: ListingDraft["stocks"];
};

export type RenamedVariant = { id: string } & Pick<VariantDraft, "title" | "weightGrams" | "forWhom">;

export type VariantDraft = {
  title: Localized;
  priceDong: Dong;
  draws: readonly { from: string; units: number }[];
  /** Of one, packed; for goods. */
  weightGrams?: number;
  /** Whom a ticket type is for, as the gate checks it. */
  forWhom?: { ageMin?: number; ageMax?: number; proof?: Localized };
};

/** A time at which an experience can be visited, with the capacity of each role. */
export type SlotDraft = { startsAt: Date; endsAt: Date; sellsUntil: Date; capacities: Readonly<Record<string, { unit: PoolUnit; capacity: number }>> };
