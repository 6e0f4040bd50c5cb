import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toStamp } from "./clock.ts";
import { signQuery } from "./signature.ts";
import type { Simulator } from "./simulator.ts";
import { arrive, monday, pay, payPairs, secret, seen, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

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

const errorCode = (location: string): string | undefined => /^\/paymentv2\/Payment\/Error\.html\?code=(\d\d)(?:&wrong=[\w.,]+)?$/.exec(location)?.[1];
const raw = async (query: string) => seen(await fetch(`${simulator.payUrl}?${query}`, { redirect: "manual" }));

describe("a pay request is accepted", () => {
  it("when it is signed and well formed", async () => {
    const page = await arrive(simulator, { vnp_TxnRef: "OK1" });
    expect(page.status).toBe(200);
    expect(page.text.match(/<button name="outcome" value="success"/g)).toHaveLength(1);
  });

  it("when it is reloaded while it is open, and then there is still one payment", async () => {
    await arrive(simulator, { vnp_TxnRef: "OK2" });
    expect((await arrive(simulator, { vnp_TxnRef: "OK2" })).status).toBe(200);
    expect(simulator.control.payments().filter(({ txnRef }) => txnRef === "OK2")).toHaveLength(1);
  });

  it("when its wire order, escapes and foreign parameters differ from the signed text", async () => {
    const [first = "", ...rest] = signQuery(payPairs({ vnp_TxnRef: "OK3" }), secret).split("&");
    const shuffled = [...rest.reverse(), "utm_source=x", first].join("&").replaceAll("+", "%20").replaceAll("%3A", "%3a");
    expect((await raw(shuffled)).status).toBe(200);
  });

  it("without an expiry, as the demos send it: fifteen minutes are assumed", async () => {
    await arrive(simulator, { vnp_TxnRef: "OK4", vnp_ExpireDate: "" });
    expect(simulator.control.payment("OK4")?.expireAt).toBe(monday + 15 * 60_000);
  });

  it("with diacritics in the order text", async () => {
    expect((await arrive(simulator, { vnp_TxnRef: "OK5", vnp_OrderInfo: "Vải thiều Thanh Hà" })).text).toContain("Vải thiều Thanh Hà");
  });
});

describe("a pay request is refused", () => {
  it.each<[string, string, () => Promise<{ location: string }>]>([
    ["70", "a wrong signature", () => raw(`${signQuery(payPairs(), secret).slice(0, -1)}x`)],
    ["70", "another secret", () => raw(signQuery(payPairs(), "KHAC"))],
    ["70", "no signature", () => raw(signQuery(payPairs(), secret).split("&vnp_SecureHash")[0] ?? "")],
    ["70", "a signature of the wrong length", () => raw(`${signQuery(payPairs(), secret)}00`)],
    ["70", "a parameter given twice", () => raw(`${signQuery(payPairs(), secret)}&vnp_Amount=100`)],
    ["70", "a broken escape", () => raw(`${signQuery(payPairs(), secret)}&vnp_Bill_City=%zz`)],
    ["70", "nothing at all", () => raw("")],
    ["72", "an unknown terminal", () => arrive(simulator, { vnp_TmnCode: "KHONGCO1" })],
  ])("with %s for %s", async (code, _, sent) => {
    expect(errorCode((await sent()).location)).toBe(code);
  });

  it.each([
    ["vnp_Version", "2.0.0"], ["vnp_Command", "token_pay"], ["vnp_Amount", "1200.5"], ["vnp_Amount", "0"], ["vnp_Amount", "1234567890123"],
    ["vnp_Amount", "-1"], ["vnp_CreateDate", "20260230100000"], ["vnp_CreateDate", "2026"], ["vnp_ExpireDate", "20261323100000"], ["vnp_CurrCode", "USD"],
    ["vnp_IpAddr", "::1"], ["vnp_IpAddr", "10.0.0.1, 10.0.0.2"], ["vnp_Locale", "vi"], ["vnp_OrderInfo", ""], ["vnp_OrderInfo", "x".repeat(256)],
    ["vnp_OrderType", ""], ["vnp_ReturnUrl", "javascript:alert(1)"], ["vnp_ReturnUrl", "/checkout/return"], ["vnp_TxnRef", ""],
    ["vnp_TxnRef", "x".repeat(101)], ["vnp_TxnRef", "a b"], ["vnp_BankCode", "NB"],
  ])("with 03 for %s = %j", async (name, value) => {
    expect(errorCode((await arrive(simulator, { [name]: value })).location)).toBe("03");
  });

  it("with 03 and a word of our own about each parameter that is wrong, on the page and in the log", async () => {
    const lines: string[] = [];
    const own = await startTestSimulator(shop, { log: (line) => lines.push(line) });
    const { location } = await arrive(own, { vnp_TxnRef: "WRONG1", vnp_Amount: "", vnp_BankCode: "NB", vnp_Locale: "vi" });
    expect(location).toBe("/paymentv2/Payment/Error.html?code=03&wrong=vnp_Amount.missing,vnp_Locale.format,vnp_BankCode.length");
    expect(lines.at(-1)).toBe("Pay request WRONG1 refused with code 03: A value has a wrong format or length. vnp_Amount: missing. vnp_Locale: wrong format. A right one: vn. vnp_BankCode: wrong length, 3–20 characters are needed.");
    const { text } = await seen(await fetch(own.url + location));
    for (const part of ["vnp_Amount: thiếu.", "vnp_BankCode: sai độ dài, phải có 3–20 ký tự.", "vnp_Locale: sai định dạng. Ví dụ đúng: vn.", "vnp_Amount: missing."]) expect(text).toContain(`<li>${part}</li>`);
    await arrive(own, { vnp_TxnRef: "one\nline", vnp_Amount: "1" });
    expect(lines.at(-1)).toMatch(/^Pay request \? refused with code 03: .*vnp_TxnRef: wrong format/);
    await fetch(`${own.payUrl}?${signQuery(payPairs({ vnp_TxnRef: "FORGED1" }), "KHAC")}`, { redirect: "manual" });
    expect(lines.at(-1)).toMatch(/^Pay request FORGED1 refused with code 70/);
    await own.close();
  });

  it("with 70 before 03, because an unsigned form proves nothing", async () => {
    expect(errorCode((await raw(signQuery(payPairs({ vnp_Amount: "x" }), "KHAC"))).location)).toBe("70");
  });

  it("with 01 when its reference was used today, by another request or by one that has ended", async () => {
    await arrive(simulator, { vnp_TxnRef: "USED1" });
    expect(errorCode((await arrive(simulator, { vnp_TxnRef: "USED1", vnp_Amount: "100" })).location)).toBe("01");
    await pay(simulator, "USED2");
    expect(errorCode((await arrive(simulator, { vnp_TxnRef: "USED2" })).location)).toBe("01");
  });

  it("with 15 when its time is over, and 01 comes before 15", async () => {
    const over = { vnp_ExpireDate: toStamp(monday) };
    expect(errorCode((await arrive(simulator, { vnp_TxnRef: "LATE1", ...over })).location)).toBe("15");
    await pay(simulator, "LATE2");
    expect(errorCode((await arrive(simulator, { vnp_TxnRef: "LATE2", ...over })).location)).toBe("01");
  });

  it("without the merchant hearing of it", async () => {
    const before = shop.heard.length;
    await arrive(simulator, { vnp_CurrCode: "USD" });
    expect(shop.heard).toHaveLength(before);
  });
});

describe("a terminal", () => {
  it.each([["04", "locked"], ["71", "unapproved"]] as const)("is refused with %s while it is %s, and served again when it is open", async (code, state) => {
    simulator.control.changeTerminal("XUDONG01", { state });
    expect(errorCode((await arrive(simulator, { vnp_TxnRef: state })).location)).toBe(code);
    expect(errorCode((await raw(signQuery(payPairs(), "KHAC"))).location)).toBe("70");
    expect(errorCode((await arrive(simulator, { vnp_Amount: "x" })).location)).toBe(code);
    simulator.control.changeTerminal("XUDONG01", { state: "open" });
    expect((await arrive(simulator, { vnp_TxnRef: state })).status).toBe(200);
  });

  it("keeps its other settings when one is changed", async () => {
    simulator.control.changeTerminal("XUDONG01", { state: "locked" });
    expect(simulator.control.terminals()).toEqual([{ tmnCode: "XUDONG01", ipnUrl: shop.ipnUrl, merchantName: "Chợ thử", state: "locked" }]);
    simulator.control.changeTerminal("XUDONG01", { state: "open" });
  });

  it("may be locked from the start", async () => {
    const own = await startTestSimulator(shop, { terminals: [{ tmnCode: "XUDONG01", secret, state: "locked" }] });
    expect(errorCode((await arrive(own, { vnp_TxnRef: "LOCKED" })).location)).toBe("04");
    await own.close();
  });
});

describe("the clock", () => {
  it("closes an open payment when its time is over, and frees its reference the next day", async () => {
    const other = await startTestSimulator(shop);
    await arrive(other, { vnp_TxnRef: "DAY" });
    other.control.advanceClock(15 * 60_000);
    expect(errorCode((await arrive(other, { vnp_TxnRef: "DAY" })).location)).toBe("15");
    other.control.advanceClock(24 * 3_600_000);
    const tomorrow = { vnp_CreateDate: toStamp(monday + 86_400_000), vnp_ExpireDate: toStamp(monday + 2 * 86_400_000) };
    expect((await arrive(other, { vnp_TxnRef: "DAY", ...tomorrow })).status).toBe(200);
    await other.close();
  });
});

describe("the error page", () => {
  it.each(["01", "02", "03", "04", "15", "70", "71", "72", "99"])("explains %s in both languages", async (code) => {
    const page = await seen(await fetch(`${simulator.url}/paymentv2/Payment/Error.html?code=${code}`));
    expect(page.status).toBe(200);
    expect(page.text).toContain(`Lỗi <span lang="en">/ Error</span> ${code}`);
    expect(page.text).toMatch(/lang="vi".*lang="en"/s);
  });

  it("never repeats what it was given", async () => {
    const page = await seen(await fetch(`${simulator.url}/paymentv2/Payment/Error.html?code=<script>`));
    expect(page.text).not.toContain("<script>");
    expect(page.text).toContain("99");
    const hinted = await seen(await fetch(`${simulator.url}/paymentv2/Payment/Error.html?code=03&wrong=vnp_Evil.missing,vnp_Amount.evil,vnp_Amount.length`));
    expect(hinted.text).not.toMatch(/evil/i);
    expect(hinted.text).toContain("vnp_Amount: wrong length, 1–12 characters are needed.");
  });
});
