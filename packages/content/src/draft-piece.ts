import { speak, writeAudit, type Tx } from "@xudong/database";
import { DomainError, newId, type Occasion } from "@xudong/domain";
import type { PieceDraft } from "./piece-draft.ts";
import { demandForPiece, movePiece, newestVersion, requirePiece } from "./piece-rows.ts";
import { readDraft, refuse } from "./read-draft.ts";

/**
 * Writes down a new piece. Nobody but those who write and publish sees it before it is published.
 *
 * @throws DomainError `actor.not_allowed`, `piece.incomplete` naming each field, `piece.key_taken`
 */
export async function draftPiece(tx: Tx, typed: PieceDraft, occasion: Occasion): Promise<{ id: string }> {
  const { actor, now } = occasion;
  demandForPiece(actor, "piece.edit", { kind: typed.detail.kind });
  const draft = readDraft(typed);
  const id = newId(now);
  const [made] = await tx
    .insert(tx.t.pieces)
    .values({ id, kind: draft.detail.kind, state: "draft", key: draft.key, versionId: null, placeKind: null, publishAt: null, publishedAt: null, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: tx.t.pieces.id });
  if (made === undefined) throw new DomainError("piece.key_taken", { field: "key" });
  await addVersion(tx, id, 1, draft, occasion);
  await writeAudit(tx, { actor: actor.id, verb: "piece.draft", objectKind: "piece", objectId: id, at: now });
  return { id };
}

/**
 * Writes a new version of a piece. What is published stays on its page, word for word, until the new version is published;
 * a version under review or waiting for its hour is taken back first.
 *
 * @param basedOn the number of the version that was opened; another one written since is not overwritten
 * @returns the number of the new version
 * @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.incomplete`, `piece.move_not_allowed`, `piece.revised_meanwhile`
 */
export async function revisePiece(tx: Tx, pieceId: string, typed: PieceDraft, occasion: Occasion, basedOn?: number): Promise<{ number: number }> {
  const { actor, now } = occasion;
  const piece = await requirePiece(tx, pieceId);
  demandForPiece(actor, "piece.edit", piece);
  const draft = readDraft(typed);
  if (draft.key !== piece.key) refuse([{ field: "key", reason: "not_one_of" }]);
  if (draft.detail.kind !== piece.kind) refuse([{ field: "detail.kind", reason: "not_one_of" }]);
  await movePiece(tx, pieceId, "draft", { from: ["draft", "published", "archived"] });
  const newest = await newestVersion(tx, pieceId);
  if (basedOn !== undefined && basedOn !== newest.number) throw new DomainError("piece.revised_meanwhile", { number: newest.number });
  const number = newest.number + 1;
  await addVersion(tx, pieceId, number, draft, occasion);
  await writeAudit(tx, { actor: actor.id, verb: "piece.revise", objectKind: "piece", objectId: pieceId, at: now, detail: { number } });
  return { number };
}

async function addVersion(tx: Tx, pieceId: string, number: number, { key: _, isSample, detail, ...words }: PieceDraft, { actor, now }: Occasion): Promise<void> {
  await tx.insert(tx.t.pieceVersions).values({ id: newId(now), pieceId, number, words, detail, isSample, writtenBy: actor.id, writtenAt: now, decidedBy: null, decidedAt: null, reason: null });
}

/** Tells those who keep copies of pages that what is shown has changed. */
export async function tellOfPiece(tx: Tx, pieceId: string): Promise<void> {
  await speak(tx, { topic: "piece.changed", subject: pieceId });
}
