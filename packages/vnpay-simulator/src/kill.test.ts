import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toStamp } from "./clock.ts";
import { retryAfterMs } from "./courier.ts";
import { hmac, pipeText, signQuery } from "./signature.ts";
import { refundMessage } from "./refund.ts";
import { payPairs, proved, queryOf, recorded, secret, startTestShop, type TestShop, tmnCode } from "./testing/test-shop.ts";

// The promise: wherever the gateway's power fails, nothing that somebody was told is lost, and nothing happens twice.
//
// One story is told again and again: pay with a card, refuse the first notice, ask for the money back. Each time the
// gateway dies (SIGKILL) right after another of its writes; it is started anew on the same file, and whoever got no
// answer asks once more, as a browser, a shop and a developer would. At the end all must be as if nothing had been.

const program = fileURLToPath(new URL("testing/dies-at.ts", import.meta.url));
const rightHere = Date.now();

let shop: TestShop;
const compiled = mkdtempSync(join(tmpdir(), "vnpay-simulator-compiled-")); // two dozen starts of one program
let folder: string;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(async () => {
  await shop.close();
  rmSync(compiled, { recursive: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vnpay-simulator-"));
  shop.heard.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A gateway that may die under one's hands; whoever finds it dead starts it again, once and for all. */
class Mortal {
  deaths = 0;
  #child: ChildProcess | undefined;
  #url = "";

  async start(diesAt: number): Promise<void> {
    const child = fork(program, [String(diesAt), "--port", "0", "--terminal", tmnCode, "--ipn", shop.ipnUrl, "--file", join(folder, "books.sqlite"), "--quiet"], {
      stdio: ["ignore", "ignore", "inherit", "ipc"], env: { PATH: process.env["PATH"], VNPAY_SIMULATOR_SECRET: secret, NODE_COMPILE_CACHE: compiled }, execArgv: [],
    });
    this.#child = child;
    const ready = once(child, "message").then(([message]) => (message as { url: string }).url);
    const died = once(child, "exit").then(() => null);
    const url = await Promise.race([ready, died]);
    if (url === null) return this.#reborn();
    this.#url = url;
  }

  /** Asks until there is an answer: what a person or a shop does who got none. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    for (;;) {
      try {
        const response = await fetch(this.#url + path, { redirect: "manual", ...init });
        const body = await response.text();
        return new Response([204, 302, 303].includes(response.status) ? null : body, { status: response.status, headers: response.headers });
      } catch {
        await this.#reborn();
      }
    }
  }

  async json<Value>(path: string, body?: unknown): Promise<Value> {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    return (await this.ask(path, init)).json() as Promise<Value>;
  }

  async writes(): Promise<number> {
    const told = once(this.#living, "message");
    this.#living.send("how many");
    return ((await told)[0] as { counted: number }).counted;
  }

  async stop(): Promise<void> {
    const gone = once(this.#living, "exit");
    if (this.#living.connected) this.#living.disconnect();
    if (this.#living.exitCode === null && this.#living.signalCode === null) await gone;
  }

  get #living(): ChildProcess {
    if (this.#child === undefined) throw new Error("start it first");
    return this.#child;
  }

  async #reborn(): Promise<void> {
    const { exitCode, signalCode } = this.#living;
    if (exitCode === null && signalCode === null) await once(this.#living, "exit");
    expect(this.#living.signalCode).toBe("SIGKILL");
    this.deaths += 1;
    if (this.deaths > 1) throw new Error("it died a second time, which nobody asked for");
    await this.start(0);
  }
}

interface PaymentRow { readonly token: string; readonly txnRef: string; readonly outcome: string | null; readonly transactionNo: string | null }
interface RefundRow { readonly id: number; readonly status: string; readonly transactionNo: string; readonly requestId: string }
interface NoticeRow { readonly kind: string; readonly state: string; readonly query: string }

const payQuery = (txnRef: string): string => signQuery(payPairs({
  vnp_TxnRef: txnRef, vnp_CreateDate: toStamp(rightHere), vnp_ExpireDate: toStamp(rightHere + 3_600_000),
}), secret);

const form = (fields: Record<string, string>): RequestInit => ({ method: "POST", body: new URLSearchParams(fields) });

function refundBody(txnRef: string, requestId: string): Record<string, string> {
  const message = {
    vnp_RequestId: requestId, vnp_Version: "2.1.0", vnp_Command: "refund", vnp_TmnCode: tmnCode, vnp_TransactionType: "02", vnp_TxnRef: txnRef,
    vnp_Amount: "12000000", vnp_TransactionNo: "0", vnp_TransactionDate: toStamp(rightHere), vnp_CreateBy: "An", vnp_CreateDate: toStamp(rightHere),
    vnp_IpAddr: "127.0.0.1", vnp_OrderInfo: "Tra lai tien",
  };
  return { ...message, vnp_SecureHash: hmac(pipeText(refundMessage.requestOrder, message), secret) };
}

/** Opens a payment; its page must still be there whatever died in between. */
async function open(gateway: Mortal, txnRef: string): Promise<string> {
  expect((await gateway.ask(`/paymentv2/vpcpay.html?${payQuery(txnRef)}`)).status).toBe(200);
  const { token } = await gateway.json<PaymentRow>(`/control/payments/${txnRef}`);
  return `/paymentv2/pay/${token}`;
}

/** The whole story. What was said to anybody along the way is kept, to be compared with the end. */
async function story(gateway: Mortal) {
  let refusals = 1;
  const answers: string[] = [];
  shop.answer = (query) => {
    const code = query.includes("vnp_TxnRef=K1&") && refusals-- > 0 ? "99" : "00";
    answers.push(code);
    return code === "00" ? recorded : { body: '{"RspCode":"99"}' };
  };
  const page = await open(gateway, "K1");
  await gateway.ask(`${page}/card?bank=NCB`, form({ number: "9704198526191432198", holder: "NGUYEN VAN A", date: "07/15" }));
  await gateway.ask(`${page}/otp`, form({ otp: "000000" }));
  const back = await gateway.ask(`${page}/otp`, form({ otp: "123456" }));
  const returned = proved(queryOf(back.headers.get("location") ?? ""));

  await gateway.json("/control/clock", { offsetMs: retryAfterMs });
  await gateway.json("/control/settle", {});
  await gateway.json("/control/clock", { offsetMs: 2 * retryAfterMs });
  await gateway.json("/control/settle", {});

  const refunding = await gateway.json<Record<string, string>>("/merchant_webapi/api/transaction", refundBody("K1", "REFUND1"));
  const [{ id } = { id: 0 }] = await gateway.json<RefundRow[]>("/control/refunds");
  for (const status of ["06", "00"]) await gateway.json(`/control/refunds/${id}`, { status });

  await gateway.ask(`${await open(gateway, "K2")}/outcome`, form({ outcome: "success" }));
  return { answers, returned, refunding };
}

async function tellAndCheck(diesAt: number): Promise<{ deaths: number; writes: number }> {
  const gateway = new Mortal();
  await gateway.start(diesAt);
  const { answers, returned, refunding } = await story(gateway);
  const payments = await gateway.json<PaymentRow[]>("/control/payments");
  const refunds = await gateway.json<RefundRow[]>("/control/refunds");
  const notices = await gateway.json<NoticeRow[]>("/control/notices");
  const writes = await gateway.writes();
  await gateway.stop();

  // One payment for each request, each with one outcome: the one its customer saw.
  expect(payments.map(({ txnRef, outcome }) => `${txnRef} ${outcome}`)).toEqual(["K2 success", "K1 success"]);
  expect(returned).toMatchObject({ vnp_ResponseCode: "00", vnp_TransactionNo: payments[1]?.transactionNo });

  // One genuine notice for each payment, called until it was recorded, in the same words every time.
  expect(notices.map(({ kind, state }) => `${kind} ${state}`)).toEqual(["result done", "result done"]);
  const heard = shop.heard.filter((query) => query.includes("vnp_TxnRef=K1&"));
  expect(new Set(heard)).toEqual(new Set([notices[1]?.query]));
  expect(answers.filter((code) => code === "99")).toHaveLength(1);
  // A call whose answer died with us is made again; that is the most a merchant hears besides.
  expect(heard.length).toBeLessThanOrEqual(2 + gateway.deaths);

  // The money goes back once, whatever the merchant was told: 00 at first, 94 where only our answer was lost.
  expect(refunds.map(({ requestId, status }) => `${requestId} ${status}`)).toEqual(["REFUND1 00"]);
  expect(refunding["vnp_ResponseCode"]).toMatch(gateway.deaths === 0 ? /^00$/ : /^(00|94)$/);

  const numbers = [...payments, ...refunds].map(({ transactionNo }) => transactionNo);
  expect(new Set(numbers).size).toBe(3);
  return { deaths: gateway.deaths, writes };
}

describe("a gateway that is killed", () => {
  it("right after any of its writes loses nothing and does nothing twice", { timeout: 300_000 }, async () => {
    const { deaths, writes } = await tellAndCheck(0);
    expect(deaths).toBe(0);
    // Fewer writes would mean that the story, or the counting, no longer reaches what it is about.
    expect(writes).toBeGreaterThanOrEqual(15);
    for (let diesAt = 1; diesAt <= writes; diesAt += 1) {
      rmSync(folder, { recursive: true });
      folder = mkdtempSync(join(tmpdir(), "vnpay-simulator-"));
      shop.heard.length = 0;
      const told = await tellAndCheck(diesAt).catch((cause: unknown) => {
        throw new Error(`killed after write ${diesAt} of ${writes}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      });
      expect(told.deaths, `the death after write ${diesAt}`).toBe(1);
    }
  });
});
