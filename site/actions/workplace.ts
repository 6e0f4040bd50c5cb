import { isDomainError, isId, type Locale, type Permission } from "@xudong/domain";
import type { SignedIn, Workplace } from "@xudong/market";
import { consolePaths, withQuery } from "../console-paths.ts";
import { paths } from "../paths.ts";
import { signedIn } from "./session.ts";
import { seeOther, typedIn, type Visit } from "./visit.ts";

/** Somebody at work: who they are, where they may work, and at which of these shops this page is. */
export type AtWork = { who: SignedIn; shops: readonly Workplace[]; shop: Workplace | undefined };

/** Whoever works here, or the way to sign in. */
export async function whoWorks(visit: Visit, locale: Locale, place: keyof typeof consolePaths): Promise<SignedIn | Response> {
  return (await signedIn(visit)) ?? seeOther(withQuery(paths.signIn(locale), { next: place }));
}

/**
 * Who is here and at which shop: the one that was asked for, or the only one. A shop that is asked for and is not theirs is as
 * if there were none (S1).
 */
export async function atWork(visit: Visit, locale: Locale, place: "sell" | "gate", may: readonly Permission[], form?: FormData): Promise<AtWork | Response> {
  const who = await whoWorks(visit, locale, place);
  if (who instanceof Response) return who;
  const ids = new Set(who.actor.grants.filter(({ permission, scope }) => isId(scope) && may.includes(permission)).map(({ scope }) => scope));
  const shops: Workplace[] = [];
  for (const id of ids) {
    const shop = await visit.locals.market.selling.shop(id, who.actor).catch(unlessGone);
    if (shop !== undefined) shops.push(shop);
  }
  const asked = form === undefined ? visit.url.searchParams.get("shop") : typedIn(form, "shop");
  const shop = shops.find(({ id }) => id === asked) ?? (shops.length === 1 ? shops[0] : undefined);
  if (shops.length === 0) visit.response.status = 404;
  return { who, shops, shop };
}

function unlessGone(error: unknown): undefined {
  if (!isDomainError(error) || error.code !== "shop.not_found") throw error;
  return undefined;
}
