/**
 * Runs PostgreSQL for as long as whoever started this process lives.
 *
 * A server started directly would outlive a test run that is killed. This process holds nothing but a pipe: when the
 * pipe closes, for whatever reason, the server is stopped and its folder removed if it was a passing one.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

export interface Keeping {
  binary: string;
  args: string[];
  cwd: string;
  user: { uid: number; gid: number } | Record<string, never>;
  /** `SIGINT` lets the server finish its books, `SIGQUIT` drops them. */
  stopWith: "SIGINT" | "SIGQUIT";
  remove?: string;
}

if (import.meta.main) {
  const { binary, args, cwd, user, stopWith, remove }: Keeping = JSON.parse(process.argv[2] ?? "{}");
  const server = spawn(binary, args, { cwd, stdio: ["ignore", "ignore", "inherit"], ...user });
  const stop = () => server.kill(stopWith);
  // Ctrl-C reaches the whole group of processes; our pipe closes next, and that is the one way out.
  for (const signal of ["SIGINT", "SIGHUP", "SIGTERM"] as const) process.on(signal, stop);
  process.stdin.resume().on("end", stop).on("error", stop);
  server.on("error", (error) => {
    console.error(String(error));
    process.exitCode = 1;
  });
  server.on("close", (code) => {
    if (remove) rmSync(remove, { recursive: true, force: true, maxRetries: 5 });
    process.exit(code ?? 1);
  });
}
