import { DomainError } from "@xudong/domain";
import type { PayableCart } from "@xudong/market";
import { expect, test } from "vitest";
import { aVisit } from "./a-visit.ts";
import { checkoutPage } from "./checkout.ts";

const cart = { count: 1, isOrderable: true } as PayableCart; // all that the action asks of one

/** The page after a buyer pressed the button and the market refused. */
async function afterRefusal(refusal: DomainError) {
  const market = { cart: async () => cart, placeOrder: () => Promise.reject(refusal) };
  const answer = await checkoutPage(aVisit(market, "/en/checkout", { form: { nonce: "abcdefgh", name: "Hạnh" }, cookies: { cart: "id.token" } }), "en");
  return answer instanceof Response ? undefined : answer.refusal;
}

test("what was filled in wrongly is told at each field, all at once", async () => {
  const issues = [{ field: "contact.phone", reason: "phone" }, { field: "address.line", reason: "missing" }];
  const refusal = await afterRefusal(new DomainError("order.contact_invalid", { field: "contact.phone", issues }));
  expect(refusal).toMatchObject({ title: "2 things need mending", fields: { phone: expect.stringContaining("does not look right"), line: expect.any(String) } });
});

test.each([
  [new DomainError("order.too_many_open", { field: "contact.phone", max: 5 })],
  [new DomainError("payment.method_unknown", { field: "payment.method", known: ["vnpay"] })],
  [new DomainError("hold.sold_out", { field: "lines.0.quantity", unitsLeft: 2 })],
])("%s is about a field that was filled in well: it keeps its own words", async (error) => {
  const refusal = await afterRefusal(error);
  expect(refusal?.fields).toEqual({});
  expect(refusal?.title).not.toContain("mending");
  expect(refusal?.detail).toMatch(/[Pp]lease/);
});
