import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { flags, readWish } from "./settings.ts";
import { startSimulator } from "./simulator.ts";

const program = fileURLToPath(new URL("main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "vnpay-simulator-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return ended(spawn(process.execPath, [program, ...args], { env: { PATH: process.env["PATH"] } }));
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk) => (out += String(chunk)));
  child.stderr?.on("data", (chunk) => (err += String(chunk)));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err };
}

describe("the program", () => {
  it("tells its parent when it listens, and goes when the parent goes", async () => {
    const child = fork(program, ["--port", "0", "--secret", "BIMAT", "--quiet"], { stdio: ["ignore", "pipe", "pipe", "ipc"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += String(chunk)));
    const gone = once(child, "exit");
    const [message] = (await once(child, "message")) as [{ ready: boolean; port: number; url: string }];
    expect(message).toEqual({ ready: true, port: expect.any(Number), url: `http://127.0.0.1:${message.port}` });
    expect((await fetch(`${message.url}/control/clock`)).status).toBe(200);
    child.disconnect();
    expect(await gone).toEqual([0, null]);
    expect(said).toBe("");
  });

  it.each(["SIGTERM", "SIGINT"] as const)("stops on %s without a word of complaint", async (signal) => {
    const child = fork(program, ["--port", "0", "--secret", "BIMAT", "--file", join(folder, `${signal}.sqlite`)], { stdio: ["ignore", "pipe", "pipe", "ipc"] });
    const done = ended(child);
    await once(child, "message");
    child.kill(signal);
    const { code, out, err } = await done;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("no real money");
  });

  it("says a missing secret, a taken port or a file it cannot keep in one sentence with the cure", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const [secret, busy, file] = await Promise.all([
      run(), run("--secret", "x", "--port", String(port)), run("--secret", "x", "--port", "0", "--file", join(folder, "none", "x.sqlite")),
    ]);
    taken.close();
    expect(secret).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/^A secret is missing\. Start with --secret .*\n$/) });
    expect(busy).toMatchObject({ code: 1, err: expect.stringMatching(/^Port \d+ is taken\. .*choose another with --port\.\n$/) });
    expect(file).toMatchObject({ code: 1, err: expect.stringMatching(/^Cannot keep books in .*\n$/) });
  });

  it("helps and tells its version", async () => {
    const [help, version] = await Promise.all([run("--help"), run("--version")]);
    expect(help).toMatchObject({ code: 0, err: "" });
    expect([...new Set([...help.out.matchAll(/--([a-z]+)/g)].map(([, name]) => name))].toSorted()).toEqual(Object.keys(flags).toSorted());
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("settings", () => {
  const options = (args: string[], environment = {}) => {
    const wish = readWish(args, environment);
    return wish.kind === "start" ? wish.options : undefined;
  };

  it("come from flags first, then from the environment, then from the defaults", () => {
    const environment = { VNPAY_SIMULATOR_SECRET: "ENV", VNPAY_SIMULATOR_PORT: "5000", VNPAY_SIMULATOR_MERCHANT: "" };
    expect(options(["--secret", "FLAG"], environment)).toMatchObject({ port: 5000, terminals: [{ tmnCode: "XUDONG01", secret: "FLAG" }] });
    expect(options([], environment)?.terminals[0]).toEqual({ tmnCode: "XUDONG01", secret: "ENV", ipnUrl: undefined, merchantName: undefined });
  });

  it("name several terminals in a file", () => {
    const file = join(folder, "config.json");
    writeFileSync(file, '{"terminals":[{"tmnCode":"AAAA0001","secret":"a","ipnUrl":"http://a.example/ipn"},{"tmnCode":"BBBB0002","secret":"b","state":"unapproved"}]}');
    expect(options(["--config", file])?.terminals).toMatchObject([{ tmnCode: "AAAA0001", ipnUrl: "http://a.example/ipn" }, { tmnCode: "BBBB0002", state: "unapproved" }]);
  });

  it.each([["{", "Cannot use"], ["{}", "no list of terminals"], ['{"terminals":[{"tmnCode":1}]}', "tmnCode must be text"], ['{"terminals":[{"state":"shut"}]}', "open, locked, unapproved"]])("refuse the file %s", (text, words) => {
    const file = join(folder, "wrong.json");
    writeFileSync(file, text);
    expect(() => options(["--config", file])).toThrow(words);
  });

  it.each([[["--port", "99999"], "whole number"], [["--port", "-1"], "--help"], [["extra"], "--help"]])("refuse %j", (args, words) => {
    expect(() => options(["--secret", "x", ...args])).toThrow(words);
  });

  it.each([
    [{ tmnCode: "SHORT", secret: "x" }, "exactly 8"], [{ tmnCode: "XUDONG01", secret: "" }, "no secret"],
    [{ tmnCode: "XUDONG01", secret: "x", ipnUrl: "shop/ipn" }, "http:// or https://"],
  ])("refuse the terminal %j", async (terminal, words) => {
    await expect(startSimulator({ port: 0, terminals: [terminal] })).rejects.toThrow(words);
  });

  it("refuse a file that is no SQLite", async () => {
    const file = join(folder, "text.sqlite");
    writeFileSync(file, "this is not a database, however long one may look at it. ".repeat(40));
    await expect(startSimulator({ port: 0, file, terminals: [{ tmnCode: "XUDONG01", secret: "x" }] })).rejects.toThrow("Cannot keep books");
  });
});
