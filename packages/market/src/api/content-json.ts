import { z } from "zod";
import { festivalDays, lunarOf, pieceKinds, placeKinds, type Day, type FestivalTime, type Locale } from "@xudong/domain";
import type { PieceCard, PiecePage, PieceView } from "@xudong/content";
import type { ListingCard } from "@xudong/catalog";
import { listingKind, pictureFace } from "./listings-json.ts";
import { answer, count, dong, instant, noted, text, untranslated } from "./validators.ts";
import { wordsIn, type Words } from "./words.ts";

export const pieceKind = noted(z.enum(pieceKinds), { id: "PieceKind" });
export const placeKind = noted(z.enum(placeKinds), { id: "PlaceKind", description: "What a place is." });
const day = () => noted(z.string(), { format: "date" });
const months = z.array(z.int().min(1).max(12));

const unit = noted(answer({ code: text(), name: text() }), { id: "UnitName", description: "A commune or ward, by its code since July 2025." });

const lunarDay = noted(answer({ day: z.int().min(1).max(30), month: z.int().min(1).max(12), year: z.int(), isLeapMonth: z.boolean() }), { id: "LunarDay", description: "A day of the Vietnamese lunar calendar, UTC+7." });

const holding = noted(
  answer({
    from: day(),
    to: noted(z.string(), { format: "date", description: "The last day, included." }),
    precision: noted(z.enum(["days", "months"]), { description: "`months`: some time between these days, and nobody knows when yet." }),
    mainDays: z.array(answer({ day: day(), what: text().nullable() })),
    what: noted(text().nullable(), { description: "What a lesser holding of the same festival is called; null for the festival itself." }),
    isAnnounced: noted(z.boolean(), { description: "Its organisers named these days. Otherwise they follow from the lunar calendar, and may be moved by a day or two." }),
    lunar: noted(answer({ from: lunarDay, to: lunarDay }).nullable(), { description: "The same days in the lunar calendar; null where only months are known." }),
  }),
  { id: "Holding", description: "A time at which a festival is held." },
);

const card = {
  id: text(),
  kind: pieceKind,
  slug: noted(text(), { description: "In the language asked for; the slug of either language opens the piece." }),
  title: text(),
  summary: text(),
  picture: pictureFace.nullable(),
  isSample: noted(z.boolean(), { description: "Written to show what such a page looks like." }),
  units: noted(z.array(unit), { description: "Where it is; several where it may be in any of them, none where that is not known." }),
  placeKind: placeKind.nullable(),
  next: noted(holding.nullable(), { description: "A festival: the holding that is going on or comes next." }),
  days: noted(count().nullable(), { description: "How many days a journey takes." }),
  untranslated,
};

const pieceCard = noted(answer(card), { id: "PieceCard", description: "A place, festival, journey or guide as a list shows it." });

export const piecePage = noted(answer({ items: z.array(pieceCard), page: z.int().min(1), pageSize: z.int().min(1), total: count() }), { id: "PiecePage" });

const leadsTo = noted(answer({ kind: noted(z.union([pieceKind, listingKind]), { description: "Goods or an experience, or the kind of a piece." }), slug: text(), title: text() }), { id: "PieceTarget" });

export const piece = noted(
  answer({
    ...card,
    body: z.array(answer({ heading: text().nullable(), text: text() })),
    facts: z.array(answer({ label: text(), value: text() })),
    pictures: z.array(pictureFace),
    sources: noted(z.array(answer({ title: text(), url: text().nullable(), asOf: text().nullable() })), { description: "Where what is said comes from." }),
    address: text().nullable(),
    coordinates: noted(answer({ lat: z.number(), lon: z.number() }).nullable(), { description: "Only where a source states them." }),
    ranks: z.array(answer({ level: text(), year: z.int().nullable(), note: text().nullable() })),
    isWorldHeritage: z.boolean(),
    openingHours: text().nullable(),
    ticket: noted(text().nullable(), { description: "What entry costs, or what is known of it." }),
    months: noted(months, { description: "Solar months to come in, or that it is about; empty where any will do." }),
    holdings: noted(z.array(holding), { description: "A festival: this year's and next year's." }),
    place: noted(leadsTo.nullable(), { description: "Where a festival is held, if that place has a page." }),
    stops: z.array(answer({ day: z.int().min(1), at: text().nullable(), title: text(), text: text(), leadsTo: leadsTo.nullable() })),
    listings: noted(z.array(answer({ kind: listingKind, slug: text(), title: text(), priceFrom: dong() })), { description: "What can be bought or booked there." }),
    related: z.array(leadsTo),
    publishedAt: instant(),
    changedAt: instant(),
  }),
  { id: "Piece", description: "A place, festival, journey or guide as its own page shows it." },
);

function lunarJson(of: Day): z.infer<typeof lunarDay> {
  const { year, month, day: lunar, isLeapMonth } = lunarOf(of);
  return { day: lunar, month, year, isLeapMonth };
}

