import { once } from "node:events";
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Market } from "@xudong/market";
import { afterEach, expect, test } from "vitest";
import { simulatedGateway, type Gateway } from "./gateway.ts";
import { createLog } from "./log.ts";
import { ownOrigins } from "./origin-check.ts";
import { createShopServer, type Answerers, type PageLocals, type RenderPage, type ShopServer } from "./serve.ts";

const running: ShopServer[] = [];
afterEach(async () => {
  for (const shop of running.splice(0)) await shop.stop(0);
});

type Handle = Market["handle"];
const renderNothing: RenderPage = (_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end("page");
/** Only what these tests ask of a market. */
const aMarket = (handle: Handle = async () => undefined) => ({ handle }) as unknown as Market;

async function aShop(told: Partial<Answerers> = {}, lines: string[] = []) {
  const shop = createShopServer(createLog({ write: (line) => void lines.push(line) }));
  running.push(shop);
  shop.server.listen(0, "127.0.0.1");
  await once(shop.server, "listening");
  const { port } = shop.server.address() as AddressInfo;
  const publicUrl = told.publicUrl ?? `http://127.0.0.1:${port}`;
  const gateway: Gateway = simulatedGateway({ host: "127.0.0.1" }, publicUrl, 4322);
  shop.open({
    files: async () => false, market: aMarket(), renderPage: renderNothing, publicUrl, ownOrigins: ownOrigins(publicUrl, port), gateway,
    isDemo: true, isSimulated: true, trustProxy: 0, logsAccess: false, ...told,
  });
  return { shop, port, lines, ask: (path: string, headers: OutgoingHttpHeaders = {}, method = "GET", body?: string | Buffer) => ask(port, path, headers, method, body) };
}

/** A request exactly as told: fetch would mend the path and refuse some headers. */
function ask(port: number, path: string, headers: OutgoingHttpHeaders, method: string, body?: string | Buffer) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((done, fail) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, method, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part)).on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text })).on("error", fail);
    });
    asked.on("error", fail).end(body);
  });
}

/** Bytes as told, for what no HTTP client would send. */
async function send(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (part: string) => (answer += part));
  socket.write(text);
  await once(socket, "close");
  return answer;
}

test("a page carries the policy that lets its forms reach the gateway, and no other site frame it", async () => {
  const { ask, port } = await aShop();
  const { headers } = await ask("/");
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' http://127.0.0.1:4322",
  );
  expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "strict-origin-when-cross-origin" });
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["strict-transport-security"]).toBeUndefined();
  expect((await ask("/", { host: `localhost:${port}` })).headers["content-security-policy"]).toContain("form-action 'self' http://localhost:4322");
  expect((await ask("/", { host: "evil.example" })).headers["content-security-policy"]).toContain("form-action 'self' http://127.0.0.1:4322");
});

test("over https browsers are told to stay there", async () => {
  const { ask } = await aShop({ publicUrl: "https://cho.example", gateway: { apiUrl: "", payUrlFor: () => "https://pay.vnpay.example/vpcpay.html" } });
  const { headers } = await ask("/", { host: "cho.example" });
  expect(headers["strict-transport-security"]).toContain("max-age=31536000");
  expect(headers["content-security-policy"]).toContain("form-action 'self' https://pay.vnpay.example");
});

test("a page's own policy is added to ours and never replaces it", async () => {
  const { ask } = await aShop({ renderPage: (_request, response) => void response.writeHead(200, { "Content-Security-Policy": "img-src 'none'", "Content-Type": "text/html" }).end() });
  const { headers } = await ask("/");
  const policy = headers["content-security-policy"];
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("img-src 'none'");
});

test("pages are handed exactly what they are promised", async () => {
  let handed: PageLocals | undefined;
  const { ask, port } = await aShop({ trustProxy: 1, renderPage: (_request, response, locals) => void ((handed = locals), response.end()) });
  await ask("/", { host: `localhost:${port}`, "x-forwarded-for": "6.6.6.6, 198.51.100.7" });
  expect(handed).toMatchObject({ clientAddress: "198.51.100.7", publicUrl: `http://localhost:${port}`, gatewayOrigin: "http://localhost:4322", isDemo: true, simulatorPayUrl: "http://localhost:4322/paymentv2/vpcpay.html" });
  await ask("/", { host: "evil.example" });
  expect(handed?.publicUrl).toBe(`http://127.0.0.1:${port}`);
});

