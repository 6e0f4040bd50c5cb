import { z } from "zod";
import { dayOf, type Locale, type PieceKind } from "@xudong/domain";
import type { Slugs } from "@xudong/catalog";
import { piece, pieceJson, piecePage, piecePageJson, placeKind } from "./content-json.ts";
import { contentExamples as examples } from "./content-examples.ts";
import { apiRoot, route, type ApiMarket, type Reply, type Route } from "./route.ts";
import { line, name, noted, text } from "./validators.ts";

const slug = z.object({ slug: noted(name(), { description: "The slug of either language." }) });
const paged = { page: z.int().min(1).max(10_000).default(1), pageSize: z.int().min(1).max(100).default(24) };
const calendar = noted(text(), { description: "An iCalendar file (RFC 5545). A holding keeps its UID when its days are moved." });

/** Lists and single pieces of one kind, at addresses of their own. */
function routesOf(kind: PieceKind, { path, one, many, summary, whole }: { path: `/${string}`; one: string; many: string; summary: string; whole: string }): Route[] {
  return [
    route({
      method: "GET",
      path,
      name: `list${many}`,
      summary,
      isPublic: true,
      isLocalized: true,
      query: z.object({ unit: noted(z.exactOptional(line(20)), { description: "The code of a commune or ward: only what is there." }), ...paged }),
      answer: piecePage,
      example: examples.piecePage,
      handle: async ({ query: { unit, ...query } }, { market, locale }) => ({
        body: piecePageJson(await market.content.list({ kind, ...query, ...(unit === undefined ? {} : { unitCode: unit }) }), locale),
      }),
    }),
    getRoute(kind, { path, one, whole }),
  ];
}

function getRoute(kind: PieceKind, { path, one, whole }: { path: `/${string}`; one: string; whole: string }): Route {
  return route({
    method: "GET",
    path: `${path}/{slug}`,
    name: `get${one}`,
    summary: whole,
    description: "An old slug answers 301 with where it has moved.",
    isPublic: true,
    isLocalized: true,
    params: slug,
    absent: "piece.not_found",
    refusals: ["piece.not_found"],
    answer: piece,
    example: examples.piece,
    handle: ({ params }, { market, locale }) => onePiece(market, kind, path, params.slug, locale),
  });
}

/** Places, festivals, journeys and guides, and festivals for calendar programs. */
export const contentRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/places",
    name: "listPlaces",
    summary: "Places to see, a page at a time",
    isPublic: true,
    isLocalized: true,
    query: z.object({
      kind: z.exactOptional(placeKind),
      unit: noted(z.exactOptional(line(20)), { description: "The code of a commune or ward: only what is there." }),
      ...paged,
    }),
    answer: piecePage,
    example: examples.piecePage,
    handle: async ({ query: { kind, unit, ...query } }, { market, locale }) => ({
      body: piecePageJson(await market.content.list({ kind: "place", ...query, ...(kind === undefined ? {} : { placeKind: kind }), ...(unit === undefined ? {} : { unitCode: unit }) }), locale),
    }),
  }),
  getRoute("place", { path: "/places", one: "Place", whole: "One place, with what is near it to buy or book" }),
  route({
    method: "GET",
    path: "/festivals.ics",
    name: "festivalCalendar",
    summary: "All festivals, for a calendar program",
    description: "Of this year and the next, or of one year. Festivals of which only months are known are not in it. Days are whole days in Vietnam.",
    mediaType: "text/calendar",
    isPublic: true,
    isLocalized: true,
    query: z.object({ year: noted(z.exactOptional(z.int().min(1901).max(2198)), { description: "A solar year." }) }),
    answer: calendar,
    example: examples.calendar,
    handle: async ({ query }, { market, locale }) => fileReply(await market.content.calendarOfFestivals(locale, query.year)),
  }),
  route({
    method: "GET",
    path: "/festivals/{slug}.ics",
    name: "calendarOfFestival",
    summary: "One festival, for a calendar program",
    description: "Three years of it. 404 `festival.dates_unknown` where it goes by the harvest and no days are announced.",
    mediaType: "text/calendar",
    isPublic: true,
    isLocalized: true,
    params: slug,
    absent: "piece.not_found",
    refusals: ["piece.not_found", "festival.dates_unknown"],
    answer: calendar,
    example: examples.calendar,
    async handle({ params }, { market, locale }) {
      const file = await market.content.calendarOfFestival(params.slug, locale);
      return "movedTo" in file ? { movedTo: `${movedTo("/festivals", file.movedTo, locale, ".ics")}` } : fileReply(file);
    },
  }),
  route({
    method: "GET",
    path: "/listings/{slug}/slots/{id}.ics",
    name: "calendarOfSlot",
    summary: "A time of an experience, for a calendar program",
    description: "It books nothing.",
    mediaType: "text/calendar",
    isPublic: true,
    isLocalized: true,
    params: z.object({ slug: name(), id: name() }),
    absent: "slot.not_found",
    refusals: ["listing.not_found", "slot.not_found"],
    answer: calendar,
    example: examples.calendar,
    handle: async ({ params }, { market, locale }) => fileReply(await market.content.calendarOfSlot(params.slug, params.id, locale)),
  }),
  route({
    method: "GET",
    path: "/festivals",
    name: "listFestivals",
    summary: "Festivals, the next one first",
    description: "Those that are going on or come next, by their days; those of which no time is known are left out.",
    isPublic: true,
    isLocalized: true,
    query: z.object(paged),
    answer: piecePage,
    example: examples.piecePage,
    async handle({ query: { page, pageSize } }, { market, locale }) {
      const all = await market.content.nextFestivals();
      const items = all.slice((page - 1) * pageSize, page * pageSize);
      return { body: piecePageJson({ items, page, pageSize, total: all.length }, locale) };
    },
  }),
  getRoute("festival", { path: "/festivals", one: "Festival", whole: "One festival, with the days of this year and the next" }),
  ...routesOf("itinerary", { path: "/itineraries", one: "Itinerary", many: "Itineraries", summary: "Journeys, a page at a time", whole: "One journey, stop by stop" }),
  ...routesOf("guide", { path: "/guides", one: "Guide", many: "Guides", summary: "Guides, a page at a time", whole: "One guide" }),
];

function fileReply({ text: body, fileName }: { text: string; fileName: string }): Reply<string> {
  return { body, fileName };
}

function movedTo(path: string, slugs: Slugs, locale: Locale, suffix = ""): string {
  return `${apiRoot}${path}/${encodeURIComponent(slugs[locale])}${suffix}${locale === "vi" ? "" : `?locale=${locale}`}`;
}

async function onePiece(market: ApiMarket, kind: PieceKind, path: string, slugText: string, locale: Locale): Promise<Reply<z.input<typeof piece>>> {
  const found = await market.content.show(kind, slugText);
  if ("movedTo" in found) return { movedTo: movedTo(path, found.movedTo, locale) };
  return { body: pieceJson(found.piece, Number(dayOf(market.clock.now()).slice(0, 4)), locale) };
}