function holdingJson({ from, to, precision, mainDays, what, isAnnounced }: FestivalTime, words: Words, path: string): z.infer<typeof holding> {
  return {
    from,
    to,
    precision,
    mainDays: mainDays.map((main, i) => ({ day: main.day, what: main.what === undefined ? null : words.say(main.what, `${path}.mainDays.${i}.what`) })),
    what: what === undefined ? null : words.say(what, `${path}.what`),
    isAnnounced,
    lunar: precision === "days" ? { from: lunarJson(from), to: lunarJson(to) } : null,
  };
}

function cardJson(view: PieceCard, words: Words): z.infer<typeof pieceCard> {
  const { picture } = view;
  return {
    id: view.id,
    kind: view.kind,
    slug: view.slug[words.locale],
    title: words.say(view.title, "title"),
    summary: words.say(view.summary, "summary"),
    picture: picture === undefined ? null : { drawing: picture.drawing, alt: words.say(picture.alt, "picture.alt") },
    isSample: view.isSample,
    // A name is a name in every language.
    units: view.units.map(({ code, name }) => ({ code, name: words.locale === "en" ? (name.en ?? name.vi) : name.vi })),
    placeKind: view.placeKind ?? null,
    next: view.time === undefined ? null : holdingJson(view.time, words, "next"),
    days: view.days ?? null,
    untranslated: words.untranslated,
  };
}

/** A page of places, festivals, journeys or guides. */
export function piecePageJson({ items, page, pageSize, total }: PiecePage, locale: Locale): z.infer<typeof piecePage> {
  return { items: items.map((view) => cardJson(view, wordsIn(locale))), page, pageSize, total };
}

const nothing = { address: null, coordinates: null, ranks: [], isWorldHeritage: false, openingHours: null, ticket: null, months: [], holdings: [] };

/** One of them with everything its page says. @param year the first of the two years whose holdings are told */
export function pieceJson(view: PieceView, year: number, locale: Locale): z.infer<typeof piece> {
  const words = wordsIn(locale);
  return {
    ...cardJson(view, words),
    body: view.body.map(({ heading, text: said }, i) => ({ heading: heading === undefined ? null : words.say(heading, `body.${i}.heading`), text: words.say(said, `body.${i}.text`) })),
    facts: view.facts.map(({ label, value }, i) => ({ label: words.say(label, `facts.${i}.label`), value: words.say(value, `facts.${i}.value`) })),
    pictures: view.pictures.map(({ drawing, alt }, i) => ({ drawing, alt: words.say(alt, `pictures.${i}.alt`) })),
    sources: view.sources.map(({ title, url = null, asOf = null }) => ({ title, url, asOf })),
    ...detailJson(view, year, words),
    place: view.place === undefined ? null : targetJson(view.place, words, "place"),
    stops: view.stops.map((stop, i) => ({
      day: stop.day,
      at: stop.at ?? null,
      title: words.say(stop.title, `stops.${i}.title`),
      text: words.say(stop.text, `stops.${i}.text`),
      leadsTo: stop.leadsTo === undefined || stop.leadsTo.kind === "shop" ? null : targetJson({ ...stop.leadsTo, kind: stop.leadsTo.kind }, words, `stops.${i}.leadsTo`),
    })),
    listings: view.listings.map((listing, i) => ({ kind: listing.kind, slug: listing.slug[locale], title: words.say(listing.title, `listings.${i}.title`), priceFrom: listing.priceFromDong })),
    related: view.related.map((other, i) => targetJson(other, words, `related.${i}`)),
    publishedAt: view.publishedAt.toISOString(),
    changedAt: view.changedAt.toISOString(),
  };
}

function targetJson(target: Pick<PieceCard | ListingCard, "kind" | "slug" | "title">, words: Words, path: string): z.infer<typeof leadsTo> {
  return { kind: target.kind, slug: target.slug[words.locale], title: words.say(target.title, `${path}.title`) };
}

function detailJson({ detail }: PieceView, year: number, words: Words) {
  const said = (value: Parameters<Words["say"]>[0] | undefined, path: string) => (value === undefined ? null : words.say(value, path));
  switch (detail.kind) {
    case "place":
      return {
        ...nothing,
        address: said(detail.location.address, "address"),
        coordinates: detail.location.coordinates ?? null,
        ranks: detail.ranks.map((rank, i) => ({ level: words.say(rank.level, `ranks.${i}.level`), year: rank.year ?? null, note: said(rank.note, `ranks.${i}.note`) })),
        isWorldHeritage: detail.isWorldHeritage,
        openingHours: said(detail.openingHours, "openingHours"),
        ticket: said(detail.ticket, "ticket"),
        months: [...(detail.bestMonths ?? [])],
      };
    case "festival":
      return {
        ...nothing,
        address: said(detail.location.address, "address"),
        coordinates: detail.location.coordinates ?? null,
        ranks: detail.rank === undefined ? [] : [{ level: words.say(detail.rank.level, "ranks.0.level"), year: detail.rank.year ?? null, note: null }],
        holdings: [year, year + 1].flatMap((each) => festivalDays(detail, each)).map((time, i) => holdingJson(time, words, `holdings.${i}`)),
      };
    case "itinerary":
      return { ...nothing, months: [...(detail.bestMonths ?? [])] };
    case "guide":
      return { ...nothing, months: [...(detail.months ?? [])] };
    default:
      return nothing;
  }
}
