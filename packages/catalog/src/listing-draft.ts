import type { Dong, ListingKind, Localized, PoolUnit, ShopKind, TaxActivity, VatClass } from "@xudong/domain";
import type { ListingFact, Picture } from "./listing-view.ts";

/** What a shop says of itself when it asks to sell. */
export type ShopDraft = {
  name: Localized;
  kind: ShopKind;
  /** Commune and province, as shown. */
  place: Localized;
  about: Localized;
  isSample: boolean;
};

/** What a seller writes about a listing; the same shape starts it and revises it. */
export type ListingDraft = {
  kind: ListingKind;
  title: Localized;
  summary: Localized;
  body: readonly Localized[];
  facts: readonly ListingFact[];
  pictures: readonly Picture[];
  /** Solar months 1–12; all twelve means all year. */
  seasonMonths: readonly number[];
  provenance: Localized;
  isSample: boolean;
  vatClass: VatClass;
  taxActivity: TaxActivity;
  /** Goods: the stocks it is sold from, by a key the variants name. Experience: none, its pools come with each slot. */
  stocks: readonly { key: string; unit: PoolUnit; capacity: number }[];
  /**
   * What can be bought. A draw names a stock's key (goods) or a slot role such as "seat" (experience):
   * a 5 kg box draws 5,000 of the stock in grams, a family ticket draws four seats.
   */
  variants: readonly { title: Localized; priceDong: Dong; draws: readonly { from: string; units: number }[] }[];
};

/** A time at which an experience can be visited, with the capacity of each role. */
export type SlotDraft = { startsAt: Date; endsAt: Date; sellsUntil: Date; capacities: Readonly<Record<string, { unit: PoolUnit; capacity: number }>> };
