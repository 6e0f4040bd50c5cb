import { afterAll, beforeAll, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { inspectMarket } from "@xudong/market";
import { aFuzzedShop, type FuzzedShop } from "./fuzzed-shop.ts";
import { fuzzCalls } from "./hostile-calls.ts";
import { fuzzNotices } from "./hostile-notices.ts";
import { fuzzTickets } from "./hostile-tickets.ts";

// `npm run soak` throws a hundred thousand with seeds of its own; one that fails is added here.
const seeds = [20261123];

eachDatabase("Hostile input", (database) => {
  let target: FuzzedShop;
  beforeAll(async () => {
    target = await aFuzzedShop(database.url);
  });
  afterAll(() => target.close());

  test.for(seeds)("[P1] [P2] 2,000 hostile notices are refused, write nothing unsigned, and block no genuine one (seed %i)", { timeout: 60_000 }, async (seed) => {
    const figures = await fuzzNotices(target, { seed, count: 2000 });
    expect(figures.sent).toBe(2000);
    // The mixture is worth something only if each kind is well represented.
    expect(figures.forged).toBeGreaterThan(1000);
    expect(figures.nonsense).toBeGreaterThan(40);
    expect(figures.sameWord).toBeGreaterThan(40);
    expect((await inspectMarket(target.shop.store)).filter((finding) => !finding.ok)).toEqual([]);
  });

  test.for(seeds)("[S1] [H4] 500 hostile calls: no 5xx, no altered secret opens anything, the honest client is served as before (seed %i)", { timeout: 60_000 }, async (seed) => {
    const figures = await fuzzCalls(target, { seed, count: 500 });
    expect(figures.sent).toBe(500);
    expect(figures.refused).toBeGreaterThan(200);
    expect((await inspectMarket(target.shop.store)).filter((finding) => !finding.ok)).toEqual([]);
  });

  test.for(seeds)("[S1] 500 altered tickets let nobody in, and the genuine one still does, once (seed %i)", { timeout: 60_000 }, async (seed) => {
    const figures = await fuzzTickets(target, { seed, count: 500 });
    expect(figures.shown).toBe(500);
    expect(figures.refused).toBeGreaterThan(350);
  });
});
