import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { shownListingsIn, type ListingCard } from "@xudong/catalog";
import { keep, type Db } from "@xudong/database";
import type { PieceKind } from "@xudong/domain";
import { shownListingCards } from "./piece-links.ts";
import type { PieceCard } from "./piece-view.ts";
import { pieceCards } from "./piece-views.ts";
import { unitsNear } from "./units.ts";

/**
 * Places and festivals in the same communes and wards, and then in those around them. By the centres of units, which may be
 * kilometres from the thing itself: good for "near", never for a way there.
 */
export async function piecesNear(db: Db, unitCodes: readonly string[], { kind, not, count }: { kind: PieceKind; not?: string; count: number }, now: Date): Promise<PieceCard[]> {
  const units = await unitsNear(db, unitCodes);
  if (units.length === 0) return [];
  const rows = await shownIn(db, kind, units);
  const order = new Map(units.map((code, i) => [code, i]));
  const ids = rows.toSorted((a, b) => (order.get(a.unitCode) ?? 0) - (order.get(b.unitCode) ?? 0)).map(({ id }) => id);
  return pieceCards(db, [...new Set(ids)].filter((id) => id !== not).slice(0, count), now);
}

/** What can be bought or booked in the same communes and wards, and then in those around them. */
export async function listingsNear(db: Db, unitCodes: readonly string[], { not = [], count }: { not?: readonly string[]; count: number }, now: Date): Promise<ListingCard[]> {
  const units = await unitsNear(db, unitCodes);
  if (units.length === 0) return [];
  const rows = await shownListingsIn(db, units);
  const order = new Map(units.map((code, i) => [code, i]));
  const ids = rows.toSorted((a, b) => (order.get(a.unitCode) ?? 0) - (order.get(b.unitCode) ?? 0)).map(({ id }) => id);
  return shownListingCards(db, ids.filter((id) => !not.includes(id)).slice(0, count), now);
}

const shownIn = keep((db: Db, kind: PieceKind, unitCodes: string[]) => {
  const { pieces, pieceUnits } = db.t;
  return db
    .select({ id: pieces.id, unitCode: pieceUnits.unitCode })
    .from(pieceUnits)
    .innerJoin(pieces, eq(pieces.id, pieceUnits.pieceId))
    .where(and(inArray(pieceUnits.unitCode, unitCodes), eq(pieces.kind, kind), isNotNull(pieces.versionId)))
    .orderBy(asc(pieces.id));
});
