import { describe, expect, it } from "vitest";
import type { LinkedPiece } from "@xudong/content";
import { departureTimes, faultsOfFestivalDates, slugOf, type Localized, type PieceDetail, type PieceTarget } from "@xudong/domain";
import { festivals } from "./content/festivals.ts";
import { guides } from "./content/guides.ts";
import { itineraries } from "./content/itineraries.ts";
import { places } from "./content/places.ts";
import { listings } from "./listings.ts";
import { sampleRules } from "./rules.ts";
import { wordFaults } from "./testing/word-faults.ts";

const pieces: readonly LinkedPiece[] = [...places, ...festivals, ...itineraries, ...guides];
const nameOf = ({ draft }: LinkedPiece) => `${draft.detail.kind} ${draft.key}`;

/** Every text of a piece that a reader sees; titles of sources keep their own language. */
function textsOf({ draft }: LinkedPiece): Localized[] {
  return [
    draft.title,
    draft.summary,
    ...draft.body.flatMap(({ heading, text }) => (heading === undefined ? [text] : [heading, text])),
    ...draft.facts.flatMap(({ label, value }) => [label, value]),
    ...draft.pictures.map(({ alt }) => alt),
    ...detailTexts(draft.detail),
  ];
}

function detailTexts(detail: PieceDetail): Localized[] {
  const found = (...texts: readonly (Localized | undefined)[]) => texts.filter((text) => text !== undefined);
  switch (detail.kind) {
    case "place":
      return [...found(detail.location.address, detail.openingHours, detail.ticket), ...detail.ranks.flatMap(({ level, note }) => found(level, note))];
    case "festival": {
      const days = detail.dates.calendar === "lunar" ? [...(detail.dates.mainDays ?? []), ...(detail.dates.alsoOn ?? [])] : [];
      return [...found(detail.location.address, detail.rank?.level), ...days.flatMap(({ what }) => found(what))];
    }
    case "itinerary":
      return detail.stops.flatMap(({ title, text }) => [title, text]);
    default:
      return [];
  }
}

describe("the pieces", () => {
  it("are enough to fill a market: places, festivals, journeys and guides", () => {
    expect(places.length).toBeGreaterThanOrEqual(30);
    expect(festivals).toHaveLength(19);
    expect(itineraries.length).toBeGreaterThanOrEqual(6);
    expect(guides.length).toBeGreaterThanOrEqual(6);
    expect(pieces.every(({ draft }) => draft.isSample)).toBe(true);
  });

  it("say nothing that must not be said, in either language", () => {
    for (const piece of pieces) for (const text of textsOf(piece)) expect(wordFaults(text), nameOf(piece)).toEqual([]);
  });

  it("are worth reading: two paragraphs or more of some length, and a summary of one sentence", () => {
    for (const piece of pieces) {
      const { body, summary, pictures, sources } = piece.draft;
      expect(body.length, nameOf(piece)).toBeGreaterThanOrEqual(2);
      for (const { text } of body) for (const words of [text.vi, text.en]) expect(words?.length, `${nameOf(piece)}: ${words}`).toBeGreaterThan(120);
      for (const words of [summary.vi, summary.en]) {
        expect(words, nameOf(piece)).toMatch(/\.$/);
        expect(words, nameOf(piece)).not.toMatch(/[.!?] /);
        expect(words?.length, `${nameOf(piece)}: ${words}`).toBeLessThanOrEqual(160);
      }
      expect(pictures.length, nameOf(piece)).toBeGreaterThan(0);
      expect(sources.length, nameOf(piece)).toBeGreaterThan(0);
    }
  });

  it("share no paragraph and no summary", () => {
    for (const locale of ["vi", "en"] as const) {
      const said = pieces.flatMap(({ draft }) => [draft.summary[locale], ...draft.body.map(({ text }) => text[locale])]);
      expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([]);
    }
  });

  it("have keys and addresses of their own within their kind", () => {
    for (const kind of ["place", "festival", "itinerary", "guide"] as const) {
      const ofKind = pieces.filter(({ draft }) => draft.detail.kind === kind);
      const keys = ofKind.map(({ draft }) => draft.key);
      expect(new Set(keys).size, kind).toBe(keys.length);
      for (const locale of ["vi", "en"] as const) expect(new Set(ofKind.map(({ draft }) => slugOf(draft.title[locale] ?? ""))).size, kind).toBe(keys.length);
    }
  });

  it("name sources that can be followed", () => {
    for (const piece of pieces) {
      for (const { title, url } of piece.draft.sources) {
        expect(title, nameOf(piece)).toBe(title.normalize("NFC").trim());
        expect(url === undefined || (URL.canParse(url) && /^[\x21-\x7e]+$/.test(url)), `${nameOf(piece)}: ${url}`).toBe(true);
      }
    }
  });
});

