import { and, asc, eq, inArray } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";

const most = 200;

/** What is on sale and grows, is made or takes place in one of these communes and wards, oldest first. */
export async function shownListingsIn(db: Db, unitCodes: readonly string[]): Promise<{ id: string; unitCode: string }[]> {
  if (unitCodes.length === 0) return [];
  const rows = await listingsIn(db, [...unitCodes], most);
  return rows.map(({ id, unitCode }) => ({ id, unitCode: unitCode ?? "" }));
}

const listingsIn = keep((db: Db, unitCodes: string[], limit: number) => {
  const { listings, shops } = db.t;
  return db
    .select({ id: listings.id, unitCode: listings.unitCode })
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(and(inArray(listings.unitCode, unitCodes), eq(listings.state, "published"), eq(shops.state, "approved")))
    .orderBy(asc(listings.id))
    .limit(limit);
});
