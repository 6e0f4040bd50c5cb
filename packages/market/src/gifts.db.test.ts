import { expect, test } from "vitest";
import { goodsOnSale, visitOnSale } from "@xudong/catalog/testing";
import { eachDatabase } from "@xudong/database/testing";
import { aBuyer, aCart, aKey, aMarket } from "../testing/a-market.ts";

const toMother = { recipient: "  Bà Nguyễn Thị Tư ", phone: "0912 000 111", card: "Con chúc mẹ\r\n\r\n\r\nmạnh khoẻ." };

eachDatabase("A gift", (database) => {
  async function aBasket() {
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: 100 });
    return { market, clock, cart: await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]) };
  }

  test("[O4] keeps who opens it and what its card says, as they were when it was placed", async () => {
    const { market, cart } = await aBasket();
    const order = await market.placeOrder(cart, aBuyer({ gift: toMother }), aKey());
    expect((await market.order(order)).gift).toEqual({ recipient: "Bà Nguyễn Thị Tư", phone: "+84912000111", card: "Con chúc mẹ\n\nmạnh khoẻ." });
  });

  test("[O4] [S2] names everything at fault at once, also beside what is wrong with its buyer", async () => {
    const { market, cart } = await aBasket();
    const wrong = market.placeOrder(cart, aBuyer({ contact: { name: "", phone: "0912 345 678" }, gift: { recipient: " ", phone: "12", card: "x".repeat(301) } }), aKey());
    await expect(wrong).rejects.toMatchObject({
      details: { issues: [{ field: "contact.name" }, { field: "gift.recipient", reason: "missing" }, { field: "gift.phone", reason: "phone" }, { field: "gift.card", reason: "too_long", max: 300 }] },
    });
  });

  test("[O4] is paid in advance, and is something that a courier brings", async () => {
    const { market, clock, cart } = await aBasket();
    await expect(market.placeOrder(cart, aBuyer({ gift: toMother, payment: { method: "cod" } }), aKey())).rejects.toMatchObject({ code: "payment.not_for_gifts" });
    const boat = await visitOnSale(database.store, clock.now(), { capacity: 10 });
    const seats = await aCart(market, [{ variantId: boat.variantIds[0] ?? "", slotId: boat.slotId, quantity: 1 }]);
    await expect(market.placeOrder(seats, aBuyer({ gift: toMother }), aKey())).rejects.toMatchObject({ code: "order.gift_invalid", details: { issues: [{ reason: "nothing_sent" }] } });
  });

  test("[P3] a foreign card is asked for by the name the gateway has for it, under our signature", async () => {
    const { market, cart } = await aBasket();
    const order = await market.placeOrder(cart, aBuyer(), aKey());
    const { redirectUrl } = await market.openPayment(order, { method: "vnpay", locale: "en", bank: "INTCARD" }, aKey());
    expect(new URL(redirectUrl).searchParams.get("vnp_BankCode")).toBe("INTCARD");
    expect(new URL((await market.openPayment(order, { method: "vnpay", locale: "en" }, aKey())).redirectUrl).searchParams.has("vnp_BankCode")).toBe(false);
  });
});
