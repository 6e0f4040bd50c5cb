import { expect, test } from "vitest";
import { cardPainter } from "./card-painter.ts";

const card = { above: "Chợ Xứ Đông", title: "Vải thiều & bạn <b>", below: "Thanh Hà", drawing: "lychee" };
const sizeOf = (png: Buffer | undefined) => [png?.readUInt32BE(16), png?.readUInt32BE(20)];

test("a card is 1200 × 630, whatever its words are, and is drawn once", async () => {
  const paint = cardPainter();
  const first = await paint(card);
  expect(sizeOf(first)).toEqual([1200, 630]);
  expect(await paint({ ...card })).toBe(first);
  expect(sizeOf(await paint({ ...card, title: "Một cái tên rất dài ".repeat(30), drawing: "nobody-drew-this" }))).toEqual([1200, 630]);
});

test("only so many wait for theirs", async () => {
  const paint = cardPainter();
  const cards = await Promise.all(Array.from({ length: 15 }, (_, n) => paint({ ...card, title: `Vải ${n}` })));
  expect(cards.filter((each) => each === undefined)).toHaveLength(3);
});
