import { fork } from "node:child_process";
import { once } from "node:events";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { eq, gte, inArray } from "drizzle-orm";
import { openStore, type Store } from "@xudong/database";
import { days, hours, plus } from "@xudong/domain";
import { goodsOnSale, poolRow, visitOnSale } from "@xudong/catalog/testing";
import type { CartRef } from "@xudong/market";
import { aCart, aMarket } from "@xudong/market/testing";
import { startSimulator, type Simulator } from "@xudong/vnpay-simulator";
import { complaintsOf, gatewayBooks } from "./books.ts";
import { aTeller, buyers, stories, tellStory, type Buyer, type Memory, type StorySpec } from "./story.ts";
import type { Death, Told } from "./story-child.ts";

export type { Death } from "./story-child.ts";

/** What killing between writes came to: commits and calls of all stories, how often they were killed, and what then was different. */
export type BetweenWritesFigures = Told & {
  kills: number;
  /** Deaths that never came: how news is passed on is not the same number of commits each time on PostgreSQL. */
  notReached: number;
  /** Ends at which a refund waits for a person, because its answer died with its process. */
  forPerson: number;
  complaints: string[];
};

export type BetweenWritesOptions = {
  /** One migrated, empty database for each story told at the same time. */
  databases: readonly string[];
  /** At which moments of a story a process dies. */
  deathsOf?: (told: Told) => readonly Death[];
  only?: readonly string[];
  until?: number;
};

/**
 * Tells each story once to its end, and then again and again with a process that is killed at one of its moments, after
 * which another takes over: the end must be the same each time, and the books must agree.
 */
