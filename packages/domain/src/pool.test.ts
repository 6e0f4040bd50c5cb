import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demandPerPool, quantityThatFits, unitsLeft } from "./pool.ts";

describe("what is left of a pool", () => {
  test("[H1] is its capacity without what is taken", () => {
    expect(unitsLeft({ capacity: 10, taken: 4 }, 0)).toBe(6);
    expect(unitsLeft({ capacity: 10, taken: 10 }, 0)).toBe(0);
  });

  test("[H1] counts lapsed claims as free before anybody has freed them", () => {
    expect(unitsLeft({ capacity: 10, taken: 10 }, 3)).toBe(3);
  });

  test("is never told as less than nothing", () => {
    expect(unitsLeft({ capacity: 10, taken: 12 }, 0)).toBe(0);
  });
});

describe("the demand of a basket", () => {
  test("[H1] is summed per pool, not per line", () => {
    const oneKilo = { quantity: 3, draws: [{ poolId: "lychee", units: 1_000 }] };
    const fiveKilo = { quantity: 2, draws: [{ poolId: "lychee", units: 5_000 }] };
    expect(demandPerPool([oneKilo, fiveKilo])).toEqual([{ poolId: "lychee", units: 13_000 }]);
  });

  test("[H1] counts every draw of a line: a tour with a guide takes seats and the guide", () => {
    const tour = { quantity: 2, draws: [{ poolId: "seat", units: 1 }, { poolId: "guide", units: 1 }] };
    const family = { quantity: 1, draws: [{ poolId: "seat", units: 4 }, { poolId: "guide", units: 1 }] };
    expect(demandPerPool([tour, family])).toEqual([{ poolId: "guide", units: 3 }, { poolId: "seat", units: 6 }]);
  });

  test("[H1] counts a pool that one variant draws on twice", () => {
    expect(demandPerPool([{ quantity: 2, draws: [{ poolId: "seat", units: 2 }, { poolId: "seat", units: 1 }] }])).toEqual([{ poolId: "seat", units: 6 }]);
  });

  test("[H2] comes in key order, in whatever order the lines came", () => {
    const line = (poolId: string) => ({ quantity: 1, draws: [{ poolId, units: 1 }] });
    expect(demandPerPool([line("c"), line("a"), line("B"), line("b")]).map((draw) => draw.poolId)).toEqual(["B", "a", "b", "c"]);
  });

  test("of nothing is nothing", () => {
    expect(demandPerPool([])).toEqual([]);
  });

  test("[H1] [H2] names each pool once, in order, and loses no unit", () => {
    const draws = fc.array(fc.record({ poolId: fc.constantFrom("a", "b", "c", "d"), units: fc.integer({ min: 1, max: 5_000 }) }), { maxLength: 4 });
    const lines = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 99 }), draws }), { maxLength: 8 });
    fc.assert(
      fc.property(lines, (basket) => {
        const demand = demandPerPool(basket);
        const pools = demand.map((draw) => draw.poolId);
        expect(pools).toEqual([...new Set(pools)].sort());
        const wanted = basket.reduce((sum, line) => sum + line.quantity * line.draws.reduce((units, draw) => units + draw.units, 0), 0);
        expect(demand.reduce((sum, draw) => sum + draw.units, 0)).toBe(wanted);
        expect(demandPerPool(basket.toReversed())).toEqual(demand);
      }),
    );
  });
});

describe("how many of a variant still fit", () => {
  const left = (levels: Record<string, number>) => new Map(Object.entries(levels));

  test("is decided by its scarcest pool", () => {
    const draws = [{ poolId: "seat", units: 4 }, { poolId: "guide", units: 1 }];
    expect(quantityThatFits(draws, left({ seat: 19, guide: 9 }))).toBe(4);
    expect(quantityThatFits(draws, left({ seat: 19, guide: 2 }))).toBe(2);
  });

  test("is 0 where a box is larger than what is left", () => {
    expect(quantityThatFits([{ poolId: "lychee", units: 5_000 }], left({ lychee: 4_999 }))).toBe(0);
  });

  test("is 0 where a pool is unknown, and where nothing is drawn at all", () => {
    expect(quantityThatFits([{ poolId: "lychee", units: 1 }], left({}))).toBe(0);
    expect(quantityThatFits([], left({ lychee: 10 }))).toBe(0);
  });

  test("[H1] counts a pool drawn on twice as often as it is drawn", () => {
    expect(quantityThatFits([{ poolId: "seat", units: 2 }, { poolId: "seat", units: 1 }], left({ seat: 5 }))).toBe(1);
  });

  test("[H1] is what fits, and one more does not", () => {
    const draws = fc.array(fc.record({ poolId: fc.constantFrom("a", "b"), units: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 4 });
    const levels = fc.record({ a: fc.nat(200), b: fc.nat(200) });
    fc.assert(
      fc.property(draws, levels, (drawn, level) => {
        const fits = (quantity: number) => demandPerPool([{ quantity, draws: drawn }]).every((draw) => draw.units <= (level[draw.poolId as "a" | "b"] ?? 0));
        const quantity = quantityThatFits(drawn, left(level));
        expect([fits(quantity), fits(quantity + 1)]).toEqual([true, false]);
      }),
    );
  });
});
