import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
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
    import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
    if (existsSync("running")) appendFileSync("runs", " at the same time as another ");
    writeFileSync("running", "");
    writeFileSync("environment", JSON.stringify(process.env));
    await new Promise((done) => setTimeout(done, 50));
    rmSync("running");
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

test("starts from one folder at the same time build once, and the others wait for it", async () => {
  const { root, write, runs } = aProject();
  write("node_modules/.building-site", "999999999"); // left by a process that was killed
  const built = await Promise.all([buildIfStale({ root }), buildIfStale({ root }), buildIfStale({ root })]);
  expect(built.filter((didBuild) => didBuild)).toHaveLength(1);
  expect(runs()).toBe(1);
  expect(existsSync(join(root, "node_modules/.building-site"))).toBe(false);
});

test("what happens to stand in the environment does not decide what is built", async () => {
  const { root } = aProject();
  const names = ["DEV", "PROD", "MODE", "SITE", "VITEST", "VITEST_MODE", "VITE_X", "PUBLIC_URL"];
  for (const name of names) vi.stubEnv(name, "1");
  onTestFinished(() => void vi.unstubAllEnvs());
  await buildIfStale({ root });
  const environment = JSON.parse(readFileSync(join(root, "environment"), "utf8")) as Record<string, string>;
  expect(names.filter((name) => name in environment)).toEqual([]);
  expect(environment).toMatchObject({ NODE_ENV: "production", PATH: process.env["PATH"] });
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
