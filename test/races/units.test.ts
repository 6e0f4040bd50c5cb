import { goodsOnSale, poolRow, visitOnSale } from "@xudong/catalog/testing";
import { minutes } from "@xudong/domain";
import { aBuyer, aCart, aKey } from "@xudong/market/testing";
import type { CartRef, Market } from "@xudong/market";
import type { Result } from "./contest.ts";
import type { Call } from "./contestant.ts";
import { noBusyRetry, noImmediateBegin, noPoolTouch, noTransaction } from "./guards.ts";
import { counted, eachRace, unless } from "./races.ts";

const order = (cart: CartRef): Call => ({ verb: "placeOrder", args: [cart, aBuyer(), aKey()] });

/** Reads how much is taken, decides, and writes the new number back. */
const readDecideWriteBack = [
  ...noPoolTouch,
  {
    file: "packages/checkout/src/hold-units.ts",
    find: "  const after = await takeUnits(tx, draw.poolId, { units: draw.units, freed });\n",
    replace: `
  const { eq } = await import("drizzle-orm");
  const { pools } = tx.t;
  const taken = before.taken + draw.units - freed;
  const [after] = taken > before.capacity ? [] : await tx.update(pools).set({ taken }).where(eq(pools.id, draw.poolId)).returning();
`,
  },
];

/**
 * Takes and counts what has lapsed in one statement, as docs/scarcity.md warns. Without the touch alone nothing is given
 * twice: whoever frees claims in a statement of their own waits for their rows, too.
 */
const oneStatementForAll = [
  ...noPoolTouch,
  {
    file: "packages/checkout/src/hold-units.ts",
    find: `  const freed = await freeLapsedClaims(tx, draw.poolId, now);
  const after = await takeUnits(tx, draw.poolId, { units: draw.units, freed });
`,
    replace: `
  const { and, eq, sql } = await import("drizzle-orm");
  const { pools, claims } = tx.t;
  const lapsed = sql\`(select cast(coalesce(sum(\${claims.units}), 0) as bigint) from \${claims} where \${claims.poolId} = \${draw.poolId} and \${claims.state} = 'held' and \${claims.lapsesAt} <= cast(\${now.getTime()} as bigint))\`;
  const taken = sql\`\${pools.taken} - \${lapsed} + cast(\${draw.units} as bigint)\`;
  const [after] = await tx.update(pools).set({ taken }).where(and(eq(pools.id, draw.poolId), sql\`\${taken} <= \${pools.capacity}\`)).returning();
  await meetOthers("poolTaken");
  const freed = await freeLapsedClaims(tx, draw.poolId, now);
`,
  },
];

/** PostgreSQL ends one of two that wait for each other, and nobody runs it again. */
const noSecondRun = { file: "packages/database/src/store-postgres.ts", find: "if (!(isRepeatable(error) || plans.areLost(error)) || attempt === attempts) throw error;", replace: "throw error;" };

/** Reads how much is taken, and writes it back with the new capacity. */
const capacityWrittenBack = [
  ...noPoolTouch,
  {
    file: "packages/catalog/src/set-capacity.ts",
    find: "    .set({ taken, capacity })\n    .where(and(eq(pools.id, poolId), sql`${taken} <= ${capacity}`))\n",
    replace: `    .set({ taken: before.taken - freed, capacity: wanted.units })\n    .where(inArray(pools.id, before.taken - freed <= wanted.units ? [poolId] : [""]))\n`,
  },
];

/** Pools are taken in the order of the basket. */
const noKeyOrder = [{ file: "packages/domain/src/pool.ts", find: "\n    .sort((a, b) => (a.poolId < b.poolId ? -1 : 1));", replace: ";" }];

/** What was done before a refusal stays. */
/** Where transactions take turns, whoever is bound to be refused is refused before there is anything to undo. */
const noEarlyRefusal = [{ file: "packages/checkout/src/place-order.ts", find: "await poolThatIsShort(tx, demand, now)", replace: "undefined" }];
const keepsHalfOf = {
  sqlite: [...noEarlyRefusal, { file: "packages/database/src/store-sqlite.ts", find: `"ROLLBACK TO job; RELEASE job"`, replace: `"RELEASE job"` }],
  postgres: [{ file: "packages/database/src/store-postgres.ts", find: `await connection.query("ROLLBACK").catch`, replace: `await connection.query("COMMIT").catch` }],
};

