import { getTableName, sql } from "drizzle-orm";
import type { Store } from "@xudong/database";
import { chanceOf, type Chance } from "./chance.ts";
import type { FuzzedShop, PlacedGuest } from "./fuzzed-shop.ts";
import { judge, signedQuery, type Fields } from "./gateway-words.ts";
import { spoiled } from "./mutations.ts";

/** What one series of hostile notices came to. */
export type NoticeFigures = { sent: number; forged: number; nonsense: number; sameWord: number; rounds: number };

type Sent = { query: string; how: string; wanted: "97" | "01" | "04" | "02" };

const perRound = 100;
const ipn = "/api/v1/payments/vnpay/ipn";

/**
 * Throws hostile notices at a shop's IPN address. In each round a fresh order waits for its money; a hundred spoiled
 * notices come, each judged beforehand by the documents alone (`gateway-words.ts`); then the genuine one.
 *
 * - Whatever is not rightly signed by our terminal hears 97 and writes nothing at all.
 * - What is rightly signed and means nothing hears 01 or 04, and moves neither attempt nor order.
 * - After all of it the genuine notice hears 00, again 02, and so does the same word in any other spelling.
 */
export async function fuzzNotices(target: FuzzedShop, { seed, count, until = Infinity }: { seed: number; count: number; until?: number }): Promise<NoticeFigures> {
  const chance = chanceOf(seed);
  const figures: NoticeFigures = { sent: 0, forged: 0, nonsense: 0, sameWord: 0, rounds: 0 };
  while (figures.sent < count && Date.now() < until) {
    const round = { seed, round: figures.rounds };
    await oneRound(target, chance.branch(), Math.min(perRound, count - figures.sent), figures).catch((error: unknown) => {
      throw new Error(`Hostile notices, seed ${round.seed}, round ${round.round}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    figures.rounds += 1;
  }
  return figures;
}

async function oneRound(target: FuzzedShop, chance: Chance, count: number, figures: NoticeFigures): Promise<void> {
  const { shop, secret, tmnCode } = target;
  const guest = await target.aGuest();
  const fields = fieldsOf(guest, tmnCode);
  const query = signedQuery(fields, secret);
  const payment = { secret, tmnCode, txnRef: guest.gatewayRef, amount: guest.amount };

  const forged: Sent[] = [];
  const nonsense: Sent[] = [];
  const sameWord: Sent[] = [];
  for (let made = 0; made < count; made++) {
    const one = spoiled({ fields, query, secret }, chance);
    const judged = judge(one.query, payment);
    if (judged === "97") forged.push({ ...one, wanted: judged });
    else if (judged === "heard") sameWord.push({ ...one, wanted: "02" });
    else nonsense.push({ ...one, wanted: judged });
  }

  const before = await everythingKept(shop.store);
  await eachSent(target, forged, chance);
  const after = await everythingKept(shop.store);
  if (before !== after) throw new Error(`A notice without a right signature wrote something: ${differing(before, after)}`);

  await eachSent(target, nonsense, chance);
  const waiting = await shop.market.order(guest.order);
  if (waiting.state !== "awaiting_payment" || waiting.paidDong !== 0 || waiting.attempts[0]?.state !== "opened") {
    throw new Error(`Signed nonsense moved an order: ${waiting.state}, ${waiting.paidDong} đồng paid, its attempt ${waiting.attempts[0]?.state}`);
  }

  await hears(target, { query, how: "the genuine notice", wanted: "00" }, false);
  await hears(target, { query, how: "the genuine notice again", wanted: "02" }, false);
  await eachSent(target, sameWord, chance);
  const paid = await shop.market.order(guest.order);
  if (paid.state !== "confirmed" || String(paid.paidDong * 100) !== guest.amount) throw new Error(`The genuine notice was blocked: the order is ${paid.state} with ${paid.paidDong} đồng`);

  figures.sent += count;
  figures.forged += forged.length;
  figures.nonsense += nonsense.length;
  figures.sameWord += sameWord.length;
}

function fieldsOf(guest: PlacedGuest, tmnCode: string): Fields {
  return [
    ["vnp_Amount", guest.amount],
    ["vnp_BankCode", "NCB"],
    ["vnp_BankTranNo", "VNP14226112"],
    ["vnp_CardType", "ATM"],
    ["vnp_OrderInfo", `Don hang ${guest.order.code}`],
    ["vnp_PayDate", "20261123101500"],
    ["vnp_ResponseCode", "00"],
    ["vnp_TmnCode", tmnCode],
    ["vnp_TransactionNo", "14226112"],
    ["vnp_TransactionStatus", "00"],
    ["vnp_TxnRef", guest.gatewayRef],
  ];
}

async function eachSent(target: FuzzedShop, all: readonly Sent[], chance: Chance): Promise<void> {
  const left = [...all];
  const inProcess = chance.branch();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) await hears(target, one, inProcess.once(8));
    }),
  );
}

/** What can travel in a request line at all; anything else only reaches the verb itself. */
const travels = (query: string): boolean => query.length < 14_000 && /^[\x21-\x7e]*$/.test(query) && !query.includes("#");

async function hears({ shop, ask }: FuzzedShop, { query, how, wanted }: { query: string; how: string; wanted: string }, alsoInProcess: boolean): Promise<void> {
  const complain = (answer: string) => new Error(`${how}: wanted ${wanted}, heard ${answer}; the query was ${query.slice(0, 2000)}`);
  if (!travels(query) || (alsoInProcess && wanted !== "00")) {
    const answer = await shop.market.receiveNotice(query);
    if (answer.RspCode !== wanted) throw complain(JSON.stringify(answer));
  }
  if (!travels(query)) return;
  const answer = await ask("GET", `${ipn}?${query}`);
  if (answer.status !== 200 || !answer.type.startsWith("application/json")) throw complain(`${answer.status} ${answer.type} ${answer.text.slice(0, 300)}`);
  const said = JSON.parse(answer.text) as Record<string, unknown>;
  if (said["RspCode"] !== wanted || typeof said["Message"] !== "string" || Object.keys(said).length !== 2) throw complain(answer.text);
}

function differing(before: string, after: string): string {
  const [was, is] = [before, after].map((text) => text.split(/(?<=\}),/));
  return (was ?? []).flatMap((part, at) => (part === is?.[at] ? [] : [`${part} became ${is?.[at]}`])).join("; ");
}

/** How many rows each table has, and the rows that a notice could change: enough to see that nothing was written. */
async function everythingKept({ read }: Store): Promise<string> {
  const tables = Object.values(read.t);
  const counts = await read.rows<Record<string, number>>(sql.join(tables.map((table) => sql`select ${getTableName(table)} as name, count(*) as rows from ${table}`), sql` union all `));
  const { attempts, orders, holds, pools } = read.t;
  const moving = await read.rows(sql`
    select ${attempts.id}, ${attempts.state}, ${attempts.waitsFor}, ${attempts.settledAt}, ${orders.state} as order_state, ${holds.state} as hold_state, ${holds.lapsesAt}
    from ${attempts} join ${orders} on ${orders.id} = ${attempts.reference} join ${holds} on ${holds.orderId} = ${orders.id} where ${attempts.state} <> 'paid' order by 1`);
  const taken = await read.rows(sql`select sum(${pools.taken}) as taken from ${pools}`);
  return JSON.stringify([counts, moving, taken]);
}
