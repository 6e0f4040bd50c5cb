import type { Dated } from "./dated.ts";
import { dong, type Dong } from "./money.ts";
import type { PublicWords } from "./moves.ts";

/** How far a parcel goes: within a province, within a region of the country, or between regions. */
export const deliveryZones = ["local", "regional", "national"] as const;
export type DeliveryZone = (typeof deliveryZones)[number];

export const deliveryZoneWords = {
  local: { vi: "Nội tỉnh", en: "Within the province" },
  regional: { vi: "Nội miền", en: "Within the region" },
  national: { vi: "Liên miền", en: "Between regions" },
} as const satisfies PublicWords<DeliveryZone>;

/** How goods reach a buyer. `flat` is one fee for everywhere, of a market that has no table of rates yet. */
export const deliveryServices = ["standard", "chilled", "pickup", "flat"] as const;
export type DeliveryService = (typeof deliveryServices)[number];

export const deliveryServiceWords = {
  standard: { vi: "Giao tiêu chuẩn", en: "Standard delivery" },
  chilled: { vi: "Giao lạnh", en: "Chilled delivery" },
  pickup: { vi: "Nhận tại điểm", en: "Collect from the seller" },
  flat: { vi: "Giao tận nơi", en: "Delivery" },
} as const satisfies PublicWords<DeliveryService>;

export const isDeliveryService = (name: string): name is DeliveryService => deliveryServices.some((each) => each === name);

/** What of a place delivery is priced by: its province, and the part of the country that lies in. */
export type Whereabouts = { provinceCode: string; region: string };

/** The zone of a parcel. Where either end is unknown the nearest is assumed, and nobody may be charged more for it unasked. */
export function zoneBetween(from: Whereabouts | undefined, to: Whereabouts | undefined): DeliveryZone {
  if (from === undefined || to === undefined || from.provinceCode === to.provinceCode) return "local";
  return from.region === to.region ? "regional" : "national";
}

/** What one service costs in one zone; null for `zone` is a fee that is the same everywhere. */
export type DeliveryRate = Dated & {
  service: DeliveryService;
  zone: DeliveryZone | null;
  /** Keeps cold what needs it. */
  isChilled: boolean;
  /** Of the first `firstGrams`. */
  feeDong: Dong;
  firstGrams: number | null;
  stepGrams: number | null;
  stepDong: Dong | null;
  /** From dispatch to the door; null where nothing is promised. */
  promiseMinHours: number | null;
  promiseMaxHours: number | null;
  /** Its courier brings cash back. */
  takesCash: boolean;
  /** Invented figures, and said to be. */
  isSample: boolean;
};

/** What a parcel of that weight costs: the fee of the first grams, and of each further step begun. A fee without steps is for any weight. */
export function deliveryFeeOf({ feeDong, firstGrams, stepGrams, stepDong }: Pick<DeliveryRate, "feeDong" | "firstGrams" | "stepGrams" | "stepDong">, grams: number): Dong {
  if (stepGrams === null || stepDong === null) return feeDong;
  return dong(feeDong + Math.ceil(Math.max(0, grams - (firstGrams ?? 0)) / stepGrams) * stepDong);
}

/** Goods of one listing in a parcel. */
export type ParcelLine = { key: string; quantity: number; /** Of one, packed; null where its seller has not said. */ weightGrams: number | null; needsCold: boolean; shelfLifeHours: number | null };

/** All that one seller sends at once: it goes cold if anything in it must, and keeps as long as what keeps least. */
export type Parcel = { weightGrams: number; needsCold: boolean; shelfLifeHours: number | null };

/** What goods are taken to weigh whose seller has not said: one step of the usual table. */
export const assumedGrams = 500;

export function parcelOf(lines: readonly ParcelLine[]): Parcel {
  const lives = lines.flatMap(({ shelfLifeHours }) => shelfLifeHours ?? []);
  return {
    weightGrams: lines.reduce((grams, line) => grams + (line.weightGrams ?? assumedGrams) * line.quantity, 0),
    needsCold: lines.some(({ needsCold }) => needsCold),
    shelfLifeHours: lives.length === 0 ? null : Math.min(...lives),
  };
}
