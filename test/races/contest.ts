import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { testTerminal, testTicketKey } from "@xudong/market/testing";
import { changed, type Change } from "./changes.ts";
import type { Answer, Call, FromContestant, Setup, ToContestant } from "./contestant.ts";
import { meetings } from "./meetings.ts";

/** Two: a race is decided between the first and the second, whoever comes third only waits longer. */
const processes = 2;
/** With its guard nobody else can come to a meeting, and waiting only costs time; without it everybody comes, on a busy machine a little later. */
const patienceMs = { guarded: 50, unguarded: 500 };

/** What a race came to: the answers in the order of the calls, faults nobody was answered with, and how often somebody came to the meeting. */
export type Result = { answers: readonly Answer[]; faults: readonly string[]; comings: number };

/** Processes on one database that wait for their start. */
export type Contest = {
  /** Makes all calls at once, each process its share of them. */
  start(calls: readonly Call[], now: Date, meetAt?: string): Promise<Result>;
  end(): Promise<void>;
};

const root = new URL("../../", import.meta.url);
const pathOf = (file: string) => fileURLToPath(new URL(file, root));

/** What `aMarket` has: the keys its orders and tickets are made with. */
const marketParts = {
  settings: { appSecrets: ["test-app-secret"], ticketKeys: [testTicketKey], returnUrls: { vi: "http://shop.test/ve", en: "http://shop.test/back" }, hasLimits: false },
  methods: { vnpay: testTerminal },
};

/**
 * Starts the processes of a race, with sources that lack a guard or, without `missing`, only have the places to meet.
 *
 * @throws Error where a change no longer fits its source
 */
export async function aContest(databaseUrl: string, missing: readonly Change[] = []): Promise<Contest> {
  const changes = [...missing, ...Object.values(meetings).flat()];
  for (const [file, ofFile] of Map.groupBy(changes, (change) => change.file)) changed(readFileSync(pathOf(file), "utf8"), ofFile);

  const contestants = await Promise.all(Array.from({ length: processes }, () => aContestant({ ...marketParts, databaseUrl, changes, patienceMs: patienceMs[missing.length > 0 ? "unguarded" : "guarded"] })));
  const tellAll = (message: ToContestant) => contestants.forEach((contestant) => contestant.send(message));
  return {
    async start(calls, now, meetAt) {
      const shares = contestants.map((_, at) => calls.filter((_, call) => call % processes === at));
      const prepared = contestants.map((contestant) => heard(contestant, "prepared"));
      for (const [at, contestant] of contestants.entries()) contestant.send({ kind: "prepare", calls: shares[at] ?? [], now, meetAt } satisfies ToContestant);
      await Promise.all(prepared);

      const meeting = aMeeting(contestants, () => tellAll({ kind: "meetingOver" }));
      const answered = contestants.map((contestant) => heard(contestant, "answered"));
      tellAll({ kind: "go" });
      const told = (await Promise.all(answered)).map((message) => ("answers" in message ? message.answers : []));
      const comings = meeting.end();
      if (meetAt !== undefined && comings === 0) throw new Error(`Nobody came to the meeting at ${meetAt}`);
      return {
        comings,
        answers: calls.map((_, call) => told[call % processes]?.[Math.floor(call / processes)] ?? { fault: "no answer" }),
        faults: told.flatMap((answers, at) => answers.slice(shares[at]?.length)).map((answer) => ("fault" in answer ? answer.fault : "")),
      };
    },
    async end() {
      await Promise.all(
        contestants.map(async (contestant) => {
          if (!contestant.connected) return;
          const ended = once(contestant, "exit");
          contestant.disconnect();
          await ended;
        }),
      );
    },
  };
}

async function aContestant(setup: Setup): Promise<ChildProcess> {
  const contestant = fork(pathOf("test/races/contestant.ts"), [JSON.stringify(setup)], {
    // Many short lives: with room to start in, and sources that were compiled once, they are there in half the time.
    execArgv: ["--min-semi-space-size=32", "--max-semi-space-size=64", "--import", pathOf("packages/database/src/quick-load.ts"), "--import", pathOf("test/races/change-sources.ts")],
    env: { ...process.env, NODE_COMPILE_CACHE: join(inject("databases").folder, "compiled") },
    serialization: "advanced",
  });
  await heard(contestant, "opened");
  return contestant;
}

/** The next message of that kind. @throws Error where the process ends first */
function heard(contestant: ChildProcess, kind: FromContestant["kind"]): Promise<FromContestant> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      contestant.off("message", listen);
      contestant.off("exit", fail);
    };
    const listen = (message: FromContestant) => {
      if (message.kind !== kind) return;
      settle();
      resolve(message);
    };
    const fail = (code: number | null) => {
      settle();
      reject(new Error(`A contestant ended with ${code} before it was ${kind}: its own words stand above`));
    };
    contestant.on("message", listen);
    contestant.on("exit", fail);
  });
}

/** The meeting is over when all have come, or when one of them has lost patience with those who are held back. */
function aMeeting(contestants: readonly ChildProcess[], over: () => void): { end(): number } {
  const came = new Set<ChildProcess>();
  let comings = 0;
  const listeners = contestants.map((contestant) => (message: FromContestant) => {
    if (message.kind === "cameToMeeting") {
      comings += 1;
      if (came.add(contestant).size === contestants.length) over();
    }
    if (message.kind === "leftMeeting") over();
  });
  for (const [at, contestant] of contestants.entries()) contestant.on("message", listeners[at] ?? over);
  return {
    end() {
      for (const [at, contestant] of contestants.entries()) contestant.off("message", listeners[at] ?? over);
      return comings;
    },
  };
}
