import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "@xudong/database";
import type { SearchDocument } from "@xudong/search";
import { both, placesOf } from "./unit-words.ts";

/** Who sells, as they may be found: those that everybody sees, and nothing of who they are before the law. */
export async function shopDocuments(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const { shops } = db.t;
  const rows = await db
    .select({ id: shops.id, name: shops.name, place: shops.place, about: shops.about, unitCode: shops.unitCode })
    .from(shops)
    .where(and(inArray(shops.id, [...ids]), eq(shops.state, "approved")));
  const places = await placesOf(db, rows.flatMap(({ unitCode }) => unitCode ?? []));
  return rows.map(({ id, name, place, about, unitCode }) => {
    const known = places.get(unitCode ?? "");
    return {
      id, kind: "shop" as const, title: name.vi, titleEn: name.en ?? "", tags: [], place: [...both(place), ...(known?.names ?? [])].join(", "), body: both(about).join(" "),
      unit: unitCode ?? undefined, at: known?.at,
    };
  });
}

/** Ids of all shops that sell, a part at a time. */
export async function* shownShopIds(db: Db, atOnce: number): AsyncIterable<string[]> {
  const { shops } = db.t;
  for (let after = ""; ; ) {
    const rows = await db.select({ id: shops.id }).from(shops).where(and(eq(shops.state, "approved"), gt(shops.id, after))).orderBy(asc(shops.id)).limit(atOnce);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}
