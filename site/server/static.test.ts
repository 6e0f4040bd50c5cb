import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accepted } from "./compressed.ts";
import { staticFiles } from "./static.ts";

const css = "body { color: #1b2a41 }\n".repeat(200);
let port = 0;
const server = createServer();

beforeAll(async () => {
  const outer = mkdtempSync(join(tmpdir(), "xudong-static-"));
  const folder = join(outer, "client");
  mkdirSync(join(folder, "_astro"), { recursive: true });
  mkdirSync(join(folder, "about"));
  writeFileSync(join(outer, "secret.txt"), "secret");
  writeFileSync(join(folder, ".env"), "secret");
  writeFileSync(join(folder, "_astro/base.A1b2.css"), css);
  writeFileSync(join(folder, "about/index.html"), "<!doctype html>");
  writeFileSync(join(folder, "vải thiều.txt"), "vải");
  writeFileSync(join(folder, "photo.webp"), Buffer.alloc(5000));
  if (process.platform !== "win32") symlinkSync(join(outer, "secret.txt"), join(folder, "link.txt"));
  const files = await staticFiles(folder);
  server.on("request", (asked, response) => {
    void files(asked, response, (asked.url ?? "").replace(/\?.*/, "")).then((found) => found || response.writeHead(404).end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

/** A request as it stands, without fetch tidying its path or unpacking its answer. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }>((done, fail) => {
    request({ host: "127.0.0.1", port, path, headers, method, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part)).on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on("error", fail).end();
  });
}

test("a file with a hash in its name is kept for ever", async () => {
  const answer = await ask("/_astro/base.A1b2.css");
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({ "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=31536000, immutable", "content-length": String(css.length), vary: "Accept-Encoding" });
  expect(answer.body.toString()).toBe(css);
});

test("other files are asked for again, and need not be sent again", async () => {
  const first = await ask("/photo.webp");
  expect(first.headers).toMatchObject({ "cache-control": "no-cache", "content-type": "image/webp" });
  const second = await ask("/photo.webp", { "if-none-match": String(first.headers["etag"]) });
  expect(second).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

test("text is sent compressed, as the client wishes, and each spelling has its own tag", async () => {
  const br = await ask("/_astro/base.A1b2.css", { "accept-encoding": "gzip, deflate, br" });
  const gzip = await ask("/_astro/base.A1b2.css", { "accept-encoding": "gzip, br;q=0" });
  expect(br.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(br.body).toString()).toBe(css);
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzip.body).toString()).toBe(css);
  expect(br.headers["etag"]).not.toBe(gzip.headers["etag"]);
});

test("pictures are not compressed twice", async () => {
  const answer = await ask("/photo.webp", { "accept-encoding": "br" });
  expect(answer.headers["content-encoding"]).toBeUndefined();
});

test("HEAD gets the headers alone", async () => {
  const answer = await ask("/_astro/base.A1b2.css", {}, "HEAD");
  expect(answer).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  expect(answer.headers["content-length"]).toBe(String(css.length));
});

test("a folder answers with its page, a Vietnamese name by its encoded path", async () => {
  expect((await ask("/about")).headers["content-type"]).toBe("text/html; charset=utf-8");
  expect((await ask("/about/")).status).toBe(200);
  expect((await ask(`/${encodeURIComponent("vải thiều.txt")}`)).body.toString()).toBe("vải");
});

test.each(["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/_astro/../../secret.txt", "/_astro/%2e%2e%2f%2e%2e%2fsecret.txt", "/..%5csecret.txt", "/.env", "/%2eenv", "/link.txt", "/_astro", "/_astro/", "/"])("%s leads nowhere", async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test("writing to a file is not answered here", async () => {
  expect((await ask("/photo.webp", {}, "POST")).status).toBe(404);
});

test.each([
  ["br;q=1.0, gzip;q=0.8", "br"],
  ["gzip", "gzip"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["identity", "identity"],
  [undefined, "identity"],
])("%s is answered in %s", (header, encoding) => {
  expect(accepted(header)).toBe(encoding);
});
