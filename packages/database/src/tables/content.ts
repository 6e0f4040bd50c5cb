import { sql } from "drizzle-orm";
import { pieceKinds, pieceStates, placeKinds, statementKinds, type Localized, type PieceDetail, type PieceSource, type StatementFacts, type StatementPart } from "@xudong/domain";
import type { Columns } from "../columns-postgres.ts";

/** What one version of a piece says. */
export type PieceWords = {
  title: Localized;
  /** One sentence, as lists and search engines show it. */
  summary: Localized;
  /** Paragraphs; one that begins with a heading carries it. */
  body: readonly { heading?: Localized; text: Localized }[];
  facts: readonly { label: Localized; value: Localized }[];
  pictures: readonly { drawing: string; alt: Localized }[];
  sources: readonly PieceSource[];
};

/** Places, guides, festivals, itineraries and campaigns, with every version and what each leads to. */
export const contentTables = ({ table, id, ref, text, count, instant, flag, json, oneOf, index, unique, primaryKey }: Columns) => {
  const pieces = table(
    "pieces",
    {
      id: id(),
      kind: oneOf(pieceKinds).notNull(),
      /** Where the newest version stands. */
      state: oneOf(pieceStates).notNull(),
      /** A name for people who write: stable, and the same when the seed runs again. */
      key: text().notNull(),
      /** The version that pages show, whatever becomes of newer ones; null before the first is published and once it is archived. */
      versionId: ref(),
      /** Of a shown place, so that lists can be narrowed. */
      placeKind: oneOf(placeKinds),
      publishAt: instant(),
      /** When the first version was published. */
      publishedAt: instant(),
      createdAt: instant().notNull(),
    },
    (t) => [
      unique("pieces_key").on(t.kind, t.key),
      index("pieces_shown").on(t.kind, t.id).where(sql`${t.versionId} is not null`),
      index("pieces_state").on(t.state, t.kind, t.id),
      index("pieces_scheduled").on(t.publishAt).where(sql`${t.publishAt} is not null`),
    ],
  );

  const pieceVersions = table(
    "piece_versions",
    {
      id: id(),
      pieceId: ref().notNull().references(() => pieces.id),
      /** From 1. Every saving makes one more, and none is changed. */
      number: count().notNull(),
      words: json<PieceWords>().notNull(),
      /** What only its kind has: where a place is, when a festival is held, the days of an itinerary. */
      detail: json<PieceDetail>().notNull(),
      /** Written to show what such a page looks like, and says so. */
      isSample: flag().notNull(),
      writtenBy: text().notNull(),
      writtenAt: instant().notNull(),
      decidedBy: text(),
      decidedAt: instant(),
      /** Why a reviewer sent it back. */
      reason: text(),
    },
    (t) => [unique("piece_versions_number").on(t.pieceId, t.number)],
  );

  /** From a piece to a listing, a shop or another piece; read from both ends. */
  const pieceLinks = table(
    "piece_links",
    {
      pieceId: ref().notNull().references(() => pieces.id),
      /** "listing", "shop" or "piece". */
      targetKind: text().notNull(),
      targetId: ref().notNull(),
      position: count().notNull(),
    },
    (t) => [primaryKey({ name: "piece_links_pk", columns: [t.pieceId, t.targetKind, t.targetId] }), index("piece_links_target").on(t.targetKind, t.targetId)],
  );

  /** The communes and wards of the shown version of a piece. A code may outlive its unit, so none is referred to. */
  const pieceUnits = table(
    "piece_units",
    { pieceId: ref().notNull().references(() => pieces.id), unitCode: text().notNull() },
    (t) => [primaryKey({ name: "piece_units_pk", columns: [t.pieceId, t.unitCode] }), index("piece_units_unit").on(t.unitCode)],
  );

  /** What the market says of itself, from an instant on: never changed, only followed by another. */
  const statements = table(
    "statements",
    {
      id: id(),
      kind: oneOf(statementKinds).notNull(),
      validFrom: instant().notNull(),
      /** How people name what they agreed to: "2026-12". */
      version: text().notNull(),
      parts: json<readonly StatementPart[]>().notNull(),
      facts: json<StatementFacts>().notNull(),
      /** Written to show what such a page looks like, and says so. */
      isSample: flag().notNull(),
      writtenBy: text().notNull(),
      writtenAt: instant().notNull(),
    },
    (t) => [unique("statements_kind_from").on(t.kind, t.validFrom)],
  );

  return { pieces, pieceVersions, pieceLinks, pieceUnits, statements };
};
