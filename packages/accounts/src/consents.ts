import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "@xudong/database";
import { consentPurposes, DomainError, isOptionalConsent, newId, type ConsentPurpose, type Occasion } from "@xudong/domain";
import { lockRowOfPerson } from "./people.ts";
import { tell } from "./tell.ts";

/** What somebody agreed to: for what, in which words, of which version of the policy. */
export type GivenConsent = { purpose: ConsentPurpose; text: string; policyVersion: string };

/** The same of anybody, for any purpose: what is asked for outside accounts has purposes of its own. */
export type RecordedConsent = { purpose: string; text: string; policyVersion: string; /** False where it is taken back. */ isGiven?: boolean };

/** Where somebody stands on a purpose, and since when. */
export type ConsentView = { purpose: ConsentPurpose; isGiven: boolean; policyVersion: string; at: Date };

/** Writes down consents as they were given. Rows are only ever added: the latest of a purpose counts, the others prove the past. */
export async function recordConsents(tx: Tx, subject: string, given: readonly RecordedConsent[], { channel, now }: { channel: string; now: Date }): Promise<void> {
  const rows = given.map(({ isGiven = true, ...consent }) => consentRow(subject, consent, isGiven, { channel, now }));
  if (rows.length > 0) await tx.insert(tx.t.consents).values(rows);
}

/**
 * Gives a consent that may be refused, or takes it back; again changes nothing.
 *
 * @throws DomainError `consent.required` for one without which there is no account
 */
export async function changeConsent(tx: Tx, personId: string, consent: GivenConsent & { isGiven: boolean }, occasion: Occasion, channel: string): Promise<void> {
  if (!isOptionalConsent(consent.purpose)) throw new DomainError("consent.required", { field: "purpose" });
  await lockRowOfPerson(tx, personId);
  const before = (await consentsOf(tx, personId)).find((each) => each.purpose === consent.purpose);
  if ((before?.isGiven ?? false) === consent.isGiven) return;
  await tx.insert(tx.t.consents).values(consentRow(personId, consent, consent.isGiven, { channel, now: occasion.now }));
  await tell(tx, { verb: consent.isGiven ? "consent.give" : "consent.withdraw", personId, detail: { purpose: consent.purpose } }, occasion);
}

/** Takes back whatever somebody still agrees to, in the words and the version they agreed to: their account ends. */
export async function withdrawAllConsents(tx: Tx, personId: string, { channel, now }: { channel: string; now: Date }): Promise<void> {
  const latest = await latestConsents(tx, personId);
  const taken = latest.filter(({ isGiven }) => isGiven).map(({ purpose, policyVersion, textHash }) => ({ id: newId(now), subject: personId, purpose, isGiven: false, policyVersion, textHash, channel, at: now }));
  if (taken.length > 0) await tx.insert(tx.t.consents).values(taken);
}

/** Where somebody stands on each purpose they ever answered. */
export async function consentsOf(db: Db, subject: string): Promise<ConsentView[]> {
  return (await latestConsents(db, subject)).map(({ purpose, isGiven, policyVersion, at }) => ({ purpose, isGiven, policyVersion, at }));
}

async function latestConsents(db: Db, subject: string) {
  const { consents: t } = db.t;
  const rows = await db.select().from(t).where(eq(t.subject, subject)).orderBy(asc(t.at), asc(t.id));
  return consentPurposes.flatMap((purpose) => {
    const latest = rows.findLast((row) => row.purpose === purpose);
    return latest === undefined ? [] : [{ ...latest, purpose }];
  });
}

function consentRow(subject: string, { purpose, text, policyVersion }: RecordedConsent, isGiven: boolean, { channel, now }: { channel: string; now: Date }) {
  return { id: newId(now), subject, purpose, isGiven, policyVersion, textHash: createHash("sha256").update(text).digest("hex"), channel, at: now };
}
