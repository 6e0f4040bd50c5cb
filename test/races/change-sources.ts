/**
 * Loads sources with changes: `node --import change-sources.ts contestant.ts SETUP`. Its own process, because a
 * module can only be loaded once, and because guards are between processes.
 */
import { registerHooks, type ResolveHookSync } from "node:module";
import { changed, type Change } from "./changes.ts";

const { changes } = JSON.parse(process.argv[2] ?? '{"changes":[]}') as { changes: readonly Change[] };
const root = new URL("../../", import.meta.url);

/** Files that still wait for being loaded: none, once everything is. */
export const unchangedFiles = new Set(changes.map((change) => change.file));

const resolved = new Map<string, ReturnType<ResolveHookSync>>();

registerHooks({
  /**
   * Answers for our own sources, once for each name: Node would read and parse the package.json of whatever is named
   * for every import anew, and these many processes would do little else.
   */
  resolve(specifier, context, next) {
    const isOurs = context.parentURL?.startsWith(root.href) && !context.parentURL.includes("/node_modules/");
    if (!isOurs) return next(specifier, context);
    if (specifier.startsWith(".")) return { url: new URL(specifier, context.parentURL).href, format: "module-typescript", shortCircuit: true };
    const known = resolved.get(specifier) ?? { ...next(specifier, context), shortCircuit: true };
    resolved.set(specifier, known);
    return known;
  },
  load(url, context, next) {
    const loaded = next(url, context);
    const file = url.startsWith(root.href) ? url.slice(root.href.length) : "";
    const ofFile = changes.filter((change) => change.file === file);
    if (ofFile.length === 0 || loaded.source === undefined || loaded.source === null) return loaded;
    unchangedFiles.delete(file);
    const source = typeof loaded.source === "string" ? loaded.source : new TextDecoder().decode(loaded.source);
    return { ...loaded, source: changed(source, ofFile) };
  },
});
