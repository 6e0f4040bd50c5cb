import type { Locale } from "@xudong/domain";
import { consolePaths } from "../console-paths.ts";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { answerWith, type Refusal } from "./refusal.ts";
import { keepSession, originOf, refusalOfPeople, signedIn } from "./session.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

export type SignInPage = { locale: Locale; typed: { contact: string }; goesOn: string; refusal?: Refusal };

/** Where a person wanted to go before they were asked to sign in. Names, not addresses: nobody can be sent elsewhere. */
const waysOn = { checkout: paths.checkout, ...consolePaths } as const;

export function wayOn(name: string, locale: Locale): string {
  return Object.hasOwn(waysOn, name) ? waysOn[name as keyof typeof waysOn](locale) : paths.account(locale); // just looked up
}

/** The door for people with an account. What was typed survives a refusal, except the password (S2). */
export async function signInPage(visit: Visit, locale: Locale): Promise<Response | SignInPage> {
  keepPrivate(visit);
  const isSent = visit.request.method === "POST";
  const form = isSent ? await formOf(visit) : new FormData();
  const goesOn = isSent ? typedIn(form, "next") : (visit.url.searchParams.get("next") ?? "");
  if (!isSent) return (await signedIn(visit)) === undefined ? { locale, typed: { contact: "" }, goesOn } : seeOther(wayOn(goesOn, locale));

  const [contact, password] = [typedIn(form, "contact"), typedIn(form, "password")];
  const again = (refusal: Refusal): SignInPage => {
    answerWith(visit, refusal);
    return { locale, typed: { contact }, goesOn, refusal };
  };
  const missing = whatIsMissing({ contact, password }, locale);
  if (missing !== undefined) return again(missing);
  try {
    keepSession(visit, await visit.locals.market.people.signIn({ contact, password }, originOf(visit)));
  } catch (error) {
    return again(refusalOfPeople(error, locale));
  }
  return seeOther(wayOn(goesOn, locale));
}

function whatIsMissing(typed: Readonly<Record<"contact" | "password", string>>, locale: Locale): Refusal | undefined {
  const t = textFor(locale);
  const fields = Object.fromEntries((["contact", "password"] as const).filter((name) => typed[name].trim() === "").map((name) => [name, t.people.signIn.missing[name]]));
  const count = Object.keys(fields).length;
  return count === 0 ? undefined : { code: undefined, title: t.form.problems(count), detail: "", fields };
}
