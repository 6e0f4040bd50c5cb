import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Simulator, startSimulator } from "@xudong/vnpay-simulator";
import { VNPay, VnpLocale, ignoreLogger } from "vnpay";
import { needsBrowser, withPage } from "./browser.ts";
import { accessible, fitsAndIsKept } from "./look.ts";

// The simulated gateway by itself, as a developer elsewhere would use it: a shop of thirty lines that builds its pay
// address with the npm library, and a customer in a real browser.

const shots = process.env["XUDONG_SCREENSHOTS"];
const tmnCode = "DEMOSHOP";
const secret = "BIMATTHUNGHIEM";

let shop: Server;
let shopUrl: string;
let simulator: Simulator;
/** Every notice the shop was sent: reference and code. */
const noticed: string[] = [];

beforeAll(async () => {
  shop = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://shop");
    const code = `${searchParams.get("vnp_TxnRef")} ${searchParams.get("vnp_ResponseCode")}`;
    if (pathname === "/ipn") noticed.push(code);
    response.writeHead(200, { "content-type": pathname === "/ipn" ? "application/json" : "text/html; charset=utf-8" });
    response.end(pathname === "/ipn" ? '{"RspCode":"00","Message":"Confirm Success"}' : `<!doctype html><link rel="icon" href="data:,"><p data-returned>${code.replace(/[^\w ]/g, "")}</p>`);
  });
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(() => {
  shop.closeAllConnections();
  shop.close();
});
beforeEach(needsBrowser);
beforeEach(async () => {
  noticed.length = 0;
  simulator = await startSimulator({ port: 0, terminals: [{ tmnCode, secret, ipnUrl: `${shopUrl}/ipn`, merchantName: "Hợp tác xã Vải thiều" }] });
});
afterEach(() => simulator.close());

/** yyyyMMddHHmmss in Việt Nam, whatever zone this machine keeps. */
const stamp = (instant: number): number => Number(new Date(instant + 7 * 3_600_000).toISOString().replace(/\D/g, "").slice(0, 14));

function payAddress(txnRef: string, locale: Visit["locale"] = "vi"): string {
  const client = new VNPay({ tmnCode, secureSecret: secret, vnpayHost: simulator.url, queryDrAndRefundHost: simulator.url, loggerFn: ignoreLogger });
  const now = Date.now();
  return client.buildPaymentUrl({
    vnp_Amount: 385_000, vnp_IpAddr: "127.0.0.1", vnp_TxnRef: txnRef, vnp_OrderInfo: "Vai thieu Thanh Ha 5 kg, giao tan nha", vnp_ReturnUrl: `${shopUrl}/return`,
    vnp_Locale: locale === "vi" ? VnpLocale.VN : VnpLocale.EN, vnp_CreateDate: stamp(now), vnp_ExpireDate: stamp(now + 15 * 60_000),
  });
}

/** Looks at a page as somebody who cannot see it would, and keeps a picture where one is asked for. */
async function look(page: Page, visit: Visit, name: string): Promise<void> {
  const story = `simulator-${visit.name.replaceAll(" ", "-")}-${name}`;
  // Width changes nothing of what axe reads, and the walk at a desk reads both languages.
  if (visit.javaScript && (visit.width > 390 || shots !== undefined)) await accessible(page, story);
  await fitsAndIsKept(page, story);
}

interface Visit { readonly name: string; readonly width: number; readonly javaScript: boolean; readonly locale: "vi" | "en"; readonly colorScheme?: "dark" }

const inVietnamese: readonly Visit[] = [
  { name: "1280", width: 1280, javaScript: true, locale: "vi" },
  { name: "390 without JavaScript", width: 390, javaScript: false, locale: "vi" },
];
const visits: readonly Visit[] = [...inVietnamese, { name: "390 en", width: 390, javaScript: true, locale: "en" }];
/** Looks nobody has to walk through again: only where pictures are asked for. */
const forPictures: readonly Visit[] = [
  { name: "1280 without JavaScript", width: 1280, javaScript: false, locale: "vi" },
  { name: "390", width: 390, javaScript: true, locale: "vi" },
  { name: "390 dark", width: 390, javaScript: true, locale: "vi", colorScheme: "dark" },
];

/** What is read on the way, in each language. */
const said = {
  vi: { amount: "385.000\u00a0đ", wrongOtp: "OTP chưa đúng" },
  en: { amount: "385,000\u00a0VND", wrongOtp: "Wrong OTP" },
} as const;

const language = (page: Page): Promise<string | null> => page.locator("html").getAttribute("lang");

