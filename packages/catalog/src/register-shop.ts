import { and, eq } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, newId, type Occasion } from "@xudong/domain";
import type { ShopDraft } from "./listing-draft.ts";
import { takeSlugs } from "./slugs.ts";

/** Writes down a shop that wants to sell. It sells nothing before somebody has approved it. */
export async function registerShop(tx: Tx, draft: ShopDraft, { actor, now }: Occasion): Promise<{ id: string }> {
  const id = newId(now);
  await tx.insert(tx.t.shops).values({ id, ...draft, state: "submitted", createdAt: now });
  await takeSlugs(tx, { kind: "shop", targetId: id, title: draft.name, now });
  await writeAudit(tx, { actor: actor.id, verb: "shop.register", objectKind: "shop", objectId: id, at: now });
  return { id };
}

/** Lets a submitted shop sell. @throws DomainError `actor.not_allowed`, `shop.move_not_allowed` where it was not waiting. */
export async function approveShop(tx: Tx, shopId: string, { actor, now }: Occasion): Promise<void> {
  demand(actor, "shop.review", shopId);
  const { shops } = tx.t;
  const [approved] = await tx
    .update(shops)
    .set({ state: "approved" })
    .where(and(eq(shops.id, shopId), eq(shops.state, "submitted")))
    .returning({ id: shops.id });
  if (approved === undefined) throw new DomainError("shop.move_not_allowed", { shopId });
  await speak(tx, { topic: "shop.changed", subject: shopId });
  await writeAudit(tx, { actor: actor.id, verb: "shop.approve", objectKind: "shop", objectId: shopId, at: now });
}
