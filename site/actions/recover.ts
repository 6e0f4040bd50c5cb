import { isDomainError, parseEmail, type Locale } from "@xudong/domain";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { answerWith, type Refusal } from "./refusal.ts";
import { keepSession, originOf, refusalOfPeople } from "./session.ts";
import { weakWords } from "./sign-up.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

export type RecoverPage = { locale: Locale; typed: { email: string }; isSent: boolean; refusal?: Refusal };

/** Asks for a link to choose a new password. The answer is the same whether anybody has that e-mail. */
export async function recoverPage(visit: Visit, locale: Locale): Promise<RecoverPage> {
  keepPrivate(visit);
  if (visit.request.method !== "POST") return { locale, typed: { email: "" }, isSent: false };
  const email = typedIn(await formOf(visit), "email");
  const again = (refusal: Refusal): RecoverPage => {
    answerWith(visit, refusal);
    return { locale, typed: { email }, isSent: false, refusal };
  };
  const t = textFor(locale);
  if (parseEmail(email) === undefined) return again({ code: undefined, title: t.form.problems(1), detail: "", fields: { email: t.people.signUp.problems.email } });
  try {
    await visit.locals.market.people.requestRecovery(email, originOf(visit));
  } catch (error) {
    return again(refusalOfPeople(error, locale));
  }
  return { locale, typed: { email }, isSent: true };
}

export type NewPasswordPage = { locale: Locale; token: string; /** Whose account; absent where the link opens nothing. */ name?: string; refusal?: Refusal };

/** Opens by a one-time link. Looking uses nothing up, so that a mail program which follows links spoils none. */
export async function newPasswordPage(visit: Visit, locale: Locale): Promise<Response | NewPasswordPage> {
  keepPrivate(visit);
  const { people } = visit.locals.market;
  const form = visit.request.method === "POST" ? await formOf(visit) : undefined;
  const token = form === undefined ? (visit.url.searchParams.get("token") ?? "") : typedIn(form, "token");
  let refusal: Refusal | undefined;
  if (form !== undefined) {
    try {
      keepSession(visit, await people.recover(token, typedIn(form, "password"), originOf(visit)));
      return seeOther(paths.account(locale));
    } catch (error) {
      const refused = refusalOfPeople(error, locale);
      const words = weakWords(refused.error.details.issues?.[0]?.reason ?? "", locale);
      refusal = words === undefined ? refused : { ...refused, title: textFor(locale).form.problems(1), detail: "", fields: { password: words } };
      answerWith(visit, refusal);
    }
  }
  try {
    const { name } = await people.recovery(token);
    return { locale, token, name, ...(refusal ? { refusal } : {}) };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    visit.response.status = 404;
    return { locale, token: "" };
  }
}