/** The last line that draws from a pool stands for all of them. */
const noSumPerPool = [{ file: "packages/domain/src/pool.ts", find: "(demand.get(draw.poolId) ?? 0) + draw.units * line.quantity", replace: "draw.units * line.quantity" }];

const deadlock = /deadlock/;
const busy = /SQLITE_BUSY|database is locked/;

eachRace("Units of one pool", {
  "[H1] two buyers of the last unit: one is served, the other is told": {
    meetAt: "poolTouched",
    without: {
      sqlite: [
        { guard: "one writer and the condition inside the statement", changes: [...readDecideWriteBack, ...noTransaction], shows: /served 2.*pools equal claims/ },
        { guard: "asking for the writer before reading", changes: noImmediateBegin, shows: busy },
        { guard: "asking for the writer again", changes: noBusyRetry, shows: busy },
      ],
      postgres: [{ guard: "the condition inside the statement", changes: readDecideWriteBack, shows: /served 2.*pools equal claims/ }],
    },
    async round({ store, market, clock, start }) {
      const seat = await visitOnSale(store, clock.now(), { capacity: 1 });
      const carts = await manyCarts(2, market, [{ variantId: seat.variantIds[0] ?? "", slotId: seat.slotId, quantity: 1 }]);
      return servedAre(1, await start(carts.map(order)));
    },
  },

  "[H1] forty buyers of ten units: ten are served, thirty are told": {
    rounds: 2,
    // As they come, without a meeting: the race above does not have to be arranged to be real.
    without: {
      sqlite: [{ guard: "one writer and the condition inside the statement", changes: [...readDecideWriteBack, ...noTransaction], shows: /served (1[1-9]|[234]).*pools equal claims/ }],
      postgres: [{ guard: "the condition inside the statement", changes: readDecideWriteBack, shows: /served (1[1-9]|[234]).*pools equal claims/ }],
    },
    async round({ store, market, clock, start }) {
      const guava = await goodsOnSale(store, clock.now(), { capacity: 10 });
      const carts = await manyCarts(40, market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]);
      return servedAre(10, await start(carts.map(order)));
    },
  },

  "[H2] two buyers of a unit whose claim has lapsed: it is given back once": {
    meetAt: "poolTouched",
    without: {
      sqlite: [{ guard: "one writer", changes: [...oneStatementForAll, ...noTransaction], meetAt: "poolTaken", shows: /served 2.*pools equal claims/ }],
      postgres: [{ guard: "touching the pool before freeing", changes: oneStatementForAll, shows: /served 2.*pools equal claims/ }],
    },
    async round({ store, market, clock, start }) {
      const seat = await visitOnSale(store, clock.now(), { capacity: 1 });
      const lines = [{ variantId: seat.variantIds[0] ?? "", slotId: seat.slotId, quantity: 1 }];
      await market.placeOrder(await aCart(market, lines), aBuyer(), aKey());
      clock.move(minutes(31));
      const carts = await manyCarts(2, market, lines);
      return servedAre(1, await start(carts.map(order)));
    },
  },

  "[H1] a capacity that is lowered while somebody buys: whoever is second is refused": {
    meetAt: "unitsTaken",
    without: {
      sqlite: [{ guard: "one writer and the condition inside the statement", changes: [...capacityWrittenBack, ...noTransaction], shows: /6 units of 5.*pools equal claims/ }],
      postgres: [{ guard: "the condition inside the statement", changes: capacityWrittenBack, shows: /6 units of 5.*pools equal claims/ }],
    },
    async round({ store, market, clock, start }) {
      const boat = await visitOnSale(store, clock.now(), { capacity: 10 });
      const seats = (quantity: number) => aCart(market, [{ variantId: boat.variantIds[0] ?? "", slotId: boat.slotId, quantity }]);
      await market.placeOrder(await seats(5), aBuyer(), aKey());
      const { answers } = await start([{ verb: "setCapacity", args: [boat.poolId, 5] }, order(await seats(1))]);
      const { served = 0, "pool.below_taken": tooMany = 0, "hold.sold_out": soldOut = 0 } = counted(answers);
      const { capacity } = await poolRow(store, boat.poolId);
      const sold = soldOut === 0 ? 6 : 5;
      return [...unless(served === 1 && tooMany + soldOut === 1, `served ${served}, refused ${tooMany} and ${soldOut}`), ...unless(sold <= capacity, `${sold} units of ${capacity}`)];
    },
  },

  "[H1] boxes of one and of five kilos from one heap: the kilos fit together": {
    without: {
      sqlite: [{ guard: "the sum per pool", changes: noSumPerPool, shows: /60000 g sold of 30000/ }],
      postgres: [{ guard: "the sum per pool", changes: noSumPerPool, shows: /60000 g sold of 30000/ }],
    },
    async round({ store, market, clock, start }) {
      const lychee = await goodsOnSale(store, clock.now(), { capacity: 30_000, packs: [5000, 1000], priceDong: 50 });
      const [five = "", one = ""] = lychee.variantIds;
      const carts = await manyCarts(12, market, [{ variantId: five, quantity: 1 }, { variantId: one, quantity: 5 }]);
      const result = await start(carts.map(order));
      const sold = (counted(result.answers)["served"] ?? 0) * 10_000;
      return [...servedAre(3, result), ...unless(sold <= 30_000, `${sold} g sold of 30000`)];
    },
  },
});

