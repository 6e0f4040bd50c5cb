import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ignoreLogger, ProductCode, VNPay, VnpLocale } from "vnpay";
import { toStamp } from "./clock.ts";
import type { Simulator } from "./simulator.ts";
import { monday, pagesOf, press, secret, seen, startTestShop, startTestSimulator, type TestShop, tmnCode } from "./testing/test-shop.ts";

// A client none of us wrote, used unchanged: what we and our own tests misread together, it would notice.
describe("the npm library vnpay 2.5.0 as a shop", () => {
  let shop: TestShop;
  let simulator: Simulator;
  let client: VNPay;

  beforeAll(async () => {
    shop = await startTestShop();
    simulator = await startTestSimulator(shop);
    client = new VNPay({
      tmnCode, secureSecret: secret, vnpayHost: simulator.url, queryDrAndRefundHost: simulator.url,
      enableLog: false, loggerFn: ignoreLogger,
    });
  });
  afterAll(async () => {
    await simulator.close();
    await shop.close();
  });

  const built = (txnRef: string): string => client.buildPaymentUrl({
    vnp_Amount: 120_000, vnp_IpAddr: "127.0.0.1", vnp_TxnRef: txnRef, vnp_OrderInfo: "Vai thieu Thanh Ha, mua som", vnp_OrderType: ProductCode.Other,
    vnp_ReturnUrl: "http://127.0.0.1:4321/return", vnp_Locale: VnpLocale.VN,
    vnp_CreateDate: Number(toStamp(monday)), vnp_ExpireDate: Number(toStamp(monday + 900_000)),
  });

  async function pay(txnRef: string, outcome: string): Promise<string> {
    expect((await fetch(built(txnRef))).status).toBe(200);
    return (await press(simulator, `${pagesOf(simulator, txnRef)}/outcome`, { outcome })).location;
  }

  const query = (txnRef: string) => client.queryDr({
    vnp_RequestId: `Q${txnRef}`, vnp_IpAddr: "127.0.0.1", vnp_TxnRef: txnRef, vnp_OrderInfo: "Hoi ket qua", vnp_TransactionNo: 0,
    vnp_TransactionDate: Number(toStamp(monday)), vnp_CreateDate: Number(toStamp(monday)),
  });

  const read = (text: string) => Object.fromEntries(new URLSearchParams(text)) as unknown as Parameters<VNPay["verifyReturnUrl"]>[0];

  it("has its pay request accepted and shown", async () => {
    const page = await seen(await fetch(built("LIB1")));
    expect(page.text).toContain("120.000\u00a0đ");
    expect(page.text).toContain('<button name="outcome" value="success"');
  });

  it("verifies the return and the notice of a payment", async () => {
    const returned = client.verifyReturnUrl(read((await pay("LIB2", "success")).split("?")[1] ?? ""));
    expect(returned).toMatchObject({ isVerified: true, isSuccess: true, vnp_Amount: 120_000, vnp_TransactionStatus: "00" });
    const noticed = client.verifyIpnCall(read(shop.heard.at(-1) ?? ""));
    expect(noticed).toMatchObject({ isVerified: true, isSuccess: true, vnp_TxnRef: "LIB2" });
  });

  it("verifies the return of a cancelled payment", async () => {
    const returned = client.verifyReturnUrl(read((await pay("LIB3", "cancel")).split("?")[1] ?? ""));
    expect(returned).toMatchObject({ isVerified: true, isSuccess: false, vnp_ResponseCode: "24" });
  });

  it("verifies the answer to querydr, before and after", async () => {
    await fetch(built("LIB4"));
    expect(await query("LIB4")).toMatchObject({ isVerified: true, vnp_ResponseCode: "00", vnp_TransactionStatus: "01" });
    await pay("LIB5", "success");
    expect(await query("LIB5")).toMatchObject({ isVerified: true, vnp_TransactionStatus: "00", vnp_Amount: "12000000" });
  });

  it("reads the bank list", async () => {
    expect((await client.getBankList())[0]).toMatchObject({ bank_code: "NCB" });
  });
});
