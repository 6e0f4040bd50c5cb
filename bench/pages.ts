import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load, type Load } from "./load.ts";
import { processorMs, start, startRaw, type Started } from "./processes.ts";
import { say } from "./say.ts";

const rounds = 3;

/**
 * Pages for somebody nobody knows: each made for the first time, one after the other, then kept, beside a bare node:http server that sends the
 * same compressed bytes over 32 connections. Both in turn, and the middle of three: neighbours on the machine disturb them alike.
 */
export async function benchPages({ seconds = 3 } = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-bench-"));
  const shop = await start<{ url: string }>("shop-server.ts", [folder], { XUDONG_MODE: "demo", PORT: "0", VNPAY_SIMULATOR_PORT: "0", DATABASE_URL: `file:${join(folder, "market.sqlite")}` });
  try {
    const { url } = shop.told;
    const addresses = await addressesOf(url);
    await readAll(addresses.filter((_, at) => at % 4 === 3)); // what is compiled on the way is no page's cost
    const made = await readAll(addresses.filter((_, at) => at % 4 !== 3));
    console.log(`${"pages made, one after the other".padEnd(52)}${String(made.length).padStart(10)}   p50 ${percentilesOf(made, 0.5)} ms   p95 ${percentilesOf(made, 0.95)} ms`);
    const find = (part: string) => addresses.find((address) => new URL(address).pathname.startsWith(part) && new URL(address).pathname.length > part.length) ?? url;
    for (const [name, address] of [["home", `${url}/`], ["product list", `${url}/san-pham`], ["product", find("/san-pham/")], ["experience", find("/trai-nghiem/")], ["place", find("/diem-den/")]] as const) {
      const pairs: { kept: Load & Cost; raw: Load & Cost }[] = [];
      const bare = await startRaw(address, folder);
      for (let round = 0; round < rounds; round++) pairs.push({ raw: await costing(bare, bare.url, seconds), kept: await costing(shop, address, seconds) });
      await bare.stop();
      const [middle] = pairs.toSorted((a, b) => a.kept.perSecond / a.raw.perSecond - b.kept.perSecond / b.raw.perSecond).slice(Math.floor(rounds / 2));
      if (middle === undefined) continue;
      say(`kept: ${name}`, middle.kept, middle.raw.perSecond);
      console.log(`${"".padEnd(52)}${middle.kept.cost.toFixed(3)} ms of processor each, raw ${middle.raw.cost.toFixed(3)}: ${((100 * middle.raw.cost) / middle.kept.cost).toFixed(1)} %`);
    }
  } finally {
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time of the server for one request, in ms. */
type Cost = { cost: number };

async function costing(server: Started<unknown>, url: string, seconds: number): Promise<Load & Cost> {
  const before = await processorMs(server);
  const measured = await load(url, { seconds });
  return { ...measured, cost: ((await processorMs(server)) - before) / Math.max(1, measured.perSecond * seconds) };
}

/** Every public page, from the sitemap, in an order that mixes kinds and languages. */
async function addressesOf(url: string): Promise<string[]> {
  const locations = async (address: string) => [...(await (await fetch(address)).text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map((found) => found[1] ?? "");
  return (await Promise.all((await locations(`${url}/sitemap.xml`)).map(locations))).flat();
}

async function readAll(addresses: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (const address of addresses) {
    const at = performance.now();
    await new Promise<void>((done, fail) => void get(address, { headers: { "accept-encoding": "gzip" } }, (answer) => answer.resume().on("end", () => done())).on("error", fail));
    took.push(performance.now() - at);
  }
  return took;
}

const percentilesOf = (took: readonly number[], share: number): string => (took.toSorted((a, b) => a - b)[Math.floor(took.length * share)] ?? 0).toFixed(1);
