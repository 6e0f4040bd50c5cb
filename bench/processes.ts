import { fork, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A process that has told that it is ready. It ends when it is disconnected from. */
export type Started<Told> = { child: ChildProcess; told: Told; stop(): Promise<void> };

/** Runs a script of this folder in a process of its own, and waits until it tells that it is ready. */
export async function start<Told>(script: string, args: string[], env: Record<string, string> = {}): Promise<Started<Told>> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, { env: { ...process.env, ...env } });
  const told = await new Promise<Told>((resolve, reject) => {
    child.once("message", (message) => resolve(message as Told));
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
  });
  const stop = async () => {
    const exited = new Promise((resolve) => child.once("exit", resolve));
    child.disconnect();
    await exited;
  };
  return { child, told, stop };
}

/** A bare node:http server that answers everything with the bytes an address answers with. */
export async function startRaw(url: string, folder: string): Promise<Started<{ port: number }> & { url: string }> {
  const file = join(folder, "bytes");
  const answer = await fetch(url);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const server = await start<{ port: number }>("raw-server.ts", [file, "0", answer.headers.get("content-type") ?? ""]);
  return { ...server, url: `http://127.0.0.1:${server.told.port}/` };
}
