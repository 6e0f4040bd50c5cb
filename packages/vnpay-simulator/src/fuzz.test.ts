import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signQuery } from "./signature.ts";
import type { Simulator } from "./simulator.ts";
import { arrive, ask, pagesOf, payPairs, secret, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

// The law: whatever is sent, the answer is never a 5xx, and a payment nobody signed for never exists.
let shop: TestShop;
let simulator: Simulator;
const faults: string[] = [];
beforeAll(async () => {
  shop = await startTestShop();
  simulator = await startTestSimulator(shop, { log: (line) => line.startsWith("A fault of the simulator") && faults.push(line) });
});
afterAll(async () => {
  await simulator.close();
  await shop.close();
  expect(faults).toEqual([]);
});

const runs = { numRuns: 60 };
const status = async (path: string, init: RequestInit = {}): Promise<number> => {
  const response = await fetch(simulator.url + path, { redirect: "manual", ...init });
  await response.text();
  return response.status;
};
const nastyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }), fc.constantFrom("", "0", "%", "\0", "\ud800", "__proto__", "constructor", "9".repeat(400), "2026-11-23", "null"),
);
const name = fc.constantFrom(...payPairs().map(([known]) => known), "vnp_BankCode", "vnp_SecureHash", "vnp_", "vnp_x[]", "__proto__", "utm");

