import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import type { Store } from "@xudong/database";
import { inspectMarket } from "@xudong/market";

/** A payment, a notice and a refund as the gateway's own books have them. */
export type GatewayBooks = {
  payments: { id: number; txnRef: string; amount: string; outcome: string | null; transactionStatus: string | null }[];
  notices: { id: number; txnRef: string | null; state: string; calls: number }[];
  refunds: { id: number; txnRef: string; amount: string; status: string }[];
};

/** Reads the gateway's file. Nobody may have it open for writing meanwhile. */
export function gatewayBooks(file: string): GatewayBooks {
  readFileSync(file); // told plainly where there is none
  const database = new Database(file, { readonly: true });
  try {
    return {
      payments: database.prepare("select id, txnRef, amount, outcome, transactionStatus from payments").all() as GatewayBooks["payments"],
      notices: database.prepare("select notices.id, payments.txnRef, notices.state, notices.calls from notices left join payments on payments.id = paymentId").all() as GatewayBooks["notices"],
      refunds: database.prepare("select refunds.id, payments.txnRef, refunds.amount, refunds.status from refunds join payments on payments.id = paymentId").all() as GatewayBooks["refunds"],
    };
  } finally {
    database.close();
  }
}

/** Everything the market has written down about money and units, in the words of its rows. */
async function marketBooks({ read }: Store) {
  const { attempts, orders, holds, claims, pools, refunds, ledgerMovements, ledgerRows, orderLines, tickets } = read.t;
  return {
    attempts: await read.rows<{ id: string; ref: string; order: string; state: string; amount: number; waits: string | null }>(
      sql`select ${attempts.id} as id, ${attempts.gatewayRef} as ref, ${attempts.reference} as "order", ${attempts.state} as state, ${attempts.amountDong} as amount, ${attempts.waitsFor} as waits from ${attempts}`,
    ),
    orders: await read.rows<{ id: string; code: string; state: string; cart: string; hold: string; total: number }>(
      sql`select ${orders.id} as id, ${orders.code} as code, ${orders.state} as state, ${orders.cartId} as cart, ${holds.state} as hold, ${orders.totalDong} as total from ${orders} join ${holds} on ${holds.orderId} = ${orders.id}`,
    ),
    refunds: await read.rows<{ id: string; attempt: string; state: string; amount: number; waits: string | null }>(
      sql`select ${refunds.id} as id, ${refunds.attemptId} as attempt, ${refunds.state} as state, ${refunds.amountDong} as amount, ${refunds.waitsFor} as waits from ${refunds}`,
    ),
    sales: await read.rows<{ order: string; cause: string; sold: number; reversed: number }>(
      sql`select ${ledgerMovements.reference} as "order", ${ledgerMovements.cause} as cause, sum(case when ${ledgerMovements.kind} = 'sale_confirmed' then 1 else 0 end) as sold, sum(case when ${ledgerMovements.kind} = 'sale_reversed' then 1 else 0 end) as reversed from ${ledgerMovements} where ${ledgerMovements.kind} in ('sale_confirmed', 'sale_reversed') group by 1, 2`,
    ),
    unapplied: await read.rows<{ order: string; amount: number }>(
      sql`select ${ledgerRows.reference} as "order", sum(${ledgerRows.amountDong}) as amount from ${ledgerRows} where ${ledgerRows.account} = 'unapplied' group by 1 having sum(${ledgerRows.amountDong}) <> 0`,
    ),
    pools: await read.rows<{ id: string; capacity: number; taken: number; sold: number; held: number }>(
      sql`select ${pools.id} as id, ${pools.capacity} as capacity, ${pools.taken} as taken,
        coalesce((select sum(${claims.units}) from ${claims} where ${claims.poolId} = ${pools.id} and ${claims.state} = 'sold'), 0) as sold,
        coalesce((select sum(${claims.units}) from ${claims} where ${claims.poolId} = ${pools.id} and ${claims.state} = 'held'), 0) as held from ${pools}`,
    ),
    claims: await read.rows<{ order: string; state: string; claims: number }>(
      sql`select ${holds.orderId} as "order", ${claims.state} as state, count(*) as claims from ${claims} join ${holds} on ${holds.id} = ${claims.holdId} group by 1, 2`,
    ),
    seats: await read.rows<{ order: string; wanted: number; tickets: number }>(
      sql`select ${orderLines.orderId} as "order", sum(${orderLines.quantity}) as wanted, sum((select count(*) from ${tickets} where ${tickets.orderLineId} = ${orderLines.id})) as tickets from ${orderLines} where ${orderLines.slotId} is not null group by 1`,
    ),
  };
}

/**
 * Compares what the market has written with what the gateway has, once everything has come to its end: nothing lost,
 * nothing doubled, nothing stuck. Each complaint names its rows.
 *
 * @param known the orders that clients were told of; with them, every order in the books must be one of these
 */
