// npm test: the types, then every test once, then one closing line that people and machines can read.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findBrowser } from "../test/journeys/browser.ts";
import { report, root, runAloud, runQuietly, toolEnv } from "./steps.ts";
import type { Tally } from "./tally.ts";

const help = `npm test                       every test, once
npm test -- packages/domain    only files whose path contains these words
npm test -- -t "H1"            only tests whose name matches

Builds the site if it is stale, checks the types, runs the tests, and ends with
one line: N passed, N failed, N skipped.

CHROMIUM_PATH                    the browser for the journeys, where it is not found by itself
XUDONG_REQUIRE=browser,postgres  nothing may be skipped: a skipped test counts as failed. What a live Meilisearch would
                                 show may be, unless meilisearch is named as well: it is in no registry
XUDONG_SOAK_MINUTES=6            a soak after the tests, counted as one more; 20 at most

For one test again and again while you work: npx vitest packages/domain`;

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
  console.log(help);
  process.exit(0);
}
const required = (process.env["XUDONG_REQUIRE"] ?? "").split(",").map((word) => word.trim()).filter(Boolean);
const unknown = required.filter((word) => !["browser", "postgres", "meilisearch"].includes(word));
if (unknown.length > 0) {
  console.error(`✘ XUDONG_REQUIRE knows "browser", "postgres" and "meilisearch", not "${unknown.join('", "')}"`);
  process.exit(2);
}
const soakMinutes = Number(process.env["XUDONG_SOAK_MINUTES"] || 0);
if (!(soakMinutes >= 0 && soakMinutes <= 20)) {
  console.error(`✘ XUDONG_SOAK_MINUTES is "${process.env["XUDONG_SOAK_MINUTES"]}": a number of minutes up to 20, or nothing`);
  process.exit(2);
}
// Ctrl-C reaches the tests as well; they stop their databases and browsers, so wait for them.
process.on("SIGINT", () => {});

const siteFailed = !(await buildSite());
const typesFailed = !(await checkTypes());
const tally = await runTests(args);
// Part of the whole only: whoever asks for some of the tests wants no more than these.
if (soakMinutes > 0 && args.length === 0) await runSoak(tally);
process.exitCode = close(tally);

async function buildSite(): Promise<boolean> {
  const file = join(root, "site/server/build.ts");
  if (!existsSync(file)) return true;
  const began = performance.now();
  try {
    const { buildIfStale } = (await import(pathToFileURL(file).href)) as { buildIfStale(options: { quiet: boolean }): Promise<unknown> };
    await buildIfStale({ quiet: true });
    report(true, "site is built", began);
    return true;
  } catch (error) {
    report(false, "the site does not build", began, error instanceof Error ? (error.stack ?? error.message) : String(error));
    return false;
  }
}

async function checkTypes(): Promise<boolean> {
  const began = performance.now();
  const kept = join(root, "node_modules/.cache/xudong/types.tsbuildinfo");
  const { code, said } = await runQuietly("node_modules/typescript/bin/tsc", ["--noEmit", "--incremental", "--tsBuildInfoFile", kept, "--pretty", String(process.stdout.isTTY === true)]);
  report(code === 0, code === 0 ? "types agree" : "types do not agree", began, said);
  return code === 0;
}

async function runTests(filters: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-test-"));
  const file = join(folder, "tally.json");
  const reporters = filters.some((word) => word.startsWith("--reporter")) ? [] : ["--reporter=default"];
  const code = await runAloud("node_modules/vitest/vitest.mjs", ["run", ...reporters, "--reporter=./.ci/tally.ts", ...filters], { ...toolEnv, XUDONG_TALLY: file });
  const tally: Tally = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { passed: 0, failed: 0, skipped: 0, reasons: {} };
  rmSync(folder, { recursive: true, force: true });
  // Whatever vitest counts as failure and our count does not know (a crashed worker, a set-up that broke) is one.
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}

/** The large numbers, for a short while: one more test, with seeds of its own. */
async function runSoak(tally: Tally): Promise<void> {
  console.log("");
  const code = await runAloud("soak/run.ts", [String(soakMinutes)]);
  if (code === 0) tally.passed += 1;
  else tally.failed += 1;
}

/** Says what was skipped and why, then the closing line; returns the exit code. */
function close({ passed, failed, skipped, reasons }: Tally): number {
  let wrong = failed + (siteFailed ? 1 : 0) + (typesFailed ? 1 : 0);
  let left = skipped;
  const byName = args.some((word) => word === "-t" || word.startsWith("--testNamePattern"));
  const browser = findBrowser();

  console.log("");
  if (siteFailed) console.log("✘ the site does not build (above)");
  if (typesFailed) console.log("✘ the types do not agree (above)");
  if (skipped > 0 && !byName) {
    console.log("Skipped:");
    for (const [reason, count] of Object.entries(reasons)) console.log(`  ${count} × ${reason}`);
  }
  if ("missing" in browser) {
    console.log(`No browser, so no journeys: ${browser.missing}`);
    if (required.includes("browser") && skipped === 0) wrong += 1;
  }
  const mayBeSkipped = required.includes("meilisearch") ? 0 : Object.entries(reasons).reduce((sum, [reason, count]) => sum + (reason.includes("live Meilisearch") ? count : 0), 0);
  const mustRun = skipped - mayBeSkipped;
  if (required.length > 0 && mustRun > 0 && !byName) {
    console.log(`✘ XUDONG_REQUIRE=${required.join(",")}: the ${mustRun} skipped count as failed`);
    wrong += mustRun;
    left = mayBeSkipped;
  }
  if (passed + wrong + left === 0) {
    console.log("✘ no test was run");
    wrong = 1;
  }
  console.log(`${passed} passed, ${wrong} failed, ${left} skipped`);
  return wrong > 0 ? 1 : 0;
}
