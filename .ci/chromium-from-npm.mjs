// Unpacks the Chromium of @sparticuz/chromium, installed in the folder given, and prints where it is.
//
// For machines where nobody may install a browser. It brings the few libraries that a bare Linux lacks.
import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
process.env.TMPDIR = folder; // the package unpacks into the folder for temporary files
const home = join(folder, "node_modules", "@sparticuz", "chromium");
const { default: chromium, inflate } = await import(pathToFileURL(join(home, "build", "index.js")).href);

const program = await chromium.executablePath();
if (spawnSync(program, ["--version"]).status === 0) {
  console.log(program);
} else {
  const libraries = join(await inflate(join(home, "bin", "al2023.tar.br")), "lib");
  const starter = join(folder, "start-chromium");
  writeFileSync(starter, `#!/bin/sh\nLD_LIBRARY_PATH="${libraries}" exec "${program}" "$@"\n`);
  chmodSync(starter, 0o755);
  console.log(starter);
}
