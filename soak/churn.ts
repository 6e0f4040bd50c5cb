import { sql } from "drizzle-orm";
import { openStore, type Store } from "@xudong/database";
import { days, isDomainError, minutes, plus } from "@xudong/domain";
import { goodsOnSale, visitOnSale } from "@xudong/catalog/testing";
import { inspectMarket, type CartRef, type Market, type OrderRef } from "@xudong/market";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "@xudong/market/testing";
import { chanceOf, type Chance } from "../test/fuzz/chance.ts";

/** What buying without pause came to. */
export type ChurnFigures = { tried: number; sold: number; refused: number; lapsed: number; cancelled: number };

/** A turn whose preparations took all of its time still does something. */
export const shortestWork = 1_000;

const lanes = 16;
const shops = 12;

/** A pool that many want, how many units one buyer draws, and how it is bought. */
type Wanted = { line: { variantId: string; slotId?: string }; capacity: number };

/**
 * Tries to buy from small pools, many at once: most are refused, some pay, some call off, some let their hold lapse, so
 * that units come back and are fought over again. In the end every hold is over, and what is taken is what was sold.
 *
 * @throws Error with the seed where a pool is oversold, or something is stuck
 */
export async function churn({ databaseUrl, seed, count, until }: { databaseUrl: string; seed: number; count: number; until: number }): Promise<ChurnFigures> {
  const chance = chanceOf(seed);
  const figures: ChurnFigures = { tried: 0, sold: 0, refused: 0, lapsed: 0, cancelled: 0 };
  const store = await openStore(databaseUrl, { durable: false });
  const silence: typeof fetch = () => Promise.reject(new Error("Nobody answers here"));
  const { market, clock } = await aMarket(store, undefined, { fetch: silence, tell: () => undefined });
  const wanted: Wanted[] = [];
  let soldOut = 0;
  try {
    const stock = async (at: number) => void (wanted[at] = await somethingScarce(store, clock.now(), chance));
    for (let at = 0; at < shops; at++) await stock(at);
    const ends = Math.max(until, Date.now() + shortestWork);
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        const own = chance.branch();
        while (figures.tried < count && Date.now() < ends) {
          const at = own.below(shops);
          const cart = await aCart(market, twoThings(wanted, at, own));
          for (let tries = 0; tries < 8 && figures.tried < count && Date.now() < ends; tries++) {
            figures.tried += 1;
            const order = await tryToOrder(market, cart);
            if (order === undefined) {
              figures.refused += 1;
              // Time passes while people are refused; holds lapse, and units come back without anybody's doing.
              if (own.once(40)) clock.move(minutes(1));
              // What is sold for good makes room for something new.
              if ((soldOut += 1) % 400 === 0) await stock(at);
              continue;
            }
            await end(market, order, own, figures);
            break;
          }
        }
      }),
    );
    clock.move(minutes(90));
    for (const report of await market.jobs.runDue()) if (report.fault !== undefined) throw report.fault;
    await nothingOverOrStuck(store, figures);
    return figures;
  } catch (error) {
    throw new Error(`Churn, seed ${seed}, after ${figures.tried} tries: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    await market.close();
    await store.close();
  }
}

async function somethingScarce(store: Store, now: Date, chance: Chance): Promise<Wanted> {
  const capacity = 3 + chance.below(12);
  if (chance.once(2)) {
    const { variantIds } = await goodsOnSale(store, now, { capacity });
    return { capacity, line: { variantId: variantIds[0] ?? "" } };
  }
  const { variantIds, slotId } = await visitOnSale(store, now, { capacity, startsAt: plus(now, days(400)) });
  return { capacity, line: { variantId: variantIds[0] ?? "", slotId } };
}

function twoThings(wanted: readonly Wanted[], at: number, chance: Chance) {
  const second = chance.below(shops);
  const places = second === at || chance.once(2) ? [at] : [at, second];
  return places.flatMap((place) => {
    const line = wanted[place]?.line;
    return line === undefined ? [] : [{ ...line, quantity: 1 + chance.below(2) }];
  });
}

/** Undefined where the units were gone; any other refusal is a fault. */
async function tryToOrder(market: Market, cart: CartRef): Promise<OrderRef | undefined> {
  try {
    return await market.placeOrder(cart, aBuyer(), aKey());
  } catch (error) {
    if (isDomainError(error) && error.code === "hold.sold_out") return undefined;
    throw error;
  }
}

async function end(market: Market, order: OrderRef, chance: Chance, figures: ChurnFigures): Promise<void> {
  const what = chance.below(10);
  if (what < 2) {
    const { RspCode } = await market.receiveNotice(aNotice(await anAttempt(market, order)));
    if (RspCode !== "00") throw new Error(`A genuine notice heard ${RspCode}`);
    figures.sold += 1;
  } else if (what < 5) {
    await market.cancelOrder(order);
    figures.cancelled += 1;
  } else figures.lapsed += 1;
}

async function nothingOverOrStuck(store: Store, { sold }: ChurnFigures): Promise<void> {
  const wrong = (await inspectMarket(store)).filter((finding) => !finding.ok);
  if (wrong.length > 0) throw new Error(wrong.map((finding) => `${finding.name}: ${finding.detail}`).join("; "));
  const { orders, holds, claims, pools } = store.read.t;
  const [counted] = await store.read.rows<{ confirmed: number; waiting: number; open: number; over: number; astray: number }>(sql`select
    (select count(*) from ${orders} where ${orders.state} = 'confirmed') as confirmed,
    (select count(*) from ${orders} where ${orders.state} = 'awaiting_payment') as waiting,
    (select count(*) from ${holds} where ${holds.state} = 'open') as "open",
    (select count(*) from ${pools} where ${pools.taken} > ${pools.capacity}) as over,
    (select count(*) from ${pools} where ${pools.taken} <> coalesce((select sum(${claims.units}) from ${claims} where ${claims.poolId} = ${pools.id} and ${claims.state} = 'sold'), 0)) as astray`);
  const { confirmed = 0, waiting = 0, open = 0, over = 0, astray = 0 } = counted ?? {};
  if (confirmed !== sold || waiting + open + over + astray > 0) {
    throw new Error(`${sold} were sold and ${confirmed} orders are confirmed; ${over} pools are oversold, ${astray} do not add up, ${waiting} orders and ${open} holds are stuck`);
  }
}
