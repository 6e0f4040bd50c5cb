import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator } from "./simulator.ts";
import { arrive, pagesOf, press, proved, queryOf, seen, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

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

describe("the customer's own way", () => {
  const ncb = { number: "9704 1985 2619 1432 198", holder: "nguyen van a", date: "07/15" };
  const open = async (txnRef: string, more = {}): Promise<string> => {
    await arrive(simulator, { vnp_TxnRef: txnRef, ...more });
    return pagesOf(simulator, txnRef);
  };

  it("leads from the card through the password to the merchant", async () => {
    const base = await open("WAY1");
    const toPassword = await press(simulator, `${base}/card?bank=BIDV`, ncb);
    expect(toPassword.location).toBe(`${base}/otp?lang=vn`);
    expect((await seen(await fetch(simulator.url + toPassword.location))).text).toContain('<label for="otp">');
    const told = proved(queryOf((await press(simulator, `${base}/otp`, { otp: "123456" })).location));
    expect(told).toMatchObject({ vnp_BankCode: "BIDV", vnp_CardType: "ATM", vnp_ResponseCode: "00" });
  });

  it.each([["9704195798459170488", "51"], ["9704192181368742", "09"], ["9704193370791314", "12"]])("with card %s ends with %s", async (number, code) => {
    const base = await open(`CARD${code}`);
    const entered = await press(simulator, `${base}/card?bank=NCB`, { ...ncb, number });
    const end = entered.status === 303 ? await press(simulator, `${base}/otp`, { otp: "123456" }) : entered;
    expect(proved(queryOf(end.location))["vnp_ResponseCode"]).toBe(code);
  });

  it("with an expired card stays on the form, and another card may follow", async () => {
    const base = await open("EXPIREDCARD");
    expect((await press(simulator, `${base}/card?bank=NCB`, { ...ncb, number: "9704194841945513" })).text).toContain("Thẻ đã hết hạn");
    expect((await press(simulator, `${base}/card?bank=NCB`, ncb)).status).toBe(303);
  });

  it("with a foreign card asks for its CVV, and for a password only where 3-D Secure does", async () => {
    const visa = { number: "4456530000001005", holder: "NGUYEN VAN A", date: "12/30", cvv: "123" };
    const base = await open("VISA1", { vnp_Locale: "en" });
    expect((await press(simulator, `${base}/card?bank=INTCARD`, { ...visa, cvv: "999" })).text).toContain("CVV do not belong");
    expect(proved(queryOf((await press(simulator, `${base}/card?bank=INTCARD`, visa)).location))).toMatchObject({ vnp_BankCode: "VISA", vnp_CardType: "VISA" });
    const secure = await open("VISA2");
    expect((await press(simulator, `${secure}/card?bank=INTCARD`, { ...visa, number: "4456530000001096" })).location).toContain("/otp");
  });

  it("with wrong details more than three times ends with 10, with a wrong password more than three times with 13", async () => {
    const base = await open("WRONG1");
    const enter = () => press(simulator, `${base}/card?bank=NCB`, { ...ncb, number: "4111111111111111" });
    expect((await enter()).text).toContain('role="alert"');
    await enter();
    expect((await enter()).text).toContain('role="alert"');
    expect(proved(queryOf((await enter()).location))["vnp_ResponseCode"]).toBe("10");

    const other = await open("WRONG2");
    await press(simulator, `${other}/card?bank=NCB`, ncb);
    const guess = () => press(simulator, `${other}/otp`, { otp: "000000" });
    for (const _ of [1, 2, 3]) expect((await guess()).location).toContain("/otp");
    expect(proved(queryOf((await guess()).location))["vnp_ResponseCode"]).toBe("13");
  });

  it("starts counting passwords anew with another card", async () => {
    const base = await open("ANEW");
    await press(simulator, `${base}/card?bank=NCB`, ncb);
    for (const _ of [1, 2, 3]) await press(simulator, `${base}/otp`, { otp: "000000" });
    await press(simulator, `${base}/card?bank=NCB`, ncb);
    expect((await press(simulator, `${base}/otp`, { otp: "000000" })).location).toContain("/otp");
  });

  it("fills a test card in with one link, without script", async () => {
    const base = await open("FILL1");
    const form = await seen(await fetch(`${simulator.url}${base}/card?bank=NCB&fill=9704198526191432198`));
    expect(form.text).toContain('name="number" inputmode="numeric" maxlength="23" required value="9704198526191432198"');
  });

  const read = async (path: string): Promise<string> => (await seen(await fetch(simulator.url + path))).text;
  const linkTo = (text: string, pattern: RegExp): string => (pattern.exec(text)?.[1] ?? "").replaceAll("&amp;", "&");

  it("asks before it cancels, on a page of its own, and leads back to the step it came from", async () => {
    const base = await open("ASK1");
    const card = await read(`${base}/card?lang=en&bank=BIDV`);
    const asking = linkTo(card, /href="([^"]+)" data-opens="cancel-dialog"/);
    expect(asking).toBe(`${base}/cancel?lang=en&from=card&bank=BIDV`);
    const page = await read(asking);
    expect(page).toContain("Cancel this payment?");
    expect(page).toContain('name="outcome" value="cancel"');
    expect(linkTo(page, /href="([^"]+)">Keep paying/)).toBe(`${base}/card?lang=en&bank=BIDV`);
  });

  it("asks the same in a dialog, whose form ends the payment", async () => {
    const base = await open("ASK2");
    expect(await read(`${base}/bank`)).toContain(`<form method="post" action="${base}/cancel?lang=vn" class="row">`);
    expect(proved(queryOf((await press(simulator, `${base}/cancel?lang=vn`, {})).location))["vnp_ResponseCode"]).toBe("24");
  });

  it("changes the language and stays at its step", async () => {
    const base = await open("STEP1");
    const otherWay = async (path: string): Promise<string> => linkTo(await read(base + path), /class="language" href="([^"]+)"/).slice(base.length);
    expect(await otherWay("")).toBe("?lang=en");
    expect(await otherWay("/qr?lang=vn")).toBe("/qr?lang=en");
    expect(await otherWay("/bank?lang=en")).toBe("/bank?lang=vn");
    expect(await otherWay("/card?lang=vn&bank=INTCARD")).toBe("/card?lang=en&bank=INTCARD");
    expect(await otherWay("/cancel?lang=vn&from=card&bank=ACB")).toBe("/cancel?lang=en&from=card&bank=ACB");
    expect(await otherWay('/cancel?lang=vn&from=outcome&bank="><b>')).toBe("/cancel?lang=en");
    expect(await otherWay("/card?lang=vn&bank=MOT%22NGAN%20HANG")).toBe("/card?lang=en");
    await press(simulator, `${base}/card?bank=NCB`, ncb);
    await press(simulator, `${base}/otp?lang=vn`, { otp: "0" });
    expect(await otherWay("/otp?lang=vn")).toBe("/otp?lang=en");
    expect(await read(`${base}/otp?lang=en`)).toContain("Wrong OTP");
  });

  it("changes the language of a form with a fault in it, and of the words at the end", async () => {
    const base = await open("STEP2");
    const faulty = await press(simulator, `${base}/card?lang=en&bank=ACB`, { ...ncb, holder: "X" });
    expect(linkTo(faulty.text, /class="language" href="([^"]+)"/)).toBe(`${base}/card?lang=vn&bank=ACB`);
    simulator.control.turnKnobs({ return: "never" }, "STEP2");
    expect((await press(simulator, `${base}/cancel?lang=en`, {})).text).toContain("The customer closed the page");
  });

  it("counts down to error 15, with script and without", async () => {
    const base = await open("COUNT");
    const text = await read(base);
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="900;url=/paymentv2/Payment/Error.html?code=15"></noscript>');
    expect(text).toContain('data-seconds-left="900"');
    expect(text).toContain('data-over-path="/paymentv2/Payment/Error.html?code=15"');
    await press(simulator, `${base}/cancel`, {});
    expect(await read(base)).not.toMatch(/http-equiv="refresh"|data-seconds-left/);
  });

  it("ends at error 15 when the time is over, on every step", async () => {
    const late = await startTestSimulator(shop);
    await arrive(late, { vnp_TxnRef: "LATE" });
    const base = pagesOf(late, "LATE");
    late.control.advanceClock(15 * 60_000);
    for (const step of ["", "/qr", "/card?bank=NCB", "/otp", "/cancel"]) {
      expect((await seen(await fetch(late.url + base + step, { redirect: "manual" }))).location).toBe("/paymentv2/Payment/Error.html?code=15");
    }
    expect((await press(late, `${base}/outcome`, { outcome: "success" })).location).toContain("code=15");
    expect(late.control.payment("LATE")?.outcome).toBeNull();
    await late.close();
  });
});

describe("the page", () => {
  it("escapes what the merchant wrote", async () => {
    const { text } = await arrive(simulator, { vnp_TxnRef: "XSS", vnp_OrderInfo: `<img src=x onerror="alert(1)">` });
    expect(text).not.toContain("<img");
    expect(text).toContain("&lt;img src=x");
  });

  it("loads nothing foreign and lets its forms lead only to the merchant", async () => {
    const { headers, text } = await arrive(simulator, { vnp_TxnRef: "CSP", vnp_ReturnUrl: "http://localhost:4321/return" });
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("form-action 'self' http://localhost:4321 http://127.0.0.1:4321");
    expect(text).not.toMatch(/(?:src|href)="https?:/);
  });

  it("speaks the language of the request and offers the other", async () => {
    const page = await arrive(simulator, { vnp_TxnRef: "LANG", vnp_Locale: "en" });
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain("Simulated VNPAY · no real money");
    expect(page.text).toContain('hreflang="vi"');
  });
});
