// What the commands in this folder share: run a program, say how long it took, find what is not there.
import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The tools of node_modules, our Node among them, come first even where npm did not start us. */
export const toolEnv: NodeJS.ProcessEnv = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: "1",
  PATH: [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter),
};

export type Ended = { readonly code: number; readonly said: string };

/** Runs a script of node_modules on this Node to its end, and keeps what it says for whoever needs to show it. */
export function runQuietly(script: string, args: readonly string[], env = toolEnv): Promise<Ended> {
  return new Promise((done, fail) => {
    const said: Buffer[] = [];
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (part: Buffer) => said.push(part));
    child.stderr.on("data", (part: Buffer) => said.push(part));
    child.on("error", fail).on("close", (code, signal) => done({ code: code ?? 1, said: Buffer.concat(said).toString() + (signal ? `\nended by ${signal}` : "") }));
  });
}

/** The same, with the words shown as they come. */
export function runAloud(script: string, args: readonly string[], env = toolEnv): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", fail).on("close", (code) => done(code ?? 1));
  });
}

/** One ticked or crossed line with its seconds; the words of what failed stand above it. */
export function report(ok: boolean, what: string, began: number, said = ""): void {
  if (!ok && said.trim()) console.log(said.trim());
  console.log(`${ok ? "✔" : "✘"} ${what} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}
