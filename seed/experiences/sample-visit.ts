import type { ListingDraft, VariantDraft } from "@xudong/catalog";
import type { Dong, Localized } from "@xudong/domain";

/** What every sample experience has in common: it is a service, a sample, and its places come with each departure. */
export function visit(words: Omit<ListingDraft, "kind" | "isSample" | "vatClass" | "taxActivity" | "stocks">): ListingDraft {
  return { kind: "experience", ...words, isSample: true, vatClass: "reduced", taxActivity: "services", stocks: [] };
}

/** A place for anybody old enough to go alone. */
export const adult = (priceDong: Dong): VariantDraft => ({
  title: { vi: "Người lớn", en: "Adult" },
  priceDong,
  draws: [{ from: "seat", units: 1 }],
  forWhom: { ageMin: 13 },
});

/** A place for a child beside an adult. */
export const child = (priceDong: Dong, ageMin = 6): VariantDraft => ({
  title: { vi: `Trẻ em ${ageMin}–12 tuổi, đi cùng người lớn`, en: `Child aged ${ageMin}–12, with an adult` },
  priceDong,
  draws: [{ from: "seat", units: 1 }],
  forWhom: { ageMin, ageMax: 12 },
});

/** Four places at one price. */
export const family = (priceDong: Dong): VariantDraft => ({
  title: { vi: "Vé gia đình, 4 người", en: "Family ticket for 4" },
  priceDong,
  draws: [{ from: "seat", units: 4 }],
});

/** Places taken together, so that nobody else comes along in them. */
export const together = (title: Localized, priceDong: Dong, seats: number): VariantDraft => ({ title, priceDong, draws: [{ from: "seat", units: seats }] });

/** A group's places and one of the few people who can guide it. */
export const withGuide = (title: Localized, priceDong: Dong, seats: number): VariantDraft => ({
  title,
  priceDong,
  draws: [{ from: "seat", units: seats }, { from: "guide", units: 1 }],
});

/** A place kept for somebody, without a price. */
export const reservation = (title: Localized): VariantDraft => ({ title, priceDong: 0, draws: [{ from: "seat", units: 1 }] });
