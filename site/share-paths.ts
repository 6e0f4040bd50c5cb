import type { ListingKind, Locale, PieceKind } from "@xudong/domain";

type BothSlugs = { readonly [L in Locale]: string };

/** What has a card of its own, and the word of its address. */
export const cardKinds = { goods: "san-pham", experience: "trai-nghiem", place: "diem-den", festival: "le-hoi", itinerary: "hanh-trinh", guide: "cam-nang", campaign: "chuyen-de", shop: "gian-hang" } as const satisfies Record<ListingKind | PieceKind | "shop", string>;
export type CardKind = keyof typeof cardKinds;

/** The card of the whole market, for pages that have none of their own. */
export const marketCardPath = (locale: Locale): string => `/the/${locale}/cho.png`;
/** The picture that is shown where somebody passes a page on. */
export const sharePath = (locale: Locale, kind: CardKind, slug: BothSlugs): string => `/the/${locale}/${cardKinds[kind]}/${slug[locale]}.png`;
