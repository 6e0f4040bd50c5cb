import { expect, test } from "vitest";
import { cleanCard } from "./gift.ts";

test.each([
  ["Chúc mừng  sinh nhật mẹ!  ", "Chúc mừng sinh nhật mẹ!"],
  ["Mẹ ơi,\r\n\r\n\r\ncon nhớ mẹ.\n", "Mẹ ơi,\n\ncon nhớ mẹ."],
  ["\u200b\n  \n", ""],
  ["e\u0302\u0301", "ế"],
])("a card keeps its lines, and nothing that nobody sees: %j", (typed, kept) => {
  expect(cleanCard(typed)).toBe(kept);
});
