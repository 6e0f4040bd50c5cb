import { DomainError, locales } from "@xudong/domain";
import type { OrderView } from "@xudong/checkout";
import { problemText } from "@xudong/market";
import { expect, test } from "vitest";
import { storyOf } from "../questions/order-story.ts";
import { aVisit } from "./a-visit.ts";
import { orderPage } from "./order.ts";

const code = "K7MP2QX5";
const now = new Date("2026-11-23T03:10:00Z");
const underReview = {
  code, state: "awaiting_payment", holdLapsesAt: null, mayPay: false, mayCancel: true, totalDong: 280_000, refunds: [], sellers: [], tickets: [], contact: { name: "Hạnh", phone: null, email: null },
  attempts: [{ id: "a1", method: "vnpay", state: "held", openedAt: now, expiresAt: now, amountDong: 280_000 }],
} as unknown as OrderView; // all that the action and the story ask of one

test.each(locales)("[P4] a stale tab that pays an order under review hears so, and is not invited to pay again (%s)", async (locale) => {
  const market = { order: async () => underReview, openPayment: () => Promise.reject(new DomainError("order.under_review")) };
  const visit = aVisit(market, `/orders/${code}`, { form: { payment: "vnpay", nonce: "abcdefgh" }, cookies: { [`order_${code}`]: "key" }, params: { code } });
  const page = await orderPage(visit, locale);
  if (page instanceof Response || page.order === undefined) throw new Error("The order's page shows itself again");
  expect([visit.response.status, page.refusal]).toEqual([409, expect.objectContaining({ code: "order.under_review", ...problemText("order.under_review", {}, locale) })]);
  expect(storyOf(page.order, now, locale).pay).toBeUndefined();
});
