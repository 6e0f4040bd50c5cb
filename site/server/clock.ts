import { moveClock, readClockOffset, type Store } from "@xudong/database";
import type { Clock } from "@xudong/domain";

/** A clock whose hands can be moved: the demo's and the tests'. All processes on one database share its offset. */
export type MovableClock = Clock & {
  readonly offsetMs: number;
  move(offsetMs: number): Promise<void>;
  /** Reads what another process may have written. */
  reread(): Promise<void>;
  stop(): void;
};

export const systemClock: Clock = { now: () => new Date() };
/** Fifty years either way: further on, dates lose their four digits. */
export const largestOffsetMs = 50 * 365 * 24 * 60 * 60 * 1000;

/** Opens that clock; it looks once a second whether another process moved it. */
export async function movableClock(store: Store, onError: (error: unknown) => void): Promise<MovableClock> {
  let offsetMs = await readClockOffset(store.read);
  let moves = 0;
  const reread = async () => {
    const asOf = moves;
    const read = await readClockOffset(store.read);
    // What was read while this process moved the clock is older than where it moved to.
    if (moves === asOf) offsetMs = read;
  };
  const timer = setInterval(() => void reread().catch(onError), 1000);
  timer.unref();
  return {
    now: () => new Date(Date.now() + offsetMs),
    get offsetMs() {
      return offsetMs;
    },
    async move(to) {
      moves += 1;
      await store.write((tx) => moveClock(tx, to));
      moves += 1;
      offsetMs = to;
    },
    reread,
    stop: () => clearInterval(timer),
  };
}
