import { eq } from "drizzle-orm";
import { reserveSlugs } from "@xudong/catalog";
import { writeAudit, type Tx } from "@xudong/database";
import { cleanLine, DomainError, type Occasion } from "@xudong/domain";
import { demandForPiece, movePiece, newestVersion, requirePiece } from "./piece-rows.ts";
import { missingFrom, refuse } from "./read-draft.ts";

/**
 * Hands a draft to those who publish. From now on its title keeps an address for it.
 *
 * @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.move_not_allowed`, `piece.incomplete` naming what a reader
 *   would miss, `piece.slug_taken`
 */
export async function submitPiece(tx: Tx, pieceId: string, { actor, now }: Occasion): Promise<void> {
  const piece = await requirePiece(tx, pieceId);
  demandForPiece(actor, "piece.edit", piece);
  await movePiece(tx, pieceId, "in_review", { from: ["draft"] });
  const { words, detail, number } = await newestVersion(tx, pieceId);
  refuse(missingFrom({ ...words, detail }));
  const isFree = await reserveSlugs(tx, { kind: piece.kind, targetId: pieceId, title: words.title, now });
  if (!isFree) throw new DomainError("piece.slug_taken", { field: "title" });
  await writeAudit(tx, { actor: actor.id, verb: "piece.submit", objectKind: "piece", objectId: pieceId, at: now, detail: { number } });
}

/** Takes a draft back from review, to write on. @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.move_not_allowed` */
export async function withdrawPiece(tx: Tx, pieceId: string, { actor, now }: Occasion): Promise<void> {
  const piece = await requirePiece(tx, pieceId);
  demandForPiece(actor, "piece.edit", piece);
  await movePiece(tx, pieceId, "draft", { from: ["in_review"] });
  await writeAudit(tx, { actor: actor.id, verb: "piece.withdraw", objectKind: "piece", objectId: pieceId, at: now });
}

/**
 * Gives a piece back to those who write, with what they should mend; also one that waits for its hour.
 *
 * @throws DomainError `piece.not_found`, `actor.not_allowed`, `piece.move_not_allowed`, `request.invalid` without a reason
 */
export async function sendBackPiece(tx: Tx, pieceId: string, { reason }: { reason: string }, { actor, now }: Occasion): Promise<void> {
  const piece = await requirePiece(tx, pieceId);
  demandForPiece(actor, "piece.publish", piece);
  const said = cleanLine(reason);
  if (said === "") throw new DomainError("request.invalid", { field: "reason", issues: [{ field: "reason", reason: "missing" }] });
  await movePiece(tx, pieceId, "draft", { from: ["in_review", "scheduled"] });
  const { id, number } = await newestVersion(tx, pieceId);
  const { pieceVersions } = tx.t;
  await tx.update(pieceVersions).set({ decidedBy: actor.id, decidedAt: now, reason: said }).where(eq(pieceVersions.id, id));
  await writeAudit(tx, { actor: actor.id, verb: "piece.send_back", objectKind: "piece", objectId: pieceId, at: now, detail: { number, reason: said } });
}
