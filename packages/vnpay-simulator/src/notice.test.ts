import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callsOfAResult, retryAfterMs } from "./courier.ts";
import type { Simulator } from "./simulator.ts";
import { pay, recorded, type ShopAnswer, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

let shop: TestShop;
let simulator: Simulator;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shop.answer = () => recorded;
  shop.heard.length = 0;
  simulator = await startTestSimulator(shop);
});
afterEach(() => simulator.close());

async function later(of: Simulator = simulator): Promise<void> {
  of.control.advanceClock(retryAfterMs);
  await of.control.settled();
}

describe("a notice ends", () => {
  it.each(["00", "02"])("with RspCode %s", async (code) => {
    shop.answer = () => ({ body: `{"RspCode":"${code}","Message":"x"}` });
    await pay(simulator, "N1");
    expect(simulator.control.notices()[0]).toMatchObject({ state: "done", calls: 1 });
    await later();
    expect(shop.heard).toHaveLength(1);
  });
});

describe("a notice is called again", () => {
  const notRecorded: [string, ShopAnswer, string][] = [
    ["RspCode 01", { body: '{"RspCode":"01"}' }, "RspCode 01"],
    ["RspCode 04", { body: '{"RspCode":"04"}' }, "RspCode 04"],
    ["RspCode 97", { body: '{"RspCode":"97"}' }, "RspCode 97"],
    ["RspCode 99", { body: '{"RspCode":"99"}' }, "RspCode 99"],
    ["a number for a code", { body: '{"RspCode":0}' }, "not JSON with RspCode"],
    ["a name spelled otherwise", { body: '{"rspCode":"00"}' }, "not JSON with RspCode"],
    ["text", { body: "OK" }, "not JSON with RspCode"],
    ["null", { body: "null" }, "not JSON with RspCode"],
    ["nothing", { body: "" }, "not JSON with RspCode"],
    ["a failure with the right words", { status: 500, body: '{"RspCode":"00"}' }, "HTTP 500"],
    ["a redirect", { status: 302, location: "/recorded" }, "HTTP 302"],
  ];

  it.each(notRecorded)("after %s", async (_, answer, verdict) => {
    shop.answer = (_query, path) => (path === "/recorded" ? recorded : answer);
    await pay(simulator, "N2");
    expect(simulator.control.deliveries("N2")[0]?.verdict).toContain(verdict);
    expect(simulator.control.notices()[0]).toMatchObject({ state: "waiting", calls: 1 });
    shop.answer = () => recorded;
    await later();
    expect(simulator.control.notices()[0]).toMatchObject({ state: "done", calls: 2 });
  });

  it("after silence, when the shop's time to answer is over", async () => {
    const impatient = await startTestSimulator(shop, { ipnTimeoutMs: 30 });
    shop.answer = () => "silence";
    await pay(impatient, "N7");
    expect(impatient.control.deliveries("N7")[0]?.verdict).toBe("no answer within 0.03 s");
    expect(impatient.control.notices()[0]).toMatchObject({ state: "waiting", calls: 1 });
    await impatient.close();
  });

  it("after a shop that is not there", async () => {
    simulator.control.registerIpn("XUDONG01", "http://127.0.0.1:1/ipn");
    await pay(simulator, "N3");
    expect(simulator.control.deliveries()[0]?.verdict).toContain("not reached");
    simulator.control.registerIpn("XUDONG01", shop.ipnUrl);
    await later();
    expect(shop.heard).toHaveLength(1);
  });

  it("not a moment before five minutes, on the simulator's clock", async () => {
    expect(retryAfterMs).toBe(300_000);
    shop.answer = () => ({ body: '{"RspCode":"99"}' });
    await pay(simulator, "N4");
    simulator.control.advanceClock(retryAfterMs - 1);
    await simulator.control.settled();
    expect(shop.heard).toHaveLength(1);
    simulator.control.advanceClock(1);
    await simulator.control.settled();
    expect(shop.heard).toHaveLength(2);
  });

  it("ten times in all, with the same words each time, and then never more", async () => {
    shop.answer = () => ({ body: '{"RspCode":"99"}' });
    await pay(simulator, "N5");
    for (let call = 1; call < callsOfAResult + 3; call += 1) await later();
    expect(shop.heard).toHaveLength(callsOfAResult);
    expect(new Set(shop.heard).size).toBe(1);
    expect(simulator.control.notices()[0]).toMatchObject({ state: "given_up", calls: callsOfAResult });
    expect(simulator.control.deliveries("N5").map(({ call }) => call)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });
});

describe("an endless answer", () => {
  it("is read only as far as an honest one can go", async () => {
    const endless = createServer((_request, response) => {
      const more = (): void => { while (!response.destroyed && response.write("x".repeat(60_000))); };
      response.on("drain", more);
      more();
    }).listen(0, "127.0.0.1");
    await once(endless, "listening");
    simulator.control.registerIpn("XUDONG01", `http://127.0.0.1:${(endless.address() as AddressInfo).port}/`);
    await pay(simulator, "N6");
    expect(simulator.control.deliveries("N6")[0]).toMatchObject({ verdict: "the answer is not JSON with RspCode", answer: "x".repeat(4096) });
    endless.close();
    endless.closeAllConnections();
  });
});

describe("a restart", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "vnpay-simulator-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const startFromFile = (more = {}): Promise<Simulator> => startTestSimulator(shop, { file: join(folder, "books.sqlite"), ...more });

  it("sends what was never sent", async () => {
    const first = await startFromFile();
    first.control.turnKnobs({ ipn: "late", ipnLateSeconds: 60 });
    await pay(first, "R1");
    await first.close();
    expect(shop.heard).toHaveLength(0);
    const second = await startFromFile();
    await later(second);
    expect(shop.heard).toHaveLength(1);
    expect(second.control.payment("R1")?.outcome).toBe("success");
    await second.close();
  });

  it("sends at once what was broken off in the middle of a call", async () => {
    const first = await startFromFile();
    const reached = Promise.withResolvers<void>();
    shop.answer = () => (reached.resolve(), "silence");
    const paying = pay(first, "R2").catch(() => "hung up");
    await reached.promise;
    await first.close();
    await paying;
    shop.answer = () => recorded;
    const second = await startFromFile();
    await second.control.settled();
    expect(second.control.notices()[0]).toMatchObject({ state: "done", calls: 2 });
    expect(second.control.deliveries("R2").map(({ verdict }) => verdict)).toEqual(["RspCode 00: recorded", "no answer was recorded"]);
    await second.close();
  });

  it("keeps the clock and the knobs", async () => {
    const first = await startFromFile();
    first.control.setClock(3_600_000);
    first.control.turnKnobs({ return: "never" });
    await first.close();
    const second = await startFromFile();
    expect(second.control.clock().offsetMs).toBe(3_600_000);
    expect(second.control.knobs().return).toBe("never");
    await second.close();
  });
});

describe("a developer", () => {
  it("sends the genuine notice again, once", async () => {
    await pay(simulator, "D1");
    shop.answer = () => ({ body: '{"RspCode":"99"}' });
    await simulator.control.sendAgain("D1");
    await later();
    expect(shop.heard).toHaveLength(2);
    expect(shop.heard[1]).toBe(shop.heard[0]);
  });
});
