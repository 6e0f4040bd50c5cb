import { dispatchParcel } from "@xudong/checkout";
import type { Tx } from "@xudong/database";
import type { Dispatch, Occasion } from "@xudong/domain";
import { mailBuyer } from "./mail/queue-mail.ts";

/** Writes down that a parcel has left its seller, and tells whoever waits for it. @throws what `dispatchParcel` throws */
export async function shipParcel(tx: Tx, fulfilmentId: string, occasion: Occasion, sent?: Dispatch): Promise<void> {
  const { orderId } = await dispatchParcel(tx, fulfilmentId, occasion, sent);
  await mailBuyer(tx, orderId, [{ kind: "parcel_shipped", subject: fulfilmentId }], occasion.now);
}
