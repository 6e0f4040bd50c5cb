import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { hours, minutes, plus, type Actor } from "@xudong/domain";
import { goodsOnSale, poolRow, visitOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";
import { inspectMarket } from "./inspect-market.ts";

const sent = { carrier: "ghn", trackingNumber: "GHN 812 A4" };

eachDatabase("A seller's day", (database) => {
  const sellerOf = (shopId: string, permissions = ["shop.staff", "order.read", "order.fulfil", "listing.edit", "stock.edit"] as const): Actor => ({ id: `seller of ${shopId}`, grants: permissions.map((permission) => ({ permission, scope: shopId })) });

  /** Two baskets of one shop's guava and visit, the first of them paid; and another shop. */
  async function aDay() {
    const { market, clock } = await aMarket(database.store, undefined, { commissionBasisPoints: 500 });
    const guava = await goodsOnSale(database.store, clock.now(), { capacity: 100 });
    const visit = await visitOnSale(database.store, clock.now(), { shopId: guava.shopId, startsAt: plus(clock.now(), hours(26)) });
    const lines = [{ variantId: guava.variantIds[0] ?? "", quantity: 2 }, { variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 3 }];
    const order = await market.placeOrder(await aCart(market, lines), aBuyer(), aKey());
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const unpaid = await market.placeOrder(await aCart(market, lines), aBuyer({ contact: { name: "Chưa trả", phone: "0912 345 111" } }), aKey());
    const other = await goodsOnSale(database.store, clock.now());
    const seller = sellerOf(guava.shopId);
    const parcel = async () => (await market.selling.today(guava.shopId, seller)).toPrepare[0];
    return { market, clock, guava, visit, order, unpaid, other, seller, parcel };
  }

  const allIsWell = async () => {
    for (const finding of await inspectMarket(database.store)) expect(finding, finding.detail).toMatchObject({ ok: true });
  };

  test("says what to pack for whom and until when, and who comes: of paid orders alone", async () => {
    const { market, guava, visit, order, seller } = await aDay();
    const { toPrepare, sent: gone, visits } = await market.selling.today(guava.shopId, seller);
    // Ordered on Monday at ten in the morning, an hour before three in the afternoon nobody has to hurry.
    expect(toPrepare).toMatchObject([{ orderCode: order.code, buyer: { name: "Nguyễn Thị Hạnh", phone: "+84912345678" }, lines: [{ quantity: 2 }], readyBy: new Date("2026-11-23T08:00:00Z"), cashDong: null, undoUntil: null }]);
    expect(toPrepare[0]?.address?.commune).toBe("Phường Hải Dương");
    expect(gone).toEqual([]);
    expect(visits).toMatchObject([{ id: visit.slotId, state: "open", expected: 3, admitted: 0, parties: [{ orderCode: order.code, name: "Nguyễn Thị Hạnh", phone: "+84912345678" }] }]);
    expect((await market.selling.parcel(guava.shopId, toPrepare[0]?.id ?? "", seller)).orderCode).toBe(order.code);
    expect(await market.selling.owed(guava.shopId, seller)).toEqual({ owedDong: Math.round((2 * 50_000 + 3 * 150_000) * 0.95), orders: 1 });
  });

  test("[O6] a parcel that has left tells its buyer how; the same again changes nothing, another number is refused", async () => {
    const { market, guava, order, seller, parcel } = await aDay();
    const { id = "" } = (await parcel()) ?? {};
    await expect(market.dispatchParcel(id, seller, { carrier: "", trackingNumber: "?" })).rejects.toMatchObject({ code: "fulfilment.dispatch_invalid" });
    expect((await parcel())?.state).toBe("to_prepare");
    await market.dispatchParcel(id, seller, sent);
    await market.dispatchParcel(id, seller, sent);
    await expect(market.dispatchParcel(id, seller, { ...sent, trackingNumber: "GHN812A5" })).rejects.toMatchObject({ code: "fulfilment.move_not_allowed" });
    const shown = (await market.order(order)).sellers.flatMap(({ fulfilments }) => fulfilments).find(({ kind }) => kind === "parcel");
    expect(shown).toMatchObject({ state: "shipped", sent: { carrier: "ghn", trackingNumber: "GHN812A4" } });
    const { toPrepare, sent: gone } = await market.selling.today(guava.shopId, seller);
    expect([toPrepare.length, gone.map(({ trackingNumber }) => trackingNumber)]).toEqual([0, ["GHN812A4"]]);
    const { auditRows } = database.store.read.t;
    expect((await database.store.read.select().from(auditRows)).filter(({ objectId, verb }) => objectId === id && verb === "parcel.ship")).toHaveLength(1);
  });

  test("[O6] that a parcel has left may be taken back for a quarter of an hour, and the order is as before", async () => {
    const { market, clock, order, seller, parcel } = await aDay();
    const { id = "" } = (await parcel()) ?? {};
    await market.dispatchParcel(id, seller, sent);
    clock.move(minutes(14));
    await market.selling.undoDispatch(id, seller);
    await market.selling.undoDispatch(id, seller);
    expect(await parcel()).toMatchObject({ id, state: "to_prepare", carrier: null, trackingNumber: null, movedAt: null });
    expect((await market.order(order)).mayCancel).toBe(true);
    await market.dispatchParcel(id, seller, sent);
    clock.move(minutes(15));
    await expect(market.selling.undoDispatch(id, seller)).rejects.toMatchObject({ code: "fulfilment.undo_too_late" });
    await market.cancelOrder(order).catch(() => undefined);
    await allIsWell();
  });

  test("[S1] is that of one's own shop: another's parcels, stocks, times and money are not there", async () => {
    const { market, guava, visit, other, parcel } = await aDay();
    const { id = "" } = (await parcel()) ?? {};
    const stranger = sellerOf(other.shopId);
    const refused = [
      () => market.selling.shop(guava.shopId, stranger), () => market.selling.today(guava.shopId, stranger), () => market.selling.stall(guava.shopId, stranger), () => market.selling.owed(guava.shopId, stranger),
      () => market.selling.parcel(guava.shopId, id, stranger), () => market.selling.parcel(other.shopId, id, stranger),
      () => market.dispatchParcel(id, stranger, sent), () => market.selling.undoDispatch(id, stranger), () => market.selling.setStock(guava.poolId, { unitsLeft: 1, reason: "" }, stranger),
    ];
    for (const doing of refused) await expect(doing()).rejects.toMatchObject({ code: expect.stringMatching(/\.not_found$/) });
    for (const doing of [() => market.selling.closeSlot(visit.slotId, stranger), () => market.selling.pause(guava.listingId, stranger)]) await expect(doing()).rejects.toMatchObject({ code: "actor.not_allowed" });
    // Who sells there and does not own it hears nothing of its money.
    await expect(market.selling.owed(guava.shopId, sellerOf(guava.shopId, ["order.read"] as never))).rejects.toMatchObject({ code: "shop.not_found" });
    expect(await market.selling.today(other.shopId, stranger)).toEqual({ toPrepare: [], sent: [], visits: [] });
    expect((await parcel())?.state).toBe("to_prepare");
  });

  test("[O7] a time that is closed sells no more and keeps its guests; opened again it sells", async () => {
    const { market, visit, seller, guava, order } = await aDay();
    const more = async () => market.placeOrder(await aCart(market, [{ variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 1 }]), aBuyer({ contact: { name: "Muộn", phone: "0912 345 222" } }), aKey());
    await market.selling.closeSlot(visit.slotId, seller);
    await market.selling.closeSlot(visit.slotId, seller);
    await expect(more()).rejects.toMatchObject({ code: "slot.closed" });
    expect((await market.selling.today(guava.shopId, seller)).visits).toMatchObject([{ state: "closed", expected: 3 }]);
    expect((await market.order(order)).tickets.map(({ state }) => state)).toEqual(["issued", "issued", "issued"]);
    await market.selling.reopenSlot(visit.slotId, seller);
    expect(await more()).toMatchObject({ state: "awaiting_payment" });
    await allIsWell();
  });

  test("what is on the shelf is set, and what is sold or held does not count", async () => {
    const { market, guava, seller } = await aDay();
    await market.selling.setStock(guava.poolId, { unitsLeft: 7, reason: "Đếm lại" }, seller);
    // Two are sold and two are held.
    expect(await poolRow(database.store, guava.poolId)).toEqual({ capacity: 11, taken: 4 });
    const stall = await market.selling.stall(guava.shopId, seller);
    expect(stall.map(({ kind, state, stocks }) => ({ kind, state, left: stocks.map(({ unitsLeft }) => unitsLeft) }))).toEqual([{ kind: "goods", state: "published", left: [7] }, { kind: "experience", state: "published", left: [] }]);
    await market.selling.pause(guava.listingId, seller);
    expect((await market.selling.stall(guava.shopId, seller))[0]?.state).toBe("paused");
    await market.selling.resume(guava.listingId, seller);
    await allIsWell();
  });
});
