// npm start: opens the market for everybody who reaches it. `node site/server/start.ts --help` says more.
import "./fast-imports.ts";
import type { Shop, Step } from "./app.ts";
import { stopWhenTold } from "./stop-when-told.ts";

const help = `npm start: opens the market.

It installs what is missing, builds the site when its sources changed, brings the
database to its newest shape, fills a demo with samples, and serves until it is
stopped with Ctrl+C. A second start keeps everything.

Settings come from the environment, for example
  PORT=8080 npm start
  XUDONG_MODE=production PUBLIC_URL=https://cho.example … npm start
docs/running.md lists all of them. XUDONG_MODE is demo (unless said), production or test.`;

const steps = 5;

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) return console.log(help);
  const [unknown] = args;
  if (unknown !== undefined) {
    console.error(`npm start knows no "${unknown}": its settings come from the environment, and npm start -- --help shows how.`);
    process.exit(2);
  }
  const stopping = stopWhenTold();
  let at = 2;
  try {
    const { startShop } = await import("./app.ts");
    const shop = await startShop({ env: process.env, step: ticking((number) => (at = number)) });
    stopping.close = () => shop.close();
    console.log(await greeting(shop));
  } catch (error) {
    const { startFailure } = await import("./start-failure.ts");
    const sentence = startFailure(error);
    if (sentence === undefined) console.error(error);
    console.error(`✘ ${at}/${steps} ${sentence ?? "The market could not start, for the reason above, which nobody foresaw: please report it."}`);
    process.exit(1);
  }
}

/** Prints each step when it is done, and before that only where it takes long. */
function ticking(began: (number: number) => void): Step {
  return async (number, doing, work) => {
    began(number);
    const since = performance.now();
    const slow = setTimeout(() => console.log(`… ${number}/${steps} ${doing}`), 1500);
    try {
      const { value, done } = await work();
      console.log(`✔ ${number}/${steps} ${done} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
      return value;
    } finally {
      clearTimeout(slow);
    }
  };
}

/** Where the market is, three places to begin, and what is only a demo's. */
async function greeting({ settings, market, url, simulatorUrl, madeSecrets }: Shop): Promise<string> {
  const [{ inSeason }, { items: goods }, { items: experiences }] = await Promise.all([market.home(), market.listings({ kind: "goods" }), market.listings({ kind: "experience" })]);
  const product = inSeason.find((listing) => listing.kind === "goods") ?? goods[0];
  const [experience] = experiences;
  const lines = ["", `Chợ Xứ Đông is open at ${url}`, `  ${url}/`];
  if (product !== undefined) lines.push(`  ${url}/san-pham/${product.slug.vi}`);
  if (experience !== undefined) lines.push(`  ${url}/trai-nghiem/${experience.slug.vi}`);
  if (settings.mode === "demo") {
    lines.push("", madeSecrets ? "This is a demo: its secrets were made just now and are kept in data/secrets.json." : "This is a demo, with the secrets it once made in data/secrets.json.");
  }
  if (simulatorUrl !== undefined) lines.push(`Payments go to a simulator (${simulatorUrl}/control): no money moves.`);
  lines.push("Ctrl+C closes it.");
  return lines.join("\n");
}

await main(process.argv.slice(2));
