import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuseStrangers } from "./control-guard.ts";
import type { Simulator } from "./simulator.ts";
import { arrive, ask, pay, proved, seen, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

let shop: TestShop;
let simulator: Simulator;
beforeAll(async () => {
  shop = await startTestShop();
  simulator = await startTestSimulator(shop);
});
afterAll(async () => {
  await simulator.close();
  await shop.close();
});

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; value: Record<string, unknown> }> {
  const response = await fetch(`${simulator.url}/control${path}`, {
    method, headers: { "content-type": "application/json", ...headers }, body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: response.status, value: (await response.json()) as Record<string, unknown> };
}

describe("the control API", () => {
  it("reads and moves the clock", async () => {
    expect((await call("GET", "/clock")).value).toEqual({ now: "2026-11-23T03:00:00.000Z", offsetMs: 0 });
    expect((await call("POST", "/clock", { advanceMs: 60_000 })).value["offsetMs"]).toBe(60_000);
    expect((await call("POST", "/clock", { offsetMs: 0 })).value["now"]).toBe("2026-11-23T03:00:00.000Z");
    for (const wrong of [{}, { offsetMs: 1.5 }, { offsetMs: "later" }, { offsetMs: 1e15 }]) expect((await call("POST", "/clock", wrong)).status).toBe(400);
  });

  it("sends what falls due when the clock is moved", async () => {
    shop.answer = () => ({ body: '{"RspCode":"99"}' });
    await pay(simulator, "C1");
    shop.answer = () => ({ body: '{"RspCode":"00"}' });
    await call("POST", "/clock", { advanceMs: 300_000 });
    await call("POST", "/settle");
    expect((await call("GET", "/deliveries?txnRef=C1")).value).toMatchObject([{ call: 2, verdict: "RspCode 00: recorded" }, { call: 1, txnRef: "C1" }]);
    await call("POST", "/clock", { offsetMs: 0 });
  });

  it("turns knobs for all and for one, and refuses what it does not know", async () => {
    await call("POST", "/knobs", { ipn: "twice" });
    expect((await call("POST", "/knobs", { txnRef: "C2", ipn: "never" })).value).toMatchObject({ ipn: "never", return: "sent" });
    expect((await call("GET", "/knobs")).value["ipn"]).toBe("twice");
    expect((await call("GET", "/knobs?txnRef=C2")).value["ipn"]).toBe("never");
    await call("DELETE", "/knobs");
    expect((await call("GET", "/knobs?txnRef=C2")).value["ipn"]).toBe("before-return");
    for (const wrong of [{ ipn: "sometimes" }, { colour: "red" }, { ipnLateSeconds: -1 }, { ipnLateSeconds: true }, { decide: "toString" }, { apiDelayMs: 1e9 }, { refund: 1 }, { lapse: "loud" }]) {
      expect((await call("POST", "/knobs", wrong)).status).toBe(400);
    }
  });

  it("ends a payment without a browser, once", async () => {
    await arrive(simulator, { vnp_TxnRef: "C3" });
    expect((await call("POST", "/payments/C3/outcome", { outcome: "success" })).value).toMatchObject({ outcome: "success", txnRef: "C3" });
    expect((await call("POST", "/payments/C3/outcome", { outcome: "cancel" })).status).toBe(400);
    expect((await call("GET", "/payments/C3")).value).toMatchObject({ responseCode: "00" });
    expect((await call("GET", "/payments/NONE")).status).toBe(400);
  });

  it("lets a suspicious payment through: it is paid, told anew and can be refunded", async () => {
    shop.answer = () => ({ body: '{"RspCode":"99"}' });
    await pay(simulator, "REVIEW1", "suspicious");
    shop.answer = () => ({ body: '{"RspCode":"00"}' });
    const { transactionNo } = simulator.control.payment("REVIEW1") ?? {};
    expect((await call("POST", "/payments/REVIEW1/outcome", { outcome: "success" })).value["error"]).toMatch(/ended already.*review/);
    expect((await call("POST", "/payments/REVIEW1/review", { review: "maybe" })).status).toBe(400);
    expect((await call("POST", "/payments/REVIEW1/review", { review: "passed" })).value).toMatchObject({ outcome: "success", responseCode: "00", transactionNo });
    expect(proved(shop.heard.at(-1) ?? "")).toMatchObject({ vnp_TxnRef: "REVIEW1", vnp_ResponseCode: "00", vnp_TransactionStatus: "00", vnp_TransactionNo: transactionNo });
    expect(await ask(simulator, "querydr", { vnp_TxnRef: "REVIEW1" })).toMatchObject({ vnp_ResponseCode: "00", vnp_TransactionStatus: "00" });
    const refund = { vnp_TxnRef: "REVIEW1", vnp_TransactionType: "02", vnp_Amount: "12000000", vnp_TransactionNo: "0", vnp_CreateBy: "An" };
    expect((await ask(simulator, "refund", refund))["vnp_ResponseCode"]).toBe("00");
    // Nothing is left that would say 07 again.
    const heard = shop.heard.length;
    simulator.control.advanceClock(3_600_000);
    await simulator.control.settled();
    simulator.control.setClock(0);
    expect(shop.heard).toHaveLength(heard);
    expect((await call("POST", "/payments/REVIEW1/review", { review: "turned-down" })).status).toBe(400);
  });

  it("turns a suspicious payment down: it is not paid", async () => {
    await pay(simulator, "REVIEW2", "suspicious");
    expect(await ask(simulator, "querydr", { vnp_TxnRef: "REVIEW2" })).toMatchObject({ vnp_TransactionStatus: "07" });
    const { text } = await seen(await fetch(`${simulator.url}/control?lang=vn`));
    expect(text).toContain('<button name="review" value="passed">Cho qua</button>');
    await fetch(`${simulator.url}/control/payments/REVIEW2/review`, { method: "POST", body: new URLSearchParams({ review: "turned-down" }), redirect: "manual" });
    expect(proved(shop.heard.at(-1) ?? "")).toMatchObject({ vnp_TxnRef: "REVIEW2", vnp_ResponseCode: "99", vnp_TransactionStatus: "02" });
    expect(await ask(simulator, "querydr", { vnp_TxnRef: "REVIEW2" })).toMatchObject({ vnp_TransactionStatus: "02" });
    await pay(simulator, "REVIEW3");
    expect((await call("POST", "/payments/REVIEW3/review", { review: "passed" })).value["error"]).toMatch(/not suspicious/);
  });

  it("sends a notice again, a faulty one, or any parameters", async () => {
    await pay(simulator, "C4");
    expect((await call("POST", "/payments/C4/ipn")).value).toMatchObject({ kind: "again", verdict: "RspCode 00: recorded" });
    expect((await call("POST", "/payments/C4/ipn", { fault: "wrong-amount" })).value).toMatchObject({ kind: "wrong-amount" });
    expect((await call("POST", "/payments/C4/ipn", { fault: "odd" })).status).toBe(400);
    await call("POST", "/terminals/XUDONG01/ipn", { vnp_TxnRef: "ANY", vnp_Amount: "100" });
    expect(proved(shop.heard.at(-1) ?? "")).toEqual({ vnp_TxnRef: "ANY", vnp_Amount: "100" });
    expect((await call("POST", "/terminals/KHONGCO1/ipn", {})).status).toBe(400);
  });

  it("registers another IPN address", async () => {
    expect((await call("POST", "/terminals/XUDONG01", { ipnUrl: "ftp://x" })).status).toBe(400);
    expect((await call("POST", "/terminals/XUDONG01", { ipnUrl: `${shop.ipnUrl}?from=control` })).status).toBe(200);
    await pay(simulator, "C5");
    expect(shop.heard.at(-1)).toMatch(/^from=control&vnp_Amount=/);
    await call("POST", "/terminals/XUDONG01", { ipnUrl: shop.ipnUrl });
  });

  it("locks a terminal, and tells of terminals without their secrets", async () => {
    expect((await call("POST", "/terminals/XUDONG01", { state: "broken" })).status).toBe(400);
    expect((await call("POST", "/terminals/XUDONG01", {})).status).toBe(400);
    expect((await call("POST", "/terminals/XUDONG01", { state: "locked" })).value).toMatchObject({ tmnCode: "XUDONG01", state: "locked", ipnUrl: shop.ipnUrl });
    expect((await arrive(simulator, { vnp_TxnRef: "CLOCK" })).location).toContain("code=04");
    await call("POST", "/terminals/XUDONG01", { state: "open" });
    const terminals = await call("GET", "/terminals");
    expect(terminals.value).toMatchObject([{ tmnCode: "XUDONG01", state: "open" }]);
    expect(JSON.stringify(terminals.value)).not.toContain("BIMAT");
  });

  it("lets held answers go, and forgets knobs without DELETE, which no form can send", async () => {
    expect((await call("POST", "/release")).value).toEqual({ released: 0 });
    await call("POST", "/knobs", { txnRef: "C7", apiDelayMs: 5, refund: "refused", lapse: "ipn" });
    expect((await call("POST", "/knobs/forget", { txnRef: "C7" })).value).toMatchObject({ apiDelayMs: 0, refund: "by-hand", lapse: "silent" });
  });

  it("moves a refund", async () => {
    await pay(simulator, "C6");
    await ask(simulator, "refund", { vnp_TxnRef: "C6", vnp_TransactionType: "02", vnp_Amount: "12000000", vnp_TransactionNo: "0", vnp_CreateBy: "An" });
    const [refund] = (await call("GET", "/refunds")).value as unknown as { id: number; txnRef: string }[];
    expect(refund?.txnRef).toBe("C6");
    expect((await call("POST", `/refunds/${refund?.id}`, { status: "09" })).value["status"]).toBe("09");
    expect((await call("POST", `/refunds/${refund?.id}`, { status: "00" })).status).toBe(400);
  });

  it("says what it does not have", async () => {
    expect((await call("GET", "/nothing")).status).toBe(404);
    expect((await call("PUT", "/clock", {})).status).toBe(405);
    expect((await call("POST", "/payments/%zz/outcome", {})).status).toBe(400);
  });
});

describe("the control API refuses", () => {
  it.each([["192.168.1.20", 403], ["::ffff:10.0.0.7", 403], ["fe80::1", 403], ["", 403], ["127.0.0.1", 200], ["::ffff:127.0.0.1", 200], ["::1", 200]])(
    "or lets in the peer %s: %d", (peer, status) => {
      const asked = { method: "GET", path: "/control", query: "", body: "", peer, headers: { host: "localhost:4322" } };
      expect(refuseStrangers(asked)?.status ?? 200).toBe(status);
    },
  );

  const statusOf = (path: string, headers: Record<string, string>, method = "GET"): Promise<number> => new Promise((resolve, reject) => {
    request({ port: simulator.port, host: "127.0.0.1", path, method, headers }, (response) => resolve(response.resume().statusCode ?? 0)).on("error", reject).end();
  });

  it("a name that was made to point at this machine", async () => {
    expect(await statusOf("/control/clock", { host: "evil.example:4322" })).toBe(403);
    expect(await statusOf("/control", { host: "evil.example" })).toBe(403);
    expect(await statusOf("/control/clock", { host: `localhost:${simulator.port}` })).toBe(200);
  });

  it("a page of another origin", async () => {
    expect((await call("POST", "/settle", {}, { origin: "http://127.0.0.1:4321" })).status).toBe(403);
    expect((await call("POST", "/settle", {}, { origin: "null" })).status).toBe(403);
    expect((await call("POST", "/settle", {}, { origin: simulator.url })).status).toBe(200);
  });
});

describe("the control page", () => {
  it("lists what happened and turns knobs with forms alone", async () => {
    await pay(simulator, "P1");
    const page = await seen(await fetch(`${simulator.url}/control`));
    expect(page.status).toBe(200);
    expect(page.text).toContain("P1");
    const pressed = await fetch(`${simulator.url}/control/clock`, { method: "POST", body: new URLSearchParams({ advanceMinutes: "5" }), redirect: "manual" });
    expect([pressed.status, pressed.headers.get("location")]).toEqual([303, "/control"]);
    expect(simulator.control.clock().offsetMs).toBe(300_000);
    simulator.control.setClock(0);
  });

  it("speaks the language asked for, else the browser's, and keeps it after a form", async () => {
    const title = async (query: string, accept: string) => /<html lang="(\w+)">/.exec((await seen(await fetch(`${simulator.url}/control${query}`, { headers: { "accept-language": accept } }))).text)?.[1];
    expect(await title("", "vi-VN,vi;q=0.9")).toBe("vi");
    expect(await title("", "de,vi;q=0.9")).toBe("en");
    expect(await title("?lang=en", "vi")).toBe("en");
    const wrong = await fetch(`${simulator.url}/control/knobs`, { method: "POST", body: new URLSearchParams({ ipn: "odd", lang: "vn" }), redirect: "manual" });
    expect(wrong.headers.get("location")).toMatch(/^\/control\?lang=vn&problem=/);
    expect((await seen(await fetch(simulator.url + (wrong.headers.get("location") ?? "")))).text).toContain("Một núm có giá trị không hợp lệ");
  });

  it("shows knobs of one reference, an open payment's page, a refund's next states and every terminal", async () => {
    await arrive(simulator, { vnp_TxnRef: "P2" });
    await pay(simulator, "P3");
    await ask(simulator, "refund", { vnp_TxnRef: "P3", vnp_TransactionType: "02", vnp_Amount: "12000000", vnp_TransactionNo: "0", vnp_CreateBy: "An" });
    simulator.control.turnKnobs({ ipn: "late" }, "P2");
    const { text } = await seen(await fetch(`${simulator.url}/control?lang=vn`));
    expect(text).toContain("<code>P2</code> ipn late");
    expect(text).toContain(`/paymentv2/pay/${simulator.control.payment("P2")?.token}?lang=vn`);
    expect(text).toContain('<button name="status" value="06">06 đã gửi ngân hàng</button>');
    expect(text).toContain('name="ipnUrl" type="url"');
    simulator.control.forgetKnobs();
  });

  it("says in words why a wish was refused", async () => {
    const pressed = await seen(await fetch(`${simulator.url}/control/knobs`, { method: "POST", body: new URLSearchParams({ ipn: "odd" }) }));
    expect(pressed.text).toContain("A knob has a value it cannot take");
  });
});
