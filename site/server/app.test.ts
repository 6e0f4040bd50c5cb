import { once } from "node:events";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import type { Market } from "@xudong/market";
import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { startShop, type Shop, type ShopOptions } from "./app.ts";
import { createLog } from "./log.ts";
import type { RenderPage } from "./serve.ts";
import { startFailure } from "./start-failure.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const renderPage: RenderPage = (_request, response) => void response.end("page");

/** A shop with its real database, clock and simulator, but no real pages or market: those have tests of their own. */
async function aShop(env: Record<string, string> = {}, options: Partial<ShopOptions> = {}): Promise<Shop & { lines: string[] }> {
  const dataFolder = mkdtempSync(join(tmpdir(), "xudong-shop-"));
  const lines: string[] = [];
  const market = () => ({ handle: async () => undefined, jobs: { start() {} }, close: async () => undefined }) as unknown as Market; // only what the server itself asks of one
  const shop = await startShop({
    env: { XUDONG_MODE: "test", PORT: "0", DATABASE_URL: `file:${join(dataFolder, "xudong.sqlite")}`, ...env },
    dataFolder,
    log: createLog({ write: (line) => void lines.push(line) }),
    instead: { renderPage, market },
    ...options,
  });
  open.push(shop);
  return Object.assign(shop, { lines });
}

async function sentenceOf(env: Record<string, string>): Promise<string> {
  const error = await aShop(env).then(() => undefined, (thrown: unknown) => thrown);
  return startFailure(error) ?? `not foreseen: ${String(error)}`;
}

async function aBusyPort(): Promise<number> {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  open.push({ close: () => other.close() });
  return (other.address() as AddressInfo).port;
}

const json = async (response: Response): Promise<Record<string, unknown>> => response.json() as Promise<Record<string, unknown>>;

test("a shop on any free port knows its address and its simulator's", async () => {
  const shop = await aShop();
  expect(shop.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(shop.url)).text()).toBe("page");
  expect((await fetch(`${shop.simulatorUrl}/control/clock`)).status).toBe(200);
});

test("one wish moves the time of shop and simulator, and only whole milliseconds are a wish", async () => {
  const shop = await aShop();
  const offsetMs = 3 * 24 * 60 * 60 * 1000;
  const wish = (body: unknown, headers: Record<string, string> = {}) => fetch(`${shop.url}/dev/clock`, { method: "POST", body: JSON.stringify(body), headers });
  expect(await json(await wish({ offsetMs }))).toMatchObject({ offsetMs });
  expect(shop.clock.now().getTime() - Date.now()).toBeGreaterThan(offsetMs - 5000);
  expect(await json(await fetch(`${shop.simulatorUrl}/control/clock`))).toMatchObject({ offsetMs });
  expect((await wish({ offsetMs: "soon" })).status).toBe(422);
  expect((await wish({ offsetMs: 1e18 })).status).toBe(422);
  expect((await wish({ offsetMs: 0 }, { origin: "https://evil.example" })).status).toBe(403);
});

test("the time is moved from this computer alone, also where a proxy on it makes every socket local", async () => {
  const shop = await aShop();
  const { port } = new URL(shop.url);
  const statusFor = (headers: Record<string, string>) =>
    new Promise<number | undefined>((done, fail) => {
      request({ port, host: "127.0.0.1", path: "/dev/clock", method: "POST", headers }, (answer) => void (answer.resume(), done(answer.statusCode))).on("error", fail).end('{"offsetMs":1000}');
    });
  // What is not answered here goes to the pages, which in this test say 200 to everything.
  expect(await statusFor({ host: `localhost:${port}` })).toBe(200);
  expect(shop.clock.now().getTime() - Date.now()).toBeGreaterThan(0);
  await shop.moveClock(0);
  await statusFor({ host: "cho.example" });
  await statusFor({ host: `127.0.0.1:${port}`, "x-forwarded-for": "203.0.113.7" });
  await statusFor({ host: `127.0.0.1:${port}`, forwarded: "for=203.0.113.7" });
  expect(shop.clock.now().getTime()).toBeLessThanOrEqual(Date.now());
});

