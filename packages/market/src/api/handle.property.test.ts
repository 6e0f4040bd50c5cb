// The law: whatever is sent, the API answers below 500 with JSON or the calendar asked for, and only what the verbs threw can be worse.
// 1. any method, path, query, headers and body
// 2. near misses: real routes with one thing replaced by anything
// 3. any refusal a verb may throw, with any details
import fc from "fast-check";
import { expect, test } from "vitest";
import { DomainError, errorCodes } from "@xudong/domain";
import type { Market } from "../contract.ts";
import { problemStatus } from "../problems.ts";
import { handleApi } from "./handle.ts";
import { routes } from "./routes.ts";
import { aMarket, keys, theCode } from "./testing/fake-market.ts";

const report = (reference: string, error: unknown): never => {
  throw new Error(`A fault: ${reference}`, { cause: error });
};

async function answers(path: string, init: RequestInit, market: Market = aMarket()) {
  const url = URL.parse(path, "http://market.example");
  if (url === null || url.host !== "market.example") return;
  const response = await handleApi(market, new Request(url, init), { address: "203.0.113.7" }, { report });
  if (response === undefined) {
    expect(url.pathname).not.toMatch(/^\/api\//);
    return;
  }
  expect(response.status).toBeLessThan(500);
  const text = await response.text();
  if (text === "") {
    expect(init.method === "HEAD" || [301, 304].includes(response.status)).toBe(true);
    return;
  }
  const isProblem = response.status >= 400;
  if (!isProblem && url.pathname.endsWith(".ics")) {
    expect([response.headers.get("content-type"), text.split("\r\n")[0]]).toEqual(["text/calendar; charset=utf-8", "BEGIN:VCALENDAR"]);
    return;
  }
  expect(response.headers.get("content-type")).toBe(`application/${isProblem ? "problem+" : ""}json; charset=utf-8`);
  const json: unknown = JSON.parse(text);
  if (isProblem) expect(json).toMatchObject({ status: response.status, title: expect.any(String), detail: expect.any(String), code: expect.any(String) });
}

/** A route by its name, so that a failure can be read. */
const anyRoute = fc.constantFrom(...routes.map(({ name }) => name));
const routeCalled = (name: string) => routes.find((route) => route.name === name) ?? expect.fail();

const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.constantFrom("", "\0", "%00", "%", "..", "__proto__", "constructor", "toString", theCode, "cart1", "a".repeat(5000)));
const headerValue = fc.oneof(fc.string().map((value) => value.replace(/[^\x20-\x7e]/g, "")), fc.constantFrom(...Object.values(keys), "application/json", "text/html"));
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const body = fc.option(fc.oneof(fc.json(), text, fc.uint8Array().map((bytes) => new Blob([bytes])), fc.anything().map((value) => JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each)) ?? "")), { nil: undefined });
const requestOf = (method: string, headers: Record<string, string>, sent: BodyInit | undefined): RequestInit => ({
  method,
  headers,
  ...(sent === undefined || method === "GET" || method === "HEAD" ? {} : { body: sent }),
});

test("anything at all", async () => {
  const path = fc.oneof(fc.webPath(), text.map((part) => `/api/v1/${part}`), fc.array(text, { maxLength: 4 }).map((parts) => `/api/v1/${parts.join("/")}`), fc.constantFrom("/healthz", "/readyz", "/api/", "/api"));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...methods), path, text, fc.dictionary(fc.constantFrom(...Object.keys(keys), "Content-Type", "If-None-Match", "Content-Length-X"), headerValue), body, (method, address, query, headers, sent) =>
      answers(`${address}?${query}`, requestOf(method, headers, sent)),
    ),
    { numRuns: 1500 },
  );
});

test("near misses of real requests", async () => {
  const whole = { cartId: "cart1", contact: { name: "Hoa", phone: "0912345678" }, address: { line: "1" }, payment: { method: "vnpay" }, consents: ["terms", "privacy"], variantId: "adult", slotId: "slot1", quantity: 1, method: "vnpay" };
  const part = fc.constantFrom(...Object.keys(whole));
  const mutated = fc.tuple(fc.subarray(Object.entries(whole) as [string, unknown][]), part, fc.jsonValue()).map(([kept, key, value]) => ({ ...Object.fromEntries(kept), [key]: value }));
  const query = fc.array(fc.tuple(fc.constantFrom("page", "pageSize", "kind", "from", "to", "locale", "other"), fc.oneof(text, fc.integer().map(String), fc.date({ noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)))), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(anyRoute, fc.constantFrom(theCode, "cart1", "thuyen-dao", "%00", "%F0%9F", "cart.empty"), query, mutated, (name, id, asked, json) => {
      const route = routeCalled(name);
      return answers(
        `/api/v1${route.path.replace(/\{\w+\}/, id)}?${asked.map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`).join("&")}`,
        requestOf(route.method, { ...keys, "Content-Type": "application/json" }, JSON.stringify(json)),
      );
    }),
    { numRuns: 1000 },
  );
});

test("any refusal of a verb, with any details, becomes its problem", async () => {
  const refusals = errorCodes.filter((code) => problemStatus(code) < 500);
  const details = fc.record(
    { field: fc.string(), unitsLeft: fc.nat(), max: fc.nat(), min: fc.nat(), unit: fc.constantFrom("gram", "seat", "piece"), retryAfterSeconds: fc.nat(), totalDong: fc.nat(), known: fc.array(fc.string()), issues: fc.array(fc.record({ field: fc.string(), reason: fc.string() })), other: fc.anything() },
    { requiredKeys: [] },
  );
  const verbs = ["listings", "listing", "slots", "createCart", "setCartLine", "cart", "placeOrder", "openPayment", "order", "receiveNotice"];
  await fc.assert(
    fc.asyncProperty(anyRoute, fc.constantFrom(...refusals), details, fc.constantFrom("vi", "en"), async (name, code, told, locale) => {
      const route = routeCalled(name);
      const refuse = async (): Promise<never> => {
        throw new DomainError(code, told);
      };
      const market = aMarket(Object.fromEntries(verbs.map((verb) => [verb, refuse])) as Partial<Market>);
      const json = route.bodyExample ?? {};
      const path = `/api/v1${route.path.replace("{code}", theCode).replace(/\{\w+\}/, "cart1")}?locale=${locale}`;
      if (route.isNotice) return; // told in the gateway's words, see handle.test.ts
      await answers(path, requestOf(route.method, { ...keys, "Content-Type": "application/json" }, JSON.stringify(json)), market);
    }),
    { numRuns: 1000 },
  );
});
