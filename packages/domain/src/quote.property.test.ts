/** Laws: the lines of each seller add up to its items, the sellers to the whole, and no line is lost or charged twice;
 * delivery is one fee per sender. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteOf, type QuoteLine } from "./quote.ts";

const shapes = fc.record({
  shopId: fc.constantFrom("orchard", "kiln", "island", "mill"),
  kind: fc.constantFrom("goods" as const, "experience" as const),
  unitPriceDong: fc.nat(50_000_000),
  quantity: fc.integer({ min: 1, max: 99 }),
});
const baskets = fc.array(shapes, { maxLength: 50 }).map((lines) => lines.map((line, at): QuoteLine => ({ key: `line ${at}`, ...line })));
/** Another fee for each seller, and none that two could be taken for one another. */
const feeBy = (least: number) => (shopId: string) => least + shopId.length * 1_000;
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

test("the parts of a quote add up to its total", () => {
  fc.assert(
    fc.property(baskets, fc.nat(200_000), (basket, fee) => {
      const quote = quoteOf(basket, feeBy(fee));
      for (const seller of quote.sellers) {
        expect(sum(seller.lines.map((line) => line.totalDong))).toBe(seller.itemsDong);
        expect(seller.itemsDong + seller.deliveryDong).toBe(seller.totalDong);
      }
      expect(sum(quote.sellers.map((seller) => seller.totalDong))).toBe(quote.totalDong);
      expect(quote.itemsDong + quote.deliveryDong).toBe(quote.totalDong);
    }),
  );
});

test("every line of a basket is charged once, at its price, to its own seller", () => {
  fc.assert(
    fc.property(baskets, fc.nat(200_000), (basket, fee) => {
      const quote = quoteOf(basket, feeBy(fee));
      const charged = quote.sellers.flatMap((seller) => seller.lines.map((line) => [line.key, seller.shopId, line.totalDong]));
      expect(charged.sort()).toEqual(basket.map((line) => [line.key, line.shopId, line.unitPriceDong * line.quantity]).sort());
    }),
  );
});

test("delivery is one fee for the parcel of each seller who sends something, and that seller's own", () => {
  fc.assert(
    fc.property(baskets, fc.nat(200_000), (basket, fee) => {
      const senders = new Set(basket.filter((line) => line.kind === "goods").map((line) => line.shopId));
      expect(quoteOf(basket, feeBy(fee)).deliveryDong).toBe(sum([...senders].map(feeBy(fee))));
    }),
  );
});
