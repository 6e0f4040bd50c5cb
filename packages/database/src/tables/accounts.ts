import { roles } from "@xudong/domain";
import type { Columns } from "../columns-postgres.ts";

/** People, how they sign in, what they may do where, and what they agreed to. */
export const accountsTables = ({ table, id, ref, text, count, instant, flag, json, oneOf, index, unique, primaryKey }: Columns) => {
  const people = table(
    "people",
    {
      id: id(),
      name: text().notNull(),
      /** E.164. One of telephone and e-mail is always there. */
      phone: text(),
      email: text(),
      /** Argon2id; null while only a link lets them in. */
      passwordHash: text(),
      locale: text().notNull(),
      isLocked: flag().notNull().default(false),
      isSample: flag().notNull().default(false),
      createdAt: instant().notNull(),
    },
    (t) => [unique("people_phone").on(t.phone), unique("people_email").on(t.email)],
  );

  const sessions = table(
    "sessions",
    {
      /** SHA-256 of what the cookie holds. */
      id: id(),
      personId: ref().notNull().references(() => people.id),
      createdAt: instant().notNull(),
      seenAt: instant().notNull(),
      expiresAt: instant().notNull(),
      /** What its list shows, so that somebody knows their own: the browser's name and the network, no more. */
      device: text().notNull(),
      network: text().notNull(),
    },
    (t) => [index("sessions_person").on(t.personId), index("sessions_expiry").on(t.expiresAt)],
  );

  /** A role on a shop, a place or a queue. Ended ones stay, so that the past can be told. */
  const grants = table(
    "grants",
    {
      id: id(),
      personId: ref().notNull().references(() => people.id),
      role: oneOf(roles).notNull(),
      /** The id of a shop or place, the name of a queue, or "*". */
      scope: text().notNull(),
      grantedBy: text().notNull(),
      grantedAt: instant().notNull(),
      endedAt: instant(),
    },
    (t) => [index("grants_person").on(t.personId, t.endedAt), index("grants_scope").on(t.scope, t.role)],
  );

  /** One row per purpose and change of mind: what text, when, how. Rows are only ever added. */
  const consents = table(
    "consents",
    {
      id: id(),
      /** A person's id, or `order CODE` for a guest. */
      subject: text().notNull(),
      purpose: text().notNull(),
      isGiven: flag().notNull(),
      policyVersion: text().notNull(),
      textHash: text().notNull(),
      channel: text().notNull(),
      at: instant().notNull(),
    },
    (t) => [index("consents_subject").on(t.subject, t.purpose, t.at)],
  );

  /** Links that let somebody in once: to recover, or because a helper or the department opened the door for them. */
  const oneTimeLinks = table(
    "one_time_links",
    {
      /** SHA-256 of what the link holds. */
      id: id(),
      personId: ref().notNull().references(() => people.id),
      purpose: text().notNull(),
      madeBy: text().notNull(),
      madeAt: instant().notNull(),
      expiresAt: instant().notNull(),
      usedAt: instant(),
      detail: json<Record<string, unknown>>(),
    },
    (t) => [index("one_time_links_person").on(t.personId), index("one_time_links_expiry").on(t.expiresAt)],
  );

  /** How often something was tried by somebody in a window of time: one upsert counts. */
  const rateCounts = table(
    "rate_counts",
    { key: text().notNull(), windowStart: instant().notNull(), hits: count().notNull() },
    (t) => [primaryKey({ name: "rate_counts_pk", columns: [t.key, t.windowStart] }), index("rate_counts_age").on(t.windowStart)],
  );

  return { people, sessions, grants, consents, oneTimeLinks, rateCounts };
};
