import { and, asc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { keep, writeAudit, type Db, type Tx } from "@xudong/database";
import { mailTerms, minutes, plus, settleMail, type MailNews, type MailStanding, type Occasion } from "@xudong/domain";

export type MailRow = Db["t"]["mails"]["$inferSelect"];

/** Leases are about processes and go by the wall clock; when a mail is due goes by the market's, which may be moved. */
export type MailMoment = { now: Date; wallNow: Date };

/** Mails that are to be tried by now and that nobody is at, those that wait longest first. */
export const mailsDue = keep((db: Db, now: Date, wallNow: Date, limit: number) => {
  const { mails: t } = db.t;
  return db
    .select({ id: t.id })
    .from(t)
    .where(and(isNotNull(t.dueAt), lte(t.dueAt, now), or(isNull(t.leasedUntil), lte(t.leasedUntil, wallNow))))
    .orderBy(asc(t.dueAt), asc(t.id))
    .limit(limit);
});

/** A mail that is still to be sent; undefined for one that has ended. */
export async function queuedMail(db: Db, id: string): Promise<MailRow | undefined> {
  const { mails: t } = db.t;
  const [mail] = await db.select().from(t).where(and(eq(t.id, id), eq(t.state, "queued")));
  return mail;
}

/**
 * Takes a mail to send it: of two who ask at once only one is told yes. One that was left by a process that died may have been
 * handed over by it, which counts as silence: after a few of those nobody sends it again.
 *
 * @returns false where somebody else has it, or it has ended
 */
export async function takeMail(tx: Tx, { id, attempts, silences, leasedUntil: left }: MailRow, { now, wallNow }: MailMoment, actorId: string): Promise<boolean> {
  const { mails: t } = tx.t;
  const wasLeft = left !== null;
  const isUnknown = wasLeft && silences + 1 >= mailTerms.silencesMost;
  const isAsItWas = and(eq(t.id, id), eq(t.state, "queued"), eq(t.attempts, attempts), lte(t.dueAt, now), wasLeft ? and(eq(t.leasedUntil, left), lte(t.leasedUntil, wallNow)) : isNull(t.leasedUntil));
  const row = {
    ...(wasLeft ? { silences: silences + 1, answer: "left" } : {}),
    ...(isUnknown ? ended("unknown", now) : { attempts: attempts + 1, leasedUntil: plus(wallNow, minutes(mailTerms.leaseMinutes)) }),
  };
  const taken = await tx.update(t).set(row).where(isAsItWas).returning({ id: t.id });
  if (taken.length > 0 && isUnknown) await trace(tx, id, "unknown", "left", { actor: { id: actorId, grants: [] }, now });
  return taken.length > 0 && !isUnknown;
}

/** Writes down what was heard of a mail that was taken. */
export async function endTry(tx: Tx, id: string, { news, answer }: { news: MailNews; answer: string }, occasion: Occasion): Promise<void> {
  const { now } = occasion;
  const mail = await queuedMail(tx, id);
  if (mail === undefined) return;
  const silences = mail.silences + (news === "silent" ? 1 : 0);
  const standing = settleMail(news, { ...mail, silences }, now);
  await move(tx, id, standing.state === "queued" ? { dueAt: standing.dueAt, leasedUntil: null, silences, answer } : { ...ended(standing.state, now), silences, answer });
  await trace(tx, id, standing.state === "queued" ? "put_off" : standing.state, answer, occasion);
}

/** Writes down that a mail need not be sent any more. @returns false where it has ended, or somebody is at it */
export async function withdrawMail(tx: Tx, id: string, why: string, occasion: Occasion): Promise<boolean> {
  const moved = await move(tx, id, { ...ended("withdrawn", occasion.now), answer: why });
  if (moved) await trace(tx, id, "withdrawn", why, occasion);
  return moved;
}

const ended = (state: Exclude<MailStanding["state"], "queued"> | "withdrawn", now: Date) => ({ state, dueAt: null, leasedUntil: null, endedAt: now });

async function move(tx: Tx, id: string, row: Partial<Tx["t"]["mails"]["$inferInsert"]>): Promise<boolean> {
  const { mails: t } = tx.t;
  const moved = await tx.update(t).set(row).where(and(eq(t.id, id), eq(t.state, "queued"))).returning({ id: t.id });
  return moved.length > 0;
}

const trace = (tx: Tx, id: string, verb: string, answer: string, { actor, now }: Occasion) => writeAudit(tx, { actor: actor.id, verb: `mail.${verb}`, objectKind: "mail", objectId: id, at: now, detail: { answer } });
