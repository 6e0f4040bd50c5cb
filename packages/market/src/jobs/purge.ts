import { and, inArray, lt, lte, sql, type SQL } from "drizzle-orm";
import { purgeOutbox, writeAudit, type Db, type Store, type Tx } from "@xudong/database";
import { days, hours, plus, systemActor } from "@xudong/domain";
import { isReminderOver } from "../reminders.ts";
import type { Job } from "./job.ts";

/** What is kept for a while only: whether the oldest of it is too old, and a bounded step of throwing away. */
type Keeping = {
  what: string;
  isOver(db: Db, moment: Moment): Promise<boolean>;
  /** Says how many rows went. */
  throwAway(tx: Tx, moment: Moment): Promise<number>;
};

/** Some rows are dated by the market's clock, which may be moved; others by the wall clock, because they are about processes. */
type Moment = { now: Date; wallNow: Date };

const rowsAtOnce = 500;
const keysAreKept = hours(48); // H4
const newsIsKept = days(7);
const capsAreKept = days(1);
const leasesAreKept = days(1);
const triesAreKept = days(1);
const linksAreKept = days(7);
const mailsAreKept = days(90);
const repeatsAreKept = days(1);
const noticesAlike = 20;

/** A first answer is given again for two days (H4). */
const idempotencyKeys: Keeping = {
  what: "idempotency_keys",
  async isOver(db, { now }) {
    const { idempotencyKeys: t } = db.t;
    return (await db.select({ key: t.key }).from(t).where(lt(t.createdAt, plus(now, -keysAreKept))).limit(1)).length > 0;
  },
  async throwAway(tx, { now }) {
    const { idempotencyKeys: t } = tx.t;
    const old = tx.select({ scope: t.scope, key: t.key }).from(t).where(lt(t.createdAt, plus(now, -keysAreKept))).limit(rowsAtOnce);
    return (await tx.delete(t).where(sql`(${t.scope}, ${t.key}) in ${old}`).returning({ key: t.key })).length;
  },
};

/** News is read within seconds; a reader that was away for longer builds its copy anew. */
const outbox: Keeping = {
  what: "outbox",
  async isOver(db, { wallNow }) {
    const [oldest] = await nthOldestNews(db, 0);
    return oldest !== undefined && oldest.at < plus(wallNow, -newsIsKept);
  },
  async throwAway(tx, { wallNow }) {
    const end = plus(wallNow, -newsIsKept);
    const [last] = await nthOldestNews(tx, rowsAtOnce);
    return purgeOutbox(tx, last !== undefined && last.at < end ? plus(last.at, 1) : end);
  },
};

const nthOldestNews = (db: Db, n: number) => db.select({ at: db.t.outbox.at }).from(db.t.outbox).orderBy(db.t.outbox.xid, db.t.outbox.id).limit(1).offset(n);

/** Rows that are touched before open orders are counted (H5): whoever comes again makes theirs anew. */
const orderCaps: Keeping = {
  what: "order_caps",
  async isOver(db, { now }) {
    const { orderCaps: t } = db.t;
    return (await db.select({ key: t.key }).from(t).where(lt(t.touchedAt, plus(now, -capsAreKept))).limit(1)).length > 0;
  },
  async throwAway(tx, { now }) {
    const { orderCaps: t } = tx.t;
    const end = plus(now, -capsAreKept);
    const old = tx.select({ key: t.key }).from(t).where(lt(t.touchedAt, end)).orderBy(t.key).limit(rowsAtOnce);
    // The age once more: PostgreSQL may have waited for somebody who touched the row meanwhile.
    return (await tx.delete(t).where(sql`${inArray(t.key, old)} and ${lt(t.touchedAt, end)}`).returning({ key: t.key })).length;
  },
};

/**
 * Whoever once came back from the gateway holds a signed message, and may send it here as a notice as often as they like.
 * Of notices that are the same to the letter the first ones are kept: no message is forgotten.
 */
const notices: Keeping = {
  what: "notices",
  isOver: async (db, { now }) => (await db.rows(repeatedNotices(db, now, 1))).length > 0,
  async throwAway(tx, { now }) {
    const { notices: t } = tx.t;
    return (await tx.delete(t).where(sql`${t.id} in (${repeatedNotices(tx, now, rowsAtOnce)})`).returning({ id: t.id })).length;
  },
};

function repeatedNotices(db: Db, now: Date, limit: number): SQL {
  const { notices: t } = db.t;
  const many = sql`select ${t.attemptId} from ${t} where ${t.attemptId} is not null group by ${t.attemptId} having count(*) > ${noticesAlike}`;
  const alike = sql`
    select ${t.id} as id, ${t.receivedAt} as received_at, row_number() over (partition by ${t.attemptId}, ${t.answer}, cast(${t.fields} as text) order by ${t.id}) as nth
    from ${t} where ${t.channel} = 'ipn' and ${t.attemptId} in (${many})`;
  return sql`select id from (${alike}) ranked where nth > ${noticesAlike} and received_at < cast(${plus(now, -repeatsAreKept).getTime()} as bigint) limit ${limit}`;
}

