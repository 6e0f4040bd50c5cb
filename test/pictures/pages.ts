import type { Browser, BrowserContext } from "playwright-core";
import { paths } from "../../site/paths.ts";
import { pieceListPath, piecePath } from "../../site/content-paths.ts";
import { wishAt } from "../../site/list-wish.ts";
import { monthPath } from "../../site/month-paths.ts";
import { shopListPath, shopPath } from "../../site/shop-paths.ts";
import type { Shop } from "../../site/server/app.ts";
import type { Locale } from "@xudong/domain";
import { aShopper, fillCart, orderCart, type Answer } from "../shopper.ts";

/** A page to look at, and what the browser that looks must remember: a filled basket, an order that was placed. */
export type Sight = { name: string; path: (locale: Locale) => string; as?: Visitor };
type Visitor = "buyer" | "owner";

/** What a browser has to remember to be one of them. */
export type Memory = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Slugs = { readonly [L in Locale]: string };

/** Every page of the storefront, by the name it is asked for and kept under. */
export async function sightsOf({ market }: Shop, orders: Orders): Promise<readonly Sight[]> {
  const { inSeason, outOfSeason, thisWeekend } = await market.home();
  const goods = required(inSeason.find(({ kind }) => kind === "goods"), "goods in season");
  const visit = required(thisWeekend[0], "an experience this weekend");
  const first = async (kind: "place" | "festival" | "itinerary" | "guide") => required((await market.content.list({ kind, page: 1, pageSize: 1 })).items[0], `a ${kind}`);
  const pieces = await Promise.all((["place", "festival", "itinerary", "guide"] as const).map(first));
  const later = outOfSeason[0];
  return [
    { name: "home", path: paths.home },
    { name: "month", path: (locale) => monthPath(locale, 6) },
    { name: "month-of-tet", path: (locale) => monthPath(locale, 2) },
    { name: "products", path: paths.products },
    { name: "products-nothing", path: (locale) => wishAt(paths.products(locale), locale, { ocop: true, max: "1000" }) },
    { name: "product", path: (locale) => paths.product(locale, goods.slug) },
    ...(later === undefined ? [] : [{ name: "product-out-of-season", path: (locale: Locale) => paths.product(locale, later.slug) }]),
    { name: "experiences", path: paths.experiences },
    { name: "experience", path: (locale) => paths.experience(locale, visit.slug) },
    ...pieces.flatMap((piece) => [
      { name: `${piece.kind}-list`, path: (locale: Locale) => pieceListPath(locale, piece.kind) },
      { name: piece.kind, path: (locale: Locale) => piecePath(locale, piece) },
    ]),
    { name: "shops", path: shopListPath },
    { name: "shop", path: (locale) => shopPath(locale, slugsOf(goods.shop)) },
    { name: "search", path: (locale) => `${paths.search(locale)}?q=${locale === "vi" ? "gom" : "pottery"}` },
    { name: "search-nothing", path: (locale) => `${paths.search(locale)}?q=xyzzy` },
    { name: "cart-empty", path: paths.cart },
    { name: "cart", path: paths.cart, as: "buyer" },
    { name: "checkout", path: paths.checkout, as: "buyer" },
    { name: "order-waiting", path: (locale) => paths.order(locale, orders.waiting.code), as: "owner" },
    { name: "order-cash", path: (locale) => paths.order(locale, orders.cash.code), as: "owner" },
    { name: "order-cancel", path: (locale) => paths.cancelOrder(locale, orders.cash.code), as: "owner" },
    { name: "order-locked", path: (locale) => paths.order(locale, orders.cash.code) },
    { name: "lookup", path: paths.lookup },
    { name: "sign-in", path: paths.signIn },
    { name: "sign-up", path: paths.signUp },
    { name: "terms", path: paths.terms },
    { name: "privacy", path: paths.privacy },
    { name: "not-found", path: (locale) => `${paths.home(locale).replace(/\/$/, "")}/khong-co` },
    { name: "design", path: (locale) => `/dev/design?lang=${locale}` },
  ];
}

const slugsOf = ({ slug }: { slug: string }): Slugs => ({ vi: slug, en: slug });

/** An order whose payment is awaited, and one that is paid at the door. */
export type Orders = { waiting: Placed; cash: Placed };
type Placed = { code: string; key: string };

/** Buys what is in season, twice, the way a program does. */
export async function placeOrders({ market, url }: Shop): Promise<Orders> {
  const shopper = aShopper(url);
  const { inSeason } = await market.home();
  const { slug } = required(inSeason.find(({ kind }) => kind === "goods"), "goods in season");
  const { body } = await shopper.get(`/listings/${slug.vi}`);
  const [variant] = body["variants"] as { id: string }[];
  const place = async (payment: Record<string, unknown>) => placed(await orderCart(shopper, await fillCart(shopper, [{ variantId: variant?.id ?? "", quantity: 2 }]), payment));
  return { waiting: await place({ payment: { method: "vnpay" } }), cash: await place({ payment: { method: "cod" } }) };
}

function placed({ status, body }: Answer): Placed {
  if (status !== 201) throw new Error(`No order was placed: ${JSON.stringify(body)}`);
  return { code: String(body["code"]), key: String(body["key"]) };
}

/** Opens the pages that put something into a browser's memory, once, and gives the memory away. */
export async function memoriesOf(browser: Browser, { market, url }: Shop, orders: Orders): Promise<Record<Visitor, Memory>> {
  const { inSeason, thisWeekend } = await market.home();
  const goods = required(inSeason.find(({ kind }) => kind === "goods"), "goods in season");
  const visit = required(thisWeekend[0], "an experience this weekend");
  const remember = async (paths: readonly string[], isBuying: boolean): Promise<Memory> => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(url + path);
      if (isBuying) await page.locator("form[data-form=add] button").last().click();
    }
    const memory = await context.storageState();
    await context.close();
    return memory;
  };
  return {
    buyer: await remember([paths.product("vi", goods.slug), paths.experience("vi", visit.slug)], true),
    owner: await remember([orders.waiting, orders.cash].map(({ code, key }) => `${paths.order("vi", code)}?key=${key}`), false),
  };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The sample market has no ${what}; choose another day with --on.`);
  return value;
}
