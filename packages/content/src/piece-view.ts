import type { ListingCard, Slugs } from "@xudong/catalog";
import type { PieceWords } from "@xudong/database";
import type { FestivalTime, Localized, PieceDetail, PieceKind, PieceState, PieceTargetKind, PlaceKind } from "@xudong/domain";

/** A commune or ward, as people write it. */
export type UnitName = { code: string; name: Localized };

/** A piece as a list shows it. */
export type PieceCard = {
  id: string;
  kind: PieceKind;
  slug: Slugs;
  title: Localized;
  summary: Localized;
  /** Absent where nothing has been drawn of it. */
  picture: PieceWords["pictures"][number] | undefined;
  /** True for words written to show what such a page looks like, which must say so. */
  isSample: boolean;
  /** Where it is, for a place and a festival; several where it may be any of them. */
  units: readonly UnitName[];
  /** What a place is. */
  placeKind: PlaceKind | undefined;
  /** A festival: the holding that is going on or comes next; absent for other kinds and where none is known. */
  time: FestivalTime | undefined;
  /** How many days a journey takes. */
  days: number | undefined;
};

/** A stop of a journey, with where it leads, if that can be seen. */
export type StopView = Extract<PieceDetail, { kind: "itinerary" }>["stops"][number] & { leadsTo: { kind: PieceTargetKind; slug: Slugs; title: Localized } | undefined };

/** A piece as its own page shows it. */
export type PieceView = PieceCard & {
  body: PieceWords["body"];
  facts: PieceWords["facts"];
  pictures: PieceWords["pictures"];
  sources: PieceWords["sources"];
  detail: PieceDetail;
  /** Paths of the texts that have no English yet. While there is one, English pages show the whole piece in Vietnamese and say so. */
  untranslated: readonly string[];
  publishedAt: Date;
  /** When what is shown was approved. */
  changedAt: Date;
  /** From 1, growing with each version; gaps are versions nobody has seen. */
  version: number;
  /** Where a festival is held, if that place has a page. */
  place: PieceCard | undefined;
  stops: readonly StopView[];
  /** What can be bought or booked there, as curators chose it. */
  listings: readonly ListingCard[];
  /** Other pieces that lead here or that this one leads to. */
  related: readonly PieceCard[];
};

/** A page of a list of pieces. */
export type PiecePage = { items: readonly PieceCard[]; page: number; pageSize: number; total: number };

/** A piece as those who write it see it: the newest version, shown or not. */
export type PieceInHand = {
  id: string;
  kind: PieceKind;
  key: string;
  state: PieceState;
  isShown: boolean;
  publishAt: Date | null;
  number: number;
  words: PieceWords;
  detail: PieceDetail;
  isSample: boolean;
  writtenBy: string;
  writtenAt: Date;
  /** What the last reviewer asked to mend. */
  reason: string | null;
  untranslated: readonly string[];
};
