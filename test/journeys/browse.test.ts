import { get } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { onlyOn } from "@xudong/database/testing";
import { addDays, dayOf, weekdayOf, type Locale } from "@xudong/domain";
import type { Page } from "playwright-core";
import { monthPath } from "../../site/month-paths.ts";
import { pieceListPath } from "../../site/content-paths.ts";
import { listingPath, paths } from "../../site/paths.ts";
import type { Shop } from "../../site/server/app.ts";
import { aShop } from "../a-shop.ts";
import { needsBrowser, withPage } from "./browser.ts";
import { look } from "./look.ts";

/** What a page weighs at most, its styles with it, as it is sent. */
const mostBytes = 40 * 1024;

// On one database: what differs is below the pages.
onlyOn("sqlite", "Somebody who looks round", (database) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await aShop(database.url, { settings: { XUDONG_MODE: "demo" } });
  });
  afterAll(() => shop.close());
  beforeEach(needsBrowser);

  /** The next Saturday but one, when most things take place. */
  const aSaturday = () => {
    const today = dayOf(shop.market.clock.now());
    return addDays(today, ((6 - weekdayOf(today) + 7) % 7) + 7);
  };

  test("asks what there is on a Saturday for four people, and books a time, without JavaScript and by the keyboard", async () => {
    await withPage({ width: 390, javaScript: false, locale: "en-GB" }, async (page) => {
      const story = "four-people-without-JavaScript";
      const day = aSaturday();
      await page.goto(shop.url + paths.experiences("en"));
      await page.locator(".fold > summary").focus();
      await page.keyboard.press("Enter"); // opens the form
      await page.fill("#f-day", day);
      await page.fill("#f-persons", "4");
      await enter(page);
      await look(page, story, "1-found");
      expect(await page.locator(".taken a").first().textContent()).toContain("4 people");
      const found = await page.locator(".cards.list > li").count();
      expect(await page.locator("[role=status]").textContent()).toContain(String(found));

      await page.locator(".cards.list h2 a").first().click();
      await look(page, story, "2-experience");
      expect(new URL(page.url()).searchParams.get("day")).toBe(day);
      expect(await page.locator(".month [aria-current=date] .number").textContent()).toBe(String(Number(day.slice(8))));
      // Another day of the calendar is a link like any other.
      await page.locator(".month td a:not([aria-current])").first().focus();
      await enter(page);
      expect(new URL(page.url()).searchParams.get("day")).not.toBe(day);
      await page.locator("form[data-form=add] button").focus();
      await enter(page);
      expect(await page.locator("[data-line]").count()).toBe(1);
    });
  });

  test("chooses what nothing fits, is told what would help, and takes a choice back", async () => {
    await withPage({ width: 1280 }, async (page) => {
      await page.goto(`${shop.url}${paths.products("vi")}?ocop=1&gia-den=1k`);
      await look(page, "empty-list", "1-nothing");
      const [dropped] = await page.locator(".empty .chips a").all();
      await dropped?.click();
      expect(await page.locator(".cards.list > li").count()).toBeGreaterThan(0);
    });
  });

  test("sees what a thing comes to at the door before any form, for the pack that is chosen", async () => {
    await withPage({ width: 390 }, async (page) => {
      await page.goto(shop.url + paths.products("vi") + "/oi-thanh-ha");
      const shown = () => page.locator("[data-arrival] dl:visible .all").last().textContent();
      const [small] = [await shown()];
      await page.locator(".choice input").nth(1).check();
      expect(await shown()).not.toBe(small);
      await look(page, "at-the-door", "1-large-pack");
    });
  });

  test("[S2] waits for a season: a mistyped e-mail stays and is explained, a good one is noted", async () => {
    await withPage({ width: 390, expected: [/status of 422/] }, async (page) => {
      const [away] = (await shop.market.home()).outOfSeason;
      await page.goto(shop.url + listingPath("vi", away ?? { kind: "goods", slug: { vi: "", en: "" } }));
      await page.fill("#email", "hanh(at)example");
      await page.click("form[data-form=remind] button");
      expect([await page.inputValue("#email"), await page.locator("#email-fault").count(), await page.locator("#season_reminder-fault").count()]).toEqual(["hanh(at)example", 1, 1]);
      await look(page, "remind", "1-faults");
      await page.fill("#email", "hanh@example.com");
      await page.check("#season_reminder");
      await page.click("form[data-form=remind] button");
      expect(await page.locator("#remind .notice.well").count()).toBe(1);
    });
  });

  test("goes from the first page through the months, and every page is light and fits a small window", async () => {
    await withPage({ width: 1280 }, async (page) => {
      await page.goto(shop.url + paths.home("vi"));
      await page.locator(".wheel a").nth(5).focus();
      await enter(page);
      expect(new URL(page.url()).pathname).toBe(monthPath("vi", 6));
      await look(page, "months", "1-june");
      await page.locator(".month-ways a[rel=next]").click();
      expect(new URL(page.url()).pathname).toBe(monthPath("vi", 7));
    });
    const ways = (locale: Locale) => [paths.home(locale), ...[1, 2, 4, 6, 9].map((month) => monthPath(locale, month)), paths.products(locale), paths.experiences(locale), pieceListPath(locale, "festival"), pieceListPath(locale, "place")];
    for (const [locale, colorScheme] of [["vi", "light"], ["en", "dark"]] as const) {
      await withPage({ width: 640, colorScheme }, async (page) => {
        for (const way of ways(locale)) {
          expect([way, await weightOf(page, shop.url + way)].map((each) => (typeof each === "number" ? each <= mostBytes : each))).toEqual([way, true]);
          await look(page, `looking-${locale}-${colorScheme}`, way.replaceAll("/", "_"));
          // 200 % zoom on a small desk is a window half as wide.
          await page.setViewportSize({ width: 320, height: 640 });
          expect([way, await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)]).toEqual([way, true]);
          await page.setViewportSize({ width: 640, height: 900 });
        }
      });
    }
  });
});

/** Follows what has the focus, as a keyboard does. */
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

/** Opens a page and adds up what its HTML and its styles weigh as a browser gets them over https. */
async function weightOf(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const styles = await page.locator("link[rel=stylesheet]").evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  return (await Promise.all([url, ...styles].map(bytesOf))).reduce((sum, bytes) => sum + bytes, 0);
}

const bytesOf = (url: string): Promise<number> =>
  new Promise((tell, fail) => {
    get(url, { headers: { "accept-encoding": "br" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length)).on("end", () => tell(bytes));
    }).on("error", fail);
  });
