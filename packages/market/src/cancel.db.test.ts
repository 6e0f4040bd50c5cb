import { describe, expect, test, vi } from "vitest";
import { eq, sql } from "drizzle-orm";
import { eachDatabase, onlyOn, type TestDatabase } from "@xudong/database/testing";
import { hours, minutes, operatorActor, plus } from "@xudong/domain";
import { goodsOnSale, poolRow, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { admitTicket, ticketSigner, undoOrder } from "@xudong/checkout";
import { balancesOf } from "@xudong/settlement";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice, testTicketKey } from "../testing/a-market.ts";
import { inspectMarket } from "./inspect-market.ts";

const desk = operatorActor("desk", ["order.decide"]);

eachDatabase("Calling an order off", (database) => {
  async function aPlacedOrder(method = "vnpay") {
    const { market, clock } = await aMarket(database.store, undefined, { commissionBasisPoints: 500 });
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: 100 });
    const pottery = await visitOnSale(database.store, clock.now(), { capacity: 10 });
    const lines = [{ variantId: guava.variantIds[0] ?? "", quantity: 2 }, ...(method === "cod" ? [] : [{ variantId: pottery.variantIds[0] ?? "", slotId: pottery.slotId, quantity: 3 }])];
    const order = await market.placeOrder(await aCart(market, lines), aBuyer({ payment: { method } }), aKey());
    return { market, clock, guava, pottery, order };
  }

  async function idOf(code: string) {
    const { orders } = database.store.read.t;
    const [row] = await database.store.read.select({ id: orders.id }).from(orders).where(eq(orders.code, code));
    return row?.id ?? "";
  }

  async function allIsWell() {
    for (const finding of await inspectMarket(database.store)) expect(finding, finding.detail).toMatchObject({ ok: true });
  }

  test("[O1] before it is paid gives its units back at once, and money that comes later goes back whole", async () => {
    const { market, guava, pottery, order } = await aPlacedOrder();
    const attempt = await anAttempt(market, order);
    expect(await market.cancelOrder(order)).toMatchObject({ state: "cancelled", mayPay: false, refunds: [] });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
    expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 0 });

    expect(await market.receiveNotice(aNotice(attempt))).toMatchObject({ RspCode: "00" });
    expect(await market.order(order)).toMatchObject({ state: "cancelled", refunds: [{ amountDong: order.total, state: "requested" }] });
    await allIsWell();
  });

  test("[O1] [L2] [L3] after it is paid reverses the sale, asks for all of the money back, and voids its tickets", async () => {
    const { market, clock, guava, pottery, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const [ticket] = (await market.order(order)).tickets;

    const shown = await market.cancelOrder(order);
    expect(shown).toMatchObject({ state: "cancelled", refunds: [{ amountDong: order.total, state: "requested" }] });
    expect(shown.tickets.map(({ state, qrText }) => ({ state, qrText }))).toEqual(Array.from({ length: 3 }, () => ({ state: "void", qrText: "" })));
    expect(shown.sellers.flatMap((seller) => seller.fulfilments).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
    expect(Object.fromEntries(await balancesOf(database.store.read, await idOf(order.code)))).toEqual({
      gateway: order.total, unapplied: -order.total, seller_payable: 0, commission: 0, delivery: 0,
    });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
    expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 0 });
    clock.set(plus(pottery.startsAt, -minutes(30)));
    await expect(market.admitTicket(ticket?.qrText ?? "", stagehand)).rejects.toMatchObject({ code: "ticket.void" });
    await allIsWell();
  });

  test("[H4] twice is the same as once", async () => {
    const { market, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const once = await market.cancelOrder(order);
    expect(await market.cancelOrder(order)).toEqual(once);
    await allIsWell();
  });

  test("is refused once a parcel of it has been sent, or its visit has begun", async () => {
    const { market, clock, pottery, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const parcel = (await market.order(order)).sellers.flatMap((seller) => seller.fulfilments).find(({ kind }) => kind === "parcel")?.id ?? "";
    clock.set(pottery.startsAt);
    await expect(market.cancelOrder(order)).rejects.toMatchObject({ code: "order.visit_begun" });
    clock.set(plus(pottery.startsAt, -hours(2)));
    await expect(market.dispatchParcel(parcel, { id: "somebody", grants: [{ permission: "order.fulfil", scope: "another shop" }] })).rejects.toMatchObject({ code: "fulfilment.not_found" });
    await market.dispatchParcel(parcel, operatorActor("seller", ["order.fulfil"]));
    await expect(market.cancelOrder(order)).rejects.toMatchObject({ code: "order.already_dispatched" });
    await expect(market.dispatchParcel(parcel, operatorActor("seller", ["order.fulfil"]))).rejects.toMatchObject({ code: "fulfilment.move_not_allowed" });
    expect((await market.order(order)).state).toBe("confirmed");
    await allIsWell();
  });

  test("[O1] is refused to whoever comes while a guest is being let in", async () => {
    const { market, clock, pottery, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const [ticket] = (await market.order(order)).tickets;
    clock.set(plus(pottery.startsAt, -minutes(30)));
    const admitted = Promise.withResolvers<void>();
    const mayGoOn = Promise.withResolvers<void>();
    const admitting = database.store.write(async (tx) => {
      await admitTicket(tx, ticket?.qrText ?? "", ticketSigner([testTicketKey]), { actor: stagehand, now: clock.now() });
      admitted.resolve();
      await mayGoOn.promise;
    });
    await admitted.promise;
    const cancelling = expect(market.cancelOrder(order)).rejects.toMatchObject({ code: "order.visit_begun" });
    await somebodyWaits(database);
    mayGoOn.resolve();
    await Promise.all([admitting, cancelling]);

    const shown = await market.order(order);
    expect(shown).toMatchObject({ state: "confirmed", refunds: [] });
    expect(shown.tickets.map(({ state }) => state)).toEqual(["admitted", "issued", "issued"]);
    expect(shown.sellers.flatMap((seller) => seller.fulfilments).find(({ kind }) => kind === "visit")).toMatchObject({ state: "used", movedAt: clock.now() });
    expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 3 });
    await allIsWell();
  });

  test("[O1] leaves no ticket that opens a gate, not even one that was forgotten", async () => {
    const { market, clock, pottery, order } = await aPlacedOrder();
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const [ticket] = (await market.order(order)).tickets;
    await market.cancelOrder(order);
    const { tickets } = database.store.read.t;
    await database.store.write(async (tx) => void (await tx.update(tickets).set({ state: "issued" }).where(eq(tickets.code, ticket?.code ?? ""))));
    clock.set(plus(pottery.startsAt, -minutes(30)));
    await expect(market.admitTicket(ticket?.qrText ?? "", stagehand)).rejects.toMatchObject({ code: "ticket.void" });
  });

  test("[H1] frees what never left when another seller's parcel comes back, and keeps what is still on its way", async () => {
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: 100, packs: [2, 5] });
    const rice = await goodsOnSale(database.store, clock.now(), { capacity: 3 });
    const lines = [...guava.variantIds.map((variantId) => ({ variantId, quantity: 2 })), { variantId: rice.variantIds[0] ?? "", quantity: 3 }];
    const order = await market.placeOrder(await aCart(market, lines), aBuyer(), aKey());
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const parcel = (await market.order(order)).sellers.find(({ shop }) => shop.id === guava.shopId)?.fulfilments[0]?.id ?? "";
    await market.dispatchParcel(parcel, operatorActor("seller", ["order.fulfil"]));
    clock.move(hours(1));

    const orderId = await idOf(order.code);
    await database.store.write((tx) => undoOrder(tx, orderId, "cash_refused", { actor: desk, now: clock.now() }));
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 14 });
    expect(await poolRow(database.store, rice.poolId)).toMatchObject({ taken: 0 });
    const parts = (await market.order(order)).sellers.flatMap((seller) => seller.fulfilments);
    expect(parts.map(({ state, movedAt }) => ({ state, movedAt })).sort((a, b) => a.state.localeCompare(b.state))).toEqual([
      { state: "cancelled", movedAt: clock.now() },
      { state: "returned", movedAt: clock.now() },
    ]);
    const next = await market.placeOrder(await aCart(market, [{ variantId: rice.variantIds[0] ?? "", quantity: 3 }]), aBuyer(), aKey());
    expect(next.state).toBe("awaiting_payment");
  });

  test("[S1] needs the order's key, or a person who may decide", async () => {
    const { market, order } = await aPlacedOrder();
    await expect(market.cancelOrder({ ...order, key: "A".repeat(22) })).rejects.toMatchObject({ code: "order.not_found" });
    await expect(market.cancelAnyOrder(order.code, operatorActor("seller", ["order.fulfil"]))).rejects.toMatchObject({ code: "actor.not_allowed" });
    await market.cancelAnyOrder(order.code, desk);
    expect((await market.order(order)).state).toBe("cancelled");
  });

  describe("that is to be paid in cash", () => {
    test("[P1] is confirmed as it is placed, owes nothing to anybody yet, and cannot be paid another way", async () => {
      const { market, guava, order } = await aPlacedOrder("cod");
      expect(order).toMatchObject({ state: "confirmed", holdLapsesAt: null });
      expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: 0, mayPay: false, attempts: [{ method: "cod", state: "opened" }] });
      expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 2 });
      await expect(anAttempt(market, order)).rejects.toMatchObject({ code: "order.not_awaiting_payment" });
      await allIsWell();
    });

    test("gives its units back, and no courier is to collect for it", async () => {
      const { market, guava, order } = await aPlacedOrder("cod");
      expect(await market.cancelOrder(order)).toMatchObject({ state: "cancelled", attempts: [{ state: "declined" }], refunds: [], paidDong: 0 });
      expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
      await allIsWell();
    });

    test("is refused where somebody is to come at a time", async () => {
      const { market, clock } = await aMarket(database.store);
      const pottery = await visitOnSale(database.store, clock.now(), { capacity: 10 });
      const cart = await aCart(market, [{ variantId: pottery.variantIds[0] ?? "", slotId: pottery.slotId, quantity: 1 }]);
      await expect(market.placeOrder(cart, aBuyer({ payment: { method: "cod" } }), aKey())).rejects.toMatchObject({ code: "payment.not_for_visits" });
      expect(await poolRow(database.store, pottery.poolId)).toMatchObject({ taken: 0 });
    });
  });
});

