import { and, eq, inArray } from "drizzle-orm";
import { listingCards, shopCards, visitsWithRoom, type ListingCard, type ShopCard } from "@xudong/catalog";
import { pieceCards, type PieceCard } from "@xudong/content";
import type { Db } from "@xudong/database";
import { addDays, dayOf, DomainError, startOf, type Day, type ListingKind, type Locale, type Localized } from "@xudong/domain";
import { deepestHit, readWishes, type FacetField, type Filter, type MarkedText, type Finder, type SearchAnswer, type SearchHit, type SearchRequest, type SearchSort } from "@xudong/search";

/** What somebody looks for. Several values of one field mean any of them. */
export type FindInput = {
  /** As typed; empty finds everything. */
  q: string;
  kind?: readonly string[];
  category?: readonly string[];
  /** Codes of communes and wards. */
  place?: readonly string[];
  ocop?: readonly number[];
  month?: readonly number[];
  priceMinDong?: number;
  priceMaxDong?: number;
  near?: { lat: number; lng: number };
  /** Days on which an experience must have a place; beside what the words say. */
  days?: { from: Day; to: Day };
  /** For how many there must be room. */
  guests?: number;
  sort?: SearchSort;
  page?: number;
  pageSize?: number;
  locale: Locale;
  signal?: AbortSignal;
};

/** Something found, as the database has it now. */
export type Found = {
  listing: ListingCard;
  title: MarkedText;
  /** Where its text speaks of what was asked for. */
  excerpt?: MarkedText;
  distance?: number;
  /** It has only some of what was asked for. */
  isPartial: boolean;
  /** An editor has put it first for these words. */
  isPinned: boolean;
};

/** What of the words was read as something else than words. */
export type Understanding = { price?: { min?: number; max?: number; words: string }; days?: { from: Day; to: Day; words: string }; guests?: number };

/** What is no thing to buy or book, and may be what somebody meant: who sells, and what there is to read. */
export type FoundOther = { piece: PieceCard } | { shop: ShopCard };

export type FacetValue = { value: string; label: Localized; count: number; isChosen: boolean };

export type FindAnswer = {
  hits: readonly Found[];
  /** The few best of shops, places, festivals, guides and journeys, on the first page of words that are not narrowed down. */
  others: readonly FoundOther[];
  total: number;
  totalIsExact: boolean;
  facets: Readonly<Record<FacetField, readonly FacetValue[]>>;
  page: number;
  pageSize: number;
  /** The last page there is. */
  pages: number;
  /** Which engine spoke. */
  engine: string;
  understood: Understanding;
  /** What was probably meant by words nobody uses. */
  corrected?: string;
};

const counted = ["kind", "category", "unit", "ocop", "month"] as const satisfies readonly FacetField[];

/**
 * Finds goods and experiences by words, and counts what else could be chosen; besides them a few shops and pieces to read. The index says where to look; what is shown comes from the
 * database, and what is no longer there for everybody is left out.
 *
 * @throws DomainError `request.invalid` where the least price is above the highest
 */
export async function find({ db, engine, now }: { db: Db; engine: Finder; now: Date }, input: FindInput): Promise<FindAnswer> {
  const { priceMinDong, priceMaxDong, near, page = 1, pageSize = 24, locale } = input;
  if (priceMinDong !== undefined && priceMaxDong !== undefined && priceMinDong > priceMaxDong) throw new DomainError("request.invalid", { field: "priceMax", issues: [{ field: "priceMax", reason: "below_price_min" }] });
  const { text: q, ...understood } = readWishes(input.q, dayOf(now));
  // What was chosen in a field is surer than what was said in words.
  const isPriceChosen = priceMinDong !== undefined || priceMaxDong !== undefined;
  if (isPriceChosen) delete understood.price;
  const { min, max } = isPriceChosen ? { min: priceMinDong, max: priceMaxDong } : { min: understood.price?.min, max: understood.price?.max };
  const chosen = chosenIn(input);
  const price: readonly Filter[] = min === undefined && max === undefined ? [] : [{ range: ["price", { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }] }];
  const filters = [...price, ...(await roomFilter(db, input.days ?? understood.days, input.guests ?? understood.guests, q, now))];
  const isNarrowed = price.length > 0 || near !== undefined || Object.values(chosen).some((values) => values.length > 0);
  const others = page > 1 || isNarrowed || q.trim() === "" ? [] : await othersFound(db, engine, { q, locale, ...(input.signal === undefined ? {} : { signal: input.signal }) }, now);
  const answer = await engine.search({
    q, chosen, facets: counted, page, pageSize, locale,
    filter: { and: [ofListings, ...filters] },
    ...(near === undefined ? {} : { near }),
    ...(input.sort === undefined ? {} : { sort: input.sort === "near" && near === undefined ? "relevance" : input.sort }),
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  });
  return {
    hits: await foundNow(db, answer.hits, now),
    others,
    total: answer.total,
    totalIsExact: answer.totalIsExact,
    facets: await withLabels(db, answer.facets, chosen),
    page,
    pageSize,
    pages: Math.max(1, Math.ceil(Math.min(answer.total, deepestHit) / pageSize)),
    engine: answer.engine,
    understood,
    ...(answer.corrected === undefined ? {} : { corrected: answer.corrected }),
  };
}

const ofListings: Filter = { in: ["kind", ["goods", "experience"]] };
const othersAtMost = 6;

