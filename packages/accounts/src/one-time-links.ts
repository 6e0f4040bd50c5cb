import { createHash, createHmac } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Db, Tx } from "@xudong/database";
import { DomainError, minutes, newId, plus, type Occasion } from "@xudong/domain";
import { personView, requirePersonRow, type Person } from "./people.ts";
import { endAllSessions } from "./sessions.ts";
import { tell } from "./tell.ts";

/** How long a one-time link opens somebody's door. */
export const linkLifeMinutes = 60;

/** A link's secret part, and until when it opens. */
export type OneTimeLink = { token: string; expiresAt: Date };

/**
 * The secret part of a link, from a name anybody may read and the market's secret: never stored, so that whoever reads the
 * tables or the news opens nothing, and made again by whoever sends the mail.
 */
export const linkToken = (secret: string, seed: string): string => createHmac("sha256", secret).update(`one-time-link:${seed}`).digest("base64url");

const nameOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Makes a link by which one person chooses a new password, once, within an hour. Who may have it is decided by the caller. */
export async function makeLink(tx: Tx, personId: string, secret: string, occasion: Occasion): Promise<OneTimeLink & { seed: string }> {
  const { actor, now } = occasion;
  const seed = newId(now);
  const token = linkToken(secret, seed);
  const expiresAt = plus(now, minutes(linkLifeMinutes));
  await tx.insert(tx.t.oneTimeLinks).values({ id: nameOf(token), personId, purpose: "recover", madeBy: actor.id, madeAt: now, expiresAt, detail: { seed } });
  await tell(tx, { verb: "person.make_link", personId }, occasion);
  return { token, expiresAt, seed };
}

/**
 * Voids the links somebody has not used yet. Whoever was given one was trusted with the account as it was then: with another
 * password, or with another role, it is another account.
 */
export async function voidLinks(tx: Tx, personId: string, now: Date): Promise<void> {
  const { oneTimeLinks: t } = tx.t;
  await tx.update(t).set({ usedAt: now }).where(and(eq(t.personId, personId), isNull(t.usedAt)));
}

/**
 * A link that still opens, made again from its seed for the mail that carries it. @param secrets newest first: one may have been
 * changed since the link was made
 */
export async function openLink(db: Db, { seed, secrets }: { seed: string; secrets: readonly string[] }, now: Date): Promise<OneTimeLink | undefined> {
  const { oneTimeLinks: t } = db.t;
  for (const token of secrets.map((secret) => linkToken(secret, seed))) {
    const [link] = await db.select({ expiresAt: t.expiresAt }).from(t).where(and(eq(t.id, nameOf(token)), isNull(t.usedAt), gt(t.expiresAt, now)));
    if (link !== undefined) return { token, expiresAt: link.expiresAt };
  }
  return undefined;
}

/** Whose door a link opens. Looking uses nothing up. @throws DomainError `person.link_spent` for one that is unknown, used or over */
export async function readLink(db: Db, token: string, now: Date): Promise<Person> {
  const { oneTimeLinks: t } = db.t;
  const [link] = await db.select({ personId: t.personId }).from(t).where(and(eq(t.id, nameOf(token)), isNull(t.usedAt), gt(t.expiresAt, now)));
  if (link === undefined) throw new DomainError("person.link_spent");
  const person = await requirePersonRow(db, link.personId);
  if (person.isLocked) throw new DomainError("person.locked");
  return personView(person);
}

/**
 * Uses a link: the new password counts, everybody who was signed in to the account is signed out, its other links are void.
 *
 * @throws DomainError `person.link_spent`, `person.locked`
 */
export async function useLink(tx: Tx, token: string, passwordHash: string, now: Date): Promise<{ personId: string }> {
  const { oneTimeLinks: t, people } = tx.t;
  const [link] = await tx
    .update(t)
    .set({ usedAt: now })
    .where(and(eq(t.id, nameOf(token)), isNull(t.usedAt), gt(t.expiresAt, now)))
    .returning({ personId: t.personId });
  if (link === undefined) throw new DomainError("person.link_spent");
  const { personId } = link;
  if ((await requirePersonRow(tx, personId)).isLocked) throw new DomainError("person.locked");
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
  await voidLinks(tx, personId, now);
  await endAllSessions(tx, personId, now);
  await tell(tx, { verb: "person.recover", personId }, { actor: { id: personId, grants: [] }, now });
  return { personId };
}
