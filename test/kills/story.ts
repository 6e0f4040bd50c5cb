import { createServer } from "node:http";
import { once } from "node:events";
import type { Store } from "@xudong/database";
import { operatorActor } from "@xudong/domain";
import { stagehand } from "@xudong/catalog/testing";
import { createMarket, type CartRef, type Market, type OrderRef } from "@xudong/market";

/** What a story needs to be told by any process: nothing in it lives in one. */
export type StorySpec = {
  /** Which of the stories. */
  story: string;
  /** Its keys are unlike those of any other telling. */
  name: string;
  databaseUrl: string;
  gatewayUrl: string;
  tmnCode: string;
  secret: string;
  appSecret: string;
  ticketKey: { keyId: string; privateKeyPem: string };
  /** When it begins, and the time of the gateway's own machine. */
  beginsAt: number;
  gatewayMachineAt: number;
  goods: { variantId: string };
  seats: { variantId: string; slotId: string };
  /** One seat, for two people. */
  lastSeat: { variantId: string; slotId: string };
  carts: { readonly [buyer in Buyer]?: CartRef };
};

/** What the tellers and their clients know so far: the result of each step that was answered. */
export type Memory = Record<string, unknown>;

export const buyers = ["an", "binh", "chi", "dung", "em", "phuong", "giang"] as const;
export type Buyer = (typeof buyers)[number];

/** A process that tells the story: a market of its own, and an address where the gateway's notices arrive. */
export type Teller = { market: Market; setClock(at: number): void; close(): Promise<void> };

/** Opens a market over a store, and hands the gateway's notices to it. */
export async function aTeller(spec: StorySpec, store: Store, callOut: typeof fetch): Promise<Teller> {
  let now = spec.beginsAt;
  const faults: unknown[] = [];
  const market = createMarket({
    store,
    clock: { now: () => new Date(now) },
    settings: { appSecrets: [spec.appSecret], ticketKeys: [spec.ticketKey], returnUrls: { vi: "http://127.0.0.1/ve", en: "http://127.0.0.1/back" }, hasLimits: false },
    methods: { vnpay: { tmnCode: spec.tmnCode, hashSecrets: [spec.secret], payUrl: `${spec.gatewayUrl}/paymentv2/vpcpay.html`, apiUrl: `${spec.gatewayUrl}/merchant_webapi/api/transaction` } },
    fetch: callOut,
    tell: () => undefined,
    log: (what, fault) => void faults.push(new Error(what, { cause: fault })),
  });
  const ipn = createServer((request, response) => {
    void market.receiveNotice((request.url ?? "").replace(/^[^?]*\??/, "")).then((answer) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer)));
  }).listen(0, "127.0.0.1");
  await once(ipn, "listening");
  const address = ipn.address();
  if (address === null || typeof address === "string") throw new Error("The notices have no address");
  await control(spec, `terminals/${spec.tmnCode}`, { ipnUrl: `http://127.0.0.1:${address.port}/ipn` });
  return {
    market,
    setClock: (at) => (now = at),
    async close() {
      ipn.closeAllConnections();
      await new Promise((done) => ipn.close(done));
      await market.close();
      if (faults.length > 0) throw new AggregateError(faults, `The story met ${faults.length} faults: ${String(faults[0])}`);
    },
  };
}

/** One step: at so many minutes after the beginning, somebody does something. Each may be done twice, for whoever got no answer. */
export type Step = { name: string; at: number; tell(scene: Scene): Promise<unknown> };

type Scene = { spec: StorySpec; market: Market; memory: Memory };

const operator = operatorActor("operator", ["order.decide"]);
const hour = 60;

/** The jobs at one moment, and then the bank, which pays out what the gateway has taken on. */
const passing = (...moments: readonly number[]): Step[] => moments.flatMap((at) => [jobs(at), bank(at)]);
/** Nobody answers a question in vain for longer than this. */
const asking = [hour + 20, 7 * hour, 26 * hour] as const;
const untilTheLastQuestion = [...asking, 10 * 24 * hour, 32 * 24 * hour] as const;

/**
 * Everything that can become of an order. The end of no story depends on who is a minute quicker, so that it must be
 * the same whoever died on the way.
 */
export const stories: { readonly [name: string]: readonly Step[] } = {
  "paid twice, and let in": [
    { name: "an fills a cart", at: 0, tell: fillCart },
    order("an", 0), payment("an", "first", 0), payment("an", "second", 0),
    ends("an", "first", "success", 0), ends("an", "second", "success", 0),
    ...passing(1, 6, 12, 24), jobs(asking[0]),
    { name: "an is let in", at: 29.5 * hour, tell: letAnIn },
    ...passing(...untilTheLastQuestion.slice(2)),
  ],
  "paid after the hold was over, for guava that is there and a seat that is gone": [
    order("binh", 0), payment("binh", "first", 0), order("chi", 0), payment("chi", "first", 0),
    jobs(31),
    order("dung", 32), payment("dung", "first", 32), ends("dung", "first", "success", 32),
    ends("chi", "first", "success", 33), ends("binh", "first", "success", 33),
    ...passing(34, 41, 47, ...untilTheLastQuestion),
  ],
  "given up, paid and called off": [
    order("em", 0), payment("em", "first", 0), ends("em", "first", "cancel", 0), payment("em", "second", 0), ends("em", "second", "success", 0),
    { name: "em calls the order off", at: 1, tell: async ({ market, memory }) => void (await market.cancelOrder(orderOf(memory, "em"))) },
    ...passing(2, 8, ...untilTheLastQuestion),
  ],
  "paid, and no notice came": [
    order("phuong", 0), payment("phuong", "first", 0),
    { name: "the gateway will not tell of phuong", at: 0, tell: ({ spec, memory }) => control(spec, "knobs", { txnRef: refOf(memory, "phuong", "first"), ipn: "never" }) },
    ends("phuong", "first", "success", 0),
    jobs(17), jobs(24), jobs(31), ...asking.map(jobs),
  ],
  "suspected, and decided by a person": [
    order("giang", 0), payment("giang", "first", 0), ends("giang", "first", "suspicious", 0),
    jobs(6), jobs(17),
    { name: "a person decides about giang", at: 45, tell: decideAboutGiang },
    ...asking.map(jobs),
  ],
};

