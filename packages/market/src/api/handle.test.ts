import { describe, expect, test, vi } from "vitest";
import { DomainError, errorCodes } from "@xudong/domain";
import type { Market } from "../contract.ts";
import { handleApi } from "./handle.ts";
import { aCard, aMarket, ask, keys, now, theCode, theKey, theToken } from "./testing/fake-market.ts";

const v1 = "/api/v1";
const anOrder = { cartId: "cart1", contact: { name: "Hoa", phone: "0912345678" }, payment: { method: "vnpay" }, consents: ["terms", "privacy"] };
const place = (json: unknown, more: { market?: Market; headers?: Record<string, string> } = {}) =>
  ask(`${v1}/orders`, { method: "POST", json, headers: keys, ...more });

describe("reading the catalogue", () => {
  test("lists with the contract's keys, in the language asked for", async () => {
    const { status, json, headers } = await ask(`${v1}/listings?kind=experience&page=2&pageSize=5&locale=en`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ page: 2, pageSize: 5, total: 1 });
    expect(json.items[0]).toMatchObject({
      slug: "island-boat",
      kind: "experience",
      title: "Boat to the island",
      priceFrom: 80_000,
      shop: { name: "The Ferry" },
      nextSlot: { startsAt: "2026-11-28T01:00:00.000Z", unitsLeft: 6 },
    });
    expect(headers.get("content-language")).toBe("en");
  });

  test("says which texts are not translated instead of hiding them", async () => {
    const { json } = await ask(`${v1}/listings?locale=en`);
    expect(json.items[0].summary).toBe("Hai giờ giữa đàn cò");
    expect(json.items[0].untranslated).toEqual(["summary", "picture.alt"]);
    expect((await ask(`${v1}/listings`)).json.items[0].untranslated).toEqual([]);
  });

  test("ignores Accept-Language: an address always means the same", async () => {
    expect((await ask(`${v1}/listings`, { headers: { "Accept-Language": "en" } })).json.items[0].title).toBe("Thuyền ra đảo");
  });

  test("passes on the question with its defaults, and reads empty keys as absent", async () => {
    const listings = vi.fn(aMarket().listings);
    await ask(`${v1}/listings?kind=&page=&utm_source=letter`, { market: aMarket({ listings }) });
    expect(listings).toHaveBeenCalledWith({ page: 1, pageSize: 24 });
  });

  test("shows a listing by the slug of either language, whatever its kind", async () => {
    for (const slug of ["thuyen-dao", "island-boat"]) {
      const { status, json } = await ask(`${v1}/listings/${slug}`);
      expect(status).toBe(200);
      expect(json.variants).toEqual([{ id: "adult", title: "Người lớn", price: 80_000, unitsLeft: 6, weightGrams: null, draws: [{ unit: "seat", units: 1 }] }]);
    }
  });

  test("an old slug leads to the new one in the same language", async () => {
    const moved: Market["listing"] = async () => ({ movedTo: { vi: "bánh-mới", en: "new-cake" } });
    const { status, headers } = await ask(`${v1}/listings/banh-cu?locale=en`, { market: aMarket({ listing: moved }) });
    expect([status, headers.get("location")]).toEqual([301, `${v1}/listings/new-cake?locale=en`]);
    const vietnamese = await ask(`${v1}/listings/banh-cu`, { market: aMarket({ listing: moved }) });
    expect(vietnamese.headers.get("location")).toBe(`${v1}/listings/b%C3%A1nh-m%E1%BB%9Bi`);
  });

  test("lists the times of the days asked for, or of the coming 30", async () => {
    const slots = vi.fn(aMarket().slots);
    const market = aMarket({ slots });
    const { json } = await ask(`${v1}/listings/thuyen-dao/slots?from=2026-11-28&to=2026-11-29`, { market });
    expect(json.items[0]).toMatchObject({ id: "slot1", startsAt: "2026-11-28T01:00:00.000Z", endsAt: "2026-11-28T03:00:00.000Z", unitsLeft: 6 });
    expect(json.items[0].prices).toEqual([{ variantId: "adult", title: "Người lớn", price: 80_000, unitsLeft: 6 }]);
    await ask(`${v1}/listings/thuyen-dao/slots`, { market });
    expect(slots.mock.calls).toEqual([
      ["thuyen-dao", "2026-11-28", "2026-11-29"],
      ["thuyen-dao", "2026-11-23", "2026-12-23"],
    ]);
  });

  test.each([
    ["from=2026-02-30", "from", "no_such_day"],
    ["from=9999-12-31", "from", "no_such_day"],
    ["from=2026-11-28&to=2026-11-27", "to", "day_before_start"],
    ["from=2026-01-01&to=2026-12-31", "to", "too_many_days"],
  ])("refuses the days %s", async (query, field, code) => {
    const { status, json } = await ask(`${v1}/listings/thuyen-dao/slots?${query}`);
    expect([status, json.code, json.errors[0].field, json.errors[0].code]).toEqual([422, "request.invalid", field, code]);
  });

  test("may be asked for again by its ETag, which follows the content", async () => {
    const first = await ask(`${v1}/listings`);
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    const again = await ask(`${v1}/listings`, { headers: { "If-None-Match": `"other", ${etag}` } });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    const market = aMarket({ listings: async () => ({ items: [aCard({ priceFromDong: 90_000 })], page: 1, pageSize: 24, total: 1, after: undefined, next: undefined }) });
    expect((await ask(`${v1}/listings`, { market, headers: { "If-None-Match": etag } })).status).toBe(200);
  });

  test("a list says where its next page is, asked for as this one was, and the last one says there is none", async () => {
    const listings = vi.fn(async () => ({ items: [aCard()], page: undefined, pageSize: 1, total: 3, after: undefined, next: "01K9Q4M0L1ST1NG00000000001" }));
    const { json } = await ask(`${v1}/listings?kind=goods&category=song-nuoc&shop=ben-do&season=now&pageSize=1&after=01K9Q4M0L1ST1NG00000000000&locale=en&utm_source=x`, { market: aMarket({ listings }) });
    expect(listings).toHaveBeenCalledWith({ kind: "goods", category: "song-nuoc", shop: "ben-do", season: "now", page: 1, pageSize: 1, after: "01K9Q4M0L1ST1NG00000000000" });
    expect(json).not.toHaveProperty("page");
    const next = new URL(json.next, "http://shop.test");
    expect([next.pathname, Object.fromEntries(next.searchParams)]).toEqual([`${v1}/listings`, { kind: "goods", category: "song-nuoc", shop: "ben-do", season: "now", pageSize: "1", after: "01K9Q4M0L1ST1NG00000000001", locale: "en" }]);
    expect((await ask(`${v1}/listings`)).json.next).toBeNull();
    expect((await ask(`${v1}/listings?season=later`)).json.errors[0].field).toBe("season");
  });

  test("shows shops and categories, with how many listings each has", async () => {
    expect((await ask(`${v1}/shops`)).json).toMatchObject({ items: [{ slug: "ben-do", shown: 1, unit: { code: "00001", name: "Xã Mẫu" } }], page: 1, total: 1, next: null });
    expect((await ask(`${v1}/shops/the-ferry?locale=en`)).json).toMatchObject({ slug: "the-ferry", identity: { legalName: "Hộ mẫu", registration: { number: null } }, listings: `${v1}/listings?shop=the-ferry&locale=en` });
    expect((await ask(`${v1}/shops/nothing`)).json.code).toBe("shop.not_found");
    expect((await ask(`${v1}/categories`)).json.items).toEqual([{ key: "song-nuoc", slug: "song-nuoc", name: "Sông nước", kind: "experience", shown: 1, children: [] }]);
  });

  test("HEAD says all but the body", async () => {
    const get = await ask(`${v1}/listings`);
    const head = await ask(`${v1}/listings`, { method: "HEAD" });
    expect([head.status, head.text, head.headers.get("etag")]).toEqual([200, "", get.headers.get("etag")]);
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(get.text)));
    const gone = await ask(`${v1}/listings/nothing`, { method: "HEAD" });
    expect([gone.status, gone.text]).toEqual([404, ""]);
  });
});

