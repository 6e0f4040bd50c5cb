import { createHmac } from "node:crypto";

/** A request as VNPAY's merchant API gets it, without the prefix of its names. */
export type Asked = Readonly<Record<string, string>>;

/** What the gateway says, without the prefix; `undefined`: the line is dead. */
export type Says = Readonly<Record<string, string>> | undefined;

const common = ["ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate", "TransactionNo", "TransactionType", "TransactionStatus", "OrderInfo"];
const signedNames: Readonly<Record<string, readonly string[]>> = { querydr: [...common, "PromotionCode", "PromotionAmount"], refund: common };

/** A gateway in place of `fetch`, signed as VNPAY signs; written a second time here so that one mistake cannot hide in both. */
export function aGateway(secret = "test-hash-secret") {
  const asked: Asked[] = [];
  const gateway = {
    asked,
    /** What it says to each request; by default it knows of nothing. */
    says: (async () => ({ ResponseCode: "91" })) as (request: Asked) => Promise<Says> | Says,
    async fetch(_url: unknown, init?: { body?: unknown }): Promise<Response> {
      const request = Object.fromEntries(Object.entries(JSON.parse(String(init?.body)) as Record<string, string>).map(([name, value]) => [name.replace("vnp_", ""), value]));
      asked.push(request);
      const said = await gateway.says(request);
      if (said === undefined) throw new TypeError("fetch failed");
      const { Command = "", TmnCode = "", TxnRef = "" } = request;
      const fields: Record<string, string> = { ResponseId: "1", Command, TmnCode, TxnRef, Message: "", ...said };
      const text = (signedNames[Command] ?? []).map((name) => fields[name] ?? "").join("|");
      const hash = createHmac("sha512", secret).update(text).digest("hex");
      return Response.json(Object.fromEntries([...Object.entries(fields), ["SecureHash", hash]].map(([name, value]) => [`vnp_${name}`, value])));
    },
  };
  return gateway;
}

/** Answers about a payment of so many đồng. */
export const payment = (amountDong: number, TransactionStatus: string, over: Record<string, string> = {}): Says => ({
  ResponseCode: "00", TransactionType: "01", TransactionStatus, Amount: `${amountDong}00`, TransactionNo: "14226112", BankCode: "NCB", ...over,
});

/** Answers about a refund. */
export const refund = (amountDong: number, TransactionStatus: string, over: Record<string, string> = {}): Says => ({
  ResponseCode: "00", TransactionType: "02", TransactionStatus, Amount: `${amountDong}00`, TransactionNo: "14226999", BankCode: "NCB", ...over,
});
