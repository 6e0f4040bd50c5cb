// What the database says of a purchase, and what the model says it should: the same few words for both.
import { sql } from "drizzle-orm";
import { paymentReceived, refundDone, saleConfirmed, saleReversed, type Posting, type SellerPart } from "@xudong/domain";
import type { Store } from "@xudong/database";
import type { Purchase } from "./model.ts";

/** Moments that the model has no clock for. */
export type Moments = {
  lapsesAt: Date | null;
  attempts: readonly { id: string; gatewayRef: string; expiresAt: Date; askAt: Date | null; asked: number }[];
  refunds: readonly { id: string; attemptId: string; sentAt: Date | null; askAt: Date | null; tries: number; asked: number }[];
  fulfilments: readonly { id: string; kind: string }[];
};

export type Found = { words: Readonly<Record<string, string>>; moments: Moments; /** What no row may ever look like, whatever the model says. */ wrong: readonly string[] };

type Row = { kind: string; id: string; a: string | null; b: string | null; c: string | null; d: string | null; n: number | null; m: number | null; o: number | null; p: number | null };
/** Attempts in the order in which they were opened; the orders of others that have units of the same pools, at most one per part. */
type Subject = { orderId: string; attemptIds: readonly string[]; otherIds: readonly string[]; poolIds: readonly { kind: string; id: string }[]; now: Date };

/**
 * Everything about one order, in one question that both databases keep prepared. The claims of a pool are found by its
 * orders: `cross join` is how SQLite is told not to look through everybody's claims instead.
 */
const question = sql.raw(`
  select 'order' as kind, id, state as a, cancel_reason as b, null as c, null as d, cast(null as bigint) as n, cast(null as bigint) as m, cast(null as bigint) as o, cast(null as bigint) as p from orders where id = (select id from own)
  union all select 'hold', id, state, null, null, null, lapses_at, null, null, null from holds where order_id = (select id from own)
  union all select 'claim', claims.pool_id, claims.state, null, null, null, claims.units, null, null, null from claims join holds on holds.id = claims.hold_id where holds.order_id = (select id from own)
  union all select 'pool', pools.id, null, null, null, null, pools.taken, pools.capacity,
      (select sum(claims.units) from in_play cross join holds cross join claims where holds.order_id = in_play.id and claims.hold_id = holds.id and claims.pool_id = pools.id and claims.state in ('held', 'sold')), null
    from pools join claims on claims.pool_id = pools.id join holds on holds.id = claims.hold_id where holds.order_id = (select id from own)
  union all select 'fulfilment', fulfilments.id, fulfilments.state, fulfilments.kind, null, null, null, null, null, null
    from fulfilments join seller_orders on seller_orders.id = fulfilments.seller_order_id where seller_orders.order_id = (select id from own)
  union all select 'ticket', tickets.id, tickets.state, null, null, null, null, null, null, null from tickets join order_lines on order_lines.id = tickets.order_line_id where order_lines.order_id = (select id from own)
  union all select 'attempt', id, state, waits_for, gateway_ref, method, expires_at, ask_at, null, asked from attempts where reference = (select id from own)
  union all select 'refund', refunds.id, refunds.state, refunds.waits_for, refunds.reason, refunds.attempt_id, refunds.sent_at, refunds.ask_at, refunds.tries, refunds.asked
    from refunds join attempts on attempts.id = refunds.attempt_id where attempts.reference = (select id from own)
  union all select 'balance', account, null, null, null, null, cast(sum(amount_dong) as bigint), null, null, null from ledger_rows where reference = (select id from own) group by account
  union all select 'moved', kind, null, null, null, null, count(*), null, null, null from ledger_movements where reference = (select id from own) group by kind`);

