import { expect, test } from "vitest";
import type { Market } from "@xudong/market";
import type { PieceCard, PieceView } from "@xudong/content";
import { DomainError } from "@xudong/domain";
import { aVisit } from "../actions/a-visit.ts";
import { aboutListing, piecePage, piecesPage } from "./pieces.ts";

const card = (id: string): PieceCard => ({ id, kind: "place", slug: { vi: `noi-${id}`, en: `place-${id}` }, title: { vi: id }, summary: { vi: id }, picture: undefined, isSample: true, units: [{ code: "00001", name: { vi: "Xã" } }], placeKind: "temple", time: undefined, days: undefined });
const festival: PieceView = {
  ...card("hoi"),
  kind: "festival",
  body: [], facts: [], pictures: [], sources: [], untranslated: [], stops: [], listings: [], related: [], place: undefined,
  publishedAt: new Date(0), changedAt: new Date(0), version: 1,
  detail: { kind: "festival", dates: { calendar: "lunar", month: 8, startDay: 10, lengthDays: 11, alsoOn: [{ month: 1, day: 15, what: { vi: "Hội xuân" } }] }, location: { unitCodes: ["00001"] } },
};
const content = (telling: Partial<Market["content"]> = {}): Market["content"] =>
  ({
    show: async (_: string, slug: string) => {
      if (slug === "cu") return { movedTo: { vi: "noi-hoi", en: "place-hoi" } };
      if (!slug.endsWith("-hoi")) throw new DomainError("piece.not_found");
      return { piece: festival };
    },
    near: async () => ({ places: [card("gan")], listings: [] }),
    list: async ({ page = 1, pageSize = 24 }) => ({ items: page === 1 ? [card("a")] : [], page, pageSize, total: 1 }),
    about: async () => [],
    ...telling,
  }) as Market["content"]; // of the market only what these pages ask for
const visit = (path: string, slug?: string, telling: Partial<Market["content"]> = {}) =>
  aVisit({ clock: { now: () => new Date("2026-09-25T03:00:00Z") }, content: content(telling), browse: { region: async () => [] } as unknown as Market["browse"] }, path, slug === undefined ? {} : { params: { slug } });
const seen = (answer: Response | object) => (answer instanceof Response ? [answer.status, answer.headers.get("location")] : answer);

test("a festival's page names what is not over yet, this year and the next", async () => {
  const page = await piecePage(visit("/le-hoi/noi-hoi", "noi-hoi"), "festival", "vi");
  expect(page).toMatchObject({ holdings: [{ from: "2026-09-20" }, { from: "2027-02-20", isLesser: true }, { from: "2027-09-10" }], near: { places: [{ id: "gan" }] } });
});

test("an old address, and one of the other language, lead to the page", async () => {
  expect(seen(await piecePage(visit("/le-hoi/cu", "cu"), "festival", "vi"))).toEqual([301, "/le-hoi/noi-hoi"]);
  expect(seen(await piecePage(visit("/en/festivals/noi-hoi", "noi-hoi"), "festival", "en"))).toEqual([301, "/en/festivals/place-hoi"]);
  expect(seen(await piecePage(visit("/le-hoi/khac", "khac"), "festival", "vi"))).toEqual([404, null]);
});

test("lists have the pages they have, and places the sorts there are", async () => {
  expect(await piecesPage(visit("/diem-den"), "place", "vi")).toMatchObject({ list: { page: 1 }, placeKind: undefined });
  expect(await piecesPage(visit("/en/places?kind=temple"), "place", "en")).toMatchObject({ placeKind: "temple" });
  for (const path of ["/diem-den?trang=2", "/diem-den?trang=0", "/diem-den?trang=x", "/diem-den?loai=palace"]) expect(seen(await piecesPage(visit(path), "place", "vi"))).toEqual([404, null]);
});

test("a listing's page has what is written about it, and besides that what is near it", async () => {
  const about = async () => [card("gan"), card("bai")];
  expect((await aboutListing(visit("/san-pham/x", undefined, { about }), { id: "l", unit: { code: "00001" } })).near).toEqual([]);
  expect(await aboutListing(visit("/san-pham/x"), { id: "l", unit: { code: "00001" } })).toMatchObject({ about: [], near: [{ id: "gan" }] });
  expect(await aboutListing(visit("/san-pham/x"), { id: "l", unit: undefined })).toEqual({ about: [], near: [] });
});
