import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { releaseLease, renewLease, takeLease, type Store } from "@xudong/database";
import { minutes, plus } from "@xudong/domain";
import type { Job, JobReport, Turn } from "./job.ts";

/** Looks after jobs, in one of perhaps several processes on one database. */
export type JobRunner = {
  /** Does all that is due now, to the end, one job after the other, and says what came of each. */
  runDue(): Promise<JobReport[]>;
  /** From now on each job looks by itself, each at its own pace: a slow one holds up no other. */
  start(): void;
  /** Begins nothing more, finishes the steps under way and gives the turns back. */
  stop(): Promise<void>;
};

export type RunnerParts = {
  store: Store;
  jobs: readonly Job[];
  /** Where faults are told. */
  log: (what: string, error: unknown) => void;
  /** Where one plain line is told. */
  tell: (line: string) => void;
  /** Measures turns, which are about processes: never the market's clock, which can be moved. */
  wallClock?: () => Date;
};

/** A turn outlives the longest wait for a gateway by far; of a process that died it is free after this long. */
const turnMs = minutes(1);
const longestWaitMs = minutes(5);
const firstLookWithinMs = 1000;
/** What one job leads to may be another's work: a refund that is asked for is sent. */
const mostRounds = 10;

export function jobRunner({ store, jobs, log, tell, wallClock = () => new Date() }: RunnerParts): JobRunner {
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`;
  const underWay = new Map<string, Promise<JobReport>>();
  const failing = new Map<string, { times: number; said: string }>();
  const timers = new Map<string, NodeJS.Timeout>();
  let isStarted = false;
  /** How often it was stopped: what began before the last time begins nothing more. */
  let stops = 0;

  /** One look at a job. Those of this process come one after the other, for they share a turn. */
  function look(job: Job): Promise<JobReport> {
    const before = underWay.get(job.name);
    const asOf = stops;
    const mine = (before ?? Promise.resolve()).then(() => lookOnce(job, () => stops === asOf));
    underWay.set(job.name, mine);
    return mine;
  }

  async function lookOnce(job: Job, isOn: () => boolean): Promise<JobReport> {
    const report: JobReport = { name: job.name, done: 0, isElsewhere: false };
    try {
      if (!isOn()) return report;
      if (await job.isDue()) {
        const turn = await takeTurn(job, report, isOn);
        if (turn === undefined) return { ...report, isElsewhere: true };
        try {
          await job.work(turn);
        } finally {
          await turn.giveBack();
        }
      }
    } catch (fault) {
      report.fault = fault;
    }
    hear(job, report.fault);
    return report;
  }

  async function takeTurn(job: Job, report: JobReport, isOn: () => boolean): Promise<(Turn & { giveBack(): Promise<void> }) | undefined> {
    const name = `job.${job.name}`;
    let lapsesAt = plus(wallClock(), turnMs);
    let renewing: Promise<boolean> | undefined;
    let isLost = false;
    if (!(await store.write((tx) => takeLease(tx, { name, holder, now: wallClock(), forMs: turnMs })))) return undefined;

    const renew = async () => {
      const now = wallClock();
      isLost = !(await store.write((tx) => renewLease(tx, { name, holder, now, forMs: turnMs })));
      lapsesAt = plus(now, turnMs);
      return !isLost;
    };
    return {
      async goesOn() {
        if (!isOn() || isLost) return false;
        if (lapsesAt.getTime() - wallClock().getTime() > turnMs / 2) return true;
        return (renewing ??= renew().finally(() => (renewing = undefined)));
      },
      did(things) {
        report.done += things;
      },
      async giveBack() {
        // Where that fails the turn lapses by itself; what went wrong is heard of at the next look.
        if (!isLost) await store.write((tx) => releaseLease(tx, { name, holder })).catch(() => undefined);
      },
    };
  }

  /** A fault is told once, however often it comes again, and so is its end. */
  function hear(job: Job, fault: unknown): void {
    const before = failing.get(job.name);
    if (fault === undefined) {
      if (before !== undefined) tell(`The job "${job.name}" works again`);
      failing.delete(job.name);
      return;
    }
    const said = fault instanceof Error ? fault.message : String(fault);
    if (before?.said !== said) log(`The job "${job.name}" failed; it is tried again, at longer and longer intervals`, fault);
    failing.set(job.name, { times: (before?.times ?? 0) + 1, said });
  }

  function lookAgain(job: Job, afterMs: number): void {
    const asOf = stops;
    const goOn = () => void (stops === asOf && lookAgain(job, waitOf(job)));
    timers.set(job.name, setTimeout(() => void look(job).then(goOn), afterMs));
  }

  function waitOf({ name, everyMs }: Job): number {
    const times = failing.get(name)?.times ?? 0;
    const wait = Math.max(everyMs, Math.min(everyMs * 2 ** times, longestWaitMs));
    return wait * (0.75 + Math.random() / 2); // several processes need not look all at once
  }

  return {
    async runDue() {
      const reports = new Map(jobs.map(({ name }): [string, JobReport] => [name, { name, done: 0, isElsewhere: false }]));
      const asOf = stops;
      for (let round = 0; round < mostRounds; round++) {
        let done = 0;
        for (const job of jobs) {
          if (stops !== asOf) break;
          const known = reports.get(job.name);
          if (known === undefined || known.fault !== undefined) continue;
          const report = await look(job);
          done += report.done;
          reports.set(job.name, { ...report, done: known.done + report.done });
        }
        if (done === 0) break;
      }
      return [...reports.values()];
    },
    start() {
      if (isStarted) return;
      isStarted = true;
      for (const job of jobs) lookAgain(job, Math.random() * Math.min(job.everyMs, firstLookWithinMs));
    },
    async stop() {
      isStarted = false;
      stops += 1;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.all(underWay.values());
    },
  };
}
