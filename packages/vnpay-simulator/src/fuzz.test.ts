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

  it("for a body larger than anyone needs", async () => {
    expect(await status("/merchant_webapi/api/transaction", { method: "POST", body: "x".repeat(100_000) })).toBe(413);
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
