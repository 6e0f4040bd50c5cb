import type { Locale } from "@xudong/domain";
import type { PaymentReturn } from "@xudong/market";
import type { OrderView } from "@xudong/checkout";
import { orderFor } from "../actions/order.ts";
import { keepPrivate, type Visit } from "../actions/visit.ts";

/** How a payment stands, as the page tells it. */
export type Outcome = "paid" | "waiting" | "declined" | "review" | "late" | "unread";

export type PaymentResultPage = {
  locale: Locale;
  outcome: Outcome;
  /** The link says that it was paid. It proves nothing; a page may say that it was heard. */
  saysPaid: boolean;
  /** What the gateway's link named; absent where nobody can tell. */
  code: string | undefined;
  /** The order itself, only in the browser that holds its key. */
  order: OrderView | undefined;
  nonce: string;
  rawQuery: string;
};

/** The return proves nothing (P1): the outcome is read from the order and its attempt, never from what the link says. */
function outcomeOf(said: PaymentReturn): Outcome {
  if (!said.isGenuine) return "unread";
  if (said.state === "confirmed" || said.state === "closed") return "paid";
  if (said.attemptState === "paid") return "late";
  if (said.attemptState === "held") return "review";
  if (said.attemptState === "declined" || said.attemptState === "expired") return "declined";
  return "waiting";
}

/** Seconds until the page looks again: once the time of every payment is over, the answer takes minutes. */
const [soon, slowly] = ["4", "60"];

function isOver(order: OrderView | undefined, visit: Visit): boolean {
  const now = visit.locals.market.clock.now();
  return order !== undefined && order.attempts.every((attempt) => attempt.expiresAt <= now);
}

export async function paymentResultPage(visit: Visit, locale: Locale): Promise<PaymentResultPage> {
  keepPrivate(visit);
  const rawQuery = visit.url.search.slice(1);
  const said = await visit.locals.market.readPaymentReturn(rawQuery);
  const outcome = outcomeOf(said);
  const code = said.isGenuine ? said.orderCode : undefined;
  const order = code === undefined ? undefined : await orderFor(visit, code);
  // a header, not a meta tag: it asks nothing of the page's reader and needs no script
  if (outcome === "waiting") visit.response.headers.set("refresh", isOver(order, visit) ? slowly : soon);
  return { locale, outcome, saysPaid: said.isGenuine && said.saysPaid, code, order, nonce: crypto.randomUUID(), rawQuery };
}
