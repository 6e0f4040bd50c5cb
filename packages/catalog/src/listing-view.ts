import type { CertificateKind, Day, Dong, ListingKind, Locale, Localized, LunarWindow, PoolUnit, ShopKind } from "@xudong/domain";

/** A picture of a listing: a drawing of the house by its name, or (later) an uploaded photograph. */
export type Picture = { drawing: string; alt: Localized };

/** A commune or ward of today. */
export type PlaceView = { code: string; name: string; nameEn: string | undefined };

/** What a listing is sorted under, with its own address. */
export type CategoryFace = { key: string; slug: { readonly [L in Locale]: string }; name: Localized };

/** A category with how many listings it shows, those of the ones below it included. */
export type CategoryView = CategoryFace & { kind: ListingKind; shown: number; children: readonly CategoryView[] };

/** A paper somebody has verified, that is in date and about this very thing. Samples say so wherever they are shown. */
export type BadgeView = {
  kind: CertificateKind;
  /** What the paper itself calls the product. */
  productName: Localized;
  /** OCOP alone: 3 to 5. */
  stars: number | undefined;
  number: string | undefined;
  issuer: string;
  issuedOn: Day;
  validTo: Day | undefined;
  isSample: boolean;
};

/**
 * Who a seller is, as consumer law has it shown. The number of a household's registration may be its owner's own number,
 * so it is not shown.
 */
export type IdentityView = { legalName: string; addressLine: string; phone: string; registration: { number: string | undefined; issuer: string; issuedOn: Day } | undefined };

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
  /** The commune it sends from, where it has named one. */
  unit: PlaceView | undefined;
  identity: IdentityView | undefined;
  /** Papers about the whole shop. */
  badges: readonly BadgeView[];
};

/** A shop as a list shows it. */
export type ShopCard = Pick<ShopView, "id" | "name" | "kind" | "place" | "isSample" | "unit"> & { slug: { readonly [L in Locale]: string }; shown: number };

/** A shop as its own page shows it. Its listings are a list of their own. */
export type ShopPageView = Omit<ShopView, "slug"> & { slug: { readonly [L in Locale]: string }; shown: number };

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
  category: CategoryFace | undefined;
  /** Where it grows, is made or takes place. */
  unit: PlaceView | undefined;
  /** Must travel chilled. */
  needsCold: boolean;
  /** How long it keeps after it has left the seller; undefined where it does not spoil. */
  shelfLifeHours: number | undefined;
  badges: readonly BadgeView[];
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
  /** Of one, packed; undefined where nobody has said, or nothing is sent. */
  weightGrams: number | undefined;
  /** What one of it takes, for display: 5,000 gram, 4 seats. */
  draws: readonly { unit: PoolUnit; units: number }[];
};

export type SlotView = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  sellsUntil: Date;
  /** Places left: of the ticket type of which most can be had, so that one guide for private groups does not make a walk of twenty look full. */
  unitsLeft: number;
  /** Every ticket type that may be bought for this slot. */
  prices: readonly { variantId: string; title: Localized; priceDong: Dong; unitsLeft: number }[];
};

/** A labelled fact of a listing: origin, storage, duration, language, what to bring. */
export type ListingFact = { label: Localized; value: Localized };

/** A listing as its own page shows it. */
export type ListingView = Omit<ListingCard, "shop"> & {
  shop: ShopView;
  /** The spot itself, where a commune is too wide. */
  plusCode: string | undefined;
  /** All of them; the first is the card's. */
  pictures: readonly Picture[];
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
export type Page<Item> = {
  items: readonly Item[];
  /** Its number; undefined where the page was asked for by what it comes after. */
  page: number | undefined;
  pageSize: number;
  total: number;
  /** What this page comes after, where that is known: not on the first, nor where it was asked for by number. */
  after: string | undefined;
  /** What the next page comes after: asked for so, nothing is skipped or told twice, whatever is published meanwhile. */
  next: string | undefined;
};

/** Which page of a list: by its number, or by the key it comes after or before. */
export type PageQuery = { page?: number | undefined; after?: string | undefined; before?: string | undefined; pageSize: number };