async function othersFound(db: Db, engine: Finder, asked: Pick<SearchRequest, "q" | "locale" | "signal">, now: Date): Promise<FoundOther[]> {
  const { hits } = await engine.search({ ...asked, filter: { not: ofListings }, pageSize: othersAtMost });
  const [shops, pieces] = [await shopCards(db, hits.flatMap(({ id, kind }) => (kind === "shop" ? [id] : []))), await pieceCards(db, hits.flatMap(({ id, kind }) => (kind === "shop" ? [] : [id])), now)];
  const cards = new Map<string, FoundOther>([...shops.map((shop) => [shop.id, { shop }] as const), ...pieces.map((piece) => [piece.id, { piece }] as const)]);
  return hits.flatMap(({ id }) => cards.get(id) ?? []);
}

/** So far ahead a wish without a day is looked for. */
const daysAhead = 60;

/** Places are the database's to say, never the index's. Where words ask for something, goods that fit them stay beside the visits. */
async function roomFilter(db: Db, days: { from: Day; to: Day } | undefined, guests: number | undefined, q: string, now: Date): Promise<readonly Filter[]> {
  if (days === undefined && guests === undefined) return [];
  const today = dayOf(now);
  const { from, to } = days ?? { from: today, to: addDays(today, daysAhead) };
  const ids = await visitsWithRoom(db, { from: startOf(from), before: startOf(addDays(to, 1)), guests: guests ?? 1 }, now);
  const visits: Filter = { in: ["id", ids] };
  return q === "" || guests !== undefined ? [visits] : [{ or: [{ not: { eq: ["kind", "experience"] } }, visits] }];
}

function chosenIn({ kind = [], category = [], place = [], ocop = [], month = [] }: FindInput): NonNullable<SearchRequest["chosen"]> {
  return { kind, category, unit: place, ocop, month };
}

/** What was found, as it is now; what has gone meanwhile is not told. */
async function foundNow(db: Db, hits: readonly Pick<SearchHit, "id" | "title" | "excerpt" | "distance" | "isPartial" | "isPinned">[], now: Date): Promise<Found[]> {
  if (hits.length === 0) return [];
  const { listings } = db.t;
  const shown = await db.select({ id: listings.id }).from(listings).where(and(inArray(listings.id, hits.map(({ id }) => id)), eq(listings.isShown, true)));
  const cards = new Map((await listingCards(db, shown.map(({ id }) => id), now)).map((card) => [card.id, card]));
  return hits.flatMap(({ id, title, excerpt, distance, isPartial, isPinned }) => {
    const listing = cards.get(id);
    return listing === undefined ? [] : [{ listing, title, isPartial, isPinned, ...(excerpt === undefined ? {} : { excerpt }), ...(distance === undefined ? {} : { distance }) }];
  });
}

type Counts = SearchAnswer["facets"];

async function withLabels(db: Db, facets: Counts, chosen: NonNullable<SearchRequest["chosen"]>): Promise<FindAnswer["facets"]> {
  const categories = await labelled(db.select({ value: db.t.categories.key, label: db.t.categories.name }).from(db.t.categories));
  const codes = facets.unit?.map(({ value }) => value) ?? [];
  const units = codes.length === 0 ? new Map<string, Localized>() : await unitNames(db, codes);
  const labels: Readonly<Record<FacetField, (value: string) => Localized>> = {
    kind: (value) => kindLabels[value as ListingKind] ?? { vi: value },
    category: (value) => categories.get(value) ?? { vi: value },
    unit: (value) => units.get(value) ?? { vi: value },
    ocop: (value) => ({ vi: `OCOP ${value} sao`, en: `OCOP ${value} stars` }),
    month: (value) => ({ vi: `Tháng ${value}`, en: months[Number(value) - 1] ?? value }),
  };
  const valuesOf = (field: FacetField): FacetValue[] => {
    const isChosen = (value: string) => (chosen[field] ?? []).some((one) => String(one) === value);
    const there = (facets[field] ?? []).map(({ value, count }) => ({ value, label: labels[field](value), count, isChosen: isChosen(value) }));
    // What was chosen stays to be taken back, also where nothing is left of it.
    const gone = (chosen[field] ?? []).map(String).filter((value) => !there.some((one) => one.value === value));
    return [...there, ...gone.map((value) => ({ value, label: labels[field](value), count: 0, isChosen: true }))];
  };
  return { kind: valuesOf("kind"), category: valuesOf("category"), unit: valuesOf("unit"), ocop: valuesOf("ocop"), month: valuesOf("month").sort((a, b) => Number(a.value) - Number(b.value)) };
}

const kindLabels: Readonly<Record<ListingKind, Localized>> = { goods: { vi: "Hàng hoá", en: "Goods" }, experience: { vi: "Trải nghiệm", en: "Experiences" } };
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

async function labelled(rows: PromiseLike<readonly { value: string; label: Localized }[]>): Promise<ReadonlyMap<string, Localized>> {
  return new Map((await rows).map(({ value, label }) => [value, label]));
}

async function unitNames(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, Localized>> {
  const { units } = db.t;
  const rows = await db.select({ code: units.code, name: units.name, nameEn: units.nameEn }).from(units).where(inArray(units.code, [...codes]));
  return new Map(rows.map(({ code, name, nameEn }) => [code, { vi: name, ...(nameEn === null ? {} : { en: nameEn }) }]));
}

/** What somebody may mean who has begun to type: things that can be opened, best first. */
export async function suggest({ db, engine, now }: { db: Db; engine: Finder; now: Date }, typed: string, limit: number): Promise<readonly Found[]> {
  // Shops and pieces are among them, and have no card here: some more are asked for.
  const hits = await engine.suggest(typed, limit * 2);
  return (await foundNow(db, hits.map(({ id, title }) => ({ id, title: { text: title, marks: [] }, isPartial: false, isPinned: false })), now)).slice(0, limit);
}
