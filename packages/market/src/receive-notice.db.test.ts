import { describe, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { days, hours, minutes, operatorActor, plus } from "@xudong/domain";
import { goodsOnSale, poolRow, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { balancesOf } from "@xudong/settlement";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";
import { inspectMarket } from "./inspect-market.ts";
import { orderTimeline } from "./order-timeline.ts";

const paid = { RspCode: "00", Message: "Confirm Success" };

eachDatabase("A notice and everything it means", (database) => {
  async function aPlacedOrder(over: { capacity?: number; commissionBasisPoints?: number } = {}) {
    const { market, clock } = await aMarket(database.store, undefined, over);
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: over.capacity ?? 100 });
    const pottery = await visitOnSale(database.store, clock.now(), { capacity: over.capacity ?? 10 });
    const cart = await aCart(market, [
      { variantId: guava.variantIds[0] ?? "", quantity: 2 },
      { variantId: pottery.variantIds[0] ?? "", slotId: pottery.slotId, quantity: 1 },
    ]);
    const order = await market.placeOrder(cart, aBuyer(), aKey());
    return { market, clock, guava, pottery, cart, order };
  }

  async function idOf(code: string) {
    const { orders } = database.store.read.t;
    const [row] = await database.store.read.select({ id: orders.id }).from(orders).where(eq(orders.code, code));
    return row?.id ?? "";
  }

  test("[O1] goods and a seat of two sellers become one paid order with a ticket that lets in once", async () => {
    const { market, clock, guava, pottery, order } = await aPlacedOrder();
    expect(order).toMatchObject({ total: 2 * 50_000 + 30_000 + 150_000, state: "awaiting_payment" });
    const attempt = await anAttempt(market, order);
    expect(attempt.amount).toBe("28000000");

    expect(await market.receiveNotice(aNotice(attempt))).toEqual(paid);

    const shown = await market.order(order);
    expect(shown).toMatchObject({ state: "confirmed", paidDong: 280_000, mayPay: false, holdLapsesAt: null });
    expect(shown.sellers.map((seller) => seller.totalDong)).toEqual([130_000, 150_000]);
    expect(shown.tickets).toHaveLength(1);
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 2 });
    expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 1 });

    const qrText = shown.tickets[0]?.qrText ?? "";
    await expect(market.admitTicket(qrText, stagehand)).rejects.toMatchObject({ code: "ticket.not_valid_now" });
    clock.set(plus(pottery.startsAt, -minutes(30)));
    await expect(market.admitTicket(qrText, { id: "somebody", grants: [{ permission: "ticket.admit", scope: "another shop" }] })).rejects.toMatchObject({ code: "ticket.not_found" });
    expect(await market.admitTicket(qrText, stagehand)).toMatchObject({ ticketCode: shown.tickets[0]?.code });
    await expect(market.admitTicket(qrText, stagehand)).rejects.toMatchObject({ code: "ticket.already_admitted" });
    const altered = qrText.replace(/.$/, (last) => (last === "A" ? "Q" : "A"));
    await expect(market.admitTicket(altered, stagehand)).rejects.toMatchObject({ code: "ticket.forged" });
    expect((await market.order(order)).sellers[1]?.fulfilments[0]).toMatchObject({ kind: "visit", state: "used" });
  });

  test("[L1] [L3] received money is owed to sellers, carrier and the commission frozen on the order", async () => {
    const { market, order } = await aPlacedOrder({ commissionBasisPoints: 500 });
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const balances = await balancesOf(database.store.read, await idOf(order.code));
    expect(Object.fromEntries(balances)).toEqual({ gateway: 280_000, unapplied: 0, seller_payable: -(95_000 + 142_500), commission: -12_500, delivery: -30_000 });
    expect([...balances.values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
  });

  test("[P2] the same notice again answers 02 and changes nothing", async () => {
    const { market, order } = await aPlacedOrder();
    const notice = aNotice(await anAttempt(market, order));
    await market.receiveNotice(notice);
    const before = await market.order(order);
    expect(await market.receiveNotice(notice)).toMatchObject({ RspCode: "02" });
    expect(await market.order(order)).toEqual(before);
  });

  test("[P1] the gateway's contract: 97, 01, 04, failed 00, then success 00", async () => {
    const { market, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    expect(await market.receiveNotice(aNotice(attempt, {}, "another secret"))).toMatchObject({ RspCode: "97" });
    expect(await market.receiveNotice("")).toMatchObject({ RspCode: "97" });
    expect(await market.receiveNotice(aNotice(attempt, { vnp_TmnCode: "OTHER001" }))).toMatchObject({ RspCode: "97" });
    expect(await market.receiveNotice(aNotice({ ...attempt, gatewayRef: "99999999" }))).toMatchObject({ RspCode: "01" });
    expect(await market.receiveNotice(aNotice({ ...attempt, amount: "28100000" }))).toMatchObject({ RspCode: "04" });
    expect((await market.order(order)).state).toBe("awaiting_payment");

    expect(await market.receiveNotice(aNotice(attempt, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02", vnp_TransactionNo: "0", vnp_BankTranNo: "" }))).toEqual(paid);
    expect(await market.order(order)).toMatchObject({ state: "awaiting_payment", mayPay: true, attempts: [{ state: "declined" }] });
    const again = await anAttempt(market, order);
    expect(await market.receiveNotice(aNotice(again))).toEqual(paid);
    expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: 280_000 });
  });

  test("[P1] success needs both codes: 00 with another status is not paid", async () => {
    const { market, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order), { vnp_TransactionStatus: "02" }));
    expect(await market.order(order)).toMatchObject({ state: "awaiting_payment", paidDong: 0 });
  });

  test("[P1] 00 with status 01 is no result yet: VNPAY is to call again, and then its result counts", async () => {
    const { market, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    expect(await market.receiveNotice(aNotice(attempt, { vnp_TransactionStatus: "01" }))).toMatchObject({ RspCode: "99" });
    expect(await market.order(order)).toMatchObject({ state: "awaiting_payment", attempts: [{ state: "opened" }] });
    expect(await market.receiveNotice(aNotice(attempt))).toEqual(paid);
    expect(await market.receiveNotice(aNotice(attempt, { vnp_TransactionStatus: "01" }))).toMatchObject({ RspCode: "02" });
  });

  test("[P2] the same notice once more undoes no decision, and is not kept again", async () => {
    const { market, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    const suspicion = aNotice(attempt, { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" });
    expect(await market.receiveNotice(suspicion)).toEqual(paid);
    await expect(anAttempt(market, order)).rejects.toMatchObject({ code: "order.under_review" });
    await market.decide(order.code, { decision: "not_paid", reference: "bien ban 3" }, operatorActor("desk", ["order.decide"]));
    expect(await market.receiveNotice(suspicion)).toMatchObject({ RspCode: "02" });
    expect(await market.order(order)).toMatchObject({ attempts: [{ state: "declined" }], mayPay: true });
    const { notices } = database.store.read.t;
    expect(await database.store.read.$count(notices, and(eq(notices.attemptId, attempt.attempt), eq(notices.channel, "ipn")))).toBe(1);
    // Another word of the gateway's still counts.
    expect(await market.receiveNotice(aNotice(attempt))).toEqual(paid);
    expect(await market.order(order)).toMatchObject({ state: "confirmed" });
  });

  test("[O1] a second success on one order goes back whole", async () => {
    const { market, order } = await aPlacedOrder();
    const first = await anAttempt(market, order);
    const second = await anAttempt(market, order);
    await market.receiveNotice(aNotice(first));
    expect(await market.receiveNotice(aNotice(second))).toEqual(paid);
    expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: 560_000, refunds: [{ amountDong: 280_000, state: "requested" }] });
    const balances = await balancesOf(database.store.read, await idOf(order.code));
    expect(balances.get("unapplied")).toBe(-280_000);
  });

  test("[H3] [O1] late money retakes what is still free", async () => {
    const { market, clock, guava, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    clock.move(hours(2));
    expect((await market.order(order)).state).toBe("lapsed");
    expect(await market.receiveNotice(aNotice(attempt))).toEqual(paid);
    expect(await market.order(order)).toMatchObject({ state: "confirmed" });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 2 });
  });

  test("[H3] [O1] late money for units somebody else has by now goes back, and takes nothing", async () => {
    const { market, clock, guava, pottery, order } = await aPlacedOrder({ capacity: 2 });
    const attempt = await anAttempt(market, order);
    clock.move(minutes(31));
    const quick = await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]);
    const other = await market.placeOrder(quick, aBuyer({ contact: { name: "Người khác", phone: "0987654321" } }), aKey());
    await market.receiveNotice(aNotice(await anAttempt(market, other)));

    expect(await market.receiveNotice(aNotice(attempt))).toEqual(paid);
    expect(await market.order(order)).toMatchObject({ state: "cancelled", refunds: [{ amountDong: 280_000, state: "requested" }], tickets: [] });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 1 });
    expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 0 });
    expect((await balancesOf(database.store.read, await idOf(order.code))).get("unapplied")).toBe(-280_000);
  });

  test("[O1] money the gateway holds for suspicion keeps the units until a person decides", async () => {
    const { market, clock, order, guava } = await aPlacedOrder({ capacity: 2 });
    const attempt = await anAttempt(market, order);
    await market.receiveNotice(aNotice(attempt, { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }));
    clock.move(days(1));
    const quick = await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]);
    await expect(market.placeOrder(quick, aBuyer({ contact: { name: "Người khác", phone: "0987654321" } }), aKey())).rejects.toMatchObject({ code: "hold.sold_out" });
  });

  test("[O1] a suspicion that ends in a refusal lets the units go, after another chance to pay", async () => {
    const { market, clock, order, guava } = await aPlacedOrder({ capacity: 2 });
    const attempt = await anAttempt(market, order);
    await market.receiveNotice(aNotice(attempt, { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }));
    clock.move(days(1));
    expect(await market.receiveNotice(aNotice(attempt, { vnp_ResponseCode: "99", vnp_TransactionStatus: "02" }))).toEqual(paid);
    expect(await market.order(order)).toMatchObject({ state: "awaiting_payment", mayPay: true, attempts: [{ state: "declined" }] });
    clock.move(minutes(31));
    const quick = await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]);
    await market.placeOrder(quick, aBuyer({ contact: { name: "Người khác", phone: "0987654321" } }), aKey());
  });

  test("[H5] paying again at the moment of a suspicion does not give the hold an end of its own", async () => {
    const { market, clock, guava } = await aPlacedOrder({ capacity: 1000 });
    const placed = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
        return { order, attempt: await anAttempt(market, order) };
      }),
    );
    clock.move(minutes(22));
    for (const { order, attempt } of placed) {
      const held = aNotice(attempt, { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" });
      await Promise.allSettled([market.openPayment(order, { method: "vnpay", locale: "vi" }, aKey()), market.receiveNotice(held)]);
    }
    clock.move(days(1));
    const shown = await Promise.all(placed.map(({ order }) => market.order(order)));
    expect(shown.map(({ state, holdLapsesAt }) => ({ state, holdLapsesAt }))).toEqual(placed.map(() => ({ state: "awaiting_payment", holdLapsesAt: null })));
  });

  test("[P2] two notices at once: one does the work, both are answered", async () => {
    const { market, order } = await aPlacedOrder();
    const notice = aNotice(await anAttempt(market, order));
    const answers = await Promise.all(Array.from({ length: 8 }, () => market.receiveNotice(notice)));
    expect(answers.map((answer) => answer.RspCode).sort()).toEqual(["00", ...Array<string>(7).fill("02")]);
    expect((await market.order(order)).tickets).toHaveLength(1);
  });

  test("the timeline tells what happened, and the doctor finds nothing", async () => {
    const { market, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const entries = await orderTimeline(database.store, order.code);
    expect(entries.map((entry) => entry.what)).toEqual(expect.arrayContaining(["order.place", "order.confirmed", "attempt.paid", "ledger sale_confirmed", "notice by ipn"]));
    expect(await inspectMarket(database.store)).toEqual((await inspectMarket(database.store)).map((finding) => ({ ...finding, ok: true })));
  });
});

describe("A return of the browser", () => {
  eachDatabase("proves nothing", (database) => {
    test("[P1] a signed return shows the state and changes none", async () => {
      const { market, clock } = await aMarket(database.store);
      const guava = await goodsOnSale(database.store, clock.now());
      const cart = await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]);
      const order = await market.placeOrder(cart, aBuyer(), aKey());
      const attempt = await anAttempt(market, order);
      expect(await market.readPaymentReturn(`utm_source=x&${aNotice(attempt)}`)).toEqual({
        isGenuine: true,
        orderCode: order.code,
        state: "awaiting_payment",
        attemptState: "opened",
        saysPaid: true,
        responseCode: "00",
      });
      expect(await market.order(order)).toMatchObject({ state: "awaiting_payment", paidDong: 0 });
      expect(await market.readPaymentReturn(aNotice(attempt).replace("00", "01"))).toEqual({ isGenuine: false });
    });
  });
});
