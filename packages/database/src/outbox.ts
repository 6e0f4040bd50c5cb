import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, lt, sql, type SQL } from "drizzle-orm";
import { inChunks, rowsAtOnce } from "./in-chunks.ts";
import { keep } from "./keep.ts";
import { keepFact, readFact } from "./facts.ts";
import type { Db, Tx } from "./store.ts";

/** What changed, for those who keep copies of it. */
export interface News {
  topic: string;
  subject: string;
  detail?: Record<string, unknown>;
}

/** News as it is read, at its place in the order of commits. */
export interface ToldNews {
  xid: number;
  id: number;
  at: Date;
  topic: string;
  subject: string;
  detail: Record<string, unknown> | null;
}

/** How far a reader has come. Keep it with the copy it belongs to; what is in it is nobody's business. */
export interface OutboxCursor {
  /** Which line of numbers: another database, or the same one restored, counts anew. */
  line: string;
  xid: number;
  id: number;
}

/** What a reader gets. */
export interface OutboxReading {
  news: ToldNews[];
  /** Where to go on, once the news is dealt with. */
  next: OutboxCursor;
  /** The way back is gone: build the copy anew from the tables, then go on from `next`. */
  lost: boolean;
}

/** Says that something changed, in the transaction of the change: either both are kept or neither. */
export async function speak(tx: Tx, news: News): Promise<void> {
  await speakAll(tx, [news]);
}

/** The same of many changes of one transaction, in their order. */
export async function speakAll(tx: Tx, news: readonly News[]): Promise<void> {
  const at = new Date();
  for (const some of inChunks(news, rowsAtOnce)) await addNews(tx, some.map((each) => ({ ...each, at })));
}

const addNews = keep((tx: Tx, news: (News & { at: Date })[]) => tx.insert(tx.t.outbox).values(news));

/**
 * The news after a cursor, in the order of commits; nothing is overlooked, and nothing comes twice.
 *
 * PostgreSQL gives serial numbers before the commit, so a reader who went by them would step over a slow transaction.
 * News is ordered by its transaction instead, and read only where no older transaction can still be running.
 * Without a cursor, with one from another line, or one older than the purge, the reader is `lost` and starts from here.
 *
 * @param early also what an older transaction may still come before: told at once, and once more when nothing can. For
 *   whoever only throws copies away, and must not wait for a slow stranger
 */
export async function readOutbox(db: Db, cursor: OutboxCursor | undefined, limit = 500, { early = false } = {}): Promise<OutboxReading> {
  const line = await outboxLine(db);
  const purged = await purgedThrough(db);
  if (cursor === undefined || cursor.line !== line || before(cursor, purged))
    return { news: [], next: await head(db, line, purged), lost: true };

  const { outbox } = db.t;
  const rows = await db
    .select({ xid: outbox.xid, id: outbox.id, at: outbox.at, topic: outbox.topic, subject: outbox.subject, detail: outbox.detail, isSettled: isSettled(db) })
    .from(outbox)
    .where(and(after(db, cursor), early ? undefined : settled(db)))
    .orderBy(asc(outbox.xid), asc(outbox.id))
    .limit(limit);
  // Transactions settle in their order, so what has settled comes first.
  const last = rows.findLast((row) => row.isSettled === 1);
  const news = rows.map(({ isSettled: _, ...told }) => told);
  return { news, next: last === undefined ? cursor : { line, xid: last.xid, id: last.id }, lost: false };
}

/** How far the reader of this name has come, if it keeps its cursor here. */
export async function readOutboxCursor(db: Db, name: string): Promise<OutboxCursor | undefined> {
  const { outboxCursors: t } = db.t;
  const [cursor] = await db.select({ line: t.line, xid: t.xid, id: t.outboxId }).from(t).where(eq(t.name, name));
  return cursor;
}

/** Notes how far the reader of this name has come, once its work is done. */
export async function moveOutboxCursor(tx: Tx, name: string, { line, xid, id }: OutboxCursor): Promise<void> {
  const { outboxCursors: t } = tx.t;
  const place = { line, xid, outboxId: id, movedAt: new Date() };
  await tx
    .insert(t)
    .values({ name, ...place })
    .onConflictDoUpdate({ target: t.name, set: place });
}

