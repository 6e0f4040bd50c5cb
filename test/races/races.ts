import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type DatabaseKind, type Store } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { inspectMarket, type Market } from "@xudong/market";
import { aMarket, type StandingClock } from "@xudong/market/testing";
import type { Change } from "./changes.ts";
import { aContest, type Contest, type Result } from "./contest.ts";
import type { Answer, Call } from "./contestant.ts";
import type { Meeting } from "./meetings.ts";

/** Without its guard a race is lost in the first rounds, or never. */
const roundsToLose = 20;
const timeout = 60_000;

/** What keeps a promise, how the sources read without it, and by what one sees that it is missing. */
export type MissingGuard = {
  guard: string;
  changes: readonly Change[];
  shows: RegExp;
  /** A place to meet that comes with the changes, where the one of the race is too early for them. */
  meetAt?: string;
  /** What stands behind the guard in the tables, where it has to go too for the damage to be seen. */
  drop?: string;
};

export type Stage = {
  store: Store;
  /** The market as the parent process has it, to prepare a race and to look at what came of it. */
  market: Market;
  clock: StandingClock;
  start(calls: readonly Call[]): Promise<Result>;
};

export type Race = {
  /** Where contestants wait for each other, so that they get in each other's way for certain. */
  meetAt?: Meeting;
  /** What decides the race on each database. Each entry is one test: with that taken away the promise must break. */
  without: { readonly [K in DatabaseKind]: readonly MissingGuard[] };
  /** Runs the race once. @returns in words, what was promised and did not happen */
  round(stage: Stage): Promise<readonly string[]>;
  /** How often the guarded race is run; by default 4 times. */
  rounds?: number;
};

/**
 * Races between processes, by the promise that is kept, on both databases: first that each is real, so that without
 * its guard the promise breaks; then that with it the promise holds. After every round all books are looked over.
 */
export function eachRace(name: string, races: Readonly<Record<string, Race>>): void {
  eachDatabase(name, (database) => {
    let guarded: Contest | undefined;
    beforeAll(async () => {
      guarded = await aContest(database.url);
    });
    afterAll(() => guarded?.end());

    for (const [promise, race] of Object.entries(races)) {
      for (const { guard, changes, shows, meetAt = race.meetAt, drop } of race.without[database.kind]) {
        test(`${promise}: not without ${guard}`, { timeout }, async () => {
          const url = await database.another("migrated");
          const store = await openStore(url, { durable: false });
          if (drop !== undefined) await store.reshape((tell) => tell(drop));
          const unguarded = await aContest(url, changes);
          try {
            let broken: readonly string[] = [];
            for (let round = 0; round < roundsToLose && !shows.test(broken.join("; ")); round += 1) broken = await run(race, store, unguarded, meetAt);
            expect(broken.join("; ")).toMatch(shows);
          } finally {
            await unguarded.end();
            await store.close();
          }
        });
      }

      test(promise, { timeout }, async () => {
        if (guarded === undefined) throw new Error("The contestants are there once the tests run");
        // Every second round without a meeting: as it comes.
        for (let round = 0; round < (race.rounds ?? 4); round += 1) {
          expect(await run(race, database.store, guarded, round % 2 === 0 ? race.meetAt : undefined)).toEqual([]);
        }
      });
    }
  });
}

async function run(race: Race, store: Store, contest: Contest, meetAt: string | undefined): Promise<readonly string[]> {
  const { market, clock } = await aMarket(store);
  const faults: string[] = [];
  const broken = await race.round({
    store,
    market,
    clock,
    async start(calls) {
      const result = await contest.start(calls, clock.now(), meetAt);
      faults.push(...result.faults, ...result.answers.flatMap((answer) => ("fault" in answer ? [answer.fault] : [])));
      return result;
    },
  });
  const findings = (await inspectMarket(store)).filter((finding) => !finding.ok);
  return [...broken, ...faults.map((fault) => `a fault: ${fault}`), ...findings.map(({ name, detail }) => `not so: ${name}: ${detail}`)];
}

/** How many answers there are of each kind: "served", a refusal's code, "fault". */
export function counted(answers: readonly Answer[]): Readonly<Record<string, number>> {
  const kinds = answers.map((answer) => ("value" in answer ? "served" : "refused" in answer ? answer.refused : "fault"));
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

/** Says what is wrong, unless all is as it was promised. */
export function unless(isSo: boolean, says: string): readonly string[] {
  return isSo ? [] : [says];
}
