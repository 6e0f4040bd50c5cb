import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { eachDatabase } from "@xudong/database/testing";
import { inspectMarket } from "@xudong/market";
import type { Shop } from "../../site/server/app.ts";
import { aShop } from "../a-shop.ts";
import { needsBrowser, withPage } from "./browser.ts";
import { look } from "./look.ts";

/** Where the story goes in each language, and the words a person would look for. */
const ways = {
  vi: { home: "/", product: "/san-pham/", guava: /ổi/i, experience: "/trai-nghiem/", pottery: /vẽ gốm/i, checkout: "/thanh-toan", order: "/don-hang/" },
  en: { home: "/en", product: "/en/products/", guava: /guava/i, experience: "/en/experiences/", pottery: /paint|pottery/i, checkout: "/en/checkout", order: "/en/orders/" },
} as const;

const visits = [
  { name: "1280 vi", width: 1280, javaScript: true, locale: "vi" },
  { name: "1280 vi without JavaScript", width: 1280, javaScript: false, locale: "vi" },
  { name: "390 vi, a gift and a ticket without signal", width: 390, javaScript: true, locale: "vi" },
  { name: "200 % of 1280 vi without JavaScript", width: 640, javaScript: false, locale: "vi" },
  { name: "390 en, a foreign telephone and card", width: 390, javaScript: true, locale: "en" },
] as const;

/** Goes on with the Tab key, as somebody without a mouse does, until the focus is there. */
async function tabTo(page: Page, selector: string, words = /(?:)/): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate((wanted) => (document.activeElement?.matches(wanted) ? (document.activeElement.textContent ?? "") : undefined), selector);
    if (text !== undefined && words.test(text)) return;
  }
  throw new Error(`The Tab key does not lead to ${selector}`);
}

/** The ticket on the page is shown again where there is no signal, and a basket is not. */
async function seenWithoutSignal(page: Page, cart: string): Promise<void> {
  const ticket = page.url();
  await page.waitForFunction(async (url) => (await caches.match(url)) !== undefined, ticket);
  await page.context().setOffline(true);
  await page.goto(ticket);
  expect(await page.locator(".kept-copy").count()).toBe(1);
  expect(await page.locator(".ticket-qr svg").count()).toBe(1);
  await page.goto(cart);
  expect(await page.locator("[data-kept-pages] a").count()).toBeGreaterThan(0);
  expect(await page.locator("[data-total]").count()).toBe(0);
  await page.context().setOffline(false);
  await page.goto(ticket);
  expect(await page.locator(".kept-copy").count()).toBe(0);
}