describe("At the simulated gateway", () => {
  for (const visit of shots === undefined ? visits : [...visits, ...forPictures]) {
    const other = visit.locale === "vi" ? "en" : "vi";
    test(`a customer changes the language, mistypes the OTP, nearly cancels and pays: ${visit.name}`, async () => {
      await withPage(visit, async (page) => {
        const saved = (name: string) => look(page, visit, name);
        await page.goto(payAddress("PAY1", visit.locale));
        expect(await page.locator(".amount").textContent()).toBe(said[visit.locale].amount);
        await saved("1-pay");
        await page.click("[data-method=VNBANK]");
        await saved("2-bank");
        await page.click("[data-bank=NCB]");
        await saved("3-card");
        await page.click("a.language");
        expect([await language(page), new URL(page.url()).searchParams.get("bank")]).toEqual([other, "NCB"]);
        await saved("4-card-in-the-other-language");
        await page.click("a.language");

        await page.fill("#number", "9704 1985 2619 1432 198");
        await page.fill("#holder", "Somebody Else");
        await page.fill("#date", "07/15");
        await page.click("form.details button.main");
        expect(await page.locator("[role=alert]").count()).toBe(1);
        await saved("5-card-refused");
        await page.fill("#holder", "Nguyen Van A");
        await page.click("form.details button.main");
        await saved("6-otp");
        await page.fill("#otp", "000000");
        await page.click("form.details button.main");
        expect(await page.locator("[role=alert]").textContent()).toContain(said[visit.locale].wrongOtp);
        await page.click("a.language");
        expect(await language(page)).toBe(other);
        expect(await page.locator("[role=alert]").textContent()).toContain(said[other].wrongOtp);
        await saved("7-wrong-otp-in-the-other-language");

        await page.click("a.button[data-opens]");
        await saved("8-cancel-question");
        await page.locator(visit.javaScript ? "dialog [data-closes]" : "a.button").click();
        expect(await page.locator("#otp").isVisible()).toBe(true);

        await page.fill("#otp", "123456");
        await page.click("form.details button.main");
        expect(await page.locator("[data-returned]").textContent()).toBe("PAY1 00");
        expect(noticed).toEqual(["PAY1 00"]);

        // Whoever goes back to the gateway afterwards is told that it is over.
        await page.goto(`${simulator.url}/paymentv2/pay/${simulator.control.payment("PAY1")?.token}`);
        await saved("9-over");
      });
    });

  }

  for (const visit of inVietnamese) {
    test(`a customer thinks better of it: ${visit.name}`, async () => {
      await withPage(visit, async (page) => {
        await page.goto(payAddress("STOP1"));
        await page.click("[data-method=INTCARD]");
        await page.click("a.button[data-opens]");
        if (visit.javaScript) {
          // Escape is as good as the button.
          expect(await page.locator("dialog").evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(true);
          await page.keyboard.press("Escape");
          expect(simulator.control.payment("STOP1")?.outcome).toBeNull();
          await page.click("a.button[data-opens]");
          await page.click("dialog button.main");
        } else {
          expect(new URL(page.url()).pathname).toMatch(/\/cancel$/);
          await look(page, visit, "10-cancel-page");
          await page.click("button[name=outcome][value=cancel]");
        }
        expect(await page.locator("[data-returned]").textContent()).toBe("STOP1 24");
        expect(noticed).toEqual(["STOP1 24"]);
      });
    });

    test(`a developer reads and turns what happens: ${visit.name}`, async () => {
      await withPage(visit, async (page) => {
        await page.goto(payAddress("DESK1"));
        await page.goto(payAddress("DESK2"));
        await simulator.control.decide("DESK2", "suspicious");
        await page.goto(`${simulator.url}/control`);
        expect(await language(page)).toBe("vi");
        await page.selectOption("#ipn", "late");
        await page.fill("#ref", "DESK1");
        await page.locator("section[aria-labelledby=knobs] button.main").click();
        expect(simulator.control.knobs("DESK1").ipn).toBe("late");
        await look(page, visit, "11-control");
        await page.click("a.language");
        await page.locator("#ipn-DEMOSHOP").fill("http://127.0.0.1:1/elsewhere");
        await page.locator("form[action='/control/terminals/DEMOSHOP'] button").click();
        expect([await language(page), simulator.control.terminals()[0]?.ipnUrl]).toEqual(["en", "http://127.0.0.1:1/elsewhere"]);
        await look(page, visit, "12-control-in-english");
        await page.locator("form[action='/control/payments/DESK1/outcome'] button").click();
        expect(simulator.control.payment("DESK1")?.outcome).toBe("success");
        await page.locator("form[action='/control/payments/DESK2/review'] button[value=passed]").click();
        expect(simulator.control.payment("DESK2")?.outcome).toBe("success");
      });
    });
  }

  // Two seconds of real time: the countdown is the browser's own, and nothing else can be shown of it. Both wait at once.
  test("the time runs out before the customer's eyes, with scripts and without", async () => {
    const [atADesk, withoutScript] = inVietnamese as [Visit, Visit];
    await withPage(atADesk, (page) => withPage(withoutScript, async (plainPage) => {
      const addresses = [payAddress("LATE1"), payAddress("LATE2")] as const;
      simulator.control.setClock(15 * 60_000 - 2000 - (Date.now() % 1000));
      await Promise.all([page.goto(addresses[0]), plainPage.goto(addresses[1])]);
      for (const [visit, shown] of [[atADesk, page], [withoutScript, plainPage]] as const) {
        await shown.waitForURL(/Error\.html\?code=15/, { timeout: 20_000 });
        await look(shown, visit, "13-time-is-up");
      }
      expect(noticed).toEqual([]);
    }));
  });
});
