import { AsyncLocalStorage } from "node:async_hooks";
import type { PageLocals } from "./serve.ts";

const name = Symbol.for("xudong.pageLocals");

/**
 * What the page being rendered is handed. Astro hands locals only to pages that exist, and none at all under
 * `astro dev`; so `site/middleware.ts`, which runs for every page, finds them here, whichever copy of modules it is in.
 */
export const pageContext: AsyncLocalStorage<PageLocals> = (Reflect.get(globalThis, name) as AsyncLocalStorage<PageLocals> | undefined) ?? new AsyncLocalStorage();
Reflect.set(globalThis, name, pageContext);
