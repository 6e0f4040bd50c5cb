import { sql } from "drizzle-orm";
import { attemptStates, refundStates } from "@xudong/domain";
import type { Columns } from "../columns-postgres.ts";

/** Attempts at paying, what gateways said of them, and money sent back. Nothing here knows what an order is. */
export const paymentsTables = ({ table, id, ref, text, count, dong, instant, json, flag, oneOf, index, unique, check }: Columns) => {
  const attempts = table(
    "attempts",
    {
      id: id(),
      /** What the money is for: opaque here. */
      reference: ref().notNull(),
      method: text().notNull(),
      /** Our number at the gateway: one per attempt, never reused. */
      gatewayRef: text().notNull(),
      /** Which terminal it was opened at. */
      terminal: text().notNull(),
      amountDong: dong().notNull(),
      state: oneOf(attemptStates).notNull(),
      openedAt: instant().notNull(),
      expiresAt: instant().notNull(),
      /** The exact creation time sent to the gateway, in its own spelling: later questions must repeat it. */
      gatewayCreatedOn: text().notNull(),
      settledAt: instant(),
      responseCode: text(),
      transactionNo: text(),
      bankCode: text(),
      /** When the gateway is asked next what became of it; null where nobody asks. */
      askAt: instant(),
      /** How often it was asked. */
      asked: count().notNull().default(0),
      /** Why a person must look; null once there is nothing to decide. */
      waitsFor: text(),
    },
    (t) => [unique("attempts_gateway_ref").on(t.method, t.gatewayRef), index("attempts_reference").on(t.reference, t.openedAt),
      index("attempts_to_ask").on(t.askAt).where(sql`${t.askAt} is not null`),
      index("attempts_waiting").on(t.waitsFor).where(sql`${t.waitsFor} is not null`), check("attempts_amount_positive", sql`${t.amountDong} > 0`)],
  );

  const notices = table(
    "notices",
    {
      id: id(),
      attemptId: ref().references(() => attempts.id),
      method: text().notNull(),
      /** "ipn", "query", or "person": a browser's return is no notice (P1). */
      channel: text().notNull(),
      isGenuine: flag().notNull(),
      answer: text().notNull(),
      outcome: text(),
      fields: json<Readonly<Record<string, string>>>().notNull(),
      receivedAt: instant().notNull(),
    },
    (t) => [index("notices_attempt").on(t.attemptId, t.id), index("notices_received").on(t.receivedAt)],
  );

  const refunds = table(
    "refunds",
    {
      id: id(),
      attemptId: ref().notNull().references(() => attempts.id),
      amountDong: dong().notNull(),
      state: oneOf(refundStates).notNull(),
      /** Why the money goes back: "order_not_kept", "second_payment", "order_cancelled". */
      reason: text().notNull(),
      requestedAt: instant().notNull(),
      settledAt: instant(),
      /** How often it was sent. */
      tries: count().notNull(),
      /** Our number for it at the gateway, the same at every sending: what makes sending it again safe. */
      requestId: text(),
      sentAt: instant(),
      /** When it is sent or asked about next; null where nobody does. */
      askAt: instant(),
      /** How often it was asked about since it was sent. */
      asked: count().notNull().default(0),
      responseCode: text(),
      transactionNo: text(),
      /** Why a person must look; null once there is nothing to decide. */
      waitsFor: text(),
    },
    (t) => [
      // A payment goes back once and whole: whoever asks second finds the first one's row.
      unique("refunds_attempt").on(t.attemptId),
      unique("refunds_request").on(t.requestId),
      index("refunds_to_send").on(t.askAt).where(sql`${t.askAt} is not null`),
      index("refunds_waiting").on(t.waitsFor).where(sql`${t.waitsFor} is not null`), check("refunds_amount_positive", sql`${t.amountDong} > 0`)],
  );

  return { attempts, notices, refunds };
};