test("with a real gateway pages get no simulator", async () => {
  let handed: PageLocals | undefined;
  const { ask } = await aShop({ isSimulated: false, renderPage: (_request, response, locals) => void ((handed = locals), response.end()) });
  await ask("/");
  expect(handed).toBeDefined();
  expect("simulatorPayUrl" in (handed ?? {})).toBe(false);
});

test("a form of another site is refused before any page sees it", async () => {
  let rendered = 0;
  const { ask, port } = await aShop({ renderPage: (_request, response) => void (rendered++, response.end()) });
  const refused = await ask("/gio-hang", { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" }, "POST", "a=1");
  expect(refused.status).toBe(403);
  expect(refused.text).toContain("This form was sent from another site");
  expect((await ask("/gio-hang", {}, "POST")).status).toBe(403);
  expect(rendered).toBe(0);
  expect((await ask("/gio-hang", { origin: `http://127.0.0.1:${port}` }, "POST", "a=1")).status).toBe(200);
});

test("the API needs no origin, for it reads no cookies", async () => {
  const { ask } = await aShop({ market: aMarket(async (asked) => Response.json({ method: asked.method, body: await asked.text(), url: asked.url })) });
  const answer = await ask("/api/v1/carts?x=%C3%A0", { origin: "https://app.example" }, "POST", "{}");
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({ method: "POST", body: "{}", url: expect.stringMatching(/\/api\/v1\/carts\?x=%C3%A0$/) });
});

test("the market hears the address we worked out, and hands on what is not its own", async () => {
  const heard: unknown[] = [];
  const { ask } = await aShop({ trustProxy: 1, market: aMarket(async (_asked, peer) => void heard.push(peer)) });
  expect((await ask("/api/unknown", { "x-forwarded-for": "198.51.100.7" })).text).toBe("page");
  expect(heard).toEqual([{ address: "198.51.100.7" }]);
});

test("a body over 256 kB is refused, with or without its length told", async () => {
  const { ask, port } = await aShop({ market: aMarket(async () => new Response("taken")) });
  const large = Buffer.alloc(256 * 1024 + 1, 97);
  const told = await ask("/api/v1/carts", { "content-length": large.length }, "POST", large);
  expect(told.status).toBe(413);
  expect(told.headers["content-type"]).toBe("application/problem+json");
  expect(JSON.parse(told.text)).toMatchObject({ status: 413, code: "request.too_large" });
  expect((await ask("/api/v1/carts", { "transfer-encoding": "chunked" }, "POST", large)).status).toBe(413);
  expect((await ask("/gio-hang", { origin: `http://127.0.0.1:${port}`, "transfer-encoding": "chunked" }, "POST", large)).status).toBe(413);
  expect((await ask("/api/v1/carts", {}, "POST", large.subarray(1))).status).toBe(200);
});

test.each([
  ["/%zz", {}],
  ["//evil.example/", {}],
  ["/a%00b", {}],
  ["/", { host: "evil example" }],
  ["/", { host: "a/b" }],
  ["/", { host: "user@evil.example" }],
  ["/", { host: "127.0.0.1:99999" }],
])("%s with %o is malformed, not a fault of ours", async (path, headers) => {
  const { ask, lines } = await aShop();
  expect((await ask(path, headers)).status).toBe(400);
  expect(lines).toEqual([]);
});

test("what is not HTTP at all gets its number", async () => {
  const { port } = await aShop();
  expect(await send(port, "NONSENSE\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await send(port, "GET / HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await send(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await send(port, "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
});

test("a proxy may send the whole address; only its path counts", async () => {
  const { port } = await aShop();
  expect(await send(port, `GET http://evil.example/x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
});

test("a fault is logged once, without keys, under the reference the person sees", async () => {
  const { ask, lines } = await aShop({ renderPage: () => Promise.reject(new Error("broken")) });
  const answer = await ask("/don-hang/K7MP2QX9?key=verysecret");
  expect(answer.status).toBe(500);
  const reference = /<code>(\w{8})<\/code>/.exec(answer.text)?.[1] ?? "none";
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(reference);
  expect(lines[0]).not.toContain("verysecret");
});

test("a database with no room left is no fault: whoever asked hears when to ask again", async () => {
  const noRoom = new Error("Failed query: select 1", { cause: new Error("timeout exceeded when trying to connect") });
  const answered: (string | number | null | undefined)[] = [];
  const { ask, lines } = await aShop({
    market: aMarket(() => Promise.reject(noRoom)),
    renderPage: async (asked, response, locals) => {
      if (asked.url === "/thrown") throw noRoom;
      const answer = locals.busyAnswer(noRoom);
      answered.push(answer?.status, answer?.headers.get("retry-after"), locals.busyAnswer(new Error("a fault"))?.status);
      response.end(await answer?.text());
    },
  });
  const page = await ask("/thrown");
  expect([page.status, page.headers["retry-after"]]).toEqual([503, "5"]);
  expect(page.text).toContain("very busy");
  expect(page.text).not.toMatch(/http-equiv|Reference/);
  expect((await ask("/")).text).toContain("very busy");
  expect(answered).toEqual([503, "5", undefined]);
  const api = await ask("/api/v1/listings");
  expect([api.status, api.headers["retry-after"], JSON.parse(api.text).code]).toEqual([503, "5", "server.busy"]);
  expect(lines).toHaveLength(3);
  expect(lines.join("\n")).not.toMatch(/ error |select 1/);
});

test("a fault of the API is told as a problem with its reference", async () => {
  const { ask, lines } = await aShop({ market: aMarket(() => Promise.reject(new Error("broken"))) });
  const answer = await ask("/api/v1/listings");
  expect(JSON.parse(answer.text)).toMatchObject({ status: 500, code: "server.failed", reference: expect.stringMatching(/^\w{8}$/) });
  expect(lines).toHaveLength(1);
});

test("an access log names each request, without keys", async () => {
  const { ask, lines } = await aShop({ logsAccess: true });
  await ask("/don-hang/K7MP2QX9?key=verysecret");
  expect(lines.join("\n")).toMatch(/GET \/don-hang\/K7MP2QX9\?key=••• 200 \d+ ms/);
});

test("notices from elsewhere than IPN_ALLOW get VNPAY's own word for it", async () => {
  const { ask, lines } = await aShop({ ipnAllow: ["203.0.113.0/24"], trustProxy: 1, market: aMarket(async () => Response.json({ RspCode: "00" })) });
  const path = "/api/v1/payments/vnpay/ipn?vnp_TxnRef=1";
  expect(JSON.parse((await ask(path, { "x-forwarded-for": "198.51.100.7" })).text)).toMatchObject({ RspCode: "03" });
  expect(lines.join()).toContain("IPN_ALLOW");
  expect(JSON.parse((await ask(path, { "x-forwarded-for": "203.0.113.8" })).text)).toMatchObject({ RspCode: "00" });
});

test("whoever asks before the doors are open hears when to ask again", async () => {
  const shop = createShopServer(createLog({ write: () => undefined }));
  running.push(shop);
  shop.server.listen(0, "127.0.0.1");
  await once(shop.server, "listening");
  const answer = await ask((shop.server.address() as AddressInfo).port, "/", {}, "GET");
  expect(answer.status).toBe(503);
  expect(answer.headers["retry-after"]).toBe("1");
});

test("stopping lets a slow request finish, takes no new one, and then is done", async () => {
  let finish = () => {};
  const begun = Promise.withResolvers<void>();
  const { ask, shop, port } = await aShop({
    renderPage: (_request, response) => {
      response.write("slow ");
      finish = () => void response.end("but whole");
      begun.resolve();
    },
  });
  const slow = ask("/");
  await begun.promise;
  const stopped = shop.stop();
  await expect(ask("/")).rejects.toThrow(/ECONNREFUSED/);
  finish();
  expect((await slow).text).toBe("slow but whole");
  await stopped;
  expect(shop.server.listening).toBe(false);
  await expect(ask("/healthz")).rejects.toThrow(/ECONNREFUSED/);
  expect(port).toBeGreaterThan(0);
});

test("a request that never ends is broken off in the end", async () => {
  const begun = Promise.withResolvers<void>();
  const { ask, shop, lines } = await aShop({ renderPage: (_request, response) => void (response.write("x"), begun.resolve()) });
  const endless = ask("/").catch((error: unknown) => error);
  await begun.promise;
  await shop.stop(20);
  expect(await endless).toBeInstanceOf(Error);
  expect(lines.join()).toContain("broken off");
});
