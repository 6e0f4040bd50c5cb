import { sql } from "drizzle-orm";
import type { Store } from "@xudong/database";

/** One thing that was looked at: whether all is well, and what to do where it is not. */
export type Finding = { name: string; ok: boolean; detail: string; cure?: string };

const askPerson = "Stop selling, keep a copy of the database, and look at these rows before anything else is written";

/** Checks the promises that must hold at every moment, straight from the rows: nothing sold twice, no money unaccounted for. */
export async function inspectMarket(store: Store): Promise<Finding[]> {
  return [
    await poolsAddUp(store),
    await movementsBalance(store),
    await moneyHasOwner(store),
    await paidBuyersHaveSomething(store),
    await ticketsMatch(store),
  ];
}

function finding(name: string, faults: readonly { subject: string }[], fine: string): Finding {
  if (faults.length === 0) return { name, ok: true, detail: fine };
  const some = faults.slice(0, 5).map((fault) => fault.subject);
  return { name, ok: false, detail: `${faults.length} at fault: ${some.join(", ")}${faults.length > 5 ? ", …" : ""}`, cure: askPerson };
}

/** H1: every unit taken belongs to a claim that holds or sold it, and no pool is over its capacity. */
async function poolsAddUp({ read }: Store): Promise<Finding> {
  const { pools, claims } = read.t;
  const faults = await read.rows<{ subject: string }>(sql`
    select ${pools.id} as subject from ${pools}
    left join (select ${claims.poolId} as pool_id, sum(${claims.units}) as units from ${claims} where ${claims.state} in ('held', 'sold') group by ${claims.poolId}) blocked
      on blocked.pool_id = ${pools.id}
    where ${pools.taken} <> coalesce(blocked.units, 0) or ${pools.taken} > ${pools.capacity}`);
  return finding("pools equal claims", faults, "every unit taken belongs to one claim");
}

/** L1: every movement sums to zero. */
async function movementsBalance({ read }: Store): Promise<Finding> {
  const { ledgerRows } = read.t;
  const faults = await read.rows<{ subject: string }>(sql`
    select ${ledgerRows.movementId} as subject from ${ledgerRows} group by ${ledgerRows.movementId} having sum(${ledgerRows.amountDong}) <> 0`);
  return finding("movements sum to zero", faults, "every movement of money balances");
}

/** L3: what was received for an order is what its paid attempts say. */
async function moneyHasOwner({ read }: Store): Promise<Finding> {
  const { ledgerRows, attempts } = read.t;
  const faults = await read.rows<{ subject: string }>(sql`
    select paid.reference as subject from
      (select ${attempts.reference} as reference, sum(${attempts.amountDong}) as amount from ${attempts} where ${attempts.state} = 'paid' group by ${attempts.reference}) paid
    left join
      (select ${ledgerRows.reference} as reference, sum(${ledgerRows.amountDong}) as amount from ${ledgerRows} where ${ledgerRows.account} in ('gateway', 'courier') group by ${ledgerRows.reference}) received
      on received.reference = paid.reference
    where coalesce(received.amount, 0) <> paid.amount`);
  return finding("money received is in the ledger", faults, "every paid attempt stands in the ledger");
}

/** O1: a paid attempt has a confirmed order or a refund. */
async function paidBuyersHaveSomething({ read }: Store): Promise<Finding> {
  const { attempts, ledgerMovements, refunds } = read.t;
  const faults = await read.rows<{ subject: string }>(sql`
    select ${attempts.id} as subject from ${attempts} where ${attempts.state} = 'paid'
      and not exists (select 1 from ${ledgerMovements} where ${ledgerMovements.kind} = 'sale_confirmed' and ${ledgerMovements.cause} = ${attempts.id})
      and not exists (select 1 from ${refunds} where ${refunds.attemptId} = ${attempts.id})`);
  return finding("paid means order or refund", faults, "every buyer who paid has an order or a refund");
}

/** A confirmed visit has its tickets. */
async function ticketsMatch({ read }: Store): Promise<Finding> {
  const { orders, orderLines, tickets } = read.t;
  const faults = await read.rows<{ subject: string }>(sql`
    select ${orders.code} as subject from ${orders} join ${orderLines} on ${orderLines.orderId} = ${orders.id}
    where ${orders.state} in ('confirmed', 'closed') and ${orderLines.slotId} is not null
      and not exists (select 1 from ${tickets} where ${tickets.orderLineId} = ${orderLines.id})`);
  return finding("confirmed visits have tickets", faults, "every confirmed visit has its tickets");
}
