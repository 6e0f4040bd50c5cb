import { expect, test, vi } from "vitest";
import type { Store } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { minutes, plus } from "@xudong/domain";
import { workOff, type Job } from "./job.ts";
import { jobRunner, type RunnerParts } from "./job-runner.ts";

/** Things to be done, each a row of its own: here a name in a set. */
function aJob(things: Set<string>, over: Partial<Job> & { one?: (id: string) => Promise<boolean> } = {}): Job {
  const { one = async (id) => things.delete(id), ...rest } = over;
  return {
    name: "test",
    everyMs: 1000,
    isDue: async () => things.size > 0,
    work: workOff({ next: async (limit) => [...things].slice(0, limit), one }),
    ...rest,
  };
}

const many = (count: number) => new Set(Array.from({ length: count }, (_, at) => `thing ${at}`));

/** A store that counts its transactions. */
function counting(store: Store): Store & { writes: number } {
  const counted = { ...store, writes: 0, write: <T>(fn: Parameters<typeof store.write<T>>[0]) => ((counted.writes += 1), store.write(fn)) };
  return counted;
}

eachDatabase("Jobs", (database) => {
  const log = vi.fn();
  const tell = vi.fn();

  /** A process of its own, with a wall clock that stands until it is moved. */
  function aProcess(jobs: readonly Job[], over: Partial<RunnerParts> = {}) {
    log.mockClear();
    tell.mockClear();
    const wall = { at: new Date("2026-11-23T03:00:00Z") };
    const runner = jobRunner({ store: database.store, jobs, log, tell, wallClock: () => wall.at, ...over });
    return { ...runner, wall };
  }
  const leases = () => database.store.read.select().from(database.store.read.t.leases);

  test("do all that is due to the end, and nothing is written where nothing is due", async () => {
    const store = counting(database.store);
    const things = many(250);
    const { runDue } = aProcess([aJob(things)], { store });
    expect(await runDue()).toEqual([{ name: "test", done: 250, isElsewhere: false }]);
    expect(things.size).toBe(0);
    expect(await leases()).toEqual([]);
    store.writes = 0;
    expect(await runDue()).toEqual([{ name: "test", done: 0, isElsewhere: false }]);
    expect(store.writes).toBe(0);
  });

  test("what one job leads to is done in the same breath, whatever their order", async () => {
    const [second, first] = [new Set<string>(), many(3)];
    const one = async (id: string) => (second.add(`after ${id}`), first.delete(id));
    const { runDue } = aProcess([aJob(second, { name: "second" }), aJob(first, { name: "first", one })]);
    expect((await runDue()).map(({ done }) => done)).toEqual([3, 3]);
  });

  test("pieces that always fail, however many and however old, are tried last and starve nothing behind them", async () => {
    const things = many(400);
    const tried: string[] = [];
    const isBad = (id: string) => Number(id.slice("thing ".length)) < 45;
    const one = async (id: string) => {
      tried.push(id);
      if (isBad(id)) throw new Error("bad");
      return things.delete(id);
    };
    const { runDue } = aProcess([aJob(things, { one })]);
    // Of the first look and the second nothing comes: it may be the database that fails, and not the pieces.
    expect((await runDue())[0]).toMatchObject({ done: 0, fault: { message: expect.stringMatching(/^20 pieces/) } });
    expect((await runDue())[0]).toMatchObject({ done: 0 });
    expect((await runDue())[0]).toMatchObject({ done: 355 });
    expect([...things].every(isBad)).toBe(true);
    // Later ones are done first, and those that failed come in turn, the longest untried first.
    things.add("thing 401");
    tried.length = 0;
    await runDue();
    expect([tried[0], things.size]).toEqual(["thing 401", 45]);
    await runDue();
    await runDue();
    expect(new Set(tried).size).toBe(46);
  });

  test("faults among what succeeds stop nothing, and what somebody else has seen to is not remembered", async () => {
    const things = many(90);
    let isBroken = true;
    const one = async (id: string) => {
      if (isBroken && Number(id.slice(6)) % 2 === 0) throw new Error("even");
      return things.delete(id);
    };
    const { runDue } = aProcess([aJob(things, { one })]);
    expect((await runDue())[0]).toMatchObject({ done: 45, fault: { message: expect.stringMatching(/^45 pieces/) } });
    things.clear();
    await runDue();
    isBroken = false;
    for (const id of many(10)) things.add(id);
    expect((await runDue())[0]).toMatchObject({ done: 10 });
  });

  test("one that fails is told once, stops no other, and what is behind a piece that fails is done", async () => {
    const things = many(150);
    let isBroken = true;
    const one = async (id: string) => {
      if (isBroken && id.endsWith("7")) throw new Error("seven");
      return things.delete(id);
    };
    const others = many(2);
    const { runDue } = aProcess([aJob(things, { one }), aJob(others, { name: "other" })]);
    const [report, other] = await runDue();
    expect(report).toMatchObject({ done: 135, fault: { message: expect.stringMatching(/^15 pieces/) } });
    expect(other).toMatchObject({ done: 2 });
    await runDue();
    expect(log).toHaveBeenCalledOnce();
    expect(await leases()).toEqual([]);
    isBroken = false;
    expect((await runDue())[0]).toMatchObject({ done: 15 });
    expect(tell.mock.calls).toEqual([['The job "test" works again']]);
  });

  test("where every piece fails, not all are tried", async () => {
    const tried = vi.fn(async () => {
      throw new Error("the gateway is away");
    });
    await aProcess([aJob(many(1000), { one: tried })]).runDue();
    expect(tried).toHaveBeenCalledTimes(20);
  });

  test("a look that fails is a fault of its job alone", async () => {
    const isDue = () => Promise.reject(new Error("no database"));
    const [bad, good] = await aProcess([aJob(many(1), { isDue }), aJob(many(1), { name: "good" })]).runDue();
    expect(bad?.fault).toBeInstanceOf(Error);
    expect(good).toMatchObject({ done: 1 });
  });

  test("are done by one process while another has the turn, and by the next when it gives it back", async () => {
    const things = many(3);
    const reached = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const one = async (id: string) => (reached.resolve(), await goOn.promise, things.delete(id));
    const working = aProcess([aJob(things, { one })]).runDue();
    await reached.promise;
    const waiting = aProcess([aJob(things)]);
    expect(await waiting.runDue()).toEqual([{ name: "test", done: 0, isElsewhere: true }]);
    goOn.resolve();
    expect((await working)[0]).toMatchObject({ done: 3 });
    things.add("one more");
    expect((await waiting.runDue())[0]).toMatchObject({ done: 1 });
  });

  test("a process that died keeps the turn no longer than a minute", async () => {
    const died = aProcess([aJob(many(1), { work: () => new Promise(() => undefined) })]);
    void died.runDue();
    await vi.waitFor(async () => expect(await leases()).toHaveLength(1));
    const next = aProcess([aJob(many(1))]);
    expect((await next.runDue())[0]).toMatchObject({ isElsewhere: true });
    next.wall.at = plus(next.wall.at, minutes(1));
    expect((await next.runDue())[0]).toMatchObject({ done: 1 });
  });

  test("one that loses its turn in mid-work begins nothing more, and leaves the other's turn alone", async () => {
    const things = many(10);
    const slow = aProcess([aJob(things, { one: async (id) => (things.delete(id), await meanwhile(), true) })]);
    const other = aProcess([aJob(things, { one: async () => false })]);
    const meanwhile = async () => {
      if (things.size !== 7) return;
      slow.wall.at = other.wall.at = plus(slow.wall.at, minutes(2)); // this process slept
      expect((await other.runDue())[0]).toMatchObject({ isElsewhere: false });
      await database.store.write((tx) => tx.insert(tx.t.leases).values({ name: "job.test", holder: "other", lapsesAt: plus(other.wall.at, minutes(1)) }));
    };
    expect((await slow.runDue())[0]).toMatchObject({ done: 3 });
    expect(things.size).toBe(7);
    expect((await leases()).map(({ holder }) => holder)).toEqual(["other"]);
    await database.store.write((tx) => tx.delete(tx.t.leases));
  });

  test("long work keeps its turn by renewing it now and then", async () => {
    const store = counting(database.store);
    const things = many(50);
    const slow = aProcess([aJob(things, { one: async (id) => ((slow.wall.at = plus(slow.wall.at, 10_000)), things.delete(id)) })], { store });
    expect((await slow.runDue())[0]).toMatchObject({ done: 50 });
    expect(store.writes).toBeLessThan(2 + 50 / 2);
    expect(await leases()).toEqual([]);
  });

  test("stopping finishes the step under way, begins no other, and gives the turn back", async () => {
    const things = many(5);
    const others = many(5);
    let stopped: Promise<void> | undefined;
    const one = async (id: string) => {
      stopped ??= runner.stop();
      await Promise.resolve();
      return things.delete(id);
    };
    const runner = aProcess([aJob(things, { one }), aJob(others, { name: "other" })]);
    runner.start();
    await runner.runDue();
    await stopped;
    expect([things.size, others.size]).toEqual([4, 5]);
    expect(await leases()).toEqual([]);
    expect((await aProcess([aJob(things)]).runDue())[0]).toMatchObject({ done: 4 });
  });

  test("look by themselves once started, each at its own pace: one that hangs holds up no other", async () => {
    const [stuck, quick] = [many(1), many(1)];
    const released = Promise.withResolvers<void>();
    const runner = aProcess([
      aJob(stuck, { name: "stuck", everyMs: 5, one: async (id) => (await released.promise, stuck.delete(id)) }),
      aJob(quick, { name: "quick", everyMs: 5 }),
    ]);
    runner.start();
    runner.start();
    await vi.waitFor(() => expect(quick.size).toBe(0));
    quick.add("again");
    await vi.waitFor(() => expect(quick.size).toBe(0));
    released.resolve();
    await vi.waitFor(() => expect(stuck.size).toBe(0));
    await runner.stop();
    quick.add("after the end");
    expect(quick.size).toBe(1);
  });
});
