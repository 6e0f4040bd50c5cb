import { eachDatabase } from "@xudong/database/testing";
import { goodsOnSale } from "@xudong/catalog/testing";
import { expect, test } from "vitest";
import { aMarket } from "@xudong/market/testing";
import { ticketPage } from "../questions/ticket.ts";
import { aVisit } from "./a-visit.ts";
import { cartPage } from "./cart.ts";
import { checkoutPage } from "./checkout.ts";
import { orderPage } from "./order.ts";

eachDatabase("A browser's basket", (database) => {
  async function aStall() {
    const { market, clock } = await aMarket(database.store);
    const { variantIds: [one = ""] } = await goodsOnSale(database.store, clock.now(), { capacity: 5 });
    return { market, one };
  }

  test("is kept from its first line on, and not for a line that was refused", async () => {
    const { market, one } = await aStall();
    const refused = aVisit(market, "/gio-hang", { form: { variantId: "no-such-variant", quantity: "1" } });
    expect(await cartPage(refused, "vi")).toMatchObject({ refusal: { code: expect.any(String) }, cart: undefined });
    expect(refused.kept.has("cart")).toBe(false);
    const taken = aVisit(market, "/gio-hang", { form: { variantId: one, quantity: "1" } });
    expect(await cartPage(taken, "vi")).toMatchObject({ status: 303 });
    expect(taken.kept.get("cart")).toMatch(/^[^.]+\.[^.]+$/);
  });

  test("and its forms and cookies may hold what no text can: it is refused, never a fault", async () => {
    const { market, one } = await aStall();
    const odd = ["\0", "a\0", "\0.abc", "a.\0", "\u0001.b", "\u{d800}.x"];
    for (const text of odd) {
      const cookies = { cart: text.toWellFormed() };
      expect(await cartPage(aVisit(market, "/gio-hang", { cookies }), "vi")).toMatchObject({ cart: undefined });
      expect(await cartPage(aVisit(market, "/gio-hang", { form: { variantId: text, quantity: "1" } }), "vi")).toHaveProperty("refusal");
      expect(await cartPage(aVisit(market, "/gio-hang", { form: { variantId: one, slotId: text, quantity: "1" } }), "vi")).toHaveProperty("refusal");
      expect(await checkoutPage(aVisit(market, "/thanh-toan", { cookies }), "vi")).toMatchObject({ status: 303 });
      expect(await orderPage(aVisit(market, `/don-hang/K7MP2QX9?key=${encodeURIComponent(text.toWellFormed())}`, { params: { code: "K7MP2QX9" } }), "vi")).toMatchObject({ order: undefined });
      expect(await ticketPage(aVisit(market, "/ve/x", { params: { code: text }, cookies: { order_K7MP2QX9: text.toWellFormed() } }), "vi")).toMatchObject({ ticket: undefined });
    }
    const filled = aVisit(market, "/gio-hang", { form: { variantId: one, quantity: "1" } });
    await cartPage(filled, "vi");
    const form = { total: "80000", name: "Nguyễn Thị Hạnh", phone: "0912345678", line: "1", commune: "a", province: "b", terms: "1", privacy: "1", payment: "vnpay" };
    for (const over of [{ nonce: "\0abcdefgh" }, { name: "a\0b" }, { line: "\0" }, { payment: "\0" }, { total: "\0" }]) {
      const sent = aVisit(market, "/thanh-toan", { form: { nonce: "abcdefgh-2", ...form, ...over }, cookies: { cart: filled.kept.get("cart") ?? "" } });
      const answer = await checkoutPage(sent, "vi");
      expect(answer instanceof Response ? answer.status : sent.response.status).toBeLessThan(500);
    }
  });
});
