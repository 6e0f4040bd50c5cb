import { describe, expect, test } from "vitest";
import { quoteOf, type QuoteLine } from "./quote.ts";

const aLine = (override: Partial<QuoteLine> = {}): QuoteLine => ({ key: "box", shopId: "orchard", kind: "goods", unitPriceDong: 120_000, quantity: 1, ...override });
const thirty = () => 30_000;
const aVisit = (override: Partial<QuoteLine> = {}): QuoteLine => aLine({ key: "boat", shopId: "island", kind: "experience", unitPriceDong: 80_000, ...override });

describe("a quote", () => {
  test("charges each line its price times its quantity", () => {
    const quote = quoteOf([aLine({ quantity: 3 })], thirty);
    expect(quote).toEqual({
      sellers: [{ shopId: "orchard", itemsDong: 360_000, deliveryDong: 30_000, totalDong: 390_000, lines: [{ key: "box", totalDong: 360_000 }] }],
      itemsDong: 360_000,
      deliveryDong: 30_000,
      totalDong: 390_000,
    });
  });

  test("charges one delivery per seller, however many things that seller sends", () => {
    expect(quoteOf([aLine(), aLine({ key: "jar" })], thirty).deliveryDong).toBe(30_000);
    expect(quoteOf([aLine(), aLine({ key: "jar", shopId: "kiln" })], thirty).deliveryDong).toBe(60_000);
  });

  test("charges each seller's parcel its own fee", () => {
    const fees = new Map([["orchard", 20_000], ["kiln", 55_000]]);
    const quote = quoteOf([aLine(), aLine({ key: "jar", shopId: "kiln" })], (shopId) => fees.get(shopId) ?? Number.NaN);
    expect(quote.sellers.map((seller) => seller.deliveryDong)).toEqual([20_000, 55_000]);
    expect(quote.deliveryDong).toBe(75_000);
  });

  test("charges no delivery where nothing is sent", () => {
    expect(quoteOf([aVisit({ quantity: 2 })], thirty)).toMatchObject({ itemsDong: 160_000, deliveryDong: 0, totalDong: 160_000 });
  });

  test("charges delivery only to the seller who sends, in a basket of goods and visits", () => {
    const quote = quoteOf([aVisit(), aLine()], thirty);
    expect(quote.sellers.map((seller) => [seller.shopId, seller.deliveryDong])).toEqual([
      ["island", 0],
      ["orchard", 30_000],
    ]);
  });

  test("keeps sellers and lines in the order they came", () => {
    const quote = quoteOf([aVisit(), aLine(), aVisit({ key: "lunch" })], () => 0);
    expect(quote.sellers.map((seller) => seller.lines.map((line) => line.key))).toEqual([["boat", "lunch"], ["box"]]);
  });

  test("of nothing costs nothing", () => {
    expect(quoteOf([], thirty)).toEqual({ sellers: [], itemsDong: 0, deliveryDong: 0, totalDong: 0 });
  });

  test("of a price that is no whole đồng is refused", () => {
    expect(() => quoteOf([aLine({ unitPriceDong: 0.5 })], () => 0)).toThrow("money.not_whole_dong");
  });
});
