import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcomeNames } from "./outcomes.ts";
import type { Simulator } from "./simulator.ts";
import { pay, pagesOf, press, proved, queryOf, seen, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

let shop: TestShop;
let simulator: Simulator;
beforeAll(async () => {
  shop = await startTestShop();
  simulator = await startTestSimulator(shop);
});
afterAll(async () => {
  await simulator.close();
  await shop.close();
});

describe("a paid payment", () => {
  it("sends back every field of the contract, the same by return and by notice", async () => {
    const back = await pay(simulator, "PAID1");
    expect(back.status).toBe(302);
    const returned = proved(queryOf(back.location));
    const { transactionNo } = simulator.control.payment("PAID1") ?? {};
    expect(returned).toEqual({
      vnp_Amount: "12000000", vnp_BankCode: "NCB", vnp_BankTranNo: `VNP${transactionNo}`, vnp_CardType: "ATM", vnp_OrderInfo: "Vai thieu Thanh Ha",
      vnp_PayDate: "20261123100000", vnp_ResponseCode: "00", vnp_TmnCode: "XUDONG01", vnp_TransactionNo: transactionNo, vnp_TransactionStatus: "00", vnp_TxnRef: "PAID1",
    });
    expect(proved(shop.heard.at(-1) ?? "")).toEqual(returned);
  });

  it("keeps the merchant's own parameters, sorts ours and puts the hash last", async () => {
    const { location } = await pay(simulator, "PAID2");
    expect(location).toMatch(/^http:\/\/127\.0\.0\.1:4321\/checkout\/return\?order=A1&vnp_Amount=/);
    const names = queryOf(location).split("&").slice(1).map((pair) => pair.split("=")[0] ?? "");
    expect(names.at(-1)).toBe("vnp_SecureHash");
    expect(names.slice(0, -1)).toEqual(names.slice(0, -1).toSorted());
  });

  it("comes back with ? where the merchant had no query", async () => {
    expect((await pay(simulator, "PAID3", "success", { vnp_ReturnUrl: "http://127.0.0.1:4321/return" })).location).toContain("/return?vnp_Amount=");
  });

  it("has a TransactionNo of its own", async () => {
    await pay(simulator, "PAID4");
    await pay(simulator, "PAID5");
    expect(simulator.control.payment("PAID4")?.transactionNo).not.toBe(simulator.control.payment("PAID5")?.transactionNo);
  });

  it("pressed twice keeps its outcome and tells the merchant once", async () => {
    const before = shop.heard.length;
    const first = await pay(simulator, "PAID6");
    const second = await press(simulator, `${pagesOf(simulator, "PAID6")}/outcome`, { outcome: "cancel" });
    expect(second.location).toBe(first.location);
    expect(shop.heard).toHaveLength(before + 1);
  });

  it("shows that it is over when its page is opened again", async () => {
    await pay(simulator, "PAID7");
    const page = await seen(await fetch(simulator.url + pagesOf(simulator, "PAID7")));
    expect(page.text).toContain("Giao dịch đã kết thúc");
    expect(page.text).not.toContain('name="outcome"');
  });
});

describe("every outcome", () => {
  const codes: Record<string, string> = {
    success: "00/00", cancel: "24/02", insufficient: "51/02", otp: "13/02", locked: "12/02", limit: "65/02", maintenance: "75/02", details: "10/02",
    unregistered: "09/02", password: "79/02", expired: "11/02", suspicious: "07/07", reversed: "99/04", other: "99/02",
  };

  it("is listed here", () => expect(Object.keys(codes).toSorted()).toEqual(outcomeNames.toSorted()));

  it.each(Object.entries(codes))("%s ends with %s", async (outcome, code) => {
    const told = proved(queryOf((await pay(simulator, `END${outcome}`, outcome)).location));
    expect(`${told["vnp_ResponseCode"]}/${told["vnp_TransactionStatus"]}`).toBe(code);
  });

  it("cancelled before choosing has the shape the sandbox sends", async () => {
    const told = proved(queryOf((await pay(simulator, "CANCEL1", "cancel")).location));
    expect(told).toMatchObject({ vnp_BankCode: "VNPAY", vnp_CardType: "QRCODE", vnp_TransactionNo: "0" });
    expect(told).not.toHaveProperty("vnp_BankTranNo");
  });

  it("refused by a bank has a number but no bank number; a suspicious one was debited and has both", async () => {
    const refused = proved(queryOf((await pay(simulator, "REFUSED1", "insufficient")).location));
    expect(refused["vnp_TransactionNo"]).toMatch(/^[1-9]\d{1,14}$/);
    expect(refused).not.toHaveProperty("vnp_BankTranNo");
    expect(proved(queryOf((await pay(simulator, "SUSPECT1", "suspicious")).location))).toHaveProperty("vnp_BankTranNo");
  });

  it.each([["VNPAYQR", "NCB", "QRCODE"], ["VNBANK", "NCB", "ATM"], ["INTCARD", "VISA", "VISA"], ["BIDV", "BIDV", "ATM"]])(
    "with vnp_BankCode %s comes from %s by %s", async (fixed, bank, cardType) => {
      const told = proved(queryOf((await pay(simulator, `FIX${fixed}`, "success", { vnp_BankCode: fixed })).location));
      expect(told).toMatchObject({ vnp_BankCode: bank, vnp_CardType: cardType });
    },
  );

  it("that does not exist changes nothing", async () => {
    await pay(simulator, "ODD1", "__proto__");
    expect(simulator.control.payment("ODD1")?.outcome).toBeNull();
  });
});
