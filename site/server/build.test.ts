import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { BuildError, buildIfStale } from "./build.ts";

/** A project with a stand-in for Astro, which counts its runs. */
function aProject() {
  const root = mkdtempSync(join(tmpdir(), "xudong-build-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("package-lock.json", "{}");
  write("site/pages/index.astro", "<h1>one</h1>");
  write("packages/domain/src/index.ts", "export {};");
  write("node_modules/astro/bin/astro.mjs", `
    import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
    appendFileSync("runs", "x");
    if (existsSync("site/broken")) { console.error("site/pages/index.astro: Expected a closing tag"); process.exit(1); }
    mkdirSync("dist/server", { recursive: true });
    writeFileSync("dist/server/entry.mjs", "export {};");
  `);
  return { root, write, runs: () => (existsSync(join(root, "runs")) ? readFileSync(join(root, "runs"), "utf8").length : 0) };
}

test("a site is built once, and again only when what it is made from changes", async () => {
  const { root, write, runs } = aProject();
  expect(await buildIfStale({ root })).toBe(true);
  expect(await buildIfStale({ root })).toBe(false);
  write("site/server/app.ts", "export const server = 1;");
  write("site/paths.test.ts", "a test");
  expect(await buildIfStale({ root })).toBe(false);
  write("packages/domain/src/index.ts", "export const price = 1;");
  expect(await buildIfStale({ root })).toBe(true);
  write("package-lock.json", "{ }");
  expect(await buildIfStale({ root })).toBe(true);
  expect(runs()).toBe(3);
});

test("a file that was renamed or moved is a change", async () => {
  const { root, write } = aProject();
  write("site/a.ts", "1");
  await buildIfStale({ root });
  write("site/b.ts", "");
  expect(await buildIfStale({ root })).toBe(true);
});

test("a failed build says what Astro said, and is never taken for a finished one", async () => {
  const { root, write } = aProject();
  await buildIfStale({ root });
  write("site/broken", "");
  const failed = buildIfStale({ root });
  await expect(failed).rejects.toThrow(BuildError);
  await expect(failed).rejects.toThrow(/Expected a closing tag/);
  await expect(buildIfStale({ root })).rejects.toThrow(BuildError);
});
