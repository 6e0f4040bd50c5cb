import { and, eq, inArray } from "drizzle-orm";
import { inChunks, speak, speakAll, writeAudit, writeAudits, type Tx } from "@xudong/database";
import { demand, DomainError, isId, type Occasion, type ReviewReason, type ShopState } from "@xudong/domain";
import { readReasons } from "../read-reasons.ts";
import { moveCounts, refreshShown, scopes } from "../shown.ts";

/** Hands a shop to the reviewers, new or mended. @throws DomainError `shop.not_found`, `actor.not_allowed`, `shop.move_not_allowed` */
export async function submitShop(tx: Tx, shopId: string, occasion: Occasion): Promise<void> {
  await requireShop(tx, shopId);
  demand(occasion.actor, "shop.edit", shopId);
  await move(tx, shopId, { from: ["draft", "rejected"], to: "submitted", verb: "shop.submit" }, occasion);
}

/** Lets a submitted shop sell: what it has published is shown from now on. @throws DomainError `shop.not_found`, `actor.not_allowed`, `shop.move_not_allowed` */
export async function approveShop(tx: Tx, shopId: string, occasion: Occasion): Promise<void> {
  await review(tx, shopId, { from: ["submitted"], to: "approved", verb: "shop.approve" }, occasion);
}

/** The same for many: all of them or none. */
export async function approveShops(tx: Tx, shopIds: readonly string[], { actor, now }: Occasion): Promise<void> {
  for (const shopId of shopIds) demand(actor, "shop.review", shopId);
  const { shops } = tx.t;
  for (const ids of inChunks(shopIds)) {
    const moved = await tx.update(shops).set({ state: "approved", stateReasons: null }).where(and(inArray(shops.id, ids), eq(shops.state, "submitted"))).returning({ id: shops.id });
    if (moved.length < ids.length) throw new DomainError("shop.move_not_allowed");
    await speakAll(tx, ids.map((shopId) => ({ topic: "shop.changed", subject: shopId })));
    await writeAudits(tx, ids.map((shopId) => ({ actor: actor.id, verb: "shop.approve", objectKind: "shop", objectId: shopId, at: now })));
    await moveCounts(tx, new Map([[scopes.shops, moved.length]]));
    await refreshShown(tx, { shopIds: ids });
  }
}

/** Sends a shop back to its owner, with what is to be mended. @throws as `approveShop`, and `request.invalid` without a reason */
export async function rejectShop(tx: Tx, shopId: string, reasons: readonly ReviewReason[], occasion: Occasion): Promise<void> {
  await review(tx, shopId, { from: ["submitted"], to: "rejected", verb: "shop.reject", reasons: readReasons(reasons) }, occasion);
}

/** Stops a shop from selling: nothing of it is shown or sold any more. Orders that are paid stand, and are sent. @throws as `rejectShop` */
export async function suspendShop(tx: Tx, shopId: string, reasons: readonly ReviewReason[], occasion: Occasion): Promise<void> {
  await review(tx, shopId, { from: ["approved"], to: "suspended", verb: "shop.suspend", reasons: readReasons(reasons) }, occasion);
}

/** Lets a suspended shop sell again, with everything it had on show. @throws as `approveShop` */
export async function reinstateShop(tx: Tx, shopId: string, occasion: Occasion): Promise<void> {
  await review(tx, shopId, { from: ["suspended"], to: "approved", verb: "shop.reinstate" }, occasion);
}

/** @throws DomainError `shop.not_found` */
export async function requireShop(tx: Tx, shopId: string) {
  const [shop] = isId(shopId) ? await tx.select().from(tx.t.shops).where(eq(tx.t.shops.id, shopId)) : [];
  if (shop === undefined) throw new DomainError("shop.not_found");
  return shop;
}

type Move = { from: ShopState[]; to: ShopState; verb: string; reasons?: readonly ReviewReason[] };

async function review(tx: Tx, shopId: string, step: Move, occasion: Occasion): Promise<void> {
  await requireShop(tx, shopId);
  demand(occasion.actor, "shop.review", shopId);
  await move(tx, shopId, step, occasion);
}

/** The shop's row is locked by its own move before anything of its listings is looked at. */
async function move(tx: Tx, shopId: string, { from, to, verb, reasons }: Move, { actor, now }: Occasion): Promise<void> {
  const { shops } = tx.t;
  const [moved] = await tx
    .update(shops)
    .set({ state: to, stateReasons: reasons ?? null })
    .where(and(eq(shops.id, shopId), inArray(shops.state, from)))
    .returning({ id: shops.id });
  if (moved === undefined) throw new DomainError("shop.move_not_allowed", { shopId });
  if (to === "approved" || from.includes("approved")) await speak(tx, { topic: "shop.changed", subject: shopId });
  await writeAudit(tx, { actor: actor.id, verb, objectKind: "shop", objectId: shopId, at: now });
  if (to === "approved") await moveCounts(tx, new Map([[scopes.shops, 1]]));
  if (from.includes("approved")) await moveCounts(tx, new Map([[scopes.shops, -1]]));
  await refreshShown(tx, { shopIds: [shopId] });
}
