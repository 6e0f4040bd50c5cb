import { parseCode } from "./id.ts";
import type { Moves, PublicWords } from "./moves.ts";

export const ticketStates = ["issued", "admitted", "void"] as const;
export type TicketState = (typeof ticketStates)[number];

/** One guest, one ticket, one entry. A void ticket belongs to a visit that was cancelled. */
export const ticketMoves = {
  issued: ["admitted", "void"],
  admitted: [],
  void: [],
} as const satisfies Moves<TicketState>;

export const ticketWords = {
  issued: { vi: "Chưa dùng", en: "Not used yet" },
  admitted: { vi: "Đã vào cửa", en: "Admitted" },
  void: { vi: "Không còn giá trị", en: "No longer valid" },
} as const satisfies PublicWords<TicketState>;

/** What a ticket's QR says: nothing about the guest, only which ticket, for which slot, signed by which key. */
export type TicketClaim = { code: string; slotId: string; keyId: string };

const version = "T1";

/** The text that is signed. */
export function ticketMessage(claim: TicketClaim): string {
  return [version, claim.keyId, claim.code, claim.slotId].join(".");
}

/** The whole text of the QR: the message, a dot, and its Ed25519 signature in base64url. */
export function ticketText(claim: TicketClaim, signature: string): string {
  return `${ticketMessage(claim)}.${signature}`;
}

/** Reads a QR's text without judging it; undefined where it is not one of ours. Only a verified signature proves anything. */
export function parseTicketText(text: string): { claim: TicketClaim; message: string; signature: string } | undefined {
  const parts = text.trim().split(".");
  const [head, keyId, typedCode, slotId, signature] = parts;
  if (parts.length !== 5 || head !== version || !keyId || !typedCode || !slotId || !signature) return undefined;
  const code = parseCode(typedCode);
  if (code === undefined || !/^[\w-]{86}$/.test(signature)) return undefined;
  const claim = { code, slotId, keyId };
  return { claim, message: ticketMessage(claim), signature };
}
