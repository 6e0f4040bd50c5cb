import { sql, type SQL } from "drizzle-orm";
import type { Store } from "@xudong/database";
import { minutes } from "@xudong/domain";
import { listFaults } from "@xudong/catalog";
import { cashMethod, casesForPerson, vnpayMethod } from "@xudong/payments";

/** One thing that was looked at: whether all is well, and what to do where it is not. */
export type Finding = { name: string; ok: boolean; detail: string; cure?: string };

const askPerson = "Stop selling, keep a copy of the database, and look at these rows before anything else is written";
const startJobs = "npm start does this by itself, and so does npm run worker: see whether one of them runs, and what its log says of its jobs";

const adoptThem = `An older version that still runs on this database leaves such rows: stop it. The jobs take them up within the hour, or as soon as they start. ${startJobs}`;

const mendThem = `An older version that still runs on this database leaves them so: stop it. The jobs mend lists within the hour, or as soon as they start. ${startJobs}`;

/**
 * Checks the promises that must hold at every moment, straight from the rows: nothing sold twice, no money unaccounted
 * for. With the market's time it also says whether somebody does what is due.
 */
export async function inspectMarket(store: Store, now?: Date): Promise<Finding[]> {
  return [
    await poolsAddUp(store),
    await movementsBalance(store),
    await moneyIsWhereItCame(store),
    await unappliedGoesBack(store),
    await paidBuyersHaveSomething(store),
    await ticketsMatch(store),
    await cancelledHoldsNothing(store),
    await listsSayWhatIs(store),
    ...(now === undefined ? [] : await workIsDone(store, now)),
    await whatWaits(store),
  ];
}

/** The rows a query finds are at fault; each names itself. */
async function finding({ read }: Store, name: string, query: SQL, fine: string, cure = askPerson): Promise<Finding> {
  const faults = await read.rows<{ subject: string }>(query);
  if (faults.length === 0) return { name, ok: true, detail: fine };
  const some = faults.slice(0, 5).map((fault) => fault.subject);
  return { name, ok: false, detail: `${faults.length} at fault: ${some.join(", ")}${faults.length > 5 ? ", …" : ""}`, cure };
}

/** H1: every unit taken belongs to a claim that holds or sold it, and no pool is over its capacity. */
function poolsAddUp(store: Store): Promise<Finding> {
  const { pools, claims } = store.read.t;
  const query = sql`
    select ${pools.id} as subject from ${pools}
    left join (select ${claims.poolId} as pool_id, sum(${claims.units}) as units from ${claims} where ${claims.state} in ('held', 'sold') group by ${claims.poolId}) blocked
      on blocked.pool_id = ${pools.id}
    where ${pools.taken} <> coalesce(blocked.units, 0) or ${pools.taken} > ${pools.capacity}`;
  return finding(store, "pools equal claims", query, "every unit taken belongs to one claim");
}

/** L1: every movement sums to zero. */
function movementsBalance(store: Store): Promise<Finding> {
  const { ledgerRows } = store.read.t;
  const query = sql`select ${ledgerRows.movementId} as subject from ${ledgerRows} group by ${ledgerRows.movementId} having sum(${ledgerRows.amountDong}) <> 0`;
  return finding(store, "movements sum to zero", query, "every movement of money balances");
}

/**
 * L3: what stands at the gateway and with couriers for each reference is what was paid there, less what has gone back.
 * With movements that sum to zero, the same sum is owed to somebody.
 */
function moneyIsWhereItCame(store: Store): Promise<Finding> {
  const { ledgerRows, attempts, refunds } = store.read.t;
  const place = sql`case when ${attempts.method} = ${cashMethod} then 'courier' else 'gateway' end`;
  const query = sql`
    select reference as subject from (
      select ${attempts.reference} as reference, ${place} as account, ${attempts.amountDong} as amount from ${attempts} where ${attempts.state} = 'paid'
      union all
      select ${attempts.reference}, ${place}, -${refunds.amountDong} from ${refunds} join ${attempts} on ${attempts.id} = ${refunds.attemptId} where ${refunds.state} = 'done'
      union all
      select ${ledgerRows.reference}, ${ledgerRows.account}, -${ledgerRows.amountDong} from ${ledgerRows} where ${ledgerRows.account} in ('gateway', 'courier')
    ) booked group by reference, account having sum(amount) <> 0`;
  return finding(store, "money received is in the ledger", query, "what was paid, less what went back, stands in the ledger");
}

