import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { hours, minutes, plus } from "@xudong/domain";
import { goodsOnSale, poolRow, visitOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";

eachDatabase("Buying", (database) => {
  async function aStall(over: { capacity?: number; packs?: number[]; hasLimits?: boolean } = {}) {
    const { market, clock } = await aMarket(database.store, undefined, over);
    const guava = await goodsOnSale(database.store, clock.now(), over);
    return { market, clock, guava, one: guava.variantIds[0] ?? "", box: guava.variantIds[1] ?? "" };
  }

  test("[H1] [H3] packs that share a stock are counted together, and a basket that does not fit takes nothing", async () => {
    const { market, guava, one, box } = await aStall({ capacity: 10, packs: [1, 5] });
    const cart = await aCart(market, [
      { variantId: one, quantity: 6 },
      { variantId: box, quantity: 1 },
    ]);
    const shown = await market.cart(cart);
    expect(shown.isOrderable).toBe(false);
    expect(shown.sellers[0]?.lines.map((line) => line.problem)).toEqual([
      { code: "hold.sold_out", unitsLeft: 5 },
      { code: "hold.sold_out", unitsLeft: 0 },
    ]);
    await expect(market.placeOrder(cart, aBuyer(), aKey())).rejects.toMatchObject({ code: "hold.sold_out", details: { field: "lines.0.quantity", unitsLeft: 5 } });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
    await market.setCartLine(cart, { variantId: one, quantity: 5 });
    expect(await market.placeOrder(cart, aBuyer(), aKey())).toMatchObject({ total: 10 * 50_000 + 30_000 });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 10 });
  });

  test("[H2] units of a hold that has lapsed are free for the next buyer, without any sweep", async () => {
    const { market, clock, guava, one } = await aStall({ capacity: 2 });
    await market.placeOrder(await aCart(market, [{ variantId: one, quantity: 2 }]), aBuyer(), aKey());
    const next = await aCart(market, [{ variantId: one, quantity: 1 }]);
    await expect(market.placeOrder(next, aBuyer(), aKey())).rejects.toMatchObject({ code: "hold.sold_out" });
    expect((await market.listing(guava.slug, "goods")) as unknown).toMatchObject({ listing: { variants: [{ unitsLeft: 0 }] } });
    clock.move(minutes(30));
    expect((await market.listing(guava.slug, "goods")) as unknown).toMatchObject({ listing: { variants: [{ unitsLeft: 2 }] } });
    await market.placeOrder(next, aBuyer(), aKey());
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 1 });
  });

  test("[H1] twenty buyers of the last three: three are served, the others are told", async () => {
    const { market, one, guava } = await aStall({ capacity: 3 });
    const carts = await Promise.all(Array.from({ length: 20 }, () => aCart(market, [{ variantId: one, quantity: 1 }])));
    const answers = await Promise.allSettled(carts.map((cart) => market.placeOrder(cart, aBuyer(), aKey())));
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(3);
    for (const answer of answers) {
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "hold.sold_out", details: { unitsLeft: 0 } });
    }
    expect(await poolRow(database.store, guava.poolId)).toEqual({ capacity: 3, taken: 3 });
  });

  test("[H2] baskets that name the same pools in opposite order do not wait for each other for ever", async () => {
    const { market, clock } = await aMarket(database.store);
    const first = await goodsOnSale(database.store, clock.now(), { capacity: 1000 });
    const second = await goodsOnSale(database.store, clock.now(), { capacity: 1000 });
    const lines = [first, second].map((goods) => ({ variantId: goods.variantIds[0] ?? "", quantity: 1 }));
    const carts = await Promise.all(Array.from({ length: 30 }, (_, at) => aCart(market, at % 2 === 0 ? lines : lines.toReversed())));
    await Promise.all(carts.map((cart) => market.placeOrder(cart, aBuyer(), aKey())));
    expect(await poolRow(database.store, first.poolId)).toMatchObject({ taken: 30 });
    expect(await poolRow(database.store, second.poolId)).toMatchObject({ taken: 30 });
  });

  test("[H4] the same key gives the first order back, another body is refused, a refusal may be tried again", async () => {
    const { market, one, guava } = await aStall({ capacity: 5 });
    const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
    const key = aKey();
    await expect(market.placeOrder(cart, aBuyer({ consents: ["terms"] }), key)).rejects.toMatchObject({ code: "order.consent_required", details: { field: "consents.privacy" } });
    const [order, twin] = await Promise.all([market.placeOrder(cart, aBuyer(), key), market.placeOrder(cart, aBuyer(), key)]);
    expect(twin).toEqual(order);
    expect(await market.placeOrder(cart, aBuyer(), key)).toEqual(order);
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 1 });
    await expect(market.placeOrder(cart, aBuyer({ locale: "en" }), key)).rejects.toMatchObject({ code: "request.key_reused" });
    await expect(market.placeOrder(cart, aBuyer(), aKey())).rejects.toMatchObject({ code: "cart.empty" });
    const payKey = aKey();
    const [pay, payTwin] = await Promise.all([market.openPayment(order, { method: "vnpay", locale: "vi" }, payKey), market.openPayment(order, { method: "vnpay", locale: "vi" }, payKey)]);
    expect(payTwin).toEqual(pay);
    expect((await market.order(order)).attempts).toHaveLength(1);
  });

  test("[H4] no secret lies in the table of first answers", async () => {
    const { market, one } = await aStall();
    const order = await market.placeOrder(await aCart(market, [{ variantId: one, quantity: 1 }]), aBuyer(), aKey());
    const { idempotencyKeys } = database.store.read.t;
    const rows = await database.store.read.select().from(idempotencyKeys);
    expect(JSON.stringify(rows)).toContain(order.code);
    expect(JSON.stringify(rows)).not.toContain(order.key);
  });

  test("[H5] one contact may only have a few unpaid orders; paying or waiting makes room", async () => {
    const { market, clock, one } = await aStall({ hasLimits: true });
    const buyer = aBuyer({ contact: { name: "Một người", phone: "0355 555 555" }, address: { line: "5 Ngõ Riêng", commune: "Xã Thử", province: "Tỉnh Thử" } });
    const place = async () => market.placeOrder(await aCart(market, [{ variantId: one, quantity: 1 }]), buyer, { ...aKey(), clientAddress: "203.0.113.99" });
    const first = await place();
    for (let i = 0; i < 4; i++) await place();
    await expect(place()).rejects.toMatchObject({ code: "order.too_many_open", details: { max: 5 } });
    await market.receiveNotice(aNotice(await anAttempt(market, first)));
    await place();
    await expect(place()).rejects.toMatchObject({ code: "order.too_many_open" });
    clock.move(minutes(31));
    await place();
  });

  test("[O2] price, words and address stay as they were when the order was placed", async () => {
    const { market, clock, guava, one } = await aStall();
    const order = await market.placeOrder(await aCart(market, [{ variantId: one, quantity: 2 }]), aBuyer(), aKey());
    const before = await market.order(order);
    await database.store.write(async (tx) => {
      await tx.update(tx.t.prices).set({ priceDong: 99_000 }).where(eq(tx.t.prices.variantId, one));
      await tx.update(tx.t.deliveryRates).set({ feeDong: 1 });
      const [revision] = await tx.select().from(tx.t.listingRevisions).where(eq(tx.t.listingRevisions.listingId, guava.listingId));
      if (revision !== undefined) await tx.update(tx.t.listingRevisions).set({ words: { ...revision.words, title: { vi: "Khác" } } }).where(eq(tx.t.listingRevisions.id, revision.id));
    });
    expect(await market.order(order)).toEqual(before);
    expect(before.sellers[0]?.lines[0]).toMatchObject({ unitPriceDong: 50_000, totalDong: 100_000 });
    clock.move(1);
  });

  test("[O2] a total that changed while the buyer was typing is refused, not charged", async () => {
    const { market, one } = await aStall();
    const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
    await expect(market.placeOrder(cart, aBuyer({ expectedTotalDong: 79_000 }), aKey())).rejects.toMatchObject({ code: "order.price_changed", details: { totalDong: 80_000 } });
    expect((await market.cart(cart)).count).toBe(1);
  });

  test("[O3] nothing is sold that is unknown, out of season, unpublished, past its cut-off or without its date", async () => {
    const { market, clock } = await aMarket(database.store);
    const lychee = await goodsOnSale(database.store, clock.now(), { seasonMonths: [6] });
    const guava = await goodsOnSale(database.store, clock.now());
    const visit = await visitOnSale(database.store, clock.now());
    const another = await visitOnSale(database.store, clock.now());
    const cart = await market.createCart();
    const set = (variantId: string | undefined, slotId?: string, quantity = 1) => market.setCartLine(cart, { variantId: variantId ?? "", quantity, ...(slotId === undefined ? {} : { slotId }) });
    await expect(set("nothing")).rejects.toMatchObject({ code: "variant.not_found", details: { field: "variantId" } });
    await expect(set(lychee.variantIds[0])).rejects.toMatchObject({ code: "listing.out_of_season" });
    await expect(set(guava.variantIds[0], visit.slotId)).rejects.toMatchObject({ code: "slot.not_for_goods" });
    await expect(set(visit.variantIds[0])).rejects.toMatchObject({ code: "slot.required" });
    await expect(set(visit.variantIds[0], another.slotId)).rejects.toMatchObject({ code: "slot.not_found" });
    for (const quantity of [-1, 1.5, 100, Number.NaN]) await expect(set(guava.variantIds[0], undefined, quantity)).rejects.toMatchObject({ code: "cart.quantity_out_of_range", details: { field: "quantity" } });

    await set(visit.variantIds[0], visit.slotId);
    await set(guava.variantIds[0]);
    clock.set(plus(visit.startsAt, -minutes(59)));
    expect((await market.cart(cart)).sellers.flatMap((seller) => seller.lines).map((line) => line.problem?.code)).toEqual(["slot.closed", undefined]);
    await expect(market.placeOrder(cart, aBuyer(), aKey())).rejects.toMatchObject({ code: "slot.closed", details: { field: "lines.0" } });
    await expect(set(visit.variantIds[0], visit.slotId)).rejects.toMatchObject({ code: "slot.closed" });
    await set(visit.variantIds[0], visit.slotId, 0);
    await database.store.write(async (tx) => {
      await tx.update(tx.t.listings).set({ state: "paused" }).where(eq(tx.t.listings.id, guava.listingId));
    });
    await expect(market.placeOrder(cart, aBuyer(), aKey())).rejects.toMatchObject({ code: "listing.not_on_sale" });
  });

  test("[S1] a cart, an order and a ticket of somebody else are as if they did not exist", async () => {
    const { market, one } = await aStall();
    const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
    const foreign = await market.createCart();
    await expect(market.cart({ id: cart.id, token: foreign.token })).rejects.toMatchObject({ code: "cart.not_found" });
    await expect(market.setCartLine({ id: cart.id, token: "" }, { variantId: one, quantity: 9 })).rejects.toMatchObject({ code: "cart.not_found" });
    await expect(market.placeOrder({ id: cart.id, token: foreign.token }, aBuyer(), aKey())).rejects.toMatchObject({ code: "cart.not_found" });
    const order = await market.placeOrder(cart, aBuyer(), aKey());
    const other = await market.placeOrder(await aCart(market, [{ variantId: one, quantity: 1 }]), aBuyer(), aKey());
    for (const key of ["", "x", other.key, `${order.key}x`]) {
      await expect(market.order({ code: order.code, key })).rejects.toMatchObject({ code: "order.not_found" });
      await expect(market.openPayment({ code: order.code, key }, { method: "vnpay", locale: "vi" }, aKey())).rejects.toMatchObject({ code: "order.not_found" });
    }
    await expect(market.order({ code: "????", key: order.key })).rejects.toMatchObject({ code: "order.not_found" });
    await expect(market.ticket("ABCD2345", order)).rejects.toMatchObject({ code: "ticket.not_found" });
  });

  test("[S2] every field at fault is named at once", async () => {
    const { market, one } = await aStall();
    const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
    const refused = market.placeOrder(cart, aBuyer({ contact: { name: " ", phone: "12", email: "a@" }, address: { line: "x" }, consents: [] }), aKey());
    await expect(refused).rejects.toMatchObject({ code: "order.contact_invalid" });
    const issues = await refused.catch((error: { details: { issues: { field: string }[] } }) => error.details.issues.map((issue) => issue.field));
    expect(issues).toEqual(["contact.name", "contact.phone", "contact.email", "address.commune", "address.province", "consents.terms", "consents.privacy"]);
  });

  test("a guest from abroad needs no Vietnamese phone, and a visit needs no address", async () => {
    const { market, clock } = await aMarket(database.store);
    const visit = await visitOnSale(database.store, clock.now(), { tickets: [4] });
    const cart = await aCart(market, [{ variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 1 }]);
    const order = await market.placeOrder(cart, { contact: { name: "Sato Haruka", email: "Haruka@example.jp" }, payment: { method: "vnpay" }, consents: ["terms", "privacy"], locale: "en" }, aKey());
    expect(order.total).toBe(600_000);
    await market.receiveNotice(aNotice(await anAttempt(market, order)));
    const shown = await market.order(order);
    expect(shown.contact).toEqual({ name: "Sato Haruka", phone: null, email: "haruka@example.jp" });
    expect(shown.tickets.map((ticket) => `${ticket.number}/${ticket.of}`)).toEqual(["1/4", "2/4", "3/4", "4/4"]);
  });

  test("an order that costs nothing is confirmed as it is placed, and cannot be paid", async () => {
    const { market, clock } = await aMarket(database.store);
    const visit = await visitOnSale(database.store, clock.now(), { priceDong: 0 });
    const order = await market.placeOrder(await aCart(market, [{ variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 2 }]), aBuyer(), aKey());
    expect(order).toMatchObject({ total: 0, state: "confirmed", holdLapsesAt: null });
    expect((await market.order(order)).tickets).toHaveLength(2);
    await expect(market.openPayment(order, { method: "vnpay", locale: "vi" }, aKey())).rejects.toMatchObject({ code: "order.not_awaiting_payment" });
  });

  test("[H5] an attempt ends five minutes before the hold, the hold is lengthened once, then it is too late", async () => {
    const { market, clock, one } = await aStall();
    const order = await market.placeOrder(await aCart(market, [{ variantId: one, quantity: 1 }]), aBuyer(), aKey());
    const placedAt = clock.now();
    const pay = () => market.openPayment(order, { method: "vnpay", locale: "vi" }, aKey());
    expect((await pay()).expiresAt).toEqual(plus(placedAt, minutes(15)));
    clock.set(plus(placedAt, minutes(20)));
    expect((await pay()).expiresAt).toEqual(plus(placedAt, minutes(25)));
    clock.set(plus(placedAt, minutes(22)));
    expect((await pay()).expiresAt).toEqual(plus(placedAt, minutes(37)));
    expect((await market.order(order)).holdLapsesAt).toEqual(plus(placedAt, minutes(52)));
    clock.set(plus(placedAt, minutes(43)));
    await expect(pay()).rejects.toMatchObject({ code: "order.too_late_to_pay" });
    expect((await market.order(order)).mayPay).toBe(false);
    clock.set(plus(placedAt, hours(1)));
    await expect(pay()).rejects.toMatchObject({ code: "order.too_late_to_pay" });
  });

  test("[H4] two tabs cannot turn one cart into two orders, and a line changed meanwhile is not lost", async () => {
    const { market, one, box, guava } = await aStall({ capacity: 100, packs: [1, 5] });
    for (let round = 0; round < 5; round++) {
      const { taken } = await poolRow(database.store, guava.poolId);
      const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
      const tabs = [market.placeOrder(cart, aBuyer(), aKey()), market.placeOrder(cart, aBuyer(), aKey()), market.setCartLine(cart, { variantId: box, quantity: 1 })] as const;
      const [first, second] = await Promise.allSettled(tabs);
      const placed = [first, second].filter((tab) => tab.status === "fulfilled");
      const inOrders = (await poolRow(database.store, guava.poolId)).taken - taken;
      const leftOver = (await market.cart(cart)).count;
      // Everything is either in an order or still in the cart, and nothing is in two orders.
      expect([1, 5, 6]).toContain(inOrders);
      expect(inOrders + leftOver * 5).toBeGreaterThanOrEqual(6);
      expect(placed.length).toBeGreaterThanOrEqual(1);
      for (const tab of [first, second]) if (tab.status === "rejected") expect(tab.reason).toMatchObject({ code: "cart.empty" });
    }
  });

  test("[H5] one network may only have so many unpaid orders, however many addresses it has", async () => {
    const { market, one } = await aStall({ hasLimits: true, capacity: 1000 });
    const place = async (at: number) =>
      market.placeOrder(await aCart(market, [{ variantId: one, quantity: 1 }]), aBuyer({ contact: { name: "Nhiều số", phone: `09${String(10_000_000 + at)}` }, address: { line: `${at} Phố Dài`, commune: "Xã Thử", province: "Tỉnh Thử" } }), { ...aKey(), clientAddress: `2001:db8:7:7::${at.toString(16)}` });
    for (let at = 1; at <= 40; at++) await place(at);
    await expect(place(41)).rejects.toMatchObject({ code: "order.too_many_open", details: { max: 40 } });
  });

  test("a name that cannot be one of ours is unknown, and never reaches a query", async () => {
    const { market, one } = await aStall();
    const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
    await expect(market.cart({ id: "\u0000", token: cart.token })).rejects.toMatchObject({ code: "cart.not_found" });
    await expect(market.setCartLine(cart, { variantId: "a\u0000", quantity: 1 })).rejects.toMatchObject({ code: "variant.not_found" });
    await expect(market.setCartLine(cart, { variantId: one, slotId: "\u0000", quantity: 1 })).rejects.toMatchObject({ code: "slot.not_found" });
    await expect(market.listing("a\u0000b")).rejects.toMatchObject({ code: "listing.not_found" });
    await expect(market.placeOrder(cart, aBuyer(), { ...aKey(), idempotencyKey: "\u0000abcdefgh" })).rejects.toMatchObject({ code: "request.key_missing" });
    const order = await market.placeOrder(cart, aBuyer({ contact: { name: "A\u0000n \ud800 Bình", phone: "0912345678" } }), aKey());
    expect((await market.order(order)).contact.name).toBe("A n \ufffd Bình");
  });

  test("a total the gateway cannot take is refused before anything is held", async () => {
    const { market, clock } = await aMarket(database.store);
    const gold = await goodsOnSale(database.store, clock.now(), { priceDong: 999_999_999 });
    const cart = await aCart(market, [{ variantId: gold.variantIds[0] ?? "", quantity: 11 }]);
    await expect(market.placeOrder(cart, aBuyer(), aKey())).rejects.toMatchObject({ code: "payment.amount_out_of_range", details: { max: 9_999_999_999 } });
    expect(await poolRow(database.store, gold.poolId)).toMatchObject({ taken: 0 });
  });

  test("[H2] a slot full of lapsed holds is on offer again in lists, too", async () => {
    const { market, clock } = await aMarket(database.store);
    const visit = await visitOnSale(database.store, clock.now(), { capacity: 2 });
    const nextSlot = async () => (await market.listings({ kind: "experience", pageSize: 100 })).items.find((card) => card.id === visit.listingId)?.nextSlot;
    await market.placeOrder(await aCart(market, [{ variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 2 }]), aBuyer(), aKey());
    expect(await nextSlot()).toBeUndefined();
    clock.move(minutes(30));
    expect(await nextSlot()).toMatchObject({ id: visit.slotId, unitsLeft: 2 });
  });

  test("[L3] cash for several sellers is refused, and nothing of the order stays: no one courier brings it all", async () => {
    const { market, clock, guava, one } = await aStall();
    const rice = await goodsOnSale(database.store, clock.now());
    const both = [{ variantId: one, quantity: 2 }, { variantId: rice.variantIds[0] ?? "", quantity: 3 }];
    const cart = await aCart(market, both);
    const buyer = aBuyer({ payment: { method: "cod" } });
    await expect(market.placeOrder(cart, buyer, aKey())).rejects.toMatchObject({ code: "payment.not_for_several_sellers", details: { field: "payment.method" } });
    expect(await poolRow(database.store, guava.poolId)).toMatchObject({ taken: 0 });
    expect(await poolRow(database.store, rice.poolId)).toMatchObject({ taken: 0 });
    expect((await market.cart(cart)).count).toBe(5);
    expect(await market.placeOrder(cart, aBuyer(), aKey())).toMatchObject({ state: "awaiting_payment" });
    const sameShop = await goodsOnSale(database.store, clock.now(), { shopId: guava.shopId });
    const ofOne = await aCart(market, [{ variantId: one, quantity: 1 }, { variantId: sameShop.variantIds[0] ?? "", quantity: 1 }]);
    expect(await market.placeOrder(ofOne, buyer, aKey())).toMatchObject({ state: "confirmed" });
  });

  test("[P1] a way to pay that is not set up is refused at its field", async () => {
    const { market, one } = await aStall();
    const cart = await aCart(market, [{ variantId: one, quantity: 1 }]);
    for (const method of ["", "cash", "toString"]) await expect(market.placeOrder(cart, aBuyer({ payment: { method } }), aKey())).rejects.toMatchObject({ code: "payment.method_unknown", details: { field: "payment.method" } });
  });
});
