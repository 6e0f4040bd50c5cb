import { networkOf } from "@xudong/domain";

/** How fast one address may read, and how much at once. A page with all its requests stays far below. */
export const readRates = { perSecond: 50, burst: 200 } as const;

// An address forgotten too early only gets a full bucket again.
const mostAddresses = 10_000;

/** Counts the reads of each address; says how many seconds to wait, 0 where the read may go on. */
export type ReadLimits = { secondsToWait(address: string): number };

/**
 * A token bucket per address, in memory: several processes each count their own, which is generous and
 * costs no row. `nowMs` never goes back, unlike the market's clock, which a demo may stop.
 */
export function readLimits(nowMs: () => number = () => performance.now()): ReadLimits {
  const buckets = new Map<string, { tokens: number; filledAt: number }>();
  return {
    secondsToWait(address) {
      const now = nowMs();
      const network = networkOf(address);
      const bucket = buckets.get(network) ?? { tokens: readRates.burst, filledAt: now };
      const tokens = Math.min(readRates.burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * readRates.perSecond);
      const mayRead = tokens >= 1;
      buckets.delete(network); // so that the map keeps the order of use
      buckets.set(network, { tokens: mayRead ? tokens - 1 : tokens, filledAt: now });
      if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value ?? "");
      return mayRead ? 0 : Math.max(1, Math.ceil((1 - tokens) / readRates.perSecond));
    },
  };
}
