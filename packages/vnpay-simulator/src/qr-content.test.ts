import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checksum } from "./qr-content.ts";
import type { Simulator } from "./simulator.ts";
import { ask, pagesOf, payUrl, press, proved, seen, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

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

interface Answer { readonly code: string; readonly message: string; readonly qrcontent: string }

const asked = async (txnRef: string, more = {}, of = simulator): Promise<Answer> => {
  const response = await fetch(payUrl(of, { vnp_Command: "genqr", vnp_TxnRef: txnRef, ...more }), { redirect: "manual" });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
  return (await response.json()) as Answer;
};

/** Reads an EMVCo code as a banking app would. */
function fieldsOf(content: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let at = 0; at < content.length;) {
    const length = Number(content.slice(at + 2, at + 4));
    fields[content.slice(at, at + 2)] = content.slice(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return fields;
}

describe("genqr", () => {
  it("answers a code whose fields and checksum a reader can follow, and opens a payment", async () => {
    const { code, qrcontent } = await asked("QR1");
    expect(code).toBe("00");
    expect(fieldsOf(qrcontent)).toMatchObject({ "00": "01", "53": "704", "54": "120000", "58": "VN", "63": checksum(qrcontent.slice(0, -4)) });
    expect(fieldsOf(fieldsOf(qrcontent)["62"] ?? "")["01"]).toBe("QR1");
    expect(simulator.control.payment("QR1")).toMatchObject({ command: "genqr", outcome: null });
  });

  it("has the checksum of the published example", () => expect(checksum("123456789")).toBe("29B1"));

  it("answers the same request with the same code while it is open", async () => {
    expect(await asked("QR2")).toEqual(await asked("QR2"));
    expect(simulator.control.payments().filter(({ txnRef }) => txnRef === "QR2")).toHaveLength(1);
  });

  it("is decided by the control API, and the merchant hears of it by IPN and by querydr", async () => {
    await asked("QR3");
    expect((await ask(simulator, "querydr", { vnp_TxnRef: "QR3" }))["vnp_TransactionStatus"]).toBe("01");
    await simulator.control.decide("QR3", "success");
    expect(proved(shop.heard.at(-1) ?? "")).toMatchObject({ vnp_TxnRef: "QR3", vnp_ResponseCode: "00", vnp_CardType: "QRCODE" });
    expect((await ask(simulator, "querydr", { vnp_TxnRef: "QR3" }))["vnp_TransactionStatus"]).toBe("00");
  });

  it("is decided on its page, from where nobody is sent to the merchant", async () => {
    await asked("QR4");
    const page = await press(simulator, `${pagesOf(simulator, "QR4")}/qr`, {});
    expect([page.status, page.location]).toEqual([200, ""]);
    expect(page.text).toContain("Xong trong ứng dụng ngân hàng");
    expect((await seen(await fetch(simulator.url + pagesOf(simulator, "QR4")))).text).not.toContain("Về trang người bán");
  });

  it("says a refusal in JSON, in the order a pay request is refused in", async () => {
    expect(await asked("QR5", { vnp_Amount: "1.5" })).toMatchObject({ code: "03", qrcontent: "" });
    expect(await asked("QR5", { vnp_TmnCode: "KHONGCO1" })).toMatchObject({ code: "72" });
    await asked("QR5");
    expect(await asked("QR5", { vnp_Amount: "100" })).toMatchObject({ code: "01" });
    const forged = payUrl(simulator, { vnp_Command: "genqr", vnp_TxnRef: "QR6" }).replace(/.$/, "x");
    expect(await (await fetch(forged)).json()).toMatchObject({ code: "70" });
  });

  it("with a knob is decided at once, and the notice comes after the code", async () => {
    const own = await startTestSimulator(shop);
    own.control.turnKnobs({ decide: "success" });
    const before = shop.heard.length;
    expect((await asked("QR7", {}, own)).code).toBe("00");
    expect(shop.heard).toHaveLength(before);
    own.control.advanceClock(2000);
    await own.control.settled();
    expect(proved(shop.heard.at(-1) ?? "")["vnp_TxnRef"]).toBe("QR7");
    await own.close();
  });
});
