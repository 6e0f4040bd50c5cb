import { createHmac } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { VnpayTerminal } from "../src/index.ts";

/** What a test's gateway hears and says: names without the `vnp_` prefix. */
export type Fields = Readonly<Record<string, unknown>>;

export const secret = "test-hash-secret";
export const formerSecret = "former-hash-secret";

/** The orders in which VNPAY signs its answers, written a second time so that one mistake cannot hide in both. */
const answerOrder = "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo";
const orders: Readonly<Record<string, string>> = { querydr: `${answerOrder} PromotionCode PromotionAmount`, refund: answerOrder };

function answerHash(command: string, fields: Fields, key = secret): string {
  const text = (orders[command] ?? "").split(" ").map((name) => String(fields[name] ?? "")).join("|");
  return createHmac("sha512", key).update(text).digest("hex");
}

/** An answer as VNPAY would write it, signed; `over` may change or remove fields before that. */
export function answerTo(asked: Fields, over: Fields = {}, key = secret): string {
  const told: Fields = { ResponseId: "0123456789abcdef0123456789abcdef", Command: asked["Command"], ResponseCode: "00", Message: "Success", TmnCode: asked["TmnCode"], TxnRef: asked["TxnRef"], ...over };
  return bodyOf({ ...told, SecureHash: answerHash(String(asked["Command"]), told, key) });
}

export const bodyOf = (fields: Fields): string => JSON.stringify(Object.fromEntries(Object.entries(fields).map(([name, value]) => [`vnp_${name}`, value])));

export type Gateway = {
  terminal: VnpayTerminal;
  /** Every request's fields, in order of arrival. */
  heard: Fields[];
  /** What it answers next; the last one stays. */
  answer: (asked: Fields, response: ServerResponse) => string | void;
  close(): Promise<void>;
};

/** A gateway's JSON interface that says whatever a test wishes. */
export async function startGateway(): Promise<Gateway> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const fields = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Fields;
      const asked = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace(/^vnp_/, ""), value]));
      gateway.heard.push(asked);
      const body = gateway.answer(asked, response);
      if (typeof body === "string") response.writeHead(200, { "content-type": "application/json" }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway: Gateway = {
    terminal: { tmnCode: "XUDONG01", hashSecrets: [secret], payUrl: `${url}/pay`, apiUrl: `${url}/merchant_webapi/api/transaction` },
    heard: [],
    answer: (asked) => answerTo(asked),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return gateway;
}
