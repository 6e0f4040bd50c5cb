import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { onlyOn } from "@xudong/database/testing";
import { minutes, operatorActor, type Locale } from "@xudong/domain";
import { inspectMarket, type PlacedOrder } from "@xudong/market";
import type { Shop } from "../../site/server/app.ts";
import { aShop } from "../a-shop.ts";
import { needsBrowser, withPage } from "./browser.ts";
import { look } from "./look.ts";

/** What a person reads on the way, in each language. */
const said = {
  vi: {
    noCash: /giỏ này có vé, nên cần trả trước qua VNPAY/,
    comesBack: /Chợ hoàn toàn bộ .* về thẻ hoặc tài khoản bạn đã trả.*5–15 ngày làm việc/s,
    cancelled: /Bạn đã huỷ đơn/, sent: /Chợ đã gửi yêu cầu hoàn .* VNPAY đã nhận/, done: /VNPAY báo đã hoàn/,
    voidTicket: /Bạn đã huỷ đơn, nên vé không mở cửa được nữa/,
    cash: /chuẩn bị .* để trả cho người giao hàng/, nobodyComes: /người giao hàng sẽ không tới thu tiền/, notCollected: /Không ai tới thu tiền/,
    review: /VNPAY đang xem xét khoản bạn trả/, waiting: /Chờ thanh toán/, confirmed: /Đơn của bạn đã chắc chắn/,
    notYet: /Chợ xác nhận đơn khi VNPAY báo thẳng cho chợ.*xin đừng trả lần nữa/s, asking: /Chưa rõ bạn đã trả xong hay chưa.*xin đừng trả lần nữa/s,
  },
  en: {
    noCash: /this basket has tickets in it, so it is paid in advance by VNPAY/,
    comesBack: /sends all .* back to the card or account you paid with.*5–15 working days/s,
    cancelled: /You cancelled the order/, sent: /VNPAY has accepted it/, done: /VNPAY says that .* went back/,
    voidTicket: /You cancelled the order, so this ticket opens no gate/,
    cash: /ready for the courier/, nobodyComes: /courier will not come to collect/, notCollected: /Nobody will come to collect/,
    review: /VNPAY is checking your payment/, waiting: /Waiting for payment/, confirmed: /Your order is certain/,
    notYet: /confirmed when VNPAY itself tells the market.*please do not pay again/s, asking: /do not know yet whether you have paid.*do not pay again/s,
  },
} as const;

const ways = {
  vi: { guava: "/san-pham/", pottery: "/trai-nghiem/", home: "/", checkout: "/thanh-toan", order: "/don-hang/" },
  en: { guava: "/en/products/", pottery: "/en/experiences/", home: "/en", checkout: "/en/checkout", order: "/en/orders/" },
} as const;

type Visitor = { name: string; width: number; javaScript: boolean; locale: Locale };
const visitors: readonly Visitor[] = [
  { name: "1280 vi", width: 1280, javaScript: true, locale: "vi" },
  { name: "390 vi without JavaScript", width: 390, javaScript: false, locale: "vi" },
  { name: "390 en", width: 390, javaScript: true, locale: "en" },
];
const [atADesk, withoutScript, inEnglish] = visitors;

/** The long story is for every visitor, each shorter one for one of them; for pictures all walk everywhere. */
const isFor = (visitor: Visitor, usual: Visitor | undefined) => process.env["XUDONG_SCREENSHOTS"] !== undefined || visitor === usual;

