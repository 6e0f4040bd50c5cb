// Puts the packages in place before another command runs: `node .ci/install.mjs <command>`.
//
// npm runs this as `pre<command>` with the Node the person has, so it uses built-in modules and Node 18
// syntax only. The command itself then finds Node 24 first in its PATH, because a package of ours brings it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const stamp = join(modules, ".xudong-installed");
const command = process.argv[2] || "start";
// `npm start` prints five ticked steps; this is the first of them.
const step = command === "start" ? "1/5 " : "";
const full = "The disk is full: free about 1.5 GB (the packages and npm's cache), then run the same command again.";

main().catch((error) => stop(`The packages could not be installed: ${error.message}`));

async function main() {
  const began = Date.now();
  const wanted = fingerprint();
  if (isInstalled(wanted)) {
    requireNode();
    if (step) console.log(`✔ ${step}packages are in place (${seconds(began)})`);
    return;
  }
  const npm = findNpm();
  requireWritable(root);
  requireRoom();
  await install(npm);
  requireNode();
  writeFileSync(stamp, wanted);
  console.log(`✔ ${step}packages installed (${seconds(began)})`);
}

/** What node_modules was made from. The times of files say nothing after a clone, so the lock file's content decides. */
function fingerprint() {
  return createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).update(`${process.platform}-${process.arch}`).digest("hex");
}

