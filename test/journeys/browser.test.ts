import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeBrowser, needsBrowser, staysHere, withPage } from "./browser.ts";
import { violationsOn } from "./look.ts";

const pages: Record<string, { status?: number; headers?: Record<string, string>; body: string }> = {
  "/": { body: "<h1>Rươi</h1><script>document.querySelector('h1').textContent += ' ' + innerWidth</script>" },
  "/unreadable": { body: "<!doctype html><html lang=vi><title>Rươi</title><main><h1>Rươi</h1><p style='color:#ccc;background:#fff'>nhạt</p><img src='data:,'></main>" },
  "/framed": { body: "<iframe title=x srcdoc=x></iframe>" },
  "/gone": { status: 404, body: "<h1>Không có trang này</h1>" },
  "/throws": { body: "<script>throw new Error('broken on purpose')</script>" },
  "/refused": { headers: { "content-security-policy": "script-src 'none'" }, body: "<script>1</script>" },
  "/foreign": { body: "<img src='http://shop.example/pixel.gif'>" },
  "/foreign-by-number": { body: "<img src='http://192.0.2.1/pixel.gif'>" },
  "/sent-away": { status: 302, headers: { location: "http://shop.example/" }, body: "" },
};

describe("a journey's browser", () => {
  let server: Server;
  let home: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { status = 200, headers = {}, body } = pages[request.url ?? "/"] ?? { status: 204, body: "" };
      response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await closeBrowser();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(needsBrowser);

  const visit = (path: string) => withPage({}, async (page) => void (await page.goto(home + path)));

  test("shows a page at the width asked for", async () => {
    await withPage({ width: 390 }, async (page) => {
      await page.goto(home);
      expect(await page.textContent("h1")).toBe("Rươi 390");
    });
  });

  test("does without scripts when asked", async () => {
    await withPage({ javaScript: false }, async (page) => {
      await page.goto(home);
      expect(await page.textContent("h1")).toBe("Rươi");
    });
  });

  test("hears a page out, and refuses one whose frames it would not hear", async () => {
    await withPage({}, async (page) => {
      await page.goto(`${home}/unreadable`);
      expect(await violationsOn(page)).toEqual(["color-contrast: p", "image-alt: img"]);
      await page.goto(`${home}/framed`);
      await expect(violationsOn(page)).rejects.toThrow("would not see into a frame");
    });
  });

  test("accepts a page that answers 404 on purpose", () => visit("/gone"));

  test.each([
    ["an uncaught error", "/throws", /broken on purpose/],
    ["something the policy refused", "/refused", /Content Security Policy/],
    ["a picture from elsewhere", "/foreign", /left this machine: GET http:\/\/shop\.example\/pixel\.gif/],
    ["a picture from an address without a name", "/foreign-by-number", /ERR_NAME_NOT_RESOLVED[\s\S]*left this machine: GET http:\/\/192\.0\.2\.1/],
    ["a redirect to elsewhere", "/sent-away", /ERR_NAME_NOT_RESOLVED/],
  ])("fails on %s", async (_, path, words) => {
    await expect(visit(path)).rejects.toThrow(words);
  });

  test("lets a story expect a complaint", async () => {
    await withPage({ expected: [/broken on purpose/] }, async (page) => void (await page.goto(`${home}/throws`)));
  });
});

test.each([
  ["http://127.0.0.1:4321/", true],
  ["http://localhost:4322/pay", true],
  ["http://[::1]/", true],
  ["data:text/html,x", true],
  ["http://127.0.0.1.example.org/", false],
  ["https://localhost.example.org/", false],
  ["ws://192.0.2.1/", false],
])("%s stays on this machine: %s", (address, stays) => {
  expect(staysHere(address)).toBe(stays);
});
