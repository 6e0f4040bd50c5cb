import { reminderConsent, type Day, type Locale } from "@xudong/domain";
import { textFor } from "../text/index.ts";
import { answerWith, inputOf, type Refusal } from "./refusal.ts";
import { originOf, refusalOfPeople, signedIn } from "./session.ts";
import { formOf, typedIn, type Visit } from "./visit.ts";

/** The form beside a thing out of season: what was typed, what is wrong with it, or until when one has to wait. */
export type ReminderForm = { typed: { email: string; agrees: boolean }; refusal?: Refusal; done?: { beginsOn: Day | undefined } };

export const emptyReminder: ReminderForm = { typed: { email: "", agrees: false } };

/** Writes down that somebody wants to be told when a thing is in season. The same wish again is the same wish, so that a reload repeats nothing. */
export async function remind(visit: Visit, listing: string, locale: Locale): Promise<ReminderForm> {
  visit.response.headers.set("cache-control", "no-store");
  const form = await formOf(visit);
  const typed = { email: typedIn(form, "email"), agrees: form.getAll("consents").includes(reminderConsent.purpose) };
  try {
    const who = await signedIn(visit);
    const { beginsOn } = await visit.locals.market.remindOfSeason({ listing, email: typed.email, consents: typed.agrees ? [reminderConsent.purpose] : [], locale }, originOf(visit), who?.actor);
    return { typed, done: { beginsOn } };
  } catch (error) {
    const known = refusalOfPeople(error, locale);
    const words = textFor(locale).browse.remind.problems;
    const fields = Object.fromEntries((known.error.details.issues ?? []).map(({ field }) => [inputOf(field), inputOf(field) === "email" ? words.email : words.agree]));
    const refusal = { ...known, fields: { ...known.fields, ...fields } };
    answerWith(visit, refusal);
    return { typed, refusal };
  }
}
