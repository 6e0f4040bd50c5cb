import type { Day, Dong, ListingKind, Locale, Localized, LunarWindow, PoolUnit, ShopKind } from "@xudong/domain";

/** A picture of a listing: a drawing of the house by its name, or (later) an uploaded photograph. */
export type Picture = { drawing: string; alt: Localized };

export type ShopView = {
  id: string;
  slug: string;
  name: Localized;
  kind: ShopKind;
  /** Commune and province, as a person would say where the shop is. */
  place: Localized;
  about: Localized;
  /** True for invented sample shops, which must say so wherever they appear. */
  isSample: boolean;
};

/** A listing as a list shows it. */
export type ListingCard = {
  id: string;
  kind: ListingKind;
  slug: { readonly [L in Locale]: string };
  title: Localized;
  summary: Localized;
  picture: Picture;
  shop: Pick<ShopView, "id" | "slug" | "name" | "place" | "isSample">;
  /** The lowest price in force now, in đồng. */
  priceFromDong: Dong;
  /** True where prices, words or the seller are samples and pages must say so. */
  isSample: boolean;
  seasonMonths: readonly number[];
  /** Lunar windows of the season, besides its months. */
  seasonLunar?: readonly LunarWindow[];
  /** Goods outside their season are shown, never sold (O3). */
  isInSeason: boolean;
  /** The next slot that still sells, for an experience; undefined for goods and where there is none. */
  nextSlot: { id: string; startsAt: Date; unitsLeft: number } | undefined;
};

export type VariantView = {
  id: string;
  title: Localized;
  priceDong: Dong;
  /** How many of this variant could be bought now; for an experience see the slot. */
  unitsLeft: number;
  /** What one of it takes, for display: 5,000 gram, 4 seats. */
  draws: readonly { unit: PoolUnit; units: number }[];
};

export type SlotView = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  sellsUntil: Date;
  /** Places left of the scarcest pool. */
  unitsLeft: number;
  /** Every ticket type that may be bought for this slot. */
  prices: readonly { variantId: string; title: Localized; priceDong: Dong; unitsLeft: number }[];
};

/** A labelled fact of a listing: origin, storage, duration, language, what to bring. */
export type ListingFact = { label: Localized; value: Localized };

/** A listing as its own page shows it. */
export type ListingView = Omit<ListingCard, "shop"> & {
  shop: ShopView;
  /** Paragraphs. */
  body: readonly Localized[];
  facts: readonly ListingFact[];
  variants: readonly VariantView[];
  /** Where the facts come from, for the reader who wants to know. */
  provenance: Localized;
  /** Whether it can be bought at this moment, and if not why: a permanent code. */
  notOnSale: "listing.not_on_sale" | "listing.out_of_season" | undefined;
  /** For an experience: the days with slots in the coming weeks, first to last. */
  slotDays: readonly Day[];
};

/** A page of a list. */
export type Page<Item> = { items: readonly Item[]; page: number; pageSize: number; total: number };
