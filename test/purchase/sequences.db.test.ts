/**
 * Sequences of events by chance, the same for the same seed: after each event the database says what the model says,
 * and no row looks as none ever may. A failure names its seed; XUDONG_SEED=<seed> plays that one alone.
 */
import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { runSequences } from "./drive.ts";

const only = process.env["XUDONG_SEED"];
const amounts = { sqlite: { 1: 600, 2: 1400 }, postgres: { 1: 100, 2: 200 } } as const;

/** Seeds at which a soak once found a difference, with the attempts they had. */
const foundBySoak = [{ seed: 531_095_635, attempts: 2 }] as const;

eachDatabase("A purchase by chance", (database) => {
  test.each([1, 2] as const)("[O1] [L1, L3] [H1, H3] with up to %i attempts is at each step what the tables say", { timeout: 300_000 }, async (attempts) => {
    const seed = only === undefined ? attempts * 1_000_000 : Number(only);
    const count = only === undefined ? amounts[database.kind][attempts] : 1;
    const played = await runSequences({ store: database.store, seed, count, attempts });
    console.info(`${database.kind}: seeds ${seed} to ${seed + count - 1}, ${played.events} events`);
    expect(played.purchases).toBe(count);
  });

  test.each(foundBySoak)("[O1] seed $seed, which once failed, plays to its end", async ({ seed, attempts }) => {
    expect((await runSequences({ store: database.store, seed, count: 1, attempts })).purchases).toBe(1);
  });
});
