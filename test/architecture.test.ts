import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkArchitecture, type Rule, rules, type Tree } from "./architecture.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const notOurs = new Set(["node_modules", "dist", "data", ".git", ".astro", "coverage", "screenshots"]);
const isText = /\.(ts|mts|mjs|js|astro|json|md|sql|css|svg|html|txt|yml|yaml|sh)$|\/run$|\/LICENSE$|\.gitignore$/;

function readTree(): Tree {
  const found = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.split("/").some((part) => notOurs.has(part)) && isText.test(`/${path}`));
  return new Map(found.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

describe("the house", () => {
  const complaints = checkArchitecture(readTree());
  test.each(Object.keys(rules) as Rule[])("%s", (rule) => {
    expect(complaints.filter((complaint) => complaint.rule === rule).map(({ file, says }) => `${file} ${says}`)).toEqual([]);
  });
});

describe("whoever breaks a rule is told so", () => {
  const manifest = (name: string, dependencies: Record<string, string> = {}, exports: unknown = "./src/index.ts") =>
    JSON.stringify({ name: `@xudong/${name}`, version: "0.1.0", exports, dependencies });
  const ours = (...names: string[]) => Object.fromEntries(names.map((name) => [`@xudong/${name}`, "0.1.0"]));

  /** A small house in which everything is as it should be. */
  const sound: Record<string, string> = {
    "packages/domain/package.json": manifest("domain"),
    "packages/domain/README.md": "# Domain",
    "packages/domain/src/index.ts": 'export { dong } from "./money.ts";',
    "packages/domain/src/money.ts": 'import { createHash } from "node:crypto"; export const dong = () => createHash("sha256"); export const at = (t: number) => new Date(t);',
    "packages/domain/src/money.test.ts": 'import { test } from "vitest"; test("[H1] never more", () => {});',
    "packages/database/package.json": manifest("database", { ...ours("domain"), pg: "8.23.1" }, { ".": "./src/index.ts", "./testing": "./testing/each.ts" }),
    "packages/database/README.md": "# Database",
    "packages/database/src/index.ts": 'import pg from "pg"; import type { dong } from "@xudong/domain"; import { x } from "node:fs"; export const a = [pg, x] satisfies dong;',
    "packages/database/testing/each.ts": 'import { test } from "vitest"; import "../src/index.ts"; export const each = test;',
    "packages/payments/package.json": manifest("payments", ours("database")),
    "packages/payments/README.md": "# Payments",
    "packages/payments/src/index.ts": 'export type { a } from "@xudong/database";',
    "packages/payments/src/pay.test.ts": 'import { start } from "@xudong/vnpay-simulator"; import { each } from "@xudong/database/testing"; each(start);',
    "packages/catalog/package.json": manifest("catalog"),
    "packages/catalog/src/index.ts": "export {};",
    "packages/checkout/package.json": manifest("checkout", ours("domain", "payments")),
    "packages/checkout/README.md": "# Checkout",
    "packages/checkout/src/index.ts": 'export const late = () => import("@xudong/payments"); export type D = import("@xudong/domain").D;',
    "packages/settlement/package.json": manifest("settlement"),
    "packages/settlement/src/index.ts": "export {};",
    "packages/market/package.json": manifest("market", ours("checkout")),
    "packages/market/README.md": "# Market",
    "packages/market/src/index.ts": 'export { late } from "@xudong/checkout";',
    "packages/vnpay-simulator/package.json": manifest("vnpay-simulator"),
    "packages/vnpay-simulator/README.md": "# Simulator",
    "packages/vnpay-simulator/src/index.ts": 'export const page = "<p style=color:#b3261e>";',
    "site/pages/index.astro": '---\nimport { late } from "@xudong/market";\nimport { tell } from "../../seed/run.ts";\n---\n<p style="color: #b3261e">Hải Dương</p>\n<script>import "../card.ts";</script>',
    "seed/run.ts": 'import { late } from "@xudong/market"; export const tell = late;',
    "test/race.test.ts": 'import { tell } from "../seed/run.ts"; import { dong } from "@xudong/domain";',
    "docs/rules.md": "- **H1** Units taken never exceed capacity. **H2** Locks are taken in key order (later).",
  };
  const brokenBy = (change: Record<string, string | undefined>) =>
    checkArchitecture(new Map(Object.entries({ ...sound, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined)));

  test("and a sound house hears nothing", () => {
    expect(brokenBy({})).toEqual([]);
  });

  const arrows = "imports point down the house, never up or sideways";
  const doors = "a package is entered through its name";
  const pure = "the domain depends on nothing and reads no clock";
  const byName = "packages export by name";
  const named = "a package.json names exactly what its sources import";
  const readme = "a package has a short README";
  const words = "packages name no province, no page route and no colour";
  const secret = "no secret and no path of one machine is written down";
  const numbers = "tests and docs/rules.md name the same rules";

  test.each<[string, Rule, string, Record<string, string | undefined>]>([
    ["an arrow turned", arrows, "catalog must not import checkout", { "packages/catalog/src/list.ts": 'import "@xudong/checkout";' }],
    ["an arrow turned by a type", arrows, "database must not import market", { "packages/database/src/b.ts": 'import type { late } from "@xudong/market"; export type B = late;' }],
    ["an arrow turned by export-from", arrows, "domain must not import database", { "packages/domain/src/b.ts": 'export { a } from "@xudong/database";' }],
    ["an arrow turned inside a type", arrows, "payments must not import checkout", { "packages/payments/src/b.ts": 'export type B = import("@xudong/checkout").D;' }],
    ["an arrow turned at run time", arrows, "payments must not import checkout", { "packages/payments/src/b.ts": 'export const b = async () => import("@xudong/checkout");' }],
    ["an arrow turned in a page's frontmatter", arrows, "seed must not import site", { "seed/card.astro": '---\nimport x from "../site/x.ts";\n---\n<p/>' }],
    ["an arrow turned in a page's script", arrows, "seed must not import test", { "seed/card.astro": '<p/>\n<script lang="ts">\nimport "../test/x.ts";\n</script>' }],
    ["a test that looks up", arrows, "domain must not import database", { "packages/domain/src/b.test.ts": 'import { each } from "@xudong/database/testing";' }],
    ["peers that meet", arrows, "checkout must not import settlement", { "packages/checkout/src/b.ts": 'import "@xudong/settlement";' }],
    ["peers that meet on the floor below", arrows, "payments must not import catalog", { "packages/payments/src/b.ts": 'import "@xudong/catalog";' }],
    ["a package that looks at the site", arrows, "market must not import site", { "packages/market/src/b.ts": 'import "../../../site/server/app.ts";' }],
    ["the shop leaning on its tests", arrows, "site must not import test", { "site/server/app.ts": 'import "../../test/x.ts";' }],
    ["the simulator knowing us", arrows, "vnpay-simulator must not import domain", { "packages/vnpay-simulator/src/b.ts": 'import "@xudong/domain";' }],
    ["a package knowing the simulator", arrows, "payments must not import vnpay-simulator", { "packages/payments/src/b.ts": 'import "@xudong/vnpay-simulator";' }],
    ["a module whose name is computed", arrows, "name is computed", { "packages/market/src/b.ts": "export const b = (name: string) => import(name);" }],
    ["a package without a floor", arrows, "loans has no floor", { "packages/loans/package.json": manifest("loans") }],

    ["a deep path into a neighbour", doors, "@xudong/domain/src/money.ts is not among the exports", { "packages/market/src/b.ts": 'import "@xudong/domain/src/money.ts";' }],
    ["a relative path into a neighbour", doors, "enters packages/domain by a path", { "packages/market/src/b.ts": 'import "../../domain/src/money.ts";' }],
    ["a relative path from outside", doors, "enters packages/domain by a path", { "site/server/app.ts": 'import "../../packages/domain/src/money.ts";' }],
    ["a relative path out of a package", doors, "leaves its package by a path", { "packages/market/src/b.ts": 'import settings from "../../../market.config.ts";' }],

    ["a library in the domain", pure, "imports zod", { "packages/domain/src/b.ts": 'import { z } from "zod";' }],
    ["the file system in the domain", pure, "imports node:fs", { "packages/domain/src/b.ts": 'import { readFileSync } from "node:fs";' }],
    ["Date.now in the domain", pure, "Date.now", { "packages/domain/src/b.ts": "export const now = () => Date.now();" }],
    ["new Date in the domain", pure, "new Date()", { "packages/domain/src/b.ts": "export const now = () => new Date();" }],
    ["chance in the domain", pure, "Math.random", { "packages/domain/src/b.ts": "export const die = () => Math.random();" }],

    ["a default export", byName, "has a default export", { "packages/market/src/b.ts": "export default function sell() {}" }],
    ["a default export by another name", byName, "has a default export", { "packages/market/src/b.ts": "const b = 1; export { b as default };" }],
    ["an exported expression", byName, "has a default export", { "packages/market/src/b.ts": "export default 1 + 1;" }],

    ["a dependency nobody named", named, "imports zod and does not name it", { "packages/market/src/b.ts": 'import { z } from "zod/v4";' }],
    ["a dependency nobody uses", named, "names @xudong/domain and does not import it", { "packages/market/package.json": manifest("market", ours("checkout", "domain")) }],
    ["a dependency only tests use", named, "names vitest and does not import it", { "packages/domain/package.json": manifest("domain", { vitest: "5.1.1" }) }],
    ["a loose version", named, "pg ^8.0.0, which is not one exact version", { "packages/database/package.json": manifest("database", { ...ours("domain"), pg: "^8.0.0" }) }],
    ["a neighbour's old version", named, "@xudong/checkout 0.0.9, which is at 0.1.0", { "packages/market/package.json": manifest("market", { "@xudong/checkout": "0.0.9" }) }],

    ["a package without README", readme, "is missing", { "packages/market/README.md": undefined }],
    ["a long README", readme, "has 41 lines", { "packages/market/README.md": "line\n".repeat(41) }],

    ["a province in a package", words, "names Hải Dương", { "packages/market/src/b.ts": 'export const home = "Chợ Hải Dương";' }],
    ["a province in other letters", words, "names Hải Phòng", { "packages/market/src/b.ts": `export const home = "${"Hải Phòng".normalize("NFD")}";` }],
    ["a route in a package", words, "names /gio-hang", { "packages/market/src/b.ts": "export const cart = `/gio-hang`;" }],
    ["a colour in a package", words, "names #b3261e", { "packages/market/src/b.ts": 'export const red = "#b3261e";' }],

    ["the path of a machine", secret, "the path of one person's folder", { "docs/running.md": ["cd ", "home", "lan", "market"].join("/") }],
    ["a private key", secret, "a private key", { "site/server/key.ts": ["-----BEGIN PRIVATE", "KEY-----"].join(" ") }],
    ["a token", secret, "an access token", { "docs/running.md": `ghp_${"x".repeat(36)}` }],

    ["a rule number that does not exist", numbers, "cites H9", { "packages/domain/src/b.test.ts": 'describe("[H1, H9] holds", () => {});' }],
    ["a rule that no test cites", numbers, "O1 is cited by no test", { "docs/rules.md": "**H1** x **O1** A paid buyer ends with an order or a refund." }],
  ])("%s", (_, rule, says, change) => {
    const heard = brokenBy(change).filter((complaint) => complaint.rule === rule);
    expect(heard.map((complaint) => `${complaint.file} ${complaint.says}`).join("\n")).toContain(says);
  });
});