describe("what pieces lead to", () => {
  const isThere = ({ kind, key }: PieceTarget) =>
    kind === "goods" || kind === "experience" ? listings.some(({ draft }) => draft.kind === kind && slugOf(draft.title.vi) === key) : pieces.some(({ draft }) => draft.detail.kind === kind && draft.key === key);

  it("is there", () => {
    for (const piece of pieces) {
      const { detail } = piece.draft;
      const stops = detail.kind === "itinerary" ? detail.stops.flatMap(({ target }) => (target === undefined ? [] : [target])) : [];
      const place: PieceTarget[] = detail.kind === "festival" && detail.placeKey !== undefined ? [{ kind: "place", key: detail.placeKey }] : [];
      for (const target of [...(piece.links ?? []), ...stops, ...place]) expect(isThere(target), `${nameOf(piece)} → ${target.kind} ${target.key}`).toBe(true);
    }
  });

  it("is said once, and never itself", () => {
    for (const { draft, links = [] } of pieces) {
      const names = links.map(({ kind, key }) => `${kind} ${key}`);
      expect(new Set(names).size, draft.key).toBe(names.length);
      expect(names, draft.key).not.toContain(`${draft.detail.kind} ${draft.key}`);
    }
  });

  it("takes in every sample experience, so that each can be come upon by reading", () => {
    const led = new Set(pieces.flatMap(({ draft, links = [] }) => [...links, ...(draft.detail.kind === "itinerary" ? draft.detail.stops.flatMap(({ target }) => (target === undefined ? [] : [target])) : [])].map(({ kind, key }) => `${kind} ${key}`)));
    for (const { key, draft } of listings) if (draft.kind === "experience") expect(led.has(`experience ${slugOf(draft.title.vi)}`), key).toBe(true);
  });
});

describe("journeys", () => {
  it("keep to the hours at which what they lead to begins, on a Saturday and the Sunday after it", () => {
    let kept = 0;
    for (const { draft } of itineraries) {
      if (draft.detail.kind !== "itinerary") continue;
      for (const { day, at, target } of draft.detail.stops) {
        if (at === undefined || target?.kind !== "experience") continue;
        const sample = listings.find((listing) => listing.draft.kind === "experience" && slugOf(listing.draft.title.vi) === target.key);
        const weekday = day === 1 ? 6 : 0;
        const hours = (sampleRules[sample?.key ?? ""] ?? []).flatMap(({ times }) => (times.weekdays.includes(weekday) ? departureTimes(times.departures) : []));
        expect(hours, `${draft.key}: ${target.key}`).toContain(at);
        kept += 1;
      }
    }
    expect(kept).toBeGreaterThan(8);
  });

  it("go forward in time, within their days and their season", () => {
    for (const { draft } of itineraries) {
      if (draft.detail.kind !== "itinerary") continue;
      const { days, stops, bestMonths } = draft.detail;
      expect(new Set(stops.map(({ day }) => day)).size, draft.key).toBe(days);
      const hours = stops.flatMap(({ day, at }) => (at === undefined ? [] : [`${day} ${at}`]));
      expect(hours, draft.key).toEqual(hours.toSorted());
      for (const { target } of stops) {
        const sample = listings.find((listing) => listing.draft.kind === target?.kind && slugOf(listing.draft.title.vi) === target.key);
        const season = sample?.draft.seasonMonths;
        if (season !== undefined && season.length < 12) expect((bestMonths ?? []).every((month) => season.includes(month)) && bestMonths !== undefined, `${draft.key}: ${target?.key}`).toBe(true);
      }
    }
  });
});

describe("places and festivals", () => {
  it("have a pin only where a source states one", () => {
    const pinned = places.filter(({ draft }) => draft.detail.kind === "place" && draft.detail.location.coordinates !== undefined);
    expect(pinned.map(({ draft }) => draft.key).toSorted()).toEqual(["chua-nham-duong", "den-cao-an-phu"]);
  });

  it("lie in communes and wards of the area, or say that the new one is not known", () => {
    for (const { draft } of [...places, ...festivals]) {
      if (draft.detail.kind !== "place" && draft.detail.kind !== "festival") continue;
      const { unitCodes, address } = draft.detail.location;
      for (const code of unitCodes) expect(code, draft.key).toMatch(/^1[01]\d{3}$/);
      // Where a former commune was split or its new one is unknown, no address claims one.
      if (unitCodes.length !== 1) expect(address?.vi, draft.key).not.toMatch(/(xã|phường) \p{Lu}/u);
      else expect(address?.vi, draft.key).toMatch(/(xã|phường|Xã|Phường) \p{Lu}/u);
    }
  });

  it("are the five of the world heritage that lie in the area", () => {
    const heritage = places.filter(({ draft }) => draft.detail.kind === "place" && draft.detail.isWorldHeritage).map(({ draft }) => draft.key);
    expect(heritage.toSorted()).toEqual(["chua-nham-duong", "chua-thanh-mai", "con-son", "dong-kinh-chu", "kiep-bac"]);
  });

  it("fall on days that can be", () => {
    for (const { draft } of festivals) if (draft.detail.kind === "festival") expect(faultsOfFestivalDates(draft.detail.dates), draft.key).toEqual([]);
  });
});
