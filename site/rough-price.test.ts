import { expect, test } from "vitest";
import { rateAsked, rateNote, ratesOn, roughPrice } from "./rough-price.ts";

const now = new Date("2026-12-01T03:00:00Z");
const usd = { currency: "USD", dong: 25_000, from: "2026-01-01", isSample: true };

test("a rough price has two figures and says so, with the rate and its day", () => {
  expect([roughPrice(28_000, usd, "en"), roughPrice(680_000, usd, "en"), roughPrice(0, usd, "en")].map((words) => words.replaceAll("\u00a0", " "))).toEqual(["about USD 1.1", "about USD 27", "about USD 0"]);
  expect(rateNote(usd, "en")).toContain("1 January 2026");
  expect(rateNote(usd, "en")).toContain("sample");
});

test("only a currency that somebody has written down a rate for is answered, once that rate has begun", () => {
  const asks = (query: string) => rateAsked(new URLSearchParams(query), "en", now)?.currency;
  expect([asks("currency=jpy"), asks("currency=XXX"), asks(""), asks("tien=USD")]).toEqual(["JPY", undefined, undefined, undefined]);
  expect(ratesOn(new Date("2025-12-31T03:00:00Z"))).toEqual([]);
});