/** Reads everything about one order. */
export async function rowsOf(store: Store, { orderId, attemptIds, otherIds: [one = "", two = ""], poolIds, now }: Subject): Promise<Found> {
  const found = await store.read.rows<Row>(sql`
    with own as (select cast(${orderId} as text) as id), in_play as (select id from own union all select cast(${one} as text) union all select cast(${two} as text)) ${question}`);

  const all = (kind: string) => found.filter((row) => row.kind === kind);
  const moment = (ms: number | null) => (ms === null ? null : new Date(Number(ms)));
  const words: Record<string, string> = {};
  const wrong: string[] = [];
  const [order] = all("order");
  const [hold] = all("hold");
  words["order"] = [order?.a, order?.b === "operator" ? "buyer" : order?.b].filter(Boolean).join(" ");
  const lapsesAt = moment(hold?.n ?? null);
  words["hold"] = `${hold?.a} ${lapsesAt === null ? "none" : lapsesAt <= now ? "past" : "ahead"}`;
  for (const { kind, id } of poolIds) {
    const pool = all("pool").find((row) => row.id === id);
    words[`claim of the ${kind}`] = `${all("claim").find((row) => row.id === id)?.a}, taken ${Number(pool?.n)}`;
    if (Number(pool?.n) !== Number(pool?.o ?? 0)) wrong.push(`H1: the pool of the ${kind} says ${Number(pool?.n)}, its claims ${Number(pool?.o ?? 0)}`);
    if (Number(pool?.n) > Number(pool?.m)) wrong.push(`H1: the pool of the ${kind} is over its capacity`);
  }
  for (const row of all("fulfilment")) words[String(row.b)] = String(row.a);
  words["tickets"] = all("ticket").map((row) => row.a).join(", ");
  const opened = attemptIds.flatMap((id) => all("attempt").filter((row) => row.id === id));
  if (opened.length !== all("attempt").length) wrong.push("P2: an attempt nobody opened, or one that is gone");
  opened.forEach((row, at) => {
    words[`attempt ${at + 1}`] = [row.a, row.b].filter(Boolean).join(" waits for a person: ");
    const isOpen = row.a === "opened" || row.a === "unknown";
    if (row.d === "vnpay" && isOpen && row.m === null && row.b === null) wrong.push(`P4: attempt ${at + 1} is ${row.a}, nobody asks about it and nobody is told`);
    const refund = all("refund").find(({ d }) => d === row.id);
    if (refund === undefined) return;
    words[`refund ${at + 1}`] = `${refund.a} (${refund.c})${refund.b === null ? "" : ` waits for a person: ${refund.b}`}`;
    if (refund.a !== "done" && refund.m === null && refund.b === null) wrong.push(`O1: refund ${at + 1} is ${refund.a}, nobody asks about it and nobody is told`);
  });
  for (const row of all("balance")) if (Number(row.n) !== 0) words[`ledger ${row.id}`] = String(Number(row.n));
  for (const row of all("moved")) words[`movements ${row.id}`] = String(Number(row.n));
  if (all("balance").reduce((sum, row) => sum + Number(row.n), 0) !== 0) wrong.push("L1: the balances do not sum to zero");
  const moments: Moments = {
    lapsesAt,
    attempts: opened.map((row) => ({ id: row.id, gatewayRef: row.c ?? "", expiresAt: moment(row.n) ?? now, askAt: moment(row.m), asked: Number(row.p) })),
    refunds: all("refund").map((row) => ({ id: row.id, attemptId: row.d ?? "", sentAt: moment(row.n), askAt: moment(row.m), tries: Number(row.o), asked: Number(row.p) })),
    fulfilments: all("fulfilment").map((row) => ({ id: row.id, kind: String(row.b) })),
  };
  return { words, moments, wrong };
}

/** The same words, from the model. */
export function wordsOf(state: Purchase, part: SellerPart): Record<string, string> {
  const words: Record<string, string> = {};
  words["order"] = [state.order, state.cancelReason].filter(Boolean).join(" ");
  words["hold"] = `${state.hold} ${state.lapse}`;
  for (const { kind, claim, isOthers, fulfilment } of state.parts) {
    words[`claim of the ${kind}`] = `${claim}, taken ${Number(claim === "held" || claim === "sold") + Number(isOthers)}`;
    words[kind] = fulfilment;
  }
  words["tickets"] = state.parts.map(({ ticket }) => ticket).filter((ticket) => ticket !== "none").join(", ");
  const place = state.method === "cod" ? "courier" : "gateway";
  const total = part.itemsDong + part.deliveryDong;
  const balances = new Map<string, number>();
  const moved = new Map<string, number>();
  const post = (kind: string, postings: readonly Posting[]) => {
    moved.set(kind, (moved.get(kind) ?? 0) + 1);
    for (const { account, amountDong } of postings) balances.set(account, (balances.get(account) ?? 0) + amountDong);
  };
  state.attempts.forEach((attempt, at) => {
    words[`attempt ${at + 1}`] = [attempt.state, attempt.waitsFor].filter(Boolean).join(" waits for a person: ");
    const { refund } = attempt;
    if (refund !== null) words[`refund ${at + 1}`] = `${refund.state} (${refund.reason})${refund.waitsFor === null ? "" : ` waits for a person: ${refund.waitsFor}`}`;
    if (attempt.isReceived) post("payment_received", paymentReceived(total, place));
    if (attempt.sale !== "none") post("sale_confirmed", saleConfirmed([part]));
    if (attempt.sale === "reversed") post("sale_reversed", saleReversed([part]));
    if (attempt.isGivenBack) post("refund_done", refundDone(total, place));
  });
  for (const [account, amount] of balances) if (amount !== 0) words[`ledger ${account}`] = String(amount);
  for (const [kind, count] of moved) words[`movements ${kind}`] = String(count);
  return words;
}

/** Where the two differ, a line each; none where they agree. */
export function differences(found: Readonly<Record<string, string>>, expected: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(found), ...Object.keys(expected)])].filter((key) => (found[key] ?? "") !== (expected[key] ?? "")).map((key) => `${key}: the database says "${found[key] ?? ""}", the model "${expected[key] ?? ""}"`);
}
