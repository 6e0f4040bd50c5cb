import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const shots = process.env["XUDONG_SCREENSHOTS"];

/** Looks at a page as somebody who cannot see it would, and keeps a picture where one is asked for. */
export async function look(page: Page, story: string, name: string): Promise<void> {
  // axe itself needs a page that may run scripts; the markup is the same without them.
  if (!story.endsWith("without-JavaScript")) await accessible(page, `${story}-${name}`);
  await fitsAndIsKept(page, `${story}-${name}`);
}

const heard = new Set<string>();

/**
 * Hears the page out with axe. A page that was heard under this name in this file is not heard again: the other
 * database shows the same one.
 */
export async function accessible(page: Page, name: string): Promise<void> {
  if (heard.has(name)) return;
  heard.add(name);
  expect(await violationsOn(page), name).toEqual([]);
}

type Axe = { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };

let axe: string | undefined;

/**
 * What `new AxeBuilder({ page }).analyze()` finds, for a quarter of the work: it opens a second page to put together the
 * results of frames, and brings everything that passed across. These pages have no frames, and only faults are read.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  expect(page.frames().length, "axe is run in the page itself, and would not see into a frame").toBe(1);
  axe ??= axeSource();
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  });
}

function axeSource(): string {
  return readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
}

/** Nothing on the page is wider than the window; a picture is kept where one is asked for. */
export async function fitsAndIsKept(page: Page, name: string): Promise<void> {
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(isTooWide, `${name} scrolls sideways`).toBe(false);
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}
