import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { goodsOnSale, visitOnSale } from "@xudong/catalog/testing";
import { aMarket, aNotice } from "../../testing/a-market.ts";
import { routes } from "./routes.ts";
import { ask, type Asked } from "./testing/fake-market.ts";

eachDatabase("A purchase over HTTP", (database) => {
  async function aClient(over: { capacity?: number } = {}) {
    const { market, clock } = await aMarket(database.store);
    const goods = await goodsOnSale(database.store, clock.now(), over);
    const visit = await visitOnSale(database.store, clock.now(), over);
    const call = (method: string, path: string, asked: Asked = {}) => ask(`/api/v1${path}`, { method, market, options: { rateLimits: false }, ...asked });
    const aFullCart = async (lines: readonly object[]) => {
      const { json: cart } = await call("POST", "/carts");
      for (const line of lines) expect((await call("PUT", `/carts/${cart.id}/lines`, { headers: { "Cart-Token": cart.token }, json: line })).status).toBe(200);
      return cart as { id: string; token: string };
    };
    return { call, aFullCart, goods, visit, clock };
  }

  const buyer = { contact: { name: "Jane Doe", phone: "+44 7700 900123" }, address: { line: "Số 5", commune: "Xã Mẫu", province: "Tỉnh Mẫu" }, payment: { method: "vnpay" }, consents: ["terms", "privacy"] };
  const keyed = (cart: { token: string }, key: string) => ({ "Cart-Token": cart.token, "Idempotency-Key": key });

  test("goods and a visit go into one cart, one order and one payment, and the notice makes the tickets", async () => {
    const { call, aFullCart, goods, visit } = await aClient();
    for (const { slug } of [goods, visit]) expect((await call("GET", `/listings/${slug}`)).status).toBe(200);
    const { json: slots } = await call("GET", `/listings/${visit.slug}/slots?from=2026-11-23&to=2027-01-31`);
    const [slot] = slots.items;
    const cart = await aFullCart([
      { variantId: goods.variantIds[0], quantity: 1 },
      { variantId: slot.prices[0].variantId, slotId: slot.id, quantity: 2 },
    ]);
    const { json: quote } = await call("POST", `/carts/${cart.id}/quote`, { headers: { "Cart-Token": cart.token } });
    expect(quote.total).toBe(quote.itemsTotal + quote.deliveryFee);

    const placed = await call("POST", "/orders?locale=en", { headers: keyed(cart, "order-key-1"), json: { cartId: cart.id, ...buyer, expectedTotal: quote.total } });
    expect([placed.status, placed.json.total, placed.json.state]).toEqual([201, quote.total, "awaiting_payment"]);
    const orderKey = { "Order-Key": placed.json.key };
    const payment = await call("POST", `/orders/${placed.json.code}/payments`, { headers: { ...orderKey, "Idempotency-Key": "payment-key-1" }, json: { method: "vnpay" } });
    expect(payment.status).toBe(201);
    const asked = new URL(payment.json.redirectUrl).searchParams;
    const notice = aNotice({ gatewayRef: asked.get("vnp_TxnRef") ?? "", amount: asked.get("vnp_Amount") ?? "" });
    expect((await call("GET", `/payments/vnpay/ipn?${notice}x`)).json.RspCode).toBe("97");
    expect((await call("GET", `/payments/vnpay/ipn?${notice}`)).json.RspCode).toBe("00");
    expect((await call("GET", `/payments/vnpay/ipn?${notice}`)).json.RspCode).toBe("02");

    const { json: order } = await call("GET", `/orders/${placed.json.code}?locale=en`, { headers: orderKey });
    expect(order).toMatchObject({ state: "confirmed", stateText: "Confirmed", paid: quote.total, total: quote.total, holdLapsesAt: null, mayPay: false });
    expect(order.tickets).toHaveLength(2);
    expect((await call("GET", `/orders/${placed.json.code}`, { headers: { "Order-Key": `${placed.json.key}x` } })).status).toBe(404);
  });

  test("[H4] a repeated order is answered with the first answer, another body under its key is refused", async () => {
    const { call, aFullCart, goods } = await aClient();
    const cart = await aFullCart([{ variantId: goods.variantIds[0], quantity: 1 }]);
    const place = (more: object = {}) => call("POST", "/orders", { headers: keyed(cart, "the-same-key"), json: { cartId: cart.id, ...buyer, ...more } });
    const first = await place();
    const again = await place();
    expect([again.status, again.text]).toEqual([201, first.text]);
    const other = await place({ contact: { name: "Somebody else", phone: "0912345678" } });
    expect([other.status, other.json.code]).toEqual([422, "request.key_reused"]);
  });

  test("[H1] more buyers than units: as many orders as units, and 409 with what is left for everybody else", async () => {
    const { call, aFullCart, goods } = await aClient({ capacity: 3 });
    const carts = await Promise.all(Array.from({ length: 12 }, () => aFullCart([{ variantId: goods.variantIds[0], quantity: 1 }])));
    const answers = await Promise.all(carts.map((cart, i) => call("POST", "/orders", { headers: keyed(cart, `order-key-${i}`), json: { cartId: cart.id, ...buyer } })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const { status, json } of answers) if (status !== 201) expect([status, json.code, json.unitsLeft]).toEqual([409, "hold.sold_out", 0]);
  });

  test("an order is called off by its key, before and after it is paid, and once is enough", async () => {
    const { call, aFullCart, goods, visit } = await aClient();
    const lines = [{ variantId: goods.variantIds[0], quantity: 1 }, { variantId: visit.variantIds[0], slotId: visit.slotId, quantity: 2 }];
    const place = async (key: string) => {
      const cart = await aFullCart(lines);
      return (await call("POST", "/orders", { headers: keyed(cart, key), json: { cartId: cart.id, ...buyer } })).json;
    };
    const unpaid = await place("order-to-drop");
    const orderKey = { "Order-Key": unpaid.key };
    expect((await call("POST", `/orders/${unpaid.code}/cancel`, { headers: { "Order-Key": `${unpaid.key}x` } })).json.code).toBe("order.not_found");
    expect((await call("POST", `/orders/${unpaid.code}/cancel`)).json.code).toBe("request.invalid");
    expect((await call("GET", `/orders/${unpaid.code}`, { headers: orderKey })).json).toMatchObject({ state: "awaiting_payment", mayCancel: true, cancelReason: null });
    const dropped = await call("POST", `/orders/${unpaid.code}/cancel?locale=en`, { headers: orderKey });
    expect(dropped.json).toMatchObject({ state: "cancelled", cancelReason: "buyer", cancelReasonText: "You cancelled the order", mayCancel: false, mayPay: false, refunds: [] });
    const again = await call("POST", `/orders/${unpaid.code}/cancel?locale=en`, { headers: orderKey, json: {} });
    expect([again.status, again.text]).toEqual([200, dropped.text]);

    const paid = await place("order-to-refund");
    const { json: payment } = await call("POST", `/orders/${paid.code}/payments`, { headers: { "Order-Key": paid.key, "Idempotency-Key": "payment-key-2" }, json: { method: "vnpay" } });
    const asked = new URL(payment.redirectUrl).searchParams;
    await call("GET", `/payments/vnpay/ipn?${aNotice({ gatewayRef: asked.get("vnp_TxnRef") ?? "", amount: asked.get("vnp_Amount") ?? "" })}`);
    const { json: sentBack } = await call("POST", `/orders/${paid.code}/cancel`, { headers: { "Order-Key": paid.key } });
    expect(sentBack).toMatchObject({ state: "cancelled", cancelledAt: expect.any(String), refunds: [{ amount: paid.total, state: "requested" }] });
    expect(sentBack.tickets.map(({ state }: { state: string }) => state)).toEqual(["void", "void"]);
  });

  test("a cart names the ways it may be paid, and cash is confirmed as it is placed", async () => {
    const { call, aFullCart, goods, visit } = await aClient();
    const cart = await aFullCart([{ variantId: goods.variantIds[0], quantity: 1 }]);
    expect((await call("GET", `/carts/${cart.id}`, { headers: { "Cart-Token": cart.token } })).json.paymentMethods).toEqual(["vnpay", "cod"]);
    const placed = await call("POST", "/orders", { headers: keyed(cart, "order-in-cash"), json: { cartId: cart.id, ...buyer, payment: { method: "cod" } } });
    expect(placed.json).toMatchObject({ state: "confirmed" });
    expect(placed.json).not.toHaveProperty("holdLapsesAt");

    const seats = await aFullCart([{ variantId: visit.variantIds[0], slotId: visit.slotId, quantity: 1 }]);
    expect((await call("POST", `/carts/${seats.id}/quote`, { headers: { "Cart-Token": seats.token } })).json.paymentMethods).toEqual(["vnpay"]);
    const refused = await call("POST", "/orders", { headers: keyed(seats, "seats-in-cash"), json: { cartId: seats.id, ...buyer, payment: { method: "cod" } } });
    expect([refused.status, refused.json.code, refused.json.field]).toEqual([409, "payment.not_for_visits", "payment.method"]);
  });

  test("what the market answers is what the description says", async () => {
    const { call, goods, visit, aFullCart } = await aClient();
    const cart = await aFullCart([{ variantId: goods.variantIds[0], quantity: 2 }]);
    const described = (name: string, json: unknown) => expect(routes.find((route) => route.name === name)?.answer.safeParse(json).error, name).toBeUndefined();
    described("listListings", (await call("GET", "/listings?pageSize=100")).json);
    for (const { slug } of [goods, visit]) described("getListing", (await call("GET", `/listings/${slug}?locale=en`)).json);
    described("listSlots", (await call("GET", `/listings/${visit.slug}/slots`)).json);
    described("getCart", (await call("GET", `/carts/${cart.id}`, { headers: { "Cart-Token": cart.token } })).json);
    const { json: placed } = await call("POST", "/orders", { headers: keyed(cart, "described-order"), json: { cartId: cart.id, ...buyer } });
    described("placeOrder", placed);
    described("getOrder", (await call("GET", `/orders/${placed.code}`, { headers: { "Order-Key": placed.key } })).json);
    described("cancelOrder", (await call("POST", `/orders/${placed.code}/cancel`, { headers: { "Order-Key": placed.key } })).json);
  });
});
