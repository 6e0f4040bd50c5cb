import { DomainError } from "@xudong/domain";
import type { PayableCart, SendingInput } from "@xudong/market";
import { expect, test } from "vitest";
import { aVisit } from "./a-visit.ts";
import { checkoutPage } from "./checkout.ts";

const cart = { count: 1, isOrderable: true } as PayableCart; // all that the action asks of one
const filled = { nonce: "abcdefgh", total: "70000", name: "Hạnh", phone: "0912 345 678", line: "Số 5", commune: "Xã Xa", province: "Tỉnh Xa", terms: "1", privacy: "1" };

/** The page after a form was sent, with what the market was asked about fees and about the order. */
async function sent(form: Record<string, string>, { refusal, refusesWish = false }: { refusal?: DomainError; refusesWish?: boolean } = {}) {
  const [fees, orders]: [unknown[], unknown[]] = [[], []];
  const market = {
    cart: async (_: unknown, sending?: SendingInput) => {
      if (sending !== undefined) fees.push(sending);
      if (refusesWish && Object.keys(sending?.delivery ?? {}).length > 0) throw new DomainError("delivery.service_unavailable", { field: "delivery.s1" });
      return cart;
    },
    placeOrder: (_: unknown, input: { delivery?: unknown }) => {
      orders.push(input.delivery);
      return Promise.reject(refusal ?? new DomainError("order.price_changed", { totalDong: 84_000 }));
    },
  };
  const answer = await checkoutPage(aVisit(market, "/en/checkout", { form: { ...filled, ...form }, cookies: { cart: "id.token" } }), "en");
  if (answer instanceof Response) throw new Error("It went elsewhere");
  return { page: answer, fees, orders };
}

test("where the page showed an estimate, another total is told with its reason, for the address as typed", async () => {
  const { page, fees } = await sent({ estimate: "1" });
  expect(page.refusal).toMatchObject({ code: "order.price_changed", title: expect.stringContaining("this address"), detail: expect.stringContaining("84,000") });
  expect(fees).toMatchObject([{ address: { commune: "Xã Xa", province: "Tỉnh Xa" } }]);
  expect(page.typed).toMatchObject({ name: "Hạnh", line: "Số 5", province: "Tỉnh Xa", consents: ["terms", "privacy"] });
});

test("where it showed the fee itself, a price has changed and is told as that", async () => {
  expect((await sent({})).page.refusal?.title).toBe("The total has changed");
});

test("the fee is worked out for an address without anything being ordered, and what was typed stands", async () => {
  const { page, fees, orders } = await sent({ recount: "1" });
  expect(orders).toEqual([]);
  expect(fees).toMatchObject([{ address: { province: "Tỉnh Xa" } }]);
  expect(page).toMatchObject({ shownAgain: "recounted", typed: { name: "Hạnh", line: "Số 5" } });
  expect(page.refusal).toBeUndefined();
});

test("a way of delivery is sent as chosen for its shop, and the usual one is no choice", async () => {
  expect((await sent({ "delivery-s1": "pickup", "delivery-s2": "" })).orders).toEqual([{ s1: "pickup" }]);
  expect((await sent({ "delivery-s1": "" })).orders).toEqual([undefined]);
});

test("a way that cannot be had at the address gives way to the usual one, and the refusal says so", async () => {
  const { page } = await sent({ "delivery-s1": "chilled" }, { refusal: new DomainError("delivery.service_unavailable", { field: "delivery.s1", known: ["standard"] }), refusesWish: true });
  expect(page.refusal?.code).toBe("delivery.service_unavailable");
  expect(page.typed.delivery).toEqual({});
});
