/** One of several processes that call the market at the same moment: `contestant.ts SETUP`, started by contest.ts. */
import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { setCapacity } from "@xudong/catalog";
import { lapseOrder } from "@xudong/checkout";
import { openStore, type Store } from "@xudong/database";
import { isDomainError, operatorActor, systemActor, type ErrorCode } from "@xudong/domain";
import { createMarket, type Market, type MarketParts, type OrderRef } from "@xudong/market";
import { beginRefundStep } from "@xudong/payments";
import type { Change } from "./changes.ts";
import { unchangedFiles } from "./change-sources.ts";

export type Setup = Pick<MarketParts, "settings" | "methods"> & {
  databaseUrl: string;
  /** What this process's sources say otherwise. */
  changes: readonly Change[];
  /** How long it waits at a meeting for others who cannot come, because a guard holds them back. */
  patienceMs: number;
};

/** What a contestant can be told to do. */
export type Verbs = ReturnType<typeof verbsOf>;
export type Call = { [V in keyof Verbs]: { verb: V; args: Parameters<Verbs[V]> } }[keyof Verbs];
/** An answer, a refusal by its code, or what a caller would see as a fault. */
export type Answer = { value: unknown } | { refused: ErrorCode } | { fault: string };

export type ToContestant = { kind: "prepare"; calls: readonly Call[]; now: Date; meetAt: string | undefined } | { kind: "go" } | { kind: "meetingOver" };
export type FromContestant = { kind: "opened" | "prepared" | "cameToMeeting" | "leftMeeting" } | { kind: "answered"; answers: readonly Answer[] };

const setup = JSON.parse(process.argv[2] ?? "") as Setup;
const tell = (message: FromContestant) => process.send?.(message);

let now = new Date(0);
let calls: readonly Call[] = [];
let meetAt: string | undefined;
let meeting = Promise.withResolvers<void>();

/** Changed sources call it: whoever comes to the place waits there for the others, though not for long. */
Object.assign(globalThis, {
  async meetOthers(place: string) {
    if (place !== meetAt) return;
    tell({ kind: "cameToMeeting" });
    const waiting = new AbortController();
    const lostPatience = pause(setup.patienceMs, true, { signal: waiting.signal }).catch(() => false);
    if (await Promise.race([lostPatience, meeting.promise])) tell({ kind: "leftMeeting" });
    waiting.abort();
  },
});

function verbsOf(market: Market, store: Store) {
  return {
    placeOrder: market.placeOrder,
    openPayment: market.openPayment,
    /** Takes the next step of a refund, as whoever sends it does first. @returns whether it is to be sent */
    beginRefund: (refundId: string) => store.write(async (tx) => (await beginRefundStep(tx, refundId, { actor: systemActor("job.refund"), now }))?.kind === "send"),
    /** Asks the gateway about attempts, which says of each that so much was paid. @returns how many it asked about */
    async askGateway(paidDong: number) {
      paymentAtGateway = paidDong;
      const reports = await market.jobs.runDue();
      for (const { fault } of reports) if (fault !== undefined) throw fault;
      return reports.find(({ name }) => name === "ask")?.done;
    },
    cancelOrder: async (order: OrderRef) => void (await market.cancelOrder(order)),
    receiveNotice: async (rawQuery: string) => (await market.receiveNotice(rawQuery)).RspCode,
    admitTicket: async (qrText: string, gate: string) => (await market.admitTicket(qrText, operatorActor(gate, ["ticket.admit"]))).ticketCode,
    lapseOrder: (orderId: string) => store.write(async (tx) => lapseOrder(tx, orderId, { actor: systemActor("job.lapse"), now })),
    setCapacity: (poolId: string, capacity: number) => store.write(async (tx) => setCapacity(tx, poolId, { capacity, reason: "rain" }, { actor: operatorActor("seller", ["stock.edit"]), now })),
  };
}

let paymentAtGateway = 0;
const namesSigned = ["ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate", "TransactionNo", "TransactionType", "TransactionStatus", "OrderInfo", "PromotionCode", "PromotionAmount"];

/** VNPAY's answer to a question about a payment, signed as VNPAY signs. */
async function gatewayAnswer(_: unknown, request?: { body?: unknown }): Promise<Response> {
  const asked = JSON.parse(String(request?.body)) as Record<string, string>;
  const answer: Record<string, string | undefined> = {
    ResponseId: "1", Command: asked["vnp_Command"], TmnCode: asked["vnp_TmnCode"], TxnRef: asked["vnp_TxnRef"], ResponseCode: "00", Message: "",
    TransactionType: "01", TransactionStatus: "00", TransactionNo: "14226112", BankCode: "NCB", Amount: `${paymentAtGateway}00`,
  };
  const text = namesSigned.map((name) => answer[name] ?? "").join("|");
  const SecureHash = createHmac("sha512", setup.methods.vnpay?.hashSecrets[0] ?? "").update(text).digest("hex");
  return Response.json(Object.fromEntries(Object.entries({ ...answer, SecureHash }).map(([name, value]) => [`vnp_${name}`, value])));
}

const store = await openStore(setup.databaseUrl, { durable: false, log: () => {} }); // at a meeting the only writer is held for long
let logged: string[] = [];
const market = createMarket({ ...setup, store, clock: { now: () => now }, fetch: gatewayAnswer as typeof fetch, tell: () => {}, log: (_, error) => logged.push(textOf(error)) });
const verbs = verbsOf(market, store);
if (unchangedFiles.size > 0) throw new Error(`Changed, but not loaded: ${[...unchangedFiles].join(", ")}`);

async function answerTo({ verb, args }: Call): Promise<Answer> {
  const run = verbs[verb] as (...given: typeof args) => Promise<unknown>;
  try {
    return { value: await run(...args) };
  } catch (error) {
    return isDomainError(error) ? { refused: error.code } : { fault: textOf(error) };
  }
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${textOf(error.cause)}`;
}

process.on("message", async (message: ToContestant) => {
  if (message.kind === "prepare") {
    ({ calls, now, meetAt } = message);
    meeting = Promise.withResolvers();
    tell({ kind: "prepared" });
  } else if (message.kind === "meetingOver") meeting.resolve();
  else {
    const answers = await Promise.all(calls.map(answerTo));
    // What the market only writes into its log, as a notice that could not be recorded, is a fault all the same.
    tell({ kind: "answered", answers: [...answers, ...logged.map((fault) => ({ fault }))] });
    logged = [];
  }
});
process.on("disconnect", async () => {
  await store.close();
  process.exit();
});
tell({ kind: "opened" });
