import type { PieceDraft } from "@xudong/content";
import { slugOf, type Localized, type PieceDetail, type PieceTarget } from "@xudong/domain";
import { listings } from "../listings.ts";

/** A ward, as an address says it today. */
export const inWard = (name: string, spot?: Localized): Localized => ({
  vi: `${spot === undefined ? "Phường" : `${spot.vi}, phường`} ${name}, thành phố Hải Phòng (Hải Dương cũ)`,
  en: `${spot === undefined ? "" : `${spot.en}, `}${name} ward, Hải Phòng city (formerly Hải Dương)`,
});

/** A commune, as an address says it today. */
export const inCommune = (name: string, spot?: Localized): Localized => ({
  vi: `${spot === undefined ? "Xã" : `${spot.vi}, xã`} ${name}, thành phố Hải Phòng (Hải Dương cũ)`,
  en: `${spot === undefined ? "" : `${spot.en}, `}${name} commune, Hải Phòng city (formerly Hải Dương)`,
});

export const villageOf = (name: string): Localized => ({ vi: `Làng ${name}`, en: `${name} village` });

type Rank = Extract<PieceDetail, { kind: "place" }>["ranks"][number];
const rank = (vi: string, en: string, year?: number, note?: Localized): Rank => ({ level: { vi, en }, ...(year !== undefined && { year }), ...(note !== undefined && { note }) });

export const nationalRelic = (year?: number, note?: Localized) => rank("Di tích quốc gia", "National relic", year, note);
export const specialRelic = (year?: number, note?: Localized) => rank("Di tích quốc gia đặc biệt", "Special national relic", year, note);
export const nationalTreasure = (note: Localized, year?: number) => rank("Bảo vật quốc gia", "National treasure", year, note);
export const provincialSite = (year?: number) => rank("Điểm du lịch cấp tỉnh", "Provincial tourist site", year);
export const livingHeritage = (year?: number) => rank("Di sản văn hoá phi vật thể quốc gia (lễ hội)", "National intangible heritage (the festival)", year);
export const worldHeritage: Rank = rank("Di sản thế giới UNESCO", "UNESCO world heritage", 2025);

/** One picture of a piece. */
export const drawn = (drawing: string, vi: string, en: string): PieceDraft["pictures"] => [{ drawing, alt: { vi, en } }];

/** A sample thing to buy or book, by the key that the samples know it by. */
export function sample(key: string): PieceTarget {
  const found = listings.find((listing) => listing.key === key);
  if (found === undefined) throw new Error(`no sample listing ${key} to link to`);
  return { kind: found.draft.kind, key: slugOf(found.draft.title.vi) };
}

/** Links to sample things to buy or book. */
export const samples = (...keys: readonly string[]): PieceTarget[] => keys.map(sample);

/** Links to places. */
export const placesNamed = (...keys: readonly string[]): PieceTarget[] => keys.map((key) => ({ kind: "place", key }));
