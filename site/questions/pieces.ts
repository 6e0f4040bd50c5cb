import { dayOf, festivalDays, isDomainError, placeKinds, type FestivalTime, type Locale, type PieceKind, type PlaceKind } from "@xudong/domain";
import type { ListingCard } from "@xudong/catalog";
import type { FestivalCard, PieceCard, PiecePage, PieceView } from "@xudong/content";
import { movedTo, notFound, type Visit } from "../actions/visit.ts";
import type { MapUnit } from "../region-map.ts";
import { mapOf } from "./region.ts";
import { piecePath, placeKindKey } from "../content-paths.ts";

export type PiecesPage = { locale: Locale; kind: PieceKind; list: PiecePage; placeKind: PlaceKind | undefined };

const pageSize = 24;

function pageAsked(visit: Visit, locale: Locale): number | undefined {
  const page = Number(visit.url.searchParams.get(locale === "vi" ? "trang" : "page") ?? "1");
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : undefined;
}

/** Places, journeys or guides, a page at a time; places of one sort where one is asked for. */
export async function piecesPage(visit: Visit, kind: PieceKind, locale: Locale): Promise<Response | PiecesPage> {
  visit.locals.keep();
  const page = pageAsked(visit, locale);
  const asked = kind === "place" ? visit.url.searchParams.get(placeKindKey(locale)) : null;
  const placeKind = placeKinds.find((each) => each === asked);
  if (page === undefined || (asked !== null && placeKind === undefined)) return notFound();
  const list = await visit.locals.market.content.list({ kind, page, pageSize, ...(placeKind === undefined ? {} : { placeKind }) });
  return page > 1 && list.items.length === 0 ? notFound() : { locale, kind, list, placeKind };
}

export type FestivalsPage = { locale: Locale; now: Date; festivals: readonly FestivalCard[] };

/** Every festival that goes on or comes, the next one first. */
export async function festivalsPage(visit: Visit, locale: Locale): Promise<FestivalsPage> {
  visit.locals.keep();
  return { locale, now: visit.locals.market.clock.now(), festivals: await visit.locals.market.content.nextFestivals() };
}

export type OnePiecePage = {
  locale: Locale;
  now: Date;
  piece: PieceView;
  /** A festival: the holdings of this year and the next that are not over. */
  holdings: readonly FestivalTime[];
  near: { places: readonly PieceCard[]; listings: readonly ListingCard[] };
  map: readonly MapUnit[];
};

/** One piece; what is near it where it has a place. */
export async function piecePage(visit: Visit, kind: PieceKind, locale: Locale): Promise<Response | OnePiecePage> {
  const { market } = visit.locals;
  visit.locals.keep();
  const asked = visit.params["slug"] ?? "";
  try {
    const found = await market.content.show(kind, asked);
    if ("movedTo" in found) return movedTo(piecePath(locale, { kind, slug: found.movedTo }));
    const { piece } = found;
    if (piece.slug[locale] !== asked) return movedTo(piecePath(locale, piece));
    const now = market.clock.now();
    const near = await market.content.near(piece.units.map(({ code }) => code), { piece: piece.id, listings: piece.listings.map(({ id }) => id) });
    const named = new Set([piece.place?.id, ...piece.related.map(({ id }) => id)]);
    const map = piece.units.length === 1 ? await mapOf(visit, locale) : [];
    return { locale, now, piece, map, holdings: holdingsOf(piece, now), near: { ...near, places: near.places.filter(({ id }) => !named.has(id)) } };
  } catch (error) {
    if (isDomainError(error) && error.code === "piece.not_found") return notFound();
    throw error;
  }
}

function holdingsOf({ detail }: PieceView, now: Date): FestivalTime[] {
  if (detail.kind !== "festival") return [];
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1].flatMap((each) => festivalDays(detail, each)).filter(({ to }) => to >= today);
}

export type AboutListing = { about: readonly PieceCard[]; near: readonly PieceCard[] };

/** What is written about a listing, and the places near it. */
export async function aboutListing(visit: Visit, listing: { id: string; unit?: { code: string } | undefined }): Promise<AboutListing> {
  return aboutThing(visit, "listing", listing);
}

/** What is written about a shop, and the places near it. */
export const aboutShop = (visit: Visit, shop: { id: string; unit?: { code: string } | undefined }): Promise<AboutListing> => aboutThing(visit, "shop", shop);

async function aboutThing(visit: Visit, kind: "listing" | "shop", listing: { id: string; unit?: { code: string } | undefined }): Promise<AboutListing> {
  const { content } = visit.locals.market;
  const [about, near] = await Promise.all([content.about({ kind, id: listing.id }), listing.unit === undefined ? { places: [] } : content.near([listing.unit.code])]);
  const named = new Set(about.map(({ id }) => id));
  return { about, near: near.places.filter(({ id }) => !named.has(id)) };
}
