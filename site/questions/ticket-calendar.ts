import type { APIContext } from "astro";
import { visitCalendar } from "@xudong/content";
import { dayOf, formatCode, startOf, textIn, type Locale } from "@xudong/domain";
import { notFound, type Visit } from "../actions/visit.ts";
import { textFor } from "../text/index.ts";
import { ticketPage } from "./ticket.ts";

/** A ticket's time as a file for a calendar program, for a browser that holds the key of its order. The key is not in it. */
export async function ticketCalendar(context: Pick<APIContext, "request" | "url" | "cookies" | "locals" | "params">, locale: Locale): Promise<Response> {
  const visit: Visit = { request: context.request, url: context.url, cookies: context.cookies, locals: context.locals, params: context.params, response: { status: 200, statusText: "", headers: new Headers() } };
  const { ticket } = await ticketPage(visit, locale);
  if (ticket === undefined) return notFound();
  const said = textFor(locale).ticket.title(formatCode(ticket.code));
  const text = visitCalendar(
    {
      uid: `ticket-${ticket.code}`,
      title: ticket.listingTitle,
      startsAt: ticket.startsAt,
      endsAt: ticket.endsAt,
      place: ticket.place,
      note: { vi: said, en: said },
      asOf: startOf(dayOf(visit.locals.market.clock.now())),
      isCancelled: ticket.state === "void",
    },
    { name: textIn(ticket.listingTitle, locale).text, locale },
  );
  return new Response(text, {
    headers: { "content-type": "text/calendar; charset=utf-8", "content-disposition": `inline; filename="${ticket.code}.ics"`, "cache-control": "no-store", "referrer-policy": "same-origin" },
  });
}
