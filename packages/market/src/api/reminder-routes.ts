import { z } from "zod";
import { reminderConsent } from "@xudong/domain";
import { examples } from "./examples.ts";
import { route, type Route } from "./route.ts";
import { answer, body, line, name, noted, secret, text } from "./validators.ts";

export const reminder = noted(
  answer({
    id: text(),
    token: noted(text(), { description: "Send it as `Reminder-Token`. Whoever has it can take the wish back." }),
    beginsOn: noted(z.iso.date().nullable(), { description: "The day, in Vietnam, on which the season is expected to begin; null where none is known." }),
  }),
  { id: "Reminder" },
);

const forgotten = noted(answer({ forgotten: z.literal(true) }), { id: "ForgottenReminder" });

/** Wishes to hear, once, that a thing is in season again. */
export const reminderRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/listings/{slug}/reminders",
    name: "remindOfSeason",
    summary: "Ask to be told when a thing is in season again",
    description: `For what is out of season. One mail goes to the address when the season begins, and the address is deleted some weeks later. The consent is given by a person, to these words: “${reminderConsent.words.en}” (“${reminderConsent.words.vi}”). The same wish again is the same wish.`,
    status: 201,
    isLocalized: true,
    params: z.object({ slug: noted(name(), { description: "The slug of either language." }) }),
    absent: "listing.not_found",
    body: body({ email: line(254), consents: z.array(z.literal(reminderConsent.purpose)).max(1) }),
    bodyExample: { email: "hanh@example.com", consents: [reminderConsent.purpose] },
    refusals: ["listing.not_found", "reminder.details_invalid", "reminder.already_in_season", "reminder.too_many", "request.too_many"],
    answer: reminder,
    example: examples.reminder,
    async handle({ params, body: { email, consents } }, { market, locale, repeat }) {
      const { id, token, beginsOn = null } = await market.remindOfSeason({ listing: params.slug, email, consents, locale }, { clientAddress: repeat.clientAddress, userAgent: "" });
      return { body: { id, token, beginsOn } };
    },
  }),
  route({
    method: "POST",
    path: "/reminders/{id}/forget",
    name: "forgetReminder",
    summary: "Take such a wish back",
    description: "The address is deleted at once. Again changes nothing.",
    params: z.object({ id: name() }),
    absent: "reminder.not_found",
    headers: z.object({ "Reminder-Token": secret("The token that came with the wish.") }),
    body: body({}),
    needsBody: false,
    refusals: ["reminder.not_found"],
    answer: forgotten,
    example: { forgotten: true },
    async handle({ params, headers }, { market }) {
      await market.forgetReminder({ id: params.id, token: headers["Reminder-Token"] });
      return { body: { forgotten: true as const } };
    },
  }),
];
