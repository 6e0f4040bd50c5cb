import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openStore, type Store } from "@xudong/database";
import { isAllowed } from "@xudong/domain";
import { aMarket, testTicketKey } from "@xudong/market/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../root.ts";

const folder = mkdtempSync(join(tmpdir(), "xudong-admin-"));
const env = {
  XUDONG_MODE: "test", DATABASE_URL: `file:${join(folder, "x.sqlite")}`, PUBLIC_URL: "http://shop.test", APP_SECRET: randomBytes(32).toString("base64"),
  TICKET_SIGNING_KEY: testTicketKey.privateKeyPem, VNPAY_HASH_SECRET: "test-hash-secret",
};
let store: Store;
let market: Awaited<ReturnType<typeof aMarket>>["market"];
beforeAll(async () => {
  store = await openStore(env.DATABASE_URL);
  await migrate(store);
  ({ market } = await aMarket(store, new Date()));
});
afterAll(() => store.close());

async function createAdmin(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join(root, "site/server/xudong.ts"), "create-admin", ...args], { cwd: folder, env: { PATH, HOME, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  const [code] = await once(child, "close");
  return { code: code as number | null, ...said };
}
const origin = { clientAddress: "203.0.113.1", userAgent: "" };

test("the first administrator gets a link that opens once, and no password that anybody else knows", { timeout: 90_000 }, async () => {
  const { code, out } = await createAdmin("0912 345 678", "--name", "Nguyễn Thị Hạnh");
  expect([code, out]).toEqual([0, expect.stringContaining("✔ 0912 345 678 has an account and is an administrator.")]);
  const [, token = ""] = /http:\/\/shop\.test\/dang-nhap\/mat-khau-moi\?token=(\S+)/.exec(out) ?? [];
  const { token: session } = await market.people.recover(token, "cây ổi sau nhà", origin);
  const who = await market.people.session(session);
  expect([who?.person.name, isAllowed(who?.actor ?? { id: "", grants: [] }, "role.grant", "*")]).toEqual(["Nguyễn Thị Hạnh", true]);
  await expect(market.people.recover(token, "cây ổi sau nhà", origin)).rejects.toMatchObject({ code: "person.link_spent" });

  const again = await createAdmin("+84912345678", "--link");
  expect([again.code, again.out]).toEqual([0, expect.stringMatching(/had an account, and is an administrator\.[^]*token=/)]);
  expect(await market.people.signIn({ contact: "0912345678", password: "cây ổi sau nhà" }, origin)).toHaveProperty("token");
  expect(who?.roles).toHaveLength(1);
});

test("what cannot be understood is refused in a sentence, and writes nothing", { timeout: 90_000 }, async () => {
  expect(await createAdmin()).toMatchObject({ code: 2, err: expect.stringContaining("Say who") });
  expect(await createAdmin("0912", "--name", "Hạnh")).toMatchObject({ code: 1, err: expect.stringContaining("neither a telephone number nor an e-mail") });
  expect(await createAdmin("lan@example.com")).toMatchObject({ code: 1, err: expect.stringContaining("--name is missing") });
  expect(await createAdmin("lan@example.com", "Lan")).toMatchObject({ code: 2, err: expect.stringContaining("is too much") });
});
