import { fileURLToPath } from "node:url";

/** The folder of the project, whatever folder somebody stands in. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
