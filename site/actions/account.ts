import { isDomainError, type Locale } from "@xudong/domain";
import type { SignedIn } from "@xudong/market";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { heldOrders, orderKey } from "./keys.ts";
import { answerWith, type Refusal } from "./refusal.ts";
import { originOf, policyVersion, refusalOfPeople, sessionToken, signedIn, signedOut } from "./session.ts";
import { consentText, weakWords } from "./sign-up.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

type Market = Visit["locals"]["market"];
type Done = keyof ReturnType<typeof textFor>["people"]["account"]["done"];

export type AccountPage = {
  locale: Locale;
  who: SignedIn;
  orders: Awaited<ReturnType<Market["people"]["myOrders"]>>;
  isFirstPage: boolean;
  /** Codes of orders this browser holds the key of, and the account does not have. */
  unclaimed: readonly string[];
  sessions: Awaited<ReturnType<Market["people"]["mySessions"]>>;
  consents: Awaited<ReturnType<Market["people"]["myConsents"]>>;
  done?: Done;
  refusal?: Refusal;
};

const mostUnclaimed = 5;

/** What each button of the page does; all of them are safe to press twice. */
const deeds: Readonly<Record<string, (visit: Visit, who: SignedIn, form: FormData, locale: Locale) => Promise<Done>>> = {
  async password(visit, { actor, sessionId }, form) {
    await visit.locals.market.people.changePassword({ current: typedIn(form, "current"), next: typedIn(form, "password"), keptSessionId: sessionId }, actor, originOf(visit));
    return "password";
  },
  async "end-session"(visit, { actor }, form) {
    await visit.locals.market.people.endSession(typedIn(form, "session"), actor).catch(unless("session.not_found"));
    return "session";
  },
  async "end-others"(visit, { actor, sessionId }) {
    await visit.locals.market.people.endOtherSessions(sessionId, actor);
    return "sessions";
  },
  async consent(visit, { actor }, form, locale) {
    const purpose = typedIn(form, "purpose");
    if (purpose === "season_news") await visit.locals.market.people.setConsent({ purpose, text: consentText(purpose, locale), policyVersion, isGiven: form.get("give") !== null }, actor);
    return "consent";
  },
  async claim(visit, { actor }, form) {
    const ref = orderKey(visit, typedIn(form, "code"));
    if (ref !== undefined) await visit.locals.market.people.claimOrder(ref, actor).catch(unless("order.not_found"));
    return "order";
  },
};

function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (!isDomainError(error) || error.code !== code) throw error;
  };
}

/** The page of somebody who is signed in: orders, where they are signed in, what they agreed to, their password. */
export async function accountPage(visit: Visit, locale: Locale): Promise<Response | AccountPage> {
  keepPrivate(visit);
  const { people } = visit.locals.market;
  const form = visit.request.method === "POST" ? await formOf(visit) : undefined;
  const deed = form === undefined ? "" : typedIn(form, "do");
  if (deed === "sign-out") {
    await people.signOut(sessionToken(visit) ?? "");
    return signedOut(visit, paths.home(locale));
  }
  const who = await signedIn(visit);
  if (who === undefined) return seeOther(paths.signIn(locale));

  let refusal: Refusal | undefined;
  if (form !== undefined && Object.hasOwn(deeds, deed)) {
    try {
      const done = await deeds[deed]?.(visit, who, form, locale);
      return seeOther(`${paths.account(locale)}?done=${done ?? ""}`);
    } catch (error) {
      refusal = refusedBy(error, locale);
      answerWith(visit, refusal);
    }
  }
  const before = visit.url.searchParams.get("before") ?? undefined;
  const said = visit.url.searchParams.get("done") ?? "";
  const isDone = (name: string): name is Done => Object.hasOwn(textFor(locale).people.account.done, name);
  const [orders, sessions, consents] = [await people.myOrders(who.actor, before === undefined ? {} : { before }), await people.mySessions(who.actor), await people.myConsents(who.actor)];
  return {
    locale, who, orders, sessions, consents,
    isFirstPage: before === undefined,
    unclaimed: await unclaimedOrders(visit, who),
    ...(refusal === undefined && isDone(said) ? { done: said } : {}),
    ...(refusal ? { refusal } : {}),
  };
}

/** Orders of this browser that are not in the account, and may be put there. */
async function unclaimedOrders(visit: Visit, who: SignedIn): Promise<string[]> {
  const codes: string[] = [];
  for (const { code } of heldOrders(visit).slice(-mostUnclaimed)) {
    const isOwn = await visit.locals.market.people.myOrder(code, who.actor).then(() => true, () => false);
    if (!isOwn) codes.push(code);
  }
  return codes;
}

function refusedBy(error: unknown, locale: Locale): Refusal {
  const refusal = refusalOfPeople(error, locale);
  const t = textFor(locale);
  const mend = (field: string, words: string): Refusal => ({ ...refusal, title: t.form.problems(1), detail: "", fields: { [field]: words } });
  if (refusal.code === "person.wrong_credentials") return mend("current", t.people.account.wrongPassword);
  const words = weakWords(refusal.error.details.issues?.[0]?.reason ?? "", locale);
  return words === undefined ? refusal : mend("password", words);
}
