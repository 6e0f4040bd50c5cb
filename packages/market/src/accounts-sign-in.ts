import { addPerson, createSession, deviceOf, findPerson, findSamplePerson, forgetTries, hashPassword, isPassword, readPerson, tellOfPerson, type TypedPerson } from "@xudong/accounts";
import type { Tx } from "@xudong/database";
import { DomainError, guest, networkOf, parseContact } from "@xudong/domain";
import type { OpenedSession, Origin, SampleRole } from "./accounts.ts";
import { countedTry, type AccountParts } from "./accounts-tries.ts";

/** Somebody as they are counted, however they typed it; undefined where it can be nobody. */
export function subjectOf(typedContact: string): string | undefined {
  const contact = parseContact(typedContact);
  return contact === undefined ? undefined : "phone" in contact ? contact.phone : contact.email;
}

/** Signs a person in on this device, in the write that made sure of them. */
export async function openSession(tx: Tx, personId: string, origin: Origin, now: Date): Promise<OpenedSession> {
  const opened = await createSession(tx, personId, { device: deviceOf(origin.userAgent), network: networkOf(origin.clientAddress) }, now);
  await tellOfPerson(tx, { verb: "session.open", personId }, { actor: { id: personId, grants: [] }, now });
  return opened;
}

/** The work of hashing is done before it is known whether the contact is free, so that the answer's time tells nothing either. */
export async function signUp(parts: AccountParts, typed: TypedPerson, origin: Origin): Promise<OpenedSession> {
  const person = readPerson(typed);
  await countedTry(parts, { what: "signUp", subject: person.phone ?? person.email ?? undefined, network: networkOf(origin.clientAddress) });
  const passwordHash = await hashPassword(typed.password);
  return parts.store.write(async (tx) => {
    const { id } = await addPerson(tx, { ...person, passwordHash }, { actor: guest, now: parts.now() }, "web");
    return openSession(tx, id, origin, parts.now());
  });
}

export async function signIn(parts: AccountParts, typed: { contact: string; password: string }, origin: Origin): Promise<OpenedSession> {
  const subject = subjectOf(typed.contact);
  await countedTry(parts, { what: "signIn", subject, network: networkOf(origin.clientAddress) });
  const person = await findPerson(parts.store.read, typed.contact);
  const isRight = await isPassword(person?.passwordHash, typed.password);
  if (person === undefined || !isRight) throw new DomainError("person.wrong_credentials");
  if (person.isLocked) throw new DomainError("person.locked");
  return parts.store.write(async (tx) => {
    // Changed, or locked out, while we were counting: what was right then proves nothing now.
    const still = await findPerson(tx, typed.contact);
    if (still?.id !== person.id || still.passwordHash !== person.passwordHash) throw new DomainError("person.wrong_credentials");
    if (still.isLocked) throw new DomainError("person.locked");
    if (subject !== undefined) await forgetTries(tx, "signIn", subject, parts.now());
    return openSession(tx, person.id, origin, parts.now());
  });
}

/** How the sample person of a role is known in a demo. */
export const sampleEmail = (role: SampleRole): string => `${role.replaceAll("_", "-")}@mau.invalid`;

/** The sample people have no password: this is their only door, and it is walled up outside a demo. */
export async function signInAsSample({ store, now, settings }: AccountParts, role: SampleRole, origin: Origin): Promise<OpenedSession> {
  if (settings.isDemo !== true) throw new DomainError("request.not_found");
  return store.write(async (tx) => {
    const person = await findSamplePerson(tx, sampleEmail(role));
    if (person === undefined) throw new DomainError("request.not_found");
    return openSession(tx, person.id, origin, now());
  });
}
