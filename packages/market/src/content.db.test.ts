import { expect, test } from "vitest";
import { visitOnSale } from "@xudong/catalog/testing";
import { aPlaceDetail, aPublishedPiece, editor, writer } from "@xudong/content/testing";
import { eachDatabase } from "@xudong/database/testing";
import { guest, slugOf, type PieceDetail } from "@xudong/domain";
import { aMarket } from "../testing/a-market.ts";

eachDatabase("What is written, over the market", (database) => {
  const ask = async (path: string) => {
    const { market } = await aMarket(database.store);
    const response = await market.handle(new Request(`http://market.test/api/v1${path}`), { address: "203.0.113.7" });
    const text = (await response?.text()) ?? "";
    return { status: response?.status, type: response?.headers.get("content-type"), text, json: /json/.test(response?.headers.get("content-type") ?? "") ? JSON.parse(text) : undefined };
  };
  const now = new Date("2026-11-23T03:00:00Z");
  const festival = (months?: number[]): { detail: PieceDetail } => ({
    detail: { kind: "festival", dates: months === undefined ? { calendar: "lunar", month: 1, startDay: 16, lengthDays: 8 } : { calendar: "harvest", months }, location: aPlaceDetail.location },
  });

  test("a festival's calendar has three years of it, and one that goes by the harvest has none yet", async () => {
    const { draft } = await aPublishedPiece(database.store, now, festival());
    const slug = slugOf(draft.title.vi);
    const calendar = await ask(`/festivals/${slug}.ics`);
    expect([calendar.status, calendar.type, [...calendar.text.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day]) => day)]).toEqual([200, "text/calendar; charset=utf-8", ["20260304", "20270221", "20280210"]]);
    const { draft: rice } = await aPublishedPiece(database.store, now, festival([9]));
    expect((await ask(`/festivals/${slugOf(rice.title.vi)}.ics`)).json.code).toBe("festival.dates_unknown");
    const all = await ask("/festivals.ics?year=2027");
    expect([...all.text.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day]) => day)).toEqual(["20270221"]);
  });

  test("a time of an experience becomes an event, and no other listing's does", async () => {
    const visit = await visitOnSale(database.store, now);
    const other = await visitOnSale(database.store, now);
    const calendar = await ask(`/listings/${visit.slug}/slots/${visit.slotId}.ics`);
    expect([calendar.status, /DTSTART:(\S+)/.exec(calendar.text)?.[1], /UID:(\S+)/.exec(calendar.text)?.[1]]).toEqual([200, "20261125T030000Z", visit.slotId]);
    expect((await ask(`/listings/${visit.slug}/slots/${other.slotId}.ics`)).json.code).toBe("slot.not_found");
    expect((await ask(`/listings/khong-co/slots/${visit.slotId}.ics`)).json.code).toBe("listing.not_found");
  });

  test("[S1] a draft is told by no address of the API, in no list and no calendar", async () => {
    const { market } = await aMarket(database.store);
    for (const detail of [aPlaceDetail, festival().detail, { kind: "guide" as const }, { kind: "itinerary" as const, days: 1, stops: [{ day: 1, title: { vi: "Chặng" }, text: { vi: "Ở đây." } }] }]) {
      const title = { vi: `Bí mật ${detail.kind}`, en: `Secret ${detail.kind}` };
      const { id } = await market.content.draft({ key: `bi-mat-${detail.kind}`, isSample: true, title, summary: { vi: "Chưa ai được đọc." }, body: [{ text: { vi: "Chữ." } }], facts: [], pictures: [], sources: [{ title: "Nguồn" }], detail }, writer);
      await market.content.submit(id, writer);
      const list = { place: "/places", festival: "/festivals", guide: "/guides", itinerary: "/itineraries" }[detail.kind as "place"];
      for (const slug of [slugOf(title.vi), slugOf(title.en)]) expect((await ask(`${list}/${slug}`)).json.code).toBe("piece.not_found");
      for (const path of [`${list}?pageSize=100`, "/festivals.ics", "/festivals.ics?year=2027"]) expect((await ask(path)).text).not.toContain(title.vi);
      await expect(market.content.oneInHand(guest, id)).rejects.toMatchObject({ code: "piece.not_found" });
      expect(await market.content.inHand(guest)).toEqual([]);
      await market.content.publish(id, editor);
      expect((await ask(`${list}/${slugOf(title.vi)}`)).json.title).toBe(title.vi);
    }
  });
});
