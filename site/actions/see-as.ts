import type { APIContext } from "astro";
import type { Locale } from "@xudong/domain";
import { isOnRibbon, ribbonCookie, ribbonPlaces } from "../ribbon.ts";
import { keepSession, originOf, sessionToken } from "./session.ts";
import { formOf, notFound, seeOther, typedIn, type Visit } from "./visit.ts";

/** The demo's ribbon: whoever presses becomes a sample person, and stands where that person begins. Outside a demo there is no such address. */
export async function seeAs(context: Pick<APIContext, "request" | "url" | "cookies" | "locals" | "params">): Promise<Response> {
  const visit: Visit = { request: context.request, url: context.url, cookies: context.cookies, locals: context.locals, params: context.params, response: { status: 200, statusText: "", headers: new Headers() } };
  const form = await formOf(visit);
  const role = typedIn(form, "as");
  if (!visit.locals.isDemo || !isOnRibbon(role)) return notFound();
  const { people } = visit.locals.market;
  const opened = await people.signInAsSample(role, originOf(visit));
  const before = sessionToken(visit);
  if (before !== undefined) await people.signOut(before);
  keepSession(visit, opened);
  visit.cookies.set(ribbonCookie, role, { path: "/", sameSite: "lax" });
  const locale: Locale = typedIn(form, "locale") === "en" ? "en" : "vi";
  return seeOther(ribbonPlaces[role](locale));
}
