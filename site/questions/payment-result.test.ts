import { attemptStates, orderStates } from "@xudong/domain";
import type { OrderView } from "@xudong/checkout";
import type { PaymentReturn } from "@xudong/market";
import { expect, test } from "vitest";
import { aVisit } from "../actions/a-visit.ts";
import { paymentResultPage } from "./payment-result.ts";

const code = "K7MP2QX5";
const now = new Date("2026-11-23T03:10:00Z");

async function cameBack(said: PaymentReturn, attemptEndsInMinutes?: number) {
  const order = { code, attempts: attemptEndsInMinutes === undefined ? [] : [{ expiresAt: new Date(now.getTime() + attemptEndsInMinutes * 60_000) }] } as unknown as OrderView;
  const market = { clock: { now: () => now }, readPaymentReturn: async () => said, order: async () => order };
  const visit = aVisit(market, "/en/checkout/result?vnp_TxnRef=1", attemptEndsInMinutes === undefined ? {} : { cookies: { [`order_${code}`]: "key" } });
  const page = await paymentResultPage(visit, "en");
  return { ...page, refresh: visit.response.headers.get("refresh") };
}
const genuine = (over: Partial<Extract<PaymentReturn, { isGenuine: true }>>): PaymentReturn => ({ isGenuine: true, orderCode: code, state: "awaiting_payment", attemptState: "opened", saysPaid: true, responseCode: "00", ...over });

test("[P1] the page says paid where the order is confirmed, and never because the link does", async () => {
  for (const state of orderStates) {
    for (const attemptState of attemptStates) {
      for (const saysPaid of [true, false]) {
        const { outcome } = await cameBack(genuine({ state, attemptState, saysPaid }));
        expect(outcome === "paid").toBe(state === "confirmed" || state === "closed");
      }
    }
  }
});

test("a forged link says nothing, whatever it says", async () => {
  expect(await cameBack({ isGenuine: false })).toMatchObject({ outcome: "unread", saysPaid: false, code: undefined, order: undefined, refresh: null });
});

test("while nothing is known the page looks again, soon and then slowly; afterwards it does not", async () => {
  expect(await cameBack(genuine({}), 10)).toMatchObject({ outcome: "waiting", refresh: "4" });
  expect(await cameBack(genuine({ attemptState: "unknown" }), -1)).toMatchObject({ outcome: "waiting", refresh: "60" });
  expect(await cameBack(genuine({}))).toMatchObject({ order: undefined, refresh: "4" });
  for (const attemptState of ["paid", "declined", "expired", "held"]) expect((await cameBack(genuine({ attemptState }), 10)).refresh).toBeNull();
});
