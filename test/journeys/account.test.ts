import type { Locale } from "@xudong/domain";
import { onlyOn } from "@xudong/database/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Shop } from "../../site/server/app.ts";
import { aShop } from "../a-shop.ts";
import { needsBrowser, withPage } from "./browser.ts";
import { look } from "./look.ts";

const ways = {
  vi: { signUp: "/dang-ky", signIn: "/dang-nhap", account: "/tai-khoan", recover: "/dang-nhap/quen-mat-khau", lookup: "/tra-cuu", order: "/don-hang/", home: "/" },
  en: { signUp: "/en/sign-up", signIn: "/en/sign-in", account: "/en/account", recover: "/en/sign-in/forgotten", lookup: "/en/lookup", order: "/en/orders/", home: "/en" },
} as const;
const visitors: readonly { name: string; width: number; javaScript: boolean; locale: Locale }[] = [
  { name: "1280 vi", width: 1280, javaScript: true, locale: "vi" },
  { name: "390 vi without JavaScript", width: 390, javaScript: false, locale: "vi" },
  { name: "390 en", width: 390, javaScript: true, locale: "en" },
];
const password = "cây ổi sau nhà";

onlyOn("sqlite", "Somebody who wants an account", (database) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await aShop(database.url, { settings: { XUDONG_MODE: "demo" } });
  });
  afterAll(() => shop.close());
  beforeEach(needsBrowser);

  test.each(visitors)("makes one, brings an order into it, signs out and in, and finds the order without it: $name", async (visitor) => {
    const way = ways[visitor.locale];
    const phone = `0939 ${100_000 + visitors.indexOf(visitor)}`;
    const placed = await placeOrder(phone);
    await withPage({ width: visitor.width, javaScript: visitor.javaScript, locale: visitor.locale === "vi" ? "vi-VN" : "en-GB" }, async (page) => {
      const saved = (name: string) => look(page, `account-${visitor.name.replaceAll(" ", "-")}`, name);
      // A guest who has lost the link of their order.
      await page.goto(`${shop.url}${way.lookup}`);
      await page.fill("input[name=code]", placed.code);
      await page.fill("input[name=contact]", "0912 000 000");
      await page.click("form[data-form=lookup] button");
      expect(await page.inputValue("input[name=code]")).toBe(placed.code);
      await saved("1-lookup-refused");
      await page.fill("input[name=contact]", phone);
      await page.click("form[data-form=lookup] button");
      await page.waitForURL(new RegExp(`${way.order}${placed.code}$`));

      await page.goto(`${shop.url}${way.account}`);
      expect(new URL(page.url()).pathname).toBe(way.signIn);
      await saved("2-sign-in");
      await page.click("a[data-link=sign-up]");
      await page.fill("input[name=name]", "Nguyễn Thị Hạnh");
      await page.fill("input[name=phone]", phone);
      await page.fill("input[name=password]", "12345678");
      await page.click("form[data-form=sign-up] button");
      await saved("3-sign-up-refused");
      expect(await page.inputValue("input[name=phone]")).toBe(phone);
      expect(await page.inputValue("input[name=password]")).toBe("");
      expect(await page.locator("[aria-invalid=true]").count()).toBe(3);
      await page.fill("input[name=password]", password);
      await page.check("input[name=terms]");
      await page.check("input[name=privacy]");
      await page.click("form[data-form=sign-up] button");
      expect(new URL(page.url()).pathname).toBe(way.account);
      expect(await page.locator("a[data-link=order]").count()).toBe(0);
      await page.click("form[data-form=claim] button");
      expect(await page.locator("a[data-link=order]").count()).toBe(1);
      await page.click("form[data-form=consent] button");
      await saved("4-account");
      // Another device, seen and signed out from here.
      await withPage({ width: 390 }, async (elsewhere) => {
        await elsewhere.goto(`${shop.url}${way.signIn}`);
        await elsewhere.fill("input[name=contact]", phone);
        await elsewhere.fill("input[name=password]", password);
        await elsewhere.click("form[data-form=sign-in] button");
        expect(await elsewhere.locator("a[data-link=order]").count()).toBe(1);
        await page.reload();
        expect(await page.locator("[data-session]").count()).toBe(2);
        await page.click("form[data-form=end-others] button");
        await elsewhere.goto(`${shop.url}${way.account}`);
        expect(new URL(elsewhere.url()).pathname).toBe(way.signIn);
      });
      await page.click("form[data-form=sign-out] button");
      expect(new URL(page.url()).pathname).toBe(way.home);
      await page.goto(`${shop.url}${way.recover}`);
      await page.fill("input[name=email]", "nobody@example.com");
      await page.click("form[data-form=recover] button");
      await saved("5-recovery-asked");
    });
  });

  test("a form from another site is refused, and a session never reaches the API or pages that are the same for everybody", async () => {
    const foreign = await fetch(`${shop.url}/tai-khoan`, { method: "POST", headers: { origin: "http://evil.example", "content-type": "application/x-www-form-urlencoded" }, body: "do=sign-out" });
    expect(foreign.status).toBe(403);
    const { token } = await shop.market.people.signInAsSample("admin", { clientAddress: "127.0.0.1", userAgent: "" });
    const same = async (path: string) => {
      const [bare, signedIn] = await Promise.all([{}, { cookie: `session=${token}` }].map(async (headers) => (await fetch(`${shop.url}${path}`, { headers: { ...headers, "accept-encoding": "identity" } })).text()));
      expect(signedIn, path).toBe(bare);
    };
    for (const path of ["/", "/en", "/san-pham", "/trai-nghiem", "/dieu-khoan", "/api/v1/listings"]) await same(path);
    const account = await fetch(`${shop.url}/tai-khoan`, { headers: { cookie: `session=${token}` } });
    expect([account.status, account.headers.get("cache-control")]).toEqual([200, "no-store"]);
  });

  async function placeOrder(phone: string) {
    const { market } = shop;
    const { items } = await market.listings({ kind: "goods", pageSize: 40 });
    for (const item of items) {
      const found = await market.listing(item.slug.vi);
      if (!("listing" in found) || found.listing.notOnSale !== undefined) continue;
      const variant = found.listing.variants[0];
      if (variant === undefined) continue;
      const cart = await market.createCart();
      await market.setCartLine(cart, { variantId: variant.id, quantity: 1 });
      return market.placeOrder(
        cart,
        { contact: { name: "Hạnh", phone }, address: { line: "12 Trần Hưng Đạo", commune: "Phường Hải Dương", province: "Thành phố Hải Phòng" }, payment: { method: "vnpay" }, consents: ["terms", "privacy"], locale: "vi" },
        { idempotencyKey: crypto.randomUUID(), clientAddress: "203.0.113.7" },
      );
    }
    throw new Error("Nothing is on sale today");
  }
});
