import { setDeliveryRate, type DeliveryRateDraft } from "@xudong/checkout";
import type { Tx } from "@xudong/database";
import { startOf, type DeliveryZone, type Occasion } from "@xudong/domain";

/** Said of every rate below wherever it is shown: no carrier asks these fees. */
export const ratesSource = "Bảng cước tham khảo, số liệu mẫu do chợ đặt ra; không phải giá của đơn vị vận chuyển nào / invented sample rates, no carrier's tariff";

type Row = { feeDong: number; stepDong: number; promise?: { minHours: number; maxHours: number } };

const standard: Record<DeliveryZone, Row> = {
  local: { feeDong: 20_000, stepDong: 3_000, promise: { minHours: 24, maxHours: 48 } },
  regional: { feeDong: 28_000, stepDong: 5_000, promise: { minHours: 48, maxHours: 72 } },
  national: { feeDong: 34_000, stepDong: 8_000, promise: { minHours: 72, maxHours: 120 } },
};

/** Between regions by air. */
const chilled: Record<DeliveryZone, Row> = {
  local: { feeDong: 35_000, stepDong: 5_000, promise: { minHours: 0, maxHours: 24 } },
  regional: { feeDong: 55_000, stepDong: 9_000, promise: { minHours: 12, maxHours: 24 } },
  national: { feeDong: 95_000, stepDong: 20_000, promise: { minHours: 24, maxHours: 48 } },
};

const zones = ["local", "regional", "national"] as const;

/** Fees of the first kilogram and of each half one begun after it, VAT included. Whoever collects goods pays nothing for it. */
export const deliveryRates: readonly DeliveryRateDraft[] = [
  ...zones.map((zone) => ({ service: "standard" as const, zone, ...standard[zone], takesCash: true })),
  ...zones.map((zone) => ({ service: "chilled" as const, zone, ...chilled[zone], isChilled: true, takesCash: false })),
  { service: "pickup" as const, zone: "local" as const, feeDong: 0, stepDong: 0, takesCash: true },
].map((rate) => ({ ...rate, firstGrams: 1_000, stepGrams: 500, isSample: true, source: ratesSource, validFrom: startOf("2025-07-01") }));

/** Sets the sample rates of services and zones that have none yet, so that what an operator has set is left alone. */
export async function addDeliveryRates(tx: Tx, occasion: Occasion): Promise<number> {
  const { deliveryRates: rows } = tx.t;
  const known = new Set((await tx.select({ service: rows.service, zone: rows.zone }).from(rows)).map(({ service, zone }) => `${service} ${zone ?? ""}`));
  const missing = deliveryRates.filter(({ service, zone }) => !known.has(`${service} ${zone}`));
  for (const rate of missing) await setDeliveryRate(tx, rate, occasion);
  return missing.length;
}
