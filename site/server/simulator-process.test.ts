import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLog } from "./log.ts";
import { startSimulator, type SimulatorOptions } from "./simulator-process.ts";

const folder = mkdtempSync(join(tmpdir(), "xudong-simulator-"));
const options: SimulatorOptions = { host: "127.0.0.1", port: 0, file: join(folder, "books.sqlite"), tmnCode: "XUDONG01", secret: "a-secret-nobody-sees", ipnUrl: "http://127.0.0.1:1/ipn", name: "Chợ" };

/** A stand-in for the simulator's program. */
function aProgram(source: string): string {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, source);
  return file;
}

test("one that dies while serving is started again at the same port, and told the time again", async () => {
  const restarted = Promise.withResolvers<void>();
  const told: string[] = [];
  // Dies on its first request to do so; the second life finds the marker of the first.
  const main = aProgram(`
    import { createServer } from "node:http";
    const port = Number(process.argv[process.argv.indexOf("--port") + 1]);
    const server = createServer((request, response) => {
      if (request.url === "/die") process.exit(7);
      let body = "";
      request.on("data", (part) => (body += part)).on("end", () => { lastBody = body || lastBody; response.end(lastBody); });
    });
    let lastBody = "";
    server.listen(port, "127.0.0.1", () => process.send({ ready: true, port: server.address().port }));
    process.once("disconnect", () => process.exit(0));
  `);
  const log = createLog({ write: (line) => void told.push(line) });
  const simulator = await startSimulator(options, log, main);
  const { port } = simulator;
  await simulator.setClock(5000);
  await fetch(`${simulator.url}/die`).catch(() => undefined);
  const waiting = setInterval(() => {
    fetch(`${simulator.url}/`).then(async (answer) => (await answer.text()).includes("5000") && restarted.resolve()).catch(() => undefined);
  }, 25);
  await restarted.promise;
  clearInterval(waiting);
  expect(simulator.port).toBe(port);
  expect(told.join()).toContain("The payment simulator ended (exit 7); it starts again in 0.25 s.");
  await simulator.stop();
  await expect(fetch(simulator.url)).rejects.toThrow();
});

test("one that cannot start says why in its last line", async () => {
  const main = aProgram(`console.error("Cannot keep books here."); process.exit(1);`);
  await expect(startSimulator(options, createLog(), main)).rejects.toThrow(/did not start with its books in .*: Cannot keep books here\.$/);
});

test("its secret is not among its arguments, and ours are not in its environment", async () => {
  process.env["APP_SECRET"] = "ours-alone";
  const main = aProgram(`process.send({ ready: true, port: 1, args: process.argv }); process.once("disconnect", () => process.exit(0));
    if (process.argv.join().includes("a-secret-nobody-sees") || process.env.APP_SECRET || process.env.VNPAY_SIMULATOR_SECRET !== "a-secret-nobody-sees") { console.error("leaked"); process.exit(1); }`);
  const simulator = await startSimulator(options, createLog(), main);
  delete process.env["APP_SECRET"];
  await simulator.stop();
});
