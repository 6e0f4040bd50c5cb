import { createHash } from "node:crypto";
import { and, desc, eq, gt, lte, ne } from "drizzle-orm";
import { Lucia, TimeSpan, type Adapter } from "lucia";
import { keep, type Db, type Store, type Tx } from "@xudong/database";
import { days, DomainError, hours, plus } from "@xudong/domain";

declare module "lucia" {
  interface Register {
    DatabaseSessionAttributes: SessionOrigin;
  }
}

/** What its list shows of a session, so that somebody knows their own. */
export type SessionOrigin = { device: string; network: string };

/** A session of a signed-in person. `id` names it in lists and opens nothing. */
export type Session = { id: string; personId: string; expiresAt: Date; /** Its end has just been moved: whoever keeps its token keeps it as long. */ isRenewed: boolean };

export type SessionView = { id: string; device: string; network: string; createdAt: Date; seenAt: Date };

/** How long somebody stays signed in without coming by; coming by in the second half begins it anew. */
export const sessionLifeDays = 30;

const seenAgainAfter = hours(1);
const isToken = (text: string): boolean => /^[a-z2-7]{40}$/.test(text);

/** How a session is kept and named: whoever reads the table cannot sign in with what stands there. */
const nameOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Where sessions are read, and how something is written there. */
type Rows = { db: Db; write(fn: (tx: Tx) => Promise<void>): Promise<void> };

/**
 * Lucia over our rows and our clock. It knows only the machine's clock, so it is told of each end how far away that is by
 * ours, and whether one is over we decide ourselves; what it wants to write as a time we work out anew.
 */
function lucia({ db, write }: Rows, now: Date): Lucia {
  const adapter: Adapter = {
    async getSessionAndUser(token) {
      const [row] = await sessionWithPerson(db, nameOf(token));
      if (row === undefined || row.isLocked) return [null, null];
      if (row.expiresAt <= now) {
        await adapter.deleteSession(token);
        return [null, null];
      }
      const { personId, device, network } = row;
      const expiresAt = new Date(Date.now() + (row.expiresAt.getTime() - now.getTime()));
      return [{ id: token, userId: personId, expiresAt, attributes: { device, network } }, { id: personId, attributes: {} }];
    },
    getUserSessions: () => Promise.reject(new Error("Lists of sessions are read by sessionsOf")),
    async setSession({ id, userId, attributes }) {
      await write(async (tx) => {
        await tx.insert(tx.t.sessions).values({ id: nameOf(id), personId: userId, createdAt: now, seenAt: now, expiresAt: plus(now, days(sessionLifeDays)), ...attributes });
      });
    },
    async updateSessionExpiration(token) {
      await write(async (tx) => touch(tx, nameOf(token), { seenAt: now, expiresAt: plus(now, days(sessionLifeDays)) }));
    },
    async deleteSession(token) {
      await write(async (tx) => {
        await tx.delete(tx.t.sessions).where(eq(tx.t.sessions.id, nameOf(token)));
      });
    },
    async deleteUserSessions(personId) {
      await write(async (tx) => {
        await tx.delete(tx.t.sessions).where(eq(tx.t.sessions.personId, personId));
      });
    },
    async deleteExpiredSessions() {
      await write(async (tx) => {
        await tx.delete(tx.t.sessions).where(lte(tx.t.sessions.expiresAt, now));
      });
    },
  };
  return new Lucia(adapter, { sessionExpiresIn: new TimeSpan(sessionLifeDays, "d") });
}

const within = (tx: Tx): Rows => ({ db: tx, write: (fn) => fn(tx) });
const over = (store: Store): Rows => ({ db: store.read, write: (fn) => store.write(fn) });

const sessionWithPerson = keep((db: Db, id: string) => {
  const { sessions, people } = db.t;
  return db
    .select({ personId: sessions.personId, seenAt: sessions.seenAt, expiresAt: sessions.expiresAt, device: sessions.device, network: sessions.network, isLocked: people.isLocked })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, id));
});

async function touch(tx: Tx, id: string, row: { seenAt: Date; expiresAt?: Date }): Promise<void> {
  await tx.update(tx.t.sessions).set(row).where(eq(tx.t.sessions.id, id));
}

/** Signs somebody in on one device, and gives the only copy of the token that proves it. */
export async function createSession(tx: Tx, personId: string, origin: SessionOrigin, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const { id: token } = await lucia(within(tx), now).createSession(personId, origin);
  return { token, expiresAt: plus(now, days(sessionLifeDays)) };
}

/** Whose session a token is; undefined for one that is unknown, over, or of somebody who is locked out. Reads, and seldom writes. */
export async function validateSession(store: Store, token: string, now: Date): Promise<Session | undefined> {
  if (!isToken(token)) return undefined;
  const { session } = await lucia(over(store), now).validateSession(token);
  if (session === null) return undefined;
  const [row] = await sessionWithPerson(store.read, nameOf(token));
  if (row === undefined) return undefined;
  if (plus(row.seenAt, seenAgainAfter) <= now) await store.write(async (tx) => touch(tx, nameOf(token), { seenAt: now }));
  return { id: nameOf(token), personId: session.userId, expiresAt: session.fresh ? plus(now, days(sessionLifeDays)) : row.expiresAt, isRenewed: session.fresh };
}

/** Signs out the device that holds the token; whose it was, or undefined where nobody was signed in. */
export async function endSession(tx: Tx, token: string, now: Date): Promise<{ personId: string } | undefined> {
  if (!isToken(token)) return undefined;
  const [row] = await sessionWithPerson(tx, nameOf(token));
  await lucia(within(tx), now).invalidateSession(token);
  return row && { personId: row.personId };
}

/** Signs somebody out everywhere. */
export async function endAllSessions(tx: Tx, personId: string, now: Date): Promise<void> {
  await lucia(within(tx), now).invalidateUserSessions(personId);
}

/** Signs out one of somebody's devices, by its name in their list. @throws DomainError `session.not_found`, also for another person's (S1) */
export async function endSessionNamed(tx: Tx, personId: string, sessionId: string): Promise<void> {
  const { sessions } = tx.t;
  const [ended] = await tx.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId))).returning({ id: sessions.id });
  if (ended === undefined) throw new DomainError("session.not_found");
}

/** Signs somebody out everywhere but here. */
export async function endOtherSessions(tx: Tx, personId: string, keptId: string): Promise<void> {
  const { sessions } = tx.t;
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, keptId)));
}

/** Where somebody is signed in, the latest first. */
export async function sessionsOf(db: Db, personId: string, now: Date): Promise<SessionView[]> {
  const { sessions: t } = db.t;
  return db
    .select({ id: t.id, device: t.device, network: t.network, createdAt: t.createdAt, seenAt: t.seenAt })
    .from(t)
    .where(and(eq(t.personId, personId), gt(t.expiresAt, now)))
    .orderBy(desc(t.seenAt), t.id)
    .limit(100);
}
