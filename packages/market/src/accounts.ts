import { eq } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { DomainError, guest, isShopRole, networkOf, parseCode, requirePerson, type Actor, type Role } from "@xudong/domain";
import {
  actorOf, changeConsent, consentsOf, demandGiving, endOtherSessions, endRole, endSession, endSessionNamed, findPerson, grantRole, lockPerson, makeLink, personView, readLink, requireHelped, requirePersonRow,
  rolesAt, rolesOf, sessionsOf, tellOfPerson, unlockPerson, validateSession,
  type ConsentView, type GivenConsent, type GivenRole, type HeldRole, type OneTimeLink, type Person, type SessionView, type TypedPerson,
} from "@xudong/accounts";
import { claimOrder, lookUpOrder, myOrder, myOrders, type MyOrders, type OrderRef } from "@xudong/checkout";
import { createAdmin } from "./accounts-admin.ts";
import { changeOwnPassword, closeOwnAccount, recover, requestRecovery } from "./accounts-passwords.ts";
import { signIn, signInAsSample, signUp } from "./accounts-sign-in.ts";
import { countedTry, type AccountParts } from "./accounts-tries.ts";
import { mailPerson } from "./mail/queue-mail.ts";

/** Where a request comes from: bounds tries per network, and lets somebody know their own device in a list. */
export type Origin = { clientAddress: string; userAgent: string };

/** What the cookie of a signed-in browser holds, and for how long. */
export type OpenedSession = { token: string; expiresAt: Date };

/** Somebody who is signed in: as verbs know them, as pages show them, and which of their sessions this is. */
export type SignedIn = { actor: Actor; person: Person; roles: readonly HeldRole[]; sessionId: string; expiresAt: Date; /** The session has just been prolonged: its cookie is to be kept as long. */ isRenewed: boolean };

/** Somebody's place in a demo: one of the roles, or a buyer who has none. */
export type SampleRole = Role | "buyer";

/** What the market does about people. Whatever is about one's own things takes the actor and finds nobody else's (S1). */
export type People = {
  /** Makes an account and signs in. @throws `person.details_invalid`, `person.contact_unavailable`, `request.too_many` */
  signUp(typed: TypedPerson, origin: Origin): Promise<OpenedSession>;
  /** By telephone or e-mail. @throws `person.wrong_credentials`, `person.locked` once the password has proven who it is, `request.too_many` */
  signIn(typed: { contact: string; password: string }, origin: Origin): Promise<OpenedSession>;
  /** As one of the sample people, in a demo alone. @throws `request.not_found` anywhere else */
  signInAsSample(role: SampleRole, origin: Origin): Promise<OpenedSession>;
  /** Who holds a session's token; undefined for one that opens nothing. */
  session(token: string): Promise<SignedIn | undefined>;
  /** Again changes nothing. */
  signOut(token: string): Promise<void>;

  mySessions(actor: Actor): Promise<readonly SessionView[]>;
  /** @throws `session.not_found` */
  endSession(sessionId: string, actor: Actor): Promise<void>;
  /** Signs out everywhere but in the session that is kept. */
  endOtherSessions(keptSessionId: string, actor: Actor): Promise<void>;
  /** Ends all other sessions. @throws `person.wrong_credentials`, `person.details_invalid`, `request.too_many` */
  changePassword(change: { current: string; next: string; keptSessionId: string }, actor: Actor, origin: Origin): Promise<void>;

  /** Closes one's account for good, by its password. Orders stay for as long as the law asks, and open by their code. @throws `person.wrong_credentials`, `role.last_owner`, `role.last_admin`, `request.too_many` */
  closeAccount(password: string, actor: Actor, origin: Origin): Promise<void>;

  /** Has a one-time link mailed to whoever has an account with that e-mail; the answer is the same where nobody has. @throws `request.too_many` */
  requestRecovery(email: string, origin: Origin): Promise<void>;
  /** Whose door a one-time link opens. @throws `person.link_spent`, `person.locked` */
  recovery(linkToken: string): Promise<{ name: string }>;
  /** Chooses a new password by a one-time link, ends all sessions and signs in. @throws `person.link_spent`, `person.locked`, `person.details_invalid`, `request.too_many` */
  recover(linkToken: string, password: string, origin: Origin): Promise<OpenedSession>;
  /** Makes a one-time link for somebody the actor may help, to be handed over in person. @throws `person.not_found`, `actor.not_allowed` */
  openDoor(contact: string, actor: Actor): Promise<OneTimeLink>;
  /** @throws `person.not_found`, `actor.not_allowed`, `role.last_admin` */
  lockPerson(contact: string, actor: Actor): Promise<void>;
  /** @throws `person.not_found`, `actor.not_allowed` */
  unlockPerson(contact: string, actor: Actor): Promise<void>;

  /**
   * Makes whoever has that contact an administrator, and their account where there is none. Without a password it answers with
   * a one-time link to choose one; the password of an account that is there stays. @throws `actor.not_allowed`, `person.details_invalid`
   */
  createAdmin(person: { name: string; contact: string; password?: string }, actor: Actor): Promise<{ isNew: boolean; link?: OneTimeLink }>;
  /** Gives a role to whoever has that contact. @throws `actor.not_allowed`, `person.not_found`, `role.place_invalid` */
  grantRole(given: { contact: string; role: Role; scope: string }, actor: Actor): Promise<{ grantId: string }>;
  /** @throws `role.not_found`, `role.last_admin`, `role.last_owner` for one's own */
  endRole(grantId: string, actor: Actor): Promise<void>;
  /** Who holds which role at a shop, or in the house ("*"). @throws `actor.not_allowed` */
  rolesAt(scope: string, actor: Actor): Promise<readonly GivenRole[]>;

  myConsents(actor: Actor): Promise<readonly ConsentView[]>;
  /** @throws `consent.required` */
  setConsent(consent: GivenConsent & { isGiven: boolean }, actor: Actor): Promise<void>;

  /** Opens a guest's order again by its code and the whole telephone number or e-mail it was placed with. @throws `order.not_found`, `request.too_many` */
  lookUpOrder(typed: { code: string; contact: string }, origin: Origin): Promise<OrderRef>;
  myOrders(actor: Actor, page?: { before?: string; pageSize?: number }): Promise<MyOrders>;
  /** The key of one's own order. @throws `order.not_found` */
  myOrder(code: string, actor: Actor): Promise<OrderRef>;
  /** Puts an order one holds the key of into one's account. @throws `order.not_found` */
  claimOrder(order: OrderRef, actor: Actor): Promise<void>;
};