describe("buying", () => {
  test("a cart is made with its token, with or without an empty body", async () => {
    for (const asked of [{}, { json: {} }]) {
      const { status, json, headers } = await ask(`${v1}/carts`, { method: "POST", ...asked });
      expect([status, json, headers.get("location")]).toEqual([201, { id: "cart1", token: theToken }, `${v1}/carts/cart1`]);
      expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  test("a line is set, and the cart says what stands in the way", async () => {
    const setCartLine = vi.fn(aMarket().setCartLine);
    const { status, json } = await ask(`${v1}/carts/cart1/lines`, { method: "PUT", headers: keys, json: { variantId: "adult", slotId: "slot1", quantity: 2 }, market: aMarket({ setCartLine }) });
    expect(status).toBe(200);
    expect(setCartLine).toHaveBeenCalledWith({ id: "cart1", token: theToken }, { variantId: "adult", slotId: "slot1", quantity: 2 });
    expect(json).toMatchObject({ id: "cart1", count: 2, itemsTotal: 160_000, deliveryFee: 0, total: 160_000, isOrderable: false });
    expect(json.sellers[0].lines[0]).toMatchObject({ price: 80_000, quantity: 2, total: 160_000, problem: { code: "hold.sold_out", unitsLeft: 1 } });
  });

  test("a quote names every fee and the total", async () => {
    for (const asked of [{}, { json: { address: { province: "Tỉnh Mẫu" }, delivery: "standard", vouchers: [] } }]) {
      const { json } = await ask(`${v1}/carts/cart1/quote`, { method: "POST", headers: keys, ...asked });
      expect(json).toMatchObject({ itemsTotal: 160_000, deliveryFee: 0, total: 160_000, isVatIncluded: true, currency: "VND" });
    }
  });

  test("a wrong token is told as no cart", async () => {
    const { status, json } = await ask(`${v1}/carts/cart1`, { headers: { "Cart-Token": "wrong" } });
    expect([status, json.code]).toEqual([404, "cart.not_found"]);
  });

  test("an order is placed, and answers with code, key, total, state and how long things are kept", async () => {
    const placeOrder = vi.fn(aMarket().placeOrder);
    const { status, json, headers } = await place({ ...anOrder, delivery: "standard", expectedTotal: 160_000 }, { market: aMarket({ placeOrder }) });
    expect(status).toBe(201);
    expect(json).toEqual({ code: theCode, key: theKey, total: 160_000, currency: "VND", state: "awaiting_payment", stateText: "Chờ thanh toán", holdLapsesAt: "2026-11-23T03:30:00.000Z" });
    expect([headers.get("location"), headers.get("cache-control")]).toEqual([`${v1}/orders/${theCode}`, "no-store"]);
    expect(placeOrder).toHaveBeenCalledWith(
      { id: "cart1", token: theToken },
      { contact: anOrder.contact, payment: anOrder.payment, consents: anOrder.consents, locale: "vi", delivery: "standard", expectedTotalDong: 160_000 },
      { idempotencyKey: "a-key-of-its-own", clientAddress: "203.0.113.7" },
    );
  });

  test("an order with nothing to pay is not kept until any time", async () => {
    const free: Market["placeOrder"] = async () => ({ code: theCode, key: theKey, total: 0, state: "confirmed", holdLapsesAt: null });
    expect(Object.keys((await place(anOrder, { market: aMarket({ placeOrder: free }) })).json)).not.toContain("holdLapsesAt");
  });

  test("sold out is 409 with the units still free, and never a row's id", async () => {
    const soldOut: Market["placeOrder"] = async () => {
      throw new DomainError("hold.sold_out", { unitsLeft: 3, unitsWanted: 5, poolId: "secret-row" });
    };
    const { status, json, text, headers } = await place(anOrder, { market: aMarket({ placeOrder: soldOut }) });
    expect([status, json.code, json.unitsLeft, headers.get("content-type")]).toEqual([409, "hold.sold_out", 3, "application/problem+json; charset=utf-8"]);
    expect(text).not.toContain("secret-row");
  });

  test("a verb's refusal names every field, in the language asked for", async () => {
    const unclear: Market["placeOrder"] = async () => {
      throw new DomainError("order.contact_invalid", { field: "contact.phone", issues: [{ field: "contact.phone", reason: "phone" }, { field: "address.line", reason: "missing" }] });
    };
    const market = aMarket({ placeOrder: unclear });
    const { json } = await ask(`${v1}/orders?locale=en`, { method: "POST", json: anOrder, headers: keys, market });
    expect(json.field).toBe("contact.phone");
    expect(json.errors).toEqual([
      { field: "contact.phone", code: "phone", detail: expect.stringContaining("+44") },
      { field: "address.line", code: "missing", detail: "It is missing; please fill it in." },
    ]);
  });

  test("an order is shown to the holder of its key, in machine words and public words", async () => {
    const { status, json, headers } = await ask(`${v1}/orders/k7mp-2qx5`, { headers: { "Order-Key": theKey } });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(json).toMatchObject({ code: theCode, state: "confirmed", stateText: "Đã xác nhận", paid: 160_000, confirmedAt: now.toISOString(), mayPay: false });
    expect(json.tickets[0]).toMatchObject({ code: "T1CKET22", number: 1, of: 2, stateText: "Chưa dùng" });
    expect(json.sellers[0].fulfilments[0]).toMatchObject({ state: "due", stateText: "Chờ ngày đi", startsAt: "2026-11-28T01:00:00.000Z" });
  });

  test.each(["WRONG", "K7MP2QX6", "%00", "K7MP2QX5%0A%0A%0A"])("the code %s is told as no order", async (code) => {
    const { status, json } = await ask(`${v1}/orders/${code}`, { headers: { "Order-Key": "wrong" } });
    expect([status, json.code]).toEqual([404, "order.not_found"]);
  });

  test("paying opens an attempt and leads to the gateway", async () => {
    const openPayment = vi.fn(aMarket().openPayment);
    const { status, json } = await ask(`${v1}/orders/${theCode}/payments?locale=en`, { method: "POST", headers: keys, json: { method: "vnpay" }, market: aMarket({ openPayment }) });
    expect([status, json]).toEqual([201, { attempt: "a1", redirectUrl: "https://gateway.example/pay?ref=1", expiresAt: now.toISOString() }]);
    expect(openPayment).toHaveBeenCalledWith({ code: theCode, key: theKey }, { method: "vnpay", locale: "en" }, { idempotencyKey: "a-key-of-its-own", clientAddress: "203.0.113.7" });
  });

  test("no cookie is read, and none is set", async () => {
    const { status, headers } = await ask(`${v1}/carts/cart1`, { headers: { Cookie: `Cart-Token=${theToken}` } });
    expect([status, headers.get("set-cookie")]).toEqual([422, null]);
  });
});

describe("what is refused before any verb is asked", () => {
  test.each([
    [`${v1}`], [`${v1}/`], [`${v1}/nothing`], [`${v1}/listings/`], [`${v1}/listings/a/slots/b`], ["/api/v2/listings"], ["/api/"], [`${v1}/listings/%E0%A4%A`], [`${v1}/problems/no.such`],
  ])("%s is not an address", async (path) => {
    const { status, json } = await ask(path);
    expect([status, json.code, json.type]).toEqual([404, "request.not_found", "/api/v1/problems/request.not_found"]);
  });

  test("other addresses are somebody else's", async () => {
    for (const path of ["/", "/api", "/apis", "/healthz/x", "/en/products"]) {
      expect(await handleApi(aMarket(), new Request(`http://market.example${path}`), undefined)).toBeUndefined();
    }
  });

  test.each([
    ["DELETE", "/listings", "GET, HEAD"],
    ["GET", "/orders", "POST"],
    ["POST", "/carts/cart1/lines", "PUT"],
    ["OPTIONS", "/carts", "POST"],
    ["HEAD", "/payments/vnpay/ipn", "GET"],
  ])("%s %s is 405 and says what is allowed", async (method, path, allow) => {
    const { status, headers, json } = await ask(v1 + path, { method });
    expect([status, headers.get("allow")]).toEqual([405, allow]);
    if (method !== "HEAD") expect(json.detail).toContain(allow);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  test.each([
    ["page=1&page=2", "page", "repeated"],
    ["page=0", "page", "too_small"],
    ["page=1.5", "page", "wrong_type"],
    ["page=0x10", "page", "wrong_type"],
    ["pageSize=101", "pageSize", "too_large"],
    ["kind=boats", "kind", "not_one_of"],
    ["kind[]=goods&kind=goods&kind=goods", "kind", "repeated"],
    ["locale=fr", "locale", "not_one_of"],
    ["locale=vi&locale=en", "locale", "repeated"],
  ])("the question %s is refused at %s", async (query, field, code) => {
    const { status, json } = await ask(`${v1}/listings?${query}`);
    expect([status, json.code, json.field, json.errors[0].code]).toEqual([422, "request.invalid", field, code]);
    expect(json.errors[0].detail).not.toBe("");
  });

  test.each([
    [{ ...anOrder, cartid: "x" }, "cartid", "unknown_field"],
    [{ ...anOrder, contact: { ...anOrder.contact, fone: "1" } }, "contact.fone", "unknown_field"],
    [{ ...anOrder, contact: { phone: "1" } }, "contact.name", "missing"],
    [{ ...anOrder, contact: { ...anOrder.contact, phone: 912345678 } }, "contact.phone", "wrong_type"],
    [{ ...anOrder, contact: { name: "a\u0000b" } }, "contact.name", "control_characters"],
    [{ ...anOrder, contact: { name: "a\nb" } }, "contact.name", "control_characters"],
    [{ ...anOrder, contact: { name: "a\ud800b" } }, "contact.name", "control_characters"],
    [{ ...anOrder, contact: { name: "a".repeat(201) } }, "contact.name", "too_long"],
    [{ ...anOrder, consents: ["terms", "everything"] }, "consents.1", "not_one_of"],
    [{ ...anOrder, payment: undefined }, "payment", "missing"],
    [{ ...anOrder, delivery: "drone" }, "delivery", "not_one_of"],
    [{ ...anOrder, expectedTotal: 1.5 }, "expectedTotal", "wrong_type"],
    [null, "body", "wrong_type"],
    [[], "body", "wrong_type"],
  ])("an order with a fault is refused where it is: %j", async (json, field, code) => {
    const answer = await place(json);
    expect([answer.status, answer.json.code, answer.json.errors[0].field, answer.json.errors[0].code]).toEqual([422, "request.invalid", field, code]);
  });

  test("vouchers and wrong quantities are named too, all at once", async () => {
    expect((await ask(`${v1}/carts/cart1/quote`, { method: "POST", headers: keys, json: { vouchers: ["TET"] } })).json.errors[0]).toMatchObject({ field: "vouchers", code: "too_many" });
    const { json } = await ask(`${v1}/carts/cart1/lines`, { method: "PUT", headers: keys, json: { quantity: "2", slotId: "" } });
    expect(json.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual(["variantId missing", "slotId too_short", "quantity wrong_type"]);
  });

  test("a missing or broken key is named as a header", async () => {
    expect((await ask(`${v1}/carts/cart1`)).json.errors[0]).toMatchObject({ field: "Cart-Token", code: "missing" });
    expect((await ask(`${v1}/orders/${theCode}`, { headers: { "Order-Key": "two words" } })).json.errors[0]).toMatchObject({ field: "Order-Key", code: "bad_format" });
  });

  test.each([undefined, "short", "a".repeat(201), "two keys"])("[H4] a write that may be repeated needs its key: %s", async (key) => {
    const { "Idempotency-Key": _, ...without } = keys;
    const { status, json } = await place(anOrder, { headers: key === undefined ? without : { ...without, "Idempotency-Key": key } });
    expect([status, json.code, json.field]).toEqual([400, "request.key_missing", "Idempotency-Key"]);
  });

  test.each([
    ["text/plain", "{}"],
    ["application/jsonp", "{}"],
    ["application/json", "{"],
    ["application/json", ""],
    ["application/json", new Uint8Array([0x22, 0xff, 0x22])],
    [undefined, "{}"],
  ])("a body of %s that is no JSON is 415", async (type, body) => {
    const { status, json } = await ask(`${v1}/orders`, { method: "POST", headers: { ...keys, ...(type === undefined ? {} : { "Content-Type": type }) }, body: new Blob([body]) });
    expect([status, json.code]).toEqual([415, "request.not_json"]);
  });

  test("JSON may name its charset", async () => {
    expect((await ask(`${v1}/orders`, { method: "POST", headers: { ...keys, "Content-Type": "application/json; charset=utf-8" }, body: JSON.stringify(anOrder) })).status).toBe(201);
  });

  test("a body that breaks off is half a document", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
    expect((await ask(`${v1}/orders`, { method: "POST", headers: { ...keys, "Content-Type": "application/json" }, body: broken })).status).toBe(415);
  });

  test("a body of more than 64 kB is 413, told or found out while reading", async () => {
    const long = JSON.stringify({ ...anOrder, contact: { name: "a".repeat(70_000) } });
    const type = { ...keys, "Content-Type": "application/json" };
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(long));
        controller.close();
      },
    });
    for (const body of [long, stream]) {
      const { status, json } = await ask(`${v1}/orders`, { method: "POST", headers: type, body });
      expect([status, json.code, json.max]).toEqual([413, "request.too_large", 65_536]);
    }
    expect((await ask(`${v1}/orders`, { method: "POST", headers: { ...type, "Content-Length": "70000" }, body: "{}" })).status).toBe(413);
  });
});

describe("VNPay's notice", () => {
  const ipn = `${v1}/payments/vnpay/ipn`;

  test("hands on the query untouched and answers in VNPay's words", async () => {
    const receiveNotice = vi.fn(aMarket().receiveNotice);
    const raw = "vnp_OrderInfo=Don+hang%20K7MP&vnp_Amount=16000000&vnp_Amount=1&&vnp_SecureHash=AbC%2b%3D";
    const { status, json, headers } = await ask(`${ipn}?${raw}`, { market: aMarket({ receiveNotice }), options: { rateLimits: true } });
    expect(receiveNotice).toHaveBeenCalledWith(raw);
    expect([status, json]).toEqual([200, { RspCode: "00", Message: "Confirm Success" }]);
    expect([headers.get("content-type"), headers.get("cache-control")]).toEqual(["application/json; charset=utf-8", "no-store"]);
  });

  test("answers 200 with 99 on a fault of ours, so that VNPay calls again, and tells us", async () => {
    const report = vi.fn();
    const receiveNotice: Market["receiveNotice"] = async () => {
      throw new Error("the store is gone");
    };
    const { status, json } = await ask(`${ipn}?locale=xx&locale=yy`, { market: aMarket({ receiveNotice }), options: { report } });
    expect([status, json]).toEqual([200, { RspCode: "99", Message: "Unknown error" }]);
    expect(report).toHaveBeenCalledOnce();
  });

  test("comes from anywhere, as often as it likes", async () => {
    const market = aMarket();
    for (let i = 0; i < 300; i++) expect((await ask(ipn, { market, headers: { Origin: "https://elsewhere.example" } })).status).toBe(200);
  });
});

describe("limits on reads", () => {
  test("an address that floods waits; others and writes do not", async () => {
    const market = aMarket();
    const read = (address: string, rateLimits = true) => ask(`${v1}/listings`, { market, address, options: { rateLimits } });
    let last = await read("198.51.100.1");
    for (let i = 0; i < 400 && last.status === 200; i++) last = await read("198.51.100.1");
    expect([last.status, last.json.code, last.json.retryAfterSeconds, last.headers.get("retry-after")]).toEqual([429, "request.too_many", 1, "1"]);
    expect((await read("198.51.100.2")).status).toBe(200);
    expect((await read("198.51.100.1", false)).status).toBe(200);
    expect((await ask(`${v1}/carts`, { method: "POST", market, address: "198.51.100.1" })).status).toBe(201);
  });
});

describe("faults", () => {
  test("a fault of ours is a calm 500 with a reference; its cause goes to us alone", async () => {
    const report = vi.fn();
    const cause = new Error("SQLITE_CORRUPT at /secret/path");
    const listings: Market["listings"] = async () => {
      throw cause;
    };
    const { status, json, text } = await ask(`${v1}/listings`, { market: aMarket({ listings }), options: { report } });
    expect([status, json.code]).toEqual([500, "server.failed"]);
    expect(text).not.toMatch(/SQLITE|secret/);
    expect(json.detail).toContain(json.reference);
    expect(report).toHaveBeenCalledWith(json.reference, cause);
  });

  test("[S1] what may not be seen is told as what is not there", async () => {
    const hidden: Market["cart"] = async () => {
      throw new DomainError("actor.not_allowed", { permission: "order.decide", field: "id" });
    };
    const refused = await ask(`${v1}/carts/cart1`, { headers: keys, market: aMarket({ cart: hidden }) });
    const absent = await ask(`${v1}/nothing`);
    expect([refused.status, refused.text]).toEqual([404, absent.text]);
  });

  test.each(errorCodes)("a verb's %s becomes its problem in both languages", async (code) => {
    const cart: Market["cart"] = async () => {
      throw new DomainError(code);
    };
    const [vietnamese, english] = await Promise.all(["vi", "en"].map((locale) => ask(`${v1}/carts/cart1?locale=${locale}`, { headers: keys, market: aMarket({ cart }) })));
    expect(vietnamese?.status).toBe(english?.status);
    expect(vietnamese?.json.title).not.toBe(english?.json.title);
    expect(vietnamese?.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  });

  test("a problem's type leads to what it means", async () => {
    const { json: problem } = await ask(`${v1}/carts/cart2`, { headers: keys });
    const { status, json } = await ask(problem.type);
    expect([status, json]).toEqual([200, { code: "cart.not_found", status: 404, vi: { title: problem.title, detail: problem.detail }, en: expect.anything() }]);
  });
});

describe("health", () => {
  test("healthz says that the process answers, readyz that its store does", async () => {
    const report = vi.fn();
    const market = aMarket({ isReady: async () => Promise.reject(new Error("gone")) });
    expect(await ask("/healthz", { market })).toMatchObject({ status: 200, json: { status: "ok" } });
    expect(await ask("/readyz", { market, options: { report } })).toMatchObject({ status: 503, json: { status: "unavailable" } });
    expect(report).toHaveBeenCalledOnce();
    expect(await ask("/readyz")).toMatchObject({ status: 200, json: { status: "ok" } });
    expect((await ask("/healthz", { method: "POST" })).headers.get("allow")).toBe("GET, HEAD");
  });
});
