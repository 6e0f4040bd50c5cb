import { enableCompileCache, registerHooks } from "node:module";
import { compileCacheIn } from "./root.ts";

// Imported for what it does, before anything large: it makes every command start in a third of the time.
//
// 1. What Node compiles, and what it strips of types, it keeps for the next start.
// 2. drizzle-orm's package.json is 180 kB, and Node reads it anew for each of the package's some 400 files, to learn
//    that they are modules: 1 s and 200 MB. They are, so we say so. May go when Node keeps what it read.
// With another drizzle-orm than 0.45, measure again.

enableCompileCache(compileCacheIn);

const drizzle = /\/node_modules\/drizzle-orm\//;
const found = new Map<string, string>();

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL;
    if (from !== undefined && /^\.\.?\/.*\.js$/.test(specifier) && drizzle.test(from)) {
      return { url: new URL(specifier, from).href, format: "module", shortCircuit: true };
    }
    if (!/^drizzle-orm(\/|$)/.test(specifier) || !context.conditions.includes("import")) return next(specifier, context);
    const known = found.get(specifier);
    if (known !== undefined) return { url: known, format: "module", shortCircuit: true };
    const resolved = next(specifier, context);
    found.set(specifier, resolved.url);
    return resolved;
  },
});
