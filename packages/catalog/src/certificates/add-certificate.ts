import { and, eq } from "drizzle-orm";
import { writeAudit, type Tx } from "@xudong/database";
import { certificateEndsOn, certificateKinds, dayOf, demand, DomainError, isDay, isId, newId, ocopStars, type CertificateKind, type Day, type Localized, type Occasion } from "@xudong/domain";
import { DraftReader } from "../read-drafts.ts";
import { requireShop } from "../shops/move-shop.ts";

/** A paper as its holder hands it in. */
export type CertificateDraft = {
  kind: CertificateKind;
  /** The listing it is about; left out where it is about the whole shop. OCOP is always about a product. */
  listingId?: string;
  /** What the paper itself calls the product. */
  productName: Localized;
  holder: string;
  /** OCOP alone: 3 to 5. */
  stars?: number;
  /** A sample has none. */
  number?: string;
  issuer: string;
  issuedOn: Day;
  /** The last day. OCOP lasts 36 months where it is left out, other papers until further notice. */
  validTo?: Day;
  /** What we know it from: the decision itself, a report, or the seller's word. */
  sourceGrade: string;
  isSample: boolean;
};

/**
 * Hands in a paper of a shop or of one of its listings. No badge is shown before somebody has verified it.
 *
 * @throws DomainError `shop.not_found`, `actor.not_allowed`, `listing.not_found` for another shop's, `certificate.incomplete` naming what is wrong
 */
export async function addCertificate(tx: Tx, shopId: string, draft: CertificateDraft, { actor, now }: Occasion): Promise<{ id: string }> {
  await requireShop(tx, shopId);
  demand(actor, "listing.edit", shopId);
  const row = readCertificate(draft, dayOf(now));
  const { certificates, listings } = tx.t;
  if (row.listingId !== null) {
    const [own] = isId(row.listingId) ? await tx.select({ id: listings.id }).from(listings).where(and(eq(listings.id, row.listingId), eq(listings.shopId, shopId))) : [];
    if (own === undefined) throw new DomainError("listing.not_found", { field: "listingId" });
  }
  const id = newId(now);
  await tx.insert(certificates).values({ id, shopId, ...row, createdAt: now, verifiedAt: null, verifiedBy: null, revokedAt: null });
  await writeAudit(tx, { actor: actor.id, verb: "certificate.add", objectKind: "certificate", objectId: id, at: now });
  return { id };
}

function readCertificate(draft: CertificateDraft, today: Day) {
  const form = new DraftReader();
  if (!certificateKinds.includes(draft.kind)) form.fault("kind", "not_one_of", { allowed: certificateKinds });
  const isOcop = draft.kind === "ocop";
  if (isOcop && draft.stars === undefined) form.fault("stars", "missing");
  if (draft.stars !== undefined) {
    if (isOcop) form.whole("stars", draft.stars, ocopStars);
    else form.fault("stars", "unknown_field");
  }
  if (isOcop && draft.listingId === undefined) form.fault("listingId", "missing");
  // A paper without a number cannot be looked up; a sample must not look like a real one.
  if (isOcop && !draft.isSample && draft.number === undefined) form.fault("number", "missing");
  const isDated = isDay(draft.issuedOn);
  if (!isDated) form.fault("issuedOn", "no_such_day");
  else if (draft.issuedOn > today) form.fault("issuedOn", "in_the_future");
  if (draft.validTo !== undefined) {
    if (!isDay(draft.validTo)) form.fault("validTo", "no_such_day");
    else if (isDated && draft.validTo < draft.issuedOn) form.fault("validTo", "day_before_start");
  }
  const row = {
    kind: draft.kind,
    listingId: draft.listingId ?? null,
    productName: form.text("productName", draft.productName, 200),
    holder: form.line("holder", draft.holder, 200),
    stars: draft.stars ?? null,
    number: draft.number === undefined ? null : form.line("number", draft.number, 60),
    issuer: form.line("issuer", draft.issuer, 200),
    issuedOn: draft.issuedOn,
    sourceGrade: form.line("sourceGrade", draft.sourceGrade, 60),
    isSample: draft.isSample,
  };
  form.refuse("certificate.incomplete");
  return { ...row, validTo: draft.validTo ?? certificateEndsOn(draft.kind, draft.issuedOn) };
}
