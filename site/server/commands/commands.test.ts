import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openStore, type Store } from "@xudong/database";
import { minutes, plus } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice, testTicketKey } from "@xudong/market/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startWorker } from "../app.ts";
import { demoSecrets } from "../demo-secrets.ts";
import { createLog } from "../log.ts";
import { root } from "../root.ts";
import { startFailure } from "../start-failure.ts";
import { decide } from "./decide.ts";

// One database with one payment that its gateway holds, and one order whose time is over.
const folder = mkdtempSync(join(tmpdir(), "xudong-commands-"));
const marketEnv = { XUDONG_MODE: "test", DATABASE_URL: `file:${join(folder, "x.sqlite")}` };
const env = { ...marketEnv, APP_SECRET: randomBytes(32).toString("base64"), TICKET_SIGNING_KEY: testTicketKey.privateKeyPem, VNPAY_HASH_SECRET: "test-hash-secret" };
let store: Store;
let market: Awaited<ReturnType<typeof aMarket>>["market"];
let held: { code: string; key: string };
let over: { code: string; key: string };

beforeAll(async () => {
  store = await openStore(env.DATABASE_URL);
  await migrate(store);
  const now = plus(new Date(), -minutes(45));
  ({ market } = await aMarket(store, now));
  const guava = await goodsOnSale(store, now);
  const place = async () => market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
  held = await place();
  await market.receiveNotice(aNotice(await anAttempt(market, held), { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }));
  over = await place();
  await anAttempt(market, over);
});
afterAll(() => store.close());

function begin(script: string, args: readonly string[], over: Record<string, string> = {}) {
  const { PATH = "", HOME = "" } = process.env;
  const cwd = mkdtempSync(join(tmpdir(), "xudong-run-"));
  const child = spawn(process.execPath, [join(root, "site/server", script), ...args], { cwd, env: { PATH, HOME, ...env, ...over } });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  const end = once(child, "close").then(([code]) => ({ code: code as number | null, ...said, left: readdirSync(cwd) }));
  return { child, said, end };
}
const xudong = (...args: string[]) => begin("xudong.ts", args).end;

test("what waits for a person is listed with what to do, and told by the doctor without being a fault", { timeout: 60_000 }, async () => {
  const { code, out } = await xudong("decide");
  expect(code).toBe(0);
  expect(out).toContain("it suspects fraud");
  expect(out).toContain(`decide ${held.code.slice(0, 4)}-${held.code.slice(4)} paid|not_paid --reference NUMBER --by NAME`);
  expect(out).not.toContain("Nguyễn");
  expect((await xudong("decide", over.code)).out).toContain("waits for a person. Cash");
  const doctor = await xudong("doctor");
  expect(doctor.out).toContain("✔ what waits for a person: 1 payment or refund");
  expect(doctor.out).toContain(`✘ holds lapse in time: 1 at fault: ${over.code}`);
  expect(doctor.out).toContain("✘ the gateway is asked in time: 1 at fault");
});

test("a decision that says too little is refused, with what is missing", async () => {
  for (const [args, said] of [
    [[held.code, "paid", "--by", "Hạnh"], "--reference is missing"],
    [[held.code, "paid", "--reference", "1"], "--by is missing"],
    [[held.code, "maybe"], '"maybe" is no decision: use paid, not_paid'],
    [[held.code, "paid", "refunded"], "is too much"],
    [["K7MP-2QX8", "paid"], "is not an order code"],
    [["--by", "Hạnh"], "Name the order"],
    [[held.code, "--if", "x"], "Unknown option"],
  ] as const) {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await decide.run(args)).toBe(2);
    expect(told.mock.calls.join()).toContain(said);
    told.mockRestore();
  }
  expect(await xudong("decide", over.code, "paid", "--reference", "1", "--by", "Hạnh")).toMatchObject({ code: 1, err: expect.stringContaining("waits for that decision") });
  expect(await market.order(held)).toMatchObject({ state: "awaiting_payment" });
});

