import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The package as a stranger has it: compiled, below node_modules in a folder that holds nothing else.
const here = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "vnpay-simulator-packed-"));
const program = join(folder, "node_modules/.bin/vnpay-simulator");
const main = join(folder, "node_modules/@xudong/vnpay-simulator/dist/main.js");
afterAll(() => rmSync(folder, { recursive: true }));

const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8")) as { version: string; dependencies: object; bin: Record<string, string>; exports: string };
const built = (path: string): string => path.replace("./src/", "./dist/").replace(/\.ts$/, ".js");

beforeAll(() => {
  const own = join(folder, "node_modules/@xudong/vnpay-simulator");
  mkdirSync(join(own, "dist"), { recursive: true });
  mkdirSync(join(folder, "node_modules/.bin"));
  for (const name of readdirSync(join(here, "src")).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))) {
    const { outputText } = ts.transpileModule(readFileSync(join(here, "src", name), "utf8"), {
      fileName: name,
      compilerOptions: { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true },
    });
    writeFileSync(join(own, "dist", name.replace(/\.ts$/, ".js")), outputText, { mode: 0o755 });
  }
  const bin = built(manifest.bin["vnpay-simulator"] ?? "");
  writeFileSync(join(own, "package.json"), JSON.stringify({ ...manifest, exports: built(manifest.exports), bin }));
  cpSync(join(here, "README.md"), join(own, "README.md"));
  if (process.platform !== "win32") symlinkSync(main, program);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
});

/** A bare environment: this Node first in the PATH, as the program's first line asks for `node`. */
const env = { PATH: [dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter) };

describe("the packed package", () => {
  it("has no dependency to bring along", () => {
    expect(manifest.dependencies).toEqual({});
    const imports = readdirSync(join(here, "src")).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .flatMap((name) => [...readFileSync(join(here, "src", name), "utf8").matchAll(/^(?:import|export) [^;]*from "([^"]+)"/gm)].map((match) => match[1] ?? ""));
    expect(imports.filter((from) => !from.startsWith("./") && !from.startsWith("node:"))).toEqual([]);
  });

  it.skipIf(process.platform === "win32")("runs by its name, and says what it is", async () => {
    expect((await promisify(execFile)(program, ["--version"], { cwd: folder, env })).stdout.trim()).toBe(manifest.version);
    expect((await promisify(execFile)(program, ["--help"], { cwd: folder, env })).stdout).toContain("no network");
  });

  it("serves, without a word of complaint", async () => {
    const child = spawn(process.execPath, [main, "--secret", "BIMAT", "--port", "0"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let complaints = "";
    child.stderr.on("data", (chunk) => (complaints += String(chunk)));
    const [greeting] = (await once(child.stdout, "data")) as [Buffer];
    const control = /control\s+(\S+)/.exec(String(greeting))?.[1] ?? "";
    expect((await fetch(control)).status).toBe(200);
    expect((await fetch(new URL("/assets/simulator.css", control))).headers.get("content-type")).toContain("text/css");
    child.kill("SIGTERM");
    await once(child, "close");
    expect(complaints).toBe("");
  });

  it("is imported by its name", async () => {
    writeFileSync(join(folder, "shop.test.js"), `
      import { startSimulator, testCards, outcomes } from "@xudong/vnpay-simulator";
      const simulator = await startSimulator({ port: 0, terminals: [{ tmnCode: "DEMOSHOP", secret: "BIMAT" }] });
      const { status } = await fetch(simulator.payUrl, { redirect: "manual" });
      await simulator.close();
      console.log(status, testCards.length, outcomes.success.responseCode);`);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["shop.test.js"], { cwd: folder, env });
    expect([stdout, stderr]).toEqual(["302 14 00\n", ""]);
  });
});
