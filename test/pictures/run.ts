// npm run screenshots: what people see, in every width, language and light. `node test/pictures/run.ts --help` says more.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { isDay, instantAt, type Locale } from "@xudong/domain";
import type { Browser, Page } from "playwright-core";
import { aShop } from "../a-shop.ts";
import { findBrowser, launchBrowser } from "../journeys/browser.ts";
import { memoriesOf, placeOrders, sightsOf, type Sight } from "./pages.ts";

const help = `npm run screenshots                          every page × 390, 768, 1280 px × vi, en × light, dark, into screenshots/
npm run screenshots -- --pages home,product  only some pages (a wrong name prints them all)
npm run screenshots -- --widths 390 --languages vi --themes dark
npm run screenshots -- --on 2027-06-15       as the market looks on another day
npm run screenshots -- --axe                 and what axe finds; ends with 1 if it finds something
npm run screenshots -- --out folder

It builds the site, opens a sample market of its own, and closes it again. Pages that scroll sideways are named.`;

type Theme = "light" | "dark";
type Wish = { pages: readonly string[] | undefined; widths: readonly number[]; languages: readonly Locale[]; themes: readonly Theme[]; out: string; on: string | undefined; withAxe: boolean };

function readWish(args: readonly string[]): Wish | string {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { pages: { type: "string" }, widths: { type: "string", default: "390,768,1280" }, languages: { type: "string", default: "vi,en" }, themes: { type: "string", default: "light,dark" }, out: { type: "string", default: "screenshots" }, on: { type: "string" }, axe: { type: "boolean", default: false }, help: { type: "boolean", short: "h" } },
  });
  const known = ["pages", "widths", "languages", "themes", "out", "on", "axe"];
  if (values.help === true || Object.keys(values).some((name) => !known.includes(name))) return help;
  const listed = (value: unknown) => String(value).split(",").map((word) => word.trim());
  const widths = listed(values.widths).map(Number);
  const languages = listed(values.languages).filter((word): word is Locale => word === "vi" || word === "en");
  const themes = listed(values.themes).filter((word): word is Theme => word === "light" || word === "dark");
  const on = values.on === undefined ? undefined : String(values.on);
  if (widths.some((width) => !(width >= 240 && width <= 4000)) || languages.length === 0 || themes.length === 0 || (on !== undefined && !isDay(on))) return help;
  return { pages: values.pages === undefined ? undefined : listed(values.pages), widths, languages, themes, out: String(values.out), on, withAxe: values.axe === true };
}

async function main(wish: Wish): Promise<number> {
  const found = findBrowser();
  if ("missing" in found) throw new Error(`No browser: ${found.missing}`);
  const folder = mkdtempSync(join(tmpdir(), "xudong-screenshots-"));
  const shop = await aShop(`file:${join(folder, "market.sqlite")}`, { settings: { XUDONG_MODE: "demo" } });
  const browser = await launchBrowser();
  try {
    if (wish.on !== undefined) await shop.moveClock(instantAt(wish.on, "09:00").getTime() - Date.now());
    const orders = await placeOrders(shop);
    const all = await sightsOf(shop, orders);
    const strangers = wish.pages?.filter((name) => !all.some((sight) => sight.name === name)) ?? [];
    if (strangers.length > 0) throw new Error(`There is no page ${strangers.join(", ")}: ${all.map(({ name }) => name).join(", ")}.`);
    const sights = all.filter(({ name }) => wish.pages === undefined || wish.pages.includes(name));
    return await lookAt(browser, shop.url, sights, await memoriesOf(browser, shop, orders), wish);
  } finally {
    await browser.close();
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lookAt(browser: Browser, url: string, sights: readonly Sight[], memories: Awaited<ReturnType<typeof memoriesOf>>, { widths, languages, themes, out, withAxe }: Wish): Promise<number> {
  mkdirSync(out, { recursive: true });
  let faults = 0;
  let kept = 0;
  const complain = (name: string, what: string) => {
    faults += 1;
    console.log(`✘ ${name}: ${what}`);
  };
  for (const theme of themes) {
    for (const width of widths) {
      for (const sight of sights) {
        const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 800 }, colorScheme: theme, reducedMotion: "reduce", timezoneId: "Asia/Ho_Chi_Minh", ...(sight.as === undefined ? {} : { storageState: memories[sight.as] }) });
        const page = await context.newPage();
        for (const language of languages) {
          const name = `${sight.name}-${width}-${language}-${theme}`;
          await page.goto(url + sight.path(language));
          await settled(page);
          if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) complain(name, "scrolls sideways");
          if (withAxe) for (const fault of await axeFaults(page)) complain(name, fault);
          await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
          kept += 1;
        }
        await context.close();
      }
    }
    console.log(`✔ ${theme}: ${widths.join(", ")} px`);
  }
  console.log(`${kept} pictures in ${relative(process.cwd(), out) || "."}/${faults > 0 ? `, ${faults} faults` : ""}`);
  return faults > 0 ? 1 : 0;
}

/** Pictures further down are loaded when somebody scrolls to them; a picture of the whole page wants them now. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
}

let axe: string | undefined;

async function axeFaults(page: Page): Promise<string[]> {
  axe ??= readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Axe = { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}

const wish = readWish(process.argv.slice(2));
if (typeof wish === "string") console.log(wish);
else process.exitCode = await main(wish);
