export type { ListingDraft, ShopDraft, SlotDraft } from "./listing-draft.ts";
export type { ListingCard, ListingFact, ListingView, Page, Picture, ShopView, SlotView, VariantView } from "./listing-view.ts";
export { registerShop, approveShop } from "./register-shop.ts";
export { draftListing, submitListing, approveListing } from "./draft-listing.ts";
export { openSlots } from "./open-slots.ts";
export { listListings, listingCards, listSlots, showListing } from "./listing-views.ts";
export { drawsIn, sellableRows, slotPoolRows, variantRows, type SellableRow, type VariantRow } from "./listing-rows.ts";
export { isWorthTelling, lockPool, poolLevels, takeUnits } from "./pool-levels.ts";
export { slugsOf, type Slugs } from "./slugs.ts";
