import { expect, test } from "vitest";
import { comesFromUs, isUnsafe, ownOrigins } from "./origin-check.ts";

const ours = ownOrigins("https://cho.example");

test("reading is never checked, writing always", () => {
  expect(["GET", "HEAD", "OPTIONS"].some(isUnsafe)).toBe(false);
  expect(["POST", "PUT", "PATCH", "DELETE", "PROPFIND"].every(isUnsafe)).toBe(true);
});

test.each([
  ["our own page", { origin: "https://cho.example" }, true],
  ["a foreign page", { origin: "https://evil.example" }, false],
  ["a foreign page that says it is ours elsewhere", { origin: "https://evil.example", "sec-fetch-site": "same-origin", referer: "https://cho.example/" }, false],
  ["our host over http", { origin: "http://cho.example" }, false],
  ["a subdomain", { origin: "https://x.cho.example" }, false],
  ["our name as a beginning", { origin: "https://cho.example.evil.example" }, false],
  ["a hidden origin on our own page", { origin: "null", "sec-fetch-site": "same-origin" }, true],
  ["a hidden origin elsewhere", { origin: "null", "sec-fetch-site": "cross-site" }, false],
  ["a hidden origin with a referer", { origin: "null", referer: "https://cho.example/" }, false],
  ["no origin, same site only", { "sec-fetch-site": "same-site" }, false],
  ["no origin, our page", { "sec-fetch-site": "same-origin" }, true],
  ["an old browser on our page", { referer: "https://cho.example/gio-hang" }, true],
  ["an old browser on a foreign page", { referer: "https://evil.example/?https://cho.example" }, false],
  ["a referer that is no address", { referer: "cho.example" }, false],
  ["somebody who says nothing", {}, false],
])("a write from %s", (_, headers, accepted) => {
  expect(comesFromUs(headers, ours)).toBe(accepted);
});

test("a demo is known by each of this computer's names at its own port", () => {
  const origins = ownOrigins("http://127.0.0.1:4321", 4321);
  for (const origin of ["http://127.0.0.1:4321", "http://localhost:4321", "http://[::1]:4321"]) expect(comesFromUs({ origin }, origins)).toBe(true);
  for (const origin of ["http://localhost:4322", "http://localhost", "https://localhost:4321"]) expect(comesFromUs({ origin }, origins)).toBe(false);
});

test("a demo on port 80 is known as browsers spell it", () => {
  expect(comesFromUs({ origin: "http://localhost" }, ownOrigins("http://127.0.0.1", 80))).toBe(true);
});
