import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { DomainError, parseTicketText, ticketMessage, type TicketClaim } from "@xudong/domain";

/** A key that signs tickets, as it is configured: an Ed25519 private key in PEM and the name it goes by. */
export type TicketKey = { keyId: string; privateKeyPem: string };

/** Signs tickets with the newest key and knows the public half of every key still in use. */
export type TicketSigner = {
  keyId: string;
  sign(claim: TicketClaim): string;
  /** The claim of a genuine text. @throws DomainError `ticket.forged` */
  read(text: string): TicketClaim;
  publicKeys(): readonly { keyId: string; publicKey: string }[];
};

/** @param keys newest first; older ones only verify */
export function ticketSigner(keys: readonly TicketKey[]): TicketSigner {
  const loaded = keys.map((key) => ({ keyId: key.keyId, privateKey: createPrivateKey(key.privateKeyPem) }));
  const [newest] = loaded;
  if (newest === undefined) throw new Error("No ticket signing key is configured: set TICKET_SIGNING_KEY");
  const publicKeys = new Map<string, KeyObject>(loaded.map((key) => [key.keyId, createPublicKey(key.privateKey)]));
  return {
    keyId: newest.keyId,
    sign: (claim) => sign(null, Buffer.from(ticketMessage(claim)), newest.privateKey).toString("base64url"),
    read(text) {
      const parsed = parseTicketText(text);
      const publicKey = parsed === undefined ? undefined : publicKeys.get(parsed.claim.keyId);
      if (parsed === undefined || publicKey === undefined) throw new DomainError("ticket.forged");
      const isGenuine = verify(null, Buffer.from(parsed.message), publicKey, Buffer.from(parsed.signature, "base64url"));
      if (!isGenuine) throw new DomainError("ticket.forged");
      return parsed.claim;
    },
    publicKeys: () => [...publicKeys].map(([keyId, key]) => ({ keyId, publicKey: key.export({ format: "pem", type: "spki" }).toString() })),
  };
}
