import {
  archivePiece, draftPiece, festivalsOfYear, fourEyes, linkPiece, listingsNear, listPieces, nextFestivals, pieceInHand, piecesAbout, piecesInHand, piecesNear, publishPiece, revisePiece,
  schedulePiece, sendBackPiece, setStatement, showPiece, statementInForce, submitPiece, unlinkPiece, withdrawPiece,
  type EditorialRules, type FestivalCard, type FestivalHolding, type LinkTarget, type PieceCard, type PieceDraft, type PieceInHand, type PiecePage, type PieceQuery, type PieceView, type StatementDraft, type StatementView,
} from "@xudong/content";
import type { ListingCard, Slugs } from "@xudong/catalog";
import type { Store } from "@xudong/database";
import { dayOf, type Actor, type Locale, type PieceKind, type PieceState, type PieceTarget, type StatementKind } from "@xudong/domain";
import { calendarOfFestival, calendarOfFestivals, calendarOfSlot, type CalendarFile } from "./content-calendars.ts";

export type { CalendarFile } from "./content-calendars.ts";

/** What is written about the region: read by everybody, written and published by who may. */
export type Content = {
  /** A page of what is published of one kind. */
  list(query: PieceQuery & { page?: number; pageSize?: number }): Promise<PiecePage>;
  /** By the slug of either language; an old slug answers with where the piece moved. @throws `piece.not_found` */
  show(kind: PieceKind, slug: string): Promise<{ piece: PieceView } | { movedTo: Slugs }>;
  /** Festivals that are going on or come next, soonest first. */
  nextFestivals(count?: number): Promise<readonly FestivalCard[]>;
  /** Every holding that begins in a solar year, first to last. */
  festivalsOfYear(year: number): Promise<readonly FestivalHolding[]>;
  /** The pieces that lead to a thing. */
  about(target: LinkTarget): Promise<readonly PieceCard[]>;
  /** What is in the same communes and wards, and around them: places, and things to buy or book, without those named. */
  near(unitCodes: readonly string[], without?: { piece?: string; listings?: readonly string[] }): Promise<{ places: readonly PieceCard[]; listings: readonly ListingCard[] }>;

  /** The holdings of a year, or of this one and the next, for a calendar program. */
  calendarOfFestivals(locale: Locale, year?: number): Promise<CalendarFile>;
  /** Those of one festival, three years of them. @throws `piece.not_found`, `festival.dates_unknown` */
  calendarOfFestival(slug: string, locale: Locale): Promise<CalendarFile | { movedTo: Slugs }>;
  /** One time of an experience. @throws `listing.not_found`, `slot.not_found` */
  calendarOfSlot(listingSlug: string, slotId: string, locale: Locale): Promise<CalendarFile>;

  /** What the market says of itself today; undefined where it says nothing of the kind. */
  statement(kind: StatementKind): Promise<StatementView | undefined>;
  /** @throws `statement.invalid`, `actor.not_allowed` */
  setStatement(draft: StatementDraft, actor: Actor): Promise<void>;

  /** What waits at a step, for who writes or publishes it. */
  inHand(actor: Actor, query?: { state?: PieceState; kind?: PieceKind }): Promise<readonly PieceInHand[]>;
  oneInHand(actor: Actor, pieceId: string): Promise<PieceInHand>;
  draft(draft: PieceDraft, actor: Actor): Promise<{ id: string }>;
  revise(pieceId: string, draft: PieceDraft, actor: Actor, basedOn?: number): Promise<{ number: number }>;
  submit(pieceId: string, actor: Actor): Promise<void>;
  withdraw(pieceId: string, actor: Actor): Promise<void>;
  sendBack(pieceId: string, words: { reason: string }, actor: Actor): Promise<void>;
  publish(pieceId: string, actor: Actor): Promise<void>;
  schedule(pieceId: string, publishAt: Date, actor: Actor): Promise<void>;
  archive(pieceId: string, actor: Actor): Promise<void>;
  link(pieceId: string, target: PieceTarget, actor: Actor): Promise<void>;
  unlink(pieceId: string, target: PieceTarget, actor: Actor): Promise<void>;
};

const cardsNear = 6;
const festivalsAhead = 100;

export function content({ store, now, rules = fourEyes }: { store: Store; now: () => Date; rules?: EditorialRules | undefined }): Content {
  const { read } = store;
  const by = (actor: Actor) => ({ actor, now: now() });
  return {
    list: ({ page = 1, pageSize = 24, ...query }) => listPieces(read, { ...query, page, pageSize }, now()),
    show: (kind, slug) => showPiece(read, kind, slug, now()),
    nextFestivals: (count = festivalsAhead) => nextFestivals(read, now(), count),
    festivalsOfYear: (year) => festivalsOfYear(read, year, now()),
    about: (target) => piecesAbout(read, target, now()),
    async near(unitCodes, { piece, listings } = {}) {
      const [places, things] = await Promise.all([
        piecesNear(read, unitCodes, { kind: "place", count: cardsNear, ...(piece === undefined ? {} : { not: piece }) }, now()),
        listingsNear(read, unitCodes, { count: cardsNear, ...(listings === undefined ? {} : { not: listings }) }, now()),
      ]);
      return { places, listings: things };
    },

    calendarOfFestivals: (locale, year) => calendarOfFestivals(read, { locale, years: year === undefined ? yearsFrom(now(), 2) : [year] }, now()),
    calendarOfFestival: (slug, locale) => calendarOfFestival(read, slug, { locale, years: yearsFrom(now(), 3) }, now()),
    calendarOfSlot: (listingSlug, slotId, locale) => calendarOfSlot(read, listingSlug, slotId, locale, now()),

    statement: (kind) => statementInForce(read, kind, now()),
    setStatement: (draft, actor) => store.write(async (tx) => setStatement(tx, draft, by(actor))),

    inHand: (actor, query) => piecesInHand(read, actor, query),
    oneInHand: (actor, pieceId) => pieceInHand(read, actor, pieceId),
    draft: (draft, actor) => store.write(async (tx) => draftPiece(tx, draft, by(actor))),
    revise: (pieceId, draft, actor, basedOn) => store.write(async (tx) => revisePiece(tx, pieceId, draft, by(actor), basedOn)),
    submit: (pieceId, actor) => store.write(async (tx) => submitPiece(tx, pieceId, by(actor))),
    withdraw: (pieceId, actor) => store.write(async (tx) => withdrawPiece(tx, pieceId, by(actor))),
    sendBack: (pieceId, words, actor) => store.write(async (tx) => sendBackPiece(tx, pieceId, words, by(actor))),
    publish: (pieceId, actor) => store.write(async (tx) => publishPiece(tx, pieceId, by(actor), rules)),
    schedule: (pieceId, publishAt, actor) => store.write(async (tx) => schedulePiece(tx, pieceId, publishAt, by(actor), rules)),
    archive: (pieceId, actor) => store.write(async (tx) => archivePiece(tx, pieceId, by(actor))),
    link: (pieceId, target, actor) => store.write(async (tx) => linkPiece(tx, pieceId, target, by(actor))),
    unlink: (pieceId, target, actor) => store.write(async (tx) => unlinkPiece(tx, pieceId, target, by(actor))),
  };
}

function yearsFrom(now: Date, count: number): number[] {
  const year = Number(dayOf(now).slice(0, 4));
  return Array.from({ length: count }, (_, i) => year + i);
}