/** Throws away news that is older than `olderThan` by the wall clock, and remembers that it did; says how many. */
export async function purgeOutbox(tx: Tx, olderThan: Date): Promise<number> {
  const { outbox } = tx.t;
  const [last] = await tx
    .select({ xid: outbox.xid, id: outbox.id })
    .from(outbox)
    .where(and(lt(outbox.at, olderThan), settled(tx)))
    .orderBy(desc(outbox.xid), desc(outbox.id))
    .limit(1);
  if (last === undefined) return 0;
  const through = sql`(${outbox.xid}, ${outbox.id}) <= (cast(${last.xid} as bigint), cast(${last.id} as bigint))`;
  const gone = await tx.delete(outbox).where(through).returning({ id: outbox.id });
  await keepFact(tx, "outbox_purged", `${last.xid} ${last.id}`);
  return gone.length;
}

/**
 * Empties the outbox, forgets all cursors and begins a new line, so that every reader builds its copy anew.
 * For `copy` and `restore`: their numbers mean nothing here.
 */
export async function restartOutbox(tx: Tx): Promise<void> {
  await tx.delete(tx.t.outbox);
  await tx.delete(tx.t.outboxCursors);
  await tx.delete(tx.t.houseFacts).where(eq(tx.t.houseFacts.name, "outbox_purged"));
  await keepFact(tx, "identity", randomUUID());
}

type Place = Pick<OutboxCursor, "xid" | "id">;

const before = (a: Place, b: Place) => a.xid < b.xid || (a.xid === b.xid && a.id < b.id);

/** On SQLite all news has the same `xid`, and comparing the pair would have it go through all of the news that is kept. */
function after(db: Db, { xid, id }: Place): SQL {
  const { outbox } = db.t;
  if (db.kind === "sqlite") return sql`${outbox.xid} = cast(${xid} as bigint) and ${outbox.id} > cast(${id} as bigint)`;
  return sql`(${outbox.xid}, ${outbox.id}) > (cast(${xid} as bigint), cast(${id} as bigint))`;
}

/** The oldest transaction that may still be running anywhere in the cluster. */
const oldestRunning = sql`cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)`;

/** News that no transaction still running can come before. On SQLite one writer follows the other: all of it. */
function settled(db: Db): SQL | undefined {
  return db.kind === "postgres" ? sql`${db.t.outbox.xid} < ${oldestRunning}` : undefined;
}

/** 1 where that is so, 0 where it is not. */
const isSettled = (db: Db): SQL<number> => (settled(db) === undefined ? sql<number>`1` : sql<number>`case when ${settled(db)} then 1 else 0 end`);

/** The place after which all is still to come; what is before it can be seen in the tables. */
async function head(db: Db, line: string, purged: Place): Promise<OutboxCursor> {
  if (db.kind === "postgres") {
    const [row] = await db.rows<{ xid: number }>(sql`select ${oldestRunning} - 1 as xid`);
    return { line, xid: row?.xid ?? 0, id: Number.MAX_SAFE_INTEGER };
  }
  const { outbox } = db.t;
  const [last] = await db.select({ id: outbox.id }).from(outbox).orderBy(desc(outbox.xid), desc(outbox.id)).limit(1);
  return { line, xid: 0, id: Math.max(last?.id ?? 0, purged.id) };
}

/**
 * What the numbers of the outbox belong to. On PostgreSQL the transaction numbers are the cluster's, so moving to
 * another cluster, or back in time by a restore, begins a new line even where the rows are the same.
 */
async function outboxLine(db: Db): Promise<string> {
  const identity = (await readFact(db, "identity")) ?? "";
  if (db.kind === "sqlite") return identity;
  const [cluster] = await db.rows<{ cluster: string }>(
    sql`select concat(system_identifier, '/', timeline_id) as cluster from pg_control_system(), pg_control_checkpoint()`,
  );
  return `${identity}/${cluster?.cluster ?? ""}`;
}

async function purgedThrough(db: Db): Promise<Place> {
  const [xid = 0, id = 0] = ((await readFact(db, "outbox_purged")) ?? "").split(" ").map(Number);
  return { xid, id };
}
