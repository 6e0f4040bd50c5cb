import { eq } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import { DomainError } from "@xudong/domain";
import { findBySlug } from "../slugs.ts";

export type ShopRow = Db["t"]["shops"]["$inferSelect"];

/** A shop that everybody may see, by a slug of either language. @throws DomainError `shop.not_found` */
export async function requireShownShop(db: Db, slug: string): Promise<ShopRow & { isCurrent: boolean }> {
  const found = await findBySlug(db, ["shop"], slug);
  const [row] = found === undefined ? [] : await shopById(db, found.targetId);
  if (found === undefined || row === undefined || row.state !== "approved") throw new DomainError("shop.not_found", { field: "shop" });
  return { ...row, isCurrent: found.isCurrent };
}

const shopById = keep((db: Db, id: string) => db.select().from(db.t.shops).where(eq(db.t.shops.id, id)));
