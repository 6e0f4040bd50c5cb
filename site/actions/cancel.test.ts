import { DomainError } from "@xudong/domain";
import type { OrderView } from "@xudong/checkout";
import type { Market, OrderRef } from "@xudong/market";
import { expect, test } from "vitest";
import { aVisit } from "./a-visit.ts";
import { cancelPage } from "./cancel.ts";

const code = "K7MP2QX5";
const order = (over: Partial<OrderView>) => ({ code, state: "confirmed", mayCancel: true, ...over }) as OrderView; // all that the action asks of one

/** The step before cancelling, and which orders were called off. */
async function opened({ view = order({}), form, cookies = { [`order_${code}`]: "key" }, refuse }: { view?: OrderView; form?: Record<string, string>; cookies?: Record<string, string>; refuse?: DomainError } = {}) {
  const cancelled: OrderRef[] = [];
  const market: Partial<Market> = {
    order: async () => view,
    cancelOrder: async (ref) => {
      if (refuse !== undefined) throw refuse;
      cancelled.push(ref);
      return view;
    },
  };
  const visit = aVisit(market, `/en/orders/${code}/cancel`, { ...(form ? { form } : {}), cookies, params: { code } });
  const answer = await cancelPage(visit, "en");
  const status = answer instanceof Response ? answer.status : visit.response.status;
  return { page: answer instanceof Response ? undefined : answer, leadsTo: answer instanceof Response ? answer.headers.get("location") : undefined, status, cancelled };
}

test("looking cancels nothing", async () => {
  const { page, cancelled } = await opened();
  expect([page?.code, cancelled]).toEqual([code, []]);
});

test("the button cancels, and leads to the order, whose page tells the rest", async () => {
  expect(await opened({ form: {} })).toMatchObject({ status: 303, leadsTo: `/en/orders/${code}`, cancelled: [{ code, key: "key" }] });
});

test("[S1] without the order's key nothing is shown or done", async () => {
  for (const form of [undefined, {}]) expect(await opened({ cookies: {}, ...(form ? { form } : {}) })).toMatchObject({ page: undefined, leadsTo: `/en/orders/${code}`, cancelled: [] });
});

test("[H4] an order that is cancelled already, or cannot be, leads back to its page", async () => {
  for (const view of [order({ state: "cancelled", mayCancel: false }), order({ mayCancel: false })]) expect(await opened({ view })).toMatchObject({ page: undefined, status: 303 });
});

test.each(["order.already_dispatched", "order.visit_begun", "order.move_not_allowed"] as const)("%s, meanwhile: the page says so, and offers no button any more", async (reason) => {
  const { page, status } = await opened({ form: {}, view: order({ mayCancel: false }), refuse: new DomainError(reason) });
  expect([status, page?.refusal?.code, page?.order.mayCancel]).toEqual([409, reason, false]);
  expect(page?.refusal?.detail).toMatch(/[Pp]lease/);
});
