import type { PieceWords } from "@xudong/database";
import type { PieceDetail, PieceTarget } from "@xudong/domain";

/**
 * What a curator writes: the same shape starts a piece and revises it. Its kind is that of its `detail`.
 *
 * Only the Vietnamese title has to be there from the first; `submitPiece` names whatever else is missing. A text may lack
 * its English: pages then show the Vietnamese and say so.
 */
export type PieceDraft = PieceWords & {
  /** A name for people who write, unique in its kind and never shown: lower-case letters, digits and hyphens. */
  key: string;
  detail: PieceDetail;
  /** Written to show what such a page looks like: it says so wherever it is read. */
  isSample: boolean;
};

/** A piece with what it leads to, as a sample brings both. */
export type LinkedPiece = { draft: PieceDraft; links?: readonly PieceTarget[] };
