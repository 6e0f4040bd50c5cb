import { and, eq, isNull } from "drizzle-orm";
import { speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, isId, type Occasion } from "@xudong/domain";
import { readReasons } from "../read-reasons.ts";

/**
 * Says that somebody has looked at the paper and at its source: from now until its last day the badge is shown.
 *
 * @throws DomainError `certificate.not_found`, `actor.not_allowed`, `certificate.move_not_allowed` where it is verified already or revoked
 */
export async function verifyCertificate(tx: Tx, certificateId: string, { actor, now }: Occasion): Promise<void> {
  const row = await requireCertificate(tx, certificateId);
  demand(actor, "certificate.verify", row.shopId);
  const { certificates } = tx.t;
  const [moved] = await tx
    .update(certificates)
    .set({ verifiedAt: now, verifiedBy: actor.id })
    .where(and(eq(certificates.id, certificateId), isNull(certificates.verifiedAt), isNull(certificates.revokedAt)))
    .returning({ id: certificates.id });
  await tell(tx, row, moved, "certificate.verify", {}, { actor, now });
}

/**
 * Takes a paper back, for good and at once: it was withdrawn, or should never have been believed. Its row stays.
 *
 * @throws DomainError `certificate.not_found`, `actor.not_allowed`, `request.invalid` without a reason, `certificate.move_not_allowed` where it is revoked already
 */
export async function revokeCertificate(tx: Tx, certificateId: string, reason: string, { actor, now }: Occasion): Promise<void> {
  const row = await requireCertificate(tx, certificateId);
  demand(actor, "certificate.verify", row.shopId);
  const [because] = readReasons([{ text: reason }]);
  const { certificates } = tx.t;
  const [moved] = await tx
    .update(certificates)
    .set({ revokedAt: now })
    .where(and(eq(certificates.id, certificateId), isNull(certificates.revokedAt)))
    .returning({ id: certificates.id });
  await tell(tx, row, moved, "certificate.revoke", { reason: because?.text }, { actor, now });
}

type CertificateRow = { id: string; shopId: string; listingId: string | null };

async function requireCertificate(tx: Tx, certificateId: string): Promise<CertificateRow> {
  const { certificates } = tx.t;
  const [row] = isId(certificateId) ? await tx.select({ id: certificates.id, shopId: certificates.shopId, listingId: certificates.listingId }).from(certificates).where(eq(certificates.id, certificateId)) : [];
  if (row === undefined) throw new DomainError("certificate.not_found");
  return row;
}

async function tell(tx: Tx, { id, shopId, listingId }: CertificateRow, moved: unknown, verb: string, detail: Record<string, unknown>, { actor, now }: Occasion): Promise<void> {
  if (moved === undefined) throw new DomainError("certificate.move_not_allowed");
  await speak(tx, listingId === null ? { topic: "shop.changed", subject: shopId } : { topic: "listing.changed", subject: listingId });
  await writeAudit(tx, { actor: actor.id, verb, objectKind: "certificate", objectId: id, at: now, detail });
}
