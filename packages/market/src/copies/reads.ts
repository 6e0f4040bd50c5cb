import { nextTurn, type ListingCard, type ListingView, type SlotView } from "@xudong/catalog";
import type { PieceView } from "@xudong/content";
import { nextDeliveryTurn } from "@xudong/checkout";
import type { Db } from "@xudong/database";
import { addDays, dayOf, minutes, plus, startOf } from "@xudong/domain";
import type { Browsing } from "../browsing.ts";
import type { Content } from "../content.ts";
import type { Market } from "../contract.ts";
import type { CopyName } from "./news.ts";

/** What a copy was made from: it is good until something in `on` changes, or `until`. */
export type CopyReads = { on: ReadonlySet<CopyName>; until: Date };

/** A market that notes what is read through it. */
export type WatchedMarket = {
  market: Market;
  /** What was read; undefined as soon as something was asked that not everybody is told alike, or that is no news to anybody. */
  reads(): Promise<CopyReads | undefined>;
  /** What is made of this belongs to one person. */
  spoil(): void;
};

/** Days of the coming eight weeks are shown with a listing, and a time may close a quarter before it begins. */
const timesShown = minutes(150 * 24 * 60);
/** Times are made this far ahead. */
const timesMade = minutes(371 * 24 * 60);

/**
 * Pages that are the same for everybody are made of a handful of questions. Each is noted here with what its answer depends
 * on; every other verb spoils the copy, so that a page which greets somebody cannot be kept by mistake.
 */
export function watchMarket(market: Market, db: Db): WatchedMarket {
  const began = market.clock.now();
  const on = new Set<CopyName>();
  const shown = new Map<string, Date | undefined>();
  const idBySlug = new Map<string, string>();
  let until = startOf(addDays(dayOf(began), 1));
  let isSpoiled = false;

  const spoil = () => void (isSpoiled = true);
  const earlier = (at: Date) => void (until = at < until ? at : until);
  const note = (...names: CopyName[]) => names.forEach((name) => on.add(name));

  function noteListing({ id, slug, shop }: Pick<ListingCard, "id" | "slug"> & { shop: { id: string } }, timesBefore: Date | undefined): void {
    note(`listing:${id}`, `shop:${shop.id}`);
    for (const each of [slug.vi, slug.en]) idBySlug.set(each, id);
    const known = shown.get(id);
    shown.set(id, known === undefined || (timesBefore !== undefined && timesBefore > known) ? timesBefore : known);
  }
  /** An earlier time than the one shown comes into view as soon as a hold on it lapses. */
  const noteCard = (card: ListingCard) => noteListing(card, card.kind === "goods" ? undefined : card.nextSlot === undefined ? plus(began, timesMade) : plus(card.nextSlot.startsAt, 1));
  function noteView(listing: ListingView): void {
    noteListing(listing, listing.kind === "goods" ? undefined : plus(began, timesShown));
    note("categories");
  }
  function noteSlots(slug: string, slots: readonly SlotView[]): void {
    const id = idBySlug.get(slug);
    if (id === undefined) note("listings", "rooms");
    else for (const { startsAt } of slots) if (startsAt >= (shown.get(id) ?? began)) shown.set(id, plus(startsAt, 1));
    for (const { sellsUntil } of slots) if (sellsUntil > began) earlier(sellsUntil);
  }
  function notePiece(piece: PieceView): void {
    note("pieces", "listings");
    piece.listings.forEach(noteCard);
  }

  const reading: Pick<Content, "list" | "show" | "nextFestivals" | "festivalsOfYear" | "about" | "near"> = {
    list: (query) => (note("pieces"), market.content.list(query)),
    async show(kind, slug) {
      const found = await market.content.show(kind, slug);
      if ("piece" in found) notePiece(found.piece);
      return found;
    },
    nextFestivals: (count) => (note("pieces"), market.content.nextFestivals(count)),
    festivalsOfYear: (year) => (note("pieces"), market.content.festivalsOfYear(year)),
    about: (target) => (note("pieces"), market.content.about(target)),
    async near(unitCodes, without) {
      note("pieces", "listings");
      const found = await market.content.near(unitCodes, without);
      found.listings.forEach(noteCard);
      return found;
    },
  };

  // What fits a wish turns on prices, papers and places that are no news to a list: it is looked up for each visitor.
  const browsing: Omit<Browsing, "choose"> = {
    origins: (kind) => (note("listings", "shops"), market.browse.origins(kind)),
    region: () => (note("listings", "pieces"), market.browse.region()),
    async expectedArrivals(listingId, to) {
      note(`listing:${listingId}`, "delivery");
      const arrivals = await market.browse.expectedArrivals(listingId, to);
      for (const arrival of arrivals.values()) earlier(arrival.until);
      return arrivals;
    },
    lastOrderDay: (listingId, to, by) => (note(`listing:${listingId}`, "delivery"), market.browse.lastOrderDay(listingId, to, by)),
  };

  const asking: Pick<Market, "addresses" | "home" | "listings" | "listing" | "slots" | "categories" | "shops" | "shop" | "expectedArrival"> = {
    async home() {
      note("listings", "rooms");
      const found = await market.home();
      [...found.inSeason, ...found.thisWeekend, ...found.outOfSeason].forEach(noteCard);
      return found;
    },
    async listings(query) {
      note("listings", "categories");
      const list = await market.listings(query);
      list.items.forEach(noteCard);
      return list;
    },
    async listing(slug, kind) {
      const found = await market.listing(slug, kind);
      if ("listing" in found) noteView(found.listing);
      return found;
    },
    async slots(slug, from, to) {
      const slots = await market.slots(slug, from, to);
      noteSlots(slug, slots);
      return slots;
    },
    addresses: (kind, query) => (note(kind === "shop" ? "shops" : kind === "goods" || kind === "experience" ? "listings" : "pieces"), market.addresses(kind, query)),
    categories: () => (note("categories", "listings"), market.categories()),
    shops: (query) => (note("shops", "listings"), market.shops(query)),
    async shop(slug) {
      const found = await market.shop(slug);
      if ("shop" in found) note(`shop:${found.shop.id}`, "listings");
      return found;
    },
    async expectedArrival(listingId, to) {
      note(`listing:${listingId}`, "delivery");
      const arrival = await market.expectedArrival(listingId, to);
      if (arrival !== undefined) earlier(arrival.until);
      return arrival;
    },
  };

  const content = orElse(reading, market.content, spoil);
  const watched = orElse({ ...asking, clock: market.clock, content, browse: orElse(browsing, market.browse, spoil) }, market, spoil);
  return {
    market: watched,
    spoil,
    async reads() {
      if (isSpoiled) return undefined;
      const turns = await Promise.all([nextTurn(db, [...shown].map(([id, timesBefore]) => ({ id, timesBefore })), began), on.has("delivery") ? nextDeliveryTurn(db, began) : undefined]);
      for (const at of turns) if (at !== undefined) earlier(at);
      return { on, until };
    },
  };
}

/** A thing of which `known` is used instead; whatever else is asked of it is told. */
function orElse<Thing extends object>(known: Partial<Thing>, thing: Thing, tell: () => void): Thing {
  return new Proxy(thing, {
    get(target, name) {
      if (Object.hasOwn(known, name)) return Reflect.get(known, name) as unknown;
      tell();
      return Reflect.get(target, name) as unknown;
    },
  });
}
