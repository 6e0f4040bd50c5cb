import { fork, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { get } from "node:http";
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
  const { bytes, type } = await asSent(url);
  writeFileSync(file, bytes);
  const server = await start<{ port: number }>("raw-server.ts", [file, "0", type]);
  return { ...server, url: `http://127.0.0.1:${server.told.port}/` };
}

/** What goes over the line to whoever takes gzip: `fetch` would unpack it. */
function asSent(url: string): Promise<{ bytes: Buffer; type: string }> {
  return new Promise((done, fail) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part)).on("end", () => done({ bytes: Buffer.concat(parts), type: answer.headers["content-type"] ?? "" })).on("error", fail);
    }).on("error", fail);
  });
}

/** The processor time a process has used so far, in ms: where neighbours disturb a machine, the only fair clock. */
export async function processorMs({ child }: Pick<Started<unknown>, "child">): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  child.once("message", (message) => resolve(Number(message)));
  child.send("processor");
  return promise;
}
