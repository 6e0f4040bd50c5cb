export type { LinkedPiece, PieceDraft } from "./piece-draft.ts";
