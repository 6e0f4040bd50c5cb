import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@xudong/database";
import { DomainError, type Occasion } from "@xudong/domain";
import { withdrawAllConsents } from "./consents.ts";
import { lockRowOfPerson, requirePersonRow } from "./people.ts";
import { refuseLastAdmin, refuseLastOwner, rolesOf } from "./roles.ts";
import { endAllSessions } from "./sessions.ts";
import { tell } from "./tell.ts";

/**
 * Closes somebody's account for good: name, telephone, e-mail and password are blanked, they are signed out everywhere, their
 * roles end, their consents are taken back, and the telephone and the e-mail are free for another account (S4). The row itself
 * stays, as the id that orders, audit rows and written pieces refer to.
 *
 * @param passwordHash the digest the caller has checked their password against, as for `changePassword`
 * @throws DomainError `person.wrong_credentials`, `role.last_admin`, `role.last_owner`
 */
export async function closeAccount(tx: Tx, personId: string, { passwordHash }: { passwordHash: string | null }, occasion: Occasion): Promise<void> {
  const { now } = occasion;
  const { people, grants, oneTimeLinks } = tx.t;
  await lockRowOfPerson(tx, personId);
  if ((await requirePersonRow(tx, personId)).passwordHash !== passwordHash) throw new DomainError("person.wrong_credentials");
  await refuseLastAdmin(tx, personId);
  for (const { role, scope } of await rolesOf(tx, personId)) if (role === "shop_owner") await refuseLastOwner(tx, scope, personId);

  await tx.update(grants).set({ endedAt: now }).where(and(eq(grants.personId, personId), isNull(grants.endedAt)));
  await endAllSessions(tx, personId, now);
  await tx.delete(oneTimeLinks).where(eq(oneTimeLinks.personId, personId));
  await withdrawAllConsents(tx, personId, { channel: "web", now });
  await tx.update(people).set({ name: "", phone: null, email: null, passwordHash: null, isLocked: true }).where(eq(people.id, personId));
  await tell(tx, { verb: "person.close", personId }, occasion);
}
