import type { Locale } from "@xudong/domain";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { keepOrderKey } from "./keys.ts";
import { answerWith, type Refusal } from "./refusal.ts";
import { originOf, refusalOfPeople } from "./session.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

export type LookupPage = { locale: Locale; typed: { code: string; contact: string }; refusal?: Refusal };

/** Opens a guest's order again in this browser, for who knows its code and contact. A wrong code and a wrong contact read alike (S1). */
export async function lookupPage(visit: Visit, locale: Locale): Promise<Response | LookupPage> {
  keepPrivate(visit);
  if (visit.request.method !== "POST") return { locale, typed: { code: visit.url.searchParams.get("code") ?? "", contact: "" } };
  const form = await formOf(visit);
  const typed = { code: typedIn(form, "code"), contact: typedIn(form, "contact") };
  const t = textFor(locale);
  const again = (refusal: Refusal): LookupPage => {
    answerWith(visit, refusal);
    return { locale, typed, refusal };
  };
  const missing = (["code", "contact"] as const).filter((name) => typed[name].trim() === "");
  if (missing.length > 0) return again({ code: undefined, title: t.form.problems(missing.length), detail: "", fields: Object.fromEntries(missing.map((name) => [name, t.people.lookup.missing[name]])) });
  try {
    const order = await visit.locals.market.people.lookUpOrder(typed, originOf(visit));
    keepOrderKey(visit, order);
    return seeOther(paths.order(locale, order.code));
  } catch (error) {
    const refusal = refusalOfPeople(error, locale);
    return again(refusal.code === "order.not_found" ? { ...refusal, ...t.people.lookup.wrong } : refusal);
  }
}
