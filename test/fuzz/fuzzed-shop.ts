import { randomBytes, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { goodsOnSale, visitOnSale, type GoodsOnSale, type VisitOnSale } from "@xudong/catalog/testing";
import { newGuestAnswers, type PlacedGuest } from "./guests.ts";
import type { Shop } from "../../site/server/app.ts";
import { aShop, noPages } from "../a-shop.ts";

export type { PlacedGuest } from "./guests.ts";

/** What came back over the wire. */
export type Wire = { status: number; type: string; text: string };

/** A shop on the wire that everything hostile is thrown at. Its gateway is an address where nobody answers. */
export type FuzzedShop = {
  shop: Shop;
  secret: string;
  tmnCode: string;
  goods: GoodsOnSale;
  visit: VisitOnSale;
  ask(method: string, target: string, headers?: Record<string, string>, body?: string | Buffer): Promise<Wire>;
  /** A guest with an order that waits for its money, placed over the wire. */
  aGuest(visit?: VisitOnSale): Promise<PlacedGuest>;
  close(): Promise<void>;
};

export async function aFuzzedShop(databaseUrl: string): Promise<FuzzedShop> {
  const secret = randomBytes(20).toString("hex");
  const tmnCode = "FUZZED01";
  const faults: unknown[] = [];
  const shop = await aShop(databaseUrl, {
    instead: noPages,
    seeds: true,
    settings: {
      VNPAY_TMN_CODE: tmnCode,
      VNPAY_HASH_SECRET: secret,
      VNPAY_PAY_URL: "http://127.0.0.1:9/paymentv2/vpcpay.html",
      VNPAY_API_URL: "http://127.0.0.1:9/merchant_webapi/api/transaction",
    },
    // A store that waits for a slow disk says so, too, and that is no fault.
    log: { say: () => undefined, error: (what, error) => (error instanceof Error && faults.push(new Error(what, { cause: error })), randomUUID().slice(0, 8)) },
  });
  await shop.market.jobs.stop(); // what is written here, somebody has sent
  const now = shop.clock.now();
  const goods = await goodsOnSale(shop.store, now, { capacity: 10_000_000 });
  const visit = await visitOnSale(shop.store, now, { capacity: 1_000_000 });
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const { hostname, port } = new URL(shop.url);

  const ask: FuzzedShop["ask"] = (method, target, headers = {}, body) =>
    new Promise((done, fail) => {
      const sent = request({ agent, host: hostname, port, method, path: target, headers: { ...headers, ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }) } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", fail);
        answer.on("end", () => done({ status: answer.statusCode ?? 0, type: answer.headers["content-type"] ?? "", text: Buffer.concat(parts).toString() }));
      });
      sent.on("error", fail);
      sent.end(body);
    });

  return {
    shop, secret, tmnCode, goods, visit, ask,
    aGuest: (going = visit) => newGuestAnswers(ask, [
      { variantId: goods.variantIds[0] ?? "", quantity: 2 },
      { variantId: going.variantIds[0] ?? "", slotId: going.slotId, quantity: 1 },
    ]),
    async close() {
      agent.destroy();
      await shop.close();
      // A fault is a 5xx or a 99, and nothing a stranger sends may make one.
      if (faults.length > 0) throw new AggregateError(faults, `The shop met ${faults.length} faults`);
    },
  };
}
