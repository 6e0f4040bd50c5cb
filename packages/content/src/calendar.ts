import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays, lunarOf, textIn, type Day, type FestivalTime, type Locale, type Localized } from "@xudong/domain";
import type { FestivalHolding } from "./festivals.ts";

/** What a calendar says of itself. */
export type CalendarOf = { name: string; locale: Locale };

const words = {
  vi: { lunar: "Âm lịch", main: "Ngày chính", announced: "Ngày do ban tổ chức báo.", byRule: "Ngày tính theo âm lịch; ban tổ chức có thể dời một hai ngày.", leap: "nhuận", to: "đến" },
  en: { lunar: "Lunar calendar", main: "Main day", announced: "Days announced by the organisers.", byRule: "Days by the lunar calendar; organisers may move them by a day or two.", leap: "leap", to: "to" },
} as const;

/**
 * Festivals as an iCalendar file, each holding a run of whole days in Vietnam. One without known days is left out: a calendar
 * must not make a date up. A holding keeps its UID when its days are moved, so that a calendar that subscribes moves it, too.
 */
export function festivalCalendar(holdings: readonly FestivalHolding[], { name, locale }: CalendarOf): string {
  const calendar = emptyCalendar(name);
  for (const { festival, row, time } of holdings) {
    if (time.precision !== "days") continue;
    const approvedAt = row.version.decidedAt ?? row.version.writtenAt;
    const title = textIn(festival.title, locale).text;
    calendar.createEvent({
      id: `${festival.id}-${holdingName(time)}`,
      allDay: true,
      start: wholeDay(time.from),
      end: wholeDay(addDays(time.to, 1)),
      summary: time.what === undefined ? title : `${title}: ${textIn(time.what, locale).text}`,
      description: describeHolding(row.version, time, locale),
      location: placeOf(row.version.detail, festival.units, locale),
      stamp: approvedAt,
      lastModified: approvedAt,
      sequence: row.version.number - 1,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** A time to be somewhere, as an iCalendar file: a slot of an experience, or a ticket for it. */
export type VisitTime = {
  /** The same for the same visit, whoever asks and whenever. */
  uid: string;
  title: Localized;
  startsAt: Date;
  endsAt: Date;
  place: Localized;
  /** What else to know: the ticket's code, say; never the key that opens it. */
  note?: Localized;
  /** When this was so: not the moment of asking, or every copy would differ. */
  asOf: Date;
  isCancelled?: boolean;
};

export function visitCalendar({ uid, title, startsAt, endsAt, place, note, asOf, isCancelled = false }: VisitTime, { name, locale }: CalendarOf): string {
  const calendar = emptyCalendar(name);
  calendar.createEvent({
    id: uid,
    start: startsAt,
    end: endsAt,
    summary: textIn(title, locale).text,
    location: textIn(place, locale).text,
    ...(note === undefined ? {} : { description: textIn(note, locale).text }),
    stamp: asOf,
    lastModified: asOf,
    sequence: isCancelled ? 1 : 0,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

function emptyCalendar(name: string) {
  return ical({ name, prodId: { company: "xudong", product: "content" }, method: ICalCalendarMethod.PUBLISH });
}

/** Read in UTC, so that a server anywhere writes the same day. */
const wholeDay = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Which holding of a festival it is, whatever its days: the lunar year it belongs to, and the month for a lesser one. */
function holdingName({ from, isLesser }: FestivalTime): string {
  const { year, month } = lunarOf(from);
  return isLesser ? `${year}-${month}` : `${year}`;
}

function describeHolding({ words: { summary }, detail }: FestivalHolding["row"]["version"], time: FestivalTime, locale: Locale): string {
  const t = words[locale];
  if (detail.kind === "festival" && detail.dates.calendar === "harvest") return [textIn(summary, locale).text, t.announced].join("\n");
  const mains = time.mainDays.map(({ day, what }) => `${t.main}: ${spell(day)} (${t.lunar.toLowerCase()} ${spellLunar(day, locale)})${what === undefined ? "" : `, ${textIn(what, locale).text}`}`);
  const span = time.from === time.to ? spellLunar(time.from, locale) : `${spellLunar(time.from, locale)} ${t.to} ${spellLunar(time.to, locale)}`;
  return [textIn(summary, locale).text, `${t.lunar}: ${span}`, ...mains, time.isAnnounced ? t.announced : t.byRule].join("\n");
}

const spell = (day: Day): string => day.split("-").toReversed().join("/");

/** "20/8" in the lunar calendar, with its leap month named. */
function spellLunar(day: Day, locale: Locale): string {
  const { day: lunarDay, month, isLeapMonth } = lunarOf(day);
  return `${lunarDay}/${month}${isLeapMonth ? ` ${words[locale].leap}` : ""}`;
}

function placeOf(detail: FestivalHolding["row"]["version"]["detail"], units: FestivalHolding["festival"]["units"], locale: Locale): string {
  const address = "location" in detail ? detail.location.address : undefined;
  return address === undefined ? units.map(({ name }) => textIn(name, locale).text).join(" / ") : textIn(address, locale).text;
}
