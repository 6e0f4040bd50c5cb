import { optionalConsents, passwordLengths, requiredAccountConsents, type ConsentPurpose, type Locale } from "@xudong/domain";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { answerWith, inputOf, type Refusal } from "./refusal.ts";
import { keepSession, originOf, policyVersion, refusalOfPeople, signedIn } from "./session.ts";
import { wayOn } from "./sign-in.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

export const signUpFields = ["name", "phone", "email"] as const;
export type SignUpField = (typeof signUpFields)[number];

export type SignUpPage = { locale: Locale; typed: Readonly<Record<SignUpField, string>> & { consents: readonly ConsentPurpose[] }; goesOn: string; refusal?: Refusal };

const asked = [...requiredAccountConsents, ...optionalConsents];

/** The sentence beside a box, as it is kept with the consent. */
export function consentText(purpose: ConsentPurpose, locale: Locale): string {
  return [textFor(locale).people.consents[purpose]].flat().join("");
}

/** Why a password was refused, in words. */
export function weakWords(reason: string, locale: Locale): string | undefined {
  const { weak } = textFor(locale).people;
  if (reason === "too_short") return weak.too_short(passwordLengths.min);
  return reason === "too_long" || reason === "too_common" || reason === "own_contact" ? weak[reason] : undefined;
}

/** Makes an account and signs in; what was typed survives a refusal, except the password (S2). */
export async function signUpPage(visit: Visit, locale: Locale): Promise<Response | SignUpPage> {
  keepPrivate(visit);
  const isSent = visit.request.method === "POST";
  const form = isSent ? await formOf(visit) : new FormData();
  const goesOn = isSent ? typedIn(form, "next") : (visit.url.searchParams.get("next") ?? "");
  const texts = Object.fromEntries(signUpFields.map((name) => [name, typedIn(form, name)])) as Record<SignUpField, string>;
  const typed = { ...texts, consents: asked.filter((purpose) => form.get(purpose) !== null) };
  if (!isSent) return (await signedIn(visit)) === undefined ? { locale, typed, goesOn } : seeOther(paths.account(locale));
  try {
    const consents = typed.consents.map((purpose) => ({ purpose, text: consentText(purpose, locale), policyVersion }));
    keepSession(visit, await visit.locals.market.people.signUp({ ...texts, password: typedIn(form, "password"), consents, locale }, originOf(visit)));
  } catch (error) {
    const refusal = refusedBy(error, locale);
    answerWith(visit, refusal);
    return { locale, typed, goesOn, refusal };
  }
  return seeOther(wayOn(goesOn, locale));
}

/** What the verb refused, told at our fields, all at once. */
function refusedBy(error: unknown, locale: Locale): Refusal {
  const refusal = refusalOfPeople(error, locale);
  const { form, people } = textFor(locale);
  const say: Readonly<Record<string, string>> = people.signUp.problems;
  const fields: Record<string, string> = {};
  for (const { field, reason } of refusal.error.details.issues ?? []) {
    const input = inputOf(field);
    const words = input === "password" ? weakWords(reason, locale) : reason === "phone_or_email" ? people.signUp.problems.contact : reason === "too_long" ? people.signUp.problems.tooLong : say[input];
    if (words !== undefined) fields[input] = words;
  }
  const count = Object.keys(fields).length;
  return count === 0 ? refusal : { ...refusal, title: form.problems(count), detail: "", fields };
}
