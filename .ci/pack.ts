// The proof that the packages can be had without this repository: builds each as it would be published and packs it.
//
//   node .ci/pack.ts <folder>                      tarballs of all packages
//   node .ci/pack.ts <folder> --run example.ts     and runs an example in an empty folder that has only them
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { root } from "./steps.ts";

type Exports = string | { readonly [key: string]: string };
type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly exports: Exports;
  readonly bin?: { readonly [name: string]: string };
  readonly files?: readonly string[];
  readonly dependencies?: { readonly [name: string]: string };
};
type Package = { readonly folder: string; readonly manifest: Manifest };

/** Files that stay in the repository: tests, and what only tests import. */
const isForTests = (path: string) => /\.(test|contract)\.ts$|(^|\/)(testing|fixtures)(\/|$)/.test(path);

/** Builds and packs every package; returns the tarballs. */
export function packAll(targetDir: string): string[] {
  const packages = readPackages();
  checkVersions(packages);
  // Inside the repository, so that the compiler finds the libraries where they are.
  const kept = join(root, "node_modules/.cache/xudong");
  mkdirSync(kept, { recursive: true });
  const stage = mkdtempSync(join(kept, "pack-"));
  try {
    for (const { folder } of packages) copyInto(stage, folder);
    compile(stage, packages);
    for (const one of packages) finish(stage, one);
    const target = resolve(targetDir);
    mkdirSync(target, { recursive: true });
    npm(["pack", "--ignore-scripts", "--pack-destination", target, ...packages.map(({ folder }) => join(stage, folder))], stage);
    return packages.map(({ manifest: { name, version } }) => join(target, `${name.slice(1).replace("/", "-")}-${version}.tgz`));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Without network npm's own pauses between tries add up to many minutes. */
const impatiently = ["--fetch-retries=1", "--fetch-retry-mintimeout=500", "--fetch-retry-maxtimeout=1000", "--fetch-timeout=60000"];

/** Installs all tarballs in one command into an empty folder, as a stranger would. */
export function installInto(dir: string, tarballs: readonly string[]): void {
  mkdirSync(dir, { recursive: true });
  if (readdirSync(dir).length > 0) throw new Error(`${dir} is not empty`);
  writeFileSync(join(dir, "package.json"), JSON.stringify({ name: "elsewhere", private: true, type: "module" }));
  // The libraries carry their binaries inside; npm 12 runs no install scripts, so neither does this proof.
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", ...impatiently, ...tarballs.map((path) => resolve(path))], dir);
}

/** Runs an example in the folder, against the packed packages and nothing of ours besides; returns what it printed. */
export function runIn(dir: string, example: string): string {
  const file = join(dir, basename(example));
  cpSync(example, file);
  checkTypes(dir, file);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: dir, encoding: "utf8", timeout: 60_000 });
  if (status !== 0) throw new Error(`${basename(example)} failed without the repository:\n${stdout}${stderr}`);
  return stdout;
}

/** A package entered by name finds its types among the packed files only. */
function checkTypes(dir: string, file: string): void {
  const program = ts.createProgram([file], {
    ...compilerOptions(),
    noEmit: true,
    allowImportingTsExtensions: true,
    typeRoots: [join(root, "node_modules/@types")],
    skipLibCheck: true,
  });
  refuse(`the types of ${basename(file)} in ${dir}`, ts.getPreEmitDiagnostics(program));
}

function readPackages(): Package[] {
  return readdirSync(join(root, "packages"))
    .filter((folder) => existsSync(join(root, "packages", folder, "package.json")))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8")) as Manifest }));
}

/** Packages are published together, so each asks for exactly the neighbours it was tested with. */
function checkVersions(packages: readonly Package[]): void {
  const versions = new Map(packages.map(({ manifest }) => [manifest.name, manifest.version]));
  for (const { manifest } of packages) {
    for (const [name, version] of Object.entries(manifest.dependencies ?? {})) {
      const here = versions.get(name);
      if (here !== undefined && here !== version) throw new Error(`${manifest.name} asks for ${name} ${version}, and here is ${here}`);
    }
  }
}

function copyInto(stage: string, folder: string): void {
  const from = join(root, "packages", folder);
  const to = join(stage, folder);
  cpSync(join(from, "src"), join(to, "src"), { recursive: true, filter: (path) => !isForTests(path.slice(from.length).replaceAll("\\", "/")) });
  for (const beside of ["package.json", "README.md", "migrations"]) {
    if (existsSync(join(from, beside))) cpSync(join(from, beside), join(to, beside), { recursive: true });
  }
  cpSync(join(root, existsSync(join(from, "LICENSE")) ? `packages/${folder}/LICENSE` : "LICENSE"), join(to, "LICENSE"));
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return { ...options, lib: ["lib.es2024.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"] };
}

