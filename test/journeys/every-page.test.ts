// Every page there is, looked at as a search engine, a thin line and a screen reader do.
import { brotliCompressSync } from "node:zlib";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { locales, type Locale } from "@xudong/domain";
import type { Shop } from "../../site/server/app.ts";
import { aShop } from "../a-shop.ts";
import { readPage, type PageFacts } from "../findable/read-page.ts";
import { schemaFaults } from "../findable/schema-rules.ts";
import { memoriesOf, placeOrders, sightsOf, type Memory, type Orders, type Sight } from "../pictures/pages.ts";
import { launchBrowser, needsBrowser } from "./browser.ts";
import { violationsOn } from "./look.ts";

const mostPageBytes = 40_000;
const mostScriptBytes = 15_000;

const folder = mkdtempSync(join(tmpdir(), "xudong-every-page-"));
const inFolder = (name: string) => `file:${join(folder, name)}`;
let shop: Shop;
let browser: Browser | undefined;
let sights: readonly Sight[];
let orders: Orders;
let memories: Record<string, Memory>;

beforeAll(async () => {
  shop = await aShop(inFolder("shop.sqlite"));
  orders = await placeOrders(shop);
  sights = (await sightsOf(shop, orders)).filter(({ name }) => name !== "design");
});
afterAll(async () => {
  await browser?.close();
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = async (address: string) => {
  const answer = await fetch(address, { redirect: "manual" });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const locationsIn = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((found) => found[1] ?? "");

describe("A search engine", () => {
  let pages: ReadonlyMap<string, PageFacts>;
  let files: readonly { text: string }[];
  beforeAll(async () => {
    const index = await get(`${shop.url}/sitemap.xml`);
    files = await Promise.all(locationsIn(index.text).map(get));
    const found = new Map<string, PageFacts>();
    for (const address of files.flatMap(({ text }) => locationsIn(text))) {
      const { status, text } = await get(address);
      expect(status, address).toBe(200);
      found.set(address, readPage(text));
    }
    pages = found;
  });

  test("finds every public page in the sitemap, once, by kind", () => {
    const all = files.flatMap(({ text }) => locationsIn(text));
    expect(new Set(all).size).toBe(all.length);
    expect(files.length).toBeGreaterThan(6);
    expect(pages.size).toBeGreaterThan(150);
    expect(files.map(({ text }) => text).join("")).toMatch(/<lastmod>\d{4}-\d\d-\d\dT/);
  });

  test("reads a title and a description on each that no other page of its language has", () => {
    for (const key of ["title", "description"] as const) {
      for (const locale of locales) {
        const said = [...pages].filter(([address]) => new URL(address).pathname.startsWith("/en") === (locale === "en")).map(([address, page]) => [page[key], address] as const);
        expect(said.filter(([words]) => words.trim() === "")).toEqual([]);
        const twice = [...Map.groupBy(said, ([words]) => words).values()].filter((group) => group.length > 1).map((group) => group.map(([words, address]) => `${words} ${address}`));
        expect(twice, key).toEqual([]);
      }
    }
  });

  test("is led from each page to itself and to the same page in the other language, which leads back", () => {
    for (const [address, { canonical, alternates, robots }] of pages) {
      expect(canonical, address).toBe(address);
      expect(robots, address).toBe("");
      expect([...alternates.keys()].sort(), address).toEqual(["en", "vi", "x-default"]);
      expect(alternates.get("x-default")).toBe(alternates.get("vi"));
      for (const locale of locales) expect(pages.get(alternates.get(locale) ?? "")?.alternates, `${address} → ${locale}`).toEqual(alternates);
      expect([...alternates.values()]).toContain(address);
    }
  });

  test("understands what each says of itself", () => {
    for (const [address, { nodes }] of pages) expect(schemaFaults(nodes), address).toEqual([]);
    const types = new Set([...pages.values()].flatMap(({ nodes }) => nodes.map((node) => node["@type"])));
    for (const type of ["Product", "Event", "TouristAttraction", "LocalBusiness", "BreadcrumbList", "ItemList", "Organization"]) expect(types).toContain(type);
  });

  test("is given a card of each thing, drawn at the size that is asked for", async () => {
    const cards = [...new Set([...pages.values()].map(({ card }) => card))];
    expect(cards.length).toBeGreaterThan(60);
    for (const card of [cards[0], cards[9], cards.at(-1)]) {
      const answer = await fetch(card ?? "");
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([answer.status, answer.headers.get("content-type"), bytes.readUInt32BE(16), bytes.readUInt32BE(20)], card).toEqual([200, "image/png", 1200, 630]);
      expect(bytes.length).toBeLessThan(200_000);
    }
    expect((await get(`${shop.url}/the/vi/san-pham/khong-co.png`)).status).toBe(404);
  });

  test("is kept away from what is one person's, and from a demo altogether", async () => {
    const { text } = await get(`${shop.url}/robots.txt`);
    expect(text).toContain(`Sitemap: ${shop.url}/sitemap.xml`);
    expect(text).toContain("Disallow: /gio-hang\n");
    for (const name of ["cart-empty", "checkout", "search", "order-locked"]) {
      const sight = sights.find((each) => each.name === name);
      const page = await get(shop.url + (sight?.path("vi") ?? ""));
      if (page.status === 200) expect(readPage(page.text).robots, name).toBe("noindex");
    }
    const demo = await aShop(inFolder("demo.sqlite"), { settings: { XUDONG_MODE: "demo" } });
    try {
      const home = await get(demo.url);
      expect([home.headers.get("x-robots-tag"), readPage(home.text).robots]).toEqual(["noindex", "noindex"]);
      expect((await get(`${demo.url}/robots.txt`)).text).toMatch(/^User-agent: \*\nDisallow: \/$/m);
    } finally {
      await demo.close();
    }
  });
});

/** A page as a visitor of this sort gets it. */
async function asVisitor({ as, path }: Sight, locale: Locale): Promise<string> {
  const cookies = as === undefined ? [] : (memories[as]?.cookies ?? []);
  const answer = await fetch(shop.url + path(locale), { headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") } });
  return answer.text();
}

describe("With a browser", () => {
  beforeEach(needsBrowser);
  beforeAll(async () => {
    browser = await launchBrowser().catch(() => undefined);
    if (browser !== undefined) memories = await memoriesOf(browser, shop, orders);
  });

  test("no page weighs more than it may: HTML and styles, and scripts apart", async () => {
    const sizes = new Map<string, number>();
    const sizeOf = async (file: string) => {
      const known = sizes.get(file);
      if (known !== undefined) return known;
      const size = brotliCompressSync(Buffer.from(await (await fetch(new URL(file, shop.url))).arrayBuffer())).length;
      sizes.set(file, size);
      return size;
    };
    const sum = async (files: readonly string[]) => (await Promise.all(files.map(sizeOf))).reduce((all, one) => all + one, 0);
    for (const sight of sights) {
      const html = await asVisitor(sight, "vi");
      const { styles, scripts } = readPage(html);
      const page = brotliCompressSync(Buffer.from(html)).length + (await sum(styles));
      if (process.env["XUDONG_TELL"] !== undefined) console.log(`${sight.name.padEnd(22)} ${page} + ${await sum(scripts)}`);
      expect(page, `${sight.name}: HTML and styles`).toBeLessThanOrEqual(mostPageBytes);
      expect(await sum(scripts), `${sight.name}: scripts`).toBeLessThanOrEqual(mostScriptBytes);
      for (const file of [...styles, ...scripts]) expect(file, `${sight.name} takes a file from elsewhere`).toMatch(/^\/(?!\/)/);
    }
  });

  test("axe finds nothing on any page, in either light", { timeout: 300_000 }, async () => {
    const faults: string[] = [];
    for (const [locale, colorScheme] of [["vi", "light"], ["en", "dark"]] as const) {
      for (const as of [undefined, "buyer", "owner"] as const) {
        const context = await browser?.newContext({ viewport: { width: 390, height: 844 }, colorScheme, ...(as === undefined ? {} : { storageState: memories[as] ?? {} }) } as object);
        const page = await context?.newPage();
        if (page === undefined) continue;
        for (const sight of sights.filter((each) => each.as === as)) {
          await page.goto(shop.url + sight.path(locale));
          faults.push(...(await violationsOn(page)).map((fault) => `${sight.name} ${locale} ${colorScheme}: ${fault}`));
        }
        await context?.close();
      }
    }
    expect(faults).toEqual([]);
  });
});