export async function killBetweenWrites({ databases, deathsOf = everyMoment, only = Object.keys(stories), until = Infinity }: BetweenWritesOptions): Promise<BetweenWritesFigures> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-story-"));
  const program = await aProgramOf("story-child.ts");
  const stages: Stage[] = [];
  const figures: BetweenWritesFigures = { commits: 0, calls: 0, kills: 0, notReached: 0, forPerson: 0, complaints: [] };
  try {
    for (const databaseUrl of databases) stages.push(await setStage(databaseUrl, join(folder, `gateway-${stages.length}.sqlite`), program));
    for (const [at, story] of only.entries()) {
      const share = until === Infinity ? until : Date.now() + (until - Date.now()) / (only.length - at);
      await killAt(stages, story, deathsOf, share, figures);
    }
    for (const stage of stages) figures.complaints.push(...(await stage.complaints()));
    return figures;
  } finally {
    for (const stage of stages) await stage.close();
    rmSync(dirname(program), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

const inWords = ({ when, at }: Death) => (when === "after" || when === "before" ? `killed right ${when} commit ${at}` : `killed ${when === "calling" ? "before sending question" : "with the answer to question"} ${at}`);

async function killAt(stages: readonly Stage[], story: string, deathsOf: (told: Told) => readonly Death[], until: number, figures: BetweenWritesFigures): Promise<void> {
  const [first] = stages;
  if (first === undefined) throw new Error("A story needs a database");
  const undisturbed = await first.tell(story, undefined);
  figures.commits += undisturbed.told.commits;
  figures.calls += undisturbed.told.calls;
  const deaths = [...deathsOf(undisturbed.told)];
  await Promise.all(
    stages.map(async (stage) => {
      for (let death = deaths.shift(); death !== undefined && Date.now() < until; death = deaths.shift()) {
        const moment = `"${story}", ${inWords(death)}`;
        const { end, lastStep, isKilled } = await stage.tell(story, death).catch((error: unknown) => {
          throw new Error(`${moment}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        });
        if (isKilled) figures.kills += 1;
        else figures.notReached += 1;
        const isAnswerLost = death.when === "called" || death.when === "before";
        if (isAnswerLost && waitsForPerson(undisturbed.end, end)) figures.forPerson += 1;
        else for (const line of differences(undisturbed.end, end)) figures.complaints.push(`${moment}, after "${lastStep}": ${line}`);
      }
    }),
  );
}

/**
 * Every moment that can differ from another: after each commit, and with the answer to each question in hand. Right
 * before a commit is right after the one before it, unless something was said to the outside in between.
 */
export function everyMoment({ commits, calls }: Told): Death[] {
  return [...each("after", commits), ...each("called", calls)];
}

/** The same from both sides, for whoever has the time. */
export function everyDeath(told: Told): Death[] {
  return [...everyMoment(told), ...each("before", told.commits), ...each("calling", told.calls)];
}

const each = (when: Death["when"], count: number) => Array.from({ length: count }, (_, at): Death => ({ when, at: at + 1 }));

/**
 * The gateway has taken a refund on and its answer is lost, and with it the refund's own number, without which it can
 * not be asked about: after the last question a person is told. That, and nothing else, may be different then.
 */
function waitsForPerson(wanted: End, found: End): boolean {
  const plain = (end: End) => JSON.stringify(end).replace(/refunds (done|sent|unknown) (\d+) (no_answer)?/g, "refunds $2").replace(/balances [^"\\]*/g, "");
  return /refunds (sent|unknown) \d+ no_answer/.test(JSON.stringify(found)) && plain(wanted) === plain(found);
}

/**
 * One file instead of some six hundred: a process that lives for a moment should not take a second to begin. As CommonJS,
 * because an `import` of node:http asks it for all it has and so loads a whole WebSocket, half of what beginning costs.
 */
async function aProgramOf(script: string): Promise<string> {
  const cache = fileURLToPath(new URL("../../node_modules/.cache/xudong/", import.meta.url));
  mkdirSync(cache, { recursive: true });
  const outfile = join(mkdtempSync(join(cache, "story-")), "child.cjs");
  await build({ entryPoints: [fileURLToPath(new URL(script, import.meta.url))], outfile, bundle: true, platform: "node", format: "cjs", target: "node24", external: ["better-sqlite3", "pg", "pg-native", "@node-rs/argon2"], logLevel: "error" });
  return outfile;
}

/** Where everybody stands: each buyer of the story, the pools, the gateway. */
type End = { readonly [who: string]: string };
type Telling = { end: End; told: Told; lastStep: string; isKilled: boolean };
type Stage = { tell(story: string, death: Death | undefined): Promise<Telling>; complaints(): Promise<string[]>; close(): Promise<void> };

/** The gateway's machine stands still; its offset, moved by the story, is all the time there is. */
const gatewayMachineAt = Date.parse("2026-11-23T02:00:00Z");

/** A database and a gateway on which one story after the other is told, each some days after the last. */
async function setStage(databaseUrl: string, gatewayFile: string, program: string): Promise<Stage> {
  const secret = randomBytes(20).toString("hex");
  const tmnCode = "STORY001";
  const store = await openStore(databaseUrl, { durable: false });
  const simulator = await startSimulator({ port: 0, file: gatewayFile, terminals: [{ tmnCode, secret }], machineClock: () => gatewayMachineAt });
  const own = { databaseUrl, gatewayUrl: simulator.url, tmnCode, secret, appSecret: randomBytes(32).toString("base64"), ticketKey: { keyId: "story", privateKeyPem: generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString() } };
  let tellings = 0;

  return {
    async tell(story, death) {
      const beginsAt = gatewayMachineAt + days(40) * (tellings += 1);
      const { spec, pools } = await stageProperties(store, { ...own, story, name: `telling-${tellings}`, beginsAt, gatewayMachineAt });
      const memory: Memory = {};
      const told = await tellUntilDeath(program, spec, memory, death);
      const lastStep = Object.keys(memory).at(-1) ?? "the beginning";
      if (told === undefined) await takeOver(store, spec, memory);
      return { end: await endOf(store, simulator, spec, memory, pools), told: told ?? { commits: 0, calls: 0 }, lastStep, isKilled: told === undefined };
    },
    complaints: () => complaintsOf(store, gatewayBooks(gatewayFile)),
    async close() {
      await simulator.close();
      await store.close();
    },
  };
}

type Pools = { goods: string; seats: string; lastSeat: string };

async function stageProperties(store: Store, own: Omit<StorySpec, "goods" | "seats" | "lastSeat" | "carts">): Promise<{ spec: StorySpec; pools: Pools }> {
  const now = new Date(own.beginsAt);
  const { market } = await aMarket(store, now);
  const guava = await goodsOnSale(store, now, { capacity: 100 });
  const visit = await visitOnSale(store, now, { capacity: 50, startsAt: plus(now, hours(30)) });
  const last = await visitOnSale(store, now, { capacity: 1, startsAt: plus(now, hours(30)) });
  const goods = { variantId: guava.variantIds[0] ?? "" };
  const seats = { variantId: visit.variantIds[0] ?? "", slotId: visit.slotId };
  const lastSeat = { variantId: last.variantIds[0] ?? "", slotId: last.slotId };
  const cartWith = (line: { variantId: string; slotId?: string }) => aCart(market, [{ ...goods, quantity: 1 }, { ...line, quantity: 1 }]);
  const told = new Set((stories[own.story] ?? []).map((step) => step.name));
  const carts: Partial<Record<Buyer, CartRef>> = {};
  for (const buyer of buyers) {
    if (told.has(`${buyer} orders`) && !told.has(`${buyer} fills a cart`)) carts[buyer] = await cartWith(buyer === "chi" || buyer === "dung" ? lastSeat : seats);
  }
  return { spec: { ...own, goods, seats, lastSeat, carts }, pools: { goods: guava.poolId, seats: visit.poolId, lastSeat: last.poolId } };
}

/** Lets a process tell the story until it dies; undefined where it did, else what it counted. */
async function tellUntilDeath(program: string, spec: StorySpec, memory: Memory, death: Death | undefined): Promise<Told | undefined> {
  const { PATH = "", HOME = "" } = process.env;
  const child = fork(program, [], { env: { PATH, HOME, NODE_COMPILE_CACHE: join(program, "..", "compiled") }, execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let said = "";
  let told: Told | undefined;
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  child.on("message", (message: { ready?: true; step?: string; result?: unknown; told?: Told }) => {
    if (message.ready) child.send({ spec, memory: {}, ...(death === undefined ? {} : { death }) });
    if (message.step !== undefined) memory[message.step] = message.result;
    if (message.told !== undefined) told = message.told;
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (told === undefined && (signal !== "SIGKILL" || death === undefined)) throw new Error(`The story ended by itself (${signal ?? code}) after "${Object.keys(memory).at(-1)}": ${said.slice(-3000)}`);
  return told;
}

/** A fresh process takes over: clients repeat what they heard no answer of, the gateway its notices, and the jobs go on. */
async function takeOver(store: Store, spec: StorySpec, memory: Memory): Promise<void> {
  const { leases } = store.read.t;
  // The turns of the dead process are over after a minute of the wall clock, which passes here at once.
  await store.write((tx) => tx.update(leases).set({ lapsesAt: new Date(0) }).where(gte(leases.lapsesAt, new Date(0))));
  const teller = await aTeller(spec, store, fetch);
  await tellStory(spec, teller, memory, () => undefined);
  await teller.close();
}

/** Where everybody stands at the end, in words that do not depend on ids or on which of two payments came first. */
async function endOf({ read }: Store, simulator: Simulator, spec: StorySpec, memory: Memory, pools: Pools): Promise<End> {
  const { orders, holds, claims, attempts, refunds, tickets, orderLines, ledgerRows, fulfilments, sellerOrders } = read.t;
  const placed = await read.select({ id: orders.id, code: orders.code, state: orders.state, why: orders.cancelReason, hold: holds.state, holdId: holds.id })
    .from(orders).innerJoin(holds, eq(holds.orderId, orders.id)).where(gte(orders.placedAt, new Date(spec.beginsAt)));
  const payments = simulator.control.payments();
  const there = simulator.control.refunds();
  const ends: [string, string][] = [];
  for (const buyer of buyers) {
    const known = memory[`${buyer} orders`] as { code: string } | undefined;
    if (known === undefined) continue;
    const { code } = known;
    const own = placed.filter((order) => order.code === code);
    const [order] = own;
    if (order === undefined || own.length > 1) throw new Error(`${buyer} has ${own.length} orders`);
    const words = async (rows: Promise<readonly object[]>) => (await rows).map((row) => Object.values(row).join(" ")).sort().join(", ");
    const tried = await read.select({ id: attempts.id, ref: attempts.gatewayRef, state: attempts.state, waits: attempts.waitsFor, askAt: attempts.askAt }).from(attempts).where(inArray(attempts.reference, [order.id]));
    const refs = tried.map((attempt) => attempt.ref);
    const balances = Map.groupBy(await read.select({ account: ledgerRows.account, amount: ledgerRows.amountDong }).from(ledgerRows).where(inArray(ledgerRows.reference, [order.id])), (row) => row.account);
    ends.push([buyer, [
      `order ${order.state} ${order.why ?? ""}`,
      `hold ${order.hold}`,
      `claims ${await words(read.select({ units: claims.units, state: claims.state }).from(claims).where(inArray(claims.holdId, [order.holdId])))}`,
      `attempts ${tried.map(({ state, waits, askAt }) => `${state}${waits === null ? "" : ` waits for ${waits}`}${askAt === null ? "" : " still asked about"}`).sort().join(", ")}`,
      `refunds ${await words(read.select({ state: refunds.state, amount: refunds.amountDong, waits: refunds.waitsFor }).from(refunds).where(inArray(refunds.attemptId, tried.map((attempt) => attempt.id))))}`,
      `tickets ${await words(read.select({ state: tickets.state }).from(tickets).innerJoin(orderLines, eq(orderLines.id, tickets.orderLineId)).where(inArray(orderLines.orderId, [order.id])))}`.replaceAll("void", "").replace(/[ ,]+$/, ""),
      `parts ${await words(read.select({ kind: fulfilments.kind, state: fulfilments.state }).from(fulfilments).innerJoin(sellerOrders, eq(sellerOrders.id, fulfilments.sellerOrderId)).where(inArray(sellerOrders.orderId, [order.id])))}`,
      `balances ${[...balances].map(([account, rows]) => `${account} ${rows.reduce((sum, row) => sum + row.amount, 0)}`).filter((text) => !text.endsWith(" 0")).sort().join(", ")}`,
      `at the gateway ${payments.filter((payment) => refs.includes(payment.txnRef)).map((payment) => payment.outcome).sort().join(", ")}; back ${there.filter((refund) => refs.includes(refund.txnRef)).map((refund) => refund.status).sort().join(", ")}`,
    ].join("\n")]);
  }
  if (placed.length !== ends.length) throw new Error(`${placed.length} orders of ${ends.length} buyers`);
  const taken = async (poolId: string) => (await poolRow({ read } as Store, poolId)).taken;
  const waiting = simulator.control.notices().filter((notice) => notice.state !== "done");
  return { ...Object.fromEntries(ends), pools: `${await taken(pools.goods)} ${await taken(pools.seats)} ${await taken(pools.lastSeat)}`, gateway: `${waiting.length} notices not done` };
}

function differences(wanted: End, found: End): string[] {
  return Object.keys(wanted).flatMap((key) => {
    const [before = "", after = ""] = [wanted[key], found[key]];
    if (before === after) return [];
    const lines = after.split("\n");
    return before.split("\n").flatMap((line, at) => (line === lines[at] ? [] : [`${key}: "${line}" became "${lines[at]}"`]));
  });
}
