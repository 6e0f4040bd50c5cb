import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inArray } from "drizzle-orm";
import { openStore, type Store } from "@xudong/database";
import { days, hours, minutes, plus } from "@xudong/domain";
import { goodsOnSale, visitOnSale } from "@xudong/catalog/testing";
import { aMarket } from "@xudong/market/testing";
import { openMarket, settingsFrom, type OpenMarket } from "../../site/server/app.ts";
import { simulatorMain } from "../../site/server/simulator-process.ts";
import { chanceOf, type Chance } from "../fuzz/chance.ts";
import { complaintsOf, gatewayBooks } from "./books.ts";
import { buy, endPayment, plans, type Bought, type Plan } from "./buyer.ts";
import { aProgram, freePorts, type Program } from "./processes.ts";
import { aWire, type Wire } from "./wire.ts";

export type StormOptions = {
  /** A migrated, empty database that nobody else uses. */
  databaseUrl: string;
  seed: number;
  /** Checkouts at once. */
  checkouts?: number;
  kills?: number;
  /** What may happen at the gateway; all of it unless said. */
  only?: readonly Plan[];
};

/** What one storm came to. `complaints` is empty where nothing was lost, doubled or stuck. */
export type StormFigures = {
  checkouts: number;
  placed: number;
  soldOut: number;
  kills: { [program: string]: number };
  requests: number;
  repeated: number;
  complaints: string[];
  /** What the programs said on their error output. */
  said: string;
};

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Many buyers at once over HTTP while shop, worker and gateway are killed (SIGKILL) in a seeded order at seeded moments,
 * counted in answered requests, and started again. Afterwards time is moved past every schedule, refunds are moved to
 * their ends, and the market's books are compared with the gateway's.
 */
