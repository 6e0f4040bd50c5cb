import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./root.ts";

/** A command as a person runs it, in an empty folder. */
async function run(script: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const cwd = mkdtempSync(join(tmpdir(), "xudong-run-"));
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join(root, "site/server", script), ...args], { cwd, env: { PATH, HOME, ...env } });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err, left: readdirSync(cwd) };
}

test("every command tells what it does", async () => {
  for (const [script, name] of [["start.ts", "npm start"], ["dev.ts", "npm run dev"], ["xudong.ts", "npm run xudong"]] as const) {
    const { code, out } = await run(script, ["--help"]);
    expect(out).toContain(name);
    expect(code).toBe(0);
  }
});

test("a busy port ends the start with one sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { code, err } = await run("start.ts", [], { PORT: String(port), XUDONG_MODE: "test" });
  other.close();
  expect(code).toBe(1);
  expect(err.trim().split("\n")).toEqual([expect.stringMatching(new RegExp(`^✘ 2/5 Port ${port} is taken: .*PORT=`))]);
});

test("wrong settings are told all at once, and nothing is written", async () => {
  const { code, err, left } = await run("start.ts", [], { PORT: "x", TRUST_PROXY: "y" });
  expect(code).toBe(1);
  expect(err).toContain("PORT is");
  expect(err).toContain("TRUST_PROXY is");
  expect(err).not.toContain("    at ");
  expect(left).toEqual([]);
});

test("a production start names what it misses", async () => {
  const { code, err } = await run("start.ts", [], { XUDONG_MODE: "production" });
  expect(code).toBe(1);
  expect(err).toContain("8 settings are wrong");
});

test("a word npm start does not know is told", async () => {
  expect(await run("start.ts", ["--port=1"])).toMatchObject({ code: 2, err: expect.stringContaining("--port=1") });
});

test("an unknown command is answered by the list of known ones", async () => {
  const { code, err } = await run("xudong.ts", ["heal"]);
  expect(code).toBe(2);
  expect(err).toContain('There is no command "heal"');
  for (const name of ["doctor", "migrate", "order"]) expect(err).toContain(`  ${name}`);
});

test("each command explains itself", async () => {
  for (const name of ["doctor", "migrate", "order"]) {
    const { code, out } = await run("xudong.ts", [name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`npm run xudong -- ${name}`);
  }
});

test("an order's code with a slip is noticed before anything is asked", async () => {
  expect(await run("xudong.ts", ["order", "K7MP-2QX8"])).toMatchObject({ code: 1, err: expect.stringContaining("is not an order code"), left: [] });
});

test("looking writes nothing: a doctor without a market says how to get one", async () => {
  const { code, out, left } = await run("xudong.ts", ["doctor"]);
  expect(code).toBe(1);
  expect(out).toContain("✔ settings: demo");
  expect(out).toContain("✘ database: there is none at");
  expect(left).toEqual([]);
});

test("migrating twice changes nothing the second time", async () => {
  const folder = mkdtempSync(join(tmpdir(), "xudong-migrate-"));
  const env = { DATABASE_URL: `file:${join(folder, "x.sqlite")}`, XUDONG_MODE: "test" };
  expect((await run("xudong.ts", ["migrate"], env)).out).toMatch(/brought up to date in \d+ step/);
  expect((await run("xudong.ts", ["migrate"], env)).out).toContain("is up to date");
});