onlyOn("postgres", "Undoing an order", (database) => {
  test.each([
    { of: "a visit", kind: "visit", became: "used" },
    { of: "a parcel", kind: "parcel", became: "shipped" },
  ] as const)("takes back nothing where $of moves under its hands", async ({ kind, became }) => {
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now());
    const pottery = await visitOnSale(database.store, clock.now());
    const line = kind === "visit" ? { variantId: pottery.variantIds[0] ?? "", slotId: pottery.slotId, quantity: 2 } : { variantId: guava.variantIds[0] ?? "", quantity: 2 };
    const order = await market.placeOrder(await aCart(market, [line]), aBuyer(), aKey());
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const part = (await market.order(order)).sellers[0]?.fulfilments[0]?.id ?? "";
    const { fulfilments } = database.store.read.t;
    const moved = Promise.withResolvers<void>();
    const mayGoOn = Promise.withResolvers<void>();
    // Somebody who forgot to hold the order's row.
    const moving = database.store.write(async (tx) => {
      await tx.update(fulfilments).set({ state: became }).where(eq(fulfilments.id, part));
      moved.resolve();
      await mayGoOn.promise;
    });
    await moved.promise;
    const cancelling = expect(market.cancelOrder(order)).rejects.toMatchObject({ code: "order.move_not_allowed" });
    await somebodyWaits(database);
    mayGoOn.resolve();
    await Promise.all([moving, cancelling]);

    const shown = await market.order(order);
    expect(shown).toMatchObject({ state: "confirmed", refunds: [], sellers: [{ fulfilments: [{ state: became }] }] });
    expect(await poolRow(database.store, (kind === "visit" ? pottery : guava).poolId)).toMatchObject({ taken: 2 });
  });
});

/** Until somebody waits for a row of somebody else's. Where there is one writer at a time, the next has not even begun. */
async function somebodyWaits({ kind, store }: TestDatabase): Promise<void> {
  if (kind === "sqlite") return;
  const waiting = sql`select 1 as one from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await vi.waitFor(async () => expect(await store.read.rows(waiting)).not.toEqual([]), { timeout: 4_000, interval: 20 });
}
