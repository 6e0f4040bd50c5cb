import { eq } from "drizzle-orm";
import type { Db, Tx } from "@xudong/database";
import { demand, DomainError, isAllowed, isShopRole, type Actor, type Occasion } from "@xudong/domain";
import { findPerson, lockRowOfPerson, personView, type Person } from "./people.ts";
import { refuseLastAdmin, rolesOf } from "./roles.ts";
import { endAllSessions } from "./sessions.ts";
import { tell } from "./tell.ts";

/**
 * Somebody the actor may help: open their door with a one-time link, lock it or unlock it. Support helps anybody without a
 * role in the house; a helper only people all of whose shops they look after. Who holds a role in the house is helped by
 * the administration alone: a link to their account would be a way into the house.
 *
 * @throws DomainError `actor.not_allowed`, `person.not_found` for nobody and for somebody they may not help alike (S1)
 */
export async function requireHelped(db: Db, typedContact: string, actor: Actor): Promise<Person> {
  const isHelper = actor.grants.some(({ permission }) => permission === "person.help");
  if (!isHelper) demand(actor, "person.help", "*");
  const found = await findPerson(db, typedContact);
  if (found === undefined) throw new DomainError("person.not_found", { field: "contact" });
  if (!(await mayHelp(db, found.id, actor))) throw new DomainError("person.not_found", { field: "contact" });
  return personView(found);
}

async function mayHelp(db: Db, personId: string, actor: Actor): Promise<boolean> {
  if (isAllowed(actor, "role.grant", "*")) return true;
  const held = await rolesOf(db, personId);
  if (held.some(({ role }) => !isShopRole(role))) return false;
  if (isAllowed(actor, "person.help", "*")) return true;
  return held.length > 0 && held.every(({ scope }) => isAllowed(actor, "person.help", scope));
}

/** Locks somebody out, everywhere and at once. @throws DomainError `person.not_found`, `actor.not_allowed`, `role.last_admin` */
export async function lockPerson(tx: Tx, typedContact: string, occasion: Occasion): Promise<void> {
  const { id } = await requireHelped(tx, typedContact, occasion.actor);
  await refuseLastAdmin(tx, id);
  await setLocked(tx, id, true, occasion);
  await endAllSessions(tx, id, occasion.now);
}

/** Lets somebody in again who was locked out. @throws DomainError `person.not_found`, `actor.not_allowed` */
export async function unlockPerson(tx: Tx, typedContact: string, occasion: Occasion): Promise<void> {
  const { id } = await requireHelped(tx, typedContact, occasion.actor);
  await setLocked(tx, id, false, occasion);
}

async function setLocked(tx: Tx, personId: string, isLocked: boolean, occasion: Occasion): Promise<void> {
  await lockRowOfPerson(tx, personId);
  await tx.update(tx.t.people).set({ isLocked }).where(eq(tx.t.people.id, personId));
  await tell(tx, { verb: isLocked ? "person.lock" : "person.unlock", personId }, occasion);
}
