import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findUnits } from "@xudong/catalog";
import { migrate, openStore } from "@xudong/database";
import { expect, test } from "vitest";
import { root } from "../root.ts";

const folder = mkdtempSync(join(tmpdir(), "xudong-import-"));
const databaseUrl = `file:${join(folder, "x.sqlite")}`;

async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join(root, "site/server/xudong.ts"), "import", ...args], { cwd: folder, env: { PATH, HOME, XUDONG_MODE: "test", DATABASE_URL: databaseUrl }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = await once(child, "close");
  return { code: code as number | null, said };
}

test("a market without samples gets its areas by one command, and nothing twice; a file that is none is named", { timeout: 90_000 }, async () => {
  const store = await openStore(databaseUrl);
  try {
    await migrate(store);
    expect(await run("areas")).toMatchObject({ code: 0, said: expect.stringMatching(/✔ \d{5} rows of areas written, 0 units closed/) });
    expect((await findUnits(store.read, "xã Nhật Tân, huyện Gia Lộc, Hải Dương")).length + (await findUnits(store.read, "Phường Hải Dương")).length).toBeGreaterThan(0);
    expect(await run("areas")).toMatchObject({ code: 0, said: expect.stringContaining("✔ the areas are up to date") });
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{");
    expect(await run("areas", broken)).toMatchObject({ code: 1, said: expect.stringContaining("broken.json could not be read") });
    expect(await run("everything")).toMatchObject({ code: 2 });
  } finally {
    await store.close();
  }
});
