import { eq } from "drizzle-orm";
import { keep, type Db, type Tx } from "@xudong/database";
import {
  cleanLine, DomainError, newId, parseContact, parseEmail, parsePhone, passwordLengths, personNameMax, requiredAccountConsents, whyWeakPassword,
  type Locale, type Occasion, type PersonContact,
} from "@xudong/domain";
import { recordConsents, type GivenConsent } from "./consents.ts";
import { tell } from "./tell.ts";

/** What somebody types to make an account, as typed. */
export type TypedPerson = {
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
  password: string;
  /** What was ticked, each with the sentence that stood beside the box. */
  consents: readonly GivenConsent[];
  locale: Locale;
};

export type NewPerson = PersonContact & { name: string; locale: Locale; consents: readonly GivenConsent[] };

/** A person as pages and other packages know one. */
export type Person = PersonContact & { id: string; name: string; locale: string; isLocked: boolean; isSample: boolean };

/** The same with what proves that it is them, for this package alone. */
export type PersonRow = Person & { passwordHash: string | null };

type Issue = { field: string; reason: string; min?: number; max?: number };

/**
 * Reads who wants an account, checking everything at once. A telephone or an e-mail is enough, and both may be given.
 *
 * @throws DomainError `person.details_invalid` with `issues` naming every field at fault
 */
export function readPerson(typed: TypedPerson): NewPerson {
  const issues: Issue[] = [];
  const name = cleanLine(typed.name);
  if (name === "") issues.push({ field: "name", reason: "missing" });
  if ([...name].length > personNameMax) issues.push({ field: "name", reason: "too_long", max: personNameMax });
  const phone = readPart(typed.phone, parsePhone);
  const email = readPart(typed.email, parseEmail);
  if (phone === undefined) issues.push({ field: "phone", reason: "phone" });
  if (email === undefined) issues.push({ field: "email", reason: "email" });
  if (phone === null && email === null) issues.push({ field: "phone", reason: "phone_or_email" });
  issues.push(...passwordIssues(typed.password, { phone: phone ?? null, email: email ?? null }));
  for (const purpose of requiredAccountConsents) {
    if (!typed.consents.some((each) => each.purpose === purpose)) issues.push({ field: `consents.${purpose}`, reason: "missing" });
  }
  refuse(issues);
  return { name, phone: phone ?? null, email: email ?? null, locale: typed.locale, consents: typed.consents };
}

/** @throws DomainError `person.details_invalid` naming what is wrong with a password somebody chose */
export function requireGoodPassword(typed: string, person: PersonContact): void {
  refuse(passwordIssues(typed, person));
}

function passwordIssues(typed: string, person: PersonContact): Issue[] {
  const reason = whyWeakPassword(typed, person);
  if (reason === undefined) return [];
  return [{ field: "password", reason, ...(reason === "too_short" ? { min: passwordLengths.min } : {}), ...(reason === "too_long" ? { max: passwordLengths.max } : {}) }];
}

function refuse(issues: readonly Issue[]): void {
  const [first] = issues;
  if (first !== undefined) throw new DomainError("person.details_invalid", { field: first.field, issues });
}

/** Null where nothing was typed, undefined where it cannot be one. */
function readPart(typed: string | undefined, parse: (text: string) => string | undefined): string | null | undefined {
  const text = cleanLine(typed ?? "");
  return text === "" ? null : parse(text);
}

/**
 * Writes down a new person with what they agreed to. Whether telephone or e-mail is in use is told the same way, and not by whom.
 *
 * @throws DomainError `person.contact_unavailable`
 */
export async function addPerson(tx: Tx, person: NewPerson & { passwordHash: string | null; isSample?: boolean }, { actor, now }: Occasion, channel: string): Promise<{ id: string }> {
  const { name, phone, email, locale, passwordHash, consents, isSample = false } = person;
  const id = newId(now);
  const [added] = await tx.insert(tx.t.people).values({ id, name, phone, email, passwordHash, locale, isSample, createdAt: now }).onConflictDoNothing().returning({ id: tx.t.people.id });
  if (added === undefined) throw new DomainError("person.contact_unavailable");
  await recordConsents(tx, id, consents, { channel, now });
  await tell(tx, { verb: "person.add", personId: id }, { actor, now });
  return { id };
}

/** Whoever signs in with what was typed: a telephone or an e-mail. */
export async function findPerson(db: Db, typedContact: string): Promise<PersonRow | undefined> {
  const contact = parseContact(typedContact);
  if (contact === undefined) return undefined;
  const [found] = "phone" in contact ? await byPhone(db, contact.phone) : await byEmail(db, contact.email);
  return found;
}

/** @throws DomainError `person.not_found`, also for somebody who has closed their account: the row that is left is nobody's */
export async function requirePersonRow(db: Db, personId: string): Promise<PersonRow> {
  const [found] = await byId(db, personId);
  if (found === undefined || (found.phone === null && found.email === null)) throw new DomainError("person.not_found");
  return found;
}

/** A person without what proves that it is them. */
export function personView({ id, name, phone, email, locale, isLocked, isSample }: PersonRow): Person {
  return { id, name, phone, email, locale, isLocked, isSample };
}

/** Holds somebody's row until the transaction ends: of two changes to one account the second sees the first. */
export async function lockRowOfPerson(tx: Tx, personId: string): Promise<void> {
  await tx.update(tx.t.people).set({ id: personId }).where(eq(tx.t.people.id, personId));
}

const columns = ({ people }: Db["t"]) => ({
  id: people.id, name: people.name, phone: people.phone, email: people.email, locale: people.locale, isLocked: people.isLocked, isSample: people.isSample, passwordHash: people.passwordHash,
});
const byId = keep((db: Db, id: string) => db.select(columns(db.t)).from(db.t.people).where(eq(db.t.people.id, id)));
const byPhone = keep((db: Db, phone: string) => db.select(columns(db.t)).from(db.t.people).where(eq(db.t.people.phone, phone)));
const byEmail = keep((db: Db, email: string) => db.select(columns(db.t)).from(db.t.people).where(eq(db.t.people.email, email)));