export async function runStorm({ databaseUrl, seed, checkouts = 200, kills = 10, only = plans }: StormOptions): Promise<StormFigures> {
  const chance = chanceOf(seed);
  const folder = mkdtempSync(join(tmpdir(), "xudong-storm-"));
  const [shopPort = 0, gatewayPort = 0] = await freePorts(2);
  const shopUrl = `http://127.0.0.1:${shopPort}`;
  const gatewayUrl = `http://127.0.0.1:${gatewayPort}`;
  const gatewayFile = join(folder, "gateway.sqlite");
  const env = settings({ databaseUrl, shopPort, gatewayUrl });

  const store = await openStore(databaseUrl, { durable: false });
  const lines = await somethingToBuy(store, checkouts);

  const shop = aProgram({ name: "shop", script: here("shop.ts"), args: [folder], env });
  const worker = aProgram({ name: "worker", script: here("worker.ts"), args: [folder], env });
  const gateway = aProgram({
    name: "gateway",
    script: simulatorMain(),
    args: ["--port", String(gatewayPort), "--file", gatewayFile, "--terminal", env.VNPAY_TMN_CODE, "--ipn", `${shopUrl}/api/v1/payments/vnpay/ipn`, "--quiet"],
    env: { VNPAY_SIMULATOR_SECRET: env.VNPAY_HASH_SECRET },
  });
  const programs = [shop, worker, gateway];
  const restarts: Promise<void>[] = [];
  const coming = killsToCome(chance, kills, checkouts * requestsEach, programs);
  const wire = aWire((answered) => {
    while (coming[0] !== undefined && coming[0].at <= answered) {
      const { victim } = coming.shift() ?? coming[0];
      const restart = victim.killAndRestart();
      restart.catch(() => undefined); // heard of below
      restarts.push(restart);
    }
  });

  let market: OpenMarket | undefined;
  try {
    await Promise.all(programs.map((program) => program.start()));
    const buyers = Array.from({ length: checkouts }, () => ({ plan: chance.pick(only), chance: chance.branch() }));
    const bought = await Promise.all(buyers.map((buyer) => buy(wire, { shopUrl, gatewayUrl, lines }, buyer.plan, buyer.chance)));
    for (const { victim } of coming.splice(0)) restarts.push(victim.killAndRestart());
    await Promise.all(restarts);

    await worker.stop();
    const { settings: own } = settingsFrom(env, folder);
    market = await openMarket({ settings: own, log: { say: () => undefined, error: (what, error) => (console.error(what, error), "") }, port: shopPort, dataFolder: folder, seeds: false });
    await letAllTimePass({ market, store, wire, shopUrl, gatewayUrl, bought, dead: new Set(programs.flatMap((program) => [...program.dead, ...(program === worker ? [program.pid ?? 0] : [])])) });

    const placed = bought.filter((each) => each.order !== undefined);
    await Promise.all(placed.map(async ({ order }) => {
      const { status } = await wire.ask("GET", `${shopUrl}/api/v1/orders/${order?.code}`, { "Order-Key": order?.key ?? "" });
      if (status !== 200) throw new Error(`The key of order ${order?.code} opens it no more: ${status}`);
    }));
    await Promise.all([shop.stop(), gateway.stop()]);
    const known = { codes: placed.map(({ order }) => order?.code.replace("-", "") ?? ""), refs: bought.flatMap((each) => each.refs) };
    return {
      checkouts,
      placed: placed.length,
      soldOut: checkouts - placed.length,
      kills: Object.fromEntries(programs.map((program) => [program.name, program.kills])),
      requests: wire.answered,
      repeated: wire.repeated,
      complaints: await complaintsOf(store, gatewayBooks(gatewayFile), known),
      said: programs.map((program) => program.said()).join("\n").trim(),
    };
  } catch (error) {
    const said = programs.map((program) => `${program.name}: ${program.said()}`).join("\n");
    throw new Error(`A storm of ${checkouts} checkouts and ${kills} kills, seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n${said}`, { cause: error });
  } finally {
    wire.close();
    await Promise.allSettled(restarts);
    await Promise.all(programs.map((program) => program.stop()));
    await market?.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A checkout takes about so many answered requests: what the moments of the kills are spread over. */
const requestsEach = 7;

function killsToCome(chance: Chance, kills: number, requests: number, programs: readonly Program[]): { at: number; victim: Program }[] {
  // Each program is killed as often as the others, in an order that the seed decides.
  const victims = chance.shuffled(Array.from({ length: kills }, (_, at) => programs[at % programs.length] as Program));
  return victims.map((victim) => ({ at: 10 + chance.below(requests), victim })).sort((a, b) => a.at - b.at);
}

type Environment = Record<"XUDONG_MODE" | "DATABASE_URL" | "PORT" | "RATE_LIMITS" | "APP_SECRET" | "TICKET_SIGNING_KEY" | "VNPAY_TMN_CODE" | "VNPAY_HASH_SECRET" | "VNPAY_PAY_URL" | "VNPAY_API_URL", string>;

function settings({ databaseUrl, shopPort, gatewayUrl }: { databaseUrl: string; shopPort: number; gatewayUrl: string }): Environment {
  return {
    XUDONG_MODE: "test",
    DATABASE_URL: databaseUrl,
    PORT: String(shopPort),
    RATE_LIMITS: "off",
    APP_SECRET: randomBytes(32).toString("base64"),
    TICKET_SIGNING_KEY: generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    VNPAY_TMN_CODE: "STORM001",
    VNPAY_HASH_SECRET: randomBytes(20).toString("hex"),
    VNPAY_PAY_URL: `${gatewayUrl}/paymentv2/vpcpay.html`,
    VNPAY_API_URL: `${gatewayUrl}/merchant_webapi/api/transaction`,
  };
}

/** Goods of one seller for everybody and seats of another that run out, so that some are refused and late money finds them gone. */
async function somethingToBuy(store: Store, checkouts: number) {
  const now = new Date();
  await aMarket(store, now); // rates and fees
  const goods = await goodsOnSale(store, now, { capacity: checkouts * 10 });
  const seats = await visitOnSale(store, now, { capacity: Math.ceil(checkouts * 0.8), startsAt: plus(now, days(40)) });
  return [
    { variantId: goods.variantIds[0] ?? "", quantity: 2 },
    { variantId: seats.variantIds[0] ?? "", slotId: seats.slotId, quantity: 1 },
  ];
}

/** Moments after the storm, past every schedule: notices come again each 5 minutes, questions for a day, refunds for days. */
const moments = [0, minutes(3), minutes(8), minutes(14), minutes(22), minutes(29), minutes(35), minutes(41), minutes(47), minutes(63), minutes(75), minutes(90), hours(2), hours(7), hours(8), hours(26), hours(27), hours(49), hours(74), hours(98), hours(123)];
/** By then every hold is over. */
const late = minutes(90);

type Aftermath = { market: OpenMarket; store: Store; wire: Wire; shopUrl: string; gatewayUrl: string; bought: readonly Bought[]; dead: ReadonlySet<number> };

async function letAllTimePass({ market, store, wire, shopUrl, gatewayUrl, bought, dead }: Aftermath): Promise<void> {
  for (const offsetMs of moments) {
    await market.moveClock(offsetMs);
    await wire.ask("POST", `${shopUrl}/dev/clock`, {}, { offsetMs });
    await wire.ask("POST", `${gatewayUrl}/control/clock`, {}, { offsetMs });
    await wire.ask("POST", `${gatewayUrl}/control/settle`, {}, {});
    if (offsetMs === late) for (const { lateRefs } of bought) for (const ref of lateRefs) await endPayment(wire, gatewayUrl, ref, "success");
    await doWhatIsDue(market, store, dead);
    await payRefundsOut(wire, gatewayUrl);
  }
}

/** Runs the jobs to their end. The turns of dead processes are over a minute of the wall clock after; it passes here at once. */
async function doWhatIsDue({ market }: OpenMarket, store: Store, dead: ReadonlySet<number>): Promise<void> {
  for (const until = Date.now() + 150_000; ; ) {
    await endTurnsOfTheDead(store, dead);
    const reports = await market.jobs.runDue();
    const fault = reports.find((report) => report.fault !== undefined)?.fault;
    if (fault !== undefined) throw new Error(`A job failed: ${String(fault)}`, { cause: fault });
    if (reports.every((report) => report.done === 0 && !report.isElsewhere)) return;
    if (Date.now() > until) throw new Error(`The jobs come to no end: ${JSON.stringify(reports)}`);
  }
}

async function endTurnsOfTheDead(store: Store, dead: ReadonlySet<number>): Promise<void> {
  const { leases } = store.read.t;
  const held = await store.read.select({ name: leases.name, holder: leases.holder }).from(leases);
  const over = held.filter(({ holder }) => dead.has(Number(holder.split("/")[1])));
  if (over.length > 0) await store.write((tx) => tx.update(leases).set({ lapsesAt: new Date(0) }).where(inArray(leases.holder, over.map(({ holder }) => holder))));
}

/** Plays the bank: every refund the gateway has taken on goes out. */
async function payRefundsOut(wire: Wire, gatewayUrl: string): Promise<void> {
  const { body } = await wire.ask("GET", `${gatewayUrl}/control/refunds`);
  const refunds = Object.values(body) as { id: number; status: string }[];
  for (const { id, status } of refunds) {
    if (status === "05") await wire.ask("POST", `${gatewayUrl}/control/refunds/${id}`, {}, { status: "06" });
    if (status === "05" || status === "06") await wire.ask("POST", `${gatewayUrl}/control/refunds/${id}`, {}, { status: "00" });
  }
}
