import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { days, plus } from "@xudong/domain";
import { goodsOnSale, stagehand } from "@xudong/catalog/testing";
import { retireVariant } from "@xudong/catalog";
import { aBuyer, aCart, aKey, aMarket } from "../testing/a-market.ts";

eachDatabase("A basket with something that is gone", (database) => {
  const refused = async (doing: Promise<unknown>) => doing.then(() => "done", (error: { code?: string }) => error.code ?? String(error));

  test("a retired size and one whose price has ended are shown with their reason, refused at their line, and can be taken out", async () => {
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now(), { packs: [1, 5] });
    const cake = await goodsOnSale(database.store, clock.now());
    const [small = "", large = ""] = guava.variantIds;
    const [box = ""] = cake.variantIds;
    const cart = await aCart(market, [{ variantId: small, quantity: 1 }, { variantId: large, quantity: 1 }, { variantId: box, quantity: 2 }]);
    await database.store.write((tx) => retireVariant(tx, large, { actor: stagehand, now: clock.now() }));
    clock.move(days(1));
    const { prices } = database.store.read.t;
    await database.store.write((tx) => tx.update(prices).set({ validTo: plus(clock.now(), -1) }).where(eq(prices.variantId, box)));

    const shown = await market.cart(cart);
    const lines = shown.sellers.flatMap((seller) => seller.lines.map((line) => [line.variantId, line.problem?.code, line.unitPriceDong]));
    expect(lines).toEqual([[small, undefined, 50_000], [large, "variant.not_found", 250_000], [box, "listing.not_on_sale", 50_000]]);
    expect(shown.isOrderable).toBe(false);
    await expect(market.placeOrder(cart, aBuyer(), aKey())).rejects.toMatchObject({ code: "variant.not_found", details: { field: "lines.1" } });
    // Neither can be put in any more, and what is left can be ordered.
    expect([await refused(market.setCartLine(cart, { variantId: large, quantity: 2 })), await refused(market.setCartLine(cart, { variantId: box, quantity: 1 }))]).toEqual(["variant.not_found", "listing.not_on_sale"]);
    await market.setCartLine(cart, { variantId: large, quantity: 0 });
    await market.setCartLine(cart, { variantId: box, quantity: 0 });
    expect((await market.cart(cart)).isOrderable).toBe(true);
    await market.placeOrder(cart, aBuyer(), aKey());
  });
});
