import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
// Starting is what takes time, so the gateway that was started anew is the one that dies in the next telling.

const program = fileURLToPath(new URL("testing/dies-at.ts", import.meta.url));
const rightHere = Date.now();

let shop: TestShop;
const compiled = mkdtempSync(join(tmpdir(), "vnpay-simulator-compiled-")); // two dozen starts of one program
const folder = mkdtempSync(join(tmpdir(), "vnpay-simulator-"));
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(async () => {
  await shop.close();
  rmSync(compiled, { recursive: true });
  rmSync(folder, { recursive: true });
});

/** A gateway that may die under one's hands; whoever finds it dead starts it again, once and for all. */
class Mortal {
  deaths = 0;
  mostDeaths = 0;
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

  /** The writes of the process that lives now; it may be told to die after some more. */
  async writes(more: { diesAfter?: number } = {}): Promise<number> {
    const told = once(this.#living, "message");
    this.#living.send(more);
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
    if (this.deaths > this.mostDeaths) throw new Error("it died once more, which nobody asked for");
    await this.start(0);
  }
}

interface PaymentRow { readonly token: string; readonly txnRef: string; readonly outcome: string | null; readonly transactionNo: string | null }
interface RefundRow { readonly id: number; readonly txnRef: string; readonly status: string; readonly transactionNo: string; readonly requestId: string }
interface NoticeRow { readonly kind: string; readonly state: string; readonly query: string }

/** Each telling has references of its own, and an hour of the gateway's clock. */
interface Telling { readonly first: string; readonly second: string; readonly requestId: string; readonly offsetMs: number }

const telling = (number: number): Telling => ({ first: `K1-${number}`, second: `K2-${number}`, requestId: `REFUND${number}`, offsetMs: number * 3_600_000 });

const payQuery = (txnRef: string, { offsetMs }: Telling): string => signQuery(payPairs({
  vnp_TxnRef: txnRef, vnp_CreateDate: toStamp(rightHere + offsetMs), vnp_ExpireDate: toStamp(rightHere + offsetMs + 3_600_000),
}), secret);

const form = (fields: Record<string, string>): RequestInit => ({ method: "POST", body: new URLSearchParams(fields) });

function refundBody({ first: txnRef, requestId, offsetMs }: Telling): Record<string, string> {
  const date = toStamp(rightHere + offsetMs);
  const message = {
    vnp_RequestId: requestId, vnp_Version: "2.1.0", vnp_Command: "refund", vnp_TmnCode: tmnCode, vnp_TransactionType: "02", vnp_TxnRef: txnRef,
    vnp_Amount: "12000000", vnp_TransactionNo: "0", vnp_TransactionDate: date, vnp_CreateBy: "An", vnp_CreateDate: date,
    vnp_IpAddr: "127.0.0.1", vnp_OrderInfo: "Tra lai tien",
  };
  return { ...message, vnp_SecureHash: hmac(pipeText(refundMessage.requestOrder, message), secret) };
}

/** Opens a payment; its page must still be there whatever died in between. */
async function open(gateway: Mortal, txnRef: string, telling: Telling): Promise<string> {
  expect((await gateway.ask(`/paymentv2/vpcpay.html?${payQuery(txnRef, telling)}`)).status).toBe(200);
  const { token } = await gateway.json<PaymentRow>(`/control/payments/${txnRef}`);
  return `/paymentv2/pay/${token}`;
}

/** The whole story. What was said to anybody along the way is kept, to be compared with the end. */
async function story(gateway: Mortal, telling: Telling) {
  const { first, second, offsetMs } = telling;
  let refusals = 1;
  const answers: string[] = [];
  shop.answer = (query) => {
    const code = query.includes(`vnp_TxnRef=${first}&`) && refusals-- > 0 ? "99" : "00";
    answers.push(code);
    return code === "00" ? recorded : { body: '{"RspCode":"99"}' };
  };
  await gateway.json("/control/clock", { offsetMs });
  const page = await open(gateway, first, telling);
  await gateway.ask(`${page}/card?bank=NCB`, form({ number: "9704198526191432198", holder: "NGUYEN VAN A", date: "07/15" }));
  await gateway.ask(`${page}/otp`, form({ otp: "000000" }));
  const back = await gateway.ask(`${page}/otp`, form({ otp: "123456" }));
  const returned = proved(queryOf(back.headers.get("location") ?? ""));

  await gateway.json("/control/clock", { offsetMs: offsetMs + retryAfterMs });
  await gateway.json("/control/settle", {});
  await gateway.json("/control/clock", { offsetMs: offsetMs + 2 * retryAfterMs });
  await gateway.json("/control/settle", {});

  const refunding = await gateway.json<Record<string, string>>("/merchant_webapi/api/transaction", refundBody(telling));
  const [{ id } = { id: 0 }] = await gateway.json<RefundRow[]>("/control/refunds");
  for (const status of ["06", "00"]) await gateway.json(`/control/refunds/${id}`, { status });

  await gateway.ask(`${await open(gateway, second, telling)}/outcome`, form({ outcome: "success" }));
  return { answers, returned, refunding };
}

async function tellAndCheck(gateway: Mortal, telling: Telling, diesAfter?: number): Promise<{ deaths: number; writes: number }> {
  const { first, second, requestId } = telling;
  const deathsBefore = gateway.deaths;
  if (diesAfter !== undefined) gateway.mostDeaths = deathsBefore + 1;
  const writesBefore = await gateway.writes(diesAfter === undefined ? {} : { diesAfter });
  const { answers, returned, refunding } = await story(gateway, telling);
  const payments = (await gateway.json<PaymentRow[]>("/control/payments")).filter(({ txnRef }) => txnRef === first || txnRef === second);
  const refunds = (await gateway.json<RefundRow[]>("/control/refunds")).filter(({ txnRef }) => txnRef === first);
  const notices = (await gateway.json<NoticeRow[]>("/control/notices")).filter(({ query }) => [first, second].some((ref) => query.includes(`vnp_TxnRef=${ref}&`)));
  const writes = (await gateway.writes()) - writesBefore;
  const deaths = gateway.deaths - deathsBefore;

  // One payment for each request, each with one outcome: the one its customer saw.
  expect(payments.map(({ txnRef, outcome }) => `${txnRef} ${outcome}`)).toEqual([`${second} success`, `${first} success`]);
  expect(returned).toMatchObject({ vnp_ResponseCode: "00", vnp_TransactionNo: payments[1]?.transactionNo });

  // One genuine notice for each payment, called until it was recorded, in the same words every time.
  expect(notices.map(({ kind, state }) => `${kind} ${state}`)).toEqual(["result done", "result done"]);
  const heard = shop.heard.filter((query) => query.includes(`vnp_TxnRef=${first}&`));
  expect(new Set(heard)).toEqual(new Set([notices[1]?.query]));
  expect(answers.filter((code) => code === "99")).toHaveLength(1);
  // A call whose answer died with us is made again; that is the most a merchant hears besides.
  expect(heard.length).toBeLessThanOrEqual(2 + deaths);

  // The money goes back once, whatever the merchant was told: 00 at first, 94 where only our answer was lost.
  expect(refunds.map(({ requestId, status }) => `${requestId} ${status}`)).toEqual([`${requestId} 00`]);
  expect(refunding["vnp_ResponseCode"]).toMatch(deaths === 0 ? /^00$/ : /^(00|94)$/);

  const numbers = [...payments, ...refunds].map(({ transactionNo }) => transactionNo);
  expect(new Set(numbers).size).toBe(3);
  return { deaths, writes };
}

describe("a gateway that is killed", () => {
  it("right after any of its writes loses nothing and does nothing twice", { timeout: 300_000 }, async () => {
    const gateway = new Mortal();
    // Its very first write belongs to no story.
    gateway.mostDeaths = 1;
    await gateway.start(1);
    expect(gateway.deaths).toBe(1);
    const { deaths, writes } = await tellAndCheck(gateway, telling(0));
    expect(deaths).toBe(0);
    // Fewer writes would mean that the story, or the counting, no longer reaches what it is about.
    expect(writes).toBeGreaterThanOrEqual(15);
    for (let diesAt = 1; diesAt <= writes; diesAt += 1) {
      const told = await tellAndCheck(gateway, telling(diesAt), diesAt).catch((cause: unknown) => {
        throw new Error(`killed after write ${diesAt} of ${writes}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      });
      expect(told.deaths, `the death after write ${diesAt}`).toBe(1);
    }
    await gateway.stop();
  });
});
