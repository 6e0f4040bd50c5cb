import { expect, test } from "vitest";
import type { OrderView, TicketView } from "@xudong/checkout";
import { readCalendar } from "@xudong/content/testing";
import { DomainError } from "@xudong/domain";
import { aVisit } from "../actions/a-visit.ts";
import { ticketCalendarPath } from "../content-paths.ts";
import { ticketCalendar } from "./ticket-calendar.ts";

const ours = { code: "TCKET234", orderCode: "K7MP2QX5" };
const issued = {
  ...ours, state: "issued", qrText: "", listingTitle: { vi: "Thuyền ra đảo", en: "Island boat" }, place: { vi: "Bến Đò" },
  startsAt: new Date("2026-11-28T01:00:00Z"), endsAt: new Date("2026-11-28T03:00:00Z"),
} as TicketView; // all that a calendar asks of one

const opened = async (over: Partial<TicketView> = {}, cookies: Record<string, string> = { order_K7MP2QX5: "the-key" }) => {
  const ticket = async (_: string, ref: { code: string; key: string }) => {
    if (ref.code !== ours.orderCode || ref.key !== "the-key") throw new DomainError("order.not_found");
    return { ...issued, ...over };
  };
  return ticketCalendar(aVisit({ order: async () => ({ tickets: [] }) as unknown as OrderView, ticket, clock: { now: () => new Date("2026-11-23T03:00:00Z") } }, ticketCalendarPath("vi", ours), { cookies, params: { code: ours.code } }), "vi");
};

test("a ticket's time goes into a calendar, without the key that opens it, and no copy is kept on the way", async () => {
  const answer = await opened();
  const text = await answer.text();
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "text/calendar; charset=utf-8", "no-store"]);
  expect(readCalendar(text).events).toMatchObject([{ UID: "ticket-TCKET234", SUMMARY: "Thuyền ra đảo", DTSTART: "20261128T010000Z", DTEND: "20261128T030000Z", STATUS: "CONFIRMED" }]);
  expect(text).not.toContain("the-key");
  expect(readCalendar(await (await opened({ state: "void" })).text()).events).toMatchObject([{ UID: "ticket-TCKET234", STATUS: "CANCELLED" }]);
});

test("whoever does not hold the order's key finds nothing", async () => {
  expect((await opened({}, {})).status).toBe(404);
  expect((await opened({}, { order_K7MP2QX5: "another" })).status).toBe(404);
});

test("its address names the order in each language", () => {
  expect([ticketCalendarPath("vi", ours), ticketCalendarPath("en", ours)]).toEqual(["/ve/TCKET234/lich.ics?don=K7MP2QX5", "/en/tickets/TCKET234/calendar.ics?order=K7MP2QX5"]);
});
