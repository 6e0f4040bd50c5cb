import { eq } from "drizzle-orm";
import { goodsOnSale, poolRow, visitOnSale } from "@xudong/catalog/testing";
import type { Store } from "@xudong/database";
import { minutes } from "@xudong/domain";
import { aBuyer, aCart, aKey, anAttempt, aNotice } from "@xudong/market/testing";
import type { Market, OrderRef } from "@xudong/market";
import type { Answer } from "./contestant.ts";
import { noOrderTouch, noTransaction } from "./guards.ts";
import { eachRace, unless } from "./races.ts";

/** The attempt is read, not touched, before its result is written. */
const noAttemptTouch = [
  {
    file: "packages/payments/src/settle-attempt.ts",
    find: "const [attempt] = await touchAttempt(tx, method, gatewayRef);",
    replace: "const { attempts } = tx.t;\n  const [attempt] = await tx.select().from(attempts).where(and(eq(attempts.method, method), eq(attempts.gatewayRef, gatewayRef)));",
  },
];

/** Whether a claim is still held is known from when it was read. */
const claimsReadFirst = [
  {
    file: "packages/checkout/src/confirm-order.ts",
    find: `      .where(and(eq(claims.id, claim.id), eq(claims.state, "held")))\n      .returning({ id: claims.id });\n    if (kept`,
    replace: `      .where(inArray(claims.id, claim.state === "held" ? [claim.id] : [""]))\n      .returning({ id: claims.id });\n    if (kept`,
  },
];

/** The refund is read, not touched, before somebody takes its next step. */
const noRefundTouch = [
  {
    file: "packages/payments/src/refunds.ts",
    find: "await tx.update(refunds).set({ tries: sql`${refunds.tries}` }).where(eq(refunds.id, refundId)).returning();",
    replace: "await tx.select().from(refunds).where(eq(refunds.id, refundId));",
  },
];

const receivedTwice = "drop index ledger_movements_cause";

