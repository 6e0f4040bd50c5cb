import { and, desc, eq, inArray } from "drizzle-orm";
import { keep, type Db, type Tx } from "@xudong/database";
import { demand, DomainError, isAllowed, pieceMoves, type Actor, type Permission, type PieceKind, type PieceState } from "@xudong/domain";

export type PieceRow = Db["t"]["pieces"]["$inferSelect"];
export type PieceVersionRow = Db["t"]["pieceVersions"]["$inferSelect"];

/** @throws DomainError `piece.not_found` */
export async function requirePiece(db: Db, pieceId: string): Promise<PieceRow> {
  const [piece] = await pieceById(db, pieceId);
  if (piece === undefined) throw new DomainError("piece.not_found");
  return piece;
}

const pieceById = keep((db: Db, id: string) => db.select().from(db.t.pieces).where(eq(db.t.pieces.id, id)));

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
  const [version] = await newestOf(db, pieceId, 1);
  if (version === undefined) throw new DomainError("piece.not_found");
  return version;
}

const newestOf = keep((db: Db, pieceId: string, limit: number) => {
  const { pieceVersions: t } = db.t;
  return db.select().from(t).where(eq(t.pieceId, pieceId)).orderBy(desc(t.number)).limit(limit);
});

/**
 * Moves a piece as its table of moves allows, by an update that names where it must stand: of two who move it at once
 * one is told that it stands elsewhere.
 *
 * @throws DomainError `piece.move_not_allowed`
 */
export async function movePiece(tx: Tx, pieceId: string, to: PieceState, { from = statesBefore(to), ...also }: Partial<Pick<PieceRow, "publishAt" | "versionId" | "placeKind">> & { from?: readonly PieceState[] } = {}): Promise<void> {
  const [moved] = await movedFrom(tx, pieceId, [...from], { publishAt: null, ...also, state: to });
  if (moved === undefined) throw new DomainError("piece.move_not_allowed", { pieceId });
}

const movedFrom = keep((tx: Tx, pieceId: string, from: PieceState[], row: Partial<PieceRow>) => {
  const { pieces } = tx.t;
  return tx
    .update(pieces)
    .set(row)
    .where(and(eq(pieces.id, pieceId), inArray(pieces.state, from)))
    .returning({ id: pieces.id });
});

function statesBefore(to: PieceState): PieceState[] {
  const moves: Readonly<Record<PieceState, readonly PieceState[]>> = pieceMoves;
  return (Object.keys(moves) as PieceState[]).filter((from) => moves[from].includes(to)); // the keys of a literal
}
