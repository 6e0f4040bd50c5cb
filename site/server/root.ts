import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, whatever folder somebody stands in. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where Node keeps what it compiled, for the next start. */
export const compileCacheIn = join(root, "node_modules/.cache/xudong");
