import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { keep, writeAudit, type Db, type Tx } from "@xudong/database";
import { demand, newId, requireInForce, type Occasion } from "@xudong/domain";

/** Names of the rates the ledger uses, each a list of dated rows. */
export type RateName = "commission";

export type RateDraft = { name: RateName; basisPoints: number; validFrom: Date; legalBasis: string; sourceUrl?: string };

/** Sets a rate from an instant on; what was ordered before keeps the rate it was ordered under (O2). @throws DomainError `actor.not_allowed` */
export async function setRate(tx: Tx, rate: RateDraft, { actor, now }: Occasion): Promise<void> {
  demand(actor, "setting.edit", "*");
  const id = newId(now);
  await tx.insert(tx.t.rates).values({ id, validTo: null, sourceUrl: null, ...rate });
  await writeAudit(tx, { actor: actor.id, verb: "rate.set", objectKind: "rate", objectId: id, at: now, detail: { name: rate.name, basisPoints: rate.basisPoints } });
}

/** The rate in force, in basis points. @throws DomainError `rate.missing` */
export async function rateInForce(db: Db, name: RateName, now: Date): Promise<number> {
  return requireInForce(await ratesAt(db, name, now), now, name).basisPoints;
}

const ratesAt = keep((db: Db, name: RateName, now: Date) => {
  const { rates } = db.t;
  return db
    .select()
    .from(rates)
    .where(and(eq(rates.name, name), lte(rates.validFrom, now), or(isNull(rates.validTo), gt(rates.validTo, now))));
});
