import { openStore } from "@xudong/database";
import { chanceOf } from "../test/fuzz/chance.ts";
import { aFuzzedShop, type FuzzedShop } from "../test/fuzz/fuzzed-shop.ts";
import { fuzzCalls } from "../test/fuzz/hostile-calls.ts";
import { fuzzNotices } from "../test/fuzz/hostile-notices.ts";
import { fuzzTickets } from "../test/fuzz/hostile-tickets.ts";
import { everyDeath, killBetweenWrites } from "../test/kills/between-writes.ts";
import { runStorm } from "../test/kills/storm.ts";
import { stories } from "../test/kills/story.ts";
import { runPermutations, runSequences } from "../test/purchase/drive.ts";
import { churn, shortestWork } from "./churn.ts";

/** One turn of a part. `most` is what is left of its full figure on that database. */
export type Turn = { fresh(): Promise<string>; seed: number; most: number; until: number };

/** What a turn has done: so many of the part's own things, and more in words. */
export type Done = { count: number; words: string };

export type Part = {
  name: string;
  /** What it is about, in words. */
  what: string;
  /** What its figure counts. */
  unit: string;
  /** How many make a whole soak, on each database. */
  full: number;
  /** Its share of the time, beside the others'. */
  share: number;
  /** About what its smallest turn takes, in seconds. */
  least: number;
  /** Left out of shorter soaks, unless it is asked for by name. */
  leastMinutes?: number;
  run(turn: Turn): Promise<Done>;
};

async function atShop<T>({ fresh, until }: Turn, work: (shop: FuzzedShop, until: number) => Promise<T>): Promise<T> {
  const shop = await aFuzzedShop(await fresh());
  try {
    return await work(shop, Math.max(until, Date.now() + shortestWork));
  } finally {
    await shop.close();
  }
}

/** At least one, so that a short soak does a little of everything. */
async function whileTime(most: number, until: number, once: (done: number) => Promise<number>): Promise<number> {
  let done = 0;
  do done += await once(done);
  while (done < most && Date.now() < until);
  return done;
}

/** A storm that fits into a short soak; each turn begins with one, so that its seed tells it whatever the time. */
const smallStorm = { checkouts: 20, kills: 3 };

/** What one story takes at least, with a death or two in it. */
const shortestStory = 6_000;

/** The parts of a soak, in the order of their turns: those that end when they are told to come first. */
export const parts: readonly Part[] = [
  {
    name: "notices", what: "hostile payment notices", unit: "notices", full: 50_000, share: 2, least: 2,
    run: (turn) => atShop(turn, async (shop, until) => {
      const { seed, most } = turn;
      const { sent, forged, nonsense, sameWord } = await fuzzNotices(shop, { seed, count: most, until });
      return { count: sent, words: `${forged} forged, ${nonsense} signed and meaningless, ${sameWord} the same word in another spelling` };
    }),
  },
  {
    name: "calls", what: "hostile API calls and altered tickets", unit: "calls", full: 10_000, share: 1, least: 3,
    run: (turn) => atShop(turn, async (shop, until) => {
      const { seed, most } = turn;
      const { sent, refused } = await fuzzCalls(shop, { seed, count: most, until: until - (until - Date.now()) / 4 });
      const tickets = await fuzzTickets(shop, { seed, count: Math.ceil(most / 4), until: Math.max(until, Date.now() + shortestWork) });
      return { count: sent, words: `${refused} refused; ${tickets.shown} altered tickets, ${tickets.refused} refused` };
    }),
  },
  {
    name: "churn", what: "buying over small pools without pause", unit: "tries", full: 500_000, share: 5, least: 2,
    async run({ fresh, seed, most, until }) {
      const { tried, sold, refused, cancelled, lapsed } = await churn({ databaseUrl: await fresh(), seed, count: most, until });
      return { count: tried, words: `${sold} sold, ${refused} refused, ${cancelled} called off, ${lapsed} let lapse; 0 oversold, 0 stuck` };
    },
  },
  {
    name: "sequences", what: "purchases with events in any order", unit: "purchases", full: 5_000, share: 2, least: 2,
    async run({ fresh, seed, most, until }) {
      const store = await openStore(await fresh(), { durable: false });
      try {
        let events = 0;
        const count = await whileTime(most, until, async (done) => {
          const played = await runSequences({ store, seed: seed + done, count: done === 0 ? 10 : 50, attempts: done % 20 === 0 ? 1 : 2 });
          events += played.events;
          return played.purchases;
        });
        return { count, words: `${events} events` };
      } finally {
        await store.close();
      }
    },
  },
  {
    name: "between", what: "killed between every pair of durable writes, from both sides", unit: "kills", full: 1, share: 3, least: 6,
    async run({ fresh, seed, until }) {
      const chance = chanceOf(seed);
      const deathsOf = (told: Parameters<typeof everyDeath>[0]) => chance.shuffled(everyDeath(told));
      // Each story is told once undisturbed before anybody dies: in a short turn some are left to another one.
      const told = chance.shuffled(Object.keys(stories)).slice(0, Math.max(1, Math.floor((until - Date.now()) / shortestStory)));
      const enough = Math.max(until, Date.now() + shortestStory);
      const { kills, commits, calls, forPerson, complaints } = await killBetweenWrites({ databases: [await fresh(), await fresh()], deathsOf, only: told, until: enough });
      if (complaints.length > 0) throw new Error(complaints.join("; "));
      return { count: kills, words: `${told.length} of ${Object.keys(stories).length} stories with ${commits} commits and ${calls} questions to the gateway, ${forPerson} refunds for a person` };
    },
  },
  {
    name: "kills", what: "shop, worker and gateway killed during checkouts", unit: "kills", full: 200, share: 4, least: 10,
    async run({ fresh, seed, most, until }) {
      let [placed, checkouts, repeated] = [0, 0, 0];
      const count = await whileTime(most, until, async (done) => {
        const own = seed + done;
        const storm = await runStorm({ databaseUrl: await fresh(), seed: own, ...(done === 0 ? smallStorm : {}) });
        if (storm.complaints.length > 0) throw new Error(`A storm, seed ${own}: ${storm.complaints.join("; ")}`);
        placed += storm.placed;
        checkouts += storm.checkouts;
        repeated += storm.repeated;
        return Object.values(storm.kills).reduce((sum, kills) => sum + kills, 0);
      });
      return { count, words: `${checkouts} checkouts, ${placed} orders, ${repeated} requests asked again` };
    },
  },
  {
    name: "permutations", what: "purchases with every permutation of five events", unit: "permutations", full: 1, share: 2, least: 120, leastMinutes: 30,
    // All of them or none: it takes some minutes on either database, and no seed.
    async run({ fresh }) {
      const store = await openStore(await fresh(), { durable: false });
      try {
        const { permutations, purchases } = await runPermutations({ store, length: 5 });
        return { count: permutations, words: `${purchases} purchases played, the others told from them` };
      } finally {
        await store.close();
      }
    },
  },
];
