import { and, eq, max } from "drizzle-orm";
import { findBySlug } from "@xudong/catalog";
import { writeAudit, type Db, type Tx } from "@xudong/database";
import { DomainError, pieceKinds, type Occasion, type PieceDetail, type PieceKind, type PieceTarget } from "@xudong/domain";
import { tellOfPiece } from "./draft-piece.ts";
import { demandForPiece, requirePiece } from "./piece-rows.ts";

/** What a link leads to, as rows have it: a listing of either kind, a shop, or a piece of any. */
export type LinkTarget = { kind: "listing" | "shop" | "piece"; id: string };

/**
 * Leads from a piece to something to buy or book, a shop, or another piece, and back: after those it leads to already. At once,
 * because both ends show only what has been approved (decision 0018). Doing it again changes nothing.
 *
 * @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.target_not_found`
 */
export async function linkPiece(tx: Tx, pieceId: string, target: PieceTarget, { actor, now }: Occasion): Promise<void> {
  const piece = await requirePiece(tx, pieceId);
  demandForPiece(actor, "piece.edit", piece);
  const found = await findTarget(tx, target);
  if (found === undefined || found.id === pieceId) throw new DomainError("piece.target_not_found", { field: "target" });
  if (!(await addLink(tx, pieceId, found))) return;
  if (piece.versionId !== null) await tellOfPiece(tx, pieceId);
  await writeAudit(tx, { actor: actor.id, verb: "piece.link", objectKind: "piece", objectId: pieceId, at: now, detail: { to: `${found.kind} ${found.id}` } });
}

/** Takes such a link away. @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.target_not_found` where there is none */
export async function unlinkPiece(tx: Tx, pieceId: string, target: PieceTarget, { actor, now }: Occasion): Promise<void> {
  const piece = await requirePiece(tx, pieceId);
  demandForPiece(actor, "piece.edit", piece);
  const found = await findTarget(tx, target);
  const { pieceLinks: t } = tx.t;
  const gone = found === undefined ? [] : await tx.delete(t).where(and(eq(t.pieceId, pieceId), eq(t.targetKind, found.kind), eq(t.targetId, found.id))).returning({ id: t.targetId });
  if (found === undefined || gone.length === 0) throw new DomainError("piece.target_not_found", { field: "target" });
  if (piece.versionId !== null) await tellOfPiece(tx, pieceId);
  await writeAudit(tx, { actor: actor.id, verb: "piece.unlink", objectKind: "piece", objectId: pieceId, at: now, detail: { from: `${found.kind} ${found.id}` } });
}

/** Links what the text of a piece names: the place of a festival, the stops of a journey. What does not exist yet is left out. */
export async function linkWhatItNames(tx: Tx, pieceId: string, detail: PieceDetail): Promise<void> {
  for (const target of targetsNamed(detail)) {
    const found = await findTarget(tx, target);
    if (found !== undefined && found.id !== pieceId) await addLink(tx, pieceId, found);
  }
}

function targetsNamed(detail: PieceDetail): PieceTarget[] {
  if (detail.kind === "festival" && detail.placeKey !== undefined) return [{ kind: "place", key: detail.placeKey }];
  if (detail.kind === "itinerary") return detail.stops.flatMap(({ target }) => (target === undefined ? [] : [target]));
  return [];
}

/** What a key or slug names, shown or not. */
export async function findTarget(db: Db, { kind, key }: PieceTarget): Promise<LinkTarget | undefined> {
  if (isPieceKind(kind)) {
    const { pieces } = db.t;
    const [piece] = await db.select({ id: pieces.id }).from(pieces).where(and(eq(pieces.kind, kind), eq(pieces.key, key)));
    return piece === undefined ? undefined : { kind: "piece", id: piece.id };
  }
  const found = await findBySlug(db, [kind], key);
  return found === undefined ? undefined : { kind: kind === "shop" ? "shop" : "listing", id: found.targetId };
}

const isPieceKind = (kind: PieceTarget["kind"]): kind is PieceKind => pieceKinds.some((each) => each === kind);

async function addLink(tx: Tx, pieceId: string, target: LinkTarget): Promise<boolean> {
  const { pieceLinks: t } = tx.t;
  const [last] = await tx.select({ position: max(t.position) }).from(t).where(eq(t.pieceId, pieceId));
  const [added] = await tx
    .insert(t)
    .values({ pieceId, targetKind: target.kind, targetId: target.id, position: (last?.position ?? 0) + 1 })
    .onConflictDoNothing()
    .returning({ id: t.targetId });
  return added !== undefined;
}
