import type { Columns } from "../columns-postgres.ts";

/** Rows that keep the house in order and belong to no trade: news, turns, traces, the test clock. */
export const houseTables = ({ table, id, ref, text, count, instant, json, serial, commitOrder, index }: Columns) => ({
  /** News of changes, written in the transaction of the change and read by those who keep copies. */
  outbox: table(
    "outbox",
    {
      id: serial(),
      /** Orders what PostgreSQL's serial numbers cannot: they are given before the commit. */
      xid: commitOrder(),
      /** By the wall clock, never the market's: this only decides when a row may be purged. */
      at: instant().notNull(),
      topic: text().notNull(),
      subject: ref().notNull(),
      detail: json<Record<string, unknown>>(),
    },
    (t) => [index("outbox_order").on(t.xid, t.id)],
  ),
  /** How far each reader of the outbox has come, and on which line of numbers that was counted. */
  outboxCursors: table("outbox_cursors", {
    name: id(),
    line: text().notNull(),
    xid: count().notNull(),
    outboxId: count().notNull(),
    movedAt: instant().notNull(),
  }),
  /** Turns: who may do a job that only one process should do at a time, and until when. */
  leases: table("leases", {
    name: id(),
    holder: text().notNull(),
    lapsesAt: instant().notNull(),
  }),
  /** Who did what to what, and when. Rows are only ever added. */
  auditRows: table(
    "audit_rows",
    {
      id: serial(),
      at: instant().notNull(),
      actor: text().notNull(),
      verb: text().notNull(),
      objectKind: text().notNull(),
      objectId: ref().notNull(),
      detail: json<Record<string, unknown>>(),
    },
    (t) => [index("audit_rows_object").on(t.objectKind, t.objectId, t.id), index("audit_rows_actor").on(t.actor, t.id)],
  ),
  /** The demo's and the tests' clock: one row, how far ahead of the wall clock all processes live. */
  clock: table("clock", {
    id: id(),
    offsetMs: count().notNull(),
  }),
  /**
   * What the database knows about itself: `identity`, made once; `outbox_purged`, the last news that was thrown away;
   * `areas`, which set of units it has; `time_told`, until when the passing of time has been told.
   */
  houseFacts: table("house_facts", {
    name: id(),
    value: text().notNull(),
  }),
});
