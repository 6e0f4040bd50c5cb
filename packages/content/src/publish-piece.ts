import { and, asc, eq, isNotNull, lte, sql } from "drizzle-orm";
import { useReservedSlugs } from "@xudong/catalog";
import { keep, writeAudit, type Db, type Tx } from "@xudong/database";
import { DomainError, type Occasion, type PieceDetail } from "@xudong/domain";
import { tellOfPiece } from "./draft-piece.ts";
import { linkWhatItNames } from "./link-piece.ts";
import { demandForPiece, movePiece, newestVersion, requirePiece, type PieceRow, type PieceVersionRow } from "./piece-rows.ts";

/** How an editorial office works. */
export type EditorialRules = {
  /** One person may write and publish. Without it whoever wrote the last version does not publish it (decision 0018). */
  writersMayPublish: boolean;
};

export const fourEyes: EditorialRules = { writersMayPublish: false };

/**
 * Shows the newest version of a piece to everybody, in place of the one before.
 *
 * @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.move_not_allowed`, `piece.own_work`
 */
export async function publishPiece(tx: Tx, pieceId: string, occasion: Occasion, rules: EditorialRules = fourEyes): Promise<void> {
  const piece = await requirePiece(tx, pieceId);
  demandForPiece(occasion.actor, "piece.publish", piece);
  await movePiece(tx, pieceId, "published", { from: ["in_review", "scheduled"] });
  const version = await newestVersion(tx, pieceId);
  refuseOwnWork(version, occasion, rules);
  await decide(tx, version, occasion);
  await show(tx, piece, version, occasion);
}

/**
 * Has the market show a piece from an hour on.
 *
 * @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.move_not_allowed`, `piece.own_work`, `request.invalid` for an
 *   hour that is over
 */
export async function schedulePiece(tx: Tx, pieceId: string, publishAt: Date, occasion: Occasion, rules: EditorialRules = fourEyes): Promise<void> {
  const { actor, now } = occasion;
  const piece = await requirePiece(tx, pieceId);
  demandForPiece(actor, "piece.publish", piece);
  if (!(publishAt > now)) throw new DomainError("request.invalid", { field: "publishAt", issues: [{ field: "publishAt", reason: "in_the_past" }] });
  await movePiece(tx, pieceId, "scheduled", { from: ["in_review"], publishAt });
  const version = await newestVersion(tx, pieceId);
  refuseOwnWork(version, occasion, rules);
  await decide(tx, version, occasion);
  await writeAudit(tx, { actor: actor.id, verb: "piece.schedule", objectKind: "piece", objectId: pieceId, at: now, detail: { number: version.number, publishAt: publishAt.toISOString() } });
}

/** The pieces whose hour has come, the longest waiting first. */
export const piecesDue = keep((db: Db, now: Date, limit: number) => {
  const { pieces } = db.t;
  return db.select({ id: pieces.id }).from(pieces).where(and(isNotNull(pieces.publishAt), lte(pieces.publishAt, now), eq(pieces.state, "scheduled"))).orderBy(asc(pieces.publishAt), asc(pieces.id)).limit(limit);
});

/** Shows a piece whose hour has come. Whoever set the hour was allowed to; false where somebody was first or took it back. */
export async function publishDuePiece(tx: Tx, pieceId: string, occasion: Occasion): Promise<boolean> {
  const { pieces } = tx.t;
  const [piece] = await tx.update(pieces).set({ state: "published", publishAt: null }).where(and(eq(pieces.id, pieceId), eq(pieces.state, "scheduled"), lte(pieces.publishAt, occasion.now))).returning();
  if (piece === undefined) return false;
  await show(tx, piece, await newestVersion(tx, pieceId), occasion);
  return true;
}

/**
 * Takes a piece away from every page, its versions kept. A revision brings it back as a draft.
 *
 * @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.move_not_allowed`
 */
export async function archivePiece(tx: Tx, pieceId: string, { actor, now }: Occasion): Promise<void> {
  const piece = await requirePiece(tx, pieceId);
  // A draft nobody has published may be thrown away by those who write.
  demandForPiece(actor, piece.versionId === null ? "piece.edit" : "piece.publish", piece);
  await movePiece(tx, pieceId, "archived", { versionId: null, placeKind: null });
  const { pieceUnits } = tx.t;
  await tx.delete(pieceUnits).where(eq(pieceUnits.pieceId, pieceId));
  await tellOfPiece(tx, pieceId);
  await writeAudit(tx, { actor: actor.id, verb: "piece.archive", objectKind: "piece", objectId: pieceId, at: now });
}

function refuseOwnWork({ writtenBy }: PieceVersionRow, { actor }: Occasion, rules: EditorialRules): void {
  if (writtenBy === actor.id && !rules.writersMayPublish) throw new DomainError("piece.own_work");
}

async function decide(tx: Tx, { id }: PieceVersionRow, { actor, now }: Occasion): Promise<void> {
  const { pieceVersions } = tx.t;
  await tx.update(pieceVersions).set({ decidedBy: actor.id, decidedAt: now, reason: null }).where(eq(pieceVersions.id, id));
}

/** What lists, addresses and searches by place read of the version that is shown now. */
async function show(tx: Tx, piece: PieceRow, version: PieceVersionRow, { actor, now }: Occasion): Promise<void> {
  const { pieces, pieceUnits } = tx.t;
  const { detail, words } = version;
  await tx
    .update(pieces)
    .set({ versionId: version.id, placeKind: detail.kind === "place" ? detail.placeKind : null, publishedAt: sql`coalesce(${pieces.publishedAt}, cast(${now.getTime()} as bigint))` })
    .where(eq(pieces.id, piece.id));
  await useReservedSlugs(tx, { kind: piece.kind, targetId: piece.id, title: words.title });
  await tx.delete(pieceUnits).where(eq(pieceUnits.pieceId, piece.id));
  const codes = [...new Set(unitCodesOf(detail))];
  if (codes.length > 0) await tx.insert(pieceUnits).values(codes.map((unitCode) => ({ pieceId: piece.id, unitCode })));
  await linkWhatItNames(tx, piece.id, detail);
  await tellOfPiece(tx, piece.id);
  await writeAudit(tx, { actor: actor.id, verb: "piece.publish", objectKind: "piece", objectId: piece.id, at: now, detail: { number: version.number } });
}

function unitCodesOf(detail: PieceDetail): readonly string[] {
  return detail.kind === "place" || detail.kind === "festival" ? detail.location.unitCodes : [];
}
