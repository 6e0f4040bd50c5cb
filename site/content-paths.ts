import type { Locale, PieceKind } from "@xudong/domain";
import { paths } from "./paths.ts";

type BothSlugs = { readonly [L in Locale]: string };

const lists: Readonly<Record<PieceKind, { readonly [L in Locale]: string }>> = {
  place: { vi: "/diem-den", en: "/en/places" },
  festival: { vi: "/le-hoi", en: "/en/festivals" },
  itinerary: { vi: "/hanh-trinh", en: "/en/itineraries" },
  guide: { vi: "/cam-nang", en: "/en/guides" },
  campaign: { vi: "/chuyen-de", en: "/en/themes" },
};

/** Kinds with pages of their own, in the order in which they are named. */
export const shownKinds = ["place", "festival", "itinerary", "guide"] as const;

/** The query key by which places are narrowed to what they are. */
export const placeKindKey = (locale: Locale): string => (locale === "vi" ? "loai" : "kind");

export const pieceListPath = (locale: Locale, kind: PieceKind): string => lists[kind][locale];
export const piecePath = (locale: Locale, piece: { kind: PieceKind; slug: BothSlugs }): string => `${lists[piece.kind][locale]}/${piece.slug[locale]}`;

/** Calendars come from the API, which says so by their kind. */
export const calendarPath = (locale: Locale, festival?: { slug: BothSlugs }): string =>
  `/api/v1/festivals${festival === undefined ? "" : `/${festival.slug[locale]}`}.ics${locale === "vi" ? "" : "?locale=en"}`;

/** The time of a ticket as a file for a calendar program. */
export function ticketCalendarPath(locale: Locale, ticket: { code: string; orderCode: string }): string {
  const [page = "", query = ""] = paths.ticket(locale, ticket.code, ticket.orderCode).split("?");
  return `${page}/${locale === "vi" ? "lich" : "calendar"}.ics?${query}`;
}