eachDatabase("A stranger", (database) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await aShop(database.url, { settings: { XUDONG_MODE: "demo" } });
  });
  afterAll(() => shop.close());
  beforeEach(needsBrowser);

  // PostgreSQL is driven once: what differs between databases is below the pages.
  for (const visit of database.kind === "sqlite" ? visits : visits.slice(0, 1)) {
    test(`buys guava and a seat, and holds a ticket: ${visit.name}`, async () => {
      const isForeign = visit.locale === "en";
      const isGift = visit.name.includes("gift");
      const expected = isGift ? [/ERR_INTERNET_DISCONNECTED/] : [];
      await withPage({ width: visit.width, javaScript: visit.javaScript, locale: isForeign ? "en-GB" : "vi-VN", expected, context: isGift ? { serviceWorkers: "allow" } : {} }, async (page) => {
        const story = visit.name.replaceAll(/[^0-9A-Za-z]+/g, "-");
        const saved = (name: string) => look(page, story, name);
        const way = ways[visit.locale];
        await page.goto(`${shop.url}${way.home}`);
        await saved("1-home");

        await page.locator(`a[href*="${way.product}"]`).filter({ hasText: way.guava }).first().click();
        await saved("2-product");
        await page.fill("form[data-form=add] input[name=quantity]", "2");
        await page.click("form[data-form=add] button");
        await saved("3-cart-with-guava");

        await page.goto(`${shop.url}${way.home}`);
        await page.locator(`a[href*="${way.experience}"]`).filter({ hasText: way.pottery }).first().click();
        await saved("4-experience");
        await page.locator("form[data-form=add] input[name=quantity]").first().fill("1");
        await page.click("form[data-form=add] button");
        await saved("5-cart");
        expect(await page.locator("[data-line]").count()).toBe(2);

        await page.click(`a[href="${way.checkout}"]:visible`);
        await saved("6-checkout");
        // Nothing filled in: every field says what is missing, and nothing that was typed is lost (S2).
        await page.fill("input[name=email]", "khach@example.com");
        await page.click("form[data-form=checkout] button.pay");
        await saved("7-checkout-with-faults");
        expect(await page.locator("[aria-invalid=true]").count()).toBeGreaterThanOrEqual(5);
        expect(await page.inputValue("input[name=email]")).toBe("khach@example.com");

        await page.fill("input[name=name]", isForeign ? "Emma Clarke" : "Nguyễn Thị Hạnh");
        await page.fill("input[name=phone]", isForeign ? "+44 7700 900123" : "0912 345 678");
        // In the middle of it the other language is chosen, and then the first again: nothing is lost, nothing was ordered (S2).
        for (const language of isForeign ? ["vi", "en"] : ["en", "vi"]) {
          await page.click("button.language");
          expect(await page.locator("html").getAttribute("lang")).toBe(language);
          expect(await page.inputValue("input[name=name]")).toBe(isForeign ? "Emma Clarke" : "Nguyễn Thị Hạnh");
        }
        await page.fill("input[name=line]", "12 Trần Hưng Đạo");
        await page.fill("input[name=commune]", "Phường Hải Dương");
        await page.fill("input[name=province]", "Thành phố Hải Phòng");
        if (isGift) {
          await page.check("input[name=gift]");
          await page.fill("input[name=recipient]", "Bà Tư");
          await page.fill("textarea[name=card]", "Con chúc mẹ\nmạnh khoẻ.");
        }
        if (isForeign) expect(await page.isChecked("input[name=payment][value=vnpay-intcard]")).toBe(true);
        await page.check("input[name=terms]");
        await page.check("input[name=privacy]");
        // Pressing twice places one order (H4).
        if (visit.javaScript) await page.locator("form[data-form=checkout] button.pay").dblclick();
        else await page.click("form[data-form=checkout] button.pay");

        await page.waitForURL(/vpcpay\.html/);
        await look(page, story, "8-gateway");
        // Whoever goes back from the gateway finds the order that holds their things.
        await page.goto(`${shop.url}${visit.locale === "vi" ? "/gio-hang" : "/en/cart"}`);
        await saved("8-back-from-gateway");
        await page.click("a[data-link=unpaid]");
        await page.click("form[data-form=pay-again] button");
        await page.waitForURL(/vpcpay\.html/);
        await page.click("button[name=outcome][value=cancel]");
        await page.waitForSelector("[data-outcome=declined]");
        await saved("9-not-paid");
        await page.click("form[data-form=pay-again] button");
        await page.waitForURL(/vpcpay\.html/);
        await page.click("button[name=outcome][value=success]");
        await page.waitForSelector("[data-outcome=paid]");
        await saved("10-paid");

        await page.locator(`a[href*="${way.order}"]`).first().click();
        await saved("11-order");
        expect(await page.locator("[data-gift]").count()).toBe(isGift ? 1 : 0);
        const ownLink = await page.inputValue("#own-link");
        await page.locator("a[data-link=ticket]").first().click();
        expect(await page.locator(".ticket-qr svg").count()).toBe(1);
        await saved("12-ticket");
        if (isGift) await seenWithoutSignal(page, `${shop.url}${visit.locale === "vi" ? "/gio-hang" : "/en/cart"}`);
        await withPage({ width: visit.width, javaScript: visit.javaScript }, async (elsewhere) => {
          expect((await elsewhere.goto(ownLink.replace(/key=.*/, "key=wrong")))?.status()).toBe(404);
          await elsewhere.goto(ownLink);
          expect(elsewhere.url()).not.toContain("key=");
          expect(await elsewhere.locator("a[data-link=ticket]").count()).toBe(1);
        });
      });
      const findings = await inspectMarket(shop.store);
      expect(findings.filter((finding) => !finding.ok)).toEqual([]);
    });
  }

  test("buys with the keyboard alone, and finds the order again on another device by its code and telephone", async () => {
    let code = "";
    await withPage({ width: 1280 }, async (page) => {
      await page.goto(`${shop.url}/`);
      await tabTo(page, `main a[href^="/san-pham/"]`, /ổi/i);
      await page.keyboard.press("Enter");
      await page.waitForURL(/san-pham\//);
      await tabTo(page, "form[data-form=add] button:not([type=button])");
      await page.keyboard.press("Enter");
      await page.waitForURL(/gio-hang/);
      await tabTo(page, `.basket-sums a[href="/thanh-toan"]`);
      await page.keyboard.press("Enter");
      await page.waitForURL(/thanh-toan/);
      for (const [field, words] of [["name", "Trần Văn Bình"], ["phone", "0987 654 321"], ["line", "5 Ngõ Bưởi"], ["commune", "Phường Hải Dương"]] as const) {
        await tabTo(page, `[name=${field}]`);
        await page.keyboard.type(words);
      }
      for (const consent of ["terms", "privacy"]) {
        await tabTo(page, `[name=${consent}]`);
        await page.keyboard.press("Space");
      }
      await tabTo(page, "button.pay");
      await page.keyboard.press("Enter");
      await page.waitForURL(/vpcpay\.html/);
      await page.goto(`${shop.url}/gio-hang`);
      code = (await page.locator("a[data-link=unpaid]").getAttribute("href"))?.split("/").at(-1) ?? "";
    });
    await withPage({ width: 390, javaScript: false }, async (elsewhere) => {
      await elsewhere.goto(`${shop.url}/tra-cuu`);
      await elsewhere.fill("input[name=code]", code.toLowerCase());
      await elsewhere.fill("input[name=contact]", "+84 987 654 321");
      await elsewhere.click("form[data-form=lookup] button.do");
      expect(await elsewhere.locator("[data-state=awaiting_payment]").count()).toBe(1);
    });
  });

  test("orders one basket in two tabs, goes back and presses again: one order", async () => {
    const { orders } = shop.store.read.t;
    const before = (await shop.store.read.select({ id: orders.id }).from(orders)).length;
    await withPage({ width: 1280, javaScript: false }, async (page) => {
      await page.goto(`${shop.url}/`);
      await page.locator(`main a[href^="/san-pham/"]`).filter({ hasText: /ổi/i }).first().click();
      await page.click("form[data-form=add] button");
      const tabs = [page, await page.context().newPage()];
      for (const tab of tabs) {
        await tab.goto(`${shop.url}/thanh-toan`);
        for (const [field, words] of [["name", "Lê Thị Cúc"], ["phone", "0977 123 456"], ["line", "7 Ngõ Ổi"], ["commune", "Phường Hải Dương"]] as const) await tab.fill(`input[name=${field}]`, words);
        await tab.check("input[name=terms]");
        await tab.check("input[name=privacy]");
      }
      for (const tab of tabs) await tab.click("button.pay");
      await page.waitForURL(/vpcpay\.html/);
      await tabs[1]?.waitForSelector("a[data-link=unpaid]");
      await page.goBack();
      await page.waitForSelector("a[data-link=unpaid]");
    });
    expect((await shop.store.read.select({ id: orders.id }).from(orders)).length - before).toBe(1);
  });

  test("is told kindly when a page, a product or somebody else's order is not there, and shown the way on", async () => {
    await withPage({ width: 390 }, async (page) => {
      for (const path of ["/khong-co", "/en/nothing", "/san-pham/khong-co", "/don-hang/ABCD2345"]) {
        const answer = await page.goto(`${shop.url}${path}`);
        expect(answer?.status(), path).toBe(404);
        await look(page, "404", path.replaceAll("/", "_"));
        expect(await page.locator("main a").count()).toBeGreaterThan(0);
      }
    });
  });
});
