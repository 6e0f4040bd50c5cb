import { onlyOn } from "@xudong/database/testing";
import { addDays, dayOf, formatCode, minutes, plus, type Locale } from "@xudong/domain";
import type { OrderRef } from "@xudong/market";
import { aNotice } from "@xudong/market/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { consolePaths } from "../../site/console-paths.ts";
import { paths } from "../../site/paths.ts";
import type { Shop } from "../../site/server/app.ts";
import { aShop } from "../a-shop.ts";
import { needsBrowser, withPage } from "./browser.ts";
import { look } from "./look.ts";

const visitors: readonly { name: string; width: number; javaScript: boolean; locale: Locale }[] = [
  { name: "390 vi without JavaScript", width: 390, javaScript: false, locale: "vi" },
  { name: "1280 en", width: 1280, javaScript: true, locale: "en" },
];

onlyOn("sqlite", "The other side of a sale", (database) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await aShop(database.url, { settings: { XUDONG_MODE: "demo" } });
  });
  afterAll(() => shop.close());
  beforeEach(needsBrowser);

  test.each(visitors)("a seller sends a parcel and its buyer reads how; takes it back, and sends it again: $name", async ({ name, width, javaScript, locale }) => {
    const { market, url } = shop;
    const order = await buy(locale, { kind: "goods", shopName: "Vườn Cuối Ngõ" });
    await withPage({ width, javaScript, locale: locale === "vi" ? "vi-VN" : "en-GB" }, async (page) => {
      const saved = (step: string) => look(page, `sell-${name.replaceAll(" ", "-")}`, step);
      await page.goto(url + paths.home(locale));
      await page.click(".ribbon button[value=shop_owner]");
      expect(new URL(page.url()).pathname).toBe(consolePaths.sell(locale));
      const parcel = () => page.locator("[data-parcel]", { hasText: formatCode(order.code) });
      await parcel().locator("summary").click();
      await parcel().locator("select").selectOption("vnpost");
      await parcel().locator("input[name=trackingNumber]").fill("RR473124828VN");
      await parcel().locator("form[data-form=ship] button").click();
      await page.waitForSelector("#problem");
      expect(await parcel().locator("input[name=trackingNumber]").inputValue()).toBe("RR473124828VN");
      expect(await parcel().locator("select").inputValue()).toBe("vnpost");
      expect(await parcel().locator("[aria-invalid=true]").count()).toBe(1);
      await saved("1-refused");
      await parcel().locator("input[name=trackingNumber]").fill("RR473124829VN");
      await parcel().locator("form[data-form=ship] button").click();
      await page.waitForURL(/done=ship/);
      expect(await parcel().count()).toBe(0);
      await saved("2-sent");
      await page.goto(`${url}${paths.order(locale, order.code)}?key=${order.key}`);
      expect(await page.locator("[data-sent]").textContent()).toContain("RR473124829VN");
      await page.goto(url + consolePaths.sell(locale));
      await page.locator("[data-sent]", { hasText: formatCode(order.code) }).locator("form[data-form=undo] button").click();
      await page.waitForURL(/done=undo/);
      expect(await parcel().count()).toBe(1);
      await page.goto(url + ((await parcel().locator("a[data-link=slip]").getAttribute("href")) ?? ""));
      expect(await page.locator(".slip").textContent()).not.toMatch(/\d\s?đ|VND/);
      await saved("3-slip");
    });
    expect((await market.order(order)).sellers[0]?.fulfilments[0]?.state).toBe("to_prepare");
  });

  test.each(visitors)("the gate lets a family of four in, three and then one, and nobody twice: $name", async ({ name, width, javaScript, locale }) => {
    const { url } = shop;
    const order = await buy(locale, { kind: "experience", shopName: "thuyền Bờ Tre" });
    const { tickets } = await shop.market.order(order);
    const first = tickets[0];
    await shop.moveClock(plus(first?.startsAt ?? new Date(), -minutes(20)).getTime() - Date.now());
    await withPage({ width, javaScript, locale: locale === "vi" ? "vi-VN" : "en-GB" }, async (page) => {
      const saved = (step: string) => look(page, `gate-${name.replaceAll(" ", "-")}`, step);
      const said = async (of: string) => page.waitForSelector(`[data-answer=${of}]`);
      await page.goto(url + paths.home(locale));
      await page.click(".ribbon button[value=gate_staff]");
      expect(new URL(page.url()).pathname).toBe(consolePaths.gate(locale));
      await saved("1-gate");
      // A scanner that types like a keyboard: the QR's whole text, and Enter.
      await page.keyboard.type(first?.qrText ?? "");
      await page.keyboard.press("Enter");
      await said("party");
      expect(await page.locator("input[name=ticket]").count()).toBe(4);
      await page.locator("input[name=ticket]").last().uncheck();
      await saved("2-party");
      await page.locator("button[value=admit]").click();
      await said("in");
      await saved("3-in");
      await page.fill("#code", order.code.toLowerCase());
      await page.locator("#code").press("Enter");
      await said("party");
      expect(await page.locator("input[name=ticket]").count()).toBe(1);
      // Enter in the empty field lets the rest in.
      await page.locator("#code").press("Enter");
      await said("in");
      await page.fill("#code", tickets[3]?.code ?? "");
      await page.locator("#code").press("Enter");
      await said("already");
      await saved("4-already");
      await page.fill("#code", "không phải vé");
      await page.locator("#code").press("Enter");
      await said("none");
      expect(await page.inputValue("#code")).toBe("không phải vé");
      expect(await page.locator("[data-counts]").textContent()).toContain("4 / 4");
    });
    await shop.moveClock(0);
  });

  let bought = 0;

  /** Something of a sample shop, paid at the gateway: one of its goods, or four places on the first day that has them. */
  async function buy(locale: Locale, { kind, shopName }: { kind: "goods" | "experience"; shopName: string }): Promise<OrderRef> {
    const { market, settings } = shop;
    const { items } = await market.listings({ kind, pageSize: 100 });
    for (const item of items.filter(({ shop: { name } }) => name.vi.includes(shopName))) {
      const found = await market.listing(item.slug.vi);
      if (!("listing" in found) || found.listing.notOnSale !== undefined) continue;
      const today = dayOf(market.clock.now());
      const slots = kind === "goods" ? [] : (await market.slots(item.slug.vi, addDays(today, 1 + bought), addDays(today, 30))).filter(({ unitsLeft }) => unitsLeft >= 4);
      const variantId = kind === "goods" ? found.listing.variants[0]?.id : slots[0]?.prices.find(({ unitsLeft }) => unitsLeft >= 4)?.variantId;
      if (variantId === undefined) continue;
      bought += 1;
      const cart = await market.createCart();
      await market.setCartLine(cart, { variantId, quantity: kind === "goods" ? 1 : 4, ...(slots[0] === undefined ? {} : { slotId: slots[0].id }) });
      const order = await market.placeOrder(
        cart,
        { contact: { name: "Nguyễn Thị Hạnh", phone: `0939 ${200_000 + bought}` }, address: { line: "12 Trần Hưng Đạo", commune: "Phường Hải Dương", province: "Thành phố Hải Phòng" }, payment: { method: "vnpay" }, consents: ["terms", "privacy"], locale },
        { idempotencyKey: crypto.randomUUID(), clientAddress: "203.0.113.7" },
      );
      const { redirectUrl } = await market.openPayment(order, { method: "vnpay", locale }, { idempotencyKey: crypto.randomUUID(), clientAddress: "203.0.113.7" });
      const asked = new URL(redirectUrl).searchParams;
      const paid = aNotice({ gatewayRef: asked.get("vnp_TxnRef") ?? "", amount: asked.get("vnp_Amount") ?? "" }, { vnp_TmnCode: settings.vnpay.tmnCode, vnp_TransactionNo: `${14_226_112 + bought}` }, settings.vnpay.hashSecret);
      expect(await market.receiveNotice(paid)).toMatchObject({ RspCode: "00" });
      return order;
    }
    throw new Error(`${shopName} has nothing to buy`);
  }
});