/** Tells the story from where it is known to have come. */
export async function tellStory(spec: StorySpec, { market, setClock }: Teller, memory: Memory, told: (step: string, result: unknown) => void): Promise<void> {
  let at = NaN;
  for (const step of stories[spec.story] ?? []) {
    if (step.name in memory) continue;
    if (at !== spec.beginsAt + step.at * 60_000) {
      at = spec.beginsAt + step.at * 60_000;
      setClock(at);
      await control(spec, "clock", { offsetMs: at - spec.gatewayMachineAt });
      await control(spec, "settle", {});
    }
    const result = (await step.tell({ spec, market, memory })) ?? null;
    memory[step.name] = result;
    told(step.name, result);
  }
}

// ── Steps ───────────────────────────────────────────────────────────────────────────────────────────────

async function fillCart({ spec, market }: Scene): Promise<CartRef> {
  const cart = await market.createCart();
  await market.setCartLine(cart, { ...spec.goods, quantity: 2 });
  await market.setCartLine(cart, { ...spec.seats, quantity: 1 });
  return cart;
}

function order(buyer: Buyer, at: number): Step {
  return {
    name: `${buyer} orders`,
    at,
    async tell({ spec, market, memory }) {
      const cart = spec.carts[buyer] ?? (memory[`${buyer} fills a cart`] as CartRef);
      const { code, key } = await market.placeOrder(
        cart,
        {
          contact: { name: "Trần Văn Thử", phone: "0912345678" },
          address: { line: "Số 1, ngõ 2", commune: "Phường Lê Thanh Nghị", province: "Thành phố Hải Phòng" },
          payment: { method: "vnpay" },
          consents: ["terms", "privacy"],
          locale: "vi",
        },
        { idempotencyKey: `${spec.name}-${buyer}-orders`, clientAddress: "203.0.113.7" },
      );
      return { code, key };
    },
  };
}

function payment(buyer: Buyer, which: "first" | "second", at: number): Step {
  return {
    name: `${buyer} opens the ${which} payment`,
    at,
    async tell({ spec, market, memory }) {
      const { redirectUrl } = await market.openPayment(orderOf(memory, buyer), { method: "vnpay", locale: "vi" }, { idempotencyKey: `${spec.name}-${buyer}-${which}`, clientAddress: "203.0.113.7" });
      const page = await fetch(redirectUrl, { redirect: "manual" });
      await page.arrayBuffer();
      return new URL(redirectUrl).searchParams.get("vnp_TxnRef");
    },
  };
}

function ends(buyer: Buyer, which: "first" | "second", outcome: string, at: number): Step {
  return {
    name: `the ${which} payment of ${buyer} ends with ${outcome}`,
    at,
    async tell({ spec, memory }) {
      await control(spec, `payments/${refOf(memory, buyer, which)}/outcome`, { outcome }, /has ended already/);
      await control(spec, "settle", {});
    },
  };
}

function jobs(at: number): Step {
  return {
    name: `jobs at ${at}`,
    at,
    async tell({ market }) {
      for (const report of await market.jobs.runDue()) if (report.fault !== undefined || report.isElsewhere) throw new Error(`The job ${report.name} did not run`, { cause: report.fault });
    },
  };
}

/** The bank pays out what the gateway has taken on. */
function bank(at: number): Step {
  return {
    name: `the bank at ${at}`,
    at,
    async tell({ spec }) {
      const refunds = (await (await fetch(`${spec.gatewayUrl}/control/refunds`)).json()) as { id: number; status: string }[];
      for (const { id, status } of refunds) {
        if (status === "05") await control(spec, `refunds/${id}`, { status: "06" });
        if (status === "05" || status === "06") await control(spec, `refunds/${id}`, { status: "00" });
      }
    },
  };
}

async function decideAboutGiang({ market, memory }: Scene): Promise<void> {
  const { code } = orderOf(memory, "giang");
  const waits = (await market.waitingForPerson(operator)).some((each) => each.orderCode === code);
  // Nothing waits any more for whoever decided and did not hear that it was written down.
  if (waits) await market.decide(code, { decision: "not_paid", reference: "paper 1" }, operator);
}

async function letAnIn({ market, memory }: Scene): Promise<void> {
  const [ticket] = (await market.order(orderOf(memory, "an"))).tickets;
  await market.admitTicket(ticket?.qrText ?? "", stagehand).catch((error: unknown) => {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "ticket.already_admitted") throw error;
  });
}

const orderOf = (memory: Memory, buyer: Buyer): OrderRef => memory[`${buyer} orders`] as OrderRef;
const refOf = (memory: Memory, buyer: Buyer, which: string): string => String(memory[`${buyer} opens the ${which} payment`]);

async function control({ gatewayUrl }: Pick<StorySpec, "gatewayUrl">, path: string, body: unknown, butFor?: RegExp): Promise<void> {
  const answer = await fetch(`${gatewayUrl}/control/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const said = await answer.text();
  if (!answer.ok && butFor?.test(said) !== true) throw new Error(`The gateway's control refused ${path}: ${said}`);
}
