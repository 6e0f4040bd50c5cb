import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { listingCards, sellableRows, type ListingCard } from "@xudong/catalog";
import { keep, type Db } from "@xudong/database";
import type { LinkTarget } from "./link-piece.ts";
import type { PieceCard } from "./piece-view.ts";
import { pieceCards } from "./piece-views.ts";

const mostLinks = 24;

/** The published pieces that lead to a listing, a shop or a piece, the newest first. */
export async function piecesAbout(db: Db, { kind, id }: LinkTarget, now: Date): Promise<PieceCard[]> {
  const rows = await linksTo(db, kind, id, mostLinks);
  return pieceCards(db, rows.map(({ pieceId }) => pieceId), now);
}

/** What a piece leads to that can be bought or booked, in the order its curators gave. What is not for sale any more drops out. */
export async function linkedListings(db: Db, pieceId: string, now: Date): Promise<ListingCard[]> {
  return shownListingCards(db, (await linksFrom(db, pieceId, "listing", mostLinks)).map(({ targetId }) => targetId), now);
}

/** The published pieces that a piece leads to, and after them those that lead to it. */
export async function relatedPieces(db: Db, pieceId: string, now: Date): Promise<PieceCard[]> {
  const [to, from] = await Promise.all([linksFrom(db, pieceId, "piece", mostLinks), linksTo(db, "piece", pieceId, mostLinks)]);
  const ids = new Set([...to.map(({ targetId }) => targetId), ...from.map((link) => link.pieceId)]);
  return pieceCards(db, [...ids], now);
}

/** Cards of those that are on sale, of shops that may sell. */
export async function shownListingCards(db: Db, ids: readonly string[], now: Date): Promise<ListingCard[]> {
  if (ids.length === 0) return [];
  const rows = await sellableRows(db, ids);
  const shown = new Set(rows.filter(({ listing, shop }) => listing.state === "published" && shop.state === "approved").map(({ listing }) => listing.id));
  return listingCards(db, ids.filter((id) => shown.has(id)), now);
}

const linksFrom = keep((db: Db, pieceId: string, targetKind: string, limit: number) => {
  const { pieceLinks: t } = db.t;
  return db.select({ targetId: t.targetId }).from(t).where(and(eq(t.pieceId, pieceId), eq(t.targetKind, targetKind))).orderBy(asc(t.position)).limit(limit);
});

const linksTo = keep((db: Db, targetKind: string, targetId: string, limit: number) => {
  const { pieceLinks: t, pieces } = db.t;
  return db
    .select({ pieceId: t.pieceId })
    .from(t)
    .innerJoin(pieces, eq(pieces.id, t.pieceId))
    .where(and(eq(t.targetKind, targetKind), eq(t.targetId, targetId), isNotNull(pieces.versionId)))
    .orderBy(desc(pieces.publishedAt), desc(pieces.id))
    .limit(limit);
});
