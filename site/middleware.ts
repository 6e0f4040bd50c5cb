import type { MiddlewareHandler } from "astro";

/** Set by `server/dev-integration.ts` under `astro dev`, where no server of ours hands anything to pages. */
const inDev = Symbol.for("xudong.localsInDev");
type LocalsInDev = (request: Request) => Promise<object>;

/**
 * Gives each fault of a page a reference: the log and the person read the same one.
 *
 * The answer without a body makes Astro render its 500 page, which finds the reference in its locals.
 */
export const onRequest: MiddlewareHandler = async ({ locals, request }, next) => {
  if (import.meta.env.DEV) {
    const localsInDev: LocalsInDev | undefined = Reflect.get(globalThis, inDev);
    if (localsInDev === undefined) throw new Error("The market is not open: run npm run dev, not astro dev");
    Object.assign(locals, await localsInDev(request));
    return next(); // Astro's own page shows a fault better while one writes code
  }
  if (locals.errorReference !== undefined) return next(); // already on the way to the 500 page
  try {
    return await next();
  } catch (error) {
    locals.errorReference = locals.reportError?.(error) ?? "none";
    return new Response(null, { status: 500 });
  }
};