/** The verbs about people, over a market's store, clock and settings. */
export function people(parts: AccountParts): People {
  const { store, settings, now } = parts;
  const secret = () => settings.appSecrets[0] ?? "";
  return {
    signUp: (typed, origin) => signUp(parts, typed, origin),
    signIn: (typed, origin) => signIn(parts, typed, origin),
    signInAsSample: (role, origin) => signInAsSample(parts, role, origin),
    async session(token) {
      const session = await validateSession(store, token, now());
      if (session === undefined) return undefined;
      const { personId, id: sessionId, expiresAt, isRenewed } = session;
      const [person, roles, actor] = [await requirePersonRow(store.read, personId), await rolesOf(store.read, personId), await actorOf(store.read, personId)];
      return { actor, person: personView(person), roles, sessionId, expiresAt, isRenewed };
    },
    async signOut(token) {
      await store.write(async (tx) => {
        const ended = await endSession(tx, token, now());
        if (ended !== undefined) await tellOfPerson(tx, { verb: "session.end", ...ended }, { actor: { id: ended.personId, grants: [] }, now: now() });
      });
    },

    mySessions: async (actor) => sessionsOf(store.read, requirePerson(actor), now()),
    async endSession(sessionId, actor) {
      const personId = requirePerson(actor);
      await store.write(async (tx) => {
        await endSessionNamed(tx, personId, sessionId);
        await tellOfPerson(tx, { verb: "session.end", personId }, { actor, now: now() });
      });
    },
    async endOtherSessions(keptSessionId, actor) {
      const personId = requirePerson(actor);
      await store.write(async (tx) => {
        await endOtherSessions(tx, personId, keptSessionId);
        await tellOfPerson(tx, { verb: "session.end_others", personId }, { actor, now: now() });
      });
    },
    changePassword: (change, actor, origin) => changeOwnPassword(parts, change, actor, origin),

    closeAccount: (password, actor, origin) => closeOwnAccount(parts, password, actor, origin),

    requestRecovery: (email, origin) => requestRecovery(parts, email, origin),
    recovery: async (linkToken) => ({ name: (await readLink(store.read, linkToken, now())).name }),
    recover: (linkToken, password, origin) => recover(parts, linkToken, password, origin),
    openDoor: (contact, actor) =>
      store.write(async (tx) => {
        const { id } = await requireHelped(tx, contact, actor);
        const { token, expiresAt } = await makeLink(tx, id, secret(), { actor, now: now() });
        return { token, expiresAt };
      }),
    lockPerson: (contact, actor) => store.write(async (tx) => lockPerson(tx, contact, { actor, now: now() })),
    unlockPerson: (contact, actor) => store.write(async (tx) => unlockPerson(tx, contact, { actor, now: now() })),

    createAdmin: (person, actor) => createAdmin(parts, person, actor),
    grantRole: ({ contact, role, scope }, actor) =>
      store.write(async (tx) => {
        demandGiving(actor, role, scope); // before anybody is looked for
        if (isShopRole(role) && !(await isShop(tx, scope))) throw new DomainError("role.place_invalid", { field: "scope" });
        const person = await findPerson(tx, contact);
        if (person === undefined) throw new DomainError("person.not_found", { field: "contact" });
        const granted = await grantRole(tx, { personId: person.id, role, scope }, { actor, now: now() });
        await mailPerson(tx, person.id, { kind: "role_granted", subject: granted.grantId }, now());
        return granted;
      }),
    endRole: (grantId, actor) =>
      store.write(async (tx) => {
        const { personId } = await endRole(tx, grantId, { actor, now: now() });
        await mailPerson(tx, personId, { kind: "role_ended", subject: grantId }, now());
      }),
    rolesAt: (scope, actor) => rolesAt(store.read, scope, actor),

    myConsents: async (actor) => consentsOf(store.read, requirePerson(actor)),
    async setConsent(consent, actor) {
      const personId = requirePerson(actor);
      await store.write(async (tx) => changeConsent(tx, personId, consent, { actor, now: now() }, "web"));
    },

    async lookUpOrder(typed, origin) {
      await countedTry(parts, { what: "lookUp", subject: parseCode(typed.code), network: networkOf(origin.clientAddress) });
      return store.write(async (tx) => lookUpOrder(tx, typed, settings.appSecrets, { actor: guest, now: now() }));
    },
    myOrders: (actor, { before, pageSize = 20 } = {}) => myOrders(store.read, actor, { before, pageSize }, now()),
    myOrder: (code, actor) => myOrder(store.read, code, actor, settings.appSecrets),
    claimOrder: (ref, actor) => store.write(async (tx) => claimOrder(tx, ref, settings.appSecrets, { actor, now: now() })),
  };
}

async function isShop(db: Db, id: string): Promise<boolean> {
  const { shops } = db.t;
  return (await db.select({ id: shops.id }).from(shops).where(eq(shops.id, id))).length > 0;
}
