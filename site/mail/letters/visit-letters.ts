import { visitCalendar } from "@xudong/content";
import { formatCode, formatDay, formatShortDay, formatTime, textIn } from "@xudong/domain";
import type { MailFile } from "@xudong/market";
import { paths, ticketKey } from "../../paths.ts";
import { wordsIn, type Block } from "../blocks.ts";
import { buyerFoot, codeOf, lowered, nameOf, shopHeading, toOrder, type About, type LetterOf, type Room } from "./room.ts";

/** The tickets of one visit: when, where, how to get in, and each ticket by its own link. */
export const tickets: LetterOf<"tickets"> = ({ tickets: all, entryFrom, link }, room) => {
  const { t, locale } = room;
  const [first] = all;
  const title = nameOf(first.listingTitle, locale);
  const short = t.at(formatTime(first.startsAt, locale), lowered(formatShortDay(first.startsAt, locale), locale));
  const kinds = Map.groupBy(all, ({ variantTitle }) => nameOf(variantTitle, locale));
  return {
    subject: t.tickets.subject(title, short),
    glance: `${short}. ${nameOf(first.place, locale)}`,
    over: codeOf(link, room),
    title: t.tickets.title(title),
    blocks: [
      shopHeading({ name: first.shopName, isSample: first.isSample }, locale),
      {
        is: "facts",
        facts: [
          [t.tickets.when, t.tickets.until(formatTime(first.startsAt, locale), formatTime(first.endsAt, locale), lowered(formatDay(first.startsAt, locale), locale))],
          [t.tickets.where, wordsIn(first.place, locale)],
          [t.tickets.kinds, [...kinds].map(([kind, some]) => t.tickets.kind(kind, some.length)).join(", ")],
          [t.tickets.entry, t.tickets.entryHow(formatTime(entryFrom, locale))],
        ],
      },
      ...toOrder(link, room, { words: t.openTickets, part: "#tickets" }),
      ...eachTicket(all, link, room),
      { is: "note", words: [t.tickets.calendar, t.tickets.offline, t.keepLink] },
    ],
    foot: buyerFoot(link, room),
  };
};

function eachTicket(all: About<"tickets">["tickets"], { code, key }: About<"tickets">["link"], { t, locale, url }: Room): Block[] {
  if (key === undefined) return [];
  const open = (ticket: string) => url(`${paths.order(locale, code)}?key=${encodeURIComponent(key)}&${ticketKey(locale)}=${ticket}`);
  return [{ is: "links", links: all.map((ticket, at) => ({ words: t.tickets.one(at + 1, all.length, formatCode(ticket.code)), url: open(ticket.code) })) }];
}

/** The visit for a calendar program; the key of its order is not in it. It is the same event as on the page of its first ticket. */
export function ticketsFile({ tickets: [first], asOf, link }: About<"tickets">, { locale, t }: Room): MailFile {
  const said = `${t.order} ${formatCode(link.code)}`;
  const content = visitCalendar(
    { uid: `ticket-${first.code}`, title: first.listingTitle, startsAt: first.startsAt, endsAt: first.endsAt, place: first.place, note: { vi: said, en: said }, asOf },
    { name: textIn(first.listingTitle, locale).text, locale },
  );
  return { fileName: t.tickets.calendarFile, contentType: "text/calendar; charset=utf-8; method=PUBLISH", content };
}
