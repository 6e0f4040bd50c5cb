import type { Db } from "@xudong/database";
import { dayOf, festivalDays, isGoingOn, type FestivalTime } from "@xudong/domain";
import type { PieceCard } from "./piece-view.ts";
import { cardsOf, shownOfKind, type ShownRow } from "./piece-views.ts";

/** A festival with its next holding, or the one that is going on. */
export type FestivalCard = PieceCard & { time: FestivalTime; isGoingOn: boolean };

/** A holding of a festival, and whose. */
export type FestivalHolding = { festival: PieceCard; row: ShownRow; time: FestivalTime };

/** The festivals that are going on or come next, soonest first; those of which only months are known stand after those with days. */
export async function nextFestivals(db: Db, now: Date, count: number): Promise<FestivalCard[]> {
  const today = dayOf(now);
  const cards = await cardsOf(db, await shownOfKind(db, "festival"), now);
  return cards
    .flatMap((card) => (card.time === undefined ? [] : [{ ...card, time: card.time, isGoingOn: isGoingOn(card.time, today) }]))
    .toSorted((a, b) => soonest(a.time, b.time))
    .slice(0, count);
}

/** Every holding that begins in a solar year, first to last. */
export async function festivalsOfYear(db: Db, year: number, now: Date): Promise<FestivalHolding[]> {
  const rows = await shownOfKind(db, "festival");
  const cards = new Map((await cardsOf(db, rows, now)).map((card) => [card.id, card]));
  return rows
    .flatMap((row) => {
      const festival = cards.get(row.piece.id);
      const { detail } = row.version;
      return festival === undefined || detail.kind !== "festival" ? [] : festivalDays(detail, year).map((time) => ({ festival, row, time }));
    })
    .toSorted((a, b) => soonest(a.time, b.time));
}

function soonest(a: FestivalTime, b: FestivalTime): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  if (a.precision !== b.precision) return a.precision === "days" ? -1 : 1;
  return a.to < b.to ? -1 : a.to > b.to ? 1 : 0;
}