/** L3: money that belongs to nobody is money on its way back, and the other way round. */
function unappliedGoesBack(store: Store): Promise<Finding> {
  const { ledgerRows, attempts, refunds } = store.read.t;
  const query = sql`
    select reference as subject from (
      select ${attempts.reference} as reference, ${refunds.amountDong} as amount from ${refunds} join ${attempts} on ${attempts.id} = ${refunds.attemptId} where ${refunds.state} <> 'done'
      union all
      select ${ledgerRows.reference}, ${ledgerRows.amountDong} from ${ledgerRows} where ${ledgerRows.account} = 'unapplied'
    ) unapplied group by reference having sum(amount) <> 0`;
  return finding(store, "money without a sale goes back", query, "all money that belongs to no sale is on its way back");
}

/** O1: a paid attempt has a sale that stands, or a refund. */
function paidBuyersHaveSomething(store: Store): Promise<Finding> {
  const { attempts, ledgerMovements, refunds } = store.read.t;
  const moved = (kind: "sale_confirmed" | "sale_reversed") => sql`exists (select 1 from ${ledgerMovements} where ${ledgerMovements.kind} = ${kind} and ${ledgerMovements.cause} = ${attempts.id})`;
  const query = sql`
    select ${attempts.id} as subject from ${attempts} where ${attempts.state} = 'paid'
      and not (${moved("sale_confirmed")} and not ${moved("sale_reversed")})
      and not exists (select 1 from ${refunds} where ${refunds.attemptId} = ${attempts.id})`;
  return finding(store, "paid means order or refund", query, "every buyer who paid has an order or a refund");
}

/** A confirmed visit has its tickets. */
function ticketsMatch(store: Store): Promise<Finding> {
  const { orders, orderLines, tickets } = store.read.t;
  const query = sql`
    select ${orders.code} as subject from ${orders} join ${orderLines} on ${orderLines.orderId} = ${orders.id}
    where ${orders.state} in ('confirmed', 'closed') and ${orderLines.slotId} is not null
      and not exists (select 1 from ${tickets} where ${tickets.orderLineId} = ${orderLines.id})`;
  return finding(store, "confirmed visits have tickets", query, "every confirmed visit has its tickets");
}

/** A cancelled order blocks no units, but of pools from which its parcels had left: only their seller can say whether they are there again. */
function cancelledHoldsNothing(store: Store): Promise<Finding> {
  const { orders, holds, claims, orderLines, fulfilments } = store.read.t;
  const drawsOnPool = sql`cast(${orderLines.draws} as text) like '%"' || ${claims.poolId} || '"%'`;
  const query = sql`
    select distinct ${orders.code} as subject from ${orders}
      join ${holds} on ${holds.orderId} = ${orders.id} join ${claims} on ${claims.holdId} = ${holds.id}
    where ${orders.state} = 'cancelled' and ${claims.state} in ('held', 'sold')
      and not exists (select 1 from ${orderLines} join ${fulfilments} on ${fulfilments.id} = ${orderLines.fulfilmentId}
        where ${orderLines.orderId} = ${orders.id} and ${fulfilments.state} in ('shipped', 'delivered', 'returned') and ${drawsOnPool})`;
  return finding(store, "cancelled orders hold nothing", query, "what was cancelled can be sold again");
}

/** What lists show and count is what is published by shops that sell. */
async function listsSayWhatIs({ read }: Store): Promise<Finding> {
  const { listingIds, scopes } = await listFaults(read);
  const faults = [...listingIds, ...scopes];
  const name = "lists show and count what there is";
  if (faults.length === 0) return { name, ok: true, detail: "every list and its count agree with the listings" };
  const some = faults.slice(0, 5).join(", ");
  return { name, ok: false, detail: `${faults.length} at fault: ${some}${faults.length > 5 ? ", …" : ""}`, cure: mendThem };
}

