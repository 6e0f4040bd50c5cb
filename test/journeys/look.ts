import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const shots = process.env["XUDONG_SCREENSHOTS"];

/** Looks at a page as somebody who cannot see it would, and keeps a picture where one is asked for. */
export async function look(page: Page, story: string, name: string): Promise<void> {
  // axe itself needs a page that may run scripts; the markup is the same without them.
  if (!story.endsWith("without-JavaScript")) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`), name).toEqual([]);
  }
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(isTooWide, `${name} scrolls sideways`).toBe(false);
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${story}-${name}.png`, fullPage: true });
}
