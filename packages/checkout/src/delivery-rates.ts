import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { keep, speak, writeAudit, type Db, type Tx } from "@xudong/database";
import { demand, dong, DomainError, isDeliveryService, deliveryZones, newId, type DeliveryRate, type DeliveryService, type DeliveryZone, type Dong, type Occasion } from "@xudong/domain";

/** What a service costs in a zone from an instant on. */
export type DeliveryRateDraft = {
  service: DeliveryService;
  zone: DeliveryZone;
  isChilled?: boolean;
  /** Of the first `firstGrams`, VAT included. */
  feeDong: Dong;
  firstGrams: number;
  /** Of each further `stepGrams` begun. */
  stepDong: Dong;
  stepGrams: number;
  /** From dispatch to the door, in hours; absent where nothing is promised. */
  promise?: { minHours: number; maxHours: number };
  takesCash: boolean;
  isSample?: boolean;
  /** The contract or tariff it comes from. */
  source: string;
  validFrom: Date;
};

/** Where one service in one zone costs more than any parcel, a nought too many was typed. */
const mostDong = 100_000_000;
/** A promise longer than any parcel takes. */
const mostHours = 60 * 24;

/**
 * Sets what a service costs in a zone from an instant on. Orders placed before keep their own fee (O2). Once there is any
 * rate by zone in force, the one fee for everywhere is no longer used.
 *
 * @throws DomainError `actor.not_allowed`, `delivery.rate_invalid` naming every field at fault
 */
export async function setDeliveryRate(tx: Tx, rate: DeliveryRateDraft, { actor, now }: Occasion): Promise<{ id: string }> {
  demand(actor, "setting.edit", "*");
  refuseFaults(rate);
  const { service, zone, feeDong, firstGrams, stepDong, stepGrams, promise, takesCash, source, validFrom } = rate;
  const id = newId(now);
  await tx.insert(tx.t.deliveryRates).values({
    id, service, zone, feeDong, firstGrams, stepDong, stepGrams, takesCash, source, validFrom,
    isChilled: rate.isChilled ?? false, isSample: rate.isSample ?? false, promiseMinHours: promise?.minHours ?? null, promiseMaxHours: promise?.maxHours ?? null, validTo: null,
  });
  await tell(tx);
  await writeAudit(tx, { actor: actor.id, verb: "delivery_rate.set", objectKind: "delivery_rate", objectId: id, at: now, detail: { service, zone, feeDong } });
  return { id };
}

function refuseFaults({ service, zone, feeDong, firstGrams, stepDong, stepGrams, promise, source, validFrom }: DeliveryRateDraft): void {
  const issues: { field: string; reason: string; min?: number; max?: number }[] = [];
  const whole = (field: string, value: number, min: number, max: number) => {
    if (!Number.isSafeInteger(value)) issues.push({ field, reason: "wrong_type" });
    else if (value < min) issues.push({ field, reason: "too_small", min });
    else if (value > max) issues.push({ field, reason: "too_large", max });
  };
  if (!isDeliveryService(service) || service === "flat") issues.push({ field: "service", reason: "not_one_of" });
  if (!deliveryZones.includes(zone)) issues.push({ field: "zone", reason: "not_one_of" });
  whole("feeDong", feeDong, 0, mostDong);
  whole("stepDong", stepDong, 0, mostDong);
  whole("firstGrams", firstGrams, 0, 1_000_000);
  whole("stepGrams", stepGrams, 1, 1_000_000);
  if (promise !== undefined) {
    whole("promise.minHours", promise.minHours, 0, mostHours);
    whole("promise.maxHours", promise.maxHours, promise.minHours, mostHours);
  }
  if (source.trim() === "") issues.push({ field: "source", reason: "missing" });
  if (Number.isNaN(validFrom.getTime())) issues.push({ field: "validFrom", reason: "bad_format" });
  if (issues.length > 0) throw new DomainError("delivery.rate_invalid", { issues });
}

/** Takes a service out of a zone from an instant on. Orders placed before are not touched. @throws DomainError `actor.not_allowed` */
export async function endDeliveryService(tx: Tx, { service, zone, from }: { service: DeliveryService; zone: DeliveryZone; from: Date }, { actor, now }: Occasion): Promise<void> {
  demand(actor, "setting.edit", "*");
  const { deliveryRates } = tx.t;
  await tx
    .update(deliveryRates)
    .set({ validTo: from })
    .where(and(eq(deliveryRates.service, service), eq(deliveryRates.zone, zone), lte(deliveryRates.validFrom, from), or(isNull(deliveryRates.validTo), gt(deliveryRates.validTo, from))));
  await tell(tx);
  await writeAudit(tx, { actor: actor.id, verb: "delivery_service.end", objectKind: "delivery_rate", objectId: `${service} ${zone}`, at: now, detail: { service, zone, from: from.toISOString() } });
}

/** Sets one fee for a parcel of any weight to anywhere, from an instant on: for a market that has no rates by zone. @throws DomainError `actor.not_allowed` */
export async function setDeliveryFee(tx: Tx, fee: { feeDong: Dong; validFrom: Date; source: string }, { actor, now }: Occasion): Promise<void> {
  demand(actor, "setting.edit", "*");
  const id = newId(now);
  await tx.insert(tx.t.deliveryRates).values({ id, service: "flat", feeDong: dong(fee.feeDong), validFrom: fee.validFrom, validTo: null, source: fee.source });
  await tell(tx);
  await writeAudit(tx, { actor: actor.id, verb: "delivery_rate.set", objectKind: "delivery_rate", objectId: id, at: now, detail: { feeDong: fee.feeDong } });
}

/** Pages say what sending costs and when it would arrive. */
const tell = (tx: Tx) => speak(tx, { topic: "delivery.changed", subject: "rates" });

/** The next instant at which a rate begins or ends. */
export async function nextDeliveryTurn(db: Db, now: Date): Promise<Date | undefined> {
  const { deliveryRates: t } = db.t;
  const rows = await db.select({ from: t.validFrom, to: t.validTo }).from(t).where(or(gt(t.validFrom, now), gt(t.validTo, now)));
  return rows.flatMap(({ from, to }) => [from, to].filter((at) => at !== null && at > now)).sort((a, b) => Number(a) - Number(b))[0] ?? undefined;
}

/** The rates in force, one or several of a service and zone. @throws DomainError `rate.missing` where there are none at all. */
export async function deliveryRates(db: Db, now: Date): Promise<readonly DeliveryRate[]> {
  const rates = await deliveryRatesAt(db, now);
  if (rates.length === 0) throw new DomainError("rate.missing", { what: "delivery" });
  return rates;
}

/** The same, of which there may be none. */
export const deliveryRatesAt = keep((db: Db, now: Date) => {
  const { deliveryRates: rates } = db.t;
  return db
    .select()
    .from(rates)
    .where(and(lte(rates.validFrom, now), or(isNull(rates.validTo), gt(rates.validTo, now))));
});
