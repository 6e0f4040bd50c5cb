import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate, openStore, type Store } from "@xudong/database";
import { startPostgres } from "@xudong/database/testing/postgres";
import type { Market } from "@xudong/market";
import { aMarket } from "@xudong/market/testing";
import { buildMarket } from "./catalogue-market.ts";

const small = { listings: 40, shops: 18 };
/** A page of the large market may cost this much of what it costs in the small one. */
const mostRatio = 1.2;

/** `isTold`: of pages by number the far ones cost more, since what comes before is skipped one by one; lists lead on by key. */
type Asked = { name: string; isTold?: true; ask: (market: Market, at: Places) => Promise<{ items: readonly unknown[] } | readonly unknown[] | object> };
/** Where deep pages begin in a market. */
type Places = { lastPage: number; deepKey: string; lastShopPage: number; deepShop: string; slug: string };

const pageSize = 24;
const asked: readonly Asked[] = [
  { name: "goods, first page", ask: (market) => market.listings({ kind: "goods", pageSize }) },
  { name: "goods, deep page by key", ask: (market, { deepKey }) => market.listings({ kind: "goods", pageSize, after: deepKey }) },
  { name: "goods, last whole page by number", isTold: true, ask: (market, { lastPage }) => market.listings({ kind: "goods", pageSize, page: lastPage }) },
  { name: "a category", ask: (market) => market.listings({ category: "gom", pageSize: 4 }) },
  { name: "in season now", ask: (market) => market.listings({ kind: "goods", season: "now", pageSize: 12 }) },
  { name: "experiences, first page", ask: (market) => market.listings({ kind: "experience", pageSize: 8 }) },
  { name: "shops, first page", ask: (market) => market.shops({ pageSize: 8 }) },
  { name: "shops, deep page by key", ask: (market, { deepShop }) => market.shops({ pageSize: 8, after: deepShop }) },
  { name: "shops, last whole page by number", isTold: true, ask: (market, { lastShopPage }) => market.shops({ pageSize: 8, page: lastShopPage }) },
  { name: "categories", ask: (market) => market.categories() },
  { name: "one listing", ask: (market, { slug }) => market.listing(slug) },
];

/** Pages of a market of 40 listings and 18 shops beside those of a large one, in one process, in turns, on both databases. */
export async function benchCatalogue({ listings = 10_000, shops = 5000, rounds = 200 } = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-bench-"));
  const postgres = await startPostgres({ durable: false });
  try {
    const url = new URL(postgres.url);
    for (const [kind, smallUrl, largeUrl] of [
      ["SQLite", `file:${join(folder, "small.sqlite")}`, `file:${join(folder, "large.sqlite")}`],
      ["PostgreSQL", postgres.url, await another(url)],
    ] as const) {
      const [few, many] = [await built(smallUrl, small), await built(largeUrl, { listings, shops })];
      console.log(`${kind}: ${listings.toLocaleString("en")} listings and ${shops.toLocaleString("en")} shops built in ${many.seconds.toFixed(1)} s`);
      for (const { name, ask, isTold } of asked) {
        const [inSmall, inLarge] = await inTurns([() => ask(few.market, few.places), () => ask(many.market, many.places)], rounds);
        const ratio = inLarge / inSmall;
        const isOver = isTold === undefined && ratio > mostRatio;
        if (isOver) process.exitCode = 1;
        console.log(`${`  ${name}`.padEnd(40)}${inSmall.toFixed(2).padStart(8)} ms${inLarge.toFixed(2).padStart(9)} ms${`× ${ratio.toFixed(2)}`.padStart(9)}${isOver ? `  OVER ${mostRatio}` : ""}`);
      }
      await few.store.close();
      await many.store.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function another(url: URL): Promise<string> {
  const store = await openStore(url.href);
  await store.reshape((run) => run("select 1"));
  await store.close();
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query("create database large_market");
  await client.end();
  const large = new URL(url);
  large.pathname = "/large_market";
  return large.href;
}

async function built(url: string, size: { listings: number; shops: number }): Promise<{ store: Store; market: Market; places: Places; seconds: number }> {
  const store = await openStore(url, { durable: false });
  await migrate(store);
  const { market, clock } = await aMarket(store);
  const { seconds } = await buildMarket(store, size, clock.now());
  // As a day of running would: what the planner knows of the tables.
  await store.reshape((run) => run("analyze"));
  const { listings, shops } = store.read.t;
  const goods = await store.read.select({ id: listings.id }).from(listings).where(sql`${listings.kind} = 'goods'`).orderBy(listings.id);
  const sellers = await store.read.select({ id: shops.id }).from(shops).orderBy(shops.id);
  const [first] = (await market.listings({ kind: "goods", pageSize: 1 })).items;
  return {
    store,
    market,
    seconds,
    places: {
      lastPage: Math.floor(goods.length / pageSize),
      deepKey: goods.at(-(pageSize + 1))?.id ?? "",
      lastShopPage: Math.floor(sellers.length / 8),
      deepShop: sellers.at(-9)?.id ?? "",
      slug: first?.slug.vi ?? "",
    },
  };
}

/**
 * What each costs, in ms: asked one after the other many times, so that the machine's moods fall on all of them, and then the
 * fastest tenth, which is what is left where nobody disturbed.
 */
async function inTurns(asks: readonly [() => Promise<unknown>, () => Promise<unknown>], rounds: number): Promise<[number, number]> {
  const [a, b]: [number[], number[]] = [[], []];
  const [askA, askB] = asks;
  for (let round = -10; round < rounds; round++) {
    // Whoever comes first finds the caches as the other left them, so they change places.
    for (const [ask, took] of round % 2 === 0 ? ([[askA, a], [askB, b]] as const) : ([[askB, b], [askA, a]] as const)) {
      const startedAt = performance.now();
      await ask();
      if (round >= 0) took.push(performance.now() - startedAt);
    }
  }
  return [fastest(a), fastest(b)];
}

const fastest = (all: number[]): number => {
  const tenth = all.toSorted((a, b) => a - b).slice(0, Math.ceil(all.length / 10));
  return tenth.reduce((sum, each) => sum + each, 0) / tenth.length;
};