describe("never a 5xx", () => {
  it("for pay requests that are signed and nonsense", () => fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, nastyText), { maxLength: 4 }), async (changes) => {
      const pairs = new Map([...payPairs(), ...changes]);
      expect(await status(`/paymentv2/vpcpay.html?${signQuery([...pairs], secret)}`)).toBeLessThan(500);
    }), runs,
  ));

  it("for raw queries, of which none opens a payment", async () => {
    const before = simulator.control.payments().length;
    await fc.assert(fc.asyncProperty(fc.string({ unit: fc.constantFrom(..."vnp_=&%+AZ09[]."), maxLength: 80 }), async (query) => {
      expect(await status(`/paymentv2/vpcpay.html?${query}`)).toBeLessThan(500);
    }), runs);
    expect(simulator.control.payments()).toHaveLength(before);
  });

  it("for bodies of the JSON API, signed or not", () => fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), nastyText), async (body) => {
      expect(await status("/merchant_webapi/api/transaction", { method: "POST", body })).toBeLessThan(500);
    }), runs,
  ));

  it("for signed API requests with nonsense in them", async () => {
    await arrive(simulator, { vnp_TxnRef: "FUZZ" });
    await fc.assert(fc.asyncProperty(
      fc.constantFrom("querydr" as const, "refund" as const), fc.constantFrom("vnp_TxnRef", "vnp_Amount", "vnp_TransactionDate", "vnp_RequestId", "vnp_TransactionType"), nastyText,
      async (command, field, value) => {
        const answer = await ask(simulator, command, { vnp_TxnRef: "FUZZ", vnp_TransactionType: "03", vnp_Amount: "100", vnp_CreateBy: "An", [field]: value });
        expect(answer["vnp_ResponseCode"]).toMatch(/^(00|03|91|94|95|97)$/);
      },
    ), runs);
  });

  it("for forms of an open payment", async () => {
    await arrive(simulator, { vnp_TxnRef: "FORM" });
    const base = pagesOf(simulator, "FORM");
    const step = fc.constantFrom("", "/card", "/otp", "/outcome", "/bank", "/nothing", "/card?bank=%zz&fill=x");
    await fc.assert(fc.asyncProperty(step, fc.constantFrom("number", "otp", "outcome", "holder"), nastyText, async (path, field, value) => {
      expect(await status(base + path, { method: "POST", body: new URLSearchParams({ [field]: value }) })).toBeLessThan(500);
    }), runs);
  });

  it("for the control API", () => fc.assert(
    fc.asyncProperty(
      fc.constantFrom("/clock", "/knobs", "/payments/X/outcome", "/payments/X/ipn", "/refunds/1", "/terminals/XUDONG01", "/terminals/KHONGCO1/ipn", "/%"),
      fc.oneof(fc.json(), nastyText, fc.dictionary(fc.constantFrom("ipn", "decide", "txnRef", "fault", "status", "ipnUrl", "outcome"), fc.jsonValue()).map((value) => JSON.stringify(value))),
      async (path, body) => {
        expect(await status(`/control${path}`, { method: "POST", body, headers: { "content-type": "application/json" } })).toBeLessThan(500);
      },
    ), runs,
  ));

  // What people who mean harm try first: each shape in each place where text is read.
  const long = "9".repeat(10_000);
  const hostile: readonly [string, string][] = [
    ["an array", "vnp_TxnRef[]=A&vnp_TxnRef[]=B"], ["an indexed array", "vnp_TxnRef[0]=A"], ["an object", "vnp_TxnRef[a][b]=1"], ["a name twice", "vnp_TxnRef=A&vnp_TxnRef=B"],
    ["ten thousand characters", `vnp_OrderInfo=${long}`], ["a long name", `vnp_${long}=1`], ["NUL", "vnp_TxnRef=A%00B"], ["a broken escape", "vnp_TxnRef=%E0%A4%A"], ["a lone %", "vnp_TxnRef=%"],
    ["half a surrogate", "vnp_OrderInfo=%ED%A0%80"], ["overlong UTF-8", "vnp_OrderInfo=%C0%80"], ["no name", "=1&=&==&&"], ["a line break", "vnp_ReturnUrl=http://x%0d%0aSet-Cookie:a=b"],
    ["a prototype", "__proto__[x]=1&constructor=2&vnp___proto__=3"], ["a thousand names", Array.from({ length: 1000 }, (_, n) => `vnp_${n}=${n}`).join("&")],
  ];

  it.each(hostile)("for %s in a pay query, a form or the control page", async (_, text) => {
    await arrive(simulator, { vnp_TxnRef: "HOSTILE" });
    const base = pagesOf(simulator, "HOSTILE");
    const type = { "content-type": "application/x-www-form-urlencoded" };
    const renamed = (name: string): string => text.replaceAll("vnp_TxnRef", name).replaceAll("vnp_OrderInfo", name);
    const answers = await Promise.all([
      status(`/paymentv2/vpcpay.html?${text}`),
      status(`/paymentv2/vpcpay.html?${signQuery(payPairs({ vnp_TxnRef: "HOSTILE2" }), secret)}&${text}`),
      status(`/paymentv2/vpcpay.html?vnp_Command=genqr&${text}`),
      status(`/paymentv2/Payment/Error.html?${renamed("code")}`),
      status(`${base}?${renamed("lang")}`), status(`${base}/card?${renamed("bank")}`), status(`${base}/card?${renamed("fill")}`), status(`${base}/cancel?${renamed("from")}`),
      status(`${base}/card`, { method: "POST", headers: type, body: renamed("number") }),
      status(`${base}/otp`, { method: "POST", headers: type, body: renamed("otp") }),
      status(`${base}/outcome`, { method: "POST", headers: type, body: renamed("outcome") }),
      status(`/control?${renamed("problem")}`), status(`/control/deliveries?${renamed("txnRef")}`),
      status("/control/knobs", { method: "POST", headers: type, body: renamed("txnRef") }),
      status("/control/terminals/XUDONG01", { method: "POST", headers: type, body: renamed("ipnUrl") }),
    ]);
    expect(answers.filter((code) => code >= 500)).toEqual([]);
    expect(simulator.control.payment("HOSTILE")?.outcome ?? "details").toBe("details");
    simulator.control.registerIpn("XUDONG01", shop.ipnUrl);
  });

  const bodies: readonly [string, string | Uint8Array<ArrayBuffer>][] = [
    ["an array", "[]"], ["a number", "1"], ["null", "null"], ["nothing", ""], ["half an object", '{"vnp_Command":"querydr"'], ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
    ["an array for a value", '{"vnp_Command":"querydr","vnp_TxnRef":["A"],"vnp_TmnCode":"XUDONG01"}'], ["an object for a value", '{"vnp_Command":"refund","vnp_Amount":{"$gt":0}}'],
    ["a name twice", '{"vnp_Command":"querydr","vnp_Command":"refund"}'], ["a prototype", '{"__proto__":{"vnp_TmnCode":"XUDONG01"},"constructor":1,"vnp_Command":"refund"}'],
    ["ten thousand characters", JSON.stringify({ vnp_Command: "querydr", vnp_TmnCode: "XUDONG01", vnp_TxnRef: long })], ["NUL", '{"vnp_Command":"refund","vnp_TmnCode":"XUDONG01","vnp_TxnRef":"a\\u0000"}'],
    ["a thousand brackets", "[".repeat(1000)], ["sixty thousand brackets", '{"a":'.repeat(12_000)], ["a number beyond all", '{"vnp_Command":"refund","vnp_Amount":1e999}'], ["half a surrogate", '{"vnp_TxnRef":"\\ud800","vnp_Command":"querydr","vnp_TmnCode":"XUDONG01"}'],
  ];

  it.each(bodies)("for %s as a body, of whatever type it is said to be", async (_, body) => {
    for (const type of ["application/json", "application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "application/json; charset=utf-16", "\u00ff"]) {
      for (const path of ["/merchant_webapi/api/transaction", "/qrpayauth/api/merchant/get_bank_list", "/control/clock", "/control/knobs", "/control/payments/X/outcome", "/control/terminals/XUDONG01", "/control/terminals/XUDONG01/ipn"]) {
        expect(await status(path, { method: "POST", headers: { "content-type": type }, body }), `${path} as ${type}`).toBeLessThan(500);
      }
    }
  });

  it("for a refused request while answers lie about its amount", async () => {
    simulator.control.turnKnobs({ api: "other-amount" });
    const refused = await ask(simulator, "refund", { vnp_TxnRef: "NONE", vnp_TransactionType: "02", vnp_Amount: "a lot", vnp_CreateBy: "An" });
    expect(refused["vnp_ResponseCode"]).toBe("03");
    simulator.control.forgetKnobs();
  });

  it.each(["/merchant_webapi/api/transaction", "/control/knobs", "/paymentv2/pay/" + "0".repeat(32)])("for a body larger than anyone needs, at %s", async (path) => {
    expect(await status(path, { method: "POST", body: "x".repeat(5_000_000) })).toBe(413);
  });

  it("for an address longer than a server reads", async () => {
    expect(await status(`/paymentv2/vpcpay.html?vnp_OrderInfo=${"a".repeat(20_000)}`)).toBe(431);
  });

  it.each(["/", "//", "/..", "/paymentv2/pay/", `/paymentv2/pay/${"0".repeat(32)}`, "/%", "/control/%ff", "/favicon.ico"])("for the address %s", async (path) => {
    expect(await status(path)).toBeLessThan(500);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"])("for the method %s", async (method) => {
    for (const path of ["/", "/paymentv2/vpcpay.html", "/merchant_webapi/api/transaction", "/control", "/control/clock"]) {
      expect(await status(path, { method })).toBeLessThan(500);
    }
  });

  it("for a request that is no HTTP at all, nor for a caller who hangs up halfway", async () => {
    const said = await new Promise<string>((resolve) => {
      const socket = connect(simulator.port, "127.0.0.1", () => socket.end("GET http://[ HTTP/1.1\r\nHost: \x01\r\n\r\n"));
      let text = "";
      socket.on("data", (chunk) => (text += String(chunk))).on("close", () => resolve(text));
    });
    expect(said).not.toMatch(/^HTTP\/1\.1 5/);
    await new Promise<void>((resolve) => {
      const socket = connect(simulator.port, "127.0.0.1", () => {
        socket.write("POST /merchant_webapi/api/transaction HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{", () => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
    expect(await status("/control/clock")).toBe(200);
  });
});
