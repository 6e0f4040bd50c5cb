import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { findPostgres } from "./postgres.ts";

/** A process that starts a server, says which one, and waits to be ended. */
const starter = `
  const { startPostgres } = await import(${JSON.stringify(fileURLToPath(new URL("./postgres.ts", import.meta.url)))});
  const { default: pg } = await import('pg');
  const server = await startPostgres({ durable: false });
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query("select pg_read_file('postmaster.pid') as file");
  console.log(JSON.stringify(rows[0].file.split('\\n').slice(0, 2)));
  setInterval(() => undefined, 1000);`;

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.skipIf("missing" in findPostgres()).each(["SIGINT", "SIGKILL"] as const)(
  "a server ends with the process that started it, even by %s",
  async (signal) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", starter], {
      cwd: fileURLToPath(new URL(".", import.meta.url)),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(child.stdout, "data");
    const [pid = "", data = ""] = JSON.parse(String(said));
    expect(lives(Number(pid))).toBe(true);
    child.kill(signal);
    await vi.waitFor(() => expect(lives(Number(pid))).toBe(false), { timeout: 10_000 });
    await vi.waitFor(() => expect(existsSync(String(data))).toBe(false), { timeout: 10_000 });
  },
);