/** The jobs look every few seconds; what has been due for longer than this, nobody looks after. */
const patience = minutes(10);

async function workIsDone(store: Store, now: Date): Promise<Finding[]> {
  const { orders, holds, attempts, refunds, mails } = store.read.t;
  const since = sql`cast(${now.getTime() - patience} as bigint)`;
  const lapsed = sql`
    select ${orders.code} as subject from ${holds} join ${orders} on ${orders.id} = ${holds.orderId}
    where ${holds.state} = 'open' and ${holds.lapsesAt} <= ${since} order by ${holds.lapsesAt}`;
  const unasked = sql`select ${attempts.gatewayRef} as subject from ${attempts} where ${attempts.askAt} <= ${since} and ${attempts.method} = ${vnpayMethod} order by ${attempts.askAt}`;
  const unsent = sql`select ${refunds.id} as subject from ${refunds} where ${refunds.askAt} <= ${since} order by ${refunds.askAt}`;
  const forgotten = sql`
    select ${attempts.gatewayRef} as subject from ${attempts}
      where ${attempts.state} in ('opened', 'unknown') and ${attempts.askAt} is null and ${attempts.waitsFor} is null and ${attempts.method} = ${vnpayMethod}
    union all
    select ${refunds.id} from ${refunds} join ${attempts} on ${attempts.id} = ${refunds.attemptId}
      where ${refunds.state} in ('requested', 'unknown', 'sent') and ${refunds.askAt} is null and ${refunds.waitsFor} is null and ${attempts.method} = ${vnpayMethod}`;
  const unmailed = sql`
    select ${mails.id} as subject from ${mails}
    where ${mails.state} = 'queued' and ${mails.dueAt} <= ${since} and (${mails.leasedUntil} is null or ${mails.leasedUntil} <= cast(${Date.now()} as bigint)) order by ${mails.dueAt}`;
  return [
    await finding(store, "holds lapse in time", lapsed, "no hold is long over and still written down as open", startJobs),
    await finding(store, "the gateway is asked in time", unasked, "no payment waits to be asked about", startJobs),
    await finding(store, "refunds are sent in time", unsent, "no refund waits to be sent or asked about", startJobs),
    await finding(store, "mail is sent in time", unmailed, "no mail waits for somebody to send it", startJobs),
    await mailFindsItsServer(store, now),
    await finding(store, "no money is forgotten", forgotten, "every open payment and refund is asked about or waits for a person", adoptThem),
  ];
}

/** How long a mail may wait for its server before somebody should look. */
const mailPatience = minutes(60);

/** Mail that has been tried and is still here: one answer for all of them is a matter of the server, or of how we know it. */
async function mailFindsItsServer({ read }: Store, now: Date): Promise<Finding> {
  const { mails } = read.t;
  const waiting = await read.rows<{ answer: string | null; n: number }>(sql`
    select ${mails.answer} as answer, count(*) as n from ${mails}
    where ${mails.state} = 'queued' and ${mails.attempts} > 0 and ${mails.createdAt} <= cast(${now.getTime() - mailPatience} as bigint)
    group by ${mails.answer} order by count(*) desc`);
  const name = "mail finds its server";
  if (waiting.length === 0) return { name, ok: true, detail: "no mail that was tried waits for over an hour" };
  const said = waiting.map(({ answer, n }) => `${Number(n)} heard ${answer ?? "nothing"}`).join(", ");
  return { name, ok: false, detail: said, cure: "Numbers are the mail server's own; words such as ETIMEDOUT mean that it is not there, 535 that it does not know us: look at SMTP_URL. Mail is tried for 3 days" };
}

/** No fault: some things only a person can know. */
async function whatWaits({ read }: Store): Promise<Finding> {
  const waiting = (await casesForPerson(read)).length;
  const name = "what waits for a person";
  if (waiting === 0) return { name, ok: true, detail: "nothing" };
  return { name, ok: true, detail: `${waiting} ${waiting === 1 ? "payment or refund" : "payments and refunds"}: npm run xudong -- decide lists them` };
}
