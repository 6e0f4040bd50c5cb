import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "@xudong/database";
import { demand, DomainError, isAllowed, pieceMoves, type Actor, type Permission, type PieceKind, type PieceState } from "@xudong/domain";

export type PieceRow = Db["t"]["pieces"]["$inferSelect"];
export type PieceVersionRow = Db["t"]["pieceVersions"]["$inferSelect"];

/** @throws DomainError `piece.not_found` */
export async function requirePiece(db: Db, pieceId: string): Promise<PieceRow> {
  const { pieces } = db.t;
  const [piece] = await db.select().from(pieces).where(eq(pieces.id, pieceId));
  if (piece === undefined) throw new DomainError("piece.not_found");
  return piece;
}

/**
 * Whoever holds the permission on this piece, or on the queue of its kind, which is called like the kind (S1).
 *
 * @throws DomainError `actor.not_allowed`
 */
export function demandForPiece(actor: Actor, permission: Permission, { id, kind }: { id?: string; kind: PieceKind }): void {
  if (id !== undefined && isAllowed(actor, permission, id)) return;
  demand(actor, permission, kind);
}

/** The newest version, whatever is shown. */
export async function newestVersion(db: Db, pieceId: string): Promise<PieceVersionRow> {
  const { pieceVersions: t } = db.t;
  const [version] = await db.select().from(t).where(eq(t.pieceId, pieceId)).orderBy(desc(t.number)).limit(1);
  if (version === undefined) throw new DomainError("piece.not_found");
  return version;
}

/**
 * Moves a piece as its table of moves allows, by an update that names where it must stand: of two who move it at once
 * one is told that it stands elsewhere.
 *
 * @throws DomainError `piece.move_not_allowed`
 */
export async function movePiece(tx: Tx, pieceId: string, to: PieceState, { from = statesBefore(to), ...also }: Partial<Pick<PieceRow, "publishAt" | "versionId" | "placeKind">> & { from?: readonly PieceState[] } = {}): Promise<void> {
  const { pieces } = tx.t;
  const [moved] = await tx
    .update(pieces)
    .set({ publishAt: null, ...also, state: to })
    .where(and(eq(pieces.id, pieceId), inArray(pieces.state, [...from])))
    .returning({ id: pieces.id });
  if (moved === undefined) throw new DomainError("piece.move_not_allowed", { pieceId });
}

function statesBefore(to: PieceState): PieceState[] {
  const moves: Readonly<Record<PieceState, readonly PieceState[]>> = pieceMoves;
  return (Object.keys(moves) as PieceState[]).filter((from) => moves[from].includes(to)); // the keys of a literal
}
