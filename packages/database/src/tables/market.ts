import { sql } from "drizzle-orm";
import { mailKinds, mailStates, reminderStates } from "@xudong/domain";
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

  /**
   * Who wants to be told once that a thing is in season again. Somebody without an account is known by the e-mail alone;
   * their agreement stands in `consents` under `reminder ID`. Taken back, and some time after telling, the row is gone.
   */
  seasonReminders: table(
    "season_reminders",
    {
      id: id(),
      listingId: ref().notNull(),
      personId: ref(),
      /** Where to tell it; null where a person's own contact is meant, whatever it is by then. */
      email: text(),
      /** The person's id or the e-mail: one wish for one thing each. */
      holder: text().notNull(),
      locale: text().notNull(),
      state: oneOf(reminderStates).notNull(),
      askedAt: instant().notNull(),
      toldAt: instant(),
    },
    (t) => [unique("season_reminders_once").on(t.listingId, t.holder), index("season_reminders_holder").on(t.holder, t.state), index("season_reminders_waiting").on(t.state, t.listingId), index("season_reminders_age").on(t.askedAt)],
  ),
});
