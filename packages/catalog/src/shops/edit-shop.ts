import { eq } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, type Occasion, type ShopState } from "@xudong/domain";
import type { ShopDraft } from "../listing-draft.ts";
import { lockShops } from "../shown.ts";
import { takeSlugs } from "../slugs.ts";
import { communeOf, knownUnits, readShop } from "./register-shop.ts";
import { requireShop } from "./move-shop.ts";

/** What a reviewer has looked at: once a shop sells, these stay as they were approved. */
const reviewed = ["name", "kind", "identity", "isSample"] as const satisfies readonly (keyof ShopDraft)[];

const mayChangeAll: readonly ShopState[] = ["draft", "rejected"];

/**
 * Changes what a shop says of itself. A draft and one that was sent back may change everything; one that sells changes
 * its text, its place and when it sends, while its name, kind and identity are for those who review shops.
 *
 * @param changes what is left out stays as it is
 * @throws DomainError `shop.not_found`, `actor.not_allowed`, `shop.under_review` while reviewers look at it,
 *   `shop.incomplete` naming what is wrong, `shop.slug_taken`
 */
export async function editShop(tx: Tx, shopId: string, changes: Partial<ShopDraft>, { actor, now }: Occasion): Promise<void> {
  await requireShop(tx, shopId);
  demand(actor, "shop.edit", shopId);
  await lockShops(tx, [shopId]);
  const shop = await requireShop(tx, shopId);
  if (shop.state === "submitted") throw new DomainError("shop.under_review", { shopId });
  const kept: ShopDraft = {
    name: shop.name,
    kind: shop.kind,
    place: shop.place,
    about: shop.about,
    isSample: shop.isSample,
    ...(shop.unitCode === null ? {} : { unitCode: shop.unitCode }),
    ...(shop.identity === null ? {} : { identity: shop.identity }),
    ...(shop.cutOffMinute === null ? {} : { cutOffMinute: shop.cutOffMinute }),
    ...(shop.restWeekdays === null ? {} : { restWeekdays: shop.restWeekdays }),
  };
  const draft = { ...kept, ...changes };
  const next = readShop(draft, await knownUnits(tx, [draft], now));
  if (!mayChangeAll.includes(shop.state)) {
    const fixed = reviewed.filter((field) => changes[field] !== undefined && JSON.stringify(next[field]) !== JSON.stringify(shop[field] ?? undefined));
    const [first] = fixed;
    if (first !== undefined) throw new DomainError("shop.incomplete", { field: first, issues: fixed.map((field) => ({ field, reason: "fixed_once_approved" })) });
  }
  await tx.update(tx.t.shops).set(next).where(eq(tx.t.shops.id, shopId));
  await takeSlugs(tx, { kind: "shop", targetId: shopId, title: next.name, apart: communeOf(next.place), now });
  if (shop.state === "approved") await speak(tx, { topic: "shop.changed", subject: shopId });
  await writeAudit(tx, { actor: actor.id, verb: "shop.edit", objectKind: "shop", objectId: shopId, at: now, detail: { fields: Object.keys(changes) } });
}
