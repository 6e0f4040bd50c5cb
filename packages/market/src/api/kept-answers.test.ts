import { expect, test } from "vitest";
import { keptAnswers } from "./kept-answers.ts";

/** A house whose database and clock a test moves. */
function aHouse() {
  const house = { stamp: "1", now: new Date("2026-11-23T03:00:00.100Z"), made: 0 };
  const kept = keptAnswers({ stamp: async () => house.stamp, now: () => house.now });
  const ask = (key: string) => kept(key, async () => ++house.made);
  return { house, kept, ask };
}

test("an answer is made once while nothing is written and the second lasts, also for those who ask meanwhile", async () => {
  const { ask } = aHouse();
  expect(await Promise.all([ask("/a"), ask("/a"), ask("/b")])).toEqual([1, 1, 2]);
  expect(await ask("/a")).toBe(1);
});

test("whatever is written drops every answer, and so does the next second", async () => {
  const { house, ask } = aHouse();
  await ask("/a");
  house.stamp = "2";
  expect(await ask("/a")).toBe(2);
  house.now = new Date("2026-11-23T03:00:00.999Z");
  expect(await ask("/a")).toBe(2);
  house.now = new Date("2026-11-23T03:00:01.000Z");
  expect(await ask("/a")).toBe(3);
});

test("what is refused is asked again", async () => {
  const { kept, ask } = aHouse();
  await expect(kept("/a", async () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  expect(await ask("/a")).toBe(1);
});

test("only so many are kept", async () => {
  const { house, ask } = aHouse();
  for (let n = 0; n < 600; n++) await ask(`/${n}`);
  expect([await ask("/0"), await ask("/599"), house.made]).toEqual([1, 601, 601]);
});
