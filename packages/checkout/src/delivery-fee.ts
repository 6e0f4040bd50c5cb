import { and, gt, isNull, lte, or } from "drizzle-orm";
import { keep, writeAudit, type Db, type Tx } from "@xudong/database";
import { dong, newId, requireInForce, type Dong, type Occasion } from "@xudong/domain";

/** The flat fee of one seller's parcel now, in đồng. @throws DomainError `rate.missing` where none has been set. */
export async function deliveryFee(db: Db, now: Date): Promise<Dong> {
  return requireInForce(await deliveryRatesAt(db, now), now, "delivery.flat").feeDong;
}

const deliveryRatesAt = keep((db: Db, now: Date) => {
  const { deliveryRates } = db.t;
  return db
    .select()
    .from(deliveryRates)
    .where(and(lte(deliveryRates.validFrom, now), or(isNull(deliveryRates.validTo), gt(deliveryRates.validTo, now))));
});

/** Sets what a parcel costs from an instant on; orders placed before keep their own fee (O2). */
export async function setDeliveryFee(tx: Tx, fee: { feeDong: Dong; validFrom: Date; source: string }, { actor, now }: Occasion): Promise<void> {
  const id = newId(now);
  await tx.insert(tx.t.deliveryRates).values({ id, service: "flat", feeDong: dong(fee.feeDong), validFrom: fee.validFrom, validTo: null, source: fee.source });
  await writeAudit(tx, { actor: actor.id, verb: "delivery_rate.set", objectKind: "delivery_rate", objectId: id, at: now, detail: { feeDong: fee.feeDong } });
}
