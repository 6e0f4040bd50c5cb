import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NoticeFault } from "./faulty-notice.ts";
import { readVnpParameters } from "./raw-query.ts";
import type { Simulator } from "./simulator.ts";
import { arrive, pay, proved, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

let shop: TestShop;
let simulator: Simulator;
beforeAll(async () => {
  shop = await startTestShop();
  simulator = await startTestSimulator(shop);
  await pay(simulator, "F1");
});
afterAll(async () => {
  await simulator.close();
  await shop.close();
});

async function heardFor(fault: NoticeFault, txnRef = "F1"): Promise<string> {
  await simulator.control.sendFaulty(txnRef, fault);
  return shop.heard.at(-1) ?? "";
}

describe("a faulty notice", () => {
  it("has a signature of the right form that is wrong", async () => {
    const query = await heardFor("wrong-signature");
    expect(query).toMatch(/&vnp_SecureHash=[0-9a-f]{128}$/);
    expect(() => proved(query)).toThrow("not signed rightly");
  });

  it.each<[NoticeFault, string, string]>([
    ["wrong-amount", "vnp_Amount", "12100000"],
    ["other-terminal", "vnp_TmnCode", "OTHER001"],
    ["disagreement", "vnp_TransactionStatus", "02"],
    ["extra-parameter", "vnp_Extra", "1"],
  ])("%s is signed rightly and says %s = %s", async (fault, name, value) => {
    expect(proved(await heardFor(fault))[name]).toBe(value);
  });

  it("speaks of a payment nobody knows", async () => {
    expect(proved(await heardFor("unknown-ref"))["vnp_TxnRef"]).toMatch(/^X[0-9a-f]{16}$/);
  });

  it("lacks the status, or gives the amount twice", async () => {
    expect(proved(await heardFor("missing-parameter"))).not.toHaveProperty("vnp_TransactionStatus");
    expect(readVnpParameters(await heardFor("duplicate-parameter"))).toBeNull();
  });

  it("can lie about a payment that is still open, and leaves it open", async () => {
    await arrive(simulator, { vnp_TxnRef: "F2" });
    expect(proved(await heardFor("wrong-amount", "F2"))).toMatchObject({ vnp_ResponseCode: "00", vnp_Amount: "12100000" });
    expect(simulator.control.payment("F2")?.outcome).toBeNull();
  });

  it("is called once, whatever the shop answers", async () => {
    shop.answer = () => ({ body: '{"RspCode":"97"}' });
    await heardFor("wrong-signature");
    expect(simulator.control.notices()[0]).toMatchObject({ kind: "wrong-signature", state: "given_up", calls: 1 });
  });
});