eachRace("Money and what it is for", {
  "[P2] [L3] the notice of one payment twice at once: it is counted once": {
    meetAt: "attemptRead",
    without: {
      sqlite: [
        { guard: "one writer", changes: [...noAttemptTouch, ...noTransaction], shows: /fault.*ledger_movements/ },
        { guard: "one writer, nor one movement per cause", changes: [...noAttemptTouch, ...noTransaction], drop: receivedTwice, shows: /received 2 times/ },
      ],
      postgres: [
        // Behind it the ledger refuses a second movement of one cause; the notice is then no answer at all.
        { guard: "touching the attempt", changes: noAttemptTouch, shows: /fault.*ledger_movements/ },
        { guard: "touching the attempt, nor one movement per cause", changes: noAttemptTouch, drop: receivedTwice, shows: /received 2 times/ },
      ],
    },
    async round({ store, market, clock, start }) {
      const { order } = await anOrder(store, market, clock.now());
      const notice = aNotice(await anAttempt(market, order));
      const { answers } = await start([1, 2].map(() => ({ verb: "receiveNotice", args: [notice] })));
      const { state, refunds, paidDong, totalDong } = await market.order(order);
      return [
        ...unless(valuesOf(answers) === "00,02", `answered ${valuesOf(answers)}`),
        ...unless(paidDong === totalDong, `received ${paidDong / totalDong} times`),
        ...unless(state === "confirmed" && refunds.length === 0, `${state} with ${refunds.length} refunds`),
      ];
    },
  },

  "[P2] [P4] a notice while the gateway answers our own question: the payment is counted once": {
    meetAt: "attemptRead",
    without: {
      sqlite: [{ guard: "one writer, nor one movement per cause", changes: [...noAttemptTouch, ...noTransaction], drop: receivedTwice, shows: /received 2 times/ }],
      postgres: [{ guard: "touching the attempt, nor one movement per cause", changes: noAttemptTouch, drop: receivedTwice, shows: /received 2 times/ }],
    },
    async round({ store, market, clock, start }) {
      const { order } = await anOrder(store, market, clock.now());
      const notice = aNotice(await anAttempt(market, order));
      const { totalDong } = await market.order(order);
      clock.move(minutes(16));
      const { answers } = await start([{ verb: "receiveNotice", args: [notice] }, { verb: "askGateway", args: [totalDong] }]);
      const { state, refunds, paidDong } = await market.order(order);
      return [
        // Where the notice was first, there is nothing left to ask.
        ...unless(["00,0", "00,1", "02,1"].includes(answers.map(valueOf).join()), `answered ${answers.map(valueOf)}`),
        ...unless(paidDong === totalDong, `received ${paidDong / totalDong} times`),
        ...unless(state === "confirmed" && refunds.length === 0, `${state} with ${refunds.length} refunds`),
      ];
    },
  },

  "[O1] two payments of one order at once: one is its sale, the other goes back": {
    meetAt: "orderRead",
    without: {
      sqlite: [{ guard: "one writer", changes: [...noOrderTouch, ...noTransaction], shows: /cancelled with 1 refunds/ }],
      postgres: [{ guard: "touching the order", changes: noOrderTouch, shows: /cancelled with 1 refunds/ }],
    },
    async round({ store, market, clock, start }) {
      const { order, goods } = await anOrder(store, market, clock.now());
      const attempts = [await anAttempt(market, order), await anAttempt(market, order)];
      const { answers } = await start(attempts.map((attempt) => ({ verb: "receiveNotice", args: [aNotice(attempt)] })));
      const { state, refunds, paidDong, totalDong } = await market.order(order);
      const { taken } = await poolRow(store, goods.poolId);
      return [
        ...unless(valuesOf(answers) === "00,00", `answered ${valuesOf(answers)}`),
        ...unless(paidDong === 2 * totalDong && taken === 1, `received ${paidDong / totalDong} times for ${taken} units`),
        ...unless(state === "confirmed" && refunds.length === 1, `${state} with ${refunds.length} refunds`),
      ];
    },
  },

  "[H3] [O1] money for a hold that is over, while another buyer takes its unit: one has the unit, and nobody pays for nothing": {
    meetAt: "unitsTaken",
    without: {
      sqlite: [{ guard: "one writer and the condition inside the statement", changes: [...claimsReadFirst, ...noTransaction], shows: /2 buyers have 1 unit.*pools equal claims/ }],
      postgres: [{ guard: "the condition inside the statement", changes: claimsReadFirst, shows: /2 buyers have 1 unit.*pools equal claims/ }],
    },
    async round({ store, market, clock, start }) {
      const seat = await visitOnSale(store, clock.now(), { capacity: 1 });
      const lines = [{ variantId: seat.variantIds[0] ?? "", slotId: seat.slotId, quantity: 1 }];
      const late = await market.placeOrder(await aCart(market, lines), aBuyer(), aKey());
      const notice = aNotice(await anAttempt(market, late));
      clock.move(minutes(31));
      const other = await aCart(market, lines);
      const { answers } = await start([{ verb: "receiveNotice", args: [notice] }, { verb: "placeOrder", args: [other, aBuyer(), aKey()] }]);
      const { state, refunds } = await market.order(late);
      const buyers = (state === "confirmed" ? 1 : 0) + (valueOf(answers[1]) === "" ? 0 : 1);
      return [
        ...unless(buyers === 1, `${buyers} buyers have 1 unit`),
        ...unless(refunds.length === (state === "confirmed" ? 0 : 1), `${state} with ${refunds.length} refunds`),
      ];
    },
  },

  "[H3] [O1] money for a hold that is being written down as lapsed: the order has its units": {
    meetAt: "orderMoved",
    without: {
      sqlite: [{ guard: "one writer", changes: [...noOrderTouch, ...noTransaction], shows: /paid and lapsed/ }],
      postgres: [{ guard: "touching the order", changes: noOrderTouch, shows: /paid and lapsed/ }],
    },
    async round({ store, market, clock, start }) {
      const { order, id, goods } = await anOrder(store, market, clock.now());
      const notice = aNotice(await anAttempt(market, order));
      clock.move(minutes(31));
      const { answers } = await start([{ verb: "lapseOrder", args: [id] }, { verb: "receiveNotice", args: [notice] }]);
      const { state, refunds } = await market.order(order);
      const { taken } = await poolRow(store, goods.poolId);
      return [
        ...unless(valueOf(answers[1]) === "00", `answered ${valueOf(answers[1])}`),
        ...unless(state === "confirmed" && refunds.length === 0 && taken === 1, `paid and ${state} with ${refunds.length} refunds and ${taken} units`),
      ];
    },
  },

  "[P3] two workers at one refund: it is sent once": {
    meetAt: "refundRead",
    without: {
      sqlite: [{ guard: "one writer", changes: [...noRefundTouch, ...noTransaction], shows: /sent 2 times/ }],
      postgres: [{ guard: "touching the refund", changes: noRefundTouch, shows: /sent 2 times/ }],
    },
    async round({ store, market, clock, start }) {
      const { order } = await anOrder(store, market, clock.now());
      const attempt = await anAttempt(market, order);
      await market.receiveNotice(aNotice(attempt));
      await market.cancelOrder(order);
      const { refunds } = store.read.t;
      const [refund] = await store.read.select({ id: refunds.id }).from(refunds).where(eq(refunds.attemptId, attempt.attempt));
      const { answers } = await start([1, 2].map(() => ({ verb: "beginRefund", args: [refund?.id ?? ""] })));
      const sent = answers.filter((answer) => valueOf(answer) === "true").length;
      return unless(sent === 1, `sent ${sent} times`);
    },
  },

  "[O1] [L3] money for an order that is being called off: it goes back, whoever was first": {
    meetAt: "orderMoved",
    without: {
      sqlite: [{ guard: "one writer", changes: [...noOrderTouch, ...noTransaction], meetAt: "orderRead", shows: /cancelled with 0 refunds/ }],
      postgres: [{ guard: "touching the order", changes: noOrderTouch, shows: /cancelled with 0 refunds/ }],
    },
    async round({ store, market, clock, start }) {
      const { order, goods } = await anOrder(store, market, clock.now());
      const notice = aNotice(await anAttempt(market, order));
      const { answers } = await start([{ verb: "cancelOrder", args: [order] }, { verb: "receiveNotice", args: [notice] }]);
      const { state, refunds } = await market.order(order);
      const { taken } = await poolRow(store, goods.poolId);
      return [
        ...unless(valueOf(answers[1]) === "00", `answered ${valueOf(answers[1])}`),
        ...unless(state === "cancelled" && refunds.length === 1 && taken === 0, `${state} with ${refunds.length} refunds and ${taken} units`),
      ];
    },
  },
});

/** An order for one of some goods, not paid yet. */
async function anOrder(store: Store, market: Market, now: Date) {
  const goods = await goodsOnSale(store, now);
  const order: OrderRef = await market.placeOrder(await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
  const { orders } = store.read.t;
  const [row] = await store.read.select({ id: orders.id }).from(orders).where(eq(orders.code, order.code));
  return { goods, order, id: row?.id ?? "" };
}

/** What was answered, or nothing where it was refused or a fault. */
function valueOf(answer: Answer | undefined): string {
  return answer !== undefined && "value" in answer ? String(answer.value) : "";
}

/** What was answered, whoever was first. */
function valuesOf(answers: readonly Answer[]): string {
  return answers.map(valueOf).sort().join();
}
