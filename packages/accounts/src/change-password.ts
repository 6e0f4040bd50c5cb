import { eq } from "drizzle-orm";
import type { Tx } from "@xudong/database";
import { DomainError, type Occasion } from "@xudong/domain";
import { voidLinks } from "./one-time-links.ts";
import { lockRowOfPerson, requirePersonRow } from "./people.ts";
import { endOtherSessions } from "./sessions.ts";
import { tell } from "./tell.ts";

/**
 * Writes down somebody's new password and signs them out everywhere but here; links on their way open nothing any
 * more. The caller has checked the password they had, whose digest is given: where it has changed meanwhile, that check proves
 * nothing any more.
 *
 * @throws DomainError `person.wrong_credentials`
 */
export async function changePassword(tx: Tx, personId: string, change: { from: string | null; to: string; keptSessionId: string }, occasion: Occasion): Promise<void> {
  await lockRowOfPerson(tx, personId);
  if ((await requirePersonRow(tx, personId)).passwordHash !== change.from) throw new DomainError("person.wrong_credentials");
  await tx.update(tx.t.people).set({ passwordHash: change.to }).where(eq(tx.t.people.id, personId));
  await voidLinks(tx, personId, occasion.now);
  await endOtherSessions(tx, personId, change.keptSessionId);
  await tell(tx, { verb: "person.change_password", personId }, occasion);
}
