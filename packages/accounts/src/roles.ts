import { and, asc, eq, isNull } from "drizzle-orm";
import { keep, type Db, type Tx } from "@xudong/database";
import { demand, DomainError, isAllowed, isId, isShopRole, isStaffRole, newId, permissionsOf, pieceKinds, type Actor, type Occasion, type Role } from "@xudong/domain";
import { voidLinks } from "./one-time-links.ts";
import { lockRowOfPerson, requirePersonRow } from "./people.ts";
import { tell } from "./tell.ts";

/** A role somebody holds, and where: a shop's id for a shop's role, "*" for a role in the house. */
export type HeldRole = { grantId: string; role: Role; scope: string };

/** The same with who holds it, for those who give and end roles there. */
export type GivenRole = HeldRole & { personId: string; personName: string; grantedAt: Date };

/** The roles somebody holds now. */
export async function rolesOf(db: Db, personId: string): Promise<HeldRole[]> {
  return heldBy(db, personId);
}

const heldBy = keep((db: Db, personId: string) => {
  const { grants: t } = db.t;
  return db.select({ grantId: t.id, role: t.role, scope: t.scope }).from(t).where(and(eq(t.personId, personId), isNull(t.endedAt))).orderBy(asc(t.id));
});

/** Somebody as verbs know them: who, with everything their roles allow at this moment. */
export async function actorOf(db: Db, personId: string): Promise<Actor> {
  return { id: personId, grants: permissionsOf(await rolesOf(db, personId)) };
}

/**
 * Gives somebody a role: the administration any role, a shop's owner the staff's roles at their own shop. Given again it
 * changes nothing. Whoever was handed a link to their account before was not trusted with this role: it is void. The caller knows that the shop exists.
 *
 * @throws DomainError `actor.not_allowed`, `person.not_found`, `role.place_invalid`
 */
export async function grantRole(tx: Tx, { personId, role, scope }: { personId: string; role: Role; scope: string }, occasion: Occasion): Promise<{ grantId: string }> {
  demandGiving(occasion.actor, role, scope);
  if (!isPlaceOf(role, scope)) throw new DomainError("role.place_invalid", { field: "scope" });
  await lockRowOfPerson(tx, personId);
  await requirePersonRow(tx, personId);
  const held = (await rolesOf(tx, personId)).find((each) => each.role === role && each.scope === scope);
  if (held !== undefined) return { grantId: held.grantId };
  const grantId = newId(occasion.now);
  await tx.insert(tx.t.grants).values({ id: grantId, personId, role, scope, grantedBy: occasion.actor.id, grantedAt: occasion.now });
  await voidLinks(tx, personId, occasion.now);
  await tell(tx, { verb: "role.grant", personId, detail: { role, scope } }, occasion);
  return { grantId };
}

/**
 * Ends a role. Somebody may lay down their own, unless a shop would be left to nobody; otherwise whoever may give it may end it.
 *
 * @throws DomainError `role.not_found`, also where the actor may not end it (S1); `role.last_admin`, `role.last_owner`
 */
export async function endRole(tx: Tx, grantId: string, occasion: Occasion): Promise<{ personId: string }> {
  const { grants } = tx.t;
  const [grant] = await tx.select().from(grants).where(and(eq(grants.id, grantId), isNull(grants.endedAt)));
  if (grant === undefined) throw new DomainError("role.not_found");
  const { personId, role, scope } = grant;
  const mayEnd = mayGive(occasion.actor, role, scope);
  if (personId !== occasion.actor.id && !mayEnd) throw new DomainError("role.not_found");
  if (role === "admin") await refuseLastAdmin(tx, personId);
  if (role === "shop_owner" && !mayEnd) await refuseLastOwner(tx, scope, personId);
  const [ended] = await tx.update(grants).set({ endedAt: occasion.now }).where(and(eq(grants.id, grantId), isNull(grants.endedAt))).returning({ id: grants.id });
  if (ended === undefined) throw new DomainError("role.not_found");
  await tell(tx, { verb: "role.end", personId, detail: { role, scope } }, occasion);
  return { personId };
}

/** Who holds which role at a shop, or in the house ("*"). @throws DomainError `actor.not_allowed` */
export async function rolesAt(db: Db, scope: string, actor: Actor): Promise<GivenRole[]> {
  if (!isAllowed(actor, "shop.staff", scope)) demand(actor, "role.grant", "*");
  const { grants, people } = db.t;
  return db
    .select({ grantId: grants.id, role: grants.role, scope: grants.scope, personId: grants.personId, personName: people.name, grantedAt: grants.grantedAt })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(and(eq(grants.scope, scope), isNull(grants.endedAt)))
    .orderBy(asc(grants.id));
}

/** A shop's role is held at one shop, an editor's everywhere, on one queue or at one piece, the others everywhere. */
function isPlaceOf(role: Role, scope: string): boolean {
  if (isShopRole(role)) return isId(scope);
  return scope === "*" || ((role === "curator" || role === "editor_in_chief") && (isId(scope) || pieceKinds.some((kind) => kind === scope)));
}

const mayGive = (actor: Actor, role: Role, scope: string): boolean => isAllowed(actor, "role.grant", "*") || (isStaffRole(role) && isAllowed(actor, "shop.staff", scope));

/** @throws DomainError `actor.not_allowed` where the actor may not give that role there */
export function demandGiving(actor: Actor, role: Role, scope: string): void {
  if (!mayGive(actor, role, scope)) throw new DomainError("actor.not_allowed", { permission: "role.grant" });
}

/** @throws DomainError `role.last_admin` where the market would be left without an administrator */
export async function refuseLastAdmin(tx: Tx, leavingPersonId: string): Promise<void> {
  if (await isOnlyHolder(tx, { role: "admin", scope: "*" }, leavingPersonId)) throw new DomainError("role.last_admin");
}

/** @throws DomainError `role.last_owner` where a shop would be left to nobody */
export async function refuseLastOwner(tx: Tx, shopId: string, leavingPersonId: string): Promise<void> {
  if (await isOnlyHolder(tx, { role: "shop_owner", scope: shopId }, leavingPersonId)) throw new DomainError("role.last_owner");
}

/**
 * True where of all who are not locked out that person alone holds the role there. Touches every row of it first: of two who
 * leave at the same moment the second sees the first.
 */
async function isOnlyHolder(tx: Tx, { role, scope }: { role: Role; scope: string }, personId: string): Promise<boolean> {
  const { grants, people } = tx.t;
  const areHeld = and(eq(grants.role, role), eq(grants.scope, scope), isNull(grants.endedAt));
  await tx.update(grants).set({ role }).where(areHeld);
  const holders = await tx.select({ id: people.id }).from(grants).innerJoin(people, eq(people.id, grants.personId)).where(and(areHeld, eq(people.isLocked, false)));
  return holders.length > 0 && holders.every(({ id }) => id === personId);
}
