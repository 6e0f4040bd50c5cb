import { isDomainError, type Locale } from "@xudong/domain";
import type { OpenedSession, OrderRef, Origin, SignedIn } from "@xudong/market";
import { ribbonCookie } from "../ribbon.ts";
import { textFor } from "../text/index.ts";
import { orderKey } from "./keys.ts";
import { refusalOf, type Refusal } from "./refusal.ts";
import { keepPrivate, seeOther, type Visit } from "./visit.ts";

/** The version of the words people agree to. Words that change get another one. */
export const policyVersion = "2026-11 mẫu";

const cookie = "session";
const kept = (visit: Visit) => ({ path: "/", sameSite: "lax" as const, secure: visit.locals.publicUrl.startsWith("https:"), httpOnly: true });

/** Where a request comes from, as the verbs about people ask for it. */
export const originOf = (visit: Visit): Origin => ({ clientAddress: visit.locals.clientAddress, userAgent: visit.request.headers.get("user-agent") ?? "" });

/** The browser keeps a session as long as the market does, to the second. */
export function keepSession(visit: Visit, { token, expiresAt }: OpenedSession): void {
  const maxAge = Math.max(0, Math.floor((expiresAt.getTime() - visit.locals.market.clock.now().getTime()) / 1000));
  visit.cookies.set(cookie, token, { ...kept(visit), maxAge });
}

export function forgetSession(visit: Visit): void {
  visit.cookies.delete(cookie, kept(visit));
  visit.cookies.delete(ribbonCookie, { path: "/" });
}

/** The session ends here, and with it whatever this browser has kept of somebody's orders and tickets for where there is no signal. */
export function signedOut(visit: Visit, location: string): Response {
  forgetSession(visit);
  const answer = seeOther(location);
  answer.headers.set("clear-site-data", '"storage"');
  return answer;
}

export const sessionToken = (visit: Visit): string | undefined => visit.cookies.get(cookie)?.value || undefined;

/** One page asks more than once who is here. */
const asked = new WeakMap<Request, Promise<SignedIn | undefined>>();

/**
 * Who is signed in on this browser, if anybody. A page that asks shows one person's things, so no copy of it is kept: pages
 * that are the same for everybody must not ask.
 */
export function signedIn(visit: Visit): Promise<SignedIn | undefined> {
  keepPrivate(visit);
  const token = sessionToken(visit);
  if (token === undefined) return Promise.resolve(undefined);
  const known = asked.get(visit.request) ?? lookUp(visit, token);
  asked.set(visit.request, known);
  return known;
}

async function lookUp(visit: Visit, token: string): Promise<SignedIn | undefined> {
  const who = await visit.locals.market.people.session(token);
  if (who === undefined) forgetSession(visit);
  else if (who.isRenewed) keepSession(visit, { token, expiresAt: who.expiresAt });
  return who;
}

/** What opens an order in this browser: the key it holds, or the account that the order belongs to. */
export async function orderRef(visit: Visit, code: string): Promise<OrderRef | undefined> {
  const held = orderKey(visit, code);
  if (held !== undefined) return held;
  const who = await signedIn(visit);
  if (who === undefined) return undefined;
  try {
    return await visit.locals.market.people.myOrder(code, who.actor);
  } catch (error) {
    if (isDomainError(error) && error.code === "order.not_found") return undefined;
    throw error;
  }
}

/** A refusal of the verbs about people: too many tries say how many minutes to wait. */
export function refusalOfPeople(error: unknown, locale: Locale): Refusal & { error: ReturnType<typeof refusalOf>["error"] } {
  const refusal = refusalOf(error, locale);
  const { retryAfterSeconds } = refusal.error.details;
  if (refusal.code !== "request.too_many" || typeof retryAfterSeconds !== "number") return refusal;
  const t = textFor(locale).people.tooMany;
  return { ...refusal, title: t.title, detail: t.detail(Math.ceil(retryAfterSeconds / 60)) };
}
