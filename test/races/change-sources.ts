/**
 * Loads sources with changes: `node --import change-sources.ts contestant.ts SETUP`. Its own process, because a
 * module can only be loaded once, and because guards are between processes.
 */
import { registerHooks } from "node:module";
import { changed, type Change } from "./changes.ts";

const { changes } = JSON.parse(process.argv[2] ?? '{"changes":[]}') as { changes: readonly Change[] };
const root = new URL("../../", import.meta.url);

/** Files that still wait for being loaded: none, once everything is. */
export const unchangedFiles = new Set(changes.map((change) => change.file));

registerHooks({
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
