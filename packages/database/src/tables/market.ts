import { sql } from "drizzle-orm";
import { mailKinds, mailStates } from "@xudong/domain";
import type { Columns } from "../columns-postgres.ts";

/** What the market as a whole remembers: first answers to requests that may be repeated, and mail that is to be sent. */
export const marketTables = ({ table, id, ref, text, count, oneOf, json, instant, index, unique, primaryKey }: Columns) => ({
  /** Only successes are kept, without secrets (H4): a refusal rolls back, so that a later try may succeed. */
  idempotencyKeys: table(
    "idempotency_keys",
    {
      /** Whose key it is: a cart or an order, and the route. */
      scope: text().notNull(),
      key: text().notNull(),
      bodyHash: text().notNull(),
      answer: json<Record<string, unknown>>().notNull(),
      createdAt: instant().notNull(),
    },
    (t) => [primaryKey({ name: "idempotency_keys_pk", columns: [t.scope, t.key] }), index("idempotency_keys_age").on(t.createdAt)],
  ),

  /**
   * One mail each, written with what it tells of. What it says, to which address and with which key in its link is worked
   * out when it is sent: nothing here names a person or opens anything.
   */
  mails: table(
    "mails",
    {
      id: id(),
      kind: oneOf(mailKinds).notNull(),
      /** What it is about: an order, a seller's part of one, a fulfilment, a payment that goes back, a one-time link. */
      subject: ref().notNull(),
      /** "buyer" of the order, or a person's id. */
      recipient: ref().notNull(),
      /** The order it belongs to; null for mail about an account. */
      orderId: ref(),
      locale: text().notNull(),
      state: oneOf(mailStates).notNull(),
      /** When it is tried next; null once it has ended. */
      dueAt: instant(),
      /** Until when somebody is at it; null while nobody is. One that is over was left by a process that died. */
      leasedUntil: instant(),
      attempts: count().notNull(),
      /** How often it was handed over without an answer. */
      silences: count().notNull(),
      /** The last answer's number, or why there was none; never its words, which name people. */
      answer: text(),
      createdAt: instant().notNull(),
      endedAt: instant(),
    },
    (t) => [
      unique("mails_once").on(t.kind, t.subject, t.recipient),
      index("mails_due").on(t.dueAt).where(sql`${t.dueAt} is not null`),
      index("mails_order").on(t.orderId).where(sql`${t.orderId} is not null`),
    ],
  ),
});
