import { isNotNull } from "drizzle-orm";
import { setDeliveryRate, type DeliveryRateDraft } from "@xudong/checkout";
import type { Tx } from "@xudong/database";
import { startOf, type Occasion } from "@xudong/domain";
import { setRate } from "@xudong/settlement";

const validFrom = startOf("2025-07-01");
const sample = { isSample: true, validFrom, source: "mức mẫu / sample" } as const;
const byRoad = { service: "standard", firstGrams: 1_000, stepGrams: 500, takesCash: true, ...sample } as const;
const inIce = { service: "chilled", isChilled: true, firstGrams: 2_000, stepGrams: 1_000, takesCash: false, ...sample } as const;

/** What sending costs in the demo: invented figures, and said to be. What must stay cold goes no farther than the region. */
const deliveryRates: readonly DeliveryRateDraft[] = [
  { ...byRoad, zone: "local", feeDong: 22_000, stepDong: 2_500, promise: { minHours: 12, maxHours: 24 } },
  { ...byRoad, zone: "regional", feeDong: 30_000, stepDong: 4_000, promise: { minHours: 24, maxHours: 48 } },
  { ...byRoad, zone: "national", feeDong: 38_000, stepDong: 6_000, promise: { minHours: 48, maxHours: 96 } },
  { ...inIce, zone: "local", feeDong: 45_000, stepDong: 6_000, promise: { minHours: 4, maxHours: 12 } },
  { ...inIce, zone: "regional", feeDong: 70_000, stepDong: 9_000, promise: { minHours: 12, maxHours: 24 } },
  { service: "pickup", zone: "local", feeDong: 0, firstGrams: 0, stepGrams: 1_000, stepDong: 0, takesCash: true, ...sample },
];

/** Sets commission and delivery rates where there are none yet. */
export async function addRates(tx: Tx, occasion: Occasion): Promise<void> {
  const [commission] = await tx.select({ id: tx.t.rates.id }).from(tx.t.rates).limit(1);
  if (commission === undefined) await setRate(tx, { name: "commission", basisPoints: 0, validFrom, legalBasis: "Mức mẫu của bản thử: không thu hoa hồng / sample: no commission" }, occasion);
  const [byZone] = await tx.select({ id: tx.t.deliveryRates.id }).from(tx.t.deliveryRates).where(isNotNull(tx.t.deliveryRates.zone)).limit(1);
  if (byZone === undefined) for (const rate of deliveryRates) await setDeliveryRate(tx, rate, occasion);
}
