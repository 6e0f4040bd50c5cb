import { and, eq, inArray, isNull } from "drizzle-orm";
import { grantRole } from "@xudong/accounts";
import { draftShop, type ShopDraft } from "@xudong/catalog";
import { countInt, type Store } from "@xudong/database";
import { DomainError, operatorActor, requirePerson, shopsBegunMost, type Actor } from "@xudong/domain";

/** Gives the role that nobody else could give yet: a shop that has just begun has no owner who might. */
const registry = operatorActor("open-shop", ["role.grant"]);

/**
 * Begins a shop for whoever is signed in, who owns it from its first moment: nobody's shop could be mended by nobody.
 *
 * @throws DomainError `actor.not_allowed` for a guest, `shop.incomplete`, `shop.slug_taken`, `shop.too_many_begun`
 */
export async function openShop({ store, now }: { store: Store; now: () => Date }, draft: ShopDraft, actor: Actor): Promise<{ id: string }> {
  const personId = requirePerson(actor);
  return store.write(async (tx) => {
    const shop = await draftShop(tx, draft, { actor, now: now() });
    await grantRole(tx, { personId, role: "shop_owner", scope: shop.id }, { actor: registry, now: now() }); // touches the person's row: of two at once the second counts both
    const { shops, grants } = tx.t;
    const [begun] = await tx
      .select({ n: countInt() })
      .from(grants)
      .innerJoin(shops, eq(shops.id, grants.scope))
      .where(and(eq(grants.personId, personId), eq(grants.role, "shop_owner"), isNull(grants.endedAt), inArray(shops.state, ["draft", "submitted", "rejected"])));
    if ((begun?.n ?? 0) > shopsBegunMost) throw new DomainError("shop.too_many_begun", { max: shopsBegunMost });
    return shop;
  });
}
