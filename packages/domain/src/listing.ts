import { isInSeason, type Season } from "./season.ts";
import { dayOf } from "./time.ts";
import type { ErrorCode } from "./error.ts";
import type { Moves, PublicWords } from "./moves.ts";
import type { ShopState } from "./shop.ts";

/** Goods are sent in a parcel; an experience is visited at a time. */
export const listingKinds = ["goods", "experience"] as const;
export type ListingKind = (typeof listingKinds)[number];

export const listingStates = ["draft", "submitted", "published", "paused", "archived", "rejected"] as const;
export type ListingState = (typeof listingStates)[number];

/** A published listing changes its words by a revision, not by a move; it may be paused and resumed. */
export const listingMoves = {
  draft: ["submitted", "archived"],
  submitted: ["published", "rejected"],
  rejected: ["submitted", "archived"],
  published: ["paused", "archived"],
  paused: ["published", "archived"],
  archived: [],
} as const satisfies Moves<ListingState>;

export const listingWords = {
  draft: { vi: "Đang soạn", en: "Draft" },
  submitted: { vi: "Chờ duyệt", en: "Waiting for review" },
  published: { vi: "Đang bán", en: "On sale" },
  paused: { vi: "Tạm dừng bán", en: "Paused" },
  archived: { vi: "Đã cất", en: "Archived" },
  rejected: { vi: "Cần sửa", en: "Needs changes" },
} as const satisfies PublicWords<ListingState>;

/** A revision carries the words of a listing; the one before it lives until this one is approved. */
export const revisionStates = ["draft", "submitted", "approved", "rejected", "replaced"] as const;
export type RevisionState = (typeof revisionStates)[number];

export const revisionMoves = {
  draft: ["submitted"],
  submitted: ["approved", "rejected"],
  rejected: ["submitted"],
  approved: ["replaced"],
  replaced: [],
} as const satisfies Moves<RevisionState>;

/** VAT classes a price may belong to; the rate of each is a dated row, the class is frozen per order line. */
export const vatClasses = ["standard", "reduced", "exempt", "not_subject"] as const;
export type VatClass = (typeof vatClasses)[number];

/** Kinds of activity that tax law withholds at different rates. */
export const taxActivities = ["goods", "services", "transport", "other"] as const;
export type TaxActivity = (typeof taxActivities)[number];

/** Why a listing cannot be bought at an instant, or undefined where it can (O3). Slots and stock are asked separately. */
export function whyNotOnSale(
  listing: { state: ListingState; kind: ListingKind; shopState: ShopState; season: Season },
  now: Date,
): ErrorCode | undefined {
  if (listing.state !== "published" || listing.shopState !== "approved") return "listing.not_on_sale";
  // An experience has its season in its slots: a seat for June may be booked in November.
  if (listing.kind === "goods" && !isInSeason(listing.season, dayOf(now))) return "listing.out_of_season";
  return undefined;
}