test("a fault of the API is logged under the one reference its client was told", async () => {
  const shop = await aShop({}, { instead: { renderPage } });
  await shop.store.write(async (tx) => void (await tx.rows(sql`alter table listings rename to gone`)));
  const answer = await json(await fetch(`${shop.url}/api/v1/listings?kind=goods`));
  expect(answer).toMatchObject({ status: 500, reference: expect.stringMatching(/^[0-9A-Z]{8}$/) });
  // Jobs miss the table as well, and say so under names of their own.
  const faults = shop.lines.filter((line) => line.includes(" error ") && line.includes(" API: "));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(` error ${String(answer["reference"])} API: `));
});

test("the time that was set outlives the process, and the simulator hears it again", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "xudong-again-"));
  const env = { DATABASE_URL: `file:${join(dataFolder, "x.sqlite")}` };
  const first = await aShop(env, { dataFolder, offsetMs: 86_400_000 });
  await first.close();
  const second = await aShop(env, { dataFolder });
  expect(second.clock.now().getTime() - Date.now()).toBeGreaterThan(86_000_000);
  expect(await json(await fetch(`${second.simulatorUrl}/control/clock`))).toMatchObject({ offsetMs: 86_400_000 });
});

test("closing frees both ports, and closing twice is closing", async () => {
  const shop = await aShop();
  await Promise.all([shop.close(), shop.close()]);
  await expect(fetch(shop.url)).rejects.toThrow();
  await expect(fetch(`${shop.simulatorUrl}/control/clock`)).rejects.toThrow();
});

test("a busy port is told before anything else is done, with the cure", async () => {
  const port = await aBusyPort();
  expect(await sentenceOf({ PORT: String(port) })).toMatch(new RegExp(`^Port ${port} is taken: stop the program that uses it .* PORT=`));
});

test("the simulator's busy port is told by its own setting", async () => {
  const port = await aBusyPort();
  expect(await sentenceOf({ VNPAY_SIMULATOR_PORT: String(port) })).toMatch(new RegExp(`^Port ${port} is taken, and the payment simulator needs it: .*VNPAY_SIMULATOR_PORT\\.$`));
});

test("an address this computer does not have is told as such", async () => {
  expect(await sentenceOf({ HOST: "192.0.2.1" })).toContain("HOST is 192.0.2.1, which this computer does not have");
});

test("a folder where the database should be is told", async () => {
  const folder = mkdtempSync(join(tmpdir(), "xudong-folder-"));
  expect(await sentenceOf({ DATABASE_URL: `file:${folder}` })).toContain(`The database file ${folder} cannot be opened or made.`);
});

test("a file that is no database is told", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "xudong-garbage-")), "x.sqlite");
  writeFileSync(file, "These are not the bytes of a database, but there are more than a hundred of them, so that SQLite looks at them twice.");
  expect(await sentenceOf({ DATABASE_URL: `file:${file}` })).toContain("is not a SQLite database");
});

test("a file in the way of the database's folder is told", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "xudong-way-")), "data");
  writeFileSync(file, "");
  expect(await sentenceOf({ DATABASE_URL: `file:${join(file, "x.sqlite")}` })).toContain("cannot be opened or made");
});

test("a PostgreSQL that is not there is told, without its password", async () => {
  const sentence = await sentenceOf({ DATABASE_URL: "postgres://xudong:verysecret@127.0.0.1:1/xudong" });
  expect(sentence).toContain("No PostgreSQL answers at 127.0.0.1:1/xudong");
  expect(sentence).not.toContain("verysecret");
});

test("after a failed start nothing is left behind", async () => {
  const port = await aBusyPort();
  const folder = mkdtempSync(join(tmpdir(), "xudong-left-"));
  mkdirSync(join(folder, "x.sqlite"));
  const free = await aBusyPort();
  await open.pop()?.close();
  await sentenceOf({ PORT: String(free), VNPAY_SIMULATOR_PORT: String(port) });
  const shop = await aShop({ PORT: String(free) });
  expect(shop.url).toBe(`http://127.0.0.1:${free}`);
});
