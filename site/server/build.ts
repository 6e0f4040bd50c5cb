import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root as ourRoot } from "./root.ts";

/** The site could not be built; the message holds what Astro said. */
export class BuildError extends Error {
  override name = "BuildError";
}

/** What the built site is made from. Tests are not in it, and neither is what only this server runs. */
const sources = ["site/**/*", "packages/*/src/**/*", "packages/*/package.json", "astro.config.mjs", "market.config.ts", "package-lock.json"];
const isNoSource = (path: string): boolean => /\.test\.ts$|^site\/server\//.test(path);

export const builtEntry = (root = ourRoot): string => join(root, "dist/server/entry.mjs");
export const builtFiles = (root = ourRoot): string => join(root, "dist/client");
const stampFile = (root: string): string => join(root, "dist/.built-from");
/** Not in `dist`, which Astro empties; git ignores this folder, and without it there is no Astro. */
const lockFile = (root: string): string => join(root, "node_modules/.building-site");

/**
 * Builds the site unless what is there was made from exactly these sources. True when it built.
 * Two starts from one folder build once: the second waits for the first, then finds the site made.
 *
 * @throws BuildError
 */
export async function buildIfStale({ root = ourRoot }: { root?: string } = {}): Promise<boolean> {
  if (await isFresh(root)) return false;
  const release = await lock(lockFile(root));
  try {
    if (await isFresh(root)) return false;
    await buildAnew(root);
    return true;
  } finally {
    release();
  }
}

async function isFresh(root: string): Promise<boolean> {
  return existsSync(builtEntry(root)) && builtFrom(root) === (await fingerprint(root));
}

async function buildAnew(root: string): Promise<void> {
  const wanted = await fingerprint(root);
  rmSync(stampFile(root), { force: true }); // first: a build that fails or is broken off must not look finished
  await build(root);
  if (!existsSync(builtEntry(root))) throw new BuildError("Astro ended without a server entry: astro.config.mjs must name the Node adapter in middleware mode.");
  writeFileSync(stampFile(root), wanted);
}

/** Longer than any build takes: a lock this old was left by a process whose number somebody else has by now. */
const oldestLockMs = 10 * 60_000;

/** Waits until no other process holds this file, then holds it. One that a killed process left behind holds nobody up. */
async function lock(file: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    if (isHeld(file)) await pause(100);
    else rmSync(file, { force: true });
  }
}

function isHeld(file: string): boolean {
  const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined || Date.now() - since > oldestLockMs) return false;
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0); // sends nothing, only asks; a number not yet written asks after ourselves
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"; // alive, and somebody else's
  }
}

/** Astro and Vite let these names of the environment decide what they build; the stamp knows nothing of them. */
const decidesTheBuild = /^(DEV|PROD|MODE|SSR|SITE|BASE_URL|ASSETS_PREFIX|NODE_ENV|(ASTRO|VITE|VITEST|PUBLIC)(_.*)?)$/;
const environment = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !decidesTheBuild.test(name)));

function builtFrom(root: string): string | undefined {
  return existsSync(stampFile(root)) ? readFileSync(stampFile(root), "utf8") : undefined;
}

/** A hash over the content of the sources: their times say nothing after a clone. */
export async function fingerprint(root: string): Promise<string> {
  const paths: string[] = [];
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.replace(/\/?$/, "/").length);
    if (entry.isFile() && !isNoSource(path.replaceAll("\\", "/"))) paths.push(path);
  }
  const hash = createHash("sha256").update(process.version);
  const contents = await Promise.all(paths.sort().map(async (path) => [path, await readFile(join(root, path))] as const));
  for (const [path, content] of contents) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest("hex");
}

async function build(root: string): Promise<void> {
  const astro = join(root, "node_modules/astro/bin/astro.mjs");
  const said: string[] = [];
  const code = await new Promise((done, fail) => {
    const child = spawn(process.execPath, [astro, "build", "--root", root], {
      cwd: root,
      env: { ...environment(), ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production", NO_COLOR: "1", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
    child.on("error", fail).on("close", done);
  });
  if (code === 0) return;
  const text = said.join("").trim();
  if (/ENOSPC/.test(text)) throw new BuildError("The disk is full: free some 100 MB, then run the same command again.");
  throw new BuildError(`The site could not be built. Astro said:\n${text.split("\n").slice(-40).join("\n")}`);
}
