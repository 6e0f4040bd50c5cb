import { addPerson, findPerson, grantRole, hashPassword, makeLink, requireGoodPassword, type OneTimeLink } from "@xudong/accounts";
import { cleanLine, demand, DomainError, parseContact, personNameMax, type Actor } from "@xudong/domain";
import type { AccountParts } from "./accounts-tries.ts";

/** Makes an administrator: the first one by the operator's own hands, who have nobody to ask yet. */
export async function createAdmin({ store, now, settings }: AccountParts, typed: { name: string; contact: string; password?: string }, actor: Actor): Promise<{ isNew: boolean; link?: OneTimeLink }> {
  demand(actor, "role.grant", "*");
  const contact = { phone: null, email: null, ...requireContact(typed.contact) };
  const known = await findPerson(store.read, typed.contact);
  const name = known?.name ?? requireName(typed.name);
  if (known === undefined && typed.password !== undefined) requireGoodPassword(typed.password, contact);
  const passwordHash = known !== undefined || typed.password === undefined ? null : await hashPassword(typed.password);
  return store.write(async (tx) => {
    const occasion = { actor, now: now() };
    const { id } = known ?? (await addPerson(tx, { ...contact, name, locale: "vi", consents: [], passwordHash }, occasion, "operator"));
    await grantRole(tx, { personId: id, role: "admin", scope: "*" }, occasion);
    const isNew = known === undefined;
    if (typed.password !== undefined) return { isNew };
    const { token, expiresAt } = await makeLink(tx, id, settings.appSecrets[0] ?? "", occasion);
    return { isNew, link: { token, expiresAt } };
  });
}

function requireContact(typed: string): { phone: string } | { email: string } {
  const contact = parseContact(typed);
  if (contact === undefined) throw new DomainError("person.details_invalid", { field: "contact", issues: [{ field: "contact", reason: "phone_or_email" }] });
  return contact;
}

function requireName(typed: string): string {
  const name = cleanLine(typed);
  const reason = name === "" ? "missing" : [...name].length > personNameMax ? "too_long" : undefined;
  if (reason !== undefined) throw new DomainError("person.details_invalid", { field: "name", issues: [{ field: "name", reason }] });
  return name;
}
