// The npm package `vnpay` 2.5.0 where it is right (decision 0007): a second reading of VNPAY's rules by people who
// never saw ours. Each request it signs must be ours to the letter.
import { afterEach, describe, expect, test, vi } from "vitest";
import { ignoreLogger, ProductCode, VNPay, VnpLocale } from "vnpay";
import { answerTo, secret } from "../../testing/a-gateway.ts";
import { querydrBody, refundBody } from "./api-message.ts";
import { payUrl } from "./message.ts";

const terminal = { tmnCode: "XUDONG01", hashSecrets: [secret], payUrl: "http://gateway.test/paymentv2/vpcpay.html", apiUrl: "" };
const other = new VNPay({ tmnCode: "XUDONG01", secureSecret: secret, vnpayHost: "http://gateway.test", queryDrAndRefundHost: "http://gateway.test", enableLog: false, loggerFn: ignoreLogger });

const request = { requestId: "R1", gatewayRef: "20261123001", gatewayCreatedOn: "20261123094500", now: new Date("2026-11-23T03:00:00Z"), ipAddr: "203.0.113.7", about: "hoan tien", transactionNo: "14226112" };
const asked = { vnp_RequestId: "R1", vnp_TxnRef: "20261123001", vnp_TransactionDate: 20261123094500, vnp_CreateDate: 20261123100000, vnp_IpAddr: "203.0.113.7", vnp_OrderInfo: "hoan tien", vnp_TransactionNo: 14226112 };

/** Stands in for the network, the only way in that the package leaves: hears one request and answers it. */
function hearing(over: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
      const fields = JSON.parse(body) as Record<string, unknown>;
      resolve(fields);
      return new Response(answerTo({ Command: fields["vnp_Command"], TmnCode: "XUDONG01", TxnRef: "20261123001" }, over));
    });
  });
}
afterEach(() => vi.unstubAllGlobals());

/** As texts: the package sends dates and numbers as JSON numbers, and signs their digits. */
const texts = (fields: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

describe("the package and we agree", () => {
  test("[P1] on the address of a payment", () => {
    const theirs = other.buildPaymentUrl({
      vnp_Amount: 120_000, vnp_IpAddr: "203.0.113.7", vnp_TxnRef: "20261123001", vnp_OrderInfo: "don hang xd 7k2p", vnp_OrderType: ProductCode.Other,
      vnp_ReturnUrl: "http://shop.test/back?x=1", vnp_Locale: VnpLocale.EN, vnp_CreateDate: 20261123094500, vnp_ExpireDate: 20261123100000,
    });
    const ours = payUrl(terminal, {
      gatewayRef: "20261123001", amountDong: 120_000, description: "Đơn hàng XD-7K2P", createdOn: "20261123094500", expiresAt: new Date("2026-11-23T03:00:00Z"),
      clientAddress: "203.0.113.7", returnUrl: "http://shop.test/back?x=1", locale: "en",
    });
    expect(ours).toBe(theirs);
  });

  test("[P4] on a question, its signature, and that a genuine answer is genuine", async () => {
    const heard = hearing({ Amount: "12000000", TransactionType: "01", TransactionStatus: "00" });
    const told = await other.queryDr(asked);
    expect(JSON.parse(querydrBody("XUDONG01", secret, request))).toEqual(texts(await heard));
    expect(told).toMatchObject({ isVerified: true, vnp_TransactionStatus: "00" });
  });

  test("[P3] on a refund and its signature, where the payment's number is known", async () => {
    const heard = hearing({});
    await other.refund({ ...asked, vnp_Amount: 120_000, vnp_TransactionType: "02", vnp_CreateBy: "lan" });
    expect(JSON.parse(refundBody("XUDONG01", secret, { ...request, amountDong: 120_000, createdBy: "Lan" }))).toEqual(texts(await heard));
  });
});

describe("the package is wrong, and a new version of it would show here", () => {
  test("[P1] about an answer without a signature", async () => {
    vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ vnp_ResponseCode: "00", vnp_TransactionStatus: "00" })));
    expect(await other.queryDr(asked)).toMatchObject({ isVerified: true, isSuccess: true });
  });

  test("[P3] about the amount in a genuine answer to a refund", async () => {
    void hearing({ Amount: "12000000", TransactionType: "02", TransactionStatus: "05" });
    expect(await other.refund({ ...asked, vnp_Amount: 120_000, vnp_TransactionType: "02", vnp_CreateBy: "lan" })).toMatchObject({ isVerified: false });
  });
});