test("whoever signs has the shop's secrets, or is refused before anything is written", { timeout: 60_000 }, async () => {
  const without = { APP_SECRET: "", TICKET_SIGNING_KEY: "", VNPAY_HASH_SECRET: "" };
  const deciding = ["decide", held.code, "paid", "--reference", "14226112", "--by", "Hạnh"];
  const runs = [["xudong.ts", deciding], ["xudong.ts", ["reconcile"]], ["worker.ts", []]] as const;
  for (const [script, args] of runs) {
    const ended = await begin(script, args, without).end;
    expect(ended).toMatchObject({ code: 1, err: expect.stringMatching(/^✘ The shop's secrets are not here, .*: set APP_SECRET, TICKET_SIGNING_KEY, VNPAY_HASH_SECRET to what the shop has\.\n$/), left: [] });
  }
  const demo = await begin("worker.ts", [], { ...without, XUDONG_MODE: "demo", APP_SECRET: env.APP_SECRET }).end;
  expect(demo).toMatchObject({ code: 1, err: expect.stringContaining("start the shop here first, which makes them, or set TICKET_SIGNING_KEY, VNPAY_HASH_SECRET"), left: [] });
  expect(await market.order(held)).toMatchObject({ state: "awaiting_payment" });
  // Looking needs none.
  expect(await begin("xudong.ts", ["decide"], without).end).toMatchObject({ code: 0, out: expect.stringContaining("it suspects fraud") });
});

test("a demo's worker works with what its shop has made, and makes nothing itself", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "xudong-demo-"));
  const demo = { env: { XUDONG_MODE: "demo", DATABASE_URL: `file:${join(dataFolder, "x.sqlite")}` }, dataFolder, log: createLog({ write: () => {} }) };
  expect(startFailure(await startWorker(demo).catch((error: unknown) => error))).toContain("The shop's secrets are not here");
  expect(readdirSync(dataFolder)).toEqual([]);
  const { secrets } = demoSecrets(dataFolder);
  const worker = await startWorker(demo);
  await worker.close();
  expect(worker.settings.ticketSigningKeys).toEqual([secrets.ticketSigningKey]);
});

test("[P1] a decision is written down with its paper and who made it, and does all that it means", { timeout: 60_000 }, async () => {
  const { code, out } = await xudong("decide", held.code.toLowerCase(), "paid", "--reference", "14226112", "--by", "Hạnh");
  expect(out).toMatch(/^✔ .* paid, on 14226112, by Hạnh/);
  expect(code).toBe(0);
  expect(await market.order(held)).toMatchObject({ state: "confirmed" });
  const story = await xudong("order", held.code);
  expect(story.out).toContain("on paper 14226112");
  expect(story.out).toContain("by operator.Hạnh");
  expect(await xudong("decide")).toMatchObject({ code: 0, out: expect.stringContaining("✔ Nothing waits for a person.") });
});

test("books are compared with a gateway that may be away", { timeout: 60_000 }, async () => {
  const gateway = createServer((_request, response) => void response.writeHead(500).end()).listen(0, "127.0.0.1");
  await once(gateway, "listening");
  const at = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const { code, out } = await begin("xudong.ts", ["reconcile"], { VNPAY_PAY_URL: `${at}/pay`, VNPAY_API_URL: `${at}/api` }).end;
  gateway.close();
  expect(out).toContain("no answer (http_status)");
  expect(out).toContain("1 asked about: 0 agree, 0 differed and were set right or wait for a person, 1 without an answer");
  expect(code).toBe(1);
  expect((await xudong("order", over.code)).out).toContain("no answer that can be believed (http_status)");
});

test("a worker does what is due without serving anybody, and stops when it is told", { timeout: 60_000 }, async () => {
  const { child, said, end } = begin("worker.ts", []);
  await expect.poll(async () => (await market.order(over)).state, { timeout: 30_000 }).toBe("lapsed");
  await expect.poll(() => said.out, { timeout: 5000 }).toContain("✔ working on file:");
  child.kill("SIGTERM");
  const { code, left, err } = await end;
  expect([code, left, err]).toEqual([0, [], ""]);
  const { auditRows, leases } = store.read.t;
  expect((await store.read.select().from(auditRows)).map(({ actor }) => actor)).toContain("system.job.lapse");
  expect(await store.read.select().from(leases)).toEqual([]);
});

test("a worker tells alerts in its log, and what it cannot start with in one sentence", { timeout: 60_000 }, async () => {
  const lines: string[] = [];
  const worker = await startWorker({ env, dataFolder: folder, log: createLog({ write: (line) => void lines.push(line) }) });
  await worker.market.jobs.runDue();
  await worker.close();
  expect(lines.filter((line) => line.includes(" error "))).toEqual([]);
  expect(await begin("worker.ts", [], { PORT: "x" }).end).toMatchObject({ code: 1, err: expect.stringContaining("✘ PORT is") });
  expect(await begin("worker.ts", ["--fast"]).end).toMatchObject({ code: 2 });
  expect(await begin("worker.ts", ["--help"]).end).toMatchObject({ code: 0, out: expect.stringContaining("npm run worker") });
});
