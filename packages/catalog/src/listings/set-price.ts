import { and, asc, eq, gt, isNull, lt, or } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, dong, DomainError, newId, type Occasion } from "@xudong/domain";
import { lockShops } from "../shown.ts";
import { requireVariant } from "./listing-row.ts";

const mostDong = 1_000_000_000;

/**
 * Sets what a way of buying costs, from now or from an instant to come. Orders that are placed keep their price (O2). The
 * price before it ends there, and a later one that is announced already stays; one at the same instant is written over.
 *
 * @param change `from` is now where it is left out
 * @throws DomainError `variant.not_found`, `actor.not_allowed`, `request.invalid` for an amount or an instant that cannot be
 */
export async function setPrice(tx: Tx, variantId: string, change: { priceDong: number; from?: Date }, { actor, now }: Occasion): Promise<void> {
  const { listing } = await requireVariant(tx, variantId);
  demand(actor, "listing.edit", listing.shopId);
  const { priceDong, from = now } = change;
  if (!Number.isSafeInteger(priceDong) || priceDong < 0 || priceDong > mostDong) throw invalid("priceDong", { reason: "bad_format", min: 0, max: mostDong });
  if (Number.isNaN(from.getTime()) || from < now) throw invalid("from", { reason: "in_the_past" });
  // Of two that set a price at once, the second sees the first.
  await lockShops(tx, [listing.shopId]);

  const { prices } = tx.t;
  const ofVariant = eq(prices.variantId, variantId);
  const [next] = await tx.select({ validFrom: prices.validFrom }).from(prices).where(and(ofVariant, gt(prices.validFrom, from))).orderBy(asc(prices.validFrom)).limit(1);
  const validTo = next?.validFrom ?? null;
  const [same] = await tx.update(prices).set({ priceDong: dong(priceDong), validTo }).where(and(ofVariant, eq(prices.validFrom, from))).returning({ id: prices.id });
  if (same === undefined) {
    await tx.update(prices).set({ validTo: from }).where(and(ofVariant, lt(prices.validFrom, from), or(isNull(prices.validTo), gt(prices.validTo, from))));
    await tx.insert(prices).values({ id: newId(now), variantId, priceDong: dong(priceDong), validFrom: from, validTo });
  }
  await speak(tx, { topic: "listing.changed", subject: listing.id, detail: { priceFrom: from.toISOString() } });
  await writeAudit(tx, { actor: actor.id, verb: "variant.set_price", objectKind: "variant", objectId: variantId, at: now, detail: { priceDong, from: from.toISOString() } });
}

function invalid(field: string, issue: { reason: string; min?: number; max?: number }): DomainError {
  return new DomainError("request.invalid", { field, issues: [{ field, ...issue }] });
}
