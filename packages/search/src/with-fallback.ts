import type { SearchEngine } from "./engine.ts";

/** What a market asks of its engines. */
export type Finder = Pick<SearchEngine, "search" | "suggest">;

/** A slow engine is not waited for longer than this, in ms. */
export const budgetMs = 300;
/** After so many failures in a row the first engine is left alone for a while, in ms; then one question tries it again. */
export const failuresMax = 3;
export const restMs = 10_000;

/**
 * Asks the first engine, and the second where the first is down, slow or refuses: the answer says who spoke. An engine that keeps
 * failing is not asked for a while, so that nobody waits for it.
 *
 * @param tell hears once that the first engine is left alone, and once that it is back
 */
export function withFallback(first: Finder, second: Finder, { now = () => performance.now(), budget = budgetMs, tell = () => undefined }: { now?: () => number; budget?: number; tell?: (line: string, fault?: unknown) => void } = {}): Finder {
  let failures = 0;
  let restsUntil = 0;

  async function ask<T>(question: (engine: Finder, signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const given = signal ?? new AbortController().signal;
    const isResting = failures >= failuresMax && now() < restsUntil;
    if (isResting) return question(second, given);
    // While one tries an engine that had failed, the others do not wait for what comes of it.
    if (failures >= failuresMax) restsUntil = now() + restMs;
    try {
      const answer = await inTime(question(first, AbortSignal.any([given, AbortSignal.timeout(budget)])), budget);
      if (failures >= failuresMax) tell("the search server answers again");
      failures = 0;
      return answer;
    } catch (fault) {
      given.throwIfAborted();
      failures += 1;
      if (failures === failuresMax) tell("the search server is left alone for a while: the index of this host answers", fault);
      if (failures >= failuresMax) restsUntil = now() + restMs;
      return question(second, given);
    }
  }

  return {
    search: (request) => ask((engine, signal) => engine.search({ ...request, signal }), request.signal),
    suggest: (prefix, limit) => ask((engine) => engine.suggest(prefix, limit), undefined),
  };
}

/** Also where a call does not listen to its signal. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms + 20);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
