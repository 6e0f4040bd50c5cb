import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { instantAt, type LunarWindow } from "@xudong/domain";
import { goodsOnSale, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { createCart, setCartLine, setDeliveryFee, showCart } from "./index.ts";

// Fifteen days before Tết and fifteen after: 22 January to 20 February 2027.
const aroundTet: LunarWindow[] = [{ fromMonth: 12, fromDay: 15, toMonth: 1, toDay: 15 }];
const [before, inside, after] = [instantAt("2027-01-21", "23:59"), instantAt("2027-01-22", "00:00"), instantAt("2027-02-21", "00:00")];

eachDatabase("A season by the lunar calendar", (database) => {
  const onlyAroundTet = async (listingId: string) => {
    const { listings } = database.store.read.t;
    await database.store.write(async (tx) => tx.update(listings).set({ seasonMonths: [], seasonLunar: aroundTet }).where(eq(listings.id, listingId)));
  };
  const putIn = async (cartId: string, line: { variantId: string; slotId?: string }, now: Date) => database.store.write(async (tx) => setCartLine(tx, cartId, { ...line, quantity: 1 }, now));

  test("[O3] goods go into a cart on its days alone, and a cart from inside it says so outside", async () => {
    const goods = await goodsOnSale(database.store, before);
    await database.store.write(async (tx) => setDeliveryFee(tx, { feeDong: 30_000, validFrom: before, source: "test" }, { actor: stagehand, now: before }));
    await onlyAroundTet(goods.listingId);
    const cart = await database.store.write(async (tx) => createCart(tx, before));
    const line = { variantId: goods.variantIds[0] ?? "" };
    await expect(putIn(cart.id, line, before)).rejects.toMatchObject({ code: "listing.out_of_season" });
    await expect(putIn(cart.id, line, after)).rejects.toMatchObject({ code: "listing.out_of_season" });
    await putIn(cart.id, line, inside);
    const problemAt = async (now: Date) => (await showCart(database.store.read, cart.id, now)).sellers[0]?.lines[0]?.problem?.code;
    expect(await problemAt(inside)).not.toBe("listing.out_of_season");
    expect(await problemAt(after)).toBe("listing.out_of_season");
  });

  test("[O3] a visit follows the lunar day it is on, whenever it is booked", async () => {
    const cart = await database.store.write(async (tx) => createCart(tx, before));
    for (const { day, code } of [{ day: "2027-02-20", code: undefined }, { day: "2027-02-21", code: "listing.out_of_season" }]) {
      const visit = await visitOnSale(database.store, before, { startsAt: instantAt(day, "09:00") });
      await onlyAroundTet(visit.listingId);
      const booked = await putIn(cart.id, { variantId: visit.variantIds[0] ?? "", slotId: visit.slotId }, before).then(() => undefined, (error: unknown) => (error as { code?: string }).code);
      expect(booked, day).toBe(code);
    }
  });
});