/** All packages in one go: names of neighbours stay as they are in what is written, only paths ending in .ts become .js. */
function compile(stage: string, packages: readonly Package[]): void {
  const paths = packages.flatMap(({ folder, manifest }) =>
    Object.entries(entries(manifest.exports)).map(([key, file]) => [posix.join(manifest.name, key), [`./${posix.join(folder, file)}`]] as const),
  );
  const files = packages.flatMap(({ folder }) => sourcesIn(join(stage, folder, "src")));
  const program = ts.createProgram(files, {
    ...compilerOptions(),
    noEmit: false,
    declaration: true,
    allowImportingTsExtensions: false,
    rewriteRelativeImportExtensions: true,
    incremental: false,
    rootDir: stage,
    outDir: join(stage, ".out"),
    paths: Object.fromEntries(paths.map(([name, where]) => [name, [...where]])),
    pathsBasePath: stage,
  });
  const { diagnostics } = program.emit();
  refuse("the packages", [...ts.getPreEmitDiagnostics(program), ...diagnostics]);
}

function refuse(what: string, diagnostics: readonly ts.Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  throw new Error(`${what} did not compile:\n${ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => "\n" })}`);
}

/** src becomes dist, and package.json speaks of dist. */
function finish(stage: string, { folder, manifest }: Package): void {
  const here = join(stage, folder);
  const dist = join(here, "dist");
  cpSync(join(stage, ".out", folder, "src"), dist, { recursive: true });
  cpSync(join(here, "src"), dist, { recursive: true, filter: (path) => !path.endsWith(".ts") });
  rmSync(join(here, "src"), { recursive: true });
  refuseSourcePaths(dist);

  const packed = {
    ...manifest,
    exports: Object.fromEntries(Object.entries(entries(manifest.exports)).map(([key, file]) => [key, { types: built(file, ".d.ts"), default: built(file, ".js") }])),
    types: built(entries(manifest.exports)["."] ?? "./src/index.ts", ".d.ts"),
    ...(manifest.bin ? { bin: Object.fromEntries(Object.entries(manifest.bin).map(([name, file]) => [name, built(file, ".js")])) } : {}),
    files: ["dist", "README.md", ...(existsSync(join(here, "migrations")) ? ["migrations"] : [])],
  };
  writeFileSync(join(here, "package.json"), JSON.stringify(packed, undefined, 2));
}

/** The doors a stranger may use: those that open on src, not those for our tests. */
function entries(exports: Exports): Record<string, string> {
  const all = typeof exports === "string" ? { ".": exports } : exports;
  return Object.fromEntries(Object.entries(all).filter(([, file]) => file.startsWith("./src/") && !isForTests(file)));
}

const built = (file: string, ending: string) => file.replace(/^\.\/src\//, "./dist/").replace(/\.ts$/, ending);

/** The compiler rewrites imports, not the names of files that a program starts or reads: those must not end in .ts. */
function refuseSourcePaths(dist: string): void {
  for (const path of filesIn(dist).filter((name) => name.endsWith(".js"))) {
    const found = /["'`]\.{1,2}\/[\w./-]+(?<!\.d)\.ts["'`]/.exec(readFileSync(path, "utf8"));
    if (found) throw new Error(`${path.slice(dist.length + 1)} speaks of ${found[0]}, which is not among the packed files`);
  }
}

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const sourcesIn = (folder: string) => filesIn(folder).filter((path) => path.endsWith(".ts"));

/** The npm that runs us, or the one in PATH; inside a script it must not take that script's settings for its own. */
function npm(args: readonly string[], cwd: string): void {
  const given = process.env["npm_execpath"];
  const [program, first] = given?.endsWith(".js") ? [process.env["npm_node_execpath"] ?? process.execPath, [given]] : ["npm", []];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|config_local_prefix|config_workspaces?)/i.test(name)));
  const { status, stdout, stderr, error } = spawnSync(program, [...first, ...args, "--loglevel=error"], { cwd, env, encoding: "utf8", timeout: 150_000, shell: program === "npm" && process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ${args[0]} failed:\n${stdout ?? ""}${stderr ?? ""}`, { cause: error });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target, run, example] = process.argv.slice(2);
  if (!target || target.startsWith("-") || (run && run !== "--run")) {
    console.log("node .ci/pack.ts <folder> [--run example.ts]");
    process.exit(target === "--help" || target === "-h" ? 0 : 2);
  }
  const began = performance.now();
  const passed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const tarballs = packAll(target);
  console.log(`✔ packed ${tarballs.length} packages into ${resolve(target)} (${passed()})`);
  if (example) {
    const dir = mkdtempSync(join(tmpdir(), "xudong-elsewhere-"));
    installInto(dir, tarballs);
    console.log(`✔ installed into an empty folder (${passed()})`);
    process.stdout.write(runIn(dir, example));
    console.log(`✔ ${basename(example)} ran there (${passed()})`);
    rmSync(dir, { recursive: true, force: true });
  }
}
