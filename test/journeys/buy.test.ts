import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
  { name: "390 vi", width: 390, javaScript: true, locale: "vi" },
  { name: "390 vi without JavaScript", width: 390, javaScript: false, locale: "vi" },
  { name: "390 en", width: 390, javaScript: true, locale: "en" },
] as const;

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
      await withPage({ width: visit.width, javaScript: visit.javaScript, locale: visit.locale === "vi" ? "vi-VN" : "en-GB" }, async (page) => {
        const story = visit.name.replaceAll(" ", "-");
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

        await page.click(`a[href="${way.checkout}"]`);
        await saved("6-checkout");
        // Nothing filled in: every field says what is missing, and nothing that was typed is lost (S2).
        await page.fill("input[name=email]", "khach@example.com");
        await page.click("form[data-form=checkout] button.pay");
        await saved("7-checkout-with-faults");
        expect(await page.locator("[aria-invalid=true]").count()).toBeGreaterThanOrEqual(5);
        expect(await page.inputValue("input[name=email]")).toBe("khach@example.com");

        await page.fill("input[name=name]", "Nguyễn Thị Hạnh");
        await page.fill("input[name=phone]", "0912 345 678");
        await page.fill("input[name=line]", "12 Trần Hưng Đạo");
        await page.fill("input[name=commune]", "Phường Hải Dương");
        await page.fill("input[name=province]", "Thành phố Hải Phòng");
        await page.check("input[name=terms]");
        await page.check("input[name=privacy]");
        await page.click("form[data-form=checkout] button.pay");

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
        const ownLink = await page.inputValue("#own-link");
        await page.locator("a[data-link=ticket]").first().click();
        expect(await page.locator(".ticket-qr svg").count()).toBe(1);
        await saved("12-ticket");
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
