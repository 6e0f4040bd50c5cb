import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator } from "./simulator.ts";
import { arrive, ask, pay, proved, queryOf, recorded, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

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

describe("the knobs", () => {
  const turned = async (txnRef: string, knobs: Parameters<Simulator["control"]["turnKnobs"]>[0]) => {
    simulator.control.turnKnobs(knobs, txnRef);
    const before = shop.heard.length;
    const back = await pay(simulator, txnRef);
    return { back, heard: () => shop.heard.slice(before).filter((query) => query.includes(`vnp_TxnRef=${txnRef}&`)).length };
  };
  const state = (txnRef: string) => simulator.control.notices().filter(({ paymentId }) => paymentId === simulator.control.payment(txnRef)?.id).map((notice) => notice.state);

  it("usual: the notice is answered before the customer goes back", async () => {
    expect((await turned("K0", {})).heard()).toBe(1);
    expect(state("K0")).toEqual(["done"]);
  });

  it("return-first and late: the customer is back before the notice, which comes by the simulator's clock", async () => {
    const own = await startTestSimulator(shop);
    own.control.turnKnobs({ ipn: "return-first" }, "KR");
    own.control.turnKnobs({ ipn: "late", ipnLateSeconds: 3600 }, "KL");
    const before = shop.heard.length;
    expect((await pay(own, "KR")).status).toBe(302);
    expect((await pay(own, "KL")).status).toBe(302);
    expect(shop.heard).toHaveLength(before);
    own.control.advanceClock(2000);
    await own.control.settled();
    expect(shop.heard.slice(before).map((query) => /vnp_TxnRef=(\w+)/.exec(query)?.[1])).toEqual(["KR"]);
    expect((await ask(own, "querydr", { vnp_TxnRef: "KL" }))["vnp_TransactionStatus"]).toBe("00");
    own.control.advanceClock(3_600_000);
    await own.control.settled();
    expect(shop.heard).toHaveLength(before + 2);
    await own.close();
  });

  it("never: no notice exists, querydr still tells the truth", async () => {
    expect((await turned("KN", { ipn: "never" })).heard()).toBe(0);
    expect(state("KN")).toEqual([]);
    expect((await ask(simulator, "querydr", { vnp_TxnRef: "KN" }))["vnp_TransactionStatus"]).toBe("00");
  });

  it("twice: the second starts when the first is answered; twice-at-once: both are open together", async () => {
    const startedBy = async (txnRef: string, ipn: "twice" | "twice-at-once"): Promise<number[]> => {
      const started: number[] = [];
      shop.answer = () => (started.push(simulator.control.deliveries(txnRef).length), recorded);
      expect((await turned(txnRef, { ipn })).heard()).toBe(2);
      shop.answer = () => recorded;
      return started;
    };
    expect(await startedBy("K2", "twice")).toEqual([1, 2]);
    expect(await startedBy("K22", "twice-at-once")).toEqual([2, 2]);
  });

  it("return never: the tab is closed, the notice is sent", async () => {
    const { back, heard } = await turned("KC", { return: "never" });
    expect(back).toMatchObject({ status: 200, location: "" });
    expect(heard()).toBe(1);
  });

  it("decide: the payment ends without a press, for every payment or for one", async () => {
    simulator.control.turnKnobs({ decide: "limit" }, "KD");
    expect(proved(queryOf((await arrive(simulator, { vnp_TxnRef: "KD" })).location))["vnp_ResponseCode"]).toBe("65");
    simulator.control.turnKnobs({ decide: "success" });
    expect(proved(queryOf((await arrive(simulator, { vnp_TxnRef: "KE" })).location))["vnp_ResponseCode"]).toBe("00");
    simulator.control.forgetKnobs();
    expect((await arrive(simulator, { vnp_TxnRef: "KF" })).status).toBe(200);
  });
});
