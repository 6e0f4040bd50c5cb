import { DomainError } from "@xudong/domain";
import type { OrderView, TicketView } from "@xudong/checkout";
import type { OrderRef } from "@xudong/market";
import { expect, test } from "vitest";
import { aVisit } from "../actions/a-visit.ts";
import { paths } from "../paths.ts";
import { ticketPage } from "./ticket.ts";

const [ours, first, second] = ["K7MP2QX5", "T8UDS43B", "AAAAAAAA"];
const cookies = { [`order_${first}`]: "key", [`order_${second}`]: "key", [`order_${ours}`]: "key" };

/** A ticket's page, and the orders that were asked for it. */
async function opened(path: string, refuse: (ref: OrderRef) => DomainError = () => new DomainError("ticket.not_found")) {
  const asked: string[] = [];
  const ticket = async (_code: string, ref: OrderRef) => {
    asked.push(ref.code);
    if (ref.code !== ours) throw refuse(ref);
    return { code: "TICKET", orderCode: ours, qrText: "" } as TicketView; // all that the question asks of one
  };
  const page = await ticketPage(aVisit({ ticket, order: async () => ({ tickets: [] }) as unknown as OrderView }, path, { cookies, params: { code: "TICKET" } }), "vi");
  return { asked, page };
}

test("a ticket's link names its order, and no other order is asked", async () => {
  expect(paths.ticket("vi", "TICKET", ours)).toBe(`/ve/TICKET?don=${ours}`);
  const { asked, page } = await opened(paths.ticket("vi", "TICKET", ours));
  expect(page.ticket?.code).toBe("TICKET");
  expect(asked).toEqual([ours]);
});

test("without that name, or with a wrong one, the other orders of this browser are tried", async () => {
  for (const path of [paths.ticket("vi", "TICKET"), paths.ticket("vi", "TICKET", first), "/ve/TICKET?don=%00"]) {
    expect((await opened(path, ({ code }) => new DomainError(code === first ? "order.not_found" : "ticket.not_found"))).page.ticket).toBeDefined();
  }
});

test("a refusal that says something else is not taken for a ticket that is elsewhere", async () => {
  await expect(opened("/ve/TICKET", () => new DomainError("request.too_many"))).rejects.toMatchObject({ code: "request.too_many" });
});
