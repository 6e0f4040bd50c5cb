import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import { isBadgeKind, isBadgeShown, type Day } from "@xudong/domain";
import type { BadgeView } from "../listing-view.ts";

type CertificateRow = Db["t"]["certificates"]["$inferSelect"];

/** The papers that may be shown today beside each of these listings: about that product alone, verified and in date. */
export async function listingBadges(db: Db, listingIds: readonly string[], today: Day): Promise<ReadonlyMap<string, readonly BadgeView[]>> {
  if (listingIds.length === 0) return new Map();
  const rows = await ofListings(db, [...listingIds]);
  return new Map([...Map.groupBy(rows, ({ listingId }) => listingId ?? "")].map(([id, own]) => [id, badges(own, today)]));
}

/** The papers about a whole shop that may be shown today. OCOP is of a product and never among them. */
export async function shopBadges(db: Db, shopId: string, today: Day): Promise<readonly BadgeView[]> {
  return badges((await ofShop(db, shopId)).filter(({ kind }) => kind !== "ocop"), today);
}

const ofListings = keep((db: Db, listingIds: string[]) => {
  const { certificates } = db.t;
  return db.select().from(certificates).where(inArray(certificates.listingId, listingIds)).orderBy(asc(certificates.id));
});

const ofShop = keep((db: Db, shopId: string) => {
  const { certificates } = db.t;
  return db.select().from(certificates).where(and(eq(certificates.shopId, shopId), isNull(certificates.listingId))).orderBy(asc(certificates.id));
});

function badges(rows: readonly CertificateRow[], today: Day): BadgeView[] {
  return rows
    .filter((row) => isBadgeKind(row.kind) && isBadgeShown(row, today))
    .map(({ kind, productName, stars, number, issuer, issuedOn, validTo, isSample }) => ({
      kind, productName, stars: stars ?? undefined, number: number ?? undefined, issuer, issuedOn, validTo: validTo ?? undefined, isSample,
    }));
}
