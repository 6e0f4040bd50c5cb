import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { toStamp } from "../clock.ts";
import { readVnpParameters } from "../raw-query.ts";
import { hashMatches, hmac, type Pair, pipeText, queryText, signQuery } from "../signature.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "../simulator.ts";

/** For tests only: a shop that listens for notices, and a simulator that serves it. */
export const tmnCode = "XUDONG01";
export const secret = "BIMATTHUNGHIEM";
/** 10:00 on a Monday in Hà Nội; tests start here, so that no answer depends on the day they run. */
export const monday = Date.UTC(2026, 10, 23, 3, 0, 0);

export type ShopAnswer = { readonly status?: number; readonly body?: string; readonly location?: string } | "silence";

export interface TestShop {
  readonly ipnUrl: string;
  /** Every notice's query, in order of arrival. */
  readonly heard: string[];
  /** What it answers next; the last one stays. */
  answer: (query: string, path: string) => ShopAnswer | Promise<ShopAnswer>;
  readonly close: () => Promise<void>;
}

export const recorded: ShopAnswer = { body: '{"RspCode":"00","Message":"Confirm Success"}' };

export async function startTestShop(): Promise<TestShop> {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const [path = "", query = ""] = (request.url ?? "").split("?");
    heard.push(query);
    const answer = await shop.answer(query, path);
    if (answer === "silence") return;
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...(answer.location !== undefined && { location: answer.location }) });
    response.end(answer.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const shop: TestShop = {
    ipnUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ipn`,
    heard,
    answer: () => recorded,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
  return shop;
}

export function startTestSimulator(shop: Pick<TestShop, "ipnUrl">, more: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator({
    port: 0,
    machineClock: () => monday,
    terminals: [{ tmnCode, secret, ipnUrl: shop.ipnUrl, merchantName: "Chợ thử" }],
    ...more,
  });
}

/** A pay request that would be accepted on that Monday; an override of "" leaves a parameter out. */
export function payPairs(overrides: Readonly<Record<string, string>> = {}): Pair[] {
  return Object.entries({
    vnp_Version: "2.1.0", vnp_Command: "pay", vnp_TmnCode: tmnCode, vnp_Amount: "12000000", vnp_CreateDate: toStamp(monday),
    vnp_ExpireDate: toStamp(monday + 15 * 60_000), vnp_CurrCode: "VND", vnp_IpAddr: "127.0.0.1", vnp_Locale: "vn",
    vnp_OrderInfo: "Vai thieu Thanh Ha", vnp_OrderType: "other", vnp_ReturnUrl: "http://127.0.0.1:4321/checkout/return?order=A1",
    vnp_TxnRef: "A1", ...overrides,
  });
}

export const payUrl = (simulator: Simulator, overrides: Readonly<Record<string, string>> = {}): string =>
  `${simulator.payUrl}?${signQuery(payPairs(overrides), secret)}`;

/** Opens the pay page as a browser would, without following redirects. */
export async function arrive(simulator: Simulator, overrides: Readonly<Record<string, string>> = {}): Promise<{ status: number; location: string; text: string; headers: Headers }> {
  return seen(await fetch(payUrl(simulator, overrides), { redirect: "manual" }));
}

export async function seen(response: Response): Promise<{ status: number; location: string; text: string; headers: Headers }> {
  return { status: response.status, location: response.headers.get("location") ?? "", text: await response.text(), headers: response.headers };
}

/** Sends a form of the pay pages. */
export async function press(simulator: Simulator, path: string, fields: Readonly<Record<string, string>>): ReturnType<typeof seen> {
  return seen(await fetch(simulator.url + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" }));
}

/** The address of a payment's pages, without a query. */
export function pagesOf(simulator: Simulator, txnRef: string): string {
  const payment = simulator.control.payment(txnRef);
  if (payment === undefined) throw new Error(`the simulator knows no payment ${txnRef}`);
  return `/paymentv2/pay/${payment.token}`;
}

/** Opens and ends a payment in one step, as the developer's button does. */
export async function pay(simulator: Simulator, txnRef: string, outcome = "success", overrides: Readonly<Record<string, string>> = {}): ReturnType<typeof seen> {
  await arrive(simulator, { vnp_TxnRef: txnRef, ...overrides });
  return press(simulator, `${pagesOf(simulator, txnRef)}/outcome`, { outcome });
}

const requestOrders = {
  querydr: ["RequestId", "Version", "Command", "TmnCode", "TxnRef", "TransactionDate", "CreateDate", "IpAddr", "OrderInfo"],
  refund: [
    "RequestId", "Version", "Command", "TmnCode", "TransactionType", "TxnRef", "Amount", "TransactionNo", "TransactionDate",
    "CreateBy", "CreateDate", "IpAddr", "OrderInfo",
  ],
} as const;

let requestNumber = 0;

/** Asks the JSON API; every call has its own RequestId unless one is given. */
export async function ask(simulator: Simulator, command: "querydr" | "refund", fields: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  requestNumber += 1;
  const message: Record<string, string> = {
    vnp_RequestId: `R${requestNumber}`, vnp_Version: "2.1.0", vnp_Command: command, vnp_TmnCode: tmnCode,
    vnp_TransactionDate: toStamp(monday), vnp_CreateDate: toStamp(monday), vnp_IpAddr: "127.0.0.1", vnp_OrderInfo: "Hoi ket qua", ...fields,
  };
  const signed = { vnp_SecureHash: hmac(pipeText(requestOrders[command], message), secret), ...message };
  const response = await fetch(simulator.apiUrl, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(signed) });
  return (await response.json()) as Record<string, string>;
}

export const queryOf = (location: string): string => location.slice(location.indexOf("?") + 1);

/** What a shop reads from a return or a notice; throws unless its signature is right. */
export function proved(query: string): Record<string, string> {
  const parameters = readVnpParameters(query) ?? new Map<string, string>();
  if (!hashMatches(queryText([...parameters]), secret, parameters.get("vnp_SecureHash"))) throw new Error(`not signed rightly: ${query}`);
  parameters.delete("vnp_SecureHash");
  return Object.fromEntries(parameters);
}