eachRace("Units of several pools", {
  "[H2] two baskets that want the same pools in opposite order: nobody has to begin again": {
    meetAt: "poolTouched",
    without: {
      sqlite: [{ guard: "asking for the writer before reading", changes: noImmediateBegin, shows: busy }],
      postgres: [
        { guard: "key order", changes: noKeyOrder, shows: /5 touches|6 touches/ },
        { guard: "key order, nor a second run", changes: [...noKeyOrder, noSecondRun], shows: deadlock },
      ],
    },
    async round({ store, market, clock, start }) {
      // Few of each, or one statement would take them and there would be no place to meet.
      const guava = await goodsOnSale(store, clock.now(), { capacity: 10 });
      const lychee = await goodsOnSale(store, clock.now(), { capacity: 10 });
      const lines = [guava, lychee].map((goods) => ({ variantId: goods.variantIds[0] ?? "", quantity: 1 }));
      const there = await aCart(market, lines);
      const back = await aCart(market, lines.toReversed());
      const result = await start([order(there), order(back)]);
      return [...servedAre(2, result), ...unless(result.comings <= 4, `${result.comings} touches of four pools`)];
    },
  },

  "[H3] whoever gets nothing of one pool blocks nothing of the other": {
    meetAt: "poolTouched",
    without: {
      sqlite: [{ guard: "undoing what was done before a refusal", changes: keepsHalfOf.sqlite, shows: /blocks.*pools equal claims/ }],
      postgres: [{ guard: "undoing what was done before a refusal", changes: keepsHalfOf.postgres, shows: /blocks.*pools equal claims/ }],
    },
    async round({ store, market, clock, start }) {
      const guava = await goodsOnSale(store, clock.now());
      const seat = await visitOnSale(store, clock.now(), { capacity: 1 });
      const carts = await manyCarts(2, market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }, { variantId: seat.variantIds[0] ?? "", slotId: seat.slotId, quantity: 1 }]);
      const result = await start(carts.map(order));
      const { taken } = await poolRow(store, guava.poolId);
      return [...servedAre(1, result), ...unless(taken === 1, `one buyer blocks ${taken}`)];
    },
  },
});

async function manyCarts(many: number, market: Market, lines: Parameters<typeof aCart>[1]): Promise<CartRef[]> {
  return Promise.all(Array.from({ length: many }, () => aCart(market, lines)));
}

/** Everybody is answered: so many served, all others told that it is sold out. */
function servedAre(many: number, { answers }: Result): readonly string[] {
  const { served = 0, "hold.sold_out": soldOut = 0 } = counted(answers);
  return unless(served === many && served + soldOut === answers.length, `served ${served} and told ${soldOut} of ${answers.length}`);
}
