import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { DomainError, isAllowed, pieceKinds, type Actor, type PieceKind, type PieceState } from "@xudong/domain";
import { newestVersion, requirePiece, type PieceRow, type PieceVersionRow } from "./piece-rows.ts";
import type { PieceInHand } from "./piece-view.ts";
import { untranslated } from "./read-draft.ts";

const mayHandle = (actor: Actor, scope: string) => isAllowed(actor, "piece.edit", scope) || isAllowed(actor, "piece.publish", scope);

/** Pieces at one step, for who writes or publishes them, the newest first: of the kinds whose queue they are on, and single ones they were given (S1). */
export async function piecesInHand(db: Db, actor: Actor, { state, kind, limit = 100 }: { state?: PieceState; kind?: PieceKind; limit?: number } = {}): Promise<PieceInHand[]> {
  const { pieces, pieceVersions } = db.t;
  const kinds = pieceKinds.filter((each) => (kind === undefined || each === kind) && mayHandle(actor, each));
  const given = actor.grants.flatMap(({ scope }) => (mayHandle(actor, scope) ? [scope] : []));
  const asked = and(state === undefined ? undefined : eq(pieces.state, state), kind === undefined ? undefined : eq(pieces.kind, kind));
  const mine = await db.select().from(pieces).where(and(asked, kinds.length > 0 ? inArray(pieces.kind, kinds) : inArray(pieces.id, given))).orderBy(desc(pieces.id)).limit(limit);
  if (mine.length === 0) return [];
  const versions = Map.groupBy(await db.select().from(pieceVersions).where(inArray(pieceVersions.pieceId, mine.map(({ id }) => id))), ({ pieceId }) => pieceId);
  return mine.flatMap((piece) => {
    const newest = versions.get(piece.id)?.toSorted((a, b) => b.number - a.number)[0];
    return newest === undefined ? [] : [inHand(piece, newest)];
  });
}

/** One piece with its newest version, for who writes or publishes it. @throws DomainError `piece.not_found`, also where it is not theirs to see */
export async function pieceInHand(db: Db, actor: Actor, pieceId: string): Promise<PieceInHand> {
  const piece = await requirePiece(db, pieceId);
  if (!mayHandle(actor, piece.id) && !mayHandle(actor, piece.kind)) throw new DomainError("piece.not_found");
  return inHand(piece, await newestVersion(db, pieceId));
}

function inHand({ id, kind, key, state, versionId, publishAt }: PieceRow, { number, words, detail, isSample, writtenBy, writtenAt, reason }: PieceVersionRow): PieceInHand {
  return { id, kind, key, state, isShown: versionId !== null, publishAt, number, words, detail, isSample, writtenBy, writtenAt, reason, untranslated: untranslated({ ...words, detail }) };
}
