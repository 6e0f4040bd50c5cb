import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Simulator } from "./simulator.ts";
import { arrive, ask, proved, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

const window = 15 * 60_000;

let shop: TestShop;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.heard.length = 0;
});

async function leave(simulator: Simulator, txnRef: string, lapse?: "ipn" | "silent"): Promise<void> {
  if (lapse !== undefined) simulator.control.turnKnobs({ lapse }, txnRef);
  await arrive(simulator, { vnp_TxnRef: txnRef });
}

const outlast = async (simulator: Simulator, ms: number): Promise<void> => {
  simulator.control.advanceClock(ms);
  await simulator.control.settled();
};

describe("a customer who leaves until the time is over", () => {
  it("is not spoken of, unless the knob says so", async () => {
    const simulator = await startTestSimulator(shop);
    await leave(simulator, "L1");
    await outlast(simulator, window);
    expect(shop.heard).toEqual([]);
    expect(simulator.control.payment("L1")?.outcome).toBeNull();
    await simulator.close();
  });

  it("is told with 11, once, not a moment before the time is over", async () => {
    const simulator = await startTestSimulator(shop);
    await leave(simulator, "L2", "ipn");
    await outlast(simulator, window - 1);
    expect(shop.heard).toEqual([]);
    await outlast(simulator, 1);
    await outlast(simulator, window);
    expect(shop.heard.map((query) => proved(query)["vnp_ResponseCode"])).toEqual(["11"]);
    expect((await ask(simulator, "querydr", { vnp_TxnRef: "L2" }))["vnp_TransactionStatus"]).toBe("02");
    await simulator.close();
  });

  it("long ago is not woken by a knob that is turned today", async () => {
    const simulator = await startTestSimulator(shop);
    await leave(simulator, "L3");
    await outlast(simulator, window);
    simulator.control.turnKnobs({ lapse: "ipn" });
    await outlast(simulator, window);
    expect(shop.heard).toEqual([]);
    await simulator.close();
  });

  it("while nobody was running is told at the next start", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vnpay-simulator-"));
    const file = join(folder, "books.sqlite");
    let now = Date.UTC(2026, 10, 23, 3);
    const first = await startTestSimulator(shop, { file, machineClock: () => now });
    await leave(first, "L4", "ipn");
    await first.close();
    now += window;
    const second = await startTestSimulator(shop, { file, machineClock: () => now });
    await second.control.settled();
    expect(shop.heard.map((query) => proved(query)["vnp_TxnRef"])).toEqual(["L4"]);
    await second.close();
    rmSync(folder, { recursive: true });
  });
});
