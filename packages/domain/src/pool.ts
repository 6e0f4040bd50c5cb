/**
 * A pool is what is scarce: a stock of goods, the seats of a slot, a guide's places. It has a capacity
 * and a count of units taken; every unit sold or held is counted in `taken` exactly once (H1).
 */
export const poolUnits = ["piece", "gram", "seat"] as const;
export type PoolUnit = (typeof poolUnits)[number];

/** At or below this many units left every change is announced and pages may say the number; above it they say none. */
export const fewUnits = 10;

/** Units a buyer could have now: lapsed claims that nobody has freed yet are free already. */
export function unitsLeft(pool: { capacity: number; taken: number }, lapsedUnits: number): number {
  return Math.max(0, pool.capacity - pool.taken + lapsedUnits);
}

/** What one unit of a variant takes from one pool. */
export type Draw = { poolId: string; units: number };

/**
 * The demand of a whole basket per pool, in key order: two lines that draw on the same pool must fit
 * together, and everybody touching pools in the same order never waits in a circle (H1, H2).
 */
export function demandPerPool(lines: readonly { quantity: number; draws: readonly Draw[] }[]): Draw[] {
  const demand = new Map<string, number>();
  for (const line of lines) {
    for (const draw of line.draws) {
      demand.set(draw.poolId, (demand.get(draw.poolId) ?? 0) + draw.units * line.quantity);
    }
  }
  return [...demand]
    .map(([poolId, units]) => ({ poolId, units }))
    .sort((a, b) => (a.poolId < b.poolId ? -1 : 1));
}

/** How many of a variant still fit: the least over its pools. */
export function quantityThatFits(draws: readonly Draw[], leftPerPool: ReadonlyMap<string, number>): number {
  let least = Number.MAX_SAFE_INTEGER;
  for (const draw of demandPerPool([{ quantity: 1, draws }])) least = Math.min(least, Math.floor((leftPerPool.get(draw.poolId) ?? 0) / draw.units));
  return draws.length === 0 ? 0 : least;
}
