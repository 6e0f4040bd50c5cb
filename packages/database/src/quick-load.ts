/**
 * Loads Drizzle some three times faster. Run it before anything imports Drizzle: `node --import`, or a dynamic import.
 *
 * Cause: Node 24 reads the package.json of the package around every ES module it loads, and parses its `exports` anew
 * each time; Drizzle's is 180 kB, and it has some four hundred files. Where Drizzle imports its own files we say at
 * once what they are. May go when Node keeps the parsed form or Drizzle's list is short.
 */
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith(".") && specifier.endsWith(".js") && context.parentURL?.includes("/node_modules/drizzle-orm/"))
      return { url: new URL(specifier, context.parentURL).href, format: "module", shortCircuit: true };
    return next(specifier, context);
  },
});