// What differs between databases is below the pages, and a stranger's purchase is driven on both.
onlyOn("sqlite", "An order, after it was placed", (database) => {
  let shop: Shop;
  let movedMs = 0;
  beforeAll(async () => {
    shop = await aShop(database.url, { settings: { XUDONG_MODE: "demo" } });
  });
  afterAll(() => shop.close());
  beforeEach(needsBrowser);

  const buyer = { contact: { name: "Nguyễn Thị Hạnh", phone: "0912 345 678" }, address: { line: "12 Trần Hưng Đạo", commune: "Phường Hải Dương", province: "Thành phố Hải Phòng" }, consents: ["terms", "privacy"] };
  const aRepeat = () => ({ idempotencyKey: crypto.randomUUID(), clientAddress: "203.0.113.7" });

  /** An order of guava, placed by somebody who does not need to be watched. */
  async function anOrder(locale: Locale, method = "vnpay"): Promise<PlacedOrder> {
    const { market } = shop;
    const { inSeason } = await market.home();
    const goods = inSeason.find((card) => card.kind === "goods" && /ổi/i.test(card.title.vi)) ?? inSeason.find((card) => card.kind === "goods");
    const found = await market.listing(goods?.slug.vi ?? "");
    if (!("listing" in found)) throw new Error("no goods are on sale");
    const cart = await market.createCart();
    await market.setCartLine(cart, { variantId: found.listing.variants[0]?.id ?? "", quantity: 2 });
    return market.placeOrder(cart, { ...buyer, payment: { method }, locale }, aRepeat());
  }

  /** Opens a payment at the gateway as a browser would, and gives its number there. */
  async function aPayment(order: PlacedOrder): Promise<string> {
    const { redirectUrl } = await shop.market.openPayment(order, { method: "vnpay", locale: "vi" }, aRepeat());
    await (await fetch(redirectUrl)).text();
    return new URL(redirectUrl).searchParams.get("vnp_TxnRef") ?? "";
  }

  /** What a developer's hand does at the gateway. */
  async function gateway(path: string, given: object): Promise<unknown> {
    const answer = await fetch(`${shop.simulatorUrl}/control${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(given) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  }
  const ends = async (gatewayRef: string, outcome: string) => {
    await gateway(`/payments/${gatewayRef}/outcome`, { outcome });
    await gateway("/settle", {});
  };
  /** The newest refund there goes on to its next state. */
  async function refundBecomes(status: "06" | "00" | "09"): Promise<void> {
    const refunds = (await (await fetch(`${shop.simulatorUrl}/control/refunds`)).json()) as { id: number }[];
    await gateway(`/refunds/${Math.max(...refunds.map(({ id }) => id))}`, { status });
  }
  async function timePasses(ms: number): Promise<void> {
    movedMs += ms;
    await shop.moveClock(movedMs);
    await shop.market.jobs.runDue();
  }

  const keyLink = (locale: Locale, order: { code: string; key: string }) => `${shop.url}${ways[locale].order}${order.code}?key=${order.key}`;
  const asks = (visitor: Visitor) => ({ width: visitor.width, javaScript: visitor.javaScript, locale: visitor.locale === "vi" ? "vi-VN" : "en-GB" });
  const reads = async (page: Page, pattern: RegExp) => expect(await page.innerText("main")).toMatch(pattern);

  async function fillIn(page: Page): Promise<void> {
    await page.fill("input[name=name]", buyer.contact.name);
    await page.fill("input[name=phone]", buyer.contact.phone);
    await page.fill("input[name=line]", buyer.address.line);
    await page.fill("input[name=commune]", buyer.address.commune);
    await page.check("input[name=terms]");
    await page.check("input[name=privacy]");
  }

  async function putIn(page: Page, visitor: Visitor, what: "guava" | "pottery"): Promise<void> {
    const way = ways[visitor.locale];
    await page.goto(`${shop.url}${way.home}`);
    await page.locator(`a[href*="${way[what]}"]`).filter({ hasText: what === "guava" ? /ổi|guava/i : /vẽ gốm|pottery|paint/i }).first().click();
    await page.locator("form[data-form=add] input[name=quantity]").first().fill("1");
    await page.click("form[data-form=add] button");
  }

  async function allIsWell(): Promise<void> {
    expect((await inspectMarket(shop.store)).filter((finding) => !finding.ok)).toEqual([]);
  }

  for (const visitor of visitors) {
    const words = said[visitor.locale];
    const story = (name: string) => `${name}-${visitor.name.replaceAll(" ", "-")}`;

    test(`is called off after it was paid, and its money comes back: ${visitor.name}`, async () => {
      await withPage(asks(visitor), async (page) => {
        const saved = (name: string) => look(page, story("paid"), name);
        await putIn(page, visitor, "guava");
        await putIn(page, visitor, "pottery");
        await page.click(`a[href="${ways[visitor.locale].checkout}"]:visible`);
        expect(await page.locator("input[name=payment][value=cod]").count()).toBe(0);
        await reads(page, words.noCash);
        await fillIn(page);
        await saved("1-checkout-in-advance-only");
        await page.click("form[data-form=checkout] button.pay");
        await page.waitForURL(/vpcpay\.html/);
        await page.click("button[name=outcome][value=success]");
        await page.waitForSelector("[data-outcome=paid]");
        await page.locator(`a[href*="${ways[visitor.locale].order}"]`).first().click();
        await saved("2-order");

        await page.click("a[data-link=cancel]");
        await reads(page, words.comesBack);
        await saved("3-what-cancelling-means");
        // Whoever thinks better of it has lost nothing.
        await page.locator(`main a.button[href*="${ways[visitor.locale].order}"]`).click();
        expect(await page.locator("[data-state=confirmed]").count()).toBe(1);
        await page.click("a[data-link=cancel]");
        await page.click("form[data-form=cancel] button");
        await page.waitForSelector("[data-state=cancelled]");
        await reads(page, words.cancelled);
        expect(await page.locator("[data-back]").count()).toBe(1);
        await saved("4-cancelled");
        const orderPage = page.url();

        await page.locator("a[data-link=ticket]").first().click();
        expect(await page.locator(".ticket-qr svg").count()).toBe(0);
        await reads(page, words.voidTicket);
        await saved("5-void-ticket");

        await shop.market.jobs.runDue();
        await page.goto(orderPage);
        await reads(page, words.sent);
        await saved("6-refund-sent");
        await refundBecomes("06");
        await timePasses(minutes(2));
        await page.goto(orderPage);
        await reads(page, words.sent);
        await refundBecomes("00");
        await timePasses(minutes(10));
        await page.goto(orderPage);
        await reads(page, words.done);
        expect(await page.locator("a[data-link=cancel]").count()).toBe(0);
        await saved("7-refunded");
      });
      await allIsWell();
    });

    if (isFor(visitor, atADesk)) test(`is to be paid in cash, and is called off, all by keyboard: ${visitor.name}`, async () => {
      await withPage(asks(visitor), async (page) => {
        const saved = (name: string) => look(page, story("cash"), name);
        await putIn(page, visitor, "guava");
        await page.click(`a[href="${ways[visitor.locale].checkout}"]:visible`);
        await fillIn(page);
        await page.focus("input[name=payment][value=vnpay]");
        for (let pressed = 0; pressed < 2 && !(await page.isChecked("input[name=payment][value=cod]")); pressed++) await page.keyboard.press("ArrowDown");
        expect(await page.isChecked("input[name=payment][value=cod]")).toBe(true);
        // The way that was chosen survives an error elsewhere (S2).
        await page.fill("input[name=name]", "");
        await page.focus("form[data-form=checkout] button.pay");
        await page.keyboard.press("Enter");
        await page.waitForSelector("[aria-invalid=true]");
        expect(await page.isChecked("input[name=payment][value=cod]")).toBe(true);
        await page.fill("input[name=name]", buyer.contact.name);
        await saved("1-checkout");
        await page.focus("form[data-form=checkout] button.pay");
        await page.keyboard.press("Enter");
        await page.waitForSelector("[data-state=confirmed]");
        await reads(page, words.cash);
        await saved("2-order");
        await page.focus("a[data-link=cancel]");
        await page.keyboard.press("Enter");
        await page.waitForSelector("form[data-form=cancel]");
        await reads(page, words.nobodyComes);
        await saved("3-what-cancelling-means");
        await page.focus("form[data-form=cancel] button");
        await page.keyboard.press("Enter");
        await page.waitForSelector("[data-state=cancelled]");
        await reads(page, words.notCollected);
        await saved("4-cancelled");
      });
      await allIsWell();
    });

    if (isFor(visitor, withoutScript)) test(`waits while its payment is under suspicion, until a person decides: ${visitor.name}`, async () => {
      const order = await anOrder(visitor.locale);
      await withPage(asks(visitor), async (page) => {
        const saved = (name: string) => look(page, story("review"), name);
        await page.goto(keyLink(visitor.locale, order));
        await reads(page, words.waiting);
        await saved("1-waiting");
        await page.click("form[data-form=pay-again] button");
        await page.waitForURL(/vpcpay\.html/);
        await page.click("button[name=outcome][value=suspicious]");
        await page.waitForSelector("[data-outcome=review]");
        await saved("2-result");
        await page.goto(`${shop.url}${ways[visitor.locale].order}${order.code}`);
        await reads(page, words.review);
        expect(await page.locator("form[data-form=pay-again]").count()).toBe(0);
        await saved("3-under-review");
        const [held] = (await shop.market.waitingForPerson(operatorActor("desk", ["order.decide"]))).filter(({ orderCode }) => orderCode === order.code);
        await shop.market.decide(order.code, { decision: "paid", reference: "VNP-1", gatewayRef: held?.gatewayRef ?? "" }, operatorActor("desk", ["order.decide"]));
        await page.reload();
        await reads(page, words.confirmed);
      });
      await allIsWell();
    });

    if (isFor(visitor, inEnglish)) test(`waits while VNPAY is silent, and is confirmed by its answer: ${visitor.name}`, async () => {
      const order = await anOrder(visitor.locale);
      await withPage(asks(visitor), async (page) => {
        const saved = (name: string) => look(page, story("silence"), name);
        await page.goto(keyLink(visitor.locale, order));
        await page.click("form[data-form=pay-again] button");
        await page.waitForURL(/vpcpay\.html/);
        const [attempt] = (await shop.market.order(order)).attempts;
        expect(attempt?.state).toBe("opened");
        const payments = (await (await fetch(`${shop.simulatorUrl}/control/payments`)).json()) as { txnRef: string }[];
        const txnRef = payments[0]?.txnRef ?? "";
        await gateway("/knobs", { txnRef, ipn: "never", api: "http-500" });
        await page.click("button[name=outcome][value=success]");
        await page.waitForSelector("[data-outcome=waiting]");
        await reads(page, words.notYet);
        await saved("1-result-waits");
        await page.goto(`${shop.url}${ways[visitor.locale].order}${order.code}`);
        expect(await page.locator("[data-state=awaiting_payment]").count()).toBe(1);
        await saved("2-under-way");
        await timePasses(minutes(17));
        await page.reload();
        await reads(page, words.asking);
        await saved("3-being-asked");
        await gateway("/knobs", { txnRef, api: "none" });
        await timePasses(minutes(6));
        await page.reload();
        await reads(page, words.confirmed);
      });
      await allIsWell();
    });
  }

  const desk = operatorActor("desk", ["order.decide", "order.fulfil"]);
  /** Further places an order can come to, each reached without a browser. */
  const states: Record<string, (order: PlacedOrder) => Promise<void>> = {
    "under-way": async (order) => void (await aPayment(order)),
    declined: async (order) => ends(await aPayment(order), "insufficient"),
    "cancelled-unpaid": async (order) => void (await shop.market.cancelOrder(order)),
    "paid-twice": async (order) => {
      const refs = [await aPayment(order), await aPayment(order)];
      for (const ref of refs) await ends(ref, "success");
    },
    shipped: async (order) => {
      await ends(await aPayment(order), "success");
      const parcel = (await shop.market.order(order)).sellers[0]?.fulfilments[0]?.id ?? "";
      await shop.market.dispatchParcel(parcel, desk);
    },
    "cancelled-by-the-market": async (order) => {
      await ends(await aPayment(order), "success");
      await shop.market.cancelAnyOrder(order.code, desk);
    },
    "refund-refused": async (order) => {
      await ends(await aPayment(order), "success");
      await shop.market.cancelOrder(order);
      await shop.market.jobs.runDue();
      await refundBecomes("09");
      await timePasses(minutes(2));
    },
    lapsed: async () => timePasses(minutes(31)),
  };

  for (const visitor of visitors.filter((each) => each !== withoutScript && isFor(each, inEnglish))) {
    test(`is told on its page wherever else it comes to: ${visitor.name}`, async () => {
      // A page for each order would be a new process of the browser each time; what it remembers are its cookies.
      await withPage(asks(visitor), async (page) => {
        for (const [name, reach] of Object.entries(states)) {
          const order = await anOrder(visitor.locale);
          await reach(order);
          await page.context().clearCookies();
          await page.goto(keyLink(visitor.locale, order));
          await look(page, `state-${visitor.name.replaceAll(" ", "-")}`, name);
        }
      });
      await allIsWell();
    });
  }
});
