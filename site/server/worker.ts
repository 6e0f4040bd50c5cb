// npm run worker: does the market's jobs in a process of their own. `node site/server/worker.ts --help` says more.
import "./fast-imports.ts";
import { stopWhenTold } from "./stop-when-told.ts";

const help = `npm run worker: does what nobody asks for, in a process of its own.

Holds that are over are written down, the gateway is asked about payments it has told
nothing of, money is sent back, news is passed on, and what is old is thrown away. The
shop (npm start) does the same by itself; a worker takes part, and goes on where the
shop is closed. Any number of both may run on one database: they share the work.

Settings come from the environment and are the shop's own; docs/running.md lists them.
A demo's shop makes its secrets at its first start: a worker needs them, and makes none.
It listens nowhere, and stops with Ctrl+C or SIGTERM after the step under way.`;

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) return console.log(help);
  const [unknown] = args;
  if (unknown !== undefined) {
    console.error(`npm run worker knows no "${unknown}": its settings come from the environment, and npm run worker -- --help shows how.`);
    process.exit(2);
  }
  const stopping = stopWhenTold();
  try {
    const [{ startWorker }, { withoutPassword }] = await Promise.all([import("./app.ts"), import("./settings.ts")]);
    const { settings, close } = await startWorker({ env: process.env });
    stopping.close = close;
    console.log(`✔ working on ${withoutPassword(settings.databaseUrl)}`);
    if (settings.mode === "demo") console.log("This is a demo, whose shop runs its own jobs already; both together are safe.");
    console.log("Ctrl+C stops it.");
  } catch (error) {
    const { startFailure } = await import("./start-failure.ts");
    const sentence = startFailure(error);
    if (sentence === undefined) console.error(error);
    console.error(`✘ ${sentence ?? "The worker could not start, for the reason above, which nobody foresaw: please report it."}`);
    process.exit(1);
  }
}

await main(process.argv.slice(2));
