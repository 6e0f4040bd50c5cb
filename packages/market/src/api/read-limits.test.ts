import { expect, test } from "vitest";
import { networkOf } from "@xudong/domain";
import { readLimits, readRates } from "./read-limits.ts";

/** How many reads in a row an address gets through. */
function readsAllowed(limits: ReturnType<typeof readLimits>, address: string): number {
  let reads = 0;
  while (limits.secondsToWait(address) === 0) reads += 1;
  return reads;
}

test("an address has a burst, and then as many reads a second as it may", () => {
  let nowMs = 1000;
  const limits = readLimits(() => nowMs);
  expect(readsAllowed(limits, "203.0.113.7")).toBe(readRates.burst);
  nowMs += 1000;
  expect(readsAllowed(limits, "203.0.113.7")).toBe(readRates.perSecond);
  nowMs += 3_600_000;
  expect(readsAllowed(limits, "203.0.113.7")).toBe(readRates.burst);
});

test("being refused costs nothing: waiting as long as told is enough", () => {
  let nowMs = 0;
  const limits = readLimits(() => nowMs);
  readsAllowed(limits, "a");
  for (let i = 0; i < 1000; i++) expect(limits.secondsToWait("a")).toBe(1);
  nowMs += 1000;
  expect(limits.secondsToWait("a")).toBe(0);
});

test("addresses of one IPv6 network share a bucket, and nobody else's", () => {
  const limits = readLimits(() => 0);
  readsAllowed(limits, "2001:db8::1");
  expect(limits.secondsToWait("2001:db8:0:0:ffff::2")).toBe(1);
  expect(limits.secondsToWait("2001:db8:0:1::1")).toBe(0);
  expect(["::1", "2001:db8::", "2001:db8:1:2:3:4:5:6", "203.0.113.7", "::ffff:203.0.113.7"].map(networkOf)).toEqual([
    "0:0:0:0::/64", "2001:db8:0:0::/64", "2001:db8:1:2::/64", "203.0.113.7", "::ffff:203.0.113.7",
  ]);
});

test("many addresses do not fill the memory, and one in use is not forgotten for them", () => {
  const limits = readLimits(() => 0);
  readsAllowed(limits, "busy");
  for (let i = 0; i < 15_000; i++) {
    limits.secondsToWait(`10.0.${i >> 8}.${i & 255}`);
    if (i % 100 === 0) expect(limits.secondsToWait("busy")).toBe(1);
  }
});
