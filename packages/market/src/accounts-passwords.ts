import { changePassword, closeAccount, countTry, findPerson, hashPassword, isPassword, makeLink, readLink, requireGoodPassword, requirePersonRow, useLink, type PersonRow } from "@xudong/accounts";
import type { Tx } from "@xudong/database";
import { DomainError, guest, networkOf, newId, requirePerson, type Actor } from "@xudong/domain";
import type { OpenedSession, Origin } from "./accounts.ts";
import { openSession, subjectOf } from "./accounts-sign-in.ts";
import { countedTry, type AccountParts } from "./accounts-tries.ts";
import { mailPerson } from "./mail/queue-mail.ts";
import { dropRemindersOf } from "./reminders.ts";

/** Changes one's own password, by the one that was. */
export async function changeOwnPassword(parts: AccountParts, change: { current: string; next: string; keptSessionId: string }, actor: Actor, origin: Origin): Promise<void> {
  const person = await requireOwnPassword(parts, { field: "current", typed: change.current }, actor, origin);
  requireGoodPassword(change.next, person);
  const to = await hashPassword(change.next);
  await parts.store.write(async (tx) => {
    const now = parts.now();
    await changePassword(tx, person.id, { from: person.passwordHash, to, keptSessionId: change.keptSessionId }, { actor, now });
    await mailNewPassword(tx, person.id, now);
  });
}

/** Closes one's own account, by its password: a session left open somewhere must not be enough. */
export async function closeOwnAccount(parts: AccountParts, password: string, actor: Actor, origin: Origin): Promise<void> {
  const { id, passwordHash } = await requireOwnPassword(parts, { field: "password", typed: password }, actor, origin);
  await parts.store.write(async (tx) => {
    const occasion = { actor, now: parts.now() };
    await closeAccount(tx, id, { passwordHash }, occasion);
    await dropRemindersOf(tx, id, occasion);
  });
}

/** Who is signed in, once they have typed their password. Guessing it from a session left open is counted like guessing it at the door. */
async function requireOwnPassword(parts: AccountParts, { field, typed }: { field: string; typed: string }, actor: Actor, origin: Origin): Promise<PersonRow> {
  const personId = requirePerson(actor);
  const person = await requirePersonRow(parts.store.read, personId);
  await countedTry(parts, { what: "signIn", subject: `change ${personId}`, network: networkOf(origin.clientAddress) });
  if (!(await isPassword(person.passwordHash, typed))) throw new DomainError("person.wrong_credentials", { field });
  return person;
}

/** Known or not, everything happens in one write, whose end takes longest: neither words nor time tell who has an account. */
export async function requestRecovery({ store, now, settings }: AccountParts, email: string, origin: Origin): Promise<void> {
  const [secret = ""] = settings.appSecrets;
  const retryAfterSeconds = await store.write(async (tx) => {
    const wait = await countTry(tx, { what: "recover", subject: subjectOf(email), network: networkOf(origin.clientAddress) }, now());
    const person = await findPerson(tx, email);
    const isReached = person !== undefined && person.email === subjectOf(email) && !person.isLocked && !person.isSample;
    if ((wait === 0 || !settings.hasLimits) && isReached) {
      const { seed } = await makeLink(tx, person.id, secret, { actor: guest, now: now() });
      await mailPerson(tx, person.id, { kind: "recover", subject: seed }, now());
    }
    return wait;
  });
  if (settings.hasLimits && retryAfterSeconds > 0) throw new DomainError("request.too_many", { retryAfterSeconds });
}

export async function recover(parts: AccountParts, linkToken: string, password: string, origin: Origin): Promise<OpenedSession> {
  await countedTry(parts, { what: "useLink", network: networkOf(origin.clientAddress) });
  const person = await readLink(parts.store.read, linkToken, parts.now());
  requireGoodPassword(password, person);
  const passwordHash = await hashPassword(password);
  return parts.store.write(async (tx) => {
    const { personId } = await useLink(tx, linkToken, passwordHash, parts.now());
    await mailNewPassword(tx, personId, parts.now());
    return openSession(tx, personId, origin, parts.now());
  });
}

/** Whoever did not change it themselves learns of it where they read their mail. Every change is one of its own. */
const mailNewPassword = (tx: Tx, personId: string, now: Date) => mailPerson(tx, personId, { kind: "password_changed", subject: newId(now) }, now);