/** Turns of processes that died, for jobs that nobody does any more. */
const leases: Keeping = {
  what: "leases",
  async isOver(db, { wallNow }) {
    const { leases: t } = db.t;
    return (await db.select({ name: t.name }).from(t).where(lt(t.lapsesAt, plus(wallNow, -leasesAreKept))).limit(1)).length > 0;
  },
  async throwAway(tx, { wallNow }) {
    const { leases: t } = tx.t;
    return (await tx.delete(t).where(lt(t.lapsesAt, plus(wallNow, -leasesAreKept))).returning({ name: t.name })).length;
  },
};

/** Sessions that are over, and links that open nothing any more: what they meant stands in the trace. */
const sessions: Keeping = {
  what: "sessions",
  async isOver(db, { now }) {
    const { sessions: t } = db.t;
    return (await db.select({ id: t.id }).from(t).where(lte(t.expiresAt, now)).limit(1)).length > 0;
  },
  async throwAway(tx, { now }) {
    const { sessions: t } = tx.t;
    const old = tx.select({ id: t.id }).from(t).where(lte(t.expiresAt, now)).limit(rowsAtOnce);
    return (await tx.delete(t).where(and(inArray(t.id, old), lte(t.expiresAt, now))).returning({ id: t.id })).length;
  },
};

const oneTimeLinks: Keeping = {
  what: "one_time_links",
  async isOver(db, { now }) {
    const { oneTimeLinks: t } = db.t;
    return (await db.select({ id: t.id }).from(t).where(lt(t.expiresAt, plus(now, -linksAreKept))).limit(1)).length > 0;
  },
  async throwAway(tx, { now }) {
    const { oneTimeLinks: t } = tx.t;
    const old = tx.select({ id: t.id }).from(t).where(lt(t.expiresAt, plus(now, -linksAreKept))).limit(rowsAtOnce);
    return (await tx.delete(t).where(inArray(t.id, old)).returning({ id: t.id })).length;
  },
};

/** Mails that have ended, or that nobody sends: what they told stands in their orders and accounts. */
const mails: Keeping = {
  what: "mails",
  async isOver(db, { now }) {
    const { mails: t } = db.t;
    const [oldest] = await db.select({ createdAt: t.createdAt }).from(t).orderBy(t.id).limit(1);
    return oldest !== undefined && oldest.createdAt < plus(now, -mailsAreKept);
  },
  async throwAway(tx, { now }) {
    const { mails: t } = tx.t;
    const old = tx.select({ id: t.id }).from(t).where(lt(t.createdAt, plus(now, -mailsAreKept))).orderBy(t.id).limit(rowsAtOnce);
    return (await tx.delete(t).where(inArray(t.id, old)).returning({ id: t.id })).length;
  },
};

/** Counts of tries, whose windows are an hour at most. */
const rateCounts: Keeping = {
  what: "rate_counts",
  async isOver(db, { now }) {
    const { rateCounts: t } = db.t;
    return (await db.select({ key: t.key }).from(t).where(lt(t.windowStart, plus(now, -triesAreKept))).limit(1)).length > 0;
  },
  async throwAway(tx, { now }) {
    const { rateCounts: t } = tx.t;
    const old = tx.select({ key: t.key, windowStart: t.windowStart }).from(t).where(lt(t.windowStart, plus(now, -triesAreKept))).limit(rowsAtOnce);
    return (await tx.delete(t).where(sql`(${t.key}, ${t.windowStart}) in ${old}`).returning({ key: t.key })).length;
  },
};

/** Contacts of those who were told, and of those whose thing did not come round. */
const seasonReminders: Keeping = {
  what: "season_reminders",
  async isOver(db, { now }) {
    const { seasonReminders: t } = db.t;
    return (await db.select({ id: t.id }).from(t).where(isReminderOver(db, now)).limit(1)).length > 0;
  },
  async throwAway(tx, { now }) {
    const { seasonReminders: t } = tx.t;
    const old = tx.select({ id: t.id }).from(t).where(isReminderOver(tx, now)).limit(rowsAtOnce);
    return (await tx.delete(t).where(and(inArray(t.id, old), isReminderOver(tx, now))).returning({ id: t.id })).length;
  },
};

const keepings: readonly Keeping[] = [idempotencyKeys, outbox, orderCaps, leases, notices, sessions, oneTimeLinks, mails, rateCounts, seasonReminders];

/** Throws away what was only kept for a while. */
export function purgeJob({ store, now, wallClock = () => new Date() }: { store: Store; now: () => Date; wallClock?: () => Date }): Job {
  const actor = systemActor("job.purge");
  const moment = () => ({ now: now(), wallNow: wallClock() });
  const over = async () => {
    const found = await Promise.all(keepings.map(async (keeping) => ((await keeping.isOver(store.read, moment())) ? [keeping] : [])));
    return found.flat();
  };
  return {
    name: "purge",
    everyMs: hours(1),
    isDue: async () => (await over()).length > 0,
    async work(turn) {
      for (const keeping of await over()) {
        while (await turn.goesOn()) {
          const rows = await store.write(async (tx) => {
            const gone = await keeping.throwAway(tx, moment());
            if (gone > 0) await writeAudit(tx, { actor: actor.id, verb: "rows.purge", objectKind: "table", objectId: keeping.what, at: now(), detail: { rows: gone } });
            return gone;
          });
          turn.did(rows);
          if (rows === 0) break;
        }
      }
    },
  };
}
