import { DomainError } from "./error.ts";
import { isId } from "./id.ts";

/** What a role on an object allows. Each verb that is not open to everybody names the permission it needs. */
export const permissions = [
  "shop.edit", "shop.staff", "shop.review", "listing.edit", "listing.review", "certificate.verify", "stock.edit", "ticket.admit",
  "order.read", "order.fulfil", "order.decide", "piece.edit", "piece.publish", "person.help", "role.grant", "setting.edit",
] as const;
export type Permission = (typeof permissions)[number];

/**
 * Who is doing something, with what they may do where. Verbs receive an actor and never look one up;
 * `scope` is the id of a shop, place or queue, or "*" for the operator's own hands.
 */
export type Actor = {
  /** "guest", a person's id, or the name of a part of the system ("job.lapse", "vnpay.ipn"). */
  id: string;
  grants: readonly { permission: Permission; scope: string }[];
};

/** Somebody we know nothing about: a shopper without an account. */
export const guest: Actor = { id: "guest", grants: [] };

/** A part of the market itself at work, named so that the audit can say which. It carries no permissions. */
export function systemActor(name: string): Actor {
  return { id: `system.${name}`, grants: [] };
}

/** The operator's own hands: the seed and the command line. */
export function operatorActor(name: string, permissions: readonly Permission[]): Actor {
  return { id: `operator.${name}`, grants: permissions.map((permission) => ({ permission, scope: "*" })) };
}

/** The id of the person an actor is; null for a guest, the operator's hands and parts of the system. */
export function personOf(actor: Actor): string | null {
  return isId(actor.id) ? actor.id : null;
}

/** @throws DomainError `actor.not_allowed` where the actor is nobody in particular: own things need an owner (S1). */
export function requirePerson(actor: Actor): string {
  const personId = personOf(actor);
  if (personId === null) throw new DomainError("actor.not_allowed");
  return personId;
}

/** True where the actor holds the permission on that shop, place or queue (S1). */
export function isAllowed(actor: Actor, permission: Permission, scope: string): boolean {
  return actor.grants.some((grant) => grant.permission === permission && (grant.scope === "*" || grant.scope === scope));
}

/** @throws DomainError `actor.not_allowed` where the actor lacks the permission there (S1). */
export function demand(actor: Actor, permission: Permission, scope: string): void {
  if (!isAllowed(actor, permission, scope)) throw new DomainError("actor.not_allowed", { permission });
}

/** The occasion of a verb: who, and when. */
export type Occasion = { actor: Actor; now: Date };
