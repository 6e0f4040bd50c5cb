#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { help, readWish } from "./settings.ts";
import { type Simulator, startSimulator } from "./simulator.ts";
import { SettingError } from "./terminal.ts";

/** Runs the simulator as a program: one sentence and exit code 1 for what the person can mend, a stack only for a bug. */
async function main(): Promise<void> {
  const wish = readWish(process.argv.slice(2), process.env);
  if (wish.kind === "help") return console.log(help);
  if (wish.kind === "version") return console.log(ownVersion());
  const log = wish.isQuiet ? undefined : (line: string) => console.log(`${new Date().toTimeString().slice(0, 8)} ${line}`);
  const simulator = await startSimulator({ ...wish.options, log });
  if (!wish.isQuiet) greet(simulator, wish.options.terminals.map(({ tmnCode }) => tmnCode));
  untilToldToStop(simulator);
}

function greet(simulator: Simulator, tmnCodes: readonly string[]): void {
  console.log(`Simulated VNPAY for ${tmnCodes.join(", ")}, no real money.
  pay page   ${simulator.payUrl}
  API        ${simulator.apiUrl}
  control    ${simulator.url}/control`);
}

/** A parent that started us over IPC is told when we listen; when it goes, even by a crash, so do we. */
function untilToldToStop(simulator: Simulator): void {
  const stop = (): void => void simulator.close().then(() => process.exit(0), fail);
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (process.send === undefined) return;
  process.once("disconnect", stop);
  process.send({ ready: true, port: simulator.port, url: simulator.url });
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "unknown";
}

function fail(error: unknown): void {
  console.error(error instanceof SettingError ? error.message : error);
  process.exit(1);
}

main().catch(fail);
