import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { migrate, openStore, type Store } from "@xudong/database";
import { startPostgres } from "@xudong/database/testing/postgres";
import { goodsOnSale } from "@xudong/catalog/testing";
import type { Market } from "@xudong/market";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "@xudong/market/testing";
import { percentiles } from "./load.ts";
import { say } from "./say.ts";

/** Orders (two sellers, hold, attempt) and the notices that pay them, in this process on both databases, beside raw commits on the same disk. */
export async function benchOrders({ orders = 1500, inFlight = 50 } = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-bench-"));
  const postgres = await startPostgres({ durable: true });
  try {
    say("raw better-sqlite3, 2 statements a commit", { perSecond: rawSqlite(join(folder, "raw.sqlite")) });
    say("raw pg, 2 statements a commit, 10 in flight", { perSecond: await rawPostgres(postgres.url) });
    for (const [name, url] of [
      ["SQLite", `file:${join(folder, "market.sqlite")}`],
      ["PostgreSQL", postgres.url],
    ] as const) {
      const store = await openStore(url);
      await migrate(store);
      const { market, clock } = await aMarket(store);
      for (const pools of [1, 100]) {
        const { notices, ...series } = await placeMany(store, market, clock.now(), { orders, inFlight, pools });
        const where = `${name}, ${pools === 1 ? "one hot pool" : "100 pools"}`;
        say(`orders on ${where}`, series);
        say(`notices on ${where}`, await receiveMany(market, notices, inFlight));
      }
      await store.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function placeMany(store: Store, market: Market, now: Date, size: { orders: number; inFlight: number; pools: number }) {
  const first = await Promise.all(Array.from({ length: size.pools }, () => goodsOnSale(store, now, { capacity: 1_000_000 })));
  const second = await Promise.all(Array.from({ length: size.pools }, () => goodsOnSale(store, now, { capacity: 1_000_000 })));
  const carts = [];
  for (let at = 0; at < size.orders; at++) {
    const lines = [first, second].map((goods) => ({ variantId: goods[at % size.pools]?.variantIds[0] ?? "", quantity: 1 }));
    carts.push(aCart(market, lines));
    if (at % size.inFlight === 0) await Promise.all(carts);
  }
  const ready = await Promise.all(carts);

  const attempts: Parameters<typeof aNotice>[0][] = [];
  const series = await inTurns(ready, size.inFlight, async (cart) => {
    const order = await market.placeOrder(cart, aBuyer(), aKey());
    attempts.push(await anAttempt(market, order));
  });
  return { ...series, notices: attempts.map((attempt) => aNotice(attempt)) };
}

/** Success notices, each confirming its order with ledger, claims and outbox in one write. */
async function receiveMany(market: Market, notices: string[], inFlight: number) {
  let refused = 0;
  const series = await inTurns(notices, inFlight, async (notice) => {
    if ((await market.receiveNotice(notice)).RspCode !== "00") refused += 1;
  });
  return { ...series, failed: refused };
}

async function inTurns<Thing>(things: Thing[], inFlight: number, deal: (thing: Thing) => Promise<void>) {
  const count = things.length;
  const took: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let thing = things.pop(); thing !== undefined; thing = things.pop()) {
        const at = performance.now();
        await deal(thing);
        took.push(performance.now() - at);
      }
    }),
  );
  return { perSecond: Math.round(count / ((performance.now() - startedAt) / 1000)), ...percentiles(took) };
}

function rawSqlite(file: string): number {
  const database = new Database(file);
  database.pragma("journal_mode = wal");
  database.pragma("synchronous = full");
  database.exec("create table pool (id integer primary key, taken integer); create table claim (id integer primary key, pool integer); insert into pool values (1, 0)");
  const take = database.prepare("update pool set taken = taken + 1 where id = 1");
  const claim = database.prepare("insert into claim (pool) values (1)");
  const commit = database.transaction(() => {
    take.run();
    claim.run();
  });
  const startedAt = performance.now();
  let done = 0;
  for (; performance.now() - startedAt < 1500; done++) commit();
  database.close();
  return Math.round(done / 1.5);
}

async function rawPostgres(url: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query("create table raw_pool (id int primary key, taken int); create table raw_claim (id serial primary key, pool int); insert into raw_pool select n, 0 from generate_series(1, 10) n");
  const startedAt = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: 10 }, async (_, at) => {
      const client = await pool.connect();
      for (; performance.now() - startedAt < 1500; done++) {
        await client.query("begin");
        await client.query("update raw_pool set taken = taken + 1 where id = $1", [at + 1]);
        await client.query("insert into raw_claim (pool) values (1)");
        await client.query("commit");
      }
      client.release();
    }),
  );
  await pool.query("drop table raw_pool, raw_claim");
  await pool.end();
  return Math.round(done / 1.5);
}
