import type { Tx } from "@xudong/database";
import { startOf, type Occasion } from "@xudong/domain";
import { setRate } from "@xudong/settlement";
import { addDeliveryRates } from "./delivery.ts";

const validFrom = startOf("2025-07-01");

/** Sets commission and delivery rates where there are none yet. */
export async function addRates(tx: Tx, occasion: Occasion): Promise<void> {
  const [commission] = await tx.select({ id: tx.t.rates.id }).from(tx.t.rates).limit(1);
  if (commission === undefined) await setRate(tx, { name: "commission", basisPoints: 0, validFrom, legalBasis: "Mức mẫu của bản thử: không thu hoa hồng / sample: no commission" }, occasion);
  await addDeliveryRates(tx, occasion);
}