function isInstalled(wanted) {
  if (!existsSync(modules)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === wanted;
  return isInstalledByHand();
}

/** A plain `npm install` or `npm ci` is as good as ours: npm's own record of node_modules must name what the lock file asks for. */
function isInstalledByHand() {
  const record = join(modules, ".package-lock.json");
  if (!existsSync(record)) return false;
  const there = JSON.parse(readFileSync(record, "utf8")).packages;
  const asked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.keys(asked).every((path) => {
    const { version, link, optional, peer, dev } = asked[path];
    if (!path.startsWith("node_modules/") || link) return !link || Boolean(there[path]);
    const may = optional || peer || (dev && command === "start");
    return there[path] ? there[path].version === version : may;
  });
}

/** npm tells its scripts where it is and which Node runs it; asking PATH for `npm` would find a script, not a program, on Windows. */
function findNpm() {
  const path = process.env.npm_execpath;
  const agent = process.env.npm_config_user_agent || "";
  const [, name, version] = /^([a-z]+)\/(\d+)/.exec(agent) || [];
  if (!path || !existsSync(path)) stop(`Please run this through npm, which installs the packages first: npm ${command === "start" || command === "test" ? command : `run ${command}`}`);
  if (name && name !== "npm") stop(`This project is installed by npm and its package-lock.json, not by ${name}: run the same command with npm.`);
  if (version && Number(version) < 8) stop(`npm ${version} is too old to read package-lock.json: install Node 24 (or any Node from 18 up) with the npm it brings, then try again.`);
  return path;
}

function requireWritable(folder) {
  for (const place of existsSync(modules) ? [folder, modules] : [folder]) {
    try {
      accessSync(place, constants.W_OK);
    } catch (error) {
      stop(`Nothing can be written to ${place} (${error.code}): give yourself the right to write there, or copy the project to a folder of your own.`);
    }
  }
}

/** npm leaves optional packages out without a word when the disk is full, our Node among them; so look before. */
function requireRoom() {
  if (!existsSync(modules) && megabytesFree() < 900) stop(full);
}

function megabytesFree() {
  if (!fs.statfsSync) return Infinity; // Node before 18.15
  const { bavail, bsize } = fs.statfsSync(root);
  return (Number(bavail) * Number(bsize)) / 1e6;
}

async function install(npm) {
  // On Windows a running node.exe inside node_modules cannot be deleted, and `npm ci` begins by deleting node_modules.
  const keep = process.platform === "win32" && existsSync(modules);
  const verb = keep ? ["install", "--no-save"] : ["ci"];
  rmSync(stamp, { force: true });

  const stopTicking = tick(`${step}installing packages, about a minute the first time`);
  const said = [];
  const code = await new Promise((done, fail) => {
    const child = spawn(process.env.npm_node_execpath || process.execPath, [npm, ...verb, ...quietly()], {
      cwd: root,
      env: withoutOuterScript(process.env),
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.setEncoding("utf8").on("data", (text) => said.push(text));
    child.on("error", fail).on("close", done);
  });
  stopTicking();
  if (code !== 0) stop(explain(said.join("")), said.join(""));
}

function quietly() {
  return [
    "--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier", "--engine-strict=false",
    // A machine without network learns so in seconds; npm's own pauses add up to more than a minute.
    "--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000",
    // NODE_ENV=production leaves the test tools out; only the shop itself can do without them.
    ...(command === "start" ? [] : ["--include=dev"]),
  ];
}

/** npm describes the script it runs in these variables, and an npm inside that script would take them for its own. */
function withoutOuterScript(env) {
  const kept = Object.entries(env).filter(([name]) => !/^npm_(lifecycle|package)_/i.test(name));
  return { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: "1" };
}

/** What went wrong in one sentence, and what to do about it. */
function explain(said) {
  const has = (...codes) => codes.some((code) => new RegExp(`\\b${code}\\b`).test(said));
  const path = (/npm (?:error|ERR!) path (.+)/.exec(said) || [])[1];
  if (has("ENOSPC", "EDQUOT")) return full;
  if (has("EROFS")) return `The folder cannot be written to${path ? ` (${path})` : ""}: copy the project to a folder of your own.`;
  if (has("EACCES", "EPERM")) return `npm may not write to ${path || "its folders"}: give yourself the right to write there (files left by an earlier "sudo npm" are the usual cause).`;
  if (has("CERT_[A-Z_]+", "SELF_SIGNED_CERT_IN_CHAIN", "UNABLE_TO_[A-Z_]+")) return "The package registry's certificate was not accepted: behind a company proxy, name its certificate with `npm config set cafile <file>`.";
  if (has("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH", "ERR_SOCKET_TIMEOUT", "FETCH_ERROR")) return "The package registry could not be reached: connect to the internet (behind a proxy: `npm config set proxy <address>`), then run the same command again.";
  if (has("E401", "E403", "E404", "ETARGET", "E5\\d\\d")) return "The package registry refused a package: look at `npm config get registry`, wait a moment, then run the same command again.";
  if (has("EINTEGRITY", "Z_DATA_ERROR", "Z_BUF_ERROR")) return "A package arrived damaged: run `npm cache clean --force`, then the same command again.";
  if (has("EUSAGE")) return "package.json and package-lock.json do not fit each other: run `npm install` once, then the same command again.";
  if (has("EBUSY", "ENOTEMPTY")) return "Files in node_modules are in use: close what runs from this folder (a dev server, an editor), then run the same command again.";
  return "The packages could not be installed; npm said what is printed above.";
}

/** The commands need a Node that runs TypeScript as it stands: ours, from a package for this platform, or else the person's own. */
function requireNode() {
  const windows = process.platform === "win32";
  const ours = windows ? join(modules, `node-win-${process.arch}`, "bin", "node.exe") : join(modules, ".bin", "node");
  if (existsSync(ours)) {
    // Asked once, after installing: a later run of this script is itself run by it.
    if (existsSync(stamp) || isModern(versionOf(ours))) return;
    // It is there and does not run (another libc, say): out of the way, or it would hide the person's own.
    for (const name of ["node", "node.cmd", "node.ps1"]) rmSync(join(modules, ".bin", name), { force: true });
  }
  const own = versionOf(process.env.npm_node_execpath || process.execPath) || process.versions.node;
  if (isModern(own)) return;
  if (megabytesFree() < 100) stop(full);
  const missing = nodePackageFor(process.platform, process.arch);
  if (missing) stop(`The package ${missing} with Node 24 did not arrive whole: delete the folder node_modules, then run the same command again (or install Node 24 from nodejs.org).`);
  stop(`This computer (${process.platform} ${process.arch}) has Node ${own} and no package brings a newer one for it: install Node 24 from nodejs.org, then run the same command again.`);
}

/** The optional package that should have brought a Node here, if the lock file has one for this kind of computer. */
function nodePackageFor(os, cpu) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const path = Object.keys(packages).find((name) => {
    const { bin, os: systems, cpu: chips } = packages[name];
    return bin && bin.node && systems && systems.includes(os) && chips && chips.includes(cpu);
  });
  return path && path.replace("node_modules/", "");
}

function versionOf(program) {
  const run = spawnSync(program, ["-p", "process.versions.node"], { encoding: "utf8" });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

function isModern(version) {
  const [major, minor] = (version || "0.0").split(".").map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/** Shows that something is happening: a counter in a terminal, one line otherwise and another each half minute. */
function tick(what) {
  const began = Date.now();
  const terminal = process.stdout.isTTY;
  if (terminal) process.stdout.write(`… ${what}`);
  else console.log(`… ${what}`);
  const timer = setInterval(() => {
    if (terminal) process.stdout.write(`\r… ${what} (${seconds(began)})`);
    else console.log(`… still ${what.replace(/,.*/, "")} (${seconds(began)})`);
  }, terminal ? 1000 : 30_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write("\r\u001b[2K");
  };
}

function seconds(began) {
  const passed = (Date.now() - began) / 1000;
  return `${passed < 10 ? passed.toFixed(1) : Math.round(passed)} s`;
}

function stop(sentence, said = "") {
  if (said.trim()) console.error(said.trim());
  console.error(`✘ ${step}${sentence}`);
  process.exit(1);
}
