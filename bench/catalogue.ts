import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate, openStore, type Store } from "@xudong/database";
import { startPostgres } from "@xudong/database/testing/postgres";
import type { Market } from "@xudong/market";
import { aMarket } from "@xudong/market/testing";
import { benchApi, type SeriesOfApi } from "./catalogue-api.ts";
import { buildMarket } from "./catalogue-market.ts";

const small = { listings: 40, shops: 18 };
/** A page of the large market may cost this much of what it costs in the small one. */
const mostRatio = 1.2;

/** `isTold`: by number alone the middle of a list costs more, since half of it is stepped over; lists and the site lead on by key. */
type Asked = { name: string; isTold?: true; ask: (market: Market, at: Places) => Promise<object> };
/** Where deep pages are in a market, and some of what it has. */
type Places = { lastPage: number; deepKey: string; lastKey: string; lastShopPage: number; deepShop: string; slugs: readonly string[]; keys: readonly string[] };

const pageSize = 24;
const asked: readonly Asked[] = [
  { name: "goods, first page", ask: (market) => market.listings({ kind: "goods", pageSize }) },
  { name: "goods, deep page by key", ask: (market, { deepKey }) => market.listings({ kind: "goods", pageSize, after: deepKey }) },
  { name: "goods, back from a deep key", ask: (market, { lastKey }) => market.listings({ kind: "goods", pageSize, before: lastKey }) },
  { name: "goods, last whole page by number", ask: (market, { lastPage }) => market.listings({ kind: "goods", pageSize, page: lastPage }) },
  { name: "goods, middle page by number", isTold: true, ask: (market, { lastPage }) => market.listings({ kind: "goods", pageSize, page: Math.ceil(lastPage / 2) }) },
  { name: "a category", ask: (market) => market.listings({ category: "gom", pageSize: 4 }) },
  { name: "in season now", ask: (market) => market.listings({ kind: "goods", season: "now", pageSize: 12 }) },
  { name: "experiences, first page", ask: (market) => market.listings({ kind: "experience", pageSize: 8 }) },
  { name: "shops, first page", ask: (market) => market.shops({ pageSize: 8 }) },
  { name: "shops, deep page by key", ask: (market, { deepShop }) => market.shops({ pageSize: 8, after: deepShop }) },
  { name: "shops, last whole page by number", ask: (market, { lastShopPage }) => market.shops({ pageSize: 8, page: lastShopPage }) },
  { name: "categories", ask: (market) => market.categories() },
  { name: "one listing", ask: (market, { slugs: [slug = ""] }) => market.listing(slug) },
];

/** Pages of a market of 40 listings and 18 shops beside those of a large one, in one process, in turns, on both databases; then both over HTTP. */
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
      for (const [count, places, url] of [[small.listings, few.places, smallUrl], [listings, many.places, largeUrl]] as const) {
        console.log(`  JSON over HTTP, ${count.toLocaleString("en")} listings`);
        await benchApi(url, folder, seriesAt(places));
      }
      await few.store.close();
      await many.store.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same list and listing again and again, and a hundred of each in turn, which each second and each write make anew. */
function seriesAt({ keys, slugs }: Places): SeriesOfApi[] {
  const lists = ["", ...keys].map((key) => `/listings?kind=goods&pageSize=${pageSize}${key === "" ? "" : `&after=${key}`}`);
  const details = slugs.map((slug) => `/listings/${slug}`);
  return [
    { name: "a list of 24", least: 0.1, paths: lists.slice(0, 1) },
    { name: "lists, a hundred in turn", paths: lists },
    { name: "a listing", least: 0.2, paths: details.slice(0, 1) },
    { name: "listings, a hundred in turn", paths: details },
  ];
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
  await settle(store, url);
  const { listings, shops } = store.read.t;
  const goods = await store.read.select({ id: listings.id }).from(listings).where(sql`${listings.kind} = 'goods'`).orderBy(listings.id);
  const sellers = await store.read.select({ id: shops.id }).from(shops).orderBy(shops.id);
  const some = (await market.listings({ kind: "goods", pageSize: 100 })).items;
  const apart = Math.max(1, Math.floor((goods.length - pageSize - 1) / 100));
  return {
    store,
    market,
    seconds,
    places: {
      lastPage: Math.floor(goods.length / pageSize),
      deepKey: goods.at(-(pageSize + 1))?.id ?? "",
      lastKey: goods.at(-1)?.id ?? "",
      lastShopPage: Math.floor(sellers.length / 8),
      deepShop: sellers.at(-9)?.id ?? "",
      slugs: some.map(({ slug }) => slug.vi),
      keys: goods.flatMap(({ id }, at) => (at % apart === 0 && at < goods.length - pageSize ? [id] : [])).slice(0, 100),
    },
  };
}

/** As an hour of running would: the planner knows the tables, and what is on a page of an index need not be looked up in its table. */
async function settle(store: Store, url: string): Promise<void> {
  if (store.kind === "sqlite") {
    await store.reshape((run) => run("analyze"));
    return;
  }
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
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
