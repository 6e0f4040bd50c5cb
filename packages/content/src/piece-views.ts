import { and, asc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import { findBySlug, slugsOf, type Slugs } from "@xudong/catalog";
import { countInt, keep, type Db } from "@xudong/database";
import { dayOf, DomainError, nextFestivalTime, type PieceKind, type PieceTarget, type PlaceKind } from "@xudong/domain";
import { findTarget } from "./link-piece.ts";
import { linkedListings, relatedPieces, shownListingCards } from "./piece-links.ts";
import type { PieceRow, PieceVersionRow } from "./piece-rows.ts";
import type { PieceCard, PiecePage, PieceView, StopView } from "./piece-view.ts";
import { untranslated } from "./read-draft.ts";
import { unitNames } from "./units.ts";

/** A piece with the version that is shown. What is not shown has none, so that no draft can get into a list. */
export type ShownRow = { piece: PieceRow; version: PieceVersionRow };

/** Ids of what a list shows, oldest first; the rest are asked for by id. */
function isListed(db: Db, { kind, placeKind, unitCode }: PieceQuery): SQL | undefined {
  const { pieces, pieceUnits } = db.t;
  const inUnit = unitCode === undefined ? undefined : inArray(pieces.id, db.select({ id: pieceUnits.pieceId }).from(pieceUnits).where(eq(pieceUnits.unitCode, unitCode)));
  return and(eq(pieces.kind, kind), isNotNull(pieces.versionId), placeKind === undefined ? undefined : eq(pieces.placeKind, placeKind), inUnit);
}

export type PieceQuery = { kind: PieceKind; placeKind?: PlaceKind; unitCode?: string };

/** A page of what is published of one kind, in the order in which it came. @param pageSize at most 100 */
export async function listPieces(db: Db, { page, pageSize, ...query }: PieceQuery & { page: number; pageSize: number }, now: Date): Promise<PiecePage> {
  const { pieces } = db.t;
  const ids = await db
    .select({ id: pieces.id })
    .from(pieces)
    .where(isListed(db, query))
    .orderBy(asc(pieces.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [counted] = await db.select({ total: countInt() }).from(pieces).where(isListed(db, query));
  const items = await pieceCards(db, ids.map(({ id }) => id), now);
  return { items, page, pageSize, total: counted?.total ?? 0 };
}

/** Every published piece of a kind with its words, oldest first: for festivals, of which a year has few. */
export async function shownOfKind(db: Db, kind: PieceKind): Promise<ShownRow[]> {
  return shownRowsOfKind(db, kind);
}

const shownRowsOfKind = keep((db: Db, kind: PieceKind) => {
  const { pieces, pieceVersions } = db.t;
  return db.select({ piece: pieces, version: pieceVersions }).from(pieces).innerJoin(pieceVersions, eq(pieceVersions.id, pieces.versionId)).where(eq(pieces.kind, kind)).orderBy(asc(pieces.id));
});

const shownById = keep((db: Db, ids: string[]) => {
  const { pieces, pieceVersions } = db.t;
  return db.select({ piece: pieces, version: pieceVersions }).from(pieces).innerJoin(pieceVersions, eq(pieceVersions.id, pieces.versionId)).where(inArray(pieces.id, ids));
});

/** Cards in the order of the ids; what is not published has none. */
export async function pieceCards(db: Db, ids: readonly string[], now: Date): Promise<PieceCard[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await shownById(db, [...ids])).map((row) => [row.piece.id, row]));
  return cardsOf(db, ids.flatMap((id) => rows.get(id) ?? []), now);
}

/** Cards of rows that are at hand. */
export async function cardsOf(db: Db, rows: readonly ShownRow[], now: Date): Promise<PieceCard[]> {
  const slugs = await slugsOf(db, rows.map(({ piece }) => piece.id));
  const codes = (row: ShownRow) => ("location" in row.version.detail ? row.version.detail.location.unitCodes : []);
  const names = await unitNames(db, rows.flatMap(codes));
  return rows.map(({ piece, version: { words, detail, isSample } }) => ({
    id: piece.id,
    kind: piece.kind,
    slug: slugs.get(piece.id) ?? { vi: piece.key, en: piece.key },
    title: words.title,
    summary: words.summary,
    picture: words.pictures[0],
    isSample,
    units: ("location" in detail ? detail.location.unitCodes : []).flatMap((code) => names.get(code) ?? []),
    placeKind: detail.kind === "place" ? detail.placeKind : undefined,
    time: detail.kind === "festival" ? nextFestivalTime(detail, dayOf(now)) : undefined,
    days: detail.kind === "itinerary" ? detail.days : undefined,
  }));
}

/** A published piece by a slug of either language, or where an old slug moved to. @throws DomainError `piece.not_found` */
export async function showPiece(db: Db, kind: PieceKind, slug: string, now: Date): Promise<{ piece: PieceView } | { movedTo: Slugs }> {
  if (!/^[a-z0-9-]{1,200}$/.test(slug)) throw new DomainError("piece.not_found");
  const found = await findBySlug(db, [kind], slug);
  const [row] = found === undefined ? [] : await shownById(db, [found.targetId]);
  if (found === undefined || row === undefined) throw new DomainError("piece.not_found");
  const [card] = await cardsOf(db, [row], now);
  if (card === undefined) throw new DomainError("piece.not_found");
  if (!found.isCurrent) return { movedTo: card.slug };

  const { piece, version } = row;
  const { words, detail } = version;
  const [place] = detail.kind === "festival" && detail.placeKey !== undefined ? await pieceCards(db, await idsOf(db, [{ kind: "place", key: detail.placeKey }]), now) : [];
  return {
    piece: {
      ...card,
      body: words.body,
      facts: words.facts,
      pictures: words.pictures,
      sources: words.sources,
      detail,
      untranslated: untranslated({ ...words, detail }),
      publishedAt: piece.publishedAt ?? version.writtenAt,
      changedAt: version.decidedAt ?? version.writtenAt,
      version: version.number,
      place,
      stops: detail.kind === "itinerary" ? await stopsOf(db, detail.stops, now) : [],
      listings: await linkedListings(db, piece.id, now),
      related: (await relatedPieces(db, piece.id, now)).filter(({ id }) => id !== place?.id),
    },
  };
}

async function idsOf(db: Db, targets: readonly PieceTarget[]): Promise<string[]> {
  const found = await Promise.all(targets.map((target) => findTarget(db, target)));
  return found.flatMap((target) => (target === undefined ? [] : [target.id]));
}

/** Each stop with what it leads to; a stop of what is not shown (any more) stays, and leads nowhere. */
async function stopsOf(db: Db, stops: readonly Omit<StopView, "leadsTo">[], now: Date): Promise<StopView[]> {
  const targets = await Promise.all(stops.map(({ target }) => (target === undefined ? undefined : findTarget(db, target))));
  const pieces = await pieceCards(db, targets.flatMap((target) => (target?.kind === "piece" ? [target.id] : [])), now);
  const listings = await shownListingCards(db, targets.flatMap((target) => (target?.kind === "listing" ? [target.id] : [])), now);
  const shown = new Map([...pieces, ...listings].map(({ id, kind, slug, title }) => [id, { kind, slug, title }]));
  return stops.map((stop, i) => ({ ...stop, leadsTo: shown.get(targets[i]?.id ?? "") }));
}

