import type { Columns } from "../columns-postgres.ts";

/** What the market as a whole remembers: first answers to requests that may be repeated. */
export const marketTables = ({ table, text, json, instant, index, primaryKey }: Columns) => ({
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
});
