import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A real server for tests: the one MEILI_URL names, or one of our own from a `meilisearch` on the PATH. */
export type RealMeilisearch = { url: string; key: string | undefined; close(): Promise<void> };

export const whyNoMeilisearch = "not tried on a live Meilisearch: set MEILI_URL (and MEILI_KEY), or put a meilisearch on the PATH";

/** Undefined where there is none; that is said, and never fails. */
export async function realMeilisearch(): Promise<RealMeilisearch | undefined> {
  const { MEILI_URL: url, MEILI_KEY: key } = process.env;
  if (url !== undefined && url !== "") return { url, key, close: async () => undefined };
  const program = onPath("meilisearch");
  return program === undefined ? undefined : start(program);
}

async function start(program: string): Promise<RealMeilisearch> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-meilisearch-"));
  const port = await freePort();
  const key = "a key for tests alone";
  const args = ["--db-path", join(folder, "data"), "--dump-dir", join(folder, "dumps"), "--snapshot-dir", join(folder, "snapshots"), "--http-addr", `127.0.0.1:${port}`, "--no-analytics", "--log-level", "ERROR"];
  const server = spawn(program, args, { cwd: folder, env: { PATH: process.env["PATH"], MEILI_MASTER_KEY: key, MEILI_ENV: "development" }, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const until = Date.now() + 20_000;
  while (!(await isWell(url))) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`${program} did not begin to answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url, key,
    async close() {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isWell = (url: string) => fetch(`${url}/health`).then((answer) => answer.ok, () => false);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens, and not on a pipe
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function onPath(name: string): string | undefined {
  return (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
