import { afterAll, beforeAll, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { goodsOnSale, poolRow, visitOnSale } from "@xudong/catalog/testing";
import type { Shop } from "../../site/server/app.ts";
import { aShop, noPages } from "../a-shop.ts";
import { aShopper, fillCart, orderCart } from "../shopper.ts";

const buyers = 200;

eachDatabase("The last seats over HTTP", (database) => {
  let shops: Shop[] = [];
  beforeAll(async () => {
    // Two servers over one database: nothing that keeps a seat from being sold twice may live in a process.
    const first = await aShop(database.url, { instead: noPages });
    shops = [first, await aShop(database.url, { instead: noPages, seeds: false })];
  });
  afterAll(async () => {
    for (const shop of shops) await shop.close();
  });

  test("[H1] 200 buyers for 10 seats at two servers: 10 are served, 190 are told, nobody meets an error", { timeout: 120_000 }, async () => {
    const now = new Date();
    const seats = await visitOnSale(database.store, now, { capacity: 10 });
    const guava = await goodsOnSale(database.store, now, { capacity: 1000 });
    const carts = await Promise.all(
      Array.from({ length: buyers }, async (_, at) => {
        const shopper = aShopper(shops[at % 2]?.url ?? "");
        const cart = await fillCart(shopper, [
          { variantId: guava.variantIds[0] ?? "", quantity: 1 },
          { variantId: seats.variantIds[0] ?? "", slotId: seats.slotId, quantity: 1 },
        ]);
        return { shopper, cart };
      }),
    );

    const answers = await Promise.all(carts.map(({ shopper, cart }) => orderCart(shopper, cart)));

    const counted = Map.groupBy(answers, (answer) => answer.status);
    expect([...counted.keys()].sort()).toEqual([201, 409]);
    expect(counted.get(201)).toHaveLength(10);
    expect(counted.get(409)).toHaveLength(190);
    for (const { body } of counted.get(409) ?? []) expect(body).toMatchObject({ code: "hold.sold_out", unitsLeft: 0 });
    expect(await poolRow(database.store, seats.poolId)).toEqual({ capacity: 10, taken: 10 });
    // H3: whoever got no seat holds no guava either.
    expect(await poolRow(database.store, guava.poolId)).toEqual({ capacity: 1000, taken: 10 });
  });
});
