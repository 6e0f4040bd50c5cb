import { and, eq, ne } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, type Occasion } from "@xudong/domain";
import { lockShops } from "../shown.ts";
import { requireVariant } from "./listing-row.ts";

/**
 * Sells a size or ticket type no more, at once. Its id survives: orders name it, and baskets that hold it say so at its line.
 *
 * @throws DomainError `variant.not_found`, `actor.not_allowed`, `variant.last_one` where nothing else could be bought
 */
export async function retireVariant(tx: Tx, variantId: string, occasion: Occasion): Promise<void> {
  await setRetired(tx, variantId, true, occasion);
}

/** Sells again what was retired, under the title it was reviewed with. @throws DomainError `variant.not_found`, `actor.not_allowed` */
export async function restoreVariant(tx: Tx, variantId: string, occasion: Occasion): Promise<void> {
  await setRetired(tx, variantId, false, occasion);
}

async function setRetired(tx: Tx, variantId: string, isRetired: boolean, { actor, now }: Occasion): Promise<void> {
  const { listing } = await requireVariant(tx, variantId);
  demand(actor, "listing.edit", listing.shopId);
  await lockShops(tx, [listing.shopId]);
  const { variants } = tx.t;
  if (isRetired) {
    const [other] = await tx.select({ id: variants.id }).from(variants).where(and(eq(variants.listingId, listing.id), ne(variants.id, variantId), eq(variants.isRetired, false))).limit(1);
    if (other === undefined) throw new DomainError("variant.last_one", { field: "variantId" });
  }
  const [changed] = await tx.update(variants).set({ isRetired }).where(and(eq(variants.id, variantId), eq(variants.isRetired, !isRetired))).returning({ id: variants.id });
  if (changed === undefined) return;
  await speak(tx, { topic: "listing.changed", subject: listing.id });
  await writeAudit(tx, { actor: actor.id, verb: isRetired ? "variant.retire" : "variant.restore", objectKind: "variant", objectId: variantId, at: now });
}
