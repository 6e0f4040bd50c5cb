import { describe, expect, test } from "vitest";
import { cartLimits, cartQuantity } from "./cart.ts";

describe("the quantity of a cart line", () => {
  test.each([0, 1, cartLimits.unitsPerLineMax])("may be %d", (quantity) => {
    expect(cartQuantity(quantity)).toBe(quantity);
  });

  test.each([-1, cartLimits.unitsPerLineMax + 1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("[H5] is refused at %d, naming the field and its limits", (quantity) => {
    expect(() => cartQuantity(quantity)).toThrow(
      expect.objectContaining({ code: "cart.quantity_out_of_range", details: { field: "quantity", min: 0, max: cartLimits.unitsPerLineMax } }),
    );
  });
});
