// npm run check: everything that can be told without running the shop. All parts run, then the failed ones are named.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { report, root, runQuietly } from "./steps.ts";

if (process.argv.includes("--help") || process.argv.includes("-h")) {
  console.log(`npm run check    types, pages, and whether the migrations fit the tables

Says what failed, and exits with 1 if anything did.`);
  process.exit(0);
}

const parts = [
  { name: "types (tsc)", needs: "tsconfig.json", script: "node_modules/typescript/bin/tsc", args: ["--noEmit"] },
  // Only the pages: astro's checker cannot read playwright's types, and tsc has seen the rest.
  { name: "pages (astro check)", needs: "astro.config.mjs", script: "node_modules/astro/bin/astro.mjs", args: ["check", "--tsconfig", ".ci/pages.tsconfig.json"] },
  { name: "migrations fit the tables", needs: "packages/database/generate-migrations.ts", script: "packages/database/generate-migrations.ts", args: ["--check"] },
];

const failed: string[] = [];
for (const { name, needs, script, args } of parts) {
  if (!existsSync(join(root, needs))) {
    console.log(`– ${name}: there is no ${needs}`);
    continue;
  }
  const began = performance.now();
  const { code, said } = await runQuietly(script, args);
  report(code === 0, name, began, said);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) console.log(`✘ failed: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
