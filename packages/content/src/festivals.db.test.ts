import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { hours, plus, type FestivalDates, type PieceDetail } from "@xudong/domain";
import { aPlaceDetail, aPublishedPiece, editor, writer } from "../testing/fixtures.ts";
import { readCalendar } from "../testing/read-calendar.ts";
import { festivalCalendar, festivalsOfYear, nextFestivals, publishPiece, revisePiece, submitPiece, visitCalendar } from "./index.ts";

const now = new Date("2026-09-25T03:00:00Z");
const festival = (dates: FestivalDates): { detail: PieceDetail } => ({ detail: { kind: "festival", dates, location: { unitCodes: [], address: { vi: "Phường Thử; bên sông, bến Đò", en: "Thử ward" } } } });
const titled = (vi: string, en: string) => ({ title: { vi, en } });
const both = (vi: string, en: string) => ({ vi, en });

const autumn = { ...titled("Lễ hội mùa thu, Thử – Nghiệm", "Autumn festival"), ...festival({ calendar: "lunar", month: 8, startDay: 10, lengthDays: 11, mainDays: [{ month: 8, day: 20, what: both("Ngày giỗ", "Death day") }], alsoOn: [{ month: 1, day: 15, what: both("Hội xuân", "Spring day") }] }) };
const spring = { ...titled("Hội xuân làng Thử", "Spring festival"), ...festival({ calendar: "lunar", month: 1, startDay: 16, lengthDays: 8 }) };
const rice = { ...titled("Ngày hội lúa", "Rice day"), ...festival({ calendar: "harvest", months: [9, 10] }) };

eachDatabase("Festivals", (database) => {
  test("are told soonest first; what is going on says so, and what has only months never does", async () => {
    for (const each of [spring, rice, autumn]) await aPublishedPiece(database.store, now, each);
    await aPublishedPiece(database.store, now, { detail: aPlaceDetail });
    const next = await nextFestivals(database.store.read, now, 10);
    expect(next.map(({ title, time, isGoingOn }) => [title.en, time.from, time.precision, isGoingOn])).toEqual([
      ["Rice day", "2026-09-01", "months", false],
      ["Autumn festival", "2026-09-20", "days", true],
      ["Spring festival", "2027-02-21", "days", false],
    ]);
    expect(await nextFestivals(database.store.read, now, 2)).toHaveLength(2);
    expect((await nextFestivals(database.store.read, plus(now, hours(24 * 30)), 10)).map(({ title, time }) => `${title.en} ${time.from}`)).toEqual(["Rice day 2026-09-01", "Autumn festival 2027-02-20", "Spring festival 2027-02-21"]);
  });

  test("of a year are all there, main ones and lesser ones", async () => {
    const holdings = await festivalsOfYear(database.store.read, 2027, now);
    expect(holdings.map(({ festival: { title }, time }) => `${time.from} ${title.en}${time.isLesser ? `: ${time.what?.en}` : ""}`)).toEqual([
      "2027-02-20 Autumn festival: Spring day", "2027-02-21 Spring festival", "2027-09-01 Rice day", "2027-09-10 Autumn festival",
    ]);
  });

  test("become a calendar of whole days, in each language, read back as they were meant", async () => {
    const holdings = await festivalsOfYear(database.store.read, 2026, now);
    const { head, events } = readCalendar(festivalCalendar(holdings, { name: "Lễ hội", locale: "vi" }));
    expect(head).toMatchObject({ VERSION: "2.0", METHOD: "PUBLISH", "X-WR-CALNAME": "Lễ hội" });
    expect(events.map((event) => [event["SUMMARY"], event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]])).toEqual([
      ["Lễ hội mùa thu, Thử – Nghiệm: Hội xuân", "20260303", "20260304"],
      ["Hội xuân làng Thử", "20260304", "20260312"],
      // Its last day is 30 September: the end is the day after.
      ["Lễ hội mùa thu, Thử – Nghiệm", "20260920", "20261001"],
    ]);
    expect(events[2]).toMatchObject({ LOCATION: "Phường Thử; bên sông, bến Đò", TRANSP: "TRANSPARENT", DTSTAMP: "20260925T030000Z", SEQUENCE: "0" });
    expect(events[2]?.["DESCRIPTION"]?.split("\n")).toEqual(["Một câu.", "Âm lịch: 10/8 đến 20/8", "Ngày chính: 30/09/2026 (âm lịch 20/8), Ngày giỗ", "Ngày tính theo âm lịch; ban tổ chức có thể dời một hai ngày."]);
    const english = readCalendar(festivalCalendar(holdings, { name: "Festivals", locale: "en" }));
    expect(english.events.map((event) => event["SUMMARY"])).toEqual(["Autumn festival: Spring day", "Spring festival", "Autumn festival"]);
    expect(english.events.map((event) => event["UID"])).toEqual(events.map((event) => event["UID"]));
    expect(new Set(events.map((event) => event["UID"])).size).toBe(3);
  });

  test("keep their UID when their days are moved, with a higher number, so that calendars move them too", async () => {
    const { id, draft } = await aPublishedPiece(database.store, now, { ...titled("Hội dời ngày", "Moved"), ...festival({ calendar: "lunar", month: 2, startDay: 17, lengthDays: 3 }) });
    const own = async () => readCalendar(festivalCalendar((await festivalsOfYear(database.store.read, 2027, now)).filter((holding) => holding.festival.id === id), { name: "x", locale: "vi" })).events[0];
    const before = await own();
    const source = { title: "Thông báo" };
    const moved = { ...draft, ...festival({ calendar: "lunar", month: 2, startDay: 17, lengthDays: 3, announced: [{ from: "2027-03-22", to: "2027-03-24", source }] }) };
    const later = plus(now, hours(24));
    await database.store.write(async (tx) => {
      await revisePiece(tx, id, moved, { actor: writer, now: later });
      await submitPiece(tx, id, { actor: writer, now: later });
      await publishPiece(tx, id, { actor: editor, now: later });
    });
    const after = await own();
    expect([after?.["UID"], after?.["SEQUENCE"], after?.["DTSTART;VALUE=DATE"], after?.["DTSTAMP"]]).toEqual([before?.["UID"], "1", "20270322", "20260926T030000Z"]);
    expect(before?.["DTSTART;VALUE=DATE"]).not.toBe("20270322");
    expect(after?.["DESCRIPTION"]).toContain("ban tổ chức báo");
  });
});

test("A time to be somewhere is an instant, the same wherever it is read, and a cancelled one says so", () => {
  const visit = { uid: "slot1", title: both("Thuyền ra đảo", "Island boat"), startsAt: new Date("2026-11-28T01:00:00Z"), endsAt: new Date("2026-11-28T03:00:00Z"), place: both("Bến Đò", "The pier"), note: both("Vé K7MP2QX5", "Ticket K7MP2QX5"), asOf: now };
  const { events } = readCalendar(visitCalendar(visit, { name: "x", locale: "en" }));
  expect(events).toEqual([expect.objectContaining({ UID: "slot1", DTSTART: "20261128T010000Z", DTEND: "20261128T030000Z", SUMMARY: "Island boat", LOCATION: "The pier", DESCRIPTION: "Ticket K7MP2QX5", STATUS: "CONFIRMED" })]);
  const [cancelled] = readCalendar(visitCalendar({ ...visit, isCancelled: true }, { name: "x", locale: "vi" })).events;
  expect([cancelled?.["UID"], cancelled?.["STATUS"], cancelled?.["SEQUENCE"]]).toEqual(["slot1", "CANCELLED", "1"]);
});
