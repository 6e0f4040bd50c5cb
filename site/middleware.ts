import type { MiddlewareHandler } from "astro";
import { watchRequest } from "./watch-request.ts";

/** Put there by `server/page-context.ts`: a built site holds its own copy of every module, so names lead further than imports. */
const pageContext: { getStore(): object | undefined } | undefined = Reflect.get(globalThis, Symbol.for("xudong.pageLocals"));

/**
 * Hands every page what our server prepared for it, the page for addresses that lead nowhere included, and gives each
 * fault a reference: the log and the person read the same one.
 */
export const onRequest: MiddlewareHandler = async (context, next) => {
  const { locals, isPrerendered } = context;
  if (isPrerendered) return next(); // made while the site is built, of nothing that the market knows
  const handed = pageContext?.getStore();
  if (handed === undefined) throw new Error("The market is not open: start it by npm start or npm run dev");
  Object.assign(locals, handed);
  if (locals.copying !== undefined) watchRequest(context, locals.copying);
  // Astro's own page shows a fault better while one writes code.
  if (import.meta.env.DEV || locals.errorReference !== undefined) return next();
  try {
    return await next();
  } catch (error) {
    const busy = locals.busyAnswer?.(error);
    if (busy !== undefined) return busy;
    locals.errorReference = locals.reportError?.(error) ?? "unknown";
    return new Response(null, { status: 500 }); // without a body: Astro then renders the 500 page, with these locals
  }
};
