import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileCacheIn } from "./root.ts";
import { reachableHost } from "./gateway.ts";
import type { Log } from "./log.ts";

/** The simulated gateway, running beside the shop. */
export type SimulatorProcess = {
  readonly port: number;
  readonly url: string;
  /** Sends it the shop's time, and again whenever it has to be restarted. */
  setClock(offsetMs: number): Promise<void>;
  stop(): Promise<void>;
};

export type SimulatorOptions = {
  host: string;
  port: number;
  /** Where it keeps its books. They are its own, so that a crash of the shop loses none of them. */
  file: string;
  tmnCode: string;
  secret: string;
  ipnUrl: string;
  name: string;
};

/** Why it did not start, in a sentence with its cure. */
export class SimulatorError extends Error {
  override name = "SimulatorError";
}

const patienceMs = 15_000;
const backoffMs = [250, 500, 1000, 2000, 5000, 15_000];

export function simulatorMain(): string {
  return fileURLToPath(new URL("main.ts", import.meta.resolve("@xudong/vnpay-simulator")));
}

/**
 * Starts the simulator and waits until it serves. If it dies later it is started again, after ever longer pauses;
 * it ends itself when we are gone, because the channel between us then closes.
 */
export async function startSimulator(options: SimulatorOptions, log: Log, main = simulatorMain()): Promise<SimulatorProcess> {
  let offsetMs: number | undefined;
  let isStopping = false;
  let pause: NodeJS.Timeout | undefined;
  let deaths = 0;
  let { child, port } = await launch(options, main);
  const url = () => `http://${reachableHost(options.host)}:${port}`;

  const sendClock = async () => {
    if (offsetMs === undefined) return;
    const answer = await fetch(`${url()}/control/clock`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ offsetMs }), signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw new Error(`The simulator refused the time: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
  };

  const watch = () => {
    const since = Date.now();
    child.once("exit", (code, signal) => {
      if (isStopping) return;
      deaths = Date.now() - since > 60_000 ? 1 : deaths + 1;
      const wait = backoffMs[Math.min(deaths, backoffMs.length) - 1] ?? 0;
      log.say(`The payment simulator ended (${signal ?? `exit ${code}`}); it starts again in ${wait / 1000} s.`);
      pause = setTimeout(() => void restart(), wait);
    });
  };
  const restart = async () => {
    try {
      // The same port again: browsers and open attempts hold its address.
      ({ child, port } = await launch({ ...options, port }, main));
      if (isStopping) child.disconnect();
      watch();
      await sendClock();
    } catch (error) {
      if (isStopping) return;
      deaths++;
      const wait = backoffMs[Math.min(deaths, backoffMs.length) - 1] ?? 0;
      log.say(`The payment simulator did not start (${error instanceof Error ? error.message : String(error)}); the next try is in ${wait / 1000} s.`);
      pause = setTimeout(() => void restart(), wait);
    }
  };
  watch();

  return {
    get port() {
      return port;
    },
    get url() {
      return url();
    },
    async setClock(to) {
      offsetMs = to;
      await sendClock();
    },
    async stop() {
      isStopping = true;
      clearTimeout(pause);
      await end(child);
    },
  };
}

async function launch(options: SimulatorOptions, main: string): Promise<{ child: ChildProcess; port: number }> {
  if (!existsSync(main)) throw new SimulatorError(`The payment simulator is missing (${main}): fetch the project anew.`);
  const { host, port, file, tmnCode, secret, ipnUrl, name } = options;
  const child = fork(main, ["--port", String(port), "--host", host, "--file", file, "--terminal", tmnCode, "--ipn", ipnUrl, "--merchant", name, "--quiet"], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    // Ctrl+C in a terminal goes to the whole group: requests we still finish may need the gateway, so it is not in ours.
    detached: true,
    // Not among the arguments: everybody on this computer can read those.
    env: { ...essentialEnvironment(), NODE_COMPILE_CACHE: compileCacheIn, VNPAY_SIMULATOR_SECRET: secret },
    execArgv: [],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said = `${said}${text}`.slice(-4000)));
  const served = new Promise<number>((done, fail) => {
    child.on("message", (message) => {
      if (typeof message === "object" && message !== null && "ready" in message && message.ready === true) done("port" in message && typeof message.port === "number" ? message.port : port);
    });
    child.once("exit", () => fail(new SimulatorError(whyNot(said, options))));
    child.once("error", fail);
    setTimeout(() => fail(new SimulatorError(`The payment simulator did not answer within ${patienceMs / 1000} s: try again.`)), patienceMs).unref();
  });
  try {
    return { child, port: await served };
  } catch (error) {
    await end(child);
    throw error;
  }
}

/** It needs none of our secrets but its own, and none of our settings. */
function essentialEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TEMP, TMP, SystemRoot } = process.env;
  return Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR, TEMP, TMP, SystemRoot }).filter(([, value]) => value !== undefined));
}

function whyNot(said: string, { port, file }: SimulatorOptions): string {
  if (/EADDRINUSE|is taken/i.test(said)) return `Port ${port} is taken, and the payment simulator needs it: stop the program that uses it, or choose another with VNPAY_SIMULATOR_PORT.`;
  if (/needs special rights/.test(said)) return `Port ${port} may not be used by this user: choose one above 1023 with VNPAY_SIMULATOR_PORT.`;
  const last = said.trim().split("\n").at(-1);
  return `The payment simulator did not start with its books in ${file}${last ? `: ${last}` : "."}`;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  if (child.connected) child.disconnect();
  const hard = setTimeout(() => child.kill("SIGKILL"), 3000);
  await gone;
  clearTimeout(hard);
}