export async function complaintsOf(store: Store, gateway: GatewayBooks, known?: { codes: readonly string[]; refs: readonly string[] }): Promise<string[]> {
  const books = await marketBooks(store);
  const complaints = (await inspectMarket(store)).filter((finding) => !finding.ok).map((finding) => `${finding.name}: ${finding.detail}`);
  const complain = (what: string, subjects: readonly unknown[]) => {
    if (subjects.length > 0) complaints.push(`${what}: ${subjects.length}, such as ${JSON.stringify(subjects.slice(0, 3))}`);
  };
  const orderOf = new Map(books.orders.map((order) => [order.id, order]));
  const attemptOf = new Map(books.attempts.map((attempt) => [attempt.ref, attempt]));
  const attemptById = new Map(books.attempts.map((attempt) => [attempt.id, attempt]));
  const refundOf = new Map(books.refunds.map((refund) => [refund.attempt, refund]));
  const heldOrders = new Set(books.attempts.filter((attempt) => attempt.state === "held").map((attempt) => attempt.order));

  // Nothing lost between the two sets of books.
  const paidThere = gateway.payments.filter((payment) => payment.transactionStatus === "00");
  complain("paid at the gateway and not paid here", paidThere.filter((payment) => attemptOf.get(payment.txnRef)?.state !== "paid").map((payment) => ({ ...payment, here: attemptOf.get(payment.txnRef) })));
  complain("paid at the gateway with another amount", paidThere.filter((payment) => attemptOf.get(payment.txnRef)?.amount !== Number(payment.amount) / 100));
  const paidRefs = new Set(paidThere.map((payment) => payment.txnRef));
  const paidHere = books.attempts.filter((attempt) => attempt.state === "paid");
  complain("paid here and not at the gateway", paidHere.filter((attempt) => !paidRefs.has(attempt.ref)));
  complain("a gateway reference used twice", gateway.payments.filter((payment, at) => gateway.payments.findIndex((other) => other.txnRef === payment.txnRef) !== at));

  // Each paid attempt bought its order or went back, and not both, and nothing twice.
  const soldBy = new Map(books.sales.map((sale) => [sale.cause, sale]));
  complain("a sale posted twice", books.sales.filter((sale) => sale.sold !== 1 || sale.reversed > 1));
  complain("two sales of one order that stand", [...Map.groupBy(books.sales.filter((sale) => sale.reversed === 0), (sale) => sale.order)].filter(([, sales]) => sales.length > 1));
  for (const attempt of paidHere) {
    const sale = soldBy.get(attempt.id);
    const stands = sale !== undefined && sale.reversed === 0;
    const refund = refundOf.get(attempt.id);
    const order = orderOf.get(attempt.order);
    if (stands === (refund !== undefined)) complaints.push(`a paid attempt with ${stands ? "both an order and a refund" : "neither order nor refund"}: ${JSON.stringify({ attempt, refund, order })}`);
    if (stands && order?.state !== "confirmed") complaints.push(`a sale of an order that is not confirmed: ${JSON.stringify({ attempt, order })}`);
  }
  complain("a confirmed order that nobody paid", books.orders.filter((order) => order.state === "confirmed" && !paidHere.some((attempt) => attempt.order === order.id && soldBy.get(attempt.id)?.reversed === 0)));

  // Refunds: both sets of books name the same, once, to the end.
  const backThere = Map.groupBy(gateway.refunds.filter((refund) => refund.status !== "09"), (refund) => refund.txnRef);
  complain("refunded twice at the gateway", [...backThere].filter(([, refunds]) => refunds.length > 1));
  complain("refunded at the gateway and not asked for here", [...backThere.keys()].filter((ref) => !refundOf.has(attemptOf.get(ref)?.id ?? "")));
  complain("a refund that has not come to its end", books.refunds.filter((refund) => refund.state !== "done" && refund.waits === null));
  complain("done here and not at the gateway", books.refunds.filter((refund) => refund.state === "done" && !backThere.get(attemptById.get(refund.attempt)?.ref ?? "")?.some((there) => there.status === "00" && Number(there.amount) === refund.amount * 100)));

  // Nothing stuck.
  complain("an attempt without an end", books.attempts.filter((attempt) => (attempt.state === "opened" || attempt.state === "unknown") && attempt.waits === null));
  complain("an attempt under suspicion that no person is told of", books.attempts.filter((attempt) => attempt.state === "held" && attempt.waits === null));
  complain("an order that still waits", books.orders.filter((order) => order.state === "awaiting_payment" && !heldOrders.has(order.id)));
  complain("a hold that still stands", books.orders.filter((order) => order.hold === "open" && !heldOrders.has(order.id)));
  complain("money without an owner", books.unapplied.filter((row) => !heldOrders.has(row.order) && !books.refunds.some((refund) => refund.waits !== null && attemptById.get(refund.attempt)?.order === row.order)));
  complain("a notice the gateway still carries", gateway.notices.filter((notice) => notice.state === "waiting"));
  complain("a notice the gateway gave up", gateway.notices.filter((notice) => notice.state === "given_up"));

  // No unit lost or doubled.
  complain("a pool that does not add up", books.pools.filter((pool) => pool.taken !== pool.sold + pool.held || pool.taken > pool.capacity));
  const claimsOf = Map.groupBy(books.claims, (row) => row.order);
  complain("a confirmed order without all its units", books.orders.filter((order) => order.state === "confirmed" && claimsOf.get(order.id)?.some((row) => row.state !== "sold")));
  complain("units kept for an order that is not confirmed", books.orders.filter((order) => order.state !== "confirmed" && claimsOf.get(order.id)?.some((row) => row.state === "sold" || (row.state === "held" && !heldOrders.has(order.id)))));
  complain("a confirmed visit with more or fewer tickets than guests", books.seats.filter((seat) => orderOf.get(seat.order)?.state === "confirmed" && seat.tickets !== seat.wanted));

  // Nothing twice: what clients were told of is what there is.
  complain("a cart ordered twice", [...Map.groupBy(books.orders, (order) => order.cart)].filter(([, orders]) => orders.length > 1));
  if (known !== undefined) {
    complain("an order that no client was told of", books.orders.filter((order) => !known.codes.includes(order.code)));
    complain("an order a client was told of and that is not there", known.codes.filter((code) => !books.orders.some((order) => order.code === code)));
    complain("an attempt that no client was told of", books.attempts.filter((attempt) => !known.refs.includes(attempt.ref)));
  }
  return complaints;
}
