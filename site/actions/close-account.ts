import type { Locale } from "@xudong/domain";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { answerWith, type Refusal } from "./refusal.ts";
import { originOf, refusalOfPeople, signedIn, signedOut } from "./session.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

export type CloseAccountPage = { locale: Locale; /** The account is closed, and nobody is signed in any more. */ isDone: boolean; isSample: boolean; refusal?: Refusal };

/** Where somebody closes their account: what goes, what stays, and their password. A closed one is told so on the same page. */
export async function closeAccountPage(visit: Visit, locale: Locale): Promise<Response | CloseAccountPage> {
  keepPrivate(visit);
  const who = await signedIn(visit);
  if (who === undefined) return visit.url.searchParams.has("done") ? { locale, isDone: true, isSample: false } : seeOther(paths.signIn(locale));
  const page = { locale, isDone: false, isSample: who.person.isSample };
  if (visit.request.method !== "POST") return page;
  try {
    await visit.locals.market.people.closeAccount(typedIn(await formOf(visit), "password"), who.actor, originOf(visit));
  } catch (error) {
    const refusal = mended(refusalOfPeople(error, locale), locale);
    answerWith(visit, refusal);
    return { ...page, refusal };
  }
  return signedOut(visit, `${paths.closeAccount(locale)}?done`);
}

function mended(refusal: Refusal, locale: Locale): Refusal {
  const t = textFor(locale);
  return refusal.code === "person.wrong_credentials" ? { ...refusal, title: t.form.problems(1), detail: "", fields: { password: t.people.close.wrongPassword } } : refusal;
}
