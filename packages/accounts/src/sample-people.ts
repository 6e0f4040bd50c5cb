import { eq } from "drizzle-orm";
import type { Db, Tx } from "@xudong/database";
import { DomainError, type Locale, type Occasion } from "@xudong/domain";
import { addPerson } from "./people.ts";

/** A person who does not exist, for a demo. Their e-mail ends in `.invalid`, where no message can ever arrive. */
export type SamplePerson = { name: string; email: string; locale: Locale };

/** Adds a sample person, without a password: nobody signs in as one outside a demo. Added again it changes nothing. */
export async function addSamplePerson(tx: Tx, person: SamplePerson, occasion: Occasion): Promise<{ id: string }> {
  if (!person.email.endsWith(".invalid")) throw new Error(`A sample person's e-mail ends in .invalid: ${person.email}`);
  const known = await findSamplePerson(tx, person.email);
  return known ?? addPerson(tx, { ...person, phone: null, passwordHash: null, consents: [], isSample: true }, occasion, "seed");
}

/** A sample person by their e-mail; a real person is never one. */
export async function findSamplePerson(db: Db, email: string): Promise<{ id: string } | undefined> {
  const { people } = db.t;
  const [found] = await db.select({ id: people.id, isSample: people.isSample }).from(people).where(eq(people.email, email));
  if (found !== undefined && !found.isSample) throw new DomainError("person.contact_unavailable");
  return found && { id: found.id };
}
