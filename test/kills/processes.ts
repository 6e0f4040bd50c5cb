import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A program that may be killed and comes back, as a supervisor would bring it back. */
export type Program = {
  readonly name: string;
  readonly pid: number | undefined;
  /** How often it was killed. */
  readonly kills: number;
  /** Process ids of its killed lives. */
  readonly dead: ReadonlySet<number>;
  /** What its lives have said on their error output. */
  said(): string;
  start(): Promise<void>;
  /** SIGKILL, and a new life. Resolves when that one is ready; if one is still starting, it is killed once it is. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
};

export type ProgramOptions = { name: string; script: string; args?: readonly string[]; env: Readonly<Record<string, string>> };

const patienceMs = 150_000;

export function aProgram({ name, script, args = [], env }: ProgramOptions): Program {
  const dead = new Set<number>();
  let child: ChildProcess | undefined;
  let said = "";
  let kills = 0;
  let turn: Promise<void> = Promise.resolve();

  async function launch(): Promise<void> {
    const { PATH = "", HOME = "", TMPDIR } = process.env;
    const started = fork(script, [...args], { env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env }, execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    started.stderr?.setEncoding("utf8").on("data", (text: string) => (said = `${said}${text}`.slice(-8000)));
    child = started;
    await new Promise<void>((ready, fail) => {
      const late = setTimeout(() => fail(new Error(`${name} was not ready within ${patienceMs / 1000} s: ${said}`)), patienceMs);
      started.once("exit", (code, signal) => (clearTimeout(late), fail(new Error(`${name} ended by itself (${signal ?? code}): ${said}`))));
      started.on("message", (message) => {
        if (typeof message !== "object" || message === null || !("ready" in message)) return;
        clearTimeout(late);
        ready();
      });
    });
  }

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.removeAllListeners("exit");
    const waiting = once(child, "exit");
    child.kill(signal);
    await Promise.race([gone, waiting]);
  }

  const inTurn = (work: () => Promise<void>): Promise<void> => (turn = turn.then(work));
  return {
    name,
    dead,
    get pid() {
      return child?.pid;
    },
    get kills() {
      return kills;
    },
    said: () => said,
    start: () => inTurn(launch),
    killAndRestart: () =>
      inTurn(async () => {
        if (child?.pid !== undefined) dead.add(child.pid);
        await end("SIGKILL");
        kills += 1;
        await launch();
      }),
    stop: () => turn.catch(() => undefined).then(() => end("SIGTERM")),
  };
}

/** Ports that nobody uses at this moment, all different: programs that come back must come back at the same place. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1");
    return address.port;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
