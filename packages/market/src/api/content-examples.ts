import type { z } from "zod";
import type { piece, piecePage } from "./content-json.ts";

// What the API's description shows. Everything in it is invented, and says so.

const card = {
  id: "01K9Q4M0P1ACE0000000000001",
  kind: "festival" as const,
  slug: "hoi-lang-mau",
  title: "Hội làng Mẫu",
  summary: "Ba ngày tháng hai âm lịch, có rước nước.",
  picture: null,
  isSample: true,
  units: [{ code: "00001", name: "Xã Mẫu" }],
  placeKind: null,
  next: {
    from: "2027-03-16",
    to: "2027-03-18",
    precision: "days" as const,
    mainDays: [{ day: "2027-03-18", what: "Rước nước" }],
    what: null,
    isAnnounced: false,
    lunar: { from: { day: 9, month: 2, year: 2027, isLeapMonth: false }, to: { day: 11, month: 2, year: 2027, isLeapMonth: false } },
  },
  days: null,
  untranslated: [],
};

export const contentExamples: { piecePage: z.infer<typeof piecePage>; piece: z.infer<typeof piece>; calendar: string } = {
  piecePage: { items: [card], page: 1, pageSize: 24, total: 1 },
  piece: {
    ...card,
    body: [{ heading: "Rước nước", text: "Nội dung mẫu." }],
    facts: [],
    pictures: [],
    sources: [{ title: "Nguồn mẫu", url: "https://example.org/", asOf: "2026" }],
    address: "Xã Mẫu, Tỉnh Mẫu",
    coordinates: null,
    ranks: [],
    isWorldHeritage: false,
    openingHours: null,
    ticket: null,
    months: [],
    holdings: [card.next],
    place: null,
    stops: [],
    listings: [{ kind: "goods", slug: "mat-ong-hoa-nhan", title: "Mật ong hoa nhãn", priceFrom: 120_000 }],
    related: [],
    publishedAt: "2026-11-23T03:00:00.000Z",
    changedAt: "2026-11-23T03:00:00.000Z",
  },
  calendar: [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//xudong//content//EN", "BEGIN:VEVENT", "UID:01K9Q4M0P1ACE0000000000001-2027", "DTSTAMP:20261123T030000Z",
    "DTSTART;VALUE=DATE:20270316", "DTEND;VALUE=DATE:20270319", "SUMMARY:Hội làng Mẫu", "END:VEVENT", "END:VCALENDAR", "",
  ].join("\r\n"),
};
