import { describe, expect, test } from "vitest";
import { aMarket, ask, someContent } from "./testing/fake-market.ts";

const known = async () => ({ movedTo: { vi: "hoi-moi", en: "new-festival" } });

describe("places and festivals over the API", () => {
  test("a festival says its days in both calendars, and what of it is not in English", async () => {
    const { json } = await ask("/api/v1/festivals/sample-festival?locale=en");
    expect(json).toMatchObject({ title: "Sample festival", slug: "sample-festival", address: "Xã Mẫu", place: { kind: "place", slug: "sample-temple" }, holdings: expect.any(Array) });
    expect(json.next.lunar).toEqual({ from: { day: 9, month: 2, year: 2027, isLeapMonth: false }, to: { day: 11, month: 2, year: 2027, isLeapMonth: false } });
    expect(json.holdings.map(({ from, what }: { from: string; what: string | null }) => [from.slice(0, 4), what])).toEqual([["2026", null], ["2026", "Autumn"], ["2027", null], ["2027", "Autumn"]]);
    expect(json.untranslated).toEqual(expect.arrayContaining(["summary", "address", "stops.1.title"]));
  });

  test("a calendar is a file: its kind, its name, its language and its ETag are told, and asking again costs nothing", async () => {
    const { status, headers, text } = await ask("/api/v1/festivals/hoi-mau.ics?locale=en");
    expect([status, headers.get("content-type"), headers.get("content-disposition"), headers.get("content-language")]).toEqual([200, "text/calendar; charset=utf-8", 'inline; filename="le-hoi.ics"', "en"]);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const again = await ask("/api/v1/festivals/hoi-mau.ics?locale=en", { headers: { "If-None-Match": headers.get("etag") ?? "" } });
    expect([again.status, again.text]).toEqual([304, ""]);
    const head = await ask("/api/v1/festivals.ics", { method: "HEAD" });
    expect([head.status, head.text, Number(head.headers.get("content-length"))]).toEqual([200, "", Buffer.byteLength(text)]);
  });

  test("what was renamed is told where it went, in the language asked for", async () => {
    const market = aMarket({ content: someContent({ show: known, calendarOfFestival: known }) });
    const locations = await Promise.all(["/places/cu", "/guides/cu?locale=en", "/festivals/cu.ics?locale=en"].map(async (path) => (await ask(`/api/v1${path}`, { market })).headers.get("location")));
    expect(locations).toEqual(["/api/v1/places/hoi-moi", "/api/v1/guides/new-festival?locale=en", "/api/v1/festivals/new-festival.ics?locale=en"]);
  });

  test.each([
    ["/places/khong-co", 404, "piece.not_found"],
    ["/festivals/khong-co.ics", 404, "piece.not_found"],
    ["/festivals/.ics", 404, "piece.not_found"],
    ["/listings/khong-co/slots/slot1.ics", 404, "listing.not_found"],
    ["/places?kind=palace", 422, "request.invalid"],
    ["/festivals.ics?year=1500", 422, "request.invalid"],
    ["/festivals?page=0", 422, "request.invalid"],
  ])("%s is %i %s", async (path, status, code) => {
    const answer = await ask(`/api/v1${path}`);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  test("festivals are listed by their next days, a page at a time", async () => {
    const { json } = await ask("/api/v1/festivals?page=2&pageSize=1");
    expect(json).toEqual({ items: [], page: 2, pageSize: 1, total: 1 });
  });
});
