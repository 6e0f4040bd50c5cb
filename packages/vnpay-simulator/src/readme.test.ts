import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { noticeFaults } from "./faulty-notice.ts";
import { apiFaults, ipnOrders, knobNames, lapseWays, queryWays, refundWishes } from "./knobs.ts";
import { outcomeNames, reviewNames } from "./outcomes.ts";
import { terminalStates } from "./terminal.ts";
import { testCards } from "./test-cards.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("the README names everything that can be turned, and no card that we do not know", () => {
  const usual = ["none", "before-return", "open"];
  const words = [...outcomeNames, ...reviewNames, ...knobNames, ...ipnOrders, ...lapseWays, ...refundWishes, ...queryWays, ...apiFaults, ...noticeFaults, ...terminalStates];
  expect(words.filter((word) => !usual.includes(word) && !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(readme))).toEqual([]);
  const cards = [...readme.matchAll(/\b\d{16,19}\b/g)].map(([number]) => number);
  expect(cards.filter((number) => !testCards.some((card) => card.number === number))).toEqual([]);
});
